"""Tables of a printed page, found by the white columns between their cells.

A PDF knows no tables, only words and where they stand. Lines that share white columns
and hold numbers beside short words are one; each row becomes a line of cells between
bars, as pages and word files give theirs.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

_FEWEST_LINES: Final = 3
_FEWEST_COLUMNS: Final = 2
_GUTTER: Final = 2  # blanks side by side that part two cells
_LONGEST_CELL: Final = 48
_LEAST_NUMBERS: Final = 0.5  # of the cells behind the first, below the head
_DIGIT: Final = re.compile(r"\d")
_NUMBER: Final = re.compile(r"\d[\d.,٫٬ %٪]*")
# A line of running text has few numbers; a row has one in every cell but the first.
_ROW: Final = re.compile(r"(?:\S+ ){0,6}?(?:[^\s\d]?\d[\d.,]*[^\s\d]?(?: ?[%٪])? ?)+")


class Table(NamedTuple):
    """A table by its lines on the page, first to last (exclusive), and its cells."""

    first: int
    last: int
    rows: tuple[tuple[str, ...], ...]


def may_hold_table(lines: Sequence[str]) -> bool:
    """Say whether a page's running text has lines that look like rows of numbers."""
    plain = (" ".join(line.split()) for line in lines)
    return sum(_ROW.fullmatch(line) is not None for line in plain) >= _FEWEST_LINES - 1


def tables_of(lines: Sequence[str]) -> Iterator[Table]:
    """Find the tables among the lines of a page as they are seen."""
    numbered = groupby(enumerate(lines), key=lambda one: bool(_parted(one[1])))
    for is_parted, group in numbered:
        stretch = list(group)
        if is_parted and len(stretch) >= _FEWEST_LINES:
            cells = _cells([line for _, line in stretch])
            if cells and _is_table(cells):
                yield Table(stretch[0][0], stretch[-1][0] + 1, tuple(_whole(cells)))


def _parted(line: str) -> bool:
    return len(re.split(r" {2,}", line.strip())) >= _FEWEST_COLUMNS


def _cells(lines: Sequence[str]) -> list[tuple[str, ...]]:
    """Cut lines at the white columns that all of them share."""
    width = max(map(len, lines))
    padded = [line.ljust(width) for line in lines]
    edges: list[tuple[int, int]] = []
    for is_white, group in groupby(
        range(width), key=lambda at: all(line[at] == " " for line in padded)
    ):
        places = list(group)
        if not is_white:
            edges.append((places[0], places[-1] + 1))
    rows = [[line[a:b].strip() for a, b in _joined(edges)] for line in padded]
    return list(zip(*_never_together(list(zip(*rows, strict=True))), strict=True))


def _never_together(columns: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Take columns side by side for one of which never more than one holds a word.

    A head stands to the left of its numbers where both are set to the right.
    """
    kept: list[tuple[str, ...]] = []
    for column in columns:
        if kept and not any(a and b for a, b in zip(kept[-1], column, strict=True)):
            kept[-1] = tuple(a or b for a, b in zip(kept[-1], column, strict=True))
        else:
            kept.append(column)
    return kept


def _joined(edges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Take columns together that only one blank parts: words of the same cells."""
    kept: list[tuple[int, int]] = []
    for first, last in edges:
        if kept and first - kept[-1][1] < _GUTTER:
            kept[-1] = (kept[-1][0], last)
        else:
            kept.append((first, last))
    return kept


def _is_table(rows: Sequence[tuple[str, ...]]) -> bool:
    """Say whether short cells with numbers stand below a head."""
    if len(rows[0]) < _FEWEST_COLUMNS:
        return False
    if any(len(cell) > _LONGEST_CELL for row in rows for cell in row):
        return False
    bodies = [cell for row in rows[1:] for cell in row if cell]
    counted = sum(bool(_NUMBER.fullmatch(cell)) for cell in bodies)
    named = sum(not _DIGIT.search(cell) for cell in bodies)
    return (
        counted >= (len(bodies) - named) * _LEAST_NUMBERS and counted >= len(rows) - 1
    )


def _whole(rows: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Give rows with the lines put back that were broken inside their cells."""
    before: tuple[str, ...] | None = None
    for row in rows:
        has_number = any(_DIGIT.search(cell) for cell in row)
        if before is not None and "" in row and not has_number:
            before = tuple(f"{a} {b}".strip() for a, b in zip(before, row, strict=True))
            continue
        if before is not None:
            yield before
        before = row
    if before is not None:
        yield before


def barred(cells: Sequence[str]) -> str:
    """Write the cells of a row between bars."""
    return f"| {' | '.join(' '.join(cell.split()) for cell in cells)} |"


def with_rows(
    lines: Sequence[str], tables: Sequence[Table]
) -> Iterator[tuple[str, bool]]:
    """Give the lines of running text, those that are rows of a table between bars.

    A row is known by its words, which stand in the same order in both.
    """
    rows = {
        tuple(" ".join(row).split()): barred(row)
        for table in tables
        for row in table.rows
    }
    for line in lines:
        row = rows.get(tuple(line.split()))
        yield (row, True) if row else (line, False)
