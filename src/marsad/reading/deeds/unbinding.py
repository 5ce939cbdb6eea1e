"""English words of pledging that bind nobody: omens, votes, views, sums told of a noun."""

from marsad.reading.deeds.clause_heads import is_contact_clause
from marsad.reading.deeds.clauses import Clause
from marsad.reading.lexicon import Hit
from marsad.reading.passage import Passage


def binds_nobody(passage: Passage, hit: Hit, clause: Clause) -> bool:
    """Say whether a word that may pledge pledges nothing in its place."""
    return (
        _is_augury(passage, hit)
        or _is_vote(passage, hit, clause)
        or _is_view(passage, hit, clause)
    )


def _is_augury(passage: Passage, hit: Hit) -> bool:
    """Say whether a thing promises something good: «a reform which promises jobs»."""
    words = passage.words
    is_thing = words[hit.first - 1] in ("which", "that") and hit.first > 1
    return is_thing and words[hit.first] == "promises" and words[hit.last] != "to"


def _is_view(passage: Passage, hit: Hit, clause: Clause) -> bool:
    """Say whether people agree how things are, or a noun's own clause tells its sum.

    «They agreed that there will be work», «the aid we have committed since 2012».
    """
    words = passage.words
    that = clause.told if words[clause.told] == "that" else hit.last - 1
    if words[that] == "that" and words[that + 1 : that + 2] == ["there"]:
        return True
    return is_contact_clause(passage, hit.first)


def _is_vote(passage: Passage, hit: Hit, clause: Clause) -> bool:
    """Say whether a vote did by itself what it was held for: «voted to adopt the law»."""
    words = passage.words
    is_vote = words[hit.first] in ("voted", "votes", "voting")
    deed = words[clause.told + 1 : clause.told + 2]
    return is_vote and not _VOTED.isdisjoint(deed)


_VOTED = frozenset("adopt approve pass reject endorse elect impeach oust back".split())
