"""Whom words that point back mean: "the latter", «ce dernier», «celui-ci», "her answer".

1. The last named: «ce dernier», «celle-ci».
2. The first or second of two: "the former", «le second».
3. Whose words a noun of saying gives: "the message from X was", "X's answer was".
"""

from marsad.reading.lexicon import hits_from
from marsad.reading.passage import Seen
from marsad.reading.quotations.latin_ground import Ground
from marsad.reading.quotations.latin_phrases import Named, Phrases
from marsad.reading.quotations.latin_pronouns import Pronouns

_SENTENCES_BACK = 3
_NEAR = 40
_SHORT = 4  # words of a phrase that only points back
_FIRST = frozenset("former premier premiere".split())
_SECOND = frozenset("latter second seconde".split())
_LAST = {"dernier": "m", "derniere": "f", "celui": "m", "celle": "f"}
_POINTING = frozenset("ce cette ces celui celle the le la les l ' this".split())
_SAYINGS = frozenset(
    """message answer reply response verdict warning advice line slogan motto order
    instruction plea demand conclusion retort comment reaction promise watchword
    reponse consigne mot avertissement conseil ordre mise commentaire reaction promesse
    conclusion constat phrase formule citation quote line words replique credo refrain devise leitmotiv priere""".split()
)
_FROM = frozenset("from of by de du d des".split())
_OWNERS = {
    "his": "he", "her": "she", "their": "they", "its": "it",
    "sa": "il", "son": "il", "leur": "ils", "ses": "il",
}  # fmt: skip


class References:
    """Finds whom the words that point back mean in one passage."""

    def __init__(self, ground: Ground, phrases: Phrases, pronouns: Pronouns) -> None:
        self.ground = ground
        self.words = ground.words
        self.phrases = phrases
        self.pronouns = pronouns

    def of(self, first: int, last: int) -> Named | None:
        """Return whom "the latter" or «ce dernier» in tokens first to last means."""
        words = self.words[first : min(last, first + _SHORT)]
        if not words or words[0] not in _POINTING | _FIRST | _SECOND:
            return None
        if words[0] in ("ce", "cette") and words[1:2] and words[1] in _LAST:
            return self._latest(first, _LAST[words[1]])
        if words[0] == "ces" and words[1:2] in (["derniers"], ["dernieres"]):
            return self._several(first)
        if words[0] in ("celui", "celle") and words[1:3] == ["-", "ci"]:
            return self._latest(first, _LAST[words[0]])
        if last - first > 2:
            return None
        if not _FIRST.isdisjoint(words):
            return self._one_of_two(first, 0)
        return self._one_of_two(first, 1) if not _SECOND.isdisjoint(words) else None

    def _several(self, token: int) -> Named | None:
        """Return the people named last: «les pêcheurs. Ces derniers …»."""
        hits = hits_from(self.ground.passage.hits("speaker"), token - _NEAR, token)
        for hit in reversed(hits):
            if hit.row["kind"] == "people":
                return self.phrases.head(hit.first, hit.last)
        return None

    def _latest(self, token: int, gender: str) -> Named | None:
        for seen in reversed(self._told(token)):
            named = self.phrases.person(seen)
            if named.gender in ("", gender):
                return named
        hits = hits_from(self.ground.passage.hits("speaker"), token - _NEAR, token)
        for hit in reversed(hits):
            is_meant = hit.row["gender"] in ("", gender)
            if is_meant and hit.row["kind"] in ("person", "body"):
                return self.phrases.head(hit.first, hit.last)
        return None

    def _one_of_two(self, token: int, which: int) -> Named | None:
        """Return one of the two persons of the last sentence that names two."""
        sentences = self.ground.passage.sentences
        end = sentences.of(token)[0]
        for _ in range(_SENTENCES_BACK):
            if end <= 0:
                return None
            begin = sentences.of(end - 1)[0]
            named = [self.phrases.person(one) for one in self._unquoted(begin, end)]
            if len({one.speaker.name for one in named}) == 2:
                return named[0] if which == 0 else named[-1]
            end = begin
        return None

    def _told(self, token: int) -> list[Seen]:
        """Return the persons named in this sentence and the few before it."""
        sentences = self.ground.passage.sentences
        begin = sentences.of(token)[0]
        for _ in range(_SENTENCES_BACK - 1):
            begin = sentences.of(max(0, begin - 1))[0]
        return self._unquoted(begin, token)

    def _unquoted(self, first: int, last: int) -> list[Seen]:
        marks = self.ground.passage.marks.marked
        return [
            seen
            for seen in self.phrases.persons(first, last)
            if not any(mark.first <= seen.first < mark.last for mark in marks)
        ]

    # -- nouns of saying -------------------------------------------------------------

    def whose_saying(self, first: int, last: int) -> Named | None:
        """Read "The message from Ankara was blunt", "Li's answer", «sa réponse»."""
        for token in range(first, last):
            if self.words[token] not in _SAYINGS:
                continue
            before, after = self.ground.word(token - 1), self.ground.word(token + 1)
            if before in _OWNERS:
                return self.pronouns.meant(token - 1, _OWNERS[before])
            if before == "s" and self.ground.word(token - 2) == "'":
                return self.phrases.head(first, token - 2)
            if after in _FROM:
                return self._owner(token + 2, last)
            if after in ("est", "is", "comes", "came", "vient"):
                return self._owner(token + 3, last)
        return None

    def _owner(self, first: int, last: int) -> Named | None:
        """Return whom the words behind "from" name, up to the verb."""
        end = first
        while end < last and self.words[end] not in self.ground.grammar.finite | {","}:
            end += 1
        named = self.phrases.head(first, end)
        return named if named is not None and named.is_certain else None
