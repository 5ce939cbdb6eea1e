"""Whom an English or French noun phrase names: a person, a body, an office, words."""

from bisect import bisect_left
from typing import NamedTuple

from marsad.reading.latin_offices import Offices
from marsad.reading.latin_words import GRAMMARS, STOPS
from marsad.reading.lexicon import Hit
from marsad.reading.passage import Found, Passage, Seen
from marsad.reading.speakers import (
    Candidates,
    Speaker,
    noun_as_speaker,
    party_as_speaker,
    person_as_speaker,
)

_TITLES = frozenset(
    """mr mrs ms dr prof sir lord lady baroness mme mlle me m general colonel captain gen
    col . professor professeur docteur""".split()
)
_PARTICLES = frozenset("de la al el van von der den bin ibn da do dos - '".split())
_LONGEST = 16
_FEW_WORDS = 8
_BESIDE_BODY = 3  # words between a body and the office it holds: "UN special envoy"
_BY_WORDS = "named by the subject's words"


class Named(NamedTuple):
    """Someone named by a phrase, and what pronouns may mean them."""

    first: int
    last: int
    speaker: Speaker
    kind: str  # person, people, body, text, name; empty where no word tells
    gender: str = ""  # m, f; empty where no word tells
    is_name: bool = False  # a person's name, and not an office

    @property
    def is_certain(self) -> bool:
        """Say whether a known name or office stands there, not just any words."""
        return self.kind != ""


