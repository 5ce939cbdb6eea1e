"""A table of a report: its key, what its rows are of, its columns, and rows of plain cells."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from marsad.desk.transparency.period_rows import PeriodRows

# Fewer than five posts of one language on one platform, or what would give them away.
HIDDEN: Final = "hidden"
TOTAL: Final = "total"

Table = dict[str, Any]
Row = tuple[Sequence[Any], Sequence[Any]]
Maker = Callable[[PeriodRows], Table]


def table(
    key: str, of: Sequence[str], columns: Sequence[str], rows: Iterable[Row]
) -> Table:
    """A table as it is frozen; a cell is a count, a share, a time, nothing, or HIDDEN."""
    told = [{"of": list(names), "cells": list(cells)} for names, cells in rows]
    return {"key": key, "of": list(of), "columns": list(columns), "rows": told}


def sums(rows: Iterable[Row], columns: int) -> list[int]:
    """The last row of a table of counts."""
    cells = [list(cells) for _of, cells in rows]
    return [sum(one[at] for one in cells) for at in range(columns)]
