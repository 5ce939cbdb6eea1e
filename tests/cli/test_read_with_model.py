"""Tests for `marsad read --model-url`: a model beside the rules, in a whole batch."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from marsad.cli.main import main

TEXT = "وصلت المنسقة سلمى النجار إلى الحي."
PERSON = {"kind": "party", "quote": "الحي", "type": "office", "canonical": "quarter"}


class Model(BaseHTTPRequestHandler):
    """An endpoint that finds one party, or fails, as its server is told."""

    def log_message(self, *arguments):
        pass

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.server.questions += 1
        content = json.dumps({"findings": [PERSON]}, ensure_ascii=False)
        body = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
        self.send_response(404 if self.server.is_broken else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def model():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Model)
    server.questions, server.is_broken = 0, False
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.setting = f"http://127.0.0.1:{server.server_port}/v1#small-1"
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def reports(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(5):
        (folder / f"r{number}.txt").write_text(f"{TEXT}\n")
    return folder


def readers(out):
    kept = [json.loads(path.read_text()) for path in sorted(out.glob("r*.json"))]
    return [{one["reader"] for one in reading["findings"]} for reading in kept]


def test_a_model_is_asked_only_where_one_is_set(reports, tmp_path, model):
    assert main(["read", str(reports), "--out", str(tmp_path / "out")]) == 0

    assert model.questions == 0
    assert not any("model" in names for names in readers(tmp_path / "out"))


@pytest.mark.parametrize("way", ["option", "environment"])
def test_a_model_s_findings_are_kept_beside_the_rules(
    reports, tmp_path, model, monkeypatch, way
):
    out, option = tmp_path / "out", []
    if way == "option":
        option = ["--model-url", model.setting]
    else:
        monkeypatch.setenv("MARSAD_MODEL_URL", model.setting)

    status = main(["read", str(reports), "--out", str(out), *option])

    assert status == 0
    assert all("model" in names for names in readers(out))


def test_a_model_that_fails_is_told_and_the_rules_reading_is_kept(
    reports, tmp_path, model, capsys
):
    model.is_broken = True
    out = tmp_path / "out"

    status = main(
        ["read", str(reports), "--out", str(out), "--model-url", model.setting]
    )

    told = capsys.readouterr().err
    assert status == 1
    assert len(list(out.glob("r*.json"))) == 5
    assert "what the rules found is kept" in told
    # It is left alone after three failures, and five documents are read all the same.
    assert "5 documents read" in told
    assert "the model failed 3 times" in told
    assert model.questions == 3


def test_what_was_read_without_the_model_is_read_again_with_it(
    reports, tmp_path, model
):
    arguments = ["read", str(reports), "--out", str(tmp_path / "out")]
    main(arguments)

    main([*arguments, "--model-url", model.setting])
    asked = model.questions
    main([*arguments, "--model-url", model.setting])

    assert (asked, model.questions) == (5, 5)


def test_a_setting_that_cannot_be_used_stops_before_the_first_document(reports, capsys):
    assert main(["read", str(reports), "--model-url", "http://127.0.0.1:9/v1"]) == 1

    assert "names no model" in capsys.readouterr().err
