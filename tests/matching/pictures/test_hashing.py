import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from drawn import as_bytes, scene
from marsad.errors import Unreadable
from marsad.matching.pictures.bits import distance
from marsad.matching.pictures.hashing import MOST_PIXELS, hash_picture


def reference(picture):
    """The same by the published program, where it is installed."""
    pdqhash = pytest.importorskip("pdqhash", reason="needs a C++ compiler to install")
    bits, quality = pdqhash.compute(np.asarray(picture.convert("RGB")))
    return np.packbits(bits.astype(np.uint8)).tobytes().hex(), quality


@pytest.mark.parametrize(
    "size",
    [
        (64, 64),
        (100, 80),
        (256, 256),
        (333, 501),
        (640, 480),
        (1280, 720),
        (1920, 1080),
    ],
)
@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_the_hash_is_that_of_the_published_program(size, form):
    distances, off = [], []
    for seed in range(4):
        raw = as_bytes(scene(seed, size), form)
        theirs, quality = reference(Image.open(io.BytesIO(raw)))
        ours = hash_picture(raw)
        distances.append(distance(theirs, ours.hash))
        off.append(abs(quality - ours.quality))

    assert np.median(distances) <= 2
    assert max(distances) <= 8
    assert max(off) <= 1


def test_a_picture_has_half_of_its_bits_set():
    hashed = hash_picture(as_bytes(scene(3)))

    assert int(hashed.hash, 16).bit_count() == 128
    assert len(hashed.hash) == 64
    assert hashed.block.shape == (16, 16)
    assert hashed.is_telling


def test_the_size_that_was_decoded_is_written_beside_the_hash():
    assert hash_picture(as_bytes(scene(3, (1920, 1080)))).geometry == (
        "1920x1080 from 480x270"
    )


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_as_its_camera_says(orientation):
    picture = scene(5, (800, 600))
    exif = Image.Exif()
    exif[0x0112] = orientation
    as_it_lies = as_bytes(turned_back(picture, orientation), exif=exif.tobytes())

    found = hash_picture(as_it_lies).hash

    assert distance(found, hash_picture(as_bytes(picture)).hash) <= 8


def turned_back(picture, orientation):
    turns = Image.Transpose
    back = {
        2: turns.FLIP_LEFT_RIGHT,
        3: turns.ROTATE_180,
        4: turns.FLIP_TOP_BOTTOM,
        5: turns.TRANSPOSE,
        6: turns.ROTATE_90,
        7: turns.TRANSVERSE,
        8: turns.ROTATE_270,
    }
    return picture.transpose(back[orientation]) if orientation > 1 else picture


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "LA", "CMYK", "1", "I;16"])
def test_pictures_of_every_sort_are_read(mode):
    picture = scene(5).convert("L" if mode == "I;16" else mode)
    if mode == "I;16":
        picture = Image.fromarray(np.asarray(picture, np.uint16) * 257)
    form = "JPEG" if mode == "CMYK" else "PNG"

    found = hash_picture(as_bytes(picture, form))

    if mode != "1":
        upright = hash_picture(as_bytes(scene(5), "PNG"))
        assert distance(found.hash, upright.hash) <= 31


def test_what_is_transparent_is_seen_on_white():
    picture = scene(5).convert("RGBA")
    hole = Image.new("L", picture.size, 255)
    hole.paste(0, (0, 0, 200, 200))
    picture.putalpha(hole)
    white = scene(5)
    white.paste("white", (0, 0, 200, 200))

    one, other = (
        hash_picture(as_bytes(picture, "PNG")),
        hash_picture(as_bytes(white, "PNG")),
    )

    assert one.hash == other.hash


def test_a_moving_picture_is_known_by_its_first_frame():
    frames = [scene(seed).quantize() for seed in (4, 5)]
    raw = as_bytes(frames[0], "GIF", save_all=True, append_images=frames[1:])

    assert distance(hash_picture(raw).hash, hash_picture(as_bytes(scene(4))).hash) <= 31


@pytest.mark.parametrize(
    "picture",
    [
        Image.new("RGB", (300, 200), "teal"),
        Image.new("RGB", (3, 300)),
        Image.new("L", (1, 1)),
    ],
    ids=["one colour", "a line", "a point"],
)
def test_a_picture_with_nothing_in_it_is_not_told_by_its_hash(picture):
    assert not hash_picture(as_bytes(picture, "PNG")).is_telling


def bomb():
    def chunk(name, data):
        check = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + check

    head = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 0, 0, 0, 0)
    lines = zlib.compress(b"\0" * 20_001 * 100)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", lines)


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        pytest.param(b"", "is of no kind", id="nothing"),
        pytest.param(b"lentil soup", "is of no kind", id="words"),
        pytest.param(as_bytes(scene(1))[:400], "is damaged", id="cut"),
        pytest.param(as_bytes(scene(1), "PNG")[:9000], "is damaged", id="cut later"),
        pytest.param(bomb(), str(MOST_PIXELS), id="a bomb"),
        pytest.param(
            b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
            "no kind",
            id="program",
        ),
    ],
)
def test_what_is_no_picture_is_refused_with_a_way_out(raw, problem):
    with pytest.raises(Unreadable, match=problem) as refusal:
        hash_picture(raw)

    assert refusal.value.way_out


def test_no_damage_gets_through_as_another_error():
    whole = as_bytes(scene(2), "PNG")
    chance = np.random.default_rng(9)
    for _ in range(150):
        raw = bytearray(whole)
        for at in chance.integers(0, len(raw), 6):
            raw[at] = int(chance.integers(0, 256))
        try:
            hash_picture(bytes(raw))
        except Unreadable as refusal:
            assert refusal.way_out
