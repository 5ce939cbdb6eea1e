"""Packs: built by the queue, the same each time, read by exact paths alone."""

import hashlib
import io
import json
import zipfile

import pytest
from wagtail.images.models import Image

from composing import edition_maker
from desk.newsroom import WHY, make_brief, make_entry, make_release, make_submission
from desk.newsroom import statement as statement_of
from desk.releases.pictures_made import as_file, image_block
from marsad import signing
from marsad.desk import schedule
from marsad.desk.originals import store
from marsad.desk.releases import packs
from marsad.desk.releases.models import Picture, Release
from marsad.desk.releases.pack_tasks import build_pack
from marsad.desk.releases.recall import recall
from marsad.desk.releases.release import release
from marsad.desk.work.models import Job
from marsad.errors import MarsadError

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def pictured(settings, tmp_path):
    """A brief with a picture, submitted; the picture as the editor has it."""
    settings.MEDIA_ROOT = tmp_path / "pictures"
    settings.CONTENT_STORE = str(tmp_path / "content")
    image = Image(title="A hall", file=as_file(edition_maker.PICTURE))
    image.save()
    blocks = [statement_of("The Global Coalition has 74 members.", make_entry())]
    brief = make_brief({"en": [*blocks, image_block(image)]}, languages=("en",))
    return make_submission(brief), image


class TestAPack:
    """One ZIP a release."""

    def test_is_ordered_with_the_release(self):
        made = make_release()

        job = Job.objects.get()
        assert made.number in job.subject
        assert build_pack in schedule.TASKS

    def test_is_built_by_the_queue(self):
        made = make_release()
        assert not packs.is_built(made)
        assert packs.files(made) == {}

        told = build_pack.call(made.pk)

        assert told["number"] == made.number
        assert packs.is_built(made)
        assert packs.open_file(made, "edition.json") == made.edition.encode()

    def test_is_rebuilt_where_it_is_gone_or_damaged(self, settings):
        made = make_release()
        packs.build(made)
        [path] = settings.PACKS.iterdir()
        first = path.read_bytes()

        path.unlink()
        again = packs.whole(made)
        path.write_bytes(first[:100])
        third = packs.whole(made)

        assert first == again == third

    @pytest.mark.parametrize(
        "path",
        [
            "../release.key",
            "/etc/passwd",
            "en/../../release.key",
            "",
            "edition.json/",
            "nothing.txt",
            "en\x00.html",
        ],
    )
    def test_gives_nothing_but_its_own_files(self, path):
        made = make_release()

        assert packs.open_file(made, path) is None

    def test_is_signed_by_the_site(self):
        made = make_release()
        with zipfile.ZipFile(io.BytesIO(packs.whole(made))) as pack:
            manifest = pack.read("manifest.json")
            signature = pack.read("manifest.json.minisig")

        signing.verify(manifest, signature, made.public_key)
        listed = json.loads(manifest)
        assert hashlib.sha256(made.edition.encode()).hexdigest() in json.dumps(listed)

    def test_of_everything_is_built_from_an_edition_of_every_block(
        self, settings, tmp_path
    ):
        settings.CONTENT_STORE = str(tmp_path / "content")
        store.keep(edition_maker.PICTURE)
        made = make_release(edition_maker.edition())

        names = packs.files(made) or (packs.build(made) and packs.files(made))

        endings = {name.rpartition(".")[2] for name in names}
        assert {
            "html",
            "pdf",
            "docx",
            "csv",
            "json",
            "svg",
            "png",
            "minisig",
        } <= endings


class TestARecalledPack:
    """Whoever takes it after the recall reads that it was recalled."""

    def test_says_so(self, rima):
        made = make_release()
        before = packs.whole(made)
        recall(
            made,
            notice={"ar": "رقم خاطئ", "en": "A figure was wrong."},
            by=rima,
            because=WHY,
        )
        made = Release.objects.get(pk=made.pk)

        assert not packs.is_built(made)
        build_pack.call(made.pk)

        assert packs.whole(made) != before
        told = json.loads(packs.open_file(made, "manifest.json"))
        assert told["recalled"]["notice"]["en"] == "A figure was wrong."
        assert Job.objects.filter(subject__contains=made.number).count() == 2


class TestPictures:
    """What the editor changes after the submission changes nothing."""

    def test_are_kept_when_a_brief_is_submitted(self, pictured):
        waiting, _image = pictured

        [block] = [
            one for one in waiting.frozen.manuscripts[0].blocks if one.media is not None
        ]
        assert block.media.sha256 == hashlib.sha256(edition_maker.PICTURE).hexdigest()
        assert store.open(block.media.sha256) == edition_maker.PICTURE
        assert Picture.objects.get().sha256 == block.media.sha256

    def test_stay_as_they_were_frozen(self, pictured, rima):
        waiting, image = pictured
        another = edition_maker._png(32, 20)
        image.file = as_file(another)
        image.save()

        made = release(waiting, by=rima, because=WHY)

        with zipfile.ZipFile(io.BytesIO(packs.whole(made))) as pack:
            images = [one for one in pack.namelist() if one.endswith(".png")]
            kept = [pack.read(one) for one in images]
        assert edition_maker.PICTURE in kept
        assert another not in kept

    def test_are_shown_as_they_were_frozen(self, pictured, rima, sign_in, client):
        waiting, image = pictured
        sign_in(rima)
        image.file.storage.delete(image.file.name)
        page = client.get(f"/releases/waiting/{waiting.pk}/")
        [row] = Picture.objects.all()
        address = f"/releases/waiting/{waiting.pk}/pictures/{row.sha256}/"

        answer = client.get(address)

        assert f'src="{address}"' in page.content.decode()
        assert answer.content == edition_maker.PICTURE
        assert answer["Content-Type"] == "image/png"
        assert client.get(address.replace(row.sha256, "0" * 64)).status_code == 404

    def test_that_are_lost_are_told_by_the_pack(
        self, pictured, rima, settings, tmp_path
    ):
        waiting, _image = pictured
        made = release(waiting, by=rima, because=WHY)
        settings.CONTENT_STORE = str(tmp_path / "elsewhere")

        with pytest.raises(MarsadError, match="not in the content store"):
            packs.build(Release.objects.get(pk=made.pk))
