"""Media of posts and sealed evidence go along in a backup; the keys that open them do not."""

import pytest

from desk.laid_out import lay_out
from desk.safekeeping.test_posts_erased import Site

pytestmark = pytest.mark.one_database

KEEP = """
from desk.content_makers import make_medium, make_post
from marsad.desk.originals import media
from marsad.desk.posts import keys
from marsad.desk.referrals import vault
raw = b"a drawn jar of pickles"
made = make_medium(make_post(), raw, is_kept=True)
assert media.keep(raw) == made.sha256
name = media.keep(b"stands for a sealed file")
sealed, key = vault.keep(name, b"the evidence of a case about pickles")
print(json.dumps([made.sha256, name, sealed.hex(), key, keys.current().secret.hex()]))
"""
LOOK = """
from marsad.desk.originals import media
from marsad.desk.referrals import vault
print(json.dumps([
    media.open("{medium}").decode(),
    vault.open("{name}", bytes.fromhex("{sealed}"), "{key}").decode(),
]))
"""


def test_media_and_evidence_come_back_and_open_with_the_keys_alone(tmp_path):
    old, new = Site(tmp_path / "old", tmp_path), Site(tmp_path / "new", tmp_path)
    for site in (old, new):
        site.folder.mkdir()
        lay_out(site.folder)
    medium, name, sealed, key, secret = old.ask(KEEP)
    kept = tmp_path / "kept.marsad"

    old.marsad("backup", kept)
    new.marsad("restore", kept)

    script = LOOK.format(medium=medium, name=name, sealed=sealed, key=key)
    assert new.ask(script) == [
        "a drawn jar of pickles",
        "the evidence of a case about pickles",
    ]
    raw = kept.read_bytes()
    assert bytes.fromhex(secret) not in raw
    assert secret.encode() not in raw
