"""Tests for signatures, against the real minisign where it is installed."""

import base64
import shutil
import stat
import subprocess

import pytest

from marsad.errors import Refused, Unreadable
from marsad.signing import key_file, new_key, read_key, sign, verify, write_key

MESSAGE = "إصدار رقم 2026-014\n".encode()

needs_minisign = pytest.mark.skipif(
    shutil.which("minisign") is None, reason="the program minisign is not installed"
)


@pytest.fixture
def key():
    return new_key()


def _run(*words):
    return subprocess.run(
        ["minisign", *map(str, words)], capture_output=True, text=True, check=False
    )


def test_a_signature_holds_and_gives_its_trusted_comment(key):
    signature = sign(MESSAGE, key, "release 2026-014, 22 نوفمبر")

    assert verify(MESSAGE, signature, key.public) == "release 2026-014, 22 نوفمبر"
    assert verify(MESSAGE, signature, key.public_file.decode())


def test_one_changed_byte_of_the_message_is_refused(key):
    signature = sign(MESSAGE, key, "whole")

    with pytest.raises(Refused, match="what it signs was changed"):
        verify(MESSAGE.replace(b"014", b"015"), signature, key.public)


def test_an_exchanged_trusted_comment_is_refused(key):
    signature = sign(MESSAGE, key, "release 2026-014")

    with pytest.raises(Refused, match="what it signs was changed"):
        verify(MESSAGE, signature.replace(b"2026-014", b"2026-015"), key.public)


def test_another_key_is_refused_by_name(key):
    with pytest.raises(Refused, match="another key"):
        verify(MESSAGE, sign(MESSAGE, new_key(), ""), key.public)


def test_a_comment_of_two_lines_is_refused(key):
    with pytest.raises(Refused, match="line break"):
        sign(MESSAGE, key, "one\ntrusted comment: two")


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\xff\xfe\n\n\n\n", id="no text"),
        pytest.param(b"a\nb\nc\nd\n", id="no base64"),
    ],
)
def test_what_is_no_signature_is_said_to_be_none(key, raw):
    with pytest.raises((Unreadable, Refused)):
        verify(MESSAGE, raw, key.public)


def test_an_older_signature_without_a_hash_is_refused(key):
    signature = sign(MESSAGE, key, "")
    lines = signature.split(b"\n")
    raw = base64.b64decode(lines[1])
    lines[1] = base64.b64encode(b"Ed" + raw[2:])

    with pytest.raises(Refused, match="format ED"):
        verify(MESSAGE, b"\n".join(lines), key.public)


def test_a_key_is_written_for_its_owner_alone_and_read_back(key, tmp_path):
    write_key(key, tmp_path / "secret.key")

    assert stat.S_IMODE((tmp_path / "secret.key").stat().st_mode) == 0o600
    assert read_key((tmp_path / "secret.key").read_bytes()) == key
    assert key.seed.hex() not in repr(key)


def test_a_key_is_never_written_over_another(key, tmp_path):
    write_key(key, tmp_path / "secret.key")

    with pytest.raises(Refused, match="there already"):
        write_key(new_key(), tmp_path / "secret.key")


def test_a_damaged_key_is_not_used(key):
    first, line, _ = key_file(key).split(b"\n")
    raw = bytearray(base64.b64decode(line))
    raw[70] ^= 1

    with pytest.raises(Unreadable, match="damaged"):
        read_key(first + b"\n" + base64.b64encode(raw) + b"\n")


@needs_minisign
def test_the_real_minisign_accepts_our_signature_and_our_key(key, tmp_path):
    (tmp_path / "m").write_bytes(MESSAGE)
    (tmp_path / "m.minisig").write_bytes(sign(MESSAGE, key, "made by marsad"))
    (tmp_path / "public").write_bytes(key.public_file)

    ran = _run("-V", "-m", tmp_path / "m", "-P", key.public)
    assert ran.returncode == 0, ran.stderr
    assert "made by marsad" in ran.stdout
    assert _run("-V", "-m", tmp_path / "m", "-p", tmp_path / "public").returncode == 0

    (tmp_path / "m").write_bytes(MESSAGE + b".")
    assert _run("-V", "-m", tmp_path / "m", "-P", key.public).returncode != 0


@needs_minisign
def test_the_real_minisign_signs_with_a_key_of_ours(key, tmp_path):
    write_key(key, tmp_path / "secret")
    (tmp_path / "m").write_bytes(MESSAGE)

    ran = _run("-S", "-s", tmp_path / "secret", "-m", tmp_path / "m", "-t", "by hand")

    assert ran.returncode == 0, ran.stderr
    signature = (tmp_path / "m.minisig").read_bytes()
    assert verify(MESSAGE, signature, key.public) == "by hand"


@needs_minisign
def test_a_key_and_signature_of_the_real_minisign_are_read(tmp_path):
    files = ("-p", tmp_path / "public", "-s", tmp_path / "secret")
    assert _run("-G", "-W", *files).returncode == 0
    (tmp_path / "m").write_bytes(MESSAGE)
    assert _run("-S", "-s", tmp_path / "secret", "-m", tmp_path / "m").returncode == 0

    public = (tmp_path / "public").read_text()
    read = read_key((tmp_path / "secret").read_bytes())

    assert verify(MESSAGE, (tmp_path / "m.minisig").read_bytes(), public)
    assert read.public == public.splitlines()[1]
    assert verify(MESSAGE, sign(MESSAGE, read, "again"), public) == "again"
