"""Words a second on one core over Arabic news, beside a peer, and memory over many texts.

    make bench
    .venv/bin/python benchmarks/reading.py --seconds 20 --documents 1000 100000

The texts are drawn from the project's own annotated passages, paragraph by paragraph,
to about 500 words each. The peer is spaCy's blank Arabic pipeline with an entity ruler
of the names that Marsad knows; the limit is one regular expression over the same names,
which knows neither speakers nor figures nor dates. Time is that of the processor.
"""

import argparse
import json
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

from marsad.collecting.documents import Document
from marsad.reading.pipeline import read

ROOT = Path(__file__).parents[1]
WORDS = 500
DISTINCT = 400
# Names as the readers know them; the other lists hold verbs, units and months.
NAMES = ("states", "bodies", "state_groups", "public_figures", "seats", "cities")


def texts() -> list[str]:
    """Different Arabic texts of about 500 words, the same ones at every run."""
    paragraphs = [
        line
        for path in sorted((ROOT / "tests/gates/passages/ar").glob("*.json"))
        for line in json.loads(path.read_text("utf-8"))["text"].splitlines()
        if line.strip()
    ]
    draw = random.Random(2014)  # noqa: S311 (a fixed draw, not a secret)
    return ["\n".join(_drawn(paragraphs, draw)) for _ in range(DISTINCT)]


def _drawn(paragraphs: list[str], draw: random.Random) -> Iterator[str]:
    words = 0
    while words < WORDS:
        line = draw.choice(paragraphs)
        words += len(line.split())
        yield line


def names() -> list[str]:
    """The Arabic names in the word lists, as they are written there."""
    forms: set[str] = set()
    for name in NAMES:
        path = ROOT / f"src/marsad/reading/lexicons/{name}.tsv"
        lines = (
            line for line in path.read_text("utf-8").splitlines() if line[:1] != "#"
        )
        forms.update(line.split("\t")[0].strip() for line in islice(lines, 1, None))
    return sorted(form for form in forms if re.search(r"[\u0621-\u064a]", form))


def speed(work: Callable[[str], object], seconds: float) -> float:
    """Words a second of processor time, after one text that loads what is needed."""
    corpus = texts()
    work(corpus[0])
    done, start = 0, time.process_time()
    for text in cycle(corpus):
        work(text)
        done += len(text.split())
        if time.process_time() - start >= seconds:
            return done / (time.process_time() - start)
    return 0.0


def by_marsad(text: str) -> object:
    """All readers over one text."""
    return read(Document("benchmark", text, language="ar"))


def by_expression() -> Callable[[str], object]:
    """One regular expression of all names, the longest first."""
    longest_first = sorted(names(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))).findall


def by_spacy() -> Callable[[str], object] | None:
    """The peer, or nothing where its group is not installed."""
    try:
        import spacy  # noqa: PLC0415 (only the benchmark's group has it)
    except ModuleNotFoundError:
        return None
    pipeline = spacy.blank("ar")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "NAME", "pattern": name} for name in names()])  # type: ignore[attr-defined]
    return pipeline


def memory(documents: int) -> float:
    """The peak in MB of a process of its own that reads so many documents."""
    told = subprocess.run(
        [sys.executable, __file__, "--peak", str(documents)],
        capture_output=True,
        text=True,
        check=True,
    )
    return float(told.stdout)


def peak(documents: int) -> float:
    """Read so many short documents and tell this process's peak in MB."""
    lines = cycle([line for text in texts()[:40] for line in text.splitlines()])
    for number, line in enumerate(islice(lines, documents)):
        read(Document(f"d{number}", f"{line} {number}", language="ar"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print the figures, one a line."""
    grammar = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    grammar.add_argument("--seconds", type=float, default=10.0)
    grammar.add_argument("--documents", type=int, nargs="*", default=[1000, 100_000])
    grammar.add_argument("--peak", type=int, help=argparse.SUPPRESS)
    chosen = grammar.parse_args()
    if chosen.peak is not None:
        print(peak(chosen.peak))
        return
    ours = speed(by_marsad, chosen.seconds)
    print(f"marsad, nine kinds      {ours:>12,.0f} words/s")
    peers = {"spaCy, names alone": by_spacy(), "re, names alone": by_expression()}
    for name, work in peers.items():
        if work is None:
            print(f"{name:<24}not installed: run it with make bench")
            continue
        theirs = speed(work, chosen.seconds)
        print(
            f"{name:<24}{theirs:>12,.0f} words/s   marsad is {ours / theirs:.2f} times that"
        )
    for documents in chosen.documents:
        print(f"memory, {documents:>7,} texts {memory(documents):>11,.0f} MB at most")


if __name__ == "__main__":
    main()
