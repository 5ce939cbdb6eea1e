"""What the readers reach on the annotated passages, by language and kind."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from marsad.collecting.documents import Document
from marsad.reading.goldform import reading_of
from marsad.reading.pipeline import read
from marsad.reading.scoring import Tally, compare, total

LANGUAGES = ("ar", "en", "fr")
# Writers of rules read the first; of the second they see sums, never a text.
PASSAGES = Path(__file__).parent / "passages"
HELD_OUT = Path(__file__).parent / "held_out"
# Each set with the file of its floors.
SETS = {
    PASSAGES: Path(__file__).parent / "floors.json",
    HELD_OUT: Path(__file__).parent / "held_out_floors.json",
}


def paths(language: str, folder: Path = PASSAGES) -> list[Path]:
    """The annotated passages of a language, in order of name."""
    return sorted((folder / language).glob("*.json"))


def passages(language: str, folder: Path = PASSAGES) -> Iterator[dict[str, Any]]:
    """Each annotated passage with its text."""
    for path in paths(language, folder):
        yield json.loads(path.read_text("utf-8"))


def fingerprint(folder: Path = PASSAGES) -> str:
    """One hash over all passages of a folder: it changes when any of them does."""
    marks = hashlib.sha256()
    for language in LANGUAGES:
        for path in paths(language, folder):
            marks.update(f"{language}/{path.name}\n".encode())
            # Line ends differ between checkouts; what is annotated does not.
            marks.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return marks.hexdigest()


def document_of(passage: dict[str, Any]) -> Document:
    """A passage as a document, without its annotation."""
    day = passage.get("published")
    return Document(
        id=passage["document"],
        text=passage["text"],
        published=date.fromisoformat(day) if day else None,
        language=passage["language"],
    )


@cache
def reached(language: str, folder: Path = PASSAGES) -> dict[str, Tally]:
    """The sums over all passages of a language, kind by kind, and over all."""
    tallies = []
    for passage in passages(language, folder):
        document = document_of(passage)
        reading = reading_of(document, read(document))
        tallies.append(compare(passage, reading, passage["text"]).tallies)
    return total(tallies)


def figures(folder: Path = PASSAGES) -> dict[str, dict[str, dict[str, float]]]:
    """What would be written as floors now: full F1, rounded down to a thousandth."""
    return {
        language: {
            kind: {"gold": tally.gold, "floor": int(tally.full_f1 * 1000) / 1000}
            for kind, tally in reached(language, folder).items()
            if tally.gold
        }
        for language in LANGUAGES
    }
