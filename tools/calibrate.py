"""Count how often each reader is right, and write the table of chances.

    make calibrate
    PYTHONPATH=tests python tools/calibrate.py FOLDER [FOLDER ...] [--check]

The folders hold annotated passages or articles (the forms of tests/gates). They must be
such that no rule was written for: on those that writers of rules have seen, every
reader is right too often. `make calibrate` takes the held-out passages and articles; the
texts of articles must be at hand.

The expected calibration error of each kind is counted on documents that were left out:
five times, a fifth of the documents is scored with a table made from the others. Findings
are put into ten bins by their score; the error is the mean distance between score and
share of right ones, weighted by how many stand in a bin (Naeini and others, 2015).
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from gates.measuring import document_of, passage_at
from marsad.reading import calibration
from marsad.reading.goldform import reading_of
from marsad.reading.pipeline import read_raw
from marsad.reading.scoring import outcomes

TABLE = Path(calibration.__file__).parent / "lexicons" / calibration.TABLE
# So many findings of the larger group stand beside what was counted in the smaller one:
# of 30, 60, 120 and 300 the one whose scores of rare kinds erred least.
PRIOR = 120.0
FEWEST = 3
FOLDS = 5
BINS = 10
HEADER = """\
# How often findings are right, counted on held-out passages by tools/calibrate.py.
# kind	reader	language	weight	chance	counted
"""


class Outcome(NamedTuple):
    """One finding: the groups it belongs to, and whether it is right."""

    groups: tuple[calibration.Group, ...]
    is_right: bool


def main() -> int:
    """Count, say how far the scores can be believed, write the table."""
    grammar = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    grammar.add_argument("folders", nargs="+", type=Path)
    grammar.add_argument("--check", action="store_true", help="write nothing")
    chosen = grammar.parse_args()
    paths = [path for one in chosen.folders for path in sorted(one.rglob("*.json"))]
    documents = [outcomes_of(path) for path in paths]
    print(f"{'kind':12} {'findings':>8} {'right':>6} {'error':>6}")
    for kind, (count, share, error) in errors(documents).items():
        print(f"{kind:12} {count:8} {share:6.3f} {error:6.3f}")
    if not chosen.check:
        every = [one for document in documents for one in document]
        TABLE.write_text(HEADER + "".join(_lines(every)), "utf-8")
    return 0


def outcomes_of(path: Path) -> list[Outcome]:
    """Read one annotated passage and say of each finding whether it is right."""
    gold = passage_at(path)
    document = document_of(gold)
    reading = reading_of(document, read_raw(document))
    return [
        Outcome(
            calibration.groups_of(
                one["kind"], one["reader"], gold["language"], one["score"]
            ),
            is_right,
        )
        for one, is_right in outcomes(gold, reading, gold["text"])
    ]


def table(every: Iterable[Outcome]) -> dict[calibration.Group, tuple[float, int]]:
    """The chance of each group, and how many were counted in it."""
    counts: Counter[calibration.Group] = Counter()
    rights: Counter[calibration.Group] = Counter()
    for one in every:
        counts.update(one.groups)
        if one.is_right:
            rights.update(one.groups)
    made: dict[calibration.Group, tuple[float, int]] = {}
    for group in sorted(counts, key=lambda group: (len(group), group)):
        count = counts[group]
        if len(group) > 1 and count < FEWEST:
            continue
        before = made[group[:-1]][0] if len(group) > 1 else 0.5
        prior = PRIOR if len(group) > 1 else 1.0
        made[group] = (rights[group] + prior * before) / (count + prior), count
    return made


def errors(
    documents: Sequence[Sequence[Outcome]],
) -> dict[str, tuple[int, float, float]]:
    """How many findings of each kind, the share that is right, the error of scores."""
    scored: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for fold in range(FOLDS):
        others = (
            one
            for number, document in enumerate(documents)
            if number % FOLDS != fold
            for one in document
        )
        made = table(others)
        for document in documents[fold::FOLDS]:
            for one in document:
                scored[one.groups[0][0]].append((_chance(made, one), one.is_right))
    return {
        kind: (len(rows), sum(right for _, right in rows) / len(rows), error(rows))
        for kind, rows in sorted(scored.items())
    }


def error(rows: Sequence[tuple[float, bool]]) -> float:
    """The expected calibration error, in ten bins of equal width."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for score, is_right in rows:
        bins[min(int(score * BINS), BINS - 1)].append((score, is_right))
    apart = sum(
        abs(sum(score for score, _ in held) - sum(right for _, right in held))
        for held in bins.values()
    )
    return apart / len(rows) if rows else 0.0


def _chance(made: Mapping[calibration.Group, tuple[float, int]], one: Outcome) -> float:
    group = calibration.smallest(one.groups, made)
    return made[group][0] if group else 0.5


def _lines(every: Sequence[Outcome]) -> Iterable[str]:
    for group, (share, count) in sorted(table(every).items()):
        cells = [*group, *[""] * (4 - len(group)), f"{share:.3f}", str(count)]
        yield "\t".join(cells) + "\n"


if __name__ == "__main__":
    sys.exit(main())
