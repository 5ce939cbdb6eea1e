"""What a source is given: the clause behind "according to X, …", or in front of it."""

from marsad.reading.lexicon import hits_from
from marsad.reading.quotations.latin_clauses import Clauses, Extent
from marsad.reading.quotations.latin_ends import clause_end
from marsad.reading.quotations.latin_insertions import resumed_end
from marsad.reading.quotations.latin_words import STOPS

_ATTRIBUTION = 18  # words of a relative clause in front of its source
_SHORTEST = 3
_TO_COLON = 6
_APPOSED = 14  # words of a title between commas
_SIDES = frozenset(("dont", "including", "toutefois"))


class SourceClauses:
    """The clauses around the sources of one passage."""

    def __init__(self, clauses: Clauses) -> None:
        self.ground = clauses.ground
        self.words = self.ground.words
        self.grammar = self.ground.grammar
        self.clauses = clauses

    def according(self, first: int, zone: int) -> Extent | None:
        """Return the clause that "according to X" attributes, after it or before it.

        ``zone`` is the token after the source's name.
        """
        end = self.ground.passage.sentences.of(first)[1]
        begin = self.clauses.clause_begin(self.ground.sentence_begin(first), first)
        is_linked = self._is_link(first - 2) or self._cuts_relative(first)
        if first - begin <= 1 or is_linked:
            return self._after_source(zone, end)
        begin = self.clauses.clause_begin(begin, first)
        if self.words[first - 1] == "," and first - 1 > begin:
            begin = self._relative_begin(begin, first - 1)
            whole = resumed_end(self.ground, begin, first - 1, zone)
            if whole is not None:
                return Extent(begin, whole, "front")
        if first - begin < _SHORTEST:
            return None
        last = first - 1 if self.words[first - 1] == "," else first
        goes_on = self.ground.word(zone + 1) in self.grammar.prepositions
        if self.ground.word(zone) == "," and goes_on:
            last = end  # the source stands in the middle of the clause
        return Extent(begin, last, "front")

    def _relative_begin(self, begin: int, comma: int) -> int:
        """Return where a relative clause begins whose verb a source cuts off.

        «…, qui ont fait, selon X, quatre morts»: only what follows «qui» is X's.
        """
        if self.words[comma - 1] not in self.grammar.finite | {"fait", "made"}:
            return begin
        for token in range(comma - 1, max(begin, comma - _ATTRIBUTION), -1):
            if self.words[token] in self.grammar.relatives:
                return token
            if self.words[token] == ",":
                break
        return begin

    def _is_link(self, token: int) -> bool:
        """Say whether "that" stands before a source: «…, pour qui, selon X, A»."""
        links = self.grammar.relatives | self.grammar.that
        return self.ground.word(token + 1) == "," and self.ground.word(token) in links

    def _cuts_relative(self, first: int) -> bool:
        """Say whether a source stands right behind "which": its verb is yet to come."""
        return self.words[first - 1] in self.grammar.relatives

    def _after_source(self, zone: int, end: int) -> Extent | None:
        if zone >= end or self.words[zone] in STOPS - {":"}:
            return None
        first = zone
        if self.words[zone] in (",", ":"):
            first = self._past_apposition(zone, end)
        return self.quoted(first)

    def quoted(self, first: int) -> Extent | None:
        """Return the marked words, or else the clause, that begin at a token."""
        if first >= len(self.words):
            return None
        mark = self.ground.openings.get(first)
        if mark is not None and self.ground.is_whole(mark):
            return Extent(first, min(mark.last + 1, len(self.words)), "marks")
        last = clause_end(self.ground, first, "that")
        return Extent(first, self._past_semicolons(last), "that")

    def _past_semicolons(self, last: int) -> int:
        """Go on over semicolons: «selon X, A ; B» gives both to X, if B has no source."""
        while self.ground.language == "fr" and self.ground.word(last) == ";":
            end = clause_end(self.ground, last + 1, "that")
            others = hits_from(self.ground.passage.hits("according"), last, end + 2)
            if others or self.ground.cues.next(last, end + 1) is not None:
                break
            last = end
        return last

    def _past_apposition(self, zone: int, end: int) -> int:
        """Return where the clause begins after "X, who …," or "the union, Alpha:"."""
        for token in range(zone, min(end, zone + _TO_COLON)):
            if self.words[token] == ":":
                return token + 1
        if self.ground.word(zone + 1) in self.grammar.relatives | _SIDES:
            comma = self.ground.first_comma(zone + 1, end)
            return comma + 1 if comma < end else zone + 1
        return self._past_title(zone, end) + 1

    def _is_office(self, token: int) -> bool:
        """Say whether a person's office begins at a token, with an article or not."""
        hits = hits_from(self.ground.passage.hits("speaker"), token, token + 3)
        return any(hit.row["kind"] == "person" for hit in hits)

    def _past_title(self, comma: int, end: int) -> int:
        """Return the comma behind a title: "According to Li, a judge in Rome, A"."""
        closing = self.ground.first_comma(comma + 1, min(end, comma + _APPOSED))
        if closing >= end or self.words[closing] != ",":
            return comma
        is_place = self.words[comma + 1] in ("of", "from", "at", "de", "du")
        is_title = (is_place or self._is_office(comma + 1)) and not self.ground.acts(
            comma + 1, closing
        )
        goes_on = closing + 1 in self.ground.openings or self.ground.acts(
            closing + 1, end
        )
        return closing if is_title and goes_on else comma
