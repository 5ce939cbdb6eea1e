"""Ask a big site for its pages as eight analysts would, and say how long each takes.

    MARSAD_DATA=/tmp/load python benchmarks/desk_pages.py
    MARSAD_DATABASE_URL=postgresql://… python benchmarks/desk_pages.py --rounds 20

The site is one that desk_load.py made. It is started as `marsad serve` does, without
the worker; each client asks page after page without a pause, which eight people never
do: with two processors the site is always busy. `--pause` lets them read for so many
seconds.
"""

import argparse
import http.client
import os
import random
import re
import socket
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from urllib.parse import quote, urlencode

import django

PASSWORD = "read what was written, then decide"  # noqa: S105
_COOKIE = re.compile(r"^([^=]+)=([^;]*)")
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def main() -> int:
    """Start the site, sign everybody in, ask, and print a line a page."""
    grammar = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    grammar.add_argument("--clients", type=int, default=8)
    grammar.add_argument("--rounds", type=int, default=15, help="per client and page")
    grammar.add_argument("--pause", type=float, default=0.0, metavar="SECONDS")
    grammar.add_argument("--workers", type=int, help="processes (as serve does)")
    grammar.add_argument("--only", default="", metavar="PAGE,PAGE", help="by name")
    grammar.add_argument("--at", default="", help="a site that runs: host:port")
    grammar.add_argument("--verbose", action="store_true", help="tell each error")
    chosen = grammar.parse_args()
    only = chosen.only.split(",") if chosen.only else None
    pages = {
        name: addresses
        for name, addresses in _pages().items()
        if only is None or name in only
    }
    with _serving(chosen) as where:
        clients = [Client(where, f"analyst{one + 1}") for one in range(chosen.clients)]
        for client in clients:
            client.sign_in()
        return _measure(clients, pages, chosen)


