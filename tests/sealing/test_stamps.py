"""Time stamps of a real authority on this machine, proved by its root."""

import shutil
from datetime import UTC, datetime, timedelta

import pytest

from marsad.errors import Unreachable, Unreadable
from marsad.sealing.bundles import Proofs, seal
from marsad.sealing.proofs import prove
from marsad.sealing.stamps import ask, read_roots, read_stamp
from sealing.authority import authority, found, openssl

pytestmark = pytest.mark.skipif(
    not shutil.which("openssl"), reason="openssl is not installed"
)
MANIFEST = b'{"format": "marsad-evidence/1"}\n'


@pytest.fixture(scope="module")
def clock(tmp_path_factory):
    folder = tmp_path_factory.mktemp("authority")
    found(folder)
    return folder


@pytest.fixture(scope="module")
def roots(clock):
    return read_roots((clock / "root.pem").read_bytes())


def test_an_authority_stamps_a_manifest_and_its_root_proves_it(clock, roots):
    with authority(clock) as address:
        stamp = ask(address, MANIFEST, roots=roots)

    assert abs(datetime.now(UTC) - stamp.at) < timedelta(minutes=1)
    assert stamp.authority == "Clock of the kitchen"
    assert read_stamp(stamp.raw, MANIFEST, roots=roots) == stamp


def test_openssl_agrees(clock, tmp_path):
    with authority(clock) as address:
        stamp = ask(address, MANIFEST)
    (tmp_path / "manifest.json").write_bytes(MANIFEST)
    (tmp_path / "manifest.json.tsr").write_bytes(stamp.raw)

    told = openssl(
        *("ts", "-verify", "-data", "manifest.json", "-in", "manifest.json.tsr"),
        *("-CAfile", clock / "root.pem"),
        folder=tmp_path,
    )
    assert b"OK" in told


def test_a_stamp_over_another_manifest_is_refused(clock):
    with authority(clock) as address:
        stamp = ask(address, MANIFEST)

    with pytest.raises(Unreadable, match="over another manifest"):
        read_stamp(stamp.raw, MANIFEST + b" ")


def test_a_stamp_of_a_stranger_is_refused(clock, tmp_path):
    found(tmp_path)
    strangers = read_roots((tmp_path / "root.pem").read_bytes())
    with authority(clock) as address:
        stamp = ask(address, MANIFEST)

    with pytest.raises(Unreadable, match="does not hold"):
        read_stamp(stamp.raw, MANIFEST, roots=strangers)


def test_an_answer_to_an_earlier_question_is_refused(clock):
    with authority(clock) as address:
        stamp = ask(address, MANIFEST)
    with (
        authority(clock, answer=stamp.raw) as address,
        pytest.raises(Unreadable, match="another question"),
    ):
        ask(address, MANIFEST)


def test_what_is_no_answer_is_told_so(clock):
    with (
        authority(clock, answer=b"<html>") as address,
        pytest.raises(Unreadable, match="RFC 3161"),
    ):
        ask(address, MANIFEST)
    with pytest.raises(Unreachable):
        ask("http://127.0.0.1:9/", MANIFEST)
    with pytest.raises(Unreadable, match="no certificate"):
        read_roots(b"soup")


def test_a_stamped_bundle_says_when_and_by_whom(clock, roots):
    at = datetime(2026, 11, 22, tzinfo=UTC)
    with authority(clock) as address:
        proofs = Proofs(stamp=lambda raw: ask(address, raw).raw)
        raw = seal((), (), (), at, subject="case 12", proofs=proofs)

    proof = prove(raw, roots=roots)
    assert proof.faults == ()
    assert proof.authority == "Clock of the kitchen"
    assert proof.stamped_at > at
