"""How well readers agreed who did not see each other."""

from collections.abc import Callable, Sequence
from typing import Final

from marsad.desk.cases.models import Verdict
from marsad.desk.transparency.period_rows import Decision
from marsad.desk.transparency.shares import Share
from marsad.desk.transparency.tables import Row
from marsad.measuring.agreement import agreement as measured

# Whether they would write to the platform at all; and the verdict itself.
_ASKED: Final[tuple[tuple[str, Callable[[str], str]], ...]] = (
    ("refer_or_not", lambda one: str(Verdict(one).refers)),
    ("verdict", lambda one: one),
)
_PLACES: Final = 3


def agreement(decisions: Sequence[Decision]) -> list[Row]:
    """Of the first two readers: how often they agreed, and Krippendorff's alpha.

    A third is called only where they differ, so the third's word would tell of nothing but
    that.
    """
    told: list[Row] = []
    for name, asked in _ASKED:
        units = [tuple(map(asked, one.verdicts[:2])) for one in decisions]
        same = sum(unit[0] == unit[1] for unit in units)
        found = measured(units)
        alpha = [_rounded(one) for one in (found.alpha, found.low, found.high)]
        told.append(((name,), [Share(same, len(units)).cells(), *alpha]))
    return told


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _PLACES)
