"""Take a thousand posts a second in, compare them with a million signals, and kill at will.

    python benchmarks/content_load.py --signals 1000000 --seconds 300 --rate 1000

Makes a site of its own in a new folder (on SQLite, or on MARSAD_DATABASE_URL), fills a
bank, starts `marsad serve`, and sends posts over HTTP as a program would. Every half
minute the worker, or one of the processes that take posts in, is killed with -9. At the
end: was each acknowledged post kept once, was each arrival compared, was each planted
copy found, and nothing else.
"""

import argparse
import contextlib
import functools
import http.client
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import django
import django.core.management

_STREAM = "load"
_BATCH = 500
# One post in so many carries something that the bank knows.
_PLANTED = 200
_PORT = 8977


def main() -> int:
    """Fill a site, send posts, kill processes, count."""
    chosen = _grammar().parse_args()
    folder = Path(chosen.folder or tempfile.mkdtemp(prefix="marsad-load-"))
    os.environ |= {
        "MARSAD_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "marsad.desk.settings",
        "MARSAD_SECOND_FACTOR": "offered",
    }
    django.setup()
    django.core.management.call_command("migrate", verbosity=0)
    bank, key = _fill(chosen)
    _index()
    run = Run(chosen, bank, key)
    with _serving(folder) as run.site:
        run.go()
    return _judge(run)


def _grammar() -> argparse.ArgumentParser:
    grammar = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    grammar.add_argument("--signals", type=int, default=1_000_000)
    grammar.add_argument("--texts", type=int, default=100_000, help="of them wordings")
    grammar.add_argument("--seconds", type=int, default=300)
    grammar.add_argument("--rate", type=int, default=1000)
    grammar.add_argument("--kill-every", type=int, default=30, help="0: never")
    grammar.add_argument("--folder", default="")
    return grammar


@dataclass(slots=True)
class Bank:
    """What was banked, for planting: some texts and some hashes of pictures."""

    texts: list[str]
    pictures: list[str]


def _fill(chosen: argparse.Namespace) -> tuple[Bank, str]:
    """One director and analyst with a key, a stream, a bank of so many signals."""
    from content_rows import stream_and_bank  # noqa: PLC0415 (models need the site)

    began = time.monotonic()
    texts, pictures, key = stream_and_bank(_STREAM, chosen.signals, chosen.texts)
    print(f"bank: {chosen.signals:,} signals in {time.monotonic() - began:.0f} s")
    return Bank(texts, pictures), key


def _index() -> None:
    from marsad.desk.banks import searching  # noqa: PLC0415

    began = time.process_time()
    searching.rebuild()
    print(f"index: {time.process_time() - began:.0f} s of processor time")
    searching.forget()
    django.db.connections.close_all()


@contextlib.contextmanager
def _serving(folder: Path) -> Iterator[int]:
    """The site with its worker, as anybody starts it."""
    command = [sys.executable, "-m", "marsad.cli.main", "serve"]
    log = (folder / "serve.log").open("wb")
    site = subprocess.Popen(
        [*command, "--port", str(_PORT), "--workers", "2"], stdout=log, stderr=log
    )
    try:
        _until_it_answers()
        yield site.pid
    finally:
        site.send_signal(signal.SIGINT)
        site.wait(60)
        log.close()


def _until_it_answers() -> None:
    for _turn in range(240):
        with contextlib.suppress(OSError, http.client.HTTPException):
            line = http.client.HTTPConnection("127.0.0.1", _PORT, timeout=5)
            line.request("GET", "/sign-in/")
            if line.getresponse().status == 200:
                return
        time.sleep(0.5)
    raise SystemExit("the site did not start")


