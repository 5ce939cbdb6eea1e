"""Figures in the cells of a table: the head of the column counts, the row says of whom.

Pages and word files give a table as lines of cells between bars. A number alone in its
cell has no noun beside it: its unit stands in the head of the column, or in the caption,
its place or subject in the first cell of the row, its year often in the head.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from marsad.reading.findings import DateMention, Figure, Party
from marsad.reading.numbers.numbers import Number
from marsad.reading.numbers.units import unit_at
from marsad.reading.passage import Found, Passage, Seen, within

READER: Final = "figures.table"
_LINE: Final = re.compile(r"^\|(.*)\|[ \t]*$", re.MULTILINE)
_RULE: Final = re.compile(r"[\s:|-]*")
# What may stand in a cell beside its number.
_SIGNS: Final = re.compile(r"[\s%٪$€£~<>*†‡()\d\[\]+-]*")
_PERCENT: Final = re.compile(
    r"%|٪|percent|per cent|pour cent|في المئه|في المايه|بالمئه|بالمايه"
)
_YEARS: Final = frozenset(("year", "annee", "سنه", "عام", "السنه", "العام"))
_MOST_CELLS: Final = 40
# A table longer than this is a page of data, which nobody reads as news.
_MOST_ROWS: Final = 400


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its column, its tokens, its letters."""

    column: int
    first: int
    last: int
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of cells of one table, with its caption if it has one."""

    caption: Cell | None
    heads: Sequence[Cell]
    rows: Sequence[Sequence[Cell]]


def read_tables(
    passage: Passage, found: Found, numbers: Sequence[Number], seen: Sequence[Seen]
) -> list[Seen]:
    """Add the figures of tables, and give those seen in a cell what its head says."""
    if "|" not in passage.vocabulary:
        return list(seen)
    reader = _Reader(
        passage,
        found,
        {number.first: number for number in numbers},
        {one.first: one for one in seen},
    )
    made = {one.first: one for table in _tables(passage) for one in reader.of(table)}
    kept = [one for one in seen if one.first not in made]
    return sorted((*kept, *made.values()), key=lambda one: (one.first, one.last))


def _tables(passage: Passage) -> Iterator[Table]:
    rows: list[list[Cell]] = []
    end = -1
    for match in _LINE.finditer(passage.text):
        # A rule between rows belongs to the table and is no row of it.
        if passage.text[end : match.start()].strip() and rows:
            yield from _table(rows)
            rows = []
        end = match.end()
        if not _RULE.fullmatch(match[1]) and len(rows) < _MOST_ROWS:
            rows.append(_cells(passage, match))
    yield from _table(rows)


def _cells(passage: Passage, line: re.Match[str]) -> list[Cell]:
    cells = []
    start = line.start(1)
    for column, text in enumerate(line[1].split("|")[:_MOST_CELLS]):
        end = start + len(text)
        inner = text.strip()
        begin = start + len(text) - len(text.lstrip())
        first = passage.tokens.at(begin) if inner else 0
        last = passage.tokens.at(begin + len(inner) - 1) + 1 if inner else 0
        cells.append(Cell(column, first, last, inner))
        start = end + 1
    return cells


def _table(rows: list[list[Cell]]) -> Iterator[Table]:
    caption = None
    if rows and sum(bool(cell.text) for cell in rows[0]) == 1:
        caption, rows = rows[0][0], rows[1:]
    if len(rows) > 1 and len(rows[0]) > 1:
        yield Table(caption, rows[0], rows[1:])


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is known of a passage when its tables are read."""

    passage: Passage
    found: Found
    # Numbers and figures by their first token.
    numbers: Mapping[int, Number]
    seen: Mapping[int, Seen]

    def of(self, table: Table) -> Iterator[Seen]:
        """The figures of a table, cell by cell."""
        for row in table.rows:
            for cell in row[1 : len(table.heads)]:
                number = self._number_in(cell)
                is_year = table.heads[cell.column].text.casefold() in _YEARS
                if number is not None and not is_year:
                    yield self._figure(table, row[0], cell, number)

    def _number_in(self, cell: Cell) -> Number | None:
        """The number that a cell holds and that is all it says."""
        inside = (self.numbers.get(token) for token in range(cell.first, cell.last))
        number = next((one for one in inside if one is not None), None)
        if number is None or not _stands_alone(self.passage, cell, number):
            return None
        return number

    def _figure(self, table: Table, label: Cell, cell: Cell, number: Number) -> Seen:
        head = table.heads[cell.column]
        seen = self.seen.get(number.first)
        own = seen.finding if seen is not None else None
        known = own if isinstance(own, Figure) else None
        # A unit that does not stand in the cell was taken over from an earlier number.
        is_own = (
            seen is not None and seen.last - seen.first > number.last - number.first
        )
        unit = known.unit if known and is_own else ""
        unit = unit or _unit(self.passage, cell, head, table.caption)
        row, column = self._words(label), self._words(head)
        last = seen.last if seen else number.last
        finding = Figure(
            span=self.passage.span(number.first, last),
            reader=READER,
            score=0.8 if unit else 0.5,
            why=f"«{row}» under «{column}» in a table",
            value=number.value,
            high=number.high,
            bound=known.bound if known else "exact",
            unit=unit,
            subject=", ".join(part for part in (column, row) if part),
            as_of=_as_of(self.passage, self.found, head, table.caption),
            place=_place(self.found, label, table.caption),
        )
        return Seen(number.first, last, finding)

    def _words(self, cell: Cell) -> str:
        if not cell.text:
            return ""
        return " ".join(self.passage.span(cell.first, cell.last).quote.split())


def _stands_alone(passage: Passage, cell: Cell, number: Number) -> bool:
    """Whether the number is all that the cell says, but for signs and scales."""
    tokens = passage.tokens
    before = passage.text[tokens.starts[cell.first] : tokens.starts[number.first]]
    after = passage.text[tokens.ends[number.last - 1] : tokens.ends[cell.last - 1]]
    return bool(_SIGNS.fullmatch(before)) and len(after.split()) <= 1


def _unit(passage: Passage, cell: Cell, head: Cell, caption: Cell | None) -> str:
    for where in (cell, head, caption):
        if where is None or not where.text:
            continue
        if _PERCENT.search(where.text):
            return "percent"
        for token in range(where.first, where.last):
            unit = unit_at(passage.words, token, passage.language)
            if unit is not None:
                return unit.name
    return ""


def _as_of(
    passage: Passage, found: Found, head: Cell, caption: Cell | None
) -> str | None:
    for where in (head, caption):
        if where is None:
            continue
        for one in within(found.dates, where.first, where.last):
            if isinstance(one.finding, DateMention):
                days = one.finding.interval
                year = f"{days.first.year}"
                return year if one.finding.precision == "year" else f"{days.last}"
    return passage.published.isoformat() if passage.published else None


def _place(found: Found, label: Cell, caption: Cell | None) -> str | None:
    for where in (label, caption):
        if where is None:
            continue
        for one in within(found.parties, where.first, where.last):
            if isinstance(one.finding, Party) and one.finding.type == "state":
                return one.finding.canonical
    return None
