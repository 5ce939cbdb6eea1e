"""What is read in the benchmark: Arabic news of about 500 words, and the names in it."""

import json
import random
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from marsad.reading.lexicon import forms, rows

ROOT = Path(__file__).parents[1]
WORDS = 500
DISTINCT = 40
# The lexicons of parties and persons; the others hold verbs, units and months.
NAMES = (
    "states",
    "bodies",
    "state_groups",
    "seats",
    "public_figures",
    "public_surnames",
)

_ARABIC = re.compile(r"[\u0621-\u064a]")


def news(folder: Path | None = None) -> list[str]:
    """Different texts of about 500 words, the same ones at every run.

    Paragraphs of the annotated passages and sample reports, or of a folder's .txt files.
    """
    lines = _lines(folder)
    draw = random.Random(2014)  # noqa: S311 (a fixed draw, not a secret)
    return ["\n\n".join(_drawn(lines, draw)) for _ in range(DISTINCT)]


def _lines(folder: Path | None) -> list[str]:
    texts = _own() if folder is None else _read(folder)
    lines = [line.strip() for text in texts for line in text.splitlines()]
    return [line for line in lines if len(_ARABIC.findall(line)) > len(line) / 2]


def _own() -> Iterator[str]:
    for path in sorted((ROOT / "tests/gates/passages/ar").glob("*.json")):
        yield json.loads(path.read_text("utf-8"))["text"]
    yield from _read(ROOT / "examples/reports")


def _read(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.txt")):
        yield path.read_text("utf-8", errors="replace")


def _drawn(lines: list[str], draw: random.Random) -> Iterator[str]:
    words = 0
    while words < WORDS:
        line = draw.choice(lines)
        words += len(line.split())
        yield line


def short_reports() -> Iterator[str]:
    """Endless short reports, each with a number and a name that no other one has."""
    lines = _lines(None)
    draw = random.Random(2014)  # noqa: S311 (the same)
    letters = "ابتجحدرسعفقكلمنهوي"
    for number in count(1):
        name = "".join(draw.choices(letters, k=7))
        yield f"{draw.choice(lines)}\nقال الوزير {name} إن {number} أسرة عادت إلى ديارها."


def names() -> list[str]:
    """The Arabic names of parties and persons in the lexicons, as they are written."""
    found = {
        form.strip()
        for name in NAMES
        for row in rows(name)
        for form in forms(row, "ar")
        if _ARABIC.search(form)
    }
    return sorted(found)
