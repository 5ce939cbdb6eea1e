"""Frozen figures as tables that people read, in the language that is set."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import get_language, gettext

from marsad.composing.counting import bare
from marsad.composing.pieces import Piece, Pieces, name, number, words
from marsad.desk.transparency.tables import HIDDEN, TOTAL
from marsad.desk.transparency.words import COLUMNS, DSA, HEADINGS, name_of

_PARTS: Final = ("count", "of", "share", "low", "high")


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row: its names, and its cells."""

    names: tuple[Pieces, ...]
    cells: tuple[Pieces, ...]
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table with its title and meaning, in one language."""

    key: str
    title: str
    meaning: str
    of: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[ShownRow, ...]
    # Whether its first column is of shares, which take more room.
    has_share: bool = False


def shown(said: Mapping[str, Any]) -> list[ShownTable]:
    """Every table of frozen figures, in the language that is set."""
    return [_table(one) for one in said["tables"]]


def tidy(said: Mapping[str, Any]) -> Iterator[tuple[str, str, str, Any]]:
    """Frozen figures as lines of table, row, column and value, by their keys."""
    for table in said["tables"]:
        for row in table["rows"]:
            named = " / ".join(row["of"])
            for column, value in _lines(table["columns"], row["cells"]):
                yield table["key"], named, column, value
            if table["key"] == "outcomes" and named in DSA:
                yield table["key"], named, "dsa", DSA[named]


def _lines(columns: Sequence[str], cells: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    for column, cell in zip(columns, cells, strict=True):
        yield from _flat(column, cell)


def _flat(column: str, cell: Any) -> Iterator[tuple[str, Any]]:
    if not isinstance(cell, dict):
        yield column, cell
        return
    for part in _PARTS:
        yield f"{column}.{part}", cell[part]


def _table(table: Mapping[str, Any]) -> ShownTable:
    heading = HEADINGS[table["key"]]
    return ShownTable(
        key=table["key"],
        title=str(heading.title),
        meaning=str(heading.meaning),
        of=tuple(str(COLUMNS[one]) for one in table["of"]),
        columns=tuple(str(COLUMNS[one]) for one in table["columns"]),
        rows=tuple(_row(table["of"], one) for one in table["rows"]),
        has_share=any(isinstance(one["cells"][0], dict) for one in table["rows"]),
    )


def _row(of: Sequence[str], row: Mapping[str, Any]) -> ShownRow:
    return ShownRow(
        names=_names(of, row["of"]),
        cells=tuple(map(written, row["cells"])),
        is_total=row["of"][-1] == TOTAL,
    )


def _names(of: Sequence[str], keys: Sequence[str]) -> tuple[Pieces, ...]:
    """The names of a row; a total of all says so once."""
    names = list(map(_name, of, keys))
    if len(keys) > 1 and set(keys) == {TOTAL}:
        names[1:] = [words("")] * (len(names) - 1)
    return tuple(names)


def _name(column: str, key: str) -> Pieces:
    told = name_of(column, key)
    return name(key) if told is None else words(told)


def written(cell: Any) -> Pieces:
    """A cell as it stands in a table: its number, its share of what, or that it is not told."""
    if cell is None:
        return words("—")
    if cell == HIDDEN:
        return words(gettext("not told"))
    if isinstance(cell, dict):
        return _share(cell)
    return number(bare(cell, _language()))


def _share(cell: Mapping[str, Any]) -> Pieces:
    language = _language()
    counted = number(f"{bare(cell['count'], language)}/{bare(cell['of'], language)}")
    if cell["share"] is None:
        return counted
    around = f"{_percent(cell['low'])}–{_percent(cell['high'])}"
    return (
        *counted,
        Piece(" · "),
        *number(f"{_percent(cell['share'])}%"),
        Piece(" "),
        *number(f"({around}%)"),
    )


def _percent(share: float) -> str:
    return bare(round(100 * share, 1), _language())


def _language() -> str:
    return (get_language() or "en")[:2]
