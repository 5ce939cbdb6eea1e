import pytest
from PIL import Image, ImageOps

from drawn import as_bytes, captioned, framed, letterbox, scene, screenshot
from marsad.matching.pictures.bits import distance
from marsad.matching.pictures.hashing import hash_picture
from marsad.matching.pictures.turns import TURNS
from marsad.matching.pictures.variants import (
    INSET,
    MIDDLE,
    TRIMMED,
    WIDENED,
    variants_of,
)

SEEDS = range(12)
BANK = [hash_picture(as_bytes(scene(seed))).hash for seed in SEEDS]


def nearest(edit, names):
    """How far each banked picture is from its edited form, by these ways of seeing it."""
    far = []
    for seed in SEEDS:
        met = variants_of(as_bytes(edit(scene(seed)), quality=75))
        found = [distance(one.hash, BANK[seed]) for one in met if one.name in names]
        far.append(min(found, default=256))
    return far


def share(distances, limit):
    return sum(far <= limit for far in distances) / len(distances)


@pytest.mark.parametrize(
    ("edit", "name"),
    [
        pytest.param(letterbox, TRIMMED, id="letterbox"),
        pytest.param(lambda one: letterbox(one, 0.3, 255), TRIMMED, id="white bars"),
        pytest.param(framed, TRIMMED, id="frame"),
        pytest.param(screenshot, INSET, id="screenshot"),
        pytest.param(lambda one: screenshot(one, is_dark=True), INSET, id="dark one"),
        pytest.param(lambda one: screenshot(one, margin=40), INSET, id="with margins"),
        pytest.param(captioned, INSET, id="words below"),
    ],
)
def test_what_stands_around_a_picture_is_left_out(edit, name):
    assert share(nearest(edit, {TURNS[0]}), 52) <= 0.1
    assert share(nearest(edit, {name}), 31) >= 0.9


@pytest.mark.parametrize("size", [(512, 512), (640, 360), (801, 603)])
def test_each_turn_is_named_by_what_shows_the_known_picture(size):
    ways = Image.Transpose
    undone_by = {
        "quarter_left": ways.ROTATE_270,
        "half": ways.ROTATE_180,
        "quarter_right": ways.ROTATE_90,
        "upside_down": ways.FLIP_TOP_BOTTOM,
        "mirrored": ways.FLIP_LEFT_RIGHT,
        "over_diagonal": ways.TRANSPOSE,
        "over_other_diagonal": ways.TRANSVERSE,
    }
    known = hash_picture(as_bytes(scene(8, size), "PNG")).hash
    for turn, done in undone_by.items():
        met = variants_of(as_bytes(scene(8, size).transpose(done), "PNG"))
        [found] = [one.hash for one in met if one.name == turn]

        assert distance(found, known) <= 8


def test_mirrors_and_quarter_turns_are_seen():
    for edit in (ImageOps.mirror, lambda one: one.transpose(Image.Transpose.ROTATE_90)):
        assert share(nearest(edit, set(TURNS)), 31) >= 0.95


def test_a_frame_of_many_colours_is_seen_from_the_middle():
    def blurred(picture):
        page = scene(99, (picture.width * 112 // 100, picture.height * 112 // 100))
        page.paste(picture, (picture.width * 6 // 100, picture.height * 6 // 100))
        return page

    assert share(nearest(blurred, {MIDDLE}), 52) >= 0.9


@pytest.mark.parametrize(("crop", "least"), [(0.02, 0.95), (0.05, 0.95), (0.07, 0.8)])
def test_a_crop_is_near_once_its_edges_are_drawn_out(crop, least):
    def cropped(picture):
        across, down = int(picture.width * crop), int(picture.height * crop)
        return picture.crop(
            (across, down, picture.width - across, picture.height - down)
        )

    assert share(nearest(cropped, {WIDENED}), 52) >= least


def test_no_way_of_seeing_a_picture_shows_another_one():
    edits = (letterbox, framed, screenshot, captioned, lambda one: one)
    near = [
        far
        for edit in edits
        for seed in SEEDS
        for one in variants_of(as_bytes(edit(scene(seed + 500))))
        for far in [min(distance(one.hash, banked) for banked in BANK)]
    ]

    assert min(near) > 52


def test_a_picture_with_nothing_in_it_is_not_looked_for():
    assert variants_of(as_bytes(Image.new("RGB", (300, 300), "white"))) == ()


def test_words_on_a_page_are_no_picture():
    page = screenshot(Image.new("RGB", (600, 400), "white"))

    names = {one.name for one in variants_of(as_bytes(page))}

    assert INSET not in names
