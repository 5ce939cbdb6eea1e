import sys

from marsad.cli import progress as showing
from marsad.cli.progress import progressing


def test_a_log_gets_plain_lines_and_no_signs_of_a_terminal(capsys, monkeypatch):
    monkeypatch.setattr(showing, "_LINE_EVERY_SECONDS", 0.0)

    with progressing(3) as progress:
        progress.advance(2)
        progress.tell("marsad: a.txt: is empty; fetch it again")

    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines() == [
        "marsad: 2 of 3 documents",
        "marsad: a.txt: is empty; fetch it again",
    ]


def test_a_person_who_watches_gets_a_bar_and_the_faults_above_it(capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")

    with progressing(2) as progress:
        progress.advance(1)
        progress.tell("marsad: [a].txt: is empty; fetch it again")

    told = capsys.readouterr().err
    assert "marsad: [a].txt: is empty; fetch it again" in told
    assert "reading" in told
