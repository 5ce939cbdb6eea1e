"""Parties that act as one: joined by «and», told twice, or an embassy for its state."""

from marsad.reading.deeds.bound_states import bound_party, bound_state
from marsad.reading.deeds.homes import guest_states, home_state
from marsad.reading.findings import Party
from marsad.reading.lexicon import hits_from
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.reading.wordsets import wordset


def joined(passage: Passage, found: Found, seen: Seen) -> str | None:
    """Return a party with those joined to it: «Spain and Luxembourg» are ES,LU."""
    if not isinstance(seen.finding, Party):
        return None
    first = bound_party(passage, seen, seen.finding)
    if first.casefold() in _GOVERNMENTS:
        return home_state(passage, found) or first
    if first == "Embassy":
        first = _of_embassy(passage, found) or first
    parties = [*_before_comma(passage, found, seen), first]
    last, is_listed = seen.last, False
    for one in within(found.parties, seen.last, seen.last + _LISTED):
        between = passage.words[last : one.first]
        if not isinstance(one.finding, Party) or not _joins(passage, one, between):
            break
        is_listed = is_listed or _is_last_joiner(passage, one, between)
        parties.append(bound_party(passage, one, one.finding))
        last = one.last
    named = dict.fromkeys(parties)
    return ",".join(named) if is_listed else first


def _before_comma(passage: Passage, found: Found, seen: Seen) -> list[str]:
    """Return who stands before a party in one list: «ministers of Peru, Chad and Iran»."""
    if passage.language == "ar" or passage.words[seen.first - 1 : seen.first] != [","]:
        return []
    for one in within(found.parties, seen.first - _BEFORE, seen.first):
        is_state = isinstance(one.finding, Party) and one.finding.type == "state"
        if one.last == seen.first - 1 and is_state and isinstance(one.finding, Party):
            return [*_before_comma(passage, found, one), one.finding.canonical]
    return []


_BEFORE = 6


def is_base(passage: Passage, seen: Seen) -> bool:
    """Say whether a name only tells where a body sits: «Geneva-based»."""
    return passage.words[seen.last : seen.last + 2] == ["-", "based"]


def in_apposition(passage: Passage, found: Found, seen: Seen, last: int) -> Seen | None:
    """Return the name between commas behind a description: «its agency, UNICEF,»."""
    words = passage.words
    for one in within(found.parties, seen.last, min(last, seen.last + _APPOSITION)):
        before = one.first - (words[one.first - 1] in _ARTICLES)
        is_inserted = words[before - 1] in (",", "،", "؛") and (
            one.last >= len(words) or words[one.last] in (",", "،", "(", "؛")
        )
        if is_inserted and _ANDS.isdisjoint(words[seen.last : last]):
            return one if _is_described(passage, seen, one) else None
    return None


_ARTICLES = frozenset(["the", "le", "la", "les"])
# A description's own words stand between its state and the name.
_APPOSITION = 8


def _is_described(passage: Passage, seen: Seen, one: Seen) -> bool:
    """Say whether words of a kind of body stand between a name and the one behind it."""
    words = passage.words
    between = range(seen.first, one.first)
    heads = {
        hit.first for hit in hits_from(passage.hits("body_head"), seen.first, one.first)
    }
    heads |= {
        hit.first for hit in hits_from(passage.hits("nominal"), seen.first, one.first)
    }
    is_kind = any(token in heads for token in between)
    return is_kind and all(words[token] != "." for token in between)


_LISTED = 30
_ANDS = frozenset(["and", "et", "و"])
_WIDER = frozenset("wider broader entire whole neighbouring neighboring".split())
_BETWEEN = _ANDS | frozenset(",،&") | wordset("determiners") | _WIDER


def _of_embassy(passage: Passage, found: Found) -> str | None:
    """Return the state whose embassy a text speaks of: the one named right behind it."""
    for token in passage.tokens_of(_EMBASSIES):
        for one in within(found.parties, max(0, token - 2), token + _NEAR_EMBASSY):
            party = one.finding
            if isinstance(party, Party) and bound_state(party.canonical) != "Embassy":
                return bound_state(party.canonical)
    return None


_EMBASSIES = frozenset(["سفاره", "السفاره", "embassy", "ambassade"])
_NEAR_EMBASSY = 4


# Governments under the names that they have at home.
_GOVERNMENTS = frozenset(
    ["council of ministers", "cabinet", "government", "federal council", "ministers"]
)


def _joins(passage: Passage, one: Seen, between: list[str]) -> bool:
    """Say whether a party is joined to the one before it: nothing else lies between."""
    if between:
        return _BETWEEN.issuperset(between) and between != ["the"]
    return _is_last_joiner(passage, one, between)


def _is_last_joiner(passage: Passage, one: Seen, between: list[str]) -> bool:
    if not _ANDS.isdisjoint(between):
        return True
    is_cut = passage.span(one.first, one.last).start < one.finding.span.start
    return is_cut and passage.words[one.first].startswith("و")


_PAIRS = wordset("pairs")
_BOTH = frozenset(["both", "two", "deux"])


def pair_meant(passage: Passage, found: Found, first: int, last: int) -> str | None:
    """Return the two states that «both ministers» or «البلدان» means, parted by a comma."""
    words = passage.words[first:last]
    is_dual = passage.language == "ar" or not _BOTH.isdisjoint(words)
    is_dual = is_dual or words[:2] == ["the", "sides"]
    reach = 1 if passage.language == "ar" else _PAIR_WORDS
    after = passage.words[first + 1] if first + 1 < len(passage.words) else ""
    # «البلدان الأصلية» are countries, no pair.
    is_plural = after.startswith("ال") and after.endswith("ه")
    if not is_dual or is_plural or _PAIRS.isdisjoint(words[:reach]):
        return None
    guests = guest_states(passage)
    host = home_state(passage, found)
    if guests and host and host != guests[0]:
        return f"{host},{guests[0]}"
    states = [
        party.canonical
        for one in found.parties[:_MOST]
        if isinstance(party := one.finding, Party) and party.type == "state"
    ]
    named = list(dict.fromkeys(states))
    return ",".join(named[:2]) if len(named) > 1 else None


_PAIR_WORDS = 4
_MOST = 400
