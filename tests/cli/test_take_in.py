"""Files and folders are taken in from the command line, once, now or by the worker."""

import json

import pytest

from marsad.cli.main import main
from marsad.desk.documents.models import Custody, Document
from marsad.desk.work.models import Batch, Job
from marsad.marking import Marking

ARABIC = "قال الوزير إن التحالف يضم 74 عضوا في الكويت.\n"


@pytest.fixture
def folder(db, tmp_path, settings):
    settings.CONTENT_STORE = str(tmp_path / "content")
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text(ARABIC)
    (reports / "a.meta.json").write_text('{"outlet": "Petra"}')
    rows = [{"id": "x", "text": "The minister spoke."}, {"id": "y"}]
    (reports / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    return reports


def test_a_folder_is_taken_in_here_and_now(folder, capsys):
    status = main(["take-in", str(folder), "--now", "--published", "2018-02-13"])

    assert status == 0
    assert "taken in: 2 new, 0 known" in capsys.readouterr().out
    document = Document.objects.get(outlet="Petra")
    assert str(document.published) == "2018-02-13"
    assert document.source.name == "Petra"
    assert document.custody.first().origin == str(folder / "a.txt")


def test_a_second_run_takes_nothing_in_and_notes_nothing(folder, capsys):
    main(["take-in", str(folder), "--now"])
    lines = Custody.objects.count()
    (folder / "b.txt").write_text(ARABIC * 2)

    main(["take-in", str(folder), "--now"])

    assert "taken in: 1 new, 2 known" in capsys.readouterr().out
    assert Custody.objects.count() == lines + 2


def test_a_folder_waits_for_the_worker(folder, capsys):
    status = main(["take-in", str(folder), "--marking", "amber", "--source", "Petra"])

    assert status == 0
    assert "queued: 2" in capsys.readouterr().out
    assert Batch.objects.get().total == 2
    assert set(Job.objects.values_list("marking", flat=True)) == {Marking.AMBER}
    assert Document.objects.count() == 0


def test_what_cannot_be_read_is_told_and_keeps_nobody(folder, capsys):
    (folder / "empty.txt").write_text(" ")
    (folder / "cut.pdf").write_bytes(b"%PDF-1.7 no more")

    status = main(["take-in", str(folder), "--now"])

    told = capsys.readouterr().err
    assert status == 1
    assert "empty.txt: is empty" in told
    assert "cut.pdf: is a damaged or truncated PDF" in told
    assert "2 could not be taken in" in told
    assert Document.objects.count() == 2


def test_what_is_no_marking_is_refused(folder, capsys):
    assert main(["take-in", str(folder), "--marking", "secret"]) == 1
    assert "is no TLP 2.0 marking" in capsys.readouterr().err