def _pages() -> dict[str, list[str]]:
    """What is asked for, by the name of the page; the biggest of each kind."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marsad.desk.settings")
    django.setup()
    from marsad.desk.documents.models import Document  # noqa: PLC0415
    from marsad.desk.entities.models import Entity  # noqa: PLC0415
    from marsad.desk.indicators.models import Indicator  # noqa: PLC0415
    from marsad.desk.register.models import Entry  # noqa: PLC0415

    biggest = list(Entity.objects.order_by("-mention_count")[:3])
    series = list(Indicator.objects.order_by("pk")[:3])
    last = Document.objects.order_by("-pk")[0].pk
    entries = Entry.objects.order_by("-pk").values_list("pk", flat=True)[:20]
    words = _words()
    return {
        "overnight": ["/"],
        "entity": [f"/entities/{one.pk}/" for one in biggest],
        "mentions": [f"/entities/{one.pk}/mentions/" for one in biggest],
        "statements": ["/entities/statements/"],
        "entities": ["/entities/"],
        "indicator": [f"/indicators/{one.pk}/" for one in series],
        "indicators": ["/indicators/"],
        "search": [f"/search/?q={quote(one)}" for one in words],
        "register": ["/register/", "/register/?kind=commitment"],
        "entry": [f"/register/{pk}/" for pk in entries],
        "waiting": ["/register/waiting/"],
        "reading desk": [
            f"/register/read/{max(1, last - one * 37)}/" for one in range(20)
        ],
        "documents": ["/documents/"],
        "document": [f"/documents/{max(1, last - one * 91)}/" for one in range(20)],
        "contradictions": ["/contradictions/"],
        "commitments": ["/commitments/"],
        "meetings": ["/meetings/"],
        "members": ["/members/"],
    }


def _words() -> list[str]:
    """Words to search for: with a proclitic, a name, two words, other languages."""
    return [
        "والعراق",
        "الكويت",
        "بالمهاجرين",
        "حكومة الأردن",
        "Kuwait",
        "réunion",
        "قوات",
    ]


class Client:
    """One person's browser: a connection that is kept, cookies, times by page."""

    def __init__(self, where: str, username: str) -> None:
        self.connection = http.client.HTTPConnection(where, timeout=60)
        self.username, self.cookies = username, {"language": "ar"}
        self.times: dict[str, list[float]] = defaultdict(list)
        self.errors: list[str] = []

    def sign_in(self) -> None:
        """Enter by the page, as people do."""
        _, body = self.ask("GET", "/sign-in/")
        found = _TOKEN.search(body)
        assert found, body[:500]
        form = {"username": self.username, "password": PASSWORD}
        form["csrfmiddlewaretoken"] = found[1]
        status, body = self.ask("POST", "/sign-in/", urlencode(form))
        assert status in (302, 303), body[:2000]

    def ask(
        self, method: str, address: str, body: str | None = None
    ) -> tuple[int, str]:
        """One request; its answer is read to the end."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Cookie": cookies}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, address, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        for line in answer.headers.get_all("Set-Cookie") or ():
            if found := _COOKIE.match(line):
                self.cookies[found[1]] = found[2]
        return answer.status, text

    def time(self, page: str, address: str) -> None:
        """Ask once and note how long it took, or what went wrong."""
        began = time.perf_counter()
        try:
            try:
                status, _ = self.ask("GET", address)
            except http.client.RemoteDisconnected:
                # The site closes a connection that is not used; a browser asks anew.
                self.connection.close()
                status, _ = self.ask("GET", address)
        except OSError as error:
            self.connection.close()
            self.errors.append(f"{address}: {error}")
            return
        if status == 200:
            self.times[page].append(time.perf_counter() - began)
        else:
            self.errors.append(f"{address}: {status}")


@dataclass
class Figures:
    """How long a page took, and how often it did not come."""

    seconds: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        ordered = sorted(self.seconds)
        late = ordered[int(len(ordered) * 0.95)]
        each = f"{median(ordered) * 1000:7.0f} ms {late * 1000:7.0f} ms"
        return f"{each} {ordered[-1] * 1000:7.0f} ms {len(ordered):5}"


def _measure(
    clients: list[Client], pages: dict[str, list[str]], chosen: argparse.Namespace
) -> int:
    # Each page once before: what is loaded once is not what a page costs.
    for page, addresses in pages.items():
        for address in addresses[:3]:
            clients[0].time(page, address)
        clients[0].times.clear()
    began = time.monotonic()
    threads = [
        threading.Thread(target=_work, args=(client, pages, chosen, number))
        for number, client in enumerate(clients)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"{'page':16} {'median':>10} {'p95':>10} {'slowest':>10} count")
    for page in pages:
        all_of_it = [one for client in clients for one in client.times[page]]
        print(f"{page:16} {Figures(all_of_it)}" if all_of_it else f"{page:16} none")
    errors = [one for client in clients for one in client.errors]
    count = sum(len(times) for client in clients for times in client.times.values())
    print(
        f"{count / (time.monotonic() - began):.1f} pages a second, {len(errors)} errors"
    )
    for error in sorted(set(errors)) if chosen.verbose else ():
        print(f"  {error}")
    return 1 if errors else 0


def _work(
    client: Client, pages: dict[str, list[str]], chosen: argparse.Namespace, seed: int
) -> None:
    draw = random.Random(seed)  # noqa: S311 (a fixed draw, not a secret)
    asked = [page for page in pages for _ in range(chosen.rounds)]
    draw.shuffle(asked)
    for page in asked:
        client.time(page, draw.choice(pages[page]))
        time.sleep(chosen.pause)


@contextmanager
def _serving(chosen: argparse.Namespace) -> Iterator[str]:
    if chosen.at:
        yield chosen.at
        return
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "marsad.cli.main", "serve", "--no-worker"]
    command += ["--port", str(port)]
    command += ["--workers", str(chosen.workers)] if chosen.workers else []
    # The analysts of a made-up site have no second factor.
    environment = os.environ | {"MARSAD_SECOND_FACTOR": "offered"}
    site = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    try:
        _await(site, port)
        yield f"127.0.0.1:{port}"
    finally:
        site.terminate()
        site.wait(60)


def _await(site: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until and site.poll() is None:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            connection.request("GET", "/sign-in/")
            connection.getresponse().read()
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the site did not start")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    sys.exit(main())
