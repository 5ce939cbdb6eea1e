"""Whose stand a release tells that names no author: "The United States condemns …".

Such a text goes on with "we": the state or body that takes the stand. Only verbs of the
present count, by which nobody reports what is done.
"""

from marsad.reading.deeds.bound_states import bound_state
from marsad.reading.deeds.homes import heads_clause
from marsad.reading.findings import Party
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.reading.wordsets import wordset

_MOST = 400
_VERBS = wordset("verbs_of_stands")
_STATES_OF_MIND = wordset("adjectives_of_stands")
_BE = frozenset("is are est sont".split())
_TO_ADJECTIVE = 3


def stand_at(passage: Passage, found: Found, token: int) -> str | None:
    """Return who takes the last stand before a token, else the first of the text."""
    stands = [
        (one.first, one.finding)
        for one in found.parties[:_MOST]
        if isinstance(one.finding, Party)
        and one.finding.type in ("state", "organisation")
        and _takes_stand(passage, one)
        and not _is_quoted(found, one.first)
    ]
    before = [party for first, party in stands if first < token]
    party = before[-1] if before else next((one for _, one in stands), None)
    return bound_state(party.canonical) if party else None


def _is_quoted(found: Found, token: int) -> bool:
    """Say whether words that somebody else says hold a token."""
    near = within(found.quotes, token - _LONGEST, token + 1)
    return any(one.last > token for one in near)


_LONGEST = 200


def _takes_stand(passage: Passage, one: Seen) -> bool:
    """Say whether a party is the subject of a verb of stand: "remains committed"."""
    words = passage.words
    token = one.last
    while token < len(words) and words[token].endswith(("ly", "ment")):
        token += 1
    near = words[token : token + 1 + _TO_ADJECTIVE]
    is_stand = near[:1] and near[0] in _VERBS
    is_minded = near[:1] and near[0] in _BE and not _STATES_OF_MIND.isdisjoint(near)
    return bool(is_stand or is_minded) and heads_clause(passage, one)
