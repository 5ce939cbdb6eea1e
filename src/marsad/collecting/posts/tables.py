"""Posts in a table (CSV, TSV): the columns are named by a mapping, or known by their heads."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from marsad.collecting.posts.cells import read_cells
from marsad.collecting.posts.columns import UNMAPPED, Columns, columns_of
from marsad.collecting.posts.public import Fault, NotTaken, PublicPost
from marsad.collecting.posts.sheets import rows_of
from marsad.collecting.posts.taking import one


def read(path: Path, mapping: Columns = UNMAPPED) -> Iterator[PublicPost | Fault]:
    """The posts of a table; a row that is broken is told, and the next one is read."""
    rows = rows_of(path, mapping.delimiter, mapping.encoding)
    head = next(rows, None)
    if head is None or isinstance(head, Fault):
        yield head or Fault((), "is empty", "export it again")
        return
    try:
        columns = columns_of(head[1], mapping)
    except NotTaken as problem:
        yield problem.at(("line", head[0]))
        return
    for row in rows:
        if isinstance(row, Fault):
            yield row
        else:
            yield one(partial(read_cells, row[1], columns), ("line", row[0]))
