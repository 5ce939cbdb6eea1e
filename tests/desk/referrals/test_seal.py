"""Sealed evidence of a case: everything in it, encrypted, handed out with a line each time."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.utils import timezone

from desk import content_makers as content
from marsad import signing
from marsad.desk.originals import media
from marsad.desk.posts import keys
from marsad.desk.referrals import vault
from marsad.desk.referrals.expire import expire_due
from marsad.desk.referrals.hand_out import hand_out
from marsad.desk.referrals.models import CustodyLine, Sealing
from marsad.desk.referrals.seal import seal
from marsad.desk.safeguards.models import AuditRecord
from marsad.desk.safeguards.site_key import site_key
from marsad.errors import Refused, Unreadable
from marsad.sealing.proofs import prove
from sealing.authority import authority, found

pytestmark = pytest.mark.django_db
LATER = content.in_days(100)
WHY = "asked for by the prosecutor of the kitchen, letter 12"


@pytest.fixture(autouse=True)
def apart(settings, tmp_path):
    settings.MEDIA_STORE = str(tmp_path / "media")
    settings.RELEASE_KEY = tmp_path / "release.key"


@pytest.fixture
def case(agreed):
    """A case with a picture that is kept and one that is not."""
    post = agreed.matches.get().post
    picture = b"\x89PNG\r\n\x1a\na drawn square"
    media.keep(picture)
    content.make_medium(post, picture, is_kept=True)
    content.make_medium(post, b"a drawn circle")
    return agreed


def members(raw):
    with zipfile.ZipFile(io.BytesIO(raw)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def lines(parts, name):
    return [json.loads(one) for one in parts[f"records/{name}.jsonl"].splitlines()]


def test_everything_of_a_case_is_in_one_file_that_proves_itself(case, referred, tala):
    made = referred(case)
    sealing = seal(case, LATER, by=tala, because=WHY)
    raw = hand_out(sealing, by=tala, because=WHY).raw
    parts = members(raw)
    post = case.matches.get().post

    assert prove(raw, public_key=site_key().public).faults == ()
    [row] = lines(parts, "posts")
    assert row["text"] == post.text
    assert row["address"].startswith("https://t.me/")
    assert row["account"] == post.account.pseudonym
    assert [one["reader"] for one in lines(parts, "readings")] == ["Rana", "Sami"]
    assert lines(parts, "captures")[0]["sha256"] == case.captures.get().sha256
    [notice] = lines(parts, "notices")
    assert notice["number"] == made.number
    assert row["address"] in notice["notice"]
    assert len([name for name in parts if name.startswith("files/")]) == 1
    assert "records/media.jsonl" in parts
    custody = [json.loads(one) for one in parts["custody.jsonl"].splitlines()]
    assert [one["what"] for one in custody] == ["captured", "sealed"]


def test_no_account_is_named_in_it(case, tala):
    post = case.matches.get().post
    name = keys.unseal(bytes(post.account.sealed), post.account.key)["account"]
    sealing = seal(case, LATER, by=tala, because=WHY)

    assert name.encode() not in hand_out(sealing, by=tala, because=WHY).raw


def test_what_is_kept_is_noise_without_the_keys(case, tala, settings, tmp_path):
    sealing = seal(case, LATER, by=tala, because=WHY)
    [file] = list((tmp_path / "evidence").rglob("*.sealed"))
    raw = file.read_bytes()

    assert b"t.me" not in raw
    assert raw[12:14] != b"PK"
    assert file.stat().st_mode & 0o077 == 0
    settings.ACCOUNT_KEYS = tmp_path / "others.keys"
    with pytest.raises(Unreadable, match="not here"):
        hand_out(sealing, by=tala, because=WHY)


def test_damaged_evidence_does_not_open(case, tala, tmp_path):
    sealing = seal(case, LATER, by=tala, because=WHY)
    [file] = list((tmp_path / "evidence").rglob("*.sealed"))
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(Unreadable, match="damaged"):
        hand_out(sealing, by=tala, because=WHY)
    file.unlink()
    with pytest.raises(Unreadable, match="not in its folder"):
        hand_out(sealing, by=tala, because=WHY)


def test_each_handing_out_is_a_line_of_custody_and_of_the_trail(case, tala, dora):
    sealing = seal(case, LATER, by=tala, because=WHY)
    hand_out(sealing, by=dora, because="for the court")
    hand_out(sealing, by=tala, because="for the prosecutor")

    told = [(one.what, one.by) for one in CustodyLine.objects.order_by("id")]
    assert told == [
        ("sealed", "Tala (tala)"),
        ("handed out", "Dora (dora)"),
        ("handed out", "Tala (tala)"),
    ]
    assert AuditRecord.objects.filter(act="referrals.hand_out").count() == 2
    trail = str(list(AuditRecord.objects.values()))
    assert "t.me" not in trail
    assert (
        AuditRecord.objects.get(act="referrals.seal").details["addresses_opened"] == 1
    )


def test_a_second_sealing_carries_the_custody_of_the_first(case, tala):
    first = seal(case, LATER, by=tala, because=WHY)
    hand_out(first, by=tala, because="for the court")
    second = seal(case, LATER, by=tala, because=WHY)
    parts = members(hand_out(second, by=tala, because=WHY).raw)

    custody = [json.loads(one)["what"] for one in parts["custody.jsonl"].splitlines()]
    assert custody == ["captured", "sealed", "handed out", "sealed"]


@pytest.mark.parametrize(
    ("days", "told"), [(0, "not after today"), (-1, "not after"), (4000, "ten years")]
)
def test_a_day_that_cannot_be_is_refused(case, tala, days, told):
    with pytest.raises(Refused, match=told):
        seal(case, content.in_days(days), by=tala, because=WHY)
    assert not Sealing.objects.exists()


def test_who_has_no_clearance_seals_nothing(tala):
    stream = content.make_stream(marking=4)
    red = content.make_agreed_case(post=content.make_post(stream=stream))
    with pytest.raises(Refused, match="above your clearance"):
        seal(red, LATER, by=tala, because=WHY)


def test_when_its_day_is_over_its_file_and_its_key_are_gone(case, tala, monkeypatch):
    sealing = seal(case, content.in_days(1), by=tala, because=WHY)
    assert expire_due() == 0
    tomorrow = timezone.now() + timedelta(days=2)
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)

    assert expire_due() == 1
    assert expire_due() == 0
    sealing.refresh_from_db()
    assert sealing.sealed is None
    assert not vault.has(sealing.sha256)
    assert sealing.custody.last().what == "taken away"
    with pytest.raises(Refused, match="taken away"):
        hand_out(sealing, by=tala, because=WHY)


def test_an_authority_stamps_it_where_one_is_set(case, tala, settings, tmp_path):
    folder = tmp_path / "authority"
    folder.mkdir()
    found(folder)
    settings.TIME_ROOTS = str(folder / "root.pem")
    with authority(folder) as address:
        settings.TIME_AUTHORITY = address
        sealing = seal(case, LATER, by=tala, because=WHY)

    assert sealing.authority == "Clock of the kitchen"
    raw = hand_out(sealing, by=tala, because=WHY).raw
    assert prove(raw).stamped_at == sealing.stamped_at


def test_an_authority_that_is_silent_stamps_nothing_and_stops_nothing(
    case, tala, settings
):
    settings.TIME_AUTHORITY = "http://127.0.0.1:9/"
    settings.TIME_ROOTS = ""
    sealing = seal(case, LATER, by=tala, because=WHY)

    assert sealing.stamped_at is None
    raw = hand_out(sealing, by=tala, because=WHY).raw
    assert prove(raw).faults == ()
    line = AuditRecord.objects.get(act="referrals.seal")
    assert "nobody answers" in line.details["time_authority"]


def test_another_key_proves_nothing(case, tala):
    sealing = seal(case, LATER, by=tala, because=WHY)
    raw = hand_out(sealing, by=tala, because=WHY).raw

    assert prove(raw, public_key=signing.new_key().public).faults
