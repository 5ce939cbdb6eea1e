"""Whom an English or French noun phrase names: a person, a body, an office, words."""

from typing import NamedTuple

from marsad.reading.lexicon import Hit
from marsad.reading.names.latin_offices import Offices
from marsad.reading.passage import Found, Passage, Seen
from marsad.reading.quotations.latin_nouns import Nouns
from marsad.reading.quotations.latin_words import GRAMMARS, STOPS
from marsad.reading.quotations.speakers import (
    Candidates,
    Speaker,
    noun_as_speaker,
    party_as_speaker,
    person_as_speaker,
)

_TITLES = frozenset(
    """mr mrs ms dr prof sir lord lady baroness mme mlle me m general colonel captain gen
    col lt maj brig adm capt sgt cpl hon rev eng cdr cmdr sen rep gov . professor professeur docteur""".split()
)
_PARTICLES = frozenset("de la al el van von der den bin ibn da do dos - '".split())
_SOME = frozenset(
    """one two three some several many most none half un une deux trois plusieurs
    certains certaines beaucoup plupart""".split()
)
_BELONGING = frozenset("of de du des d".split())
_ALONE = frozenset(
    "one another others many some several most plusieurs certains".split()
)
_LONGEST = 16
_LONGEST_NAME = 5
_FEW_WORDS = 8
_BESIDE_BODY = 3  # words between a body and the office it holds: "UN special envoy"
_BY_WORDS = "named by the subject's words"


# Given names of men that end as most women's do.
_MEN_IN_A = frozenset(
    """abba abdalla abdulla adama ata attila baba bata bola botha chiwenga costa dada
    elia elisha ezra garcia hamza ila ilya isa issa jama joshua juma kaka kata keita
    kossa lula luca luka mika mirza moussa mufta mullah musa mustafa mustapha nata nata
    nikita nuradda obama osama oussama pasha raja sasha seka sora tata toma usama vanya
    yahya yasha yehuda yoshua zaka zakaria zia al da""".split()
)


