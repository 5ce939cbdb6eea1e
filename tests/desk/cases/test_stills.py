"""Pictures and films are drawn anew here; of a film there are stills only."""

import io
import itertools

import pytest
from PIL import Image

from desk.cases.seeding import drawn
from marsad.desk.cases import stills
from marsad.desk.originals import media
from marsad.errors import Unreadable

av = pytest.importorskip("av")


@pytest.fixture(autouse=True)
def own_store(settings, tmp_path):
    settings.MEDIA_STORE = str(tmp_path / "media")
    stills._opened.cache_clear()


def a_film():
    """Two seconds of a drawn shape whose ground grows darker."""
    raw = io.BytesIO()
    with av.open(raw, "w", format="mp4") as film:
        stream = film.add_stream("mpeg4", rate=10)
        stream.width, stream.height, stream.pix_fmt = 160, 120, "yuv420p"
        for at in range(20):
            shade = 250 - 10 * at
            picture = Image.new("RGB", (160, 120), (shade, shade, shade))
            for packet in stream.encode(av.VideoFrame.from_image(picture)):
                film.mux(packet)
        for packet in stream.encode():
            film.mux(packet)
    return raw.getvalue()


def opened(raw):
    return Image.open(io.BytesIO(raw))


def test_a_film_is_four_stills_in_one_picture():
    sheet = opened(stills.clear(media.keep(a_film()), "film"))

    assert sheet.size == (320, 240)
    first, last = sheet.getpixel((20, 20)), sheet.getpixel((300, 220))
    assert first[0] > last[0] + 30, "they are of different times"


def test_a_blurred_film_is_grey_and_small():
    raw = stills.blurred(media.keep(a_film()), "film")

    assert opened(raw).mode == "L"
    assert len(raw) < 10_000


def test_blurred_shapes_keep_no_edge():
    picture = opened(stills.blurred(media.keep(drawn("crimson")), "picture"))
    row = [picture.getpixel((x, picture.height // 2)) for x in range(picture.width)]

    assert max(abs(one - next_) for one, next_ in itertools.pairwise(row)) < 30


@pytest.mark.parametrize(
    "raw",
    [b"", b"no picture at all", b"\x89PNG\r\n\x1a\n" + b"x" * 99, b"\xff\xd8\xff"],
    ids=["nothing", "words", "a broken PNG", "half a JPEG"],
)
@pytest.mark.parametrize("kind", ["picture", "film"])
def test_what_is_no_picture_is_told_and_never_handed_on(raw, kind):
    sha256 = media.keep(raw)

    with pytest.raises(Unreadable):
        stills.clear(sha256, kind)
    assert opened(stills.blurred(sha256, kind)).getextrema() == (200, 200)
