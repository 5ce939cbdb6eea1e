"""Whether two findings of two documents say the same, deny or follow each other.

The rules are those by which whole piles of readings are linked (``statements``,
``indicators``, ``contradictions``, ``undertakings``), asked about one pair. Numbers
that differ are never the same, however alike the words are.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, Literal

from rapidfuzz import fuzz

from marsad.linking.contradictions import are_rivals
from marsad.linking.entries import Entry
from marsad.linking.indicators import is_same_point, point_of
from marsad.linking.moments import is_near, is_short
from marsad.linking.persons import names_agree
from marsad.linking.spellings import may_be_one, words_of_name
from marsad.linking.statements import (
    Spoken,
    digits_of,
    is_same_text,
    translation,
)
from marsad.linking.undertakings import is_same_meeting, is_same_promise
from marsad.linking.values import ATTENDANCE, Value
from marsad.reading.findings import Call, Commitment, Meeting, Membership

Verdict = Literal["same", "rival", "successor"]
Side = Literal["one", "other"]

_SAME_NEWS: Final = timedelta(days=3)
# The thresholds of statements and undertakings, for what those do not compare.
_ALIKE: Final = 85.0
# So much of a wording is left when its numbers alone are changed.
_SAME_BUT_NUMBERS: Final = 80.0
# A meeting that is put off is named alike and planned for the same season.
_PUT_OFF: Final = timedelta(days=92)
_SAME_TITLE: Final = 90.0


@dataclass(frozen=True, slots=True)
class Link:
    """What one entry is to another, proposed: the score, the verdict, and why."""

    score: float
    verdict: Verdict | None
    why: str
    # Of a successor: which of the two comes later.
    later: Side | None = None


_NOTHING: Final = Link(0.0, None, "Nothing links the two.")


def compare(one: Entry, other: Entry) -> Link:
    """What one entry is to another; the same both ways but for which comes later."""
    if one.value and other.value:
        return _values(one.value, other.value)
    if one.spoken and other.spoken:
        return _statements(one.spoken, other.spoken)
    first, second = one.attestation.finding, other.attestation.finding
    for kind, rule in _RULES:
        if isinstance(first, kind) and isinstance(second, kind):
            return rule(one, other)
    return _NOTHING


def _values(one: Value, other: Value) -> Link:
    if one.key != other.key:
        return Link(0.0, None, "They count different things.")
    first, second = point_of(one), point_of(other)
    if is_same_point(first, other):
        if one.key.indicator is None:
            why = "Equal value and unit within three days, but no indicator claims it."
            return Link(0.6, "same", why)
        return Link(1.0, "same", "Equal values of one indicator for the same days.")
    if one.key.indicator in (None, ATTENDANCE) or one.change != other.change:
        return Link(0.0, None, "The numbers differ and no series holds them together.")
    if are_rivals(first, second):
        why = f"{one.value:,g} and {other.value:,g} cannot both hold on the same days."
        return Link(0.9, "rival", why)
    if is_near(one.moment, other.moment):
        agree = is_short(one.moment) and is_short(other.moment)
        why = "Their bounds agree with each other." if agree else "A time too long."
        return Link(0.2, None, f"The numbers differ. {why}")
    later: Side = "one" if one.moment > other.moment else "other"
    why = "A later value of the same indicator supersedes the earlier one."
    return Link(0.9, "successor", why, later)


def _statements(one: Spoken, other: Spoken) -> Link:
    if abs(one.words.day - other.words.day) > _SAME_NEWS:
        return Link(0.0, None, "More than three days lie between the two.")
    if not _is_one_speaker(one, other):
        return Link(0.0, None, "They have different speakers.")
    if one.words.language != other.words.language:
        return _translated(one, other)
    likeness = fuzz.ratio(one.text, other.text)
    if is_same_text(one, other):
        why = "The same words of one speaker, or a part of them."
        return Link(max(likeness, _ALIKE) / 100, "same", why)
    is_twice = one.words.document.id == other.words.document.id
    is_renumbered = one.numbers != other.numbers or digits_of(one) != digits_of(other)
    if likeness >= _SAME_BUT_NUMBERS and is_renumbered and not is_twice:
        why = "Nearly the same words of one speaker, with other numbers."
        return Link(0.7, "rival", why)
    return Link(likeness / 200, None, "Other words of the same speaker.")


def _translated(one: Spoken, other: Spoken) -> Link:
    like = translation(one, other)
    if not like.is_enough:
        return Link(
            like.share / 2, None, "Too little holds the two languages together."
        )
    both = ", ".join(sign.what for sign in like.shared)
    why = f"One speaker in two languages; both hold: {both}."
    return Link(round(0.5 + like.share / 4, 3), "same", why)


def _is_one_speaker(one: Spoken, other: Spoken) -> bool:
    first, second = set(one.speaker.split()), set(other.speaker.split())
    if not first or not second:
        return False
    if first <= second or second <= first:
        return True
    shorter, longer = sorted(
        (words_of_name(one.speaker), words_of_name(other.speaker)), key=len
    )
    if not shorter:
        return False
    if len(shorter) == 1:
        return may_be_one(shorter[0], longer[-1])
    return names_agree(shorter, longer)


def _promises(one: Entry, other: Entry) -> Link:
    first: Any = one.attestation
    second: Any = other.attestation
    if first.finding.party != second.finding.party:
        return Link(0.0, None, "Different parties bind themselves.")
    if is_same_promise(first, second):
        why = "One party, days close by, and the same amount, due date or words."
        return Link(0.9 if first.finding.amount else 0.75, "same", why)
    return _renumbered(one, other)


def _renumbered(one: Entry, other: Entry) -> Link:
    """Commitments in nearly the same words with another amount deny each other."""
    first: Any = one.attestation.finding
    second: Any = other.attestation.finding
    is_close = abs(one.attestation.day - other.attestation.day) <= _SAME_NEWS
    is_twice = one.attestation.document.id == other.attestation.document.id
    if not (first.amount and second.amount and is_close) or is_twice:
        return Link(0.1, None, "Another commitment of the same party.")
    is_alike = fuzz.ratio(one.letters, other.letters) >= _SAME_BUT_NUMBERS
    if first.amount.unit == second.amount.unit and is_alike:
        return Link(0.7, "rival", "One commitment in the same words, two amounts.")
    return Link(0.1, None, "Another amount of the same party.")


def _calls(one: Entry, other: Entry) -> Link:
    first: Any = one.attestation.finding
    second: Any = other.attestation.finding
    is_close = abs(one.attestation.day - other.attestation.day) <= _SAME_NEWS
    if first.party != second.party or not is_close:
        return Link(0.0, None, "Another party, or another time.")
    likeness = fuzz.ratio(one.letters, other.letters)
    is_alike = likeness >= _ALIKE and one.language == other.language
    if is_alike and one.numbers == other.numbers:
        return Link(likeness / 100, "same", "One party calls in the same words.")
    return Link(likeness / 200, None, "Another call of the same party.")


def _meetings(one: Entry, other: Entry) -> Link:
    first: Any = one.attestation
    second: Any = other.attestation
    if first.finding.country != second.finding.country:
        return Link(0.0, None, "They are held in different countries.")
    if is_same_meeting(first, second):
        return Link(0.9, "same", "Place, days and name agree.")
    return _put_off(one, other)


def _put_off(one: Entry, other: Entry) -> Link:
    """A planned meeting that a later report plans for other days."""
    first: Any = one.attestation.finding
    second: Any = other.attestation.finding
    is_twice = one.attestation.document.id == other.attestation.document.id
    if is_twice or not (first.interval and second.interval):
        return Link(0.1, None, "Days or names do not tell that they are one.")
    apart = abs(first.interval.first - second.interval.first)
    is_planned = first.held == second.held == "planned" and first.city == second.city
    is_named_alike = fuzz.ratio(first.name, second.name) >= _SAME_TITLE
    if not (is_planned and is_named_alike and apart <= _PUT_OFF):
        return Link(0.1, None, "Another meeting in the same country.")
    between = one.attestation.day - other.attestation.day
    if abs(between) <= _SAME_NEWS:
        return Link(0.6, "rival", "One planned meeting, two dates.")
    later: Side = "one" if between > timedelta(0) else "other"
    return Link(0.6, "successor", "A planned meeting was given other days.", later)


def _memberships(one: Entry, other: Entry) -> Link:
    first: Any = one.attestation.finding
    second: Any = other.attestation.finding
    if first.event != second.event or not set(first.who) & set(second.who):
        return Link(0.0, None, "Other parties, or another event.")
    if first.as_of and second.as_of and first.as_of != second.as_of:
        return Link(0.2, None, "The same event on other days.")
    if set(first.who) == set(second.who):
        return Link(0.8, "same", "The same event of the same parties.")
    return Link(0.5, None, "Some of the parties are the same.")


# What the kinds that are no values and no statements are compared by.
_RULES: Final[tuple[tuple[type, Callable[[Entry, Entry], Link]], ...]] = (
    (Commitment, _promises),
    (Call, _calls),
    (Meeting, _meetings),
    (Membership, _memberships),
)