class Named(NamedTuple):
    """Someone named by a phrase, and what pronouns may mean them."""

    first: int
    last: int
    speaker: Speaker
    kind: str  # person, people, body, text, name; empty where no word tells
    gender: str = ""  # m, f; empty where no word tells
    is_name: bool = False  # a person's name, and not an office
    offices: frozenset[str] = frozenset()  # what an office is called, or a person holds

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
        self.nouns = Nouns(passage)

    def head(self, first: int, last: int) -> Named | None:
        """Return whom the phrase in tokens first to last (exclusive) is about."""
        begin = first
        first = self.past_determiners(first, last)
        last = min(last, first + _LONGEST)
        if first >= last:
            # "said one", "another called it": the word itself stands for somebody.
            return (
                self._bare(last - 1, last) if self._stands_alone(begin, last) else None
            )
        noun = self.nouns.first(first, last)
        one = self._one_of(begin, last)
        if one is not None:
            return one
        person = self._person(first, last, noun)
        if person is not None:
            return person
        party = self._party(first, last)
        if party is not None and self._is_class_word(noun, party):
            return self._body(party)
        if noun is not None and not self._is_party_first(party, noun):
            is_person = noun.row["kind"] == "person"
            inner = first if is_person else noun.first
            owner = self._unknown_head(first, inner, noun.last)
            return owner or self._office(noun, first, last, party)
        if party is not None:
            owner = self._unknown_head(first, party.first, party.last)
            return owner or self._body(party)
        return self._bare(first, last)

    def _unknown_head(self, first: int, inner: int, last: int) -> Named | None:
        """Read «la Coordination des ONG»: what is known only belongs to the head."""
        token = inner
        while token > first and self.words[token - 1] in ("the", "la", "le", "l", "'"):
            token -= 1
        if token - first < 2 or self.words[token - 1] not in _BELONGING:
            return None
        head = self.words[first : token - 1]
        is_head = len(head) <= 2 and all(word.isalpha() for word in head)
        has_article = first > 0 and self.words[
            first - 1
        ] in self.grammar.determiners | {"'"}
        if not is_head or not has_article or head[0] in self.grammar.prepositions:
            return None
        span = self.passage.span(first, last)
        speaker = Speaker(span, span.quote, None, _BY_WORDS)
        return Named(first, last, speaker, "body", self._article(first))

    def _one_of(self, first: int, last: int) -> Named | None:
        """Read "one of its delegates", «l'un d'eux»: the whole phrase names somebody."""
        while first < last and self.words[first] in ("l", "'", "the"):
            first += 1
        if first + 2 >= last or self.words[first] not in _SOME:
            return None
        is_part = self.words[first + 1] in ("of", "de", "d", "des")
        if not is_part or self.words[first + 2] in ("whom", "which"):
            return None
        end = self._phrase_end(first, last)
        span = self.passage.span(first, end)
        gender = "f" if self.words[first] == "une" else ""
        speaker = Speaker(span, span.quote, None, _BY_WORDS)
        return Named(first, end, speaker, "person", gender)

    def _stands_alone(self, first: int, last: int) -> bool:
        return last - first == 1 and self.words[first] in _ALONE

    def past_determiners(self, first: int, last: int) -> int:
        """Return the first token that is no article, mark of elision or comma."""
        skipped = self.grammar.determiners | {"'", ",", "\n"}
        while first < last and self.words[first] in skipped:
            if first + 1 < last and self.words[first + 1] in self.grammar.relatives:
                break  # "those who"
            first += 1
        return first

    # -- persons -------------------------------------------------------------------

    def person(self, seen: Seen) -> Named:
        """Take a person's mention as whoever is named."""
        speaker = person_as_speaker(seen)
        return Named(
            seen.first,
            seen.last,
            speaker,
            "person",
            self.offices.gender(seen) or self._ending(seen),
            is_name=True,
            offices=self.offices.held(seen),
        )

    def _ending(self, seen: Seen) -> str:
        """Read a woman's name from its ending where nothing else tells: "Kadija Salo"."""
        name = self.words[seen.first]
        is_full = seen.last - seen.first > 1
        return "f" if is_full and name.endswith("a") and name not in _MEN_IN_A else ""

    def persons(self, first: int, last: int) -> list[Seen]:
        """Return the persons in tokens first to last, but for those who only own."""
        return [
            seen
            for seen in self.candidates.persons(max(0, first), last)
            if self._is_inside_of(seen, last) and not self.nouns.owns(seen.last)
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

    def is_tied(self, token: int) -> bool:
        """Say whether a preposition, before any title, ties a name to earlier words."""
        while token > 0 and (
            self.words[token - 1] in _TITLES or self.words[token - 1] in ("'", "the")
        ):
            token -= 1
        return token > 0 and self.words[token - 1] in self.grammar.owners

    def joined(self, named: Named, first: int) -> Named:
        """Widen a name over those joined to it: "Cairo, Doha and Washington"."""
        begin, previous = named.first, named
        while True:
            gap = begin - 1
            while gap > first and self.words[gap] in self.grammar.determiners | {"'"}:
                gap -= 1
            if gap <= first or self.words[gap] not in ("and", "et", ","):
                break
            one = self._name_before(first, gap)
            is_list = self.words[gap] != "," or previous is not named
            if one is None or not is_list:
                break
            begin, previous = one.first, one
        if begin == named.first:
            return named
        span = self.passage.span(begin, named.last)
        speaker = named.speaker._replace(span=span, name=span.quote)
        return named._replace(first=begin, speaker=speaker, kind="people", gender="")

    def _name_before(self, first: int, last: int) -> Named | None:
        """Return the person or body whose name ends right before a joiner."""
        persons = self.persons(max(first, last - _LONGEST_NAME), last)
        if persons and persons[-1].last == last:
            return self.person(persons[-1])
        body = self.body_at(last)
        return body if body is not None and body.first >= first else None

    def body_at(self, last: int) -> Named | None:
        """Return the state or body whose name ends at a token."""
        for seen in reversed(self.candidates.parties(max(0, last - 8), last)):
            if seen.last == last:
                return self._body(seen)
        return None

    # -- offices and bodies ----------------------------------------------------------

    def _party(self, first: int, last: int) -> Seen | None:
        """Return the first state or body that is no part of a compound: Météo-France."""
        for seen in self.candidates.parties(first, last):
            is_part = self.words[seen.first - 1] == "-" and self.passage.touches(
                seen.first
            )
            if not is_part and self._is_inside_of(seen, last):
                return seen
        return None

    def _is_class_word(self, noun: Hit | None, party: Seen) -> bool:
        """Say whether a noun only says what a body is: «l'ONG Havel»."""
        return (
            noun is not None and noun.row["kind"] == "body" and noun.last == party.first
        )

    def _is_inside_of(self, seen: Seen, last: int) -> bool:
        """Say whether a name ends with its phrase; a short form may stand behind it."""
        return seen.last <= last or self.words[last] == "("

    def _is_party_first(self, party: Seen | None, noun: Hit) -> bool:
        """Say whether a body is the subject and the noun only stands behind it."""
        if party is None or self.nouns.owns(party.last):
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
        while begin > first and self.nouns.is_inside(self.words[begin - 1]):
            begin -= 1
        begin = self.past_determiners(begin, noun.last)
        end = self.nouns.end(noun.last, last)
        is_near = party is not None and party.first < end
        speaker = noun_as_speaker(self.passage, noun, end, party if is_near else None)
        span = self.passage.span(begin, end)
        is_plain = speaker.party is None and self.passage.language == "en"
        name = span.quote if is_plain else speaker.name
        speaker = speaker._replace(span=span, name=name)
        gender = noun.row["gender"] or self._article(begin)
        labels = frozenset((noun.row["label"],))
        named = Named(begin, end, speaker, noun.row["kind"], gender, offices=labels)
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

    def _phrase_end(self, token: int, last: int) -> int:
        while token < last and not self.nouns.is_stop(token):
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
        while first + 1 < last and self.words[first] in _TITLES:
            first += 1
        end = self._phrase_end(first, last)
        if not 0 < end - first <= _FEW_WORDS or not self.words[first][0].isalpha():
            return None
        barred = self.grammar.pronouns | self.grammar.prepositions | self.grammar.times
        if self.words[first] in barred | {"last", "this"}:
            return None
        span = self.passage.span(first, end)
        kind = "name" if self._is_written_as_name(first, end) else ""
        return Named(first, end, Speaker(span, span.quote, None, _BY_WORDS), kind)

    def written_name(self, first: int) -> Named | None:
        """Return the words with capitals after a title that no reader knows as a name."""
        last = first
        while last < min(len(self.words), first + _LONGEST_NAME) and (
            self.passage.written(last)[0].isupper() or self.words[last] == "-"
        ):
            last += 1
        is_ended = last >= len(self.words) or self.words[last] in STOPS | {","}
        is_name = last - first > 1 and (is_ended or self.words[last] in ("who", "qui"))
        return self._bare(first, last) if is_name else None

    def bare_name(self, first: int, last: int) -> Named | None:
        """Return words with capitals as a name, a title in front left out."""
        while first < last and self.words[first] in _TITLES:
            first += 1
        named = self._bare(first, last) if first < last else None
        return named if named is not None and named.is_certain else None

    def _has_age(self, token: int) -> bool:
        """Say whether a comma and a number follow a name."""
        following = self.words[token : token + 2]
        return following[:1] == [","] and following[-1].isdecimal()

    def _is_written_as_name(self, first: int, last: int) -> bool:
        """Say whether words are written as names are: with capitals, inside a sentence."""
        written = [self.passage.written(token) for token in range(first, last)]
        is_capital = all(
            word[0].isupper() or word.lower() in _PARTICLES for word in written
        )
        before = first
        while before > 0 and self.words[before - 1] in '-–—•*>«“"':
            before -= 1
        begins = before == 0 or self.passage.sentences.of(before)[0] == before
        begins = begins and not (written[0].isupper() and len(written[0]) > 1)
        if "'" in written[-1]:
            return False
        if self._has_age(last) and last - first == 1 and written[0][0].isupper():
            return True  # "Amina, 12, wants to be a doctor"
        return (
            is_capital and written[0][0].isupper() and (last - first > 1 or not begins)
        )
