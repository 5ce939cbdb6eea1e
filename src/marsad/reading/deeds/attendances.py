"""English attendances and parts of bodies that no verb of membership tells.

"Convened a group of 116 participants" says how many attended, and "the alliance, which
includes the Free Brigade" who is a part of it.
"""

from collections.abc import Iterator

from marsad.reading.deeds.member_lists import (
    NEAR,
    Stretch,
    is_unbroken,
    list_after,
    membership,
)
from marsad.reading.findings import Figure, Party
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.reading.wordsets import wordset

_ATTENDEES = wordset("attendees_en")
_CONVENING = wordset("convening_en")
_GROUPS = frozenset(["group", "gathering", "meeting", "assembly", "forum", "summit"])
_DETERMINERS = frozenset(["a", "an", "the", "this", "our", "its", "his", "her"])
_REACH = 10  # words from a verb of convening to the number of those who came
_ADJECTIVES = 5
_INCLUDING = frozenset(["includes", "include", "included", "comprises", "encompasses"])
_FEWEST = 3


def attendees_in(passage: Passage, found: Found, first: int, last: int) -> Seen | None:
    """Return the first number of people who attend by their calling in a stretch."""
    if passage.language != "en":
        return None
    return next(
        (one for one in within(found.figures, first, last) if _attends(passage, one)),
        None,
    )


def _attends(passage: Passage, one: Seen) -> bool:
    """Say whether a figure counts delegates, ministers or others who come to meet."""
    figure = one.finding
    is_many = isinstance(figure, Figure) and figure.value >= _FEWEST
    words = passage.words[one.first : one.last]
    return is_many and not _ATTENDEES.isdisjoint(words[-_NOUN:])


_NOUN = 3  # words at the end of a figure among which its noun stands: "heads of state"


def convened(passage: Passage, found: Found) -> Iterator[Seen]:
    """Give the numbers of those whom somebody convened."""
    words = passage.words
    for token in passage.tokens_of(_CONVENING):
        near = attendees_in(passage, found, token + 1, token + 1 + _REACH)
        if near is None or not is_unbroken(passage, token, near.first):
            continue
        is_group = words[near.first - 1] == "of" and words[near.first - 2] in _GROUPS
        first = near.first - 2 if is_group else near.first
        while is_group and first > token + 1 and near.first - first < _REACH:
            first -= 1
            if words[first] in _DETERMINERS:
                break
        figure = near.finding
        value = figure.value if isinstance(figure, Figure) else None
        stretch = Stretch(first, near.last)
        yield membership(passage, found, stretch, "attended", count=value)


def included(passage: Passage, found: Found) -> Iterator[Seen]:
    """Give the parts that a body, named right before, is said to include."""
    words = passage.words
    for token in passage.tokens_of(_INCLUDING):
        if words[token - 1 : token] != ["which"] or token < NEAR:
            continue
        comma = token - 1 - (words[token - 2] == ",")
        owner = next((o for o in found.parties if o.last == comma), None)
        who, last = list_after(passage, found, token + 1)
        if owner is None or not who or not _is_body(owner):
            continue
        first = owner.first - (words[owner.first - 1 : owner.first] == ["the"])
        stretch = Stretch(first, last)
        yield membership(passage, found, stretch, "joined", who=who)


def _is_body(one: Seen) -> bool:
    return isinstance(one.finding, Party) and one.finding.type != "state"
