"""Briefs, releases, their pictures and their key: there and back."""

import pytest

from desk.laid_out import lay_out
from desk.safekeeping.conftest import Site

pytestmark = pytest.mark.one_database
MAKE = """
import io
from django.core.files.images import ImageFile
from composing.edition_maker import PICTURE
from desk import newsroom, seeding
from desk.releases.pictures_made import image_block
from django.core.management import call_command
from wagtail.images.models import Image
call_command("migrate", verbosity=0)
seeding.seed_people()
image = Image(title="A hall", file=ImageFile(io.BytesIO(PICTURE), name="hall.png"))
image.save()
blocks = [newsroom.statement(newsroom.SENTENCES["en"], newsroom.make_entry())]
brief = newsroom.make_brief({"en": [*blocks, image_block(image)]}, languages=("en",))
made = newsroom.make_release(brief)
newsroom.make_submission()
newsroom.make_release(audience=newsroom.Audience.CLIENTS, partners=[newsroom.make_partner()])
print(json.dumps(made.number))
"""
LOOK = """
import hashlib
from django.conf import settings
from desk import newsroom
from marsad import signing
from marsad.composing.editions import sha256
from marsad.desk.briefs.freeze import freeze, pages_of
from marsad.desk.briefs.models import Brief
from marsad.desk.releases import packs, pictures
from marsad.desk.releases.models import Release, Submission
from wagtail.images.models import Image
first, second = Release.objects.order_by("pk")
signing.verify(first.edition.encode(), first.signature.encode(), first.public_key)
refused = []
for rows in (Release, Submission):
    try:
        rows.objects.update(title="x")
    except Exception as error:
        refused.append("append-only" in str(error))
brief = Brief.objects.get(translation_key=first.submission.translation_key)
image = Image.objects.get()
with image.open_file() as file:
    editors = hashlib.sha256(file.read()).hexdigest()
frozen = freeze(brief)
again = newsroom.make_release()
print(json.dumps({
    "is_whole": sha256(first.frozen) == first.sha256,
    "pictures": [len(raw) > 0 for raw in pictures.bytes_of(first.frozen).values()],
    "is_editors": editors in pictures.media_in(first.frozen),
    "is_same_text": frozen.revisions == first.submission.revisions,
    "partners": [one.code for one in second.partners.all()],
    "refused": refused,
    "number": again.number[-3:],
    "is_same_key": again.public_key == first.public_key,
    "mode": oct(settings.RELEASE_KEY.stat().st_mode & 0o777),
    "pack": packs.build(first) > 0,
}))
"""
WHOLE = {
    "is_whole": True, "pictures": [True], "is_editors": True, "is_same_text": True,
    "partners": ["kw"], "refused": [True, True], "number": "003", "is_same_key": True,
    "mode": "0o600", "pack": True,
}  # fmt: skip


def test_a_newsroom_comes_back_on_either_database(tmp_path, empty, empty_postgres):
    site, path = Site(lay_out(tmp_path / "first")), tmp_path / "site.marsad"
    assert site.ask(MAKE).endswith("-001")
    told = site.marsad("backup", path)
    assert told.returncode == 0, told.stderr
    assert "the key that releases are signed with is in it" in told.stderr

    for other in (empty, empty_postgres):
        told = other.marsad("restore", path)
        assert told.returncode == 0, told.stderr
        assert other.ask(LOOK) == WHOLE


def test_a_key_that_is_kept_elsewhere_stays_there(tmp_path):
    site, path = Site(lay_out(tmp_path / "first")), tmp_path / "site.marsad"
    site.ask(MAKE)
    elsewhere = tmp_path / "vault.key"
    (site.folder / "release.key").rename(elsewhere)
    (site.folder / "release.key").symlink_to(elsewhere)

    told = site.marsad("backup", path)

    assert told.returncode == 0, told.stderr
    assert "the key" not in told.stderr
