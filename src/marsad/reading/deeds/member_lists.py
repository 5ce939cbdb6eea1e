"""The parts of a membership: a number of members, a list of parties, a day.

A list is what stands between parties: commas, «and», and what introduces it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from marsad.reading.findings import DateMention, Figure, Membership, Party
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.reading.wordsets import wordset

_MEMBERS = wordset("members") | wordset("member_counted")


# «The two countries» are no membership.
_FEWEST = 3


# Between a word of membership and its number stands a body and what hangs on it.
REACH = 16


_BETWEEN_LIST = wordset("between_list")


NEAR = 4


RELATIVES = frozenset(["who", "which", "qui"])


def antecedent(found: Found, relative: int) -> int:
    """Return where the party stands that a relative clause is about."""
    near = within(found.parties, relative - 8, relative)
    return near[-1].first if near and near[-1].last >= relative - 1 else relative


def number_in(found: Found, first: int, last: int) -> Seen | None:
    """Return the first number of members in a stretch."""
    for one in within(found.figures, first, last):
        figure = one.finding
        if (
            isinstance(figure, Figure)
            and figure.unit in _MEMBERS
            and figure.value >= _FEWEST
        ):
            return one
    return None


def is_unbroken(passage: Passage, first: int, last: int) -> bool:
    """Say whether no stop stands between a word and its number."""
    return {";", "؛", ":", "\n", "."}.isdisjoint(passage.words[first:last])


_INTRODUCERS = wordset("introducers")


def introduces(passage: Passage, token: int) -> bool:
    """Say whether a list of names is announced behind a number."""
    return not _INTRODUCERS.isdisjoint(passage.words[token : token + 3])


def parties_in(found: Found, first: int, last: int) -> list[tuple[Seen, Party]]:
    """Return the parties that begin in tokens first to last (exclusive)."""
    return [
        (one, one.finding)
        for one in within(found.parties, first, last)
        if isinstance(one.finding, Party)
    ]


def list_after(
    passage: Passage, found: Found, token: int, *, least: int = 1
) -> tuple[tuple[str, ...], int]:
    """Return the parties strung together behind a token, and where the list ends."""
    who: list[str] = []
    end = token
    while True:
        following = within(found.parties, end, end + 6)
        if not following or not _only_joins(passage, end, following[0].first):
            break
        party = following[0].finding
        if isinstance(party, Party):
            who.append(party.canonical)
        end = max(end + 1, following[0].last)
    return (tuple(who), end) if len(who) >= least else ((), token)


def _only_joins(passage: Passage, first: int, last: int) -> bool:
    words = passage.words[first:last]
    if "في" in words and "ممثله" not in words:
        return False
    return _BETWEEN_LIST.issuperset(words)


def with_date(found: Found, last: int) -> int:
    """Take in the date right behind, as in «إنشاء التحالف في العام 2014»."""
    for one in within(found.dates, last, last + 3):
        return one.last
    return last


class Stretch(NamedTuple):
    """The tokens of a membership, and the letters cut off the first."""

    first: int
    last: int
    clitic: int = 0


def membership(
    passage: Passage,
    found: Found,
    stretch: Stretch,
    event: str,
    *,
    who: Sequence[str] = (),
    count: float | None = None,
) -> Seen:
    """Make the finding of a membership from its words."""
    first = stretch.first
    last = min(max(stretch.last, first + 1), len(passage.words))
    word = passage.span(first, first + 1, stretch.clitic).quote
    finding = Membership(
        span=passage.span(first, last, stretch.clitic),
        reader=f"memberships.{event}",
        score=0.8,
        why=f"«{word}…»: {event}",
        event=event,
        who=tuple(dict.fromkeys(who)),
        count=None if count is None else int(count),
        as_of=_as_of(passage, found, first, last),
    )
    return Seen(first, last, finding)


def _as_of(passage: Passage, found: Found, first: int, last: int) -> str | None:
    """Return the day of which it is said: a date inside, else the publication."""
    for one in within(found.dates, first, last):
        if isinstance(one.finding, DateMention):
            days = one.finding.interval
            return str(days.first) if days.first == days.last else str(days)
    return passage.published.isoformat() if passage.published else None
