"""Titles and roles around a person's name, and whom the person speaks for.

A title before the name («وزير الخارجية الأميركي», "Foreign Minister") or after it
in apposition is put into short English with its state or body.
"""

from collections.abc import Sequence
from typing import NamedTuple

from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.names.states import Known
from marsad.reading.passage import Passage, Seen

_FORMS = frozenset(["form"])
_LONGEST = 14  # words from a title up to the name that it belongs to
_APPOSITION = 3
_PORTFOLIO = 8  # words of "for the Middle East and North Africa"
_ENDS: tuple[list[str], ...] = ([","], ["."], ["\n"], [";"], [":"], [])
_IN_PORTFOLIOS = frozenset(["the", "and", "of", "for", "&"])
# "President-elect", "Prime Minister-designate"
_CHOSEN = (["elect"], ["designate"], ["in"])


class Role(NamedTuple):
    """A role in English, and the ISO code or name of the party that it serves."""

    english: str
    party: str | None


class Titles:
    """The titles of a passage: where each begins and where the name may follow."""

    __slots__ = ("_hits", "_known", "_parties", "before", "passage")

    def __init__(self, passage: Passage, known: Known, parties: Sequence[Seen]) -> None:
        self.passage = passage
        self._known = known
        self._parties = {one.first: one for one in parties}
        self._hits: dict[int, Hit] = {}
        for hit in passage.hits("title"):
            other = self._hits.get(hit.first)
            if other is None or hit.last > other.last:
                self._hits[hit.first] = hit
        # The token after a title's words: the token where the title begins.
        self.before: dict[int, int] = {}
        for first, hit in self._hits.items():
            after = self._past(hit)
            self.before.setdefault(after, first)
            if passage.language == "en":
                after = self._past_portfolio(after)
            if passage.words[after : after + 1] in ([","], ["،"]):
                self.before.setdefault(after + 1, first)

    def _past(self, hit: Hit) -> int:
        """Return the token after a title, its field, nationality and body."""
        words, token = self.passage.words, hit.last
        is_arabic = self.passage.language == "ar"
        end = min(len(words), hit.first + _LONGEST)
        if (
            words[token : token + 1] == ["-"]
            and words[token + 1 : token + 2] in _CHOSEN
        ):
            token += 2
        while token < end:
            if token in self._hits and token > hit.first:
                return self._past_inner(self._hits[token])
            adjective = self._known.nationality.get(token)
            party = self._parties.get(token)
            if party:
                token = party.last
            elif adjective:
                token = adjective.last
            elif (is_arabic and _is_of_title(words[token])) or (
                not is_arabic and words[token] == "." and self.passage.touches(token)
            ):
                token += 1
            else:
                break
        return token

    def _past_portfolio(self, token: int) -> int:
        """Return the token after "for Trade and Industry", where a comma follows it."""
        words = self.passage.words
        if words[token : token + 1] not in (["for"], ["of"]):
            return token
        for last in range(token + 2, min(token + _PORTFOLIO, len(words))):
            if words[last] == ",":
                return last if self._is_name(last + 1) else token
            is_small = words[last] in _IN_PORTFOLIOS
            if not (is_small or self.passage.written(last)[0].isupper()):
                return token
        return token

    def _is_name(self, token: int) -> bool:
        """Say whether two or three capitals stand between commas, and no place."""
        passage, last = self.passage, token
        while last < len(passage.words) and passage.written(last)[0].isupper():
            last += 1
        is_full = 1 < last - token < _PORTFOLIO // 2
        is_place = any(
            hits_from(passage.hits(tag), token, last) for tag in ("state", "city")
        )
        return is_full and passage.words[last : last + 1] in _ENDS and not is_place

    def _past_inner(self, hit: Hit) -> int:
        return hit.last

    def states(self) -> frozenset[str]:
        """Return the codes of the states that the passage speaks of."""
        hits = (*self._known.state.values(), *self._known.nationality.values())
        return frozenset(hit.row["iso"] for hit in hits)

    def role(self, first: int, last: int) -> Role | None:
        """Return the role of the person named at tokens first to last, if one is given."""
        start = self.before.get(first)
        if start is not None:
            start = self._outermost(start)
            return self._read(start, first)
        return self._apposition(last)

    def _outermost(self, start: int) -> int:
        """Return where a chain of titles begins: «مبعوث الرئيس الأميركي ... الجنرال»."""
        for _ in range(3):
            before = self.before.get(start)
            if before is None or before >= start:
                break
            start = before
        return start

    def _read(self, first: int, last: int) -> Role | None:
        hits = [hit for token in range(first, last) if (hit := self._hits.get(token))]
        hits = [
            hit
            for index, hit in enumerate(hits)
            if not any(other.last >= hit.last for other in hits[:index])
        ]
        offices = [hit for hit in hits if hit.row["kind"] not in _FORMS] or hits
        if not offices:
            return None
        party = self._party(first, last)
        english = offices[0].row["english"]
        if party:
            english += f" of {party}"
        return Role(english, party)

    def _party(self, first: int, last: int) -> str | None:
        for token in range(first, last):
            party = self._parties.get(token)
            if party is not None:
                return str(getattr(party.finding, "canonical", ""))
            adjective = self._known.nationality.get(token)
            if adjective:
                return adjective.row["iso"]
        return None

    def _apposition(self, last: int) -> Role | None:
        """Read a role that follows the name after a comma or a bracket."""
        words = self.passage.words
        if last >= len(words) or words[last] not in (",", "،", "("):
            return None
        for token in range(last + 1, min(last + 1 + _APPOSITION, len(words))):
            hit = self._hits.get(token)
            if hit:
                return self._read(token, self._past(hit))
        return None


def _is_of_title(word: str) -> bool:
    """Say whether a word goes on with an Arabic title: it has the article or «لل»."""
    return word.startswith(("ال", "لل", "وال")) and len(word) > 4
