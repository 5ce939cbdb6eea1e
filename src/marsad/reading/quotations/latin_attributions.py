"""To whom words belong that stand in front of their verb, in marks or without.

'“A,” said X', '“A,” X, the mayor, said', «« A », selon X», '“A” is how X put it',
«« A, dit-il. B »»; 'A, X said'.
"""

from typing import NamedTuple

from marsad.reading.lexicon import hits_from
from marsad.reading.quotations.latin_clauses import Clauses
from marsad.reading.quotations.latin_ground import past_dateline
from marsad.reading.quotations.latin_insertions import insertion
from marsad.reading.quotations.latin_leads import lead_of
from marsad.reading.quotations.latin_phrases import Named
from marsad.reading.quotations.latin_speakers import SpeakerFinder
from marsad.reading.quotations.latin_verbs import Cue
from marsad.reading.quotations.latin_words import DASHES, STOPS
from marsad.text.marks import Marked

_WINDOW = 22  # no attribution has more words between the marks and its verb
_LONG = 5  # fewer words alone in marks may be a name
_TO_COLON = 24
_BETWEEN = 3
_SHORT_LEAD = 2
_TO_INCISE = 80
_PRESENTING = frozenset(("is", "was", "voila", "c", "telle", "tel"))
_JOINING = frozenset(("and", "but", "et", "mais"))
_NOT_PARTED = frozenset(("comme", "ainsi"))


class Attribution(NamedTuple):
    """Who said something, by which verb, and where the words of it stand."""

    named: Named
    cue: Cue | None
    place: tuple[int, int] | None
    is_view: bool = False  # "in the eyes of"

    def is_doubtful(self, how: str) -> bool:
        """Say whether two careful readers may differ on reported words."""
        cue = self.cue
        if cue is None:
            return self.is_view
        is_noun = how in ("noun", "object")
        return cue.is_hedged or cue.has("low") or (cue.has("nounlow") and is_noun)


