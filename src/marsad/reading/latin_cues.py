"""Where English and French prose says that somebody speaks.

A cue is a verb of saying with its auxiliary and, in French, the pronoun that an
inversion ties to it: "said", "has warned", «a-t-il dit», «affirme-t-elle».
"""

from typing import NamedTuple

from marsad.reading.lexicon import Hit, Row
from marsad.reading.passage import Passage

_AUXILIARIES = frozenset(
    """a ont avait avaient aurait auraient ai avons ayant est s""".split()
)
_FRENCH_PRONOUNS = frozenset("il elle ils elles on je nous vous".split())
_BETWEEN = frozenset(
    """- t il elle ils elles on egalement aussi ensuite notamment deja encore en outre ainsi
    pour sa part de son cote leur d ailleurs par ailleurs toutefois cependant vivement
    fermement recemment samedi dimanche lundi mardi mercredi jeudi vendredi""".split()
)
_LONGEST_AUXILIARY = 6
THAT = {"en": frozenset(("that", "whether")), "fr": frozenset(("que", "qu"))}


class Cue(NamedTuple):
    """A verb of saying in its place, with what its form and lexicon row say."""

    first: int
    last: int
    row: Row
    is_inverted: bool  # the pronoun is tied to the verb: «a-t-il dit»

    @property
    def is_participle(self) -> bool:
        """Say whether it hangs on an earlier verb and keeps its speaker."""
        return self.row["role"] == "participle"

    def has(self, flag: str) -> bool:
        """Say whether the lexicon gives the verb a flag."""
        return flag in self.row["flags"].split()


def cues_of(passage: Passage) -> list[Cue]:
    """Return the verbs of saying of an English or French passage, in order."""
    cues: list[Cue] = []
    for hit in passage.hits("says"):
        cue = (
            _french_cue(passage, hit)
            if passage.language == "fr"
            else _english(passage, hit)
        )
        if cue is None:
            continue
        if cues and cues[-1].last > cue.first:
            cues[-1] = max(cues[-1], cue, key=lambda one: one.last - one.first)
        else:
            cues.append(cue)
    return cues


_NOT_VERB_AFTER = frozenset(
    "the a an of their his her its our this these no any united".split()
)
_AUXILIARY_EN = frozenset(
    "has have had also then later repeatedly previously already".split()
)


def _english(passage: Passage, hit: Hit) -> Cue | None:
    """Take a form as a verb: not "the report", "United States", "to say"."""
    words = passage.words
    before = words[hit.first - 1] if hit.first else "\n"
    if before in _NOT_VERB_AFTER or before in ("to", "be", "was", "been", "by"):
        return None
    if "out" in hit.row["flags"].split():
        after = words[hit.last] if hit.last < len(words) else ""
        if after not in ("out", "to"):
            return None
        return Cue(hit.first, hit.last + (after == "out"), hit.row, is_inverted=False)
    first = hit.first
    while first > 0 and words[first - 1] in _AUXILIARY_EN:
        first -= 1
    return Cue(first, hit.last, hit.row, is_inverted=False)


def _french_cue(passage: Passage, hit: Hit) -> Cue | None:
    """Take a past participle with its auxiliary, or a present that is no participle."""
    first = _auxiliary(passage.words, hit.first)
    role = hit.row["role"]
    if role == "past":
        if first is None:
            return None
        inner = passage.words[first : hit.first]
        is_inverted = bool(_FRENCH_PRONOUNS.intersection(inner))
        return Cue(first, hit.last, hit.row, is_inverted)
    if role == "finite":
        if first is not None or passage.written(hit.last - 1)[-1:] == "é":
            return None
        last = _inversion(passage.words, hit.last)
        return Cue(hit.first, last, hit.row, last > hit.last)
    return Cue(hit.first, hit.last, hit.row, is_inverted=False)


def _auxiliary(words: list[str], token: int) -> int | None:
    """Return where the auxiliary of a past participle stands, if there is one."""
    for before in range(token - 1, max(-1, token - 1 - _LONGEST_AUXILIARY), -1):
        if words[before] in _AUXILIARIES and words[before] != "d":
            return before
        if words[before] not in _BETWEEN:
            return None
    return None


def _inversion(words: list[str], token: int) -> int:
    """Return the token after a pronoun tied to the verb: «dit-il», «affirme-t-elle»."""
    tail = words[token : token + 4]
    if tail[:1] == ["-"] and tail[1:2] and tail[1] in _FRENCH_PRONOUNS:
        return token + 2
    if tail[:3] == ["-", "t", "-"] and tail[3:] and tail[3] in _FRENCH_PRONOUNS:
        return token + 4
    return token
