"""Who joined a body, and who founded it and when.

Joining needs the body or a word for it, and one who joins; founding needs the body, and
a day or a founder. Fighters who join an armed group are no members.
"""

from collections.abc import Sequence
from dataclasses import replace

from marsad.reading.deeds.actors import author, speaker_at
from marsad.reading.deeds.bearers import FIRST_PERSONS
from marsad.reading.deeds.clauses import bounds, clause_end
from marsad.reading.deeds.member_lists import (
    NEAR,
    REACH,
    RELATIVES,
    Stretch,
    antecedent,
    introduces,
    list_after,
    membership,
    number_in,
    parties_in,
    with_date,
)
from marsad.reading.deeds.prospects import is_prospect
from marsad.reading.deeds.subjects import opening
from marsad.reading.findings import Figure, Party
from marsad.reading.lexicon import Hit
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.reading.wordsets import wordset

_NOT_JOINED = wordset("not_joined")


def joined(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read who joined which body; fighters who join an armed group are none."""
    low, high = bounds(passage, hit.first)
    near = passage.words[max(low, hit.first - 4) : hit.last + 1]
    if not _NOT_JOINED.isdisjoint(near):
        return None
    after = parties_in(found, hit.last, min(high, hit.last + REACH))
    if any(party.type == "armed_group" for _, party in after[:2]):
        return None
    if passage.language == "ar":
        return _joined_arabic(passage, found, hit, after)
    if is_prospect(passage, hit, low):
        return None
    return _joined_latin(passage, found, hit, after)


def _joined_latin(
    passage: Passage, found: Found, hit: Hit, after: Sequence[tuple[Seen, Party]]
) -> Seen | None:
    """Read "Kuwait joined the Coalition": a subject, and a body or at least a day."""
    low, _ = bounds(passage, hit.first)
    first = opening(passage, hit.first, low)
    if first and passage.words[first - 1] in RELATIVES:
        first = antecedent(found, first - 1)
    who = [party.canonical for _, party in parties_in(found, first, hit.first)]
    if not FIRST_PERSONS.isdisjoint(passage.words[first : hit.first]):
        party = speaker_at(passage, found, hit.first).party or author(found).party
        who += [party] if party else []
    number = number_in(found, first, hit.first)
    last = _joined_body(passage, hit, after)
    dated = with_date(found, last)
    adhered = number and passage.words[hit.first].startswith(("adh", "acced"))
    if not adhered and (not (who or number) or dated == hit.last):
        return None
    listed, end = list_after(passage, found, dated)
    if not introduces(passage, dated):
        listed, end = (), dated
    figure = number.finding if number else None
    count = figure.value if isinstance(figure, Figure) else None
    stretch = Stretch(first, end)
    who += listed
    return membership(passage, found, stretch, "joined", who=who, count=count)


def _joined_body(
    passage: Passage, hit: Hit, after: Sequence[tuple[Seen, Party]]
) -> int:
    """Return the token behind the body that is joined, or behind the verb."""
    for one, party in after[:1]:
        if party.type in _BODIES and one.first <= hit.last + _ARTICLE:
            return one.last
    for index in range(hit.last, min(len(passage.words), hit.last + _ARTICLE + 3)):
        if passage.words[index] in _BODY_NOUNS:
            return index + 1
    return hit.last


# An article and a «s» stand between a verb and its body.
_ARTICLE = 3
_BODY_NOUNS = wordset("body_nouns")


_BODIES = ("organisation", "office")


# «To us», «to its ranks»: the body is not named again.
_TO_US = frozenset(["الينا", "اليه", "اليها", "اليهم", "صفوفه", "صفوفها"])


def _joined_arabic(
    passage: Passage, found: Found, hit: Hit, after: Sequence[tuple[Seen, Party]]
) -> Seen | None:
    """Read «انضم X إلى Y»: states behind or before the verb, and the body."""
    low, high = bounds(passage, hit.first)
    end = next((i for i in range(hit.last, high) if passage.words[i] in _STOPS), high)
    body, states = _body_and_states(after, end)
    before = parties_in(found, max(low, hit.first - 8), hit.first)
    named = states or before
    to_us = _to_us(passage, hit.last, min(end, hit.last + 8))
    ends = [one.last for one, _ in states]
    if body is not None:
        ends.append(body.last)
    elif to_us is not None and not states:
        ends.append(to_us)
    if not ends:
        return None
    if body is None and to_us is None:
        ends.append(_unnamed_body(passage, max(ends), end))
    who, last = _named_after(passage, found, named, max(ends))
    if not who:
        return None
    first = before[0][0].first if before and not states else hit.first
    last, count = _numbered(passage, with_date(found, last))
    stretch = Stretch(first, last, hit.clitic if first == hit.first else 0)
    seen = membership(passage, found, stretch, "joined", who=who, count=count)
    if not is_prospect(passage, hit, low):
        return seen
    return seen._replace(finding=replace(seen.finding, is_doubtful=True, score=0.4))


def _unnamed_body(passage: Passage, first: int, end: int) -> int:
    """Return the token behind «إلى اتفاقية حظر الألغام», a body that no list names."""
    if passage.words[first : first + 1] != ["الي"]:
        return first
    stop = next(
        (i for i in range(first, end) if passage.words[i] in _STOPS | {"،", "\n"}), end
    )
    return min(stop, first + _UNNAMED)


# «إلى» and a noun with what hangs on it.
_UNNAMED = 5
_STOPS = frozenset(["–", "؛", ".", ":"])


def _body_and_states(
    after: Sequence[tuple[Seen, Party]], end: int
) -> tuple[Seen | None, list[tuple[Seen, Party]]]:
    """Return the body that is joined, and the states named before it."""
    after = [one for one in after if one[0].first < end]
    body = next((one for one, party in after if party.type in _BODIES), None)
    return body, [
        (one, party)
        for one, party in after
        if party.type == "state" and (body is None or one.first < body.first)
    ]


def _to_us(passage: Passage, first: int, last: int) -> int | None:
    """Return the token behind «إلينا», «إلى صفوفه»."""
    return next((i + 1 for i in range(first, last) if passage.words[i] in _TO_US), None)


def _named_after(
    passage: Passage, found: Found, named: Sequence[tuple[Seen, Party]], last: int
) -> tuple[tuple[str, ...], int]:
    """Take in the list behind «وهم»: those who joined are named there."""
    who = tuple(party.canonical for _, party in named)
    if not introduces(passage, last):
        return who, last
    listed, end = list_after(passage, found, last)
    return (*who, *listed), end


def _numbered(passage: Passage, last: int) -> tuple[int, int | None]:
    """Read «كعضوين جديدين رقم 82 و83»: the number of the last who joined."""
    words = passage.words
    for index in range(last, min(len(words) - 1, last + 4)):
        if words[index] == "رقم" and words[index + 1].isdigit():
            tail = [
                i
                for i in range(index, min(len(words), index + 4))
                if words[i].lstrip("و").isdigit()
            ]
            number = tail[-1]
            return number + 1, int(words[number].lstrip("و"))
    return last, None


def welcomed(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read that a body welcomes a party as a member."""
    low, _ = bounds(passage, hit.first)
    who, last = list_after(passage, found, hit.last)
    tail = passage.words[last : last + 8]
    members = [
        i
        for i, word in enumerate(tail)
        if word in ("member", "membre", "members", "membres")
    ]
    if not who or not members:
        return None
    first = opening(passage, hit.first, low)
    digits = [int(word) for word in tail[: members[0]] if word.isdigit()]
    count = digits[0] if digits else None
    return membership(
        passage,
        found,
        Stretch(first, last + members[0] + 1),
        "joined",
        who=who,
        count=count,
    )


def part_of(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read «الإمارات جزء من هذا التحالف»: a party is a member of a body."""
    low, _ = bounds(passage, hit.first)
    before = parties_in(found, max(low, hit.first - 4), hit.first)
    after = parties_in(found, hit.last, hit.last + 4)
    bodies = [one for one, party in after if party.type == "organisation"]
    if not before or not bodies:
        return None
    who = (before[-1][1].canonical,)
    return membership(
        passage, found, Stretch(before[-1][0].first, bodies[0].last), "joined", who=who
    )


def founded(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read who founded a body, or when it was founded."""
    low, high = bounds(passage, hit.first)
    if passage.language == "ar":
        return _founded_arabic(passage, found, hit, high)
    dates = within(found.dates, hit.last, min(high, hit.last + NEAR))
    bodies = [
        one
        for one, party in parties_in(found, max(low, hit.first - 8), hit.first)
        if party.type in _BODIES
    ]
    noun = next(
        (
            i
            for i in range(max(low, hit.first - 4), hit.first)
            if passage.words[i] in _BODY_NOUNS
        ),
        None,
    )
    if not dates or not (bodies or noun or hit.first <= low + 1):
        return None
    first = bodies[-1].first if bodies else noun or hit.first
    first -= passage.words[first - 1] in ("the", "la", "l") if first else 0
    who, last = list_after(passage, found, dates[0].last)
    if passage.words[min(dates[0].last, high - 1)] not in ("by", "par"):
        who, last = (), dates[0].last
    elif not who:
        last = min(clause_end(passage, dates[0].last, high), dates[0].last + REACH)
    return membership(passage, found, Stretch(first, last), "founded", who=who)


def _founded_arabic(passage: Passage, found: Found, hit: Hit, high: int) -> Seen | None:
    """Read «أسست فرنسا التحالف»: who stands behind the verb, then the body."""
    after = parties_in(found, hit.last, min(high, hit.last + 12))
    if not after or after[0][0].first > hit.last + 1:
        return None
    bodies = [
        one
        for one, party in after[1:]
        if party.type in _BODIES and not _is_prefixed(passage, one, party)
    ]
    if not bodies or bodies[0].first > after[0][0].last + _FAR:
        return None
    who = tuple(party.canonical for one, party in after if one.first < bodies[0].first)
    last = with_date(found, bodies[0].last)
    return membership(
        passage, found, Stretch(hit.first, last, hit.clitic), "founded", who=who
    )


# Between a founder and what he founds.
_FAR = 8


def _is_prefixed(passage: Passage, seen: Seen, party: Party) -> bool:
    """Say whether a name stands behind a proclitic: it is no object then."""
    return party.span.start > passage.span(seen.first, seen.first + 1).start


def born(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read «التحالف الذي تأسس في 2014», «تأسست المنظمة عام 1969»."""
    low, high = bounds(passage, hit.first)
    before = parties_in(found, max(low, hit.first - 8), hit.first)
    gap = passage.words[before[-1][0].last : hit.first] if before else []
    if before and before[-1][1].type in _BODIES and _LINKS.issuperset(gap):
        last = with_date(found, hit.last)
        return membership(passage, found, Stretch(before[-1][0].first, last), "founded")
    for one, party in parties_in(found, hit.last, min(high, hit.last + 2)):
        if party.type in _BODIES:
            last = with_date(found, one.last)
            return membership(
                passage, found, Stretch(hit.first, last, hit.clitic), "founded"
            )
    return None


_LINKS = frozenset(["الذي", "التي", "،", "قد", "وقد"])


def founding(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read «تأسيس التحالف», "the creation of the Coalition"."""
    for one, party in parties_in(found, hit.last, hit.last + 3):
        gap = passage.words[hit.last : one.first]
        if party.type == "organisation" and _ARTICLES.issuperset(gap):
            last = with_date(found, one.last)
            return membership(
                passage, found, Stretch(hit.first, last, hit.clitic), "founded"
            )
    return None


_ARTICLES = frozenset(["the", "this", "la", "l", "'", "هذا", "هذه", "ال"])
