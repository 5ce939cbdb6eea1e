"""Sealed evidence: the same bytes each time, and one altered character is a fault."""

import io
import json
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime

import pytest

from marsad import signing
from marsad.sealing.bundles import Proofs, seal
from marsad.sealing.parts import Attached, Handover, Record, named_by_hash
from marsad.sealing.proofs import prove, verify

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
SOUP = "وصفة شوربة العدس المشهورة في حارتنا القديمة"
RECORDS = (
    Record("posts", {"number": 1, "text": SOUP}),
    Record("readings", {"reader": "رنا", "verdict": "refer"}),
    Record("posts", {"number": 2, "text": "La soupe du quartier"}),
)
FILES = (named_by_hash(b"\x89PNG\r\n\x1a\na drawn square"),)
CUSTODY = (
    Handover(AT, "Rana", "sealed", "للجهة التي تسأل عنها"),
    Handover(AT, "Sami", "handed out", "asked for by the kitchen council"),
)


@pytest.fixture(scope="module")
def key():
    return signing.new_key()


def made(key=None, records=RECORDS, files=FILES):
    proofs = Proofs()
    if key:
        proofs = Proofs(key.public, lambda raw: signing.sign(raw, key, "evidence"))
    return seal(records, files, CUSTODY, AT, subject="case 12", proofs=proofs)


def members(raw):
    with zipfile.ZipFile(io.BytesIO(raw)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def zipped(parts, **how):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", **how) as opened:
        for name, raw in parts.items():
            opened.writestr(name, raw)
    return buffer.getvalue()


def test_the_same_parts_make_the_same_bytes(key):
    assert made(key) == made(key)


def test_everything_that_was_brought_is_in_it_and_holds(key):
    raw = made(key)
    parts = members(raw)
    proof = prove(raw, public_key=key.public)

    assert proof.faults == ()
    assert proof.key == key.public
    assert [json.loads(one)["number"] for one in parts["records/posts.jsonl"].splitlines()] == [1, 2]  # fmt: skip
    assert SOUP in parts["records/posts.jsonl"].decode()
    assert FILES[0].path in parts
    assert FILES[0].path.endswith(".png")
    assert proof.files == len(parts) - 2


def test_the_page_for_people_says_both_languages_and_runs_nothing(key):
    page = members(made(key))["index.html"].decode()

    assert 'dir="rtl"' in page
    assert "سلسلة العهدة" in page
    assert "Chain of custody" in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_words_of_people_are_no_markup_in_the_page():
    custody = (Handover(AT, "<b>Rana</b>", "sealed", "<script>1</script>"),)
    page = members(seal((), (), custody, AT, subject="<i>"))["index.html"].decode()

    assert "<script>" not in page
    assert "<b>Rana" not in page


@pytest.mark.parametrize(
    ("path", "change", "told"),
    [
        pytest.param("records/posts.jsonl", lambda raw: raw.replace(b"1", b"2", 1), "hash", id="a record"),
        pytest.param("custody.jsonl", lambda raw: raw.replace(b"Rana", b"Tala"), "does not follow", id="custody"),
        pytest.param("index.html", lambda raw: raw + b" ", "hash", id="the page"),
        pytest.param("manifest.json", lambda raw: raw.replace(b"case 12", b"case 13"), "does not hold", id="the manifest"),
        pytest.param("manifest.json", lambda raw: b"{}", "cannot be read", id="an empty manifest"),
        pytest.param("manifest.json", lambda raw: raw.replace(b"evidence/1", b"evidence/9"), "form", id="another form"),
        pytest.param("manifest.json.minisig", lambda raw: None, "is missing", id="no signature"),
        pytest.param("records/readings.jsonl", lambda raw: None, "is missing", id="a file taken out"),
    ],
)  # fmt: skip
def test_one_altered_file_is_a_fault(key, path, change, told):
    parts = members(made(key))
    altered = change(parts.pop(path))
    if altered is not None:
        parts[path] = altered

    faults = verify(zipped(parts), public_key=key.public)

    assert any(told in str(one) for one in faults), faults


def test_what_was_put_in_later_stands_in_no_manifest(key):
    parts = members(made(key)) | {"records/more.jsonl": b"{}\n"}

    [fault] = verify(zipped(parts))
    assert str(fault) == "records/more.jsonl: stands in no manifest"


def test_another_key_proves_nothing(key):
    [fault] = verify(made(key), public_key=signing.new_key().public)
    assert "another key" in fault.problem


def test_what_is_no_zip_or_is_packed_is_a_fault_and_no_crash(key):
    assert verify(b"soup")
    assert verify(b"")
    assert verify(made(key)[:-200])
    packed = zipped(members(made(key)), compression=zipfile.ZIP_DEFLATED)
    assert "never is" in str(verify(packed)[0])


def test_a_web_archive_stands_where_wacz_wants_it():
    archive = named_by_hash(b"WARC/1.1\r\nWARC-Type: warcinfo\r\n\r\n")
    raw = made(files=(archive,))
    parts = members(raw)
    [listed] = json.loads(parts["datapackage.json"])["resources"]

    assert archive.path.startswith("archive/")
    assert listed["path"] in parts
    assert "pages/pages.jsonl" in parts
    assert verify(raw) == ()


def test_without_a_web_archive_it_is_a_plain_zip():
    assert "datapackage.json" not in members(made())
    assert Attached("a.txt", b"a").path == "files/a.txt"


@pytest.mark.skipif(not shutil.which("minisign"), reason="minisign is not installed")
def test_minisign_itself_proves_the_manifest(key, tmp_path):
    for name, raw in members(made(key)).items():
        if name.startswith("manifest"):
            (tmp_path / name).write_bytes(raw)
    command = ["minisign", "-Vm", "manifest.json", "-P", key.public]
    assert subprocess.run(command, cwd=tmp_path, check=False, capture_output=True).returncode == 0  # fmt: skip
