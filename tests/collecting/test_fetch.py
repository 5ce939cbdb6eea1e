"""Tests for the web door, against a server on this machine."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from marsad.collecting.fetch import (
    Patience,
    fetch,
    fetch_public,
    is_here,
    post,
    shown,
)
from marsad.errors import Refused, Unreachable, Unreadable

HURRIED = Patience(silence_seconds=0.5, whole_seconds=1.0)
SMALL = Patience(largest_bytes=100_000)


class Desk(BaseHTTPRequestHandler):
    """A host with one habit an address."""

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        habit = self.path.strip("/").replace("-", "_")
        getattr(self, f"_{habit}")()

    def do_POST(self):
        length = int(self.headers["Content-Length"])
        self.server.taken.append((dict(self.headers), self.rfile.read(length)))
        self.do_GET()

    def _say(self, body, status=200, **headers):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _report(self):
        self._say("تقرير".encode(), Content_Type="text/plain; charset=utf-8")

    def _broken(self):
        self._say(b"oh", status=500)

    def _moved(self):
        self._say(b"", status=302, Location="/report")

    def _circle(self):
        self._say(b"", status=302, Location="/circle")

    def _elsewhere(self):
        self._say(b"", status=302, Location="http://elsewhere.example.org/report")

    def _to_a_file(self):
        self._say(b"", status=302, Location="file:///etc/hostname")

    def _endless(self):
        self.send_response(200)
        self.end_headers()
        for _ in range(50):
            self.wfile.write(b"x" * 10_000)

    def _packed(self):
        self._say(b"\x1f\x8b", Content_Encoding="gzip")

    def _silent(self):
        time.sleep(2)

    def _drip(self):
        self.send_response(200)
        self.end_headers()
        for _ in range(30):
            self.wfile.write(b".")
            self.wfile.flush()
            time.sleep(0.1)

    def _drip_of_headers(self):
        for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 30:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            time.sleep(0.1)

    def _half(self):
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"half")


class Host(ThreadingHTTPServer):
    """The host; it keeps what was sent to it and says nothing of callers who left."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Desk)
        self.taken = []
        self.address = f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, *arguments):
        pass


@pytest.fixture(scope="module")
def host():
    server = Host()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_a_page_is_taken_as_its_bytes(host):
    answer = fetch(f"{host.address}/report")

    assert answer.body.decode() == "تقرير"
    assert answer.content_type.startswith("text/plain")
    assert answer.is_good


def test_a_fault_of_the_host_is_an_answer_that_is_not_good(host):
    answer = fetch(f"{host.address}/broken")

    assert (answer.status, answer.is_good) == (500, False)


def test_a_redirect_within_its_host_is_followed(host):
    answer = fetch(f"{host.address}/moved")

    assert answer.url == f"{host.address}/report"


@pytest.mark.parametrize(
    "habit",
    [
        pytest.param("elsewhere", id="another host"),
        pytest.param("to-a-file", id="a file"),
    ],
)
def test_a_redirect_away_from_its_host_is_refused(host, habit):
    with pytest.raises((Refused, Unreachable)):
        fetch(f"{host.address}/{habit}")


def test_redirects_in_a_circle_end(host):
    with pytest.raises(Unreachable, match="circles"):
        fetch(f"{host.address}/circle")


def test_what_is_posted_arrives_with_its_headers(host):
    answer = post(f"{host.address}/report", b"{}", headers={"X-Key": "k"})

    headers, body = host.taken[-1]
    assert answer.is_good
    assert (headers["X-Key"], body) == ("k", b"{}")


def test_a_post_is_never_sent_on(host):
    answer = post(f"{host.address}/moved", b"secret", headers={})

    assert answer.status == 302


@pytest.mark.parametrize(
    "habit",
    [
        pytest.param("silent", id="no word"),
        pytest.param("drip", id="a byte now and then"),
        pytest.param("drip-of-headers", id="headers byte by byte"),
    ],
)
def test_a_slow_host_is_left_in_time(host, habit):
    start = time.monotonic()

    with pytest.raises(Unreachable, match="did not answer within"):
        fetch(f"{host.address}/{habit}", patience=HURRIED)

    assert time.monotonic() - start < 2 * (
        HURRIED.whole_seconds + HURRIED.silence_seconds
    )


def test_an_answer_that_breaks_off_is_told(host):
    with pytest.raises(Unreachable, match="broke off"):
        fetch(f"{host.address}/half")


def test_an_answer_without_end_is_cut_off(host):
    with pytest.raises(Unreadable, match="more than"):
        fetch(f"{host.address}/endless", patience=SMALL)


def test_a_packed_answer_is_not_unpacked(host):
    with pytest.raises(Unreadable, match="packed"):
        fetch(f"{host.address}/packed")


def test_a_host_that_is_not_there_is_unreachable():
    with pytest.raises(Unreachable, match="nobody answers") as caught:
        fetch("http://127.0.0.1:9/report")

    assert caught.value.way_out


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("file:///etc/hostname", id="a file"),
        pytest.param("ftp://example.org/x", id="another protocol"),
        pytest.param("example.org/x", id="no scheme"),
        pytest.param("http://", id="no host"),
        pytest.param("http://[::1", id="half an address"),
        pytest.param("", id="nothing"),
    ],
)
def test_only_web_addresses_are_opened(address):
    with pytest.raises(Refused):
        fetch(address)


def test_an_error_shows_neither_password_nor_query():
    with pytest.raises(Unreachable) as caught:
        fetch("http://reader:hush@127.0.0.1:9/report?token=hush")

    assert "hush" not in str(caught.value)


def test_an_address_is_shown_without_what_is_private():
    assert shown("https://u:p@example.org/a?k=1#m") == "https://example.org/a"


@pytest.mark.parametrize(
    ("address", "here"),
    [
        pytest.param("http://127.0.0.1:8000/v1", True, id="loopback"),
        pytest.param("http://[::1]:8000/v1", True, id="loopback, version 6"),
        pytest.param("http://localhost/v1", True, id="by name"),
        pytest.param(
            "http://localhost.example.org/v1", False, id="a name that resembles it"
        ),
        pytest.param("https://example.org/v1", False, id="outside"),
    ],
)
def test_this_machine_is_told_from_the_world(address, here):
    assert is_here(address) is here


@pytest.mark.parametrize(
    "place",
    [
        pytest.param("http://{host}/report", id="by its number"),
        pytest.param("http://localhost/report", id="by its name"),
        pytest.param("http://lina:secret@news.example.org/", id="with a password"),
        pytest.param("file:///etc/hostname", id="no web address"),
    ],
)
def test_from_the_public_nothing_of_this_machine_is_fetched(host, place):
    with pytest.raises(Refused):
        fetch_public(place.format(host=host.address.removeprefix("http://")))


def test_a_host_is_asked_by_its_name_at_the_address_that_was_checked(host, monkeypatch):
    monkeypatch.setattr(
        "marsad.collecting.fetch.public_address", lambda name, port: "127.0.0.1"
    )
    port = host.server_port

    answer = fetch_public(f"http://news.example.org:{port}/moved")

    assert answer.url == f"http://news.example.org:{port}/report"
    assert answer.body.decode() == "تقرير"
