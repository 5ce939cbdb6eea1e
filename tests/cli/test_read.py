import io
import json
import os
import signal
import subprocess
import sys
import time
from types import SimpleNamespace

import pytest

from marsad.cli.main import main

ARABIC = "قال وزير الخارجية الإيطالي إن 83 عضوا شاركوا في اجتماع روما.\n"


@pytest.fixture
def reports(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "rome.txt").write_text(ARABIC)
    (folder / "marrakech.txt").write_text(
        "The ministers met in Marrakech on 11 May 2022.\n"
    )
    return folder


def written(folder):
    return {path.stem: json.loads(path.read_text()) for path in folder.glob("*.json")}


def test_a_folder_of_readings_has_one_file_a_document_in_the_annotation_form(
    reports, tmp_path
):
    out = tmp_path / "out"

    status = main(
        ["read", str(reports), "--out", str(out), "--published", "2021-06-28"]
    )

    readings = written(out)
    assert status == 0
    assert set(readings) == {"rome", "marrakech"}
    rome = readings["rome"]
    assert {"document", "sha256", "language", "published", "findings"} <= set(rome)
    assert rome["published"] == "2021-06-28"
    assert all(
        ARABIC[one["start"] : one["end"]] == one["surface"] for one in rome["findings"]
    )


def test_rows_are_named_by_their_ids(tmp_path, capsys):
    rows = tmp_path / "rows.jsonl"
    rows.write_text(
        "".join(
            json.dumps({"id": f"news/{n}", "text": ARABIC}) + "\n" for n in range(3)
        )
    )
    out = tmp_path / "out"

    assert main(["read", str(rows), "--out", str(out)]) == 0

    assert sorted(one["document"] for one in written(out).values()) == [
        "news/0",
        "news/1",
        "news/2",
    ]
    assert "3 documents read" in capsys.readouterr().err


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_output_is_the_same_in_one_process_and_in_two(reports, jobs, capsys):
    assert main(["read", str(reports), "--format", "jsonl", "--jobs", jobs]) == 0

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["document"] for line in lines] == ["marrakech", "rome"]


def test_json_is_one_list(reports, capsys):
    main(["read", str(reports), "--format", "json"])

    assert len(json.loads(capsys.readouterr().out)) == 2


def test_nothing_read_is_still_a_list(tmp_path, capsys):
    status = main(["read", str(tmp_path), "--format", "json"])

    assert (status, json.loads(capsys.readouterr().out)) == (1, [])


def test_a_pipe_is_read_as_a_text_or_as_rows(monkeypatch, capsys):
    for piped in (ARABIC, json.dumps({"id": "rome", "text": ARABIC}) + "\n"):
        pipe = SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(piped.encode())))
        monkeypatch.setattr(sys, "stdin", pipe)

        assert main(["read", "-", "--format", "jsonl"]) == 0

    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["document"], second["document"]) == ("stdin", "rome")
    assert first["findings"] == second["findings"]


def test_an_empty_pipe_is_a_fault_not_a_crash(monkeypatch, capsys):
    pipe = SimpleNamespace(buffer=io.BufferedReader(io.BytesIO()))
    monkeypatch.setattr(sys, "stdin", pipe)

    assert main(["read", "-"]) == 1
    assert "standard input: is empty" in capsys.readouterr().err


def test_bad_files_are_told_counted_and_do_not_stop_the_others(
    reports, tmp_path, capsys
):
    (reports / "empty.txt").write_bytes(b"")
    (reports / "noise.pdf").write_bytes(b"%PDF-1.7 noise")
    (reports / "rows.jsonl").write_text('{"id": "a", "text": "Rome."}\n{"id": 1\n')
    out = tmp_path / "out"

    status = main(
        ["read", str(reports), str(tmp_path / "missing.txt"), "--out", str(out)]
    )

    told = capsys.readouterr().err
    assert status == 1
    assert set(written(out)) == {"rome", "marrakech", "a"}
    assert "3 documents read" in told
    assert "4 could not be read" in told
    faults = [line for line in told.splitlines() if ": " in line and "; " in line]
    assert len(faults) == 4
    assert any("rows.jsonl, line 2: is broken JSON" in line for line in faults)


def test_two_rows_of_one_id_are_told_and_the_first_is_kept(tmp_path, capsys):
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"id": "a", "text": "Rome."}\n{"id": "a", "text": "Paris."}\n')

    assert main(["read", str(rows), "--out", str(tmp_path / "out")]) == 1

    assert "a second document named 'a'" in capsys.readouterr().err


def test_what_was_read_is_skipped_until_text_day_or_reader_change(
    reports, tmp_path, capsys
):
    out = tmp_path / "out"
    again = ["read", str(reports), "--out", str(out)]

    def counts():
        return capsys.readouterr().err.strip()

    main(again)
    assert "2 documents read" in counts()
    main(again)
    assert "0 documents read" in counts()
    (reports / "rome.txt").write_text(ARABIC + ARABIC)
    main(again)
    assert "1 documents read" in counts()
    main([*again, "--published", "2021-06-28"])
    assert "2 documents read" in counts()
    kept = out / "rome.json"
    kept.write_text(kept.read_text().replace("marsad 0", "marsad 9"))
    main([*again, "--published", "2021-06-28"])
    assert "1 documents read" in counts()


def test_a_reading_that_was_cut_off_is_made_again(reports, tmp_path):
    out = tmp_path / "out"
    main(["read", str(reports), "--out", str(out)])
    (out / "rome.json").write_text('{"document": "ro')

    assert main(["read", str(reports), "--out", str(out)]) == 0
    assert "findings" in written(out)["rome"]


def test_the_custody_of_each_file_is_noted(reports, tmp_path):
    out = tmp_path / "out"
    main(["read", str(reports), "--out", str(out)])

    lines = [
        json.loads(line) for line in (out / "custody.jsonl").read_text().splitlines()
    ]

    assert [line["path"].rpartition(os.sep)[2] for line in lines] == [
        "marrakech.txt",
        "rome.txt",
    ]
    assert all(line["sha256"] and line["size"] and line["taken_at"] for line in lines)


def test_a_file_where_the_folder_should_be_is_refused(reports, tmp_path, capsys):
    (tmp_path / "out").write_text("a file")

    assert main(["read", str(reports), "--out", str(tmp_path / "out")]) == 1
    assert "name another with --out" in capsys.readouterr().err


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_keeps_every_reading_whole_and_leaves_no_draft(tmp_path, jobs):
    rows = tmp_path / "rows.jsonl"
    with rows.open("w") as file:
        for number in range(20_000):
            file.write(json.dumps({"id": f"r{number}", "text": ARABIC * 20}) + "\n")
    out = tmp_path / "out"
    command = [
        sys.executable,
        "-m",
        "marsad.cli.main",
        "read",
        str(rows),
        "--out",
        str(out),
    ]

    running = subprocess.Popen(
        [*command, "--jobs", jobs],
        stderr=subprocess.PIPE,
        text=True,
        # A shell that starts jobs in the background makes them deaf to Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    patience = time.monotonic() + 60
    while not any(out.glob("r*.json")) and time.monotonic() < patience:
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=60)

    assert running.returncode == 130
    assert told.splitlines()[-1] == "marsad: stopped"
    assert "Traceback" not in told
    kept = written(out)
    assert 0 < len(kept) < 20_000
    assert not list(out.glob(".r*"))
