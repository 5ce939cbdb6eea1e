"""Tables of what the cell answers for: appeals, opened accounts, doubted signals."""

from collections import Counter

from marsad.desk.complaints.models import Outcome
from marsad.desk.transparency.period_rows import PeriodRows
from marsad.desk.transparency.shares import Share
from marsad.desk.transparency.tables import TOTAL, Row, Table, sums, table


def appeals(rows: PeriodRows) -> Table:
    """Appeals lodged in the period, and what became of each by the day of the report."""
    came = Counter(one.outcome for one in rows.appeals)
    told: list[Row] = [(("lodged",), [len(rows.appeals)])]
    told += [((one,), [came[one]]) for one in map(str, Outcome.values)]
    told.append((("waiting",), [came[""]]))
    return table("appeals", ("appeal",), ("appeals",), told)


def in_time(rows: PeriodRows) -> Table:
    """Of the appeals that were answered or due, the share answered in time."""
    due = [one for one in rows.appeals if one.answered_at or one.due_at < rows.as_of]
    kept = [one for one in due if one.answered_at and one.answered_at <= one.due_at]
    told = [(("in_time",), [Share(len(kept), len(due)).cells()])]
    return table("in_time", ("appeal",), ("share",), told)


def reveals(rows: PeriodRows) -> Table:
    """Openings of accounts that were asked for: on which ground, and what became of them."""
    fates = ("granted", "shown", "refused", "waiting")
    told: list[Row] = []
    for basis in sorted({basis for basis, _fate in rows.reveals}):
        counts = [rows.reveals.get((basis, one), 0) for one in fates]
        told.append(((basis,), [sum(counts), *counts]))
    told.append(((TOTAL,), sums(told, 5)))
    return table("reveals", ("basis",), ("asked", *fates), told)


def signals(rows: PeriodRows) -> Table:
    """Signals added, doubted by people, and set aside by themselves."""
    fates = ("open", "upheld", "rejected")
    told: list[Row] = [(("added",), [rows.added, None, None, None])]
    for name, is_machine in (("doubted", False), ("set_aside", True)):
        counts = [rows.disputes.get((is_machine, one), 0) for one in fates]
        told.append(((name,), [sum(counts), *counts]))
    return table("signals", ("signal",), ("signals", *fates), told)
