"""Tables of cases: begun, decided, with which verdicts, and how well readers agreed."""

from collections import Counter
from collections.abc import Callable
from typing import Any, Final

from marsad.desk.cases.models import Verdict
from marsad.desk.transparency.agreeing import agreement
from marsad.desk.transparency.period_rows import Decision, PeriodRows, Told
from marsad.desk.transparency.shares import Share
from marsad.desk.transparency.tables import TOTAL, Maker, Row, Table, table

_MIXED: Final = "mixed"


def cases_by(name: str, key: Callable[[Told], Any]) -> Maker:
    """A table of cases by something that they are counted under."""

    def made(rows: PeriodRows) -> Table:
        begun = Counter(key(one) for one in rows.begun)
        decided = Counter(key(one.told) for one in rows.decisions)
        refer = Counter(key(one.told) for one in rows.decisions if one.refers)
        told: list[Row] = [
            ((one,), [begun[one], decided[one], refer[one], decided[one] - refer[one]])
            for one in sorted({*begun, *decided}, key=str)
        ]
        whole, agreed = len(rows.decisions), refer.total()
        told.append(((TOTAL,), [len(rows.begun), whole, agreed, whole - agreed]))
        columns = ("begun", "decided", "for_referral", "closed")
        return table(f"cases_by_{name}", (name,), columns, told)

    return made


def verdicts(rows: PeriodRows) -> Table:
    """Readings by verdict, and what the cases were decided with."""
    cases = Counter(map(_verdict_of, rows.decisions))
    names = (*map(str, Verdict.values), _MIXED)
    told: list[Row] = [
        ((one,), [rows.readings.get(one, 0), cases[one]]) for one in names
    ]
    told.append(((TOTAL,), [sum(rows.readings.values()), len(rows.decisions)]))
    return table("verdicts", ("verdict",), ("readings", "cases"), told)


def _verdict_of(one: Decision) -> str:
    """What the readers who decided found, where they found the same."""
    deciding = {each for each in one.verdicts if Verdict(each).refers == one.refers}
    return deciding.pop() if len(deciding) == 1 else _MIXED


def agreed(rows: PeriodRows) -> Table:
    """How well readers who did not see each other agreed."""
    columns = ("agreed", "alpha", "low", "high")
    return table("agreement", ("asked",), columns, agreement(rows.decisions))


def precision(rows: PeriodRows) -> Table:
    """Of each bank, the share of decided cases in which its signals were right."""
    judged = [one for one in rows.decisions if one.is_right is not None]
    told: list[Row] = []
    for bank in sorted({one.told.bank for one in judged}):
        own = [one for one in judged if one.told.bank == bank]
        share = Share(sum(bool(one.is_right) for one in own), len(own))
        told.append(((bank,), [share.cells()]))
    return table("precision", ("bank",), ("right",), told)
