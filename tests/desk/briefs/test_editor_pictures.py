"""Pictures tell nothing of people, are safe to open, and are seen by readers alone."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image as Pixels
from wagtail.images.models import Image

from desk.briefs.editor_examples import a_brief
from marsad.composing.editions import Sort
from marsad.desk.briefs.freeze import freeze
from marsad.desk.briefs.picture_form import MOST_PIXELS
from marsad.desk.safeguards.groups import Group

pytestmark = [
    pytest.mark.django_db,
    # The editor's library for smaller copies leaves the file it draws them into open.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

UPLOAD = "/editing/images/chooser/create/"
# Where the Tigris flows through Mosul: what a telephone writes into each photograph.
PLACE = {1: "N", 2: (36.0, 20.0, 24.0), 3: "E", 4: (43.0, 7.0, 48.0)}


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """A folder of its own for the pictures of a test."""
    settings.MEDIA_ROOT = tmp_path / "pictures"
    return settings.MEDIA_ROOT


@pytest.fixture
def desk(sign_in, make_person):
    """A browser in which an officer is signed in."""
    return sign_in(make_person("karim", Group.OFFICER, name="Karim"))


def photograph(size=(60, 40), form="JPEG", **more):
    """A picture with a place, a camera and a name in it."""
    picture = Pixels.new("RGB", size, "navy")
    exif = Pixels.Exif()
    exif[0x010F], exif[0x013B], exif[0x0112] = "A camera", "Somebody", 6
    exif.get_ifd(0x8825).update(PLACE)
    written = BytesIO()
    picture.save(written, form, exif=exif, comment=b"Somebody", **more)
    return written.getvalue()


def upload(desk, raw, name="photo of Somebody.jpg", media_type="image/jpeg"):
    """Choose a file in the editor's dialogue."""
    file = SimpleUploadedFile(name, raw, media_type)
    sent = {"image-chooser-upload-title": "Mosul", "image-chooser-upload-file": file}
    return desk.post(UPLOAD, sent)


class TestUploads:
    def test_what_a_photograph_tells_of_people_is_taken_out(self, desk):
        assert b"Somebody" in photograph()

        answer = upload(desk, photograph())

        assert answer.json()["step"] == "chosen"
        [image] = Image.objects.all()
        raw = image.file.open().read()
        assert b"Somebody" not in raw
        assert b"camera" not in raw
        with Pixels.open(BytesIO(raw)) as kept:
            assert not kept.getexif()
            assert not {"exif", "comment", "icc_profile", "xmp"} & set(kept.info)
        assert "Somebody" not in image.file.name

    def test_it_is_turned_as_it_was_held(self, desk):
        upload(desk, photograph((60, 40)))

        [image] = Image.objects.all()
        assert (image.width, image.height) == (40, 60)

    @pytest.mark.parametrize("form", ["PNG", "WEBP", "GIF"])
    def test_other_sorts_of_pictures_are_kept_as_they_are(self, desk, form):
        written = BytesIO()
        Pixels.new("RGB", (9, 6), "green").save(written, form)
        name = f"a.{form.lower()}"

        answer = upload(desk, written.getvalue(), name, f"image/{form.lower()}")

        assert answer.json()["step"] == "chosen", answer.json()
        [image] = Image.objects.all()
        assert image.file.name.endswith(f".{form.lower()}")

    def test_a_moving_picture_still_moves(self, desk):
        frames = [Pixels.new("RGB", (9, 6), one) for one in ("red", "green", "blue")]
        written = BytesIO()
        frames[0].save(written, "GIF", save_all=True, append_images=frames[1:])

        upload(desk, written.getvalue(), "a.gif", "image/gif")

        [image] = Image.objects.all()
        with Pixels.open(image.file.open()) as kept:
            assert kept.n_frames == 3

    @pytest.mark.parametrize(
        ("raw", "name"),
        [
            pytest.param(
                b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg", id="svg"
            ),
            pytest.param(
                b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.png", id="hidden"
            ),
            pytest.param(b"<html><script>1</script></html>", "a.jpg", id="a page"),
            pytest.param(photograph()[:200], "a.jpg", id="half a picture"),
            pytest.param(photograph(), "a.png", id="another sort than its name"),
            pytest.param(b"", "a.jpg", id="nothing"),
        ],
    )
    def test_what_is_no_picture_is_refused_in_words(self, desk, raw, name):
        answer = upload(desk, raw, name)

        assert answer.status_code == 200
        assert answer.json()["step"] == "reshow_creation_form"
        assert "error" in answer.json()["htmlFragment"]
        assert Image.objects.count() == 0

    def test_a_small_file_that_unfolds_into_a_huge_picture_is_refused(self, desk):
        written = BytesIO()
        side = int(MOST_PIXELS**0.5) + 10
        Pixels.new("1", (side, side)).save(written, "PNG", optimize=True)
        assert len(written.getvalue()) < 100_000

        answer = upload(desk, written.getvalue(), "a.png", "image/png")

        assert answer.json()["step"] == "reshow_creation_form"
        assert Image.objects.count() == 0

    def test_a_file_above_the_limit_is_refused(self, desk):
        raw = photograph() + b"\0" * (20 * 1024 * 1024)

        answer = upload(desk, raw)

        assert answer.json()["step"] == "reshow_creation_form"
        assert "20" in answer.json()["htmlFragment"]
        assert Image.objects.count() == 0

    def test_pictures_are_found_by_their_titles(self, desk):
        upload(desk, photograph())

        found = desk.get("/editing/images/chooser/results/", {"q": "mosul"})
        none = desk.get("/editing/images/chooser/results/", {"q": "Raqqa"})

        assert "Mosul" in found.content.decode()
        assert "Mosul" not in none.content.decode()

    def test_nobody_else_uploads(self, sign_in, make_person):
        auditor = sign_in(make_person("nadia", Group.AUDITOR), Client())

        assert upload(auditor, photograph()).status_code == 403
        assert upload(Client(), photograph()).status_code == 302
        assert Image.objects.count() == 0


