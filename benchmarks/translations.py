"""How many statements are held together with their translations, and how many wrongly.

    python benchmarks/translations.py FOLDER

FOLDER holds news that was translated sentence by sentence, one file a text and language,
``d-LANGUAGE-ID.txt``, a sentence a line, as NTREX-128 has it. Two statements of one line
are one statement; whatever else is joined is counted as wrong, also where two reports of
one speech were joined rightly. The peer joins statements of one speaker by equal numbers
alone, which is what a rule without any vocabulary can do.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path

from marsad.collecting.documents import Document
from marsad.linking import statements
from marsad.linking.persons import link_persons
from marsad.linking.translations import NOTHING, Likeness, likeness
from marsad.reading.findings import Quote
from marsad.reading.pipeline import Reading, read

DAY = date(2018, 9, 30)
Place = tuple[str, str, int]


def main() -> int:
    """Read all texts, link them with both rules, and print a line each."""
    grammar = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    grammar.add_argument("folder", type=Path)
    readings = [
        _reading(path) for path in sorted(grammar.parse_args().folder.glob("d-*.txt"))
    ]
    possible = sum(1 for _ in _same_line(readings))
    print(f"{len(readings)} texts, {possible} pairs of statements on one line")
    for name, rule in (("numbers alone", _numbers_alone), ("all signs", likeness)):
        statements.likeness = rule  # type: ignore[assignment]
        right, wrong = _linked(readings)
        print(
            f"{name:14} right {right:4} wrong {wrong:3} "
            f"precision {right / max(1, right + wrong):.3f} recall {right / max(1, possible):.3f}"
        )
    return 0


def _reading(path: Path) -> Reading:
    language = path.stem.split("-")[1]
    with path.open(encoding="utf-8", newline="") as file:
        document = Document(path.stem, file.read(), DAY, language)
    return Reading(document, read(document))


def _place(document: Document, at: int) -> Place:
    _, language, name = document.id.split("-", 2)
    return language, name, document.text.count("\n", 0, at)


def _same_line(readings: Sequence[Reading]) -> Iterator[int]:
    """One for each pair that could be joined: as many as the language with fewer has."""
    lines: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    for reading in readings:
        for finding in reading.findings:
            if isinstance(finding, Quote):
                language, name, line = _place(reading.document, finding.span.start)
                lines[name, line][language] += 1
    for counts in lines.values():
        for one, other in combinations(counts.values(), 2):
            yield from range(min(one, other))


def _linked(readings: Sequence[Reading]) -> tuple[int, int]:
    right = wrong = 0
    for said in statements.link_statements(readings, link_persons(readings)):
        places = [
            _place(one.document, one.finding.span.start) for one in said.attestations
        ]
        for one, other in combinations(places, 2):
            if one[0] != other[0]:
                right += one[1:] == other[1:]
                wrong += one[1:] != other[1:]
    return right, wrong


def _numbers_alone(one: frozenset, other: frozenset) -> Likeness:
    numbers, others = (
        {sign for sign in signs if sign.kind == "number"} for signs in (one, other)
    )
    if not numbers or numbers != others:
        return NOTHING
    return Likeness(1.0, 3.0, tuple(sorted(numbers)))


if __name__ == "__main__":
    sys.exit(main())
