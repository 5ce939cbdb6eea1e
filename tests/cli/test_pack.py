import json
from pathlib import Path

import pytest

from marsad.cli.main import main

REPORTS = Path(__file__).parents[2] / "examples" / "reports"


@pytest.fixture(scope="module")
def drafted(tmp_path_factory):
    """One pack from two reports, for all tests that only look at it."""
    out = tmp_path_factory.mktemp("drafted") / "pack"
    reports = [
        str(REPORTS / name)
        for name in ("06-kuwait-ministerial.txt", "07-tillerson-pledge.txt")
    ]
    assert main(["pack", *reports, "--out", str(out), "--languages", "ar,en"]) == 0
    return out


@pytest.fixture
def pack(drafted, tmp_path):
    """A copy that a test may spoil."""
    copy = tmp_path / "pack"
    for path in sorted(drafted.rglob("*")):
        place = copy / path.relative_to(drafted)
        if path.is_dir():
            place.mkdir(parents=True, exist_ok=True)
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(path.read_bytes())
    return copy


def test_a_pack_holds_brief_figures_charts_and_sources(drafted):
    endings = {path.suffix for path in drafted.rglob("*") if path.is_file()}

    assert {".html", ".pdf", ".docx", ".csv", ".svg", ".png", ".json"} <= endings
    assert json.loads((drafted / "sources.json").read_text("utf-8"))


def test_a_fresh_pack_stands_in_its_sources(drafted, capsys):
    assert main(["check", str(drafted)]) == 0
    assert "every citation stands in its source" in capsys.readouterr().out


def test_one_altered_character_fails_the_check(pack, capsys):
    sources = pack / "sources.json"
    sources.write_text(
        sources.read_text("utf-8").replace("الكويت", "الكوبت", 1), "utf-8"
    )

    assert main(["check", str(pack)]) == 1
    assert "faults" in capsys.readouterr().err


def test_a_folder_that_is_no_pack_is_refused(tmp_path, capsys):
    assert main(["check", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("marsad: ")


def test_nothing_to_read_makes_no_pack(tmp_path, capsys):
    assert (
        main(["pack", str(tmp_path / "missing.txt"), "--out", str(tmp_path / "pack")])
        == 1
    )

    assert not (tmp_path / "pack").exists()
    assert "no input could be read" in capsys.readouterr().err


def test_without_the_packages_for_documents_the_way_out_is_told(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.setitem(__import__("sys").modules, "marsad.composing.pack", None)
    report = str(REPORTS / "06-kuwait-ministerial.txt")

    assert main(["pack", report, "--out", str(tmp_path / "pack")]) == 1
    assert "marsad[documents]" in capsys.readouterr().err
