"""Words that stand for a speaker who is not named: "spokesman", «les autorités»."""

from bisect import bisect_left

from marsad.reading.lexicon import Hit
from marsad.reading.passage import Passage
from marsad.reading.quotations.latin_words import GRAMMARS, STOPS, is_adverb

_MOST_NOUNS = 12  # in one phrase


class Nouns:
    """The speakers' nouns of one passage, and the phrases around them."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.words = passage.words
        self.language = passage.language
        self.grammar = GRAMMARS[passage.language]
        self._hits = passage.hits("speaker")

    def first(self, first: int, last: int) -> Hit | None:
        """Return the first noun that heads a phrase, the longest form of it."""
        best: Hit | None = None
        for hit in self._from(first):
            if hit.first >= last or (best and not self._is_one_phrase(best, hit)):
                break
            if not self.owns(hit.last) and (best is None or hit.last > best.last):
                best = hit
        return best

    def last(self, first: int, last: int) -> Hit | None:
        """Return the last noun in tokens first to last (exclusive)."""
        best: Hit | None = None
        for hit in self._from(first):
            if hit.first >= last:
                break
            if not self.owns(hit.last) and (best is None or hit.last > best.last):
                best = hit
        return best

    def _from(self, first: int) -> list[Hit]:
        left = bisect_left(self._hits, (first,))
        return list(self._hits[left : left + _MOST_NOUNS])

    def owns(self, last: int) -> bool:
        """Say whether what ends at a token is only an owner: "Li's", "the states'"."""
        return self.words[last : last + 2] == ["'", "s"] or (
            self.words[last : last + 1] == ["'"] and self.passage.touches(last)
        )

    def _is_one_phrase(self, noun: Hit, other: Hit) -> bool:
        """In English the last noun is the head: "Trump administration officials"."""
        if other.first <= noun.first:
            return True
        between = self.words[noun.last : other.first]
        is_parted = any(self._is_verbal(word) or word.isdecimal() for word in between)
        if self.language == "fr" or is_parted:
            return False
        return all(self.is_inside(word) for word in between)

    def _is_verbal(self, word: str) -> bool:
        """Say whether a word may be a verb or its adverb: "also visited"."""
        if word in self.grammar.finite:
            return True
        # «changement» ends as French adverbs do.
        is_english = self.language == "en"
        return is_english and (word.endswith(("ed", "ing")) or is_adverb(word, "en"))

    def is_inside(self, word: str) -> bool:
        """Say whether a word may stand between the words of one noun phrase."""
        return (
            word not in self.grammar.prepositions
            and word not in STOPS
            and word != ","
            and (word != "'" or self.language == "en")
            and word not in self.grammar.conjunctions
            and word not in self.grammar.joiners
        )

    def end(self, token: int, last: int) -> int:
        """Return where the words that belong to a noun end: "to Yemen"."""
        while token < last and not self.is_stop(token):
            if self._is_verbal(self.words[token]):
                break
            token += 1
        return token

    def is_stop(self, token: int) -> bool:
        """Say whether a sign ends a phrase: a comma, a stop, no dot of "U.S."."""
        word = self.words[token]
        if word == "." and self.passage.sentences.of(token)[1] > token + 1:
            return False
        return word in STOPS or word == ","
