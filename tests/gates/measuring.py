"""What the readers reach on annotated passages and articles, by language and kind."""

import hashlib
import json
import os
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
HERE = Path(__file__).parent
PASSAGES = HERE / "passages"
HELD_OUT = HERE / "held_out"
# Real articles, of which only places and values are kept here.
ARTICLES = HERE / "articles" / "seen"
ARTICLES_HELD_OUT = HERE / "articles" / "held_out"
NEWS = Path(os.environ.get("MARSAD_NEWS") or HERE.parents[2] / "shared" / "data")
# Of fewer findings a floor would say little.
FEWEST = 20
# Each set with the file of its floors.
SETS = {
    PASSAGES: HERE / "floors.json",
    HELD_OUT: HERE / "held_out_floors.json",
    ARTICLES: HERE / "articles_floors.json",
    ARTICLES_HELD_OUT: HERE / "articles_held_out_floors.json",
}


def paths(language: str, folder: Path = PASSAGES) -> list[Path]:
    """The annotated passages of a language, in order of name."""
    return sorted((folder / language).glob("*.json"))


def passages(language: str, folder: Path = PASSAGES) -> Iterator[dict[str, Any]]:
    """Each annotated passage with its text."""
    for path in paths(language, folder):
        yield passage_at(path)


def passage_at(path: Path) -> dict[str, Any]:
    """One annotated passage or article, with its text."""
    passage: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return passage if "text" in passage else {**passage, "text": text_of(passage)}


def text_of(article: dict[str, Any]) -> str:
    """The text of an article, exactly as it was annotated, from where it is kept."""
    path = NEWS / article["file"]
    if "part" not in article:
        with path.open(encoding="utf-8", newline="") as file:
            return str(file.read())
    part = _parts(path)[article["part"]]
    return f"{part['title']}\n\n{part['text']}"


@cache
def _parts(path: Path) -> dict[str, Any]:
    """The documents of a file that holds one a line, by their names."""
    lines = path.read_text("utf-8").splitlines()
    return {one["_id"]: one for one in map(json.loads, filter(str.strip, lines))}


def is_here(folder: Path) -> bool:
    """Whether the texts of a set can be read on this machine."""
    for language in LANGUAGES:
        for path in paths(language, folder):
            one = json.loads(path.read_text("utf-8"))
            if "text" not in one and not (NEWS / one["file"]).exists():
                return False
    return True


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
            if tally.gold >= FEWEST
        }
        for language in LANGUAGES
    }
