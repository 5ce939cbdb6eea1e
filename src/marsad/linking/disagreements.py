"""What exactly two kept lines disagree on, where both cannot hold.

The rules are those of ``same``; two more are asked of meetings: one meeting with two
counts of those who came, and one meeting that two reports put on days close by.
"""

from dataclasses import dataclass
from typing import Final, Literal

from rapidfuzz import fuzz

from marsad.linking.entries import Entry
from marsad.linking.moments import is_near, overlap
from marsad.linking.same import compare
from marsad.reading.findings import Commitment, Meeting

About = Literal["value", "days", "attendance", "amount", "words"]

# As in ``same``: the names of one meeting are this much alike.
_SAME_TITLE: Final = 90.0


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What two lines disagree on, why they cannot both hold, and how sure that is."""

    about: About
    why: str
    score: float


def disagreement(one: Entry, other: Entry) -> Disagreement | None:
    """What two lines disagree on, or None where both may hold."""
    link = compare(one, other)
    if link.verdict == "rival":
        return Disagreement(_about(one), link.why, link.score)
    first, second = one.attestation.finding, other.attestation.finding
    if isinstance(first, Meeting) and isinstance(second, Meeting):
        if link.verdict == "same":
            return _attendance(first, second)
        return _days(first, second)
    return None


def _about(one: Entry) -> About:
    if one.value:
        return "value"
    match one.attestation.finding:
        case Meeting():
            return "days"
        case Commitment():
            return "amount"
    return "words"


def _attendance(one: Meeting, other: Meeting) -> Disagreement | None:
    if not one.attendance or not other.attendance or one.attendance == other.attendance:
        return None
    why = f"One meeting, but {one.attendance:,} and {other.attendance:,} took part."
    return Disagreement("attendance", why, 0.8)


def _days(one: Meeting, other: Meeting) -> Disagreement | None:
    """A meeting in one town under one name, on days that are close but not the same."""
    if one.interval is None or other.interval is None:
        return None
    is_one_place = one.city is not None and one.city == other.city
    is_close = is_near(one.interval, other.interval)
    is_apart = not overlap(one.interval, other.interval)
    is_named_alike = fuzz.ratio(one.name, other.name) >= _SAME_TITLE
    if not (is_one_place and one.country == other.country):
        return None
    if not (is_close and is_apart and is_named_alike):
        return None
    why = "One meeting in one town, but its days are not the same."
    return Disagreement("days", why, 0.6)
