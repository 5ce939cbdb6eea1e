"""Words a second on one core over Arabic news, beside a peer, and memory over many texts.

    make bench
    .venv/bin/python benchmarks/reading.py --quick
    .venv/bin/python benchmarks/reading.py --corpus FOLDER

The project's own passages are made to be full of findings, about 25 in 100 words; the
news articles that were counted for comparison have 15 to 18, and are read half as fast
again. A folder of articles can be named instead.

Marsad reads nine kinds of finding. The peer, spaCy's blank Arabic pipeline with an entity
ruler, finds the names of parties and persons that Marsad's lexicons hold, and nothing
else. Two regular expressions show the limits of the language: one looks for the same
names, one only cuts the text into words. All work on the same texts in turns, several
rounds; of every few texts the best round counts, in processor time, so that a busy
machine weighs on all alike.
"""

import argparse
import platform
import re
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from itertools import islice
from pathlib import Path

from texts import names, news, short_reports

from marsad.collecting.documents import Document
from marsad.reading.findings import Finding
from marsad.reading.pipeline import read

Work = Callable[[list[str]], object]

PUBLISHED = date(2021, 6, 29)
ROUNDS, QUICK_ROUNDS = 15, 4
PARCEL = 4
DOCUMENTS, QUICK_DOCUMENTS = (1_000, 100_000), (100, 2_000)
PAGE = 4096


def by_marsad(texts: list[str]) -> list[tuple[Finding, ...]]:
    """Read every text for all nine kinds of finding."""
    return [
        read(Document(str(number), text, published=PUBLISHED, language="ar"))
        for number, text in enumerate(texts)
    ]


def by_spacy() -> Work | None:
    """Find the names with spaCy; nothing where its group is not installed."""
    try:
        import spacy  # noqa: PLC0415 (only the benchmark's group has it)
    except ModuleNotFoundError:
        return None
    pipeline = spacy.blank("ar")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "NAME", "pattern": name} for name in names()])
    return lambda texts: [len(found.ents) for found in pipeline.pipe(texts)]


def by_names() -> Work:
    """Find the names with one regular expression, the longest first."""
    longest_first = sorted(names(), key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
    return lambda texts: [sum(1 for _ in pattern.finditer(text)) for text in texts]


def by_words() -> Work:
    """Cut the texts into words with a regular expression, and do nothing with them."""
    pattern = re.compile(r"\w+")
    return lambda texts: [sum(1 for _ in pattern.finditer(text)) for text in texts]


def speeds(works: dict[str, Work], texts: list[str], rounds: int) -> dict[str, float]:
    """Words a second of each, in turns; of every few texts the best round counts."""
    words = sum(len(text.split()) for text in texts)
    parcels = [texts[start : start + PARCEL] for start in range(0, len(texts), PARCEL)]
    best: dict[str, list[float]] = {name: [] for name in works}
    for work in works.values():
        work(texts[:1])  # loads what is needed
    for _ in range(rounds):
        for name, work in works.items():
            spent = [_seconds(work, parcel) for parcel in parcels]
            best[name] = list(map(min, best[name] or spent, spent))
    return {name: words / sum(spent) for name, spent in best.items()}


def _seconds(work: Work, texts: list[str]) -> float:
    start = time.process_time()
    work(texts)
    return time.process_time() - start


def memory(documents: tuple[int, ...]) -> list[float]:
    """Megabytes that a process holds after so many documents, read one after another."""
    counts = ",".join(map(str, documents))
    told = subprocess.run(
        [sys.executable, __file__, "--held", counts],
        capture_output=True,
        text=True,
        check=True,
    )
    return [float(line) for line in told.stdout.split()]


def held(counts: tuple[int, ...]) -> None:
    """Read short reports and print the memory of this process at each count."""
    for number, text in enumerate(islice(short_reports(), max(counts)), start=1):
        read(Document(str(number), text, published=PUBLISHED, language="ar"))
        if number in counts:
            pages = Path("/proc/self/statm").read_text("ascii").split()[1]
            print(int(pages) * PAGE / 2**20)


def show_speeds(found: dict[str, float]) -> None:
    """Print a line for each contender, with Marsad's speed as a multiple of it."""
    ours = found["marsad, nine kinds"]
    print(f"{'':<28}{'words/s':>12}{'marsad is':>14}")
    for name, speed in found.items():
        ratio = "" if speed == ours else f"{ours / speed:>9.2f} times"
        print(f"{name:<28}{speed:>12,.0f}{ratio}")


def arguments() -> argparse.Namespace:
    """What can be said to the benchmark."""
    grammar = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    grammar.add_argument("--quick", action="store_true", help="fewer rounds and texts")
    grammar.add_argument("--corpus", type=Path, help="a folder of .txt files instead")
    grammar.add_argument("--held", help=argparse.SUPPRESS)
    return grammar.parse_args()


def main() -> None:
    """Measure speed, then memory, and print both."""
    chosen = arguments()
    if chosen.held:
        held(tuple(map(int, chosen.held.split(","))))
        return
    works: dict[str, Work] = {"marsad, nine kinds": by_marsad}
    if peer := by_spacy():
        works["spaCy, the names"] = peer
    else:
        print("spaCy is not installed: `make bench` installs it")
    works |= {"re, the names": by_names(), "re, words alone": by_words()}
    texts = news(chosen.corpus)
    words = sum(len(text.split()) for text in texts)
    findings = sum(len(found) for found in by_marsad(texts))
    print(
        f"{len(texts)} Arabic texts of {words // len(texts)} words with "
        f"{100 * findings / words:.0f} findings in 100 words, {len(names())} names, "
        f"one core, Python {platform.python_version()}"
    )
    show_speeds(speeds(works, texts, QUICK_ROUNDS if chosen.quick else ROUNDS))
    documents = QUICK_DOCUMENTS if chosen.quick else DOCUMENTS
    for count, megabytes in zip(documents, memory(documents), strict=True):
        print(f"memory after {count:>7,} documents {megabytes:>6.0f} MB")


if __name__ == "__main__":
    main()
