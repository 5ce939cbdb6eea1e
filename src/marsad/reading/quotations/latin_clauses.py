"""What a verb of saying reports, behind it or in front of it.

1. Behind: after that or que, bare, an infinitive, a noun, marks, a colon.
2. In front: "…, X said".
3. Both ways round: 'As X said, …', «Comme l'a dit X, …».
"""

from typing import NamedTuple

from marsad.reading.quotations.latin_ends import LONGEST_CLAUSE, clause_end
from marsad.reading.quotations.latin_ground import Ground, past_dateline
from marsad.reading.quotations.latin_insertions import (
    LONGEST_HEAD,
    insertion,
    resumed_end,
)
from marsad.reading.quotations.latin_leads import lead_of
from marsad.reading.quotations.latin_verbs import Cue
from marsad.reading.quotations.latin_words import DASHES, STOPS

_ATTRIBUTION = 18  # words of "…, X, the mayor of Y, said" before its verb
_SHORTEST = 3
_APPOSED = 14  # words of a title between commas
_ASKED = frozenset("asked speaking interroge interrogee contacte contactee".split())
_PLEDGING = frozenset(("promettre", "s'engager", "promise", "pledge", "vow"))
_CALL_NOUNS = frozenset(
    """demande demandes appel appels requete exhortation call calls appeal request demand
    plea offer offre""".split()
)
_ARTICLES = frozenset(("the", "a", "an"))
_CHARGES = frozenset(
    """charge charges claim claims allegation allegations accusation accusations
    suggestion something assertion rumour rumours account idea""".split()
)
_CONCEDING = frozenset(
    [("bien", "que"), ("quoique",), ("meme", "si"), ("alors", "que"), ("lorsque",), ("quand",), ("encore", "que"), ("tandis", "que")]
)  # fmt: skip


class Extent(NamedTuple):
    """The tokens of what is said, and what leads to them."""

    first: int
    last: int
    how: str  # as a lead, or front
    comma: int = 0  # where an attribution in the middle begins, if it is not last


