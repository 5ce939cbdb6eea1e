"""How long the indexes of a bank take: made of rows, opened, and kept up after one act.

    MARSAD_DATA=$(mktemp -d) .venv/bin/python benchmarks/bank_index.py --signals 1000000

The site must be empty: signals are invented, and written straight into it. Times are
seconds of CPU and of the clock, memory is what the process holds at its most.
"""

import argparse
import hashlib
import os
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marsad.desk.settings")
django.setup()

from content_rows import stream_and_bank  # noqa: E402 (rows need a site that is set up)
from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402

from marsad.desk.banks import searching  # noqa: E402
from marsad.desk.banks.add import add  # noqa: E402
from marsad.desk.banks.dispute import dispute  # noqa: E402
from marsad.desk.banks.models import Bank  # noqa: E402
from marsad.desk.banks.signs import Sign  # noqa: E402
from marsad.desk.safeguards.models import Person  # noqa: E402
from marsad.matching.signals import Kind  # noqa: E402


@contextmanager
def timed(words: str) -> Iterator[None]:
    """Say how long something took."""
    clock, cpu = time.perf_counter(), time.process_time()
    yield
    clock, cpu = time.perf_counter() - clock, time.process_time() - cpu
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{words:<44} {clock:8.3f} s  {cpu:8.3f} CPU s  {most:6} MB", flush=True)


def main() -> int:
    """Fill a site, then make, open and refresh its indexes."""
    grammar = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    grammar.add_argument("--signals", type=int, default=1_000_000)
    grammar.add_argument("--texts", type=int, default=100_000)
    chosen = grammar.parse_args()

    call_command("migrate", verbosity=0)

    with timed(f"{chosen.signals} rows written"):
        stream_and_bank("bench", chosen.signals, chosen.texts)
    measure()
    return 0


def measure() -> None:
    """Make, open and refresh the indexes over whatever signals there are."""
    person, bank = Person.objects.get(), Bank.objects.get()
    with timed("made of rows and saved"):
        held = searching.rebuild()
    print(f"{len(held.known)} signals, {_size()} MB on disk")
    searching.forget()
    with timed("opened by another process"):
        held = searching.held()
    with timed("first question"):
        held.known.by_kind[Kind.WORDING].find(["شوربة العدس في حارتنا القديمة كل مساء"])
    with timed("asked again, nothing changed"):
        searching.held()
    for words in ("lentil soup", "tomato soup"):
        sha256 = hashlib.sha256(words.encode()).hexdigest()
        [row] = add(bank, [Sign("pdq", sha256)], by=person, because="to measure")
        with timed("refreshed after one was added"):
            held = searching.held()
        assert held.known.by_kind[Kind.PDQ].find([sha256])[0]
        dispute(row, by=person, because="to measure")
        with timed("refreshed after one was doubted"):
            held = searching.held()
        assert not held.known.by_kind[Kind.PDQ].find([sha256])[0]


def _size() -> int:

    files = (path for path in settings.BANK_INDEX.rglob("*") if path.is_file())
    return sum(path.stat().st_size for path in files) // 1_000_000


if __name__ == "__main__":
    raise SystemExit(main())