@dataclass(slots=True)
class Run:
    """What is sent, what was acknowledged, and how long each answer took."""

    chosen: argparse.Namespace
    bank: Bank
    key: str
    site: int = 0
    sent: int = 0
    acknowledged: int = 0
    planted: set[str] = field(default_factory=set)
    again: int = 0
    killed: list[str] = field(default_factory=list)
    took: list[float] = field(default_factory=list)
    late: float = 0.0
    backlog: list[int] = field(default_factory=list)
    drained: float = 0.0
    over: threading.Event = field(default_factory=threading.Event)

    def go(self) -> None:
        """Send for so many seconds, with two lines, and wait until all is compared."""
        batches = self.chosen.seconds * self.chosen.rate // _BATCH
        every = _BATCH / self.chosen.rate
        killer = threading.Thread(target=self._kill, daemon=True)
        killer.start()
        began = time.monotonic()
        for number in range(batches):
            due = began + number * every
            wait = due - time.monotonic()
            self.late = max(self.late, -wait)
            time.sleep(max(0.0, wait))
            self._send(number)
        self.over.set()
        self.took.sort()
        print(f"sent {self.sent:,} posts in {time.monotonic() - began:.1f} s")
        self._drain()

    def _send(self, number: int) -> None:
        """One batch, as often as it takes; what was kept already is known by its number."""
        body = self._body(number)
        began = time.monotonic()
        while not self._is_taken(body):
            self.again += 1
            time.sleep(0.2)
        self.took.append(time.monotonic() - began)
        self.sent += _BATCH
        self.acknowledged += _BATCH

    def _is_taken(self, body: bytes) -> bool:
        headers = {"Authorization": f"Bearer {self.key}"}
        try:
            line = http.client.HTTPConnection("127.0.0.1", _PORT, timeout=60)
            line.request("POST", f"/api/v1/posts/{_STREAM}", body, headers)
            answer = line.getresponse()
            said = answer.read()
        except (OSError, http.client.HTTPException):
            return False
        if answer.status == 200:
            return True
        if answer.status not in (429, 500, 502, 503):
            raise SystemExit(f"{answer.status}: {said[:300]!r}")
        return False

    def _body(self, number: int) -> bytes:
        draw = random.Random(number)  # noqa: S311 (no secret)
        return b"\n".join(
            self._post(number * _BATCH + at, draw) for at in range(_BATCH)
        )

    def _post(self, number: int, draw: random.Random) -> bytes:
        text, media = f"{draw.choice(_texts())} {number}", []
        if number % _PLANTED == 0:
            self.planted.add(str(number))
            if number % (2 * _PLANTED):
                text = f"السلام عليكم {draw.choice(self.bank.texts)} #طبخ"
            else:
                pdq = _flipped(draw.choice(self.bank.pictures), draw)
                media = [{"kind": "picture", "pdq": pdq, "content_type": "image/png"}]
        post: dict[str, Any] = {
            "platform": "forum",
            "id": str(number),
            "account": f"cook_{draw.randrange(20_000)}",
            "text": text,
            "at": datetime.now(UTC).isoformat(),
            "address": f"https://forum.example/posts/{number}",
            "reach": {"views": draw.randrange(5000)},
            "media": media,
        }
        return json.dumps(post, ensure_ascii=False).encode()

    def _kill(self) -> None:
        """Now and then kill one process of the site, in turns the worker and a taker."""
        every, turn = self.chosen.kill_every, 0
        while every and not self.over.wait(every):
            of = ("marsad.desk.work.worker", "gunicorn")[turn % 2]
            youngest = _youngest(of, self.site)
            if youngest:
                os.kill(youngest, signal.SIGKILL)
                self.killed.append(of)
            self.backlog.append(_waiting())
            turn += 1

    def _drain(self) -> None:
        began = time.monotonic()
        while _waiting() and time.monotonic() - began < 600:
            time.sleep(0.5)
        self.drained = time.monotonic() - began


@functools.cache
def _texts() -> list[str]:
    """What people write about nothing that is banked."""
    from wording_texts import Writer  # noqa: PLC0415 (beside this file)

    writers = [Writer(language, 77) for language in ("ar", "ar", "ar", "en", "fr")]
    return [writers[at % len(writers)].text() for at in range(5000)]


def _flipped(pdq: str, draw: random.Random) -> str:
    bits = int(pdq, 16)
    for place in draw.sample(range(256), draw.randrange(32)):
        bits ^= 1 << place
    return f"{bits:064x}"


def _youngest(words: str, of: int) -> int:
    """The process that was started last below another, of those with these words."""
    found, below = 0, [of]
    while below:
        parent = below.pop()
        said = subprocess.run(
            ["pgrep", "-P", str(parent)], capture_output=True, text=True, check=False
        )
        below += [int(one) for one in said.stdout.split()]
        with contextlib.suppress(OSError):
            command = Path(f"/proc/{parent}/cmdline").read_bytes().decode()
            if words in command:
                found = max(found, parent)
    return found


def _waiting() -> int:
    from marsad.desk.posts.models import Arrival  # noqa: PLC0415

    try:
        return Arrival.objects.filter(looked_at__isnull=True).count()
    finally:
        django.db.connection.close()


def _judge(run: Run) -> int:
    """Say what came of it; 1 where anything was lost, missed or found wrongly."""
    from marsad.desk.cases.models import Match  # noqa: PLC0415
    from marsad.desk.posts import keys  # noqa: PLC0415
    from marsad.desk.posts.models import Arrival, Post  # noqa: PLC0415

    marks = {keys.post_mark("forum", number) for number in run.planted}
    kept = Post.objects.count()
    waiting = Arrival.objects.filter(looked_at__isnull=True).count()
    matched = set(Match.objects.values_list("post__mark", flat=True))
    took = run.took or [0.0]
    print(f"acknowledged {run.acknowledged:,}, kept {kept:,}, not compared {waiting}")
    print(f"planted {len(marks):,}, found {len(marks & matched):,}", end=", ")
    print(f"found besides {len(matched - marks):,}")
    print(f"killed {len(run.killed)} times, sent again {run.again} batches")
    print(f"an answer: median {took[len(took) // 2]:.2f} s", end=", ")
    print(f"95 of 100 within {took[int(len(took) * 0.95)]:.2f} s")
    print(f"at most {run.late:.1f} s behind the rate", end="; ")
    print(f"arrivals waiting: {run.backlog}, all compared {run.drained:.1f} s after")
    return int(kept != run.acknowledged or waiting > 0 or not marks <= matched)


if __name__ == "__main__":
    raise SystemExit(main())