class Clauses:
    """The clauses around the verbs of saying of one passage."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.words = ground.words
        self.grammar = ground.grammar
        self._lone_closers = frozenset(ground.passage.marks.lone_closers)

    # -- behind the verb -----------------------------------------------------------

    def reported(self, cue: Cue) -> Extent | None:
        """Return what a verb leads to, or None where nothing it reports follows."""
        lead = lead_of(self.ground, cue)
        if lead is None:
            return None
        first, how = lead
        if how == "marks":
            last = self._marks_end(first, is_alone=cue.has("marks"))
            if self._is_before_main_clause(cue):
                last = self.ground.first_comma(first, last)
            return Extent(first, last, how)
        if how == "colon" and self._is_statement(cue, first):
            return Extent(first, self._line_end(first), "statement")
        last = clause_end(self.ground, first, how)
        if self._is_before_main_clause(cue):
            last = self.ground.first_comma(first, last)
        extent = Extent(first, last, how)
        return extent if last > first and self._is_said(cue, extent) else None

    def _is_statement(self, cue: Cue, first: int) -> bool:
        """Say whether a colon gives all that follows in its line to whoever is named.

        "Our correspondent writes: …": a capital, in the first sentence of the line.
        """
        line = cue.edge
        while line > 0 and self.words[line - 1] != "\n":
            line -= 1
        is_first = self.ground.passage.sentences.of(cue.edge)[0] <= line
        return is_first and self.ground.passage.written(first)[0].isupper()

    def _line_end(self, token: int) -> int:
        while token < len(self.words) and self.words[token] != "\n":
            token += 1
        return token

    def _marks_end(self, opening: int, *, is_alone: bool) -> int:
        """Return the end of marked words, or of the clause that goes on after them."""
        mark = self.ground.openings[opening]
        if is_alone or self.ground.is_whole(mark):
            return min(mark.last + 1, len(self.words))
        return clause_end(self.ground, opening, "marks")

    def _is_before_main_clause(self, cue: Cue) -> bool:
        """Say whether the main clause is yet to come: "X, who said A, did B"."""
        begin = self.ground.sentence_begin(cue.first)
        if cue.is_participle:
            return cue.edge - begin <= 1
        if not _SHORTEST <= cue.edge - begin <= LONGEST_HEAD:
            return False
        if self._is_conceded(begin):
            return True
        is_relative = self.words[cue.edge - 1] in self.grammar.relatives
        return is_relative and self.words[cue.edge - 2] == ","

    def _is_conceded(self, begin: int) -> bool:
        """Say whether a French clause opens with "although": «Bien que X ait dit A, …»."""
        if self.ground.language != "fr":
            return False
        opening = tuple(self.words[begin : begin + 2])
        return opening in _CONCEDING or opening[:1] in _CONCEDING

    def _is_said(self, cue: Cue, extent: Extent) -> bool:
        """Say whether a verb may lead to such a clause, with marks in it or without."""
        needs_marks = cue.has("call", "marks", "called")
        if extent.how in ("colon", "statement") and cue.row["lemma"] in _PLEDGING:
            return True
        if self.ground.has_marks(extent.first, extent.last):
            return not (needs_marks and self._is_others_marks(extent))
        if needs_marks:
            return False
        if extent.how == "object":
            return cue.has("describe") and self._says_what(extent)
        if extent.how == "noun" and self._names_call(extent.first):
            return False
        if extent.how == "noun":
            return cue.has("acc") and (cue.has("low") or not cue.has("strict"))
        return True

    def _names_call(self, first: int) -> bool:
        """Say whether a noun is a call: «réitère sa demande», "renewed its appeal"."""
        head = self.words[first + 1] if self._has_article(first) else self.words[first]
        return head in _CALL_NOUNS

    def _has_article(self, first: int) -> bool:
        is_last = first + 1 >= len(self.words)
        return not is_last and self.words[first] in self.grammar.determiners

    def _is_others_marks(self, extent: Extent) -> bool:
        """Say whether the marks belong to a verb inside: "to end what he calls “…”"."""
        token = extent.first
        while token not in self.ground.openings:
            token += 1
        cue = self.ground.cues.next(extent.first, token)
        return cue is not None and not cue.has("call")

    def _says_what(self, extent: Extent) -> bool:
        """Read "described A as B", «qualifie A de B»."""
        wanted = ("as",) if self.ground.language == "en" else ("de", "d", "comme")
        return not frozenset(wanted).isdisjoint(self.words[extent.first : extent.last])

    def parts(self, extent: Extent) -> list[Extent]:
        """Cut an English clause at "and that": two clauses under one verb."""
        if extent.how not in ("that", "bare") or self.ground.language != "en":
            return [extent]
        parts: list[Extent] = []
        first = extent.first
        for token in range(first + 1, extent.last - 2):
            is_joined = self.words[token] in ("and", "but")
            if is_joined and self.words[token + 1] == "that":
                parts.append(Extent(first, token, "that"))
                first = token + 2
        return [*parts, Extent(first, extent.last, "that")]

    def after_colon(self, cue: Cue, reach: int) -> tuple[int, int] | None:
        """Return what goes on behind an attribution: «« A », explique X : B»."""
        last = min(self.ground.passage.sentences.of(cue.last - 1)[1], cue.last + reach)
        for token in range(cue.last, last):
            if self.words[token] == ":":
                if token + 1 in self.ground.openings:
                    return None
                end = clause_end(self.ground, token + 1, "that")
                return (token + 1, end) if end - token > _SHORTEST else None
            if token in self.ground.openings or self.words[token] in (";", "\n"):
                return None
        return None

    def front(self, cue: Cue) -> Extent | None:
        """Return the clause that "As X announced today," or «Comme l'a dit X,» opens."""
        begin, end = self.ground.passage.sentences.of(cue.first)
        while begin < cue.first and self.words[begin] == "\n":
            begin += 1
        is_led = self.words[begin] in ("as", "comme")
        if not is_led and self.words[begin : begin + 2] != ["ainsi", "que"]:
            return None
        goes_on = cue.has("strict") and self.ground.word(cue.last) == "to"
        if goes_on or self.words[cue.edge - 1] in self.grammar.relatives:
            return None  # "As they continue to build, …"
        end = min(end, cue.last + LONGEST_CLAUSE)
        comma = self.ground.first_comma(cue.last, end)
        comma = self._past_name(comma, end)
        if comma >= end:
            return None
        return Extent(comma + 1, clause_end(self.ground, comma + 1, "that"), "that")

    def _past_name(self, comma: int, end: int) -> int:
        """Return the comma behind a name or short title that another comma opens."""
        closing = self.ground.first_comma(comma + 1, min(end, comma + _APPOSED))
        if closing >= end or self.ground.word(closing) != ",":
            return comma
        written = [
            self.ground.passage.written(token) for token in range(comma + 1, closing)
        ]
        is_name = all(word[0].isupper() or word in "-'." for word in written)
        return closing if written and is_name else comma

    # -- in front of the verb --------------------------------------------------------

    def trailing(self, cue: Cue, covered: int) -> Extent | None:
        """Return the clause that a verb behind it reports: "…, X said"."""
        if cue.is_participle or cue.has("call", "describe", "called", "after"):
            return None
        # "The EU began talks, Rome began a review": English needs the marks.
        needs_marks = cue.has("marks") and self.ground.language == "en"
        if cue.agent or needs_marks or self._has_object(cue):
            return None
        begin = max(self.ground.passage.sentences.of(cue.first)[0], covered)
        comma = self._attribution_comma(begin, cue)
        if comma is None:
            return None
        first = self.clause_begin(begin, comma)
        zone = cue.last
        whole = resumed_end(self.ground, first, comma, zone) if comma > first else None
        if whole is not None:
            return Extent(first, whole, "front", comma)
        if comma - first < _SHORTEST or not self._is_clause(first, comma):
            return None
        if self.words[first] in self.grammar.that:
            first = self.ground.past_that(first)
        return Extent(first, comma, "front")

    def _has_object(self, cue: Cue) -> bool:
        """Say whether a verb goes on: "they continue to build", "she wrote the rules"."""
        following = self.ground.word(cue.last)
        if self.ground.language != "en":
            return False
        if following == "to":
            return cue.has("strict")
        is_hers = self.ground.word(cue.edge - 1) in self.grammar.pronouns
        return is_hers and following in _ARTICLES

    def clause_begin(self, begin: int, last: int) -> int:
        """Return where the clause in front of a comma begins: after a break, a place."""
        for token in range(last - 1, max(begin, last - LONGEST_CLAUSE) - 1, -1):
            if self.words[token] in (";", ":", "\n", "•") and not self._strings(token):
                begin = token + 1
                break
        return past_dateline(self.ground.passage, begin, last)

    def _strings(self, token: int) -> bool:
        """Say whether a semicolon or a wrapped line only strings on a verb: "; damaged"."""
        if self.words[token] == "\n":
            return self.ground.is_wrapped(token)
        if self.words[token] != ";" or self.ground.language != "en":
            return False
        token += 2 if self.ground.word(token + 1) in self.grammar.joiners else 1
        word = self.ground.word(token)
        return word.endswith(("ed", "ing")) or word in self.grammar.prepositions

    def _is_clause(self, first: int, last: int) -> bool:
        """Say whether words before a comma are more than "On Monday" or "Asked why"."""
        word = self.words[first]
        if word in _ASKED:
            return False
        if word in self.grammar.that:
            return True  # «Que la production baisse, répond X»
        fronts = self.grammar.prepositions | self.grammar.conjunctions
        is_front = word in fronts or word in self.grammar.times
        if not is_front:
            return True
        return self.ground.acts(first, last)

    def _attribution_comma(self, begin: int, cue: Cue) -> int | None:
        """Return the comma or lone mark that parts the clause from 'X said'."""
        is_behind = self._has_subject_behind(cue)
        if is_behind and insertion(self.ground, cue) is not None:
            is_behind = False
        skips = self.ground.word(cue.edge - 1) == "," and not is_behind
        for token in range(cue.edge - 1, max(begin, cue.edge - _ATTRIBUTION), -1):
            if token in self._lone_closers:
                return token
            if self.words[token] == ",":
                if not skips:
                    return token if self._may_part(token) else None
                # The first comma closes "X, the mayor,": the one before it may part.
                skips = token == cue.edge - 1
            elif self._bars(token):
                return None
        return None

    def _may_part(self, comma: int) -> bool:
        barred = self.grammar.relatives | self.grammar.joiners | {"but", "mais"}
        noun = comma + 2 if self._has_article(comma + 1) else comma + 1
        is_charge = self.ground.word(noun) in _CHARGES  # "…, a charge China denies"
        return self.words[comma + 1] not in barred and not is_charge

    def _bars(self, token: int) -> bool:
        """Say whether a word or stop cannot stand in "…, X said"."""
        word = self.words[token]
        if word in self.grammar.relatives or word in self.grammar.conjunctions:
            return True
        if word in DASHES and not self.ground.passage.touches(token):
            return True
        return word not in "()" and self.ground.is_stop(token)

    def _has_subject_behind(self, cue: Cue) -> bool:
        """Say whether a subject follows the verb: ", said the mayor."."""
        if cue.is_inverted:
            return True
        word = self.ground.word(cue.last)
        if word in STOPS or word == ",":
            return False
        if self.ground.language == "fr":
            return True
        return word not in self.grammar.prepositions | self.grammar.times