class Attributions:
    """Finds who is given words in marks, or a clause in front of its verb."""

    def __init__(self, clauses: Clauses, speakers: SpeakerFinder) -> None:
        self.ground = clauses.ground
        self.passage = self.ground.passage
        self.words = self.ground.words
        self.grammar = self.ground.grammar
        self.cues = self.ground.cues
        self.clauses = clauses
        self.speakers = speakers

    # -- behind the marks ------------------------------------------------------------

    def after(self, mark: Marked) -> Attribution | None:
        """Return the attribution right behind marked words."""
        if not mark.is_closed:
            return self._below(mark)
        if self._ends_sentence(mark):
            return None
        first = self._past_signs(mark.last + 1)
        return (
            self._by_source(first)
            or self._by_verb(mark, first)
            or self._by_dash(mark.last + 1)
            or self._by_brackets(mark.last + 1)
            or self._by_author(mark, first)
        )

    def _below(self, mark: Marked) -> Attribution | None:
        """Read an open paragraph whose speech goes on in the next: "“A ⏎ “B,” said X"."""
        following = self.ground.openings.get(mark.last + 1)
        if following is None or self.ground.word(mark.last) != "\n":
            return None
        return self.after(following)

    def _by_brackets(self, opening: int) -> Attribution | None:
        """Read «« A » (ministre iranien)»: brackets that name and say nothing else."""
        if self.ground.word(opening) != "(":
            return None
        last = opening + 1
        while (
            last < min(len(self.words), opening + _WINDOW) and self.words[last] != ")"
        ):
            last += 1
        named = self.speakers.alone(opening + 1, last)
        return Attribution(named, None, (opening, opening + 1)) if named else None

    def _by_author(self, mark: Marked, first: int) -> Attribution | None:
        """Read the head of a column: «« A », par X, magistrate»."""
        if self.ground.word(first) not in ("par", "by") or not self._has_comma(mark):
            return None
        persons = self.speakers.phrases.persons(first + 1, first + _BETWEEN)
        if not persons or persons[0].first != first + 1:
            return None
        named = self.speakers.phrases.person(persons[0])
        return Attribution(named, None, (first, first + 1))

    def _by_dash(self, dash: int) -> Attribution | None:
        """Read "“A” - UN envoy": the rest of the line names who said it."""
        if self.ground.word(dash) not in DASHES or self.passage.touches(dash):
            return None
        last = dash + 1
        while last < min(len(self.words), dash + _WINDOW) and self.words[last] != "\n":
            last += 1
        named = self.speakers.alone(dash + 1, last)
        return Attribution(named, None, (dash, dash + 1)) if named else None

    def _past_signs(self, token: int) -> int:
        while token < len(self.words) and (
            self.words[token] in (",", "\n", "!", "?") or self.words[token] in DASHES
        ):
            token += 1
        return token

    def _ends_sentence(self, mark: Marked) -> bool:
        """Say whether the sentence ends with the marks, so that nothing is attributed."""
        following = self.words[mark.last + 1 : mark.last + 2]
        if not following or following[0] in (".", "\n", ";"):
            return True
        inside = self.words[mark.last - 1]
        if inside not in (".", "…"):
            return False
        # «« A. » a dit X»: a small letter behind the marks goes on with the sentence.
        is_verb = self.cues.at(mark.last + 1) is not None
        return not is_verb

    def _by_source(self, first: int) -> Attribution | None:
        hits = hits_from(self.passage.hits("according"), first, first + 1)
        if not hits or hits[0].row["flags"] == "opens":
            return None
        named, _ = self.speakers.source(hits[-1].last)
        place = (hits[-1].first, hits[-1].last)
        return Attribution(named, None, place) if named else None

    def _by_verb(self, mark: Marked, first: int) -> Attribution | None:
        presents = first < len(self.words) and self.words[first] in _PRESENTING
        cue = self.cues.next(first, first + _WINDOW)
        if cue is None or cue.is_participle or cue.has("after"):
            return None
        if cue.edge < first or not self._is_subject(first, cue.edge):
            return None
        if not presents and not self._is_parted(mark, cue.edge - first):
            return None
        named = self._named(cue, first, presents=presents)
        return Attribution(named, cue, (cue.first, cue.last)) if named else None

    def _is_subject(self, first: int, edge: int) -> bool:
        """Say whether only a subject stands between the marks and the verb."""
        for token in range(first, edge):
            word = self.words[token]
            if word in STOPS and word not in "()" and self.ground.is_stop(token):
                return False
        return (
            not self.ground.shows_verb(first, edge) or self.words[first] in _PRESENTING
        )

    def _is_parted(self, mark: Marked, words_between: int) -> bool:
        """Say whether a comma or stop parts the marks from who said them."""
        begin = self.passage.sentences.of(mark.first)[0]
        if words_between <= _BETWEEN and mark.first - 1 <= begin:
            is_long = mark.last - mark.first >= _LONG
            return is_long or self._has_stop(mark) or self._has_comma(mark)
        return self._has_stop(mark) or self._has_comma(mark)

    def _has_stop(self, mark: Marked) -> bool:
        last = mark.last
        while last > mark.first and self.words[last - 1] in "»”\"'":
            last -= 1
        return self.words[last - 1] in (",", "!", "?", ".", "…")

    def _has_comma(self, mark: Marked) -> bool:
        following = self.words[mark.last + 1 : mark.last + 2]
        return bool(following) and (following[0] in ",!?" or following[0] in DASHES)

    def _named(self, cue: Cue, first: int, *, presents: bool) -> Named | None:
        if cue.is_inverted:
            return self.speakers.before(cue)
        if presents:
            return self._presented(cue, first)
        if cue.edge == first:
            return self.speakers.after(cue) or self.speakers.before(cue)
        return self.speakers.between(first, cue.edge)

    def _presented(self, cue: Cue, first: int) -> Named | None:
        """Read "… is how X describes it", «voilà ce que disent les habitants»."""
        for token in range(first, cue.edge):
            if self.words[token] in ("how", "what", "que"):
                behind = self.speakers.after(cue) if token + 1 >= cue.edge else None
                return behind or self.speakers.between(token + 1, cue.edge)
        return None

    def lead(self, mark: Marked, low: int) -> int | None:
        """Return where a sentence of which the marks hold only the end begins."""
        begin = mark.first - 1
        first = max(low, self.passage.sentences.of(begin)[0])
        first = past_dateline(self.passage, first, begin)
        first = self._past_clauses(first, begin)
        before = self.words[begin - 1]
        if begin - first < _SHORT_LEAD or before in DASHES or before in ":;,(\n":
            return None
        cue = self.cues.next(first, begin)
        if cue is not None and lead_of(self.ground, cue) is not None:
            return None
        is_sentence = self.passage.written(mark.first)[0].isupper()
        if is_sentence and mark.last - mark.first >= _LONG:
            return None
        return first

    def _past_clauses(self, first: int, last: int) -> int:
        """Return where the clause begins that marks end: behind ";" or ", and"."""
        for token in range(last - 1, first, -1):
            word = self.words[token]
            if word in (";", ":"):
                return token + 1
            if word == "," and self.words[token + 1] in _JOINING:
                return token + 2
        return first

    def colon_after(self, attribution: Attribution) -> tuple[int, int] | None:
        """Return what goes on behind an attribution: «« A », explique X : B»."""
        cue = attribution.cue
        return self.clauses.after_colon(cue, _TO_COLON) if cue else None

    def incise(
        self, mark: Marked
    ) -> tuple[Attribution, tuple[int, int], tuple[int, int]] | None:
        """Return an attribution inside marks, «« A, dit-il. B »», and what is around it."""
        last = min(mark.last, mark.first + _TO_INCISE)
        cue = self.cues.next(mark.first, last)
        while cue is not None and not self._is_incise(cue, mark):
            cue = self.cues.next(cue.first + 1, last)
        if cue is None:
            return None
        named = (
            self.speakers.before(cue) if cue.is_inverted else self.speakers.after(cue)
        )
        if named is None or not (cue.is_inverted or named.is_certain):
            return None
        end = cue.last if cue.is_inverted else self.speakers.zone_after(cue.last)
        while end < mark.last and self.words[end] not in (",", "."):
            end += 1
        attribution = Attribution(named, cue, (cue.first, cue.last))
        return attribution, (mark.first, cue.edge), (min(end, mark.last), mark.last)

    def _is_incise(self, cue: Cue, mark: Marked) -> bool:
        """Say whether a verb is set between a comma and its subject inside marks."""
        if cue.edge <= mark.first or self.words[cue.edge - 1] != ",":
            return False
        if cue.is_participle or self.passage.language == "en":
            return False
        return cue.is_inverted or self.ground.word(cue.last) not in self.grammar.that

    # -- without marks -----------------------------------------------------------------

    def subject(self, cue: Cue, how: str, *, is_behind: bool) -> Named | None:
        """Return who speaks; «comme le précise X : …» is inverted."""
        begin = self.passage.sentences.of(cue.first)[0]
        opens = frozenset(self.words[max(begin, cue.edge - 2) : cue.edge])
        # "As X said" has its subject in front, «comme l'a dit X» behind.
        has_front = is_behind and self.words[cue.edge - 1] not in _NOT_PARTED | {"as"}
        if (is_behind and not has_front) or opens & _NOT_PARTED:
            return self.speakers.after(cue) or self.speakers.before(cue)
        if how in ("colon", "statement") and self._has_subject_behind(cue):
            return self.speakers.after(cue) or self.speakers.before(cue)
        return self.speakers.before(cue)

    def _has_subject_behind(self, cue: Cue) -> bool:
        """Read "Not so, says Li: …": a comma parts the verb from what is no subject."""
        following = self.ground.word(cue.last)
        if cue.is_participle or cue.is_inverted or self.words[cue.edge - 1] != ",":
            return False
        is_said = following in STOPS or following in self.grammar.that | {","}
        return not is_said and insertion(self.ground, cue) is None

    def nested(self, cue: Cue) -> Named | None:
        """Return whom a verb inside somebody's speech names."""
        begin = self.passage.sentences.of(cue.first)[0]
        if not _NOT_PARTED.isdisjoint(self.words[max(begin, cue.edge - 1) : cue.edge]):
            return self.speakers.after(cue)
        return self.speakers.subjects.nested(cue)

    def trailing(self, cue: Cue, comma: int) -> Named | None:
        """Return who is named in the attribution behind a comma."""
        if cue.is_inverted:
            return self.speakers.before(cue)
        first = comma + 1
        if first >= cue.edge:
            named = self.speakers.after(cue)
        else:
            named = self.speakers.between(first, cue.edge)
        # An everyday word takes no few words for whoever speaks, nor a French one a
        # subject in front of it.
        is_everyday = cue.has("strict", "marks")
        if is_everyday and self.ground.language == "fr" and first < cue.edge:
            return None
        is_sure = named is not None and (named.is_certain or not is_everyday)
        return named if is_sure else None
