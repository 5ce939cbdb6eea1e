import socket
import threading
import urllib.request
from pathlib import Path

import pytest

from marsad.cli import demo
from marsad.cli.main import main
from marsad.errors import Refused


def test_the_demo_ends_with_the_pack_and_a_page_to_open(tmp_path, capsys):
    assert main(["demo", "--out", str(tmp_path / "shown"), "--no-serve"]) == 0

    told = dict(line.split(": ", 1) for line in capsys.readouterr().out.splitlines())
    assert Path(told["pack"]) == tmp_path / "shown" / "pack"
    page = Path(told["page"].removeprefix("file://"))
    assert page.is_file()
    assert page.is_relative_to(told["pack"])
    assert len(list((tmp_path / "shown" / "readings").glob("*.json"))) == 12


def test_a_second_demo_writes_over_the_first(tmp_path):
    for _ in range(2):
        assert main(["demo", "--out", str(tmp_path), "--no-serve"]) == 0


def test_the_samples_are_found_from_any_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert demo.samples().is_dir()


def test_without_a_checkout_the_way_out_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(demo.marsad, "__file__", str(tmp_path / "a" / "b" / "c.py"))

    with pytest.raises(Refused, match="marsad pack with reports of your own"):
        demo.samples()


def test_the_page_is_shown_to_this_machine_alone_even_if_the_port_is_taken(
    tmp_path, capsys
):
    (tmp_path / "index.html").write_text("<p>روما</p>")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with demo.server(tmp_path, port) as server:
            assert server.server_address[0] == "127.0.0.1"
            assert server.server_port != port
            threading.Thread(target=server.serve_forever, daemon=True).start()
            address = f"http://127.0.0.1:{server.server_port}/"
            with urllib.request.urlopen(address, timeout=10) as answer:
                assert "روما" in answer.read().decode()
            server.shutdown()

    assert capsys.readouterr().err == ""