class Phrases:
    """Reads noun phrases against the persons and parties seen in a passage."""

    def __init__(self, passage: Passage, found: Found) -> None:
        self.passage = passage
        self.words = passage.words
        self.grammar = GRAMMARS[passage.language]
        self.candidates = Candidates(passage, found)
        self.offices = Offices(passage, found.persons)
        self._nouns = passage.hits("speaker")

    def head(self, first: int, last: int) -> Named | None:
        """Return whom the phrase in tokens first to last (exclusive) is about."""
        first = self.past_determiners(first, last)
        last = min(last, first + _LONGEST)
        if first >= last:
            return None
        noun = self.noun(first, last)
        person = self._person(first, last, noun)
        if person is not None:
            return person
        party = self._party(first, last)
        if noun is not None and not self._is_party_first(party, noun):
            return self._office(noun, first, last, party)
        if party is not None:
            return self._body(party)
        return self._bare(first, last)

    def past_determiners(self, first: int, last: int) -> int:
        """Return the first token that is no article, mark of elision or comma."""
        skipped = self.grammar.determiners | {"'", ",", "\n"}
        while first < last and self.words[first] in skipped:
            first += 1
        return first

    # -- persons -------------------------------------------------------------------

    def person(self, seen: Seen) -> Named:
        """Take a person's mention as whoever is named."""
        speaker = person_as_speaker(seen)
        gender = self.offices.gender(seen)
        return Named(seen.first, seen.last, speaker, "person", gender, is_name=True)

    def persons(self, first: int, last: int) -> list[Seen]:
        """Return the persons in tokens first to last, but for those who only own."""
        return [
            seen
            for seen in self.candidates.persons(max(0, first), last)
            if not self._owns(seen.last)
        ]

    def name_at(self, first: int, last: int) -> Named | None:
        """Return the person whom tokens first to last name, with or without a title."""
        persons = self.persons(first, last)
        if persons and persons[-1].last == last and persons[-1].first - first <= 5:
            return self.person(persons[-1])
        return None

    def _person(self, first: int, last: int, noun: Hit | None) -> Named | None:
        for seen in self.persons(first, last):
            is_in_office = noun is not None and noun.last <= seen.first
            if not (is_in_office and noun and self._is_behind(noun, seen)):
                return self.person(seen)
        return None

    def _is_behind(self, noun: Hit, seen: Seen) -> bool:
        """Say whether a name only belongs to an office: "an aide to X", "… backing X"."""
        between = self.words[noun.last : seen.first]
        ending = "ing" if self.passage.language == "en" else "ant"
        has_verb = any(len(word) > 4 and word.endswith(ending) for word in between)
        return has_verb or self.is_tied(seen.first)

    def _owns(self, last: int) -> bool:
        return self.words[last : last + 2] == ["'", "s"] or (
            self.words[last : last + 1] == ["'"] and self.passage.touches(last)
        )

    def is_tied(self, token: int) -> bool:
        """Say whether a preposition, before any title, ties a name to earlier words."""
        while token > 0 and (
            self.words[token - 1] in _TITLES or self.words[token - 1] in ("'", "the")
        ):
            token -= 1
        return token > 0 and self.words[token - 1] in self.grammar.owners

    def body_at(self, last: int) -> Named | None:
        """Return the state or body whose name ends at a token."""
        for seen in reversed(self.candidates.parties(max(0, last - 8), last)):
            if seen.last == last:
                return self._body(seen)
        return None

    # -- offices and bodies ----------------------------------------------------------

    def noun(self, first: int, last: int) -> Hit | None:
        """Return the first and longest speaker's noun that is no owner."""
        best: Hit | None = None
        for hit in self._nouns_from(first):
            if hit.first >= last or (best and not self._is_one_phrase(best, hit)):
                break
            if not self._owns(hit.last) and (best is None or hit.last > best.last):
                best = hit
        return best

    def _is_one_phrase(self, noun: Hit, other: Hit) -> bool:
        """In English the last noun is the head: "Trump administration officials"."""
        if other.first <= noun.first:
            return True
        if self.passage.language == "fr":
            return False
        return all(
            self._is_inside(word) for word in self.words[noun.last : other.first]
        )

    def last_noun(self, first: int, last: int) -> Hit | None:
        """Return the last speaker's noun in tokens first to last."""
        best: Hit | None = None
        for hit in self._nouns_from(first):
            if hit.first >= last:
                break
            if not self._owns(hit.last) and (best is None or hit.last > best.last):
                best = hit
        return best

    def _nouns_from(self, first: int) -> list[Hit]:
        left = bisect_left(self._nouns, (first,))
        return list(self._nouns[left : left + 12])

    def _party(self, first: int, last: int) -> Seen | None:
        parties = self.candidates.parties(first, last)
        return parties[0] if parties else None

    def _is_party_first(self, party: Seen | None, noun: Hit) -> bool:
        """Say whether a body is the subject and the noun only stands behind it."""
        if party is None or self._owns(party.last):
            return False
        if party.first <= noun.first and noun.last <= party.last:
            return True
        between = self.words[party.last : noun.first]
        return party.last <= noun.first and (
            len(between) > _BESIDE_BODY
            or not self.grammar.prepositions.isdisjoint(between)
            or not STOPS.isdisjoint(between)
            or not self.grammar.joiners.isdisjoint(between)
        )

    def _office(self, noun: Hit, first: int, last: int, party: Seen | None) -> Named:
        """Take an office with the words before and behind it: "a UN envoy to Yemen"."""
        begin = noun.first
        while begin > first and self._is_inside(self.words[begin - 1]):
            begin -= 1
        begin = self.past_determiners(begin, noun.first)
        end = self._phrase_end(noun.last, last)
        is_near = party is not None and party.first < end
        speaker = noun_as_speaker(self.passage, noun, end, party if is_near else None)
        speaker = speaker._replace(span=self.passage.span(begin, end))
        gender = noun.row["gender"] or self._article(begin)
        named = Named(begin, end, speaker, noun.row["kind"], gender)
        is_bare = end == noun.last and noun.first == begin
        return self._holder(named, noun) if is_bare else named

    def _holder(self, named: Named, noun: Hit) -> Named:
        """Return the person whom "the minister" repeats, by the words that stand here."""
        before = self.words[max(0, named.first - 2) : named.first]
        is_definite = before[-1:] in (["the"], ["le"], ["la"]) or before == ["l", "'"]
        seen = self.offices.holder(noun) if is_definite else None
        if seen is None:
            return named
        person = self.person(seen)
        if named.gender and person.gender and named.gender != person.gender:
            return named
        why = f"the office of {person.speaker.name}"
        speaker = person.speaker._replace(span=named.speaker.span, why=why)
        return named._replace(speaker=speaker, gender=person.gender)

    def _is_inside(self, word: str) -> bool:
        return (
            word not in self.grammar.prepositions
            and word not in STOPS
            and word != ","
            and (word != "'" or self.passage.language == "en")
            and word not in self.grammar.conjunctions
            and word not in self.grammar.joiners
        )

    def _phrase_end(self, token: int, last: int) -> int:
        while token < last and self.words[token] not in STOPS | {","}:
            token += 1
        return token

    def _body(self, party: Seen) -> Named:
        speaker = party_as_speaker(party)
        gender = self._article(party.first)
        return Named(party.first, party.last, speaker, "body", gender)

    def _article(self, first: int) -> str:
        """Read the gender of a French name from its article."""
        before = self.words[first - 1] if first else ""
        return {"le": "m", "la": "f", "une": "f", "un": "m"}.get(before, "")

    def _bare(self, first: int, last: int) -> Named | None:
        """Take any few words as the name of whoever speaks."""
        end = self._phrase_end(first, last)
        if not 0 < end - first <= _FEW_WORDS or not self.words[first][0].isalpha():
            return None
        if self.words[first] in self.grammar.pronouns | self.grammar.prepositions:
            return None
        span = self.passage.span(first, end)
        kind = "name" if self._is_written_as_name(first, end) else ""
        return Named(first, end, Speaker(span, span.quote, None, _BY_WORDS), kind)

    def _is_written_as_name(self, first: int, last: int) -> bool:
        """Say whether words are written as names are: with capitals, inside a sentence."""
        written = [self.passage.written(token) for token in range(first, last)]
        is_capital = all(
            word[0].isupper() or word.lower() in _PARTICLES for word in written
        )
        begins = first == 0 or self.passage.sentences.of(first)[0] == first
        return (
            is_capital and written[0][0].isupper() and (last - first > 1 or not begins)
        )
