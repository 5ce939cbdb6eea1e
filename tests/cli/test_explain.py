import pytest

from marsad.cli.main import main


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "kuwait.txt"
    path.write_text("قال الجنرال جون آلن إن التحالف يضم 60 دولة <b>.\n")
    return path


def test_the_terminal_shows_the_text_and_a_reason_for_each_finding(report, capsys):
    assert main(["explain", str(report)]) == 0

    told = capsys.readouterr().out
    assert "الجنرال جون" in told
    assert "findings" in told


def test_the_page_needs_no_other(report, tmp_path, capsys):
    page = tmp_path / "page.html"

    assert main(["explain", str(report), "--html", str(page)]) == 0

    html = page.read_text()
    assert str(page) in capsys.readouterr().out
    assert "&lt;b&gt;" in html
    assert "http" not in html
    assert "<script" not in html


def test_a_page_that_cannot_be_written_is_refused(report, tmp_path, capsys):
    assert (
        main(["explain", str(report), "--html", str(tmp_path / "no" / "page.html")])
        == 1
    )
    assert "name another file with --html" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_ends_with_1(tmp_path, capsys):
    assert main(["explain", str(tmp_path / "missing.txt")]) == 1
    assert "no such file" in capsys.readouterr().err


def test_what_each_finding_hangs_on_is_told(tmp_path, capsys):
    file = tmp_path / "report.txt"
    file.write_text("John Kerry said on Monday that about 83 states support Iraq.")
    page = tmp_path / "page.html"

    assert main(["explain", str(file), "--what-if"]) == 0
    assert main(["explain", str(file), "--what-if", "--html", str(page)]) == 0

    printed = capsys.readouterr().out
    assert "bound \u2068exact\u2069 instead of \u2068about\u2069" in printed
    assert "<ul class=hangs><li>without" in page.read_text()
