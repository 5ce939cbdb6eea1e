"""Tests for the check of an edition's pack: one altered character is found."""

import io
import json
import zipfile

import pytest

from composing.edition_maker import MEDIA, edition
from marsad.cli.main import main
from marsad.composing.check_edition import check_edition_pack
from marsad.composing.edition_pack import edition_pack, zip_of
from marsad.composing.pack_records import as_json, manifest
from marsad.signing import new_key, sign

KEY = new_key()


@pytest.fixture(scope="module")
def files():
    """A pack in two languages, signed."""
    return edition_pack(
        edition("ar", "en"), MEDIA, signer=lambda raw: sign(raw, KEY, "2026-014")
    )


def _written(files, folder):
    for path, raw in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(raw)
    return folder


def _forged(files, path, old, new):
    """The pack with a file changed, and the manifest written anew to hide it."""
    assert old in files[path]
    changed = {**files, path: files[path].replace(old, new, 1)}
    about = json.loads(files["manifest.json"])
    listed = {key: changed[key] for key in about["files"]}
    return {**changed, "manifest.json": as_json({**about, **manifest(listed)})}


def test_a_pack_as_it_was_made_has_no_fault(files, tmp_path):
    assert check_edition_pack(_written(files, tmp_path), public=KEY.public) == ()


def test_a_zip_is_checked_as_it_is(files, tmp_path):
    (tmp_path / "pack.zip").write_bytes(zip_of(files))

    assert check_edition_pack(tmp_path / "pack.zip", public=KEY.public) == ()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        pytest.param("brief-en.html", b"87 members", b"88 members", id="a figure"),
        pytest.param("brief-ar.html", "عضواً".encode(), "عضوا".encode(), id="a sign"),
        pytest.param(
            "brief-en.html", b"every promise", b"some promise", id="a quotation"
        ),
        pytest.param("brief-en.html", b">10,500<", b">10,600<", id="a large figure"),
        pytest.param("figures.csv", b"-70.5", b"-75.0", id="the table of figures"),
        pytest.param("sources.json", b'"start": 4', b'"start": 5', id="a place"),
        pytest.param("edition.json", b"87 members", b"86 members", id="the edition"),
    ],
)
def test_a_change_is_found_even_under_a_new_manifest(files, tmp_path, path, old, new):
    forged = _forged(files, path, old, new)

    faults = check_edition_pack(_written(forged, tmp_path))

    assert faults
    assert any(path.partition(".")[0] in str(fault) for fault in faults)


def test_a_change_in_the_word_file_is_found_under_a_new_manifest(files, tmp_path):
    word = io.BytesIO(files["brief-en.docx"])
    changed = io.BytesIO()
    with zipfile.ZipFile(word) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            raw = old.read(name)
            new.writestr(name, raw.replace(b"every promise", b"some promise"))
    forged = _forged(files, "brief-en.docx", files["brief-en.docx"], changed.getvalue())

    faults = check_edition_pack(_written(forged, tmp_path))

    assert any("brief-en.docx" in str(fault) for fault in faults)


def test_a_new_manifest_breaks_the_signature(files, tmp_path):
    forged = _forged(files, "index.html", b"Read the brief", b"Read this brief")

    assert check_edition_pack(_written(forged, tmp_path)) == ()
    faults = check_edition_pack(tmp_path, public=KEY.public)
    assert "what it signs was changed" in str(faults[0])


def test_a_pack_without_a_signature_or_by_another_key_is_not_trusted(files, tmp_path):
    folder = _written(files, tmp_path)

    assert "another key" in str(check_edition_pack(folder, public=new_key().public)[0])
    (folder / "manifest.json.minisig").unlink()
    assert "nobody answers" in str(check_edition_pack(folder, public=KEY.public)[0])


def test_a_missing_and_an_added_file_are_named(files, tmp_path):
    folder = _written(files, tmp_path)
    (folder / "brief-ar.pdf").unlink()
    (folder / "cards" / "extra.png").write_bytes(b"x")

    told = " ".join(map(str, check_edition_pack(folder)))

    assert "brief-ar.pdf: is missing" in told
    assert "cards/extra.png: is no file of this pack" in told


@pytest.mark.parametrize("name", ["../outside.txt", "/etc/passwd", "a\\b"])
def test_a_zip_that_leads_outside_is_not_opened(tmp_path, name):
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr(name, "x")

    (fault,) = check_edition_pack(tmp_path / "bad.zip")
    assert "outside the pack" in fault.problem


def test_what_is_no_pack_is_said_to_be_none(tmp_path):
    (tmp_path / "note.zip").write_bytes(b"no zip")

    assert "no ZIP" in check_edition_pack(tmp_path / "note.zip")[0].problem
    assert "manifest.json" in str(check_edition_pack(tmp_path)[0])


def test_the_command_checks_a_pack_and_its_signature(files, tmp_path, capsys):
    folder = _written(files, tmp_path / "pack")
    (tmp_path / "public").write_bytes(KEY.public_file)

    assert main(["check", str(folder), "--key", str(tmp_path / "public")]) == 0
    assert "the signature holds" in capsys.readouterr().out
    assert main(["check", str(folder)]) == 0
    assert "was not checked" in capsys.readouterr().out

    page = folder / "brief-en.html"
    page.write_bytes(page.read_bytes().replace(b"87", b"78"))
    assert main(["check", str(folder), "--key", KEY.public]) == 1
    assert "brief-en.html" in capsys.readouterr().err