class TestGivingOut:
    @pytest.fixture
    def address(self, desk):
        """The address of a picture that somebody uploaded."""
        upload(desk, photograph())
        return Image.objects.get().file.url

    def test_a_reader_sees_a_picture_and_nothing_runs(self, desk, address):
        answer = desk.get(address)

        assert answer.status_code == 200
        assert answer["Content-Type"] == "image/jpeg"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in answer["Content-Security-Policy"]
        assert answer["Cache-Control"].startswith("private")
        with Pixels.open(BytesIO(answer.content)) as seen:
            assert seen.size == (40, 60)

    def test_nobody_else_does(self, address, sign_in, make_person):
        partner = sign_in(make_person("yusuf", Group.PARTNER), Client())

        assert partner.get(address).status_code == 403
        assert Client().get(address).status_code == 302

    @pytest.mark.parametrize(
        "path",
        [
            pytest.param("original_images/nothing.jpg", id="no such picture"),
            pytest.param("original_images/..%2f..%2fmarsad.sqlite3", id="up the tree"),
            pytest.param("..%2foriginal_images/a.jpg", id="another folder"),
            pytest.param("secrets/key.png", id="a folder of others"),
            pytest.param("original_images/.hidden.jpg", id="a hidden file"),
            pytest.param("original_images/page.html", id="a page"),
            pytest.param("original_images/drawing.svg", id="a drawing"),
            pytest.param("original_images/link.jpg", id="a link out of the folder"),
            pytest.param("images/%00.jpg", id="an empty letter"),
        ],
    )
    def test_no_other_file_is_given_out(self, desk, address, folder, path):
        (folder / "secrets").mkdir()
        (folder / "secrets" / "key.png").write_bytes(b"bytes of others")
        within = folder / "original_images"
        for name in ("page.html", "drawing.svg", ".hidden.jpg"):
            (within / name).write_bytes(b"bytes of others")
        (within / "link.jpg").symlink_to(folder / "secrets" / "key.png")

        answer = desk.get(f"/briefs/pictures/{path}")

        assert answer.status_code == 404
        assert b"bytes of others" not in answer.content

    def test_the_editors_own_smaller_copies_are_seen(self, desk, address):
        rendition = Image.objects.get().get_rendition("max-20x20")

        assert desk.get(rendition.url).status_code == 200


def test_a_picture_stands_in_the_edition_with_its_bytes_and_words(desk, lina):
    upload(desk, photograph())
    image = Image.objects.get()
    value = {"image": image.pk, "alternative": "جسر", "credit": "التحالف", "text": ""}
    page = a_brief(lina, {"type": "image", "value": value})

    [block] = freeze(page).edition.in_language("ar").blocks

    assert block.sort == Sort.IMAGE
    assert block.media.media_type == "image/jpeg"
    assert block.media.alternative == "جسر"
