"""`marsad evidence verify`: one line a fault, and who signed and stamped what holds."""

from datetime import UTC, datetime

import pytest

from marsad import signing
from marsad.cli.main import main
from marsad.sealing.bundles import Proofs, seal
from marsad.sealing.parts import Handover, Record

AT = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def key():
    return signing.new_key()


@pytest.fixture
def sealed(key, tmp_path):
    proofs = Proofs(key.public, lambda raw: signing.sign(raw, key, "evidence"))
    custody = (Handover(AT, "Rana", "sealed"),)
    records = (Record("posts", {"text": "شوربة العدس"}),)
    path = tmp_path / "case-1.zip"
    path.write_bytes(seal(records, (), custody, AT, subject="case 1", proofs=proofs))
    return path


def test_evidence_that_holds_says_whose_it_is(sealed, key, capsys):
    assert main(["evidence", "verify", str(sealed)]) == 0
    said = capsys.readouterr().out
    assert "3 files hold" in said
    assert f"signed by {key.public}, the key that it names itself" in said
    assert "no authority stamped it" in said


def test_a_key_may_be_a_line_or_a_file(sealed, key, tmp_path, capsys):
    file = tmp_path / "site.pub"
    file.write_bytes(key.public_file)
    for one in (key.public, str(file)):
        assert main(["evidence", "verify", str(sealed), "--key", one]) == 0
        assert "your key" in capsys.readouterr().out


def test_every_fault_is_a_line_on_the_error_stream(sealed, capsys):
    raw = bytearray(sealed.read_bytes())
    place = raw.index("شوربة".encode())
    raw[place : place + 2] = "س".encode()
    sealed.write_bytes(raw)

    assert main(["evidence", "verify", str(sealed)]) == 1
    assert capsys.readouterr().err.count("marsad: ") >= 1


def test_a_file_that_is_not_there_is_named(tmp_path, capsys):
    assert main(["evidence", "verify", str(tmp_path / "none.zip")]) == 1
    assert "none.zip" in capsys.readouterr().err
