"""Pictures of posts are known again turned, mirrored and in a frame; hashed once."""

import io

import pytest
from PIL import Image, ImageDraw, ImageOps

from desk.content_makers import (
    make_arrival,
    make_bank,
    make_medium,
    make_post,
    make_signal,
    make_stream,
)
from marsad.desk.banks import searching
from marsad.desk.banks.turning import turned
from marsad.desk.cases.keep_up import keep_up
from marsad.desk.cases.models import Match
from marsad.desk.originals import media
from marsad.desk.posts.models import Medium
from marsad.matching.pictures.hashing import hash_picture
from marsad.matching.signals import Band

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def jar():
    """A drawn jar of pickles, unlike its own mirror image."""
    picture = Image.new("RGB", (480, 480), "#f2e6c9")
    pen = ImageDraw.Draw(picture)
    pen.rounded_rectangle(
        (140, 120, 340, 430), 30, fill="#bcd9cf", outline="#446", width=8
    )
    pen.rectangle((150, 80, 330, 130), fill="#a33c2a")
    pen.polygon(((20, 470), (110, 330), (130, 470)), fill="#345")
    pen.ellipse((360, 60, 470, 200), fill="#d9a441")
    return picture


def raw_of(picture, **said):
    file = io.BytesIO()
    picture.save(file, "PNG", **said)
    return file.getvalue()


def framed(picture):
    return ImageOps.expand(picture, border=(0, 90), fill="black")


@pytest.fixture
def posted(settings, tmp_path):
    """Take a post with a picture in, and compare it."""
    settings.MEDIA_STORE = str(tmp_path / "media")
    settings.BANK_INDEX = tmp_path / "banks"
    searching.forget()
    bank = make_bank()
    make_signal(bank, hash_picture(raw_of(jar())).hash, "pdq")
    turned()

    def post(raw):
        medium = make_medium(
            make_post("صورة جرة", arrival=None), raw, is_kept=bool(media.keep(raw))
        )
        while keep_up():
            pass
        return medium

    yield post
    searching.forget()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        pytest.param(lambda one: one, "picture_same", id="as it is"),
        pytest.param(lambda one: one.resize((300, 300)), "picture_same", id="smaller"),
        pytest.param(ImageOps.mirror, "picture_turned", id="mirrored"),
        pytest.param(lambda one: one.rotate(90), "picture_turned", id="a quarter turn"),
        pytest.param(framed, "picture_within", id="in a letterbox"),
    ],
)
def test_a_known_picture_is_found_as_people_change_it(posted, change, reason):
    medium = posted(raw_of(change(jar())))

    match = Match.objects.get()
    assert (match.medium, match.reason) == (medium, reason)
    assert match.case is not None


def test_a_picture_is_hashed_once_and_its_hashes_stay(posted):
    medium = posted(raw_of(jar()))

    kept = Medium.objects.get(pk=medium.pk)
    assert [one["turn"] for one in kept.pdq][:2] == ["upright", "quarter_left"]


def test_a_picture_that_merely_looks_alike_is_weak_evidence(posted):
    known = int(hash_picture(raw_of(jar())).hash, 16)
    make_medium(
        post := make_post("صورة", arrival=make_arrival(make_stream(), new=1)),
        pdq=[{"turn": "upright", "hash": f"{known ^ (1 << 40) - 1:064x}"}],
    )
    keep_up()

    match = Match.objects.get(post=post)
    assert (match.reason, match.distance, match.band) == ("picture_like", 40, Band.LOOK)
    assert not match.case.has_strong_match


def test_another_picture_starts_no_case(posted):
    other = Image.radial_gradient("L").convert("RGB").resize((480, 320))

    posted(raw_of(other))

    assert not Match.objects.exists()


def test_bytes_that_are_no_picture_stop_nothing(posted):
    posted(b"a picture that broke off")

    assert not Match.objects.exists()
