import io

import av
import numpy as np
import pytest
from PIL import Image, ImageOps

from drawn import scene
from marsad.errors import Unreadable
from marsad.matching.films import hashing
from marsad.matching.films.film_kind import VPDQ
from marsad.matching.films.frames import frames_of, telling, written
from marsad.matching.films.hashing import hash_film
from marsad.matching.pictures.bits import distance
from marsad.matching.pictures.hashing import hash_picture
from marsad.matching.signals import Band

SIZE = (320, 240)


def film(scenes, form="mp4", rate=5, edit=lambda one: one):
    """A film of drawn scenes, a second each."""
    raw = io.BytesIO()
    with av.open(raw, "w", format=form) as out:
        stream = out.add_stream("mpeg4", rate=rate)
        stream.pix_fmt, stream.bit_rate = "yuv420p", 2_000_000
        stream.width, stream.height = SIZE
        for seed in scenes:
            shown = edit(scene(seed, SIZE)).convert("RGB")
            frame = np.asarray(shown)
            for _ in range(rate):
                for packet in stream.encode(av.VideoFrame.from_ndarray(frame)):
                    out.mux(packet)
        for packet in stream.encode():
            out.mux(packet)
    return raw.getvalue()


def banked(scenes, **options):
    return VPDQ.canonical(written(hash_film(film(scenes, **options))))


def test_a_film_gives_a_frame_a_second_that_looks_like_its_picture():
    frames = hash_film(film(range(6)))

    assert [round(frame.seconds) for frame in frames] == list(range(6))
    for seed, frame in enumerate(frames):
        raw = io.BytesIO()
        scene(seed, SIZE).save(raw, "PNG")
        assert distance(frame.hash, hash_picture(raw.getvalue()).hash) <= 31


@pytest.mark.parametrize("form", ["mp4", "matroska", "avi"])
def test_the_container_does_not_matter(form):
    found = VPDQ.compare(banked(range(6)), banked(range(6), form=form))

    assert (found.reason, found.band) == ("film_same", Band.SAME)


def test_an_excerpt_is_known_whole_and_a_report_holds_the_known_one_whole():
    known = banked(range(8))

    excerpt = VPDQ.compare(known, banked(range(2, 4)))
    report = VPDQ.compare(known, banked([*range(20, 44), *range(8)]))

    assert (excerpt.details["share_of_known"], excerpt.details["share_of_met"]) == (
        25,
        100,
    )
    assert (excerpt.reason, excerpt.band) == ("film_part", Band.SAME)
    assert (report.details["share_of_known"], report.details["share_of_met"]) == (
        100,
        25,
    )
    assert (report.reason, report.band) == ("film_part", Band.LOOK)


def test_a_mirrored_film_is_known_and_another_one_is_not():
    known = banked(range(6))

    assert VPDQ.compare(known, banked(range(6), edit=ImageOps.mirror)).band is Band.SAME
    assert VPDQ.compare(known, banked(range(30, 36))) is None


def test_a_film_without_pictures_to_tell_it_by_is_not_banked():
    grey = film(range(2), edit=lambda one: Image.new("RGB", SIZE, "grey"))

    with pytest.raises(Unreadable, match="bank its SHA-256"):
        VPDQ.canonical(written(hash_film(grey)))


@pytest.mark.parametrize(
    "raw",
    [b"", b"lentil soup", film(range(2))[:600], b"#EXTM3U\nhttps://example.org/a.ts\n"],
    ids=["nothing", "words", "cut", "a list of addresses"],
)
def test_what_is_no_film_is_refused_with_a_way_out(raw):
    with pytest.raises(Unreadable, match="save it anew"):
        hash_film(raw)


def test_without_the_extra_the_way_out_names_it(monkeypatch):
    monkeypatch.setattr(hashing, "IS_INSTALLED", False)

    with pytest.raises(Unreadable, match="install the extra video"):
        hash_film(b"")


HASH = "0f" * 32


@pytest.mark.parametrize(
    "value",
    [
        f'["{HASH},90,0.000","{HASH},40,1.500"]',
        f"0,90,{HASH},0.0\n15,40,{HASH},1.5\n",
        f'["{HASH.upper()}, 90, 0","{HASH},40,1.5"]',
    ],
    ids=["compact", "lines of the program", "loosely written"],
)
def test_the_forms_in_which_films_are_exchanged_are_one(value):
    frames = frames_of(value)

    assert written(frames) == f'["{HASH},90,0.000","{HASH},40,1.500"]'
    assert telling(frames) == (HASH,)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "[]",
        "{}",
        "[",
        "soup",
        f"{HASH},90",
        f"{HASH},x,1",
        f"{HASH},101,1",
        f"{HASH},9,-1",
    ],
)
def test_frames_that_are_none_are_refused_with_a_way_out(value):
    with pytest.raises(Unreadable, match="one for each frame"):
        frames_of(value)
