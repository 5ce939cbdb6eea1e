"""How often a finding that is read this way is right: scores that mean what they say.

A reader gives each finding the weight of its rule. What that weight is worth is counted
on annotated passages that no rule was written for: of the findings of one reader, in one
language, with one weight, so many were right. Where few were counted, the share is drawn
towards that of the reader as a whole, and this towards that of the kind. The table is
written by ``tools/calibrate.py``, which also says how far the scores can be believed.
"""

from collections.abc import Container, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from marsad.reading.findings import Finding

TABLE: Final = "chances.tsv"
# A group is named by its kind, then reader, language and weight; the shorter the name,
# the larger the group.
Group = tuple[str, ...]


def calibrate(finding: Finding, language: str) -> Finding:
    """Give a new finding the score that findings like it have earned."""
    earned = _earned(finding.kind, finding.reader, language, finding.score)
    # Nobody else holds it yet, and a copy of each would cost a twentieth of the reading.
    object.__setattr__(finding, "score", earned)
    return finding


# A model gives any weight that it likes: what is kept has a bound.
@lru_cache(4096)
def _earned(kind: str, reader: str, language: str, weight: float) -> float:
    return chance(groups_of(kind, reader, language, weight), weight)


def chance(groups: tuple[Group, ...], weight: float) -> float:
    """The share of right findings in the smallest group that was counted.

    The weight itself where none of the groups was.
    """
    group = smallest(groups, _table())
    return _table()[group] if group else weight


def smallest(groups: tuple[Group, ...], counted: Container[Group]) -> Group | None:
    """The smallest of some groups that was counted, the largest standing first."""
    return next((group for group in reversed(groups) if group in counted), None)


def groups_of(
    kind: str, reader: str, language: str, weight: float
) -> tuple[Group, ...]:
    """The groups that a finding belongs to, the largest first."""
    whole = (kind, reader, language, f"{weight:.2f}")
    return tuple(whole[: size + 1] for size in range(len(whole)))


@cache
def _table() -> Mapping[Group, float]:
    written = files("marsad.reading.lexicons").joinpath(TABLE).read_text("utf-8")
    counted: dict[Group, float] = {}
    for line in written.splitlines():
        if line and not line.startswith("#"):
            *group, share, _ = line.split("\t")
            counted[tuple(part for part in group if part)] = float(share)
    return counted
