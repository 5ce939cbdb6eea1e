"""The tokens inside parties, in which no person is looked for."""

from collections.abc import Sequence

from marsad.reading.passage import Passage, Seen

_HOLDS_PERSONS = ("parties.government",)


def party_tokens(passage: Passage, parties: Sequence[Seen]) -> frozenset[int]:
    """Return the tokens inside parties in which no person is looked for.

    A government may be named by a person: «نظام بشار الأسد», "the Asad regime".
    """
    persons = {
        token
        for tag in ("figure", "surname")
        for hit in passage.hits(tag)
        for token in range(hit.first, hit.last)
    }
    return frozenset(
        token
        for one in parties
        for token in range(one.first, one.last)
        if token not in persons or one.finding.reader not in _HOLDS_PERSONS
    )


__all__ = ["party_tokens"]
