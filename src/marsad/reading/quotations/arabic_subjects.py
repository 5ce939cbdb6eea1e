"""Who is named as the subject of an Arabic verb: after it, before it, or as a source."""

from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Found, Passage, Seen
from marsad.reading.quotations.arabic_appositions import Appositions
from marsad.reading.quotations.arabic_bare_speech import begins_clause
from marsad.reading.quotations.arabic_cues import (
    ASKED_FOR,
    UNNAMED,
    Cue,
)
from marsad.reading.quotations.arabic_hearers import Hearers
from marsad.reading.quotations.arabic_phrases import (
    ADVERBS,
    AFTER_HOUSE,
    BEFORE_CONTENT,
    BREAKERS,
    BY_WORDS,
    CLAUSE_HEADS,
    COUNTERPARTS,
    DOCUMENTS,
    HOUSED,
    ISSUED,
    LONGEST_COMPLEMENT,
    NO_HOUSES,
    NO_OFFICES,
    NOT_NOUNS,
    NOT_SUBJECT_AFTER,
    OCCASIONS,
    ON_BEHALF,
    OPENERS,
    PREPOSITIONS,
    QUANTIFIERS,
    RELATIVES,
    TO_OTHERS,
    TURNS,
    UNNAMED_OFFICES,
)
from marsad.reading.quotations.speakers import (
    Candidates,
    Speaker,
    noun_as_speaker,
    party_as_speaker,
    person_as_speaker,
)

# A subject that is neither a known person nor a known body has few words.
_LONGEST_SUBJECT = 7
_LONGEST_ADJUNCT = 5
_DEFINITE = "ال"
_LEAST = 5
# No adjective of one man ends so.
_FEMININE = ("ه", "ات", "ين", "ون")
_NEAR = 3  # signs between a subject and its verb: a space, a mark
_LONGEST_NAME = 3  # words of a name in marks


# What a source is given with begins no subject.
_ACCORDING = frozenset("وفقا وفق حسب بحسب طبقا حسبما استنادا".split())


class Subjects:
    """Names the subjects of the verbs of one passage."""

    def __init__(self, passage: Passage, found: Found, cues: list[Cue]) -> None:
        self.passage = passage
        self.words = passage.words
        self.candidates = Candidates(passage, found)
        self.cue_tokens = frozenset(cue.first for cue in cues if not cue.has("nominal"))
        self._hearers = Hearers(self.candidates)
        self._appositions = Appositions(passage, self.cue_tokens, BREAKERS)
        # «صحيفة «لوموند»»: a short name in marks belongs to its noun.
        self._names = {
            mark.first - 1: mark
            for mark in passage.marks.marked
            if mark.is_closed and mark.last - mark.first <= _LONGEST_NAME
        }
        self._by_surname = {
            self.words[seen.last - 1]: seen
            for seen in found.persons
            if seen.last - seen.first > 1
        }
        self._dates = {seen.first: seen.last for seen in found.dates}

    # -- after the verb ------------------------------------------------------------

    def behind(self, token: int, limit: int) -> int:
        """Return where a subject may begin behind a verb: after adverbs and hearers."""
        first = self._after_adverbs(token, limit)
        after = self._hearers.after(first, limit)
        return self._after_adverbs(after, limit) if after > first else first

    def subject_at(self, first: int, limit: int) -> Speaker | None:
        """Return the subject that begins at a token, with the name that belongs to it."""
        if self.words[first : first + 1] and self.words[first] in _ACCORDING:
            return None  # «قالت وفقا لنص خطابها»
        zone = self.zone(first, limit)
        noun = self.candidates.noun(first, zone)
        if noun and noun.first == first and noun.row["label"] in DOCUMENTS:
            if self.words[zone - 1] in ISSUED and self.words[zone : zone + 1] == ["عن"]:
                zone = self.zone(zone + 1, limit)
            parties = self.candidates.parties(first, zone)
            return noun_as_speaker(
                self.passage, noun, zone, parties[0] if parties else None
            )
        person = self._subject_person(first, zone, limit) if zone > first else None
        if person:
            return person_as_speaker(person)
        subject = self.in_zone(first, self._with_place(first, zone, limit))
        if self._is_whom_one_speaks_for(first, zone):
            return subject
        is_office = subject is not None and self._is_office(first, subject)
        named = self._beside(first, limit, subject) if subject and is_office else None
        return named or subject

    def _with_place(self, first: int, zone: int, limit: int) -> int:
        """Return the end of an office with its house: «مسؤول في وزارة الدفاع».

        Where it was said («في مؤتمر صحفي») and when do not belong to it.
        """
        noun = self.candidates.noun(first, first + 1)
        if noun is None or zone + 1 >= limit or self.words[zone] not in HOUSED:
            return zone
        if self.words[zone + 1] in NO_HOUSES or zone + 1 in self._dates:
            return zone
        for end in range(zone + 1, min(limit, zone + _LONGEST_SUBJECT)):
            if end in self.cue_tokens or end in self._dates:
                return zone
            if self.words[end] in BREAKERS:
                return end if self.words[end] in AFTER_HOUSE else zone
        return min(limit, zone + _LONGEST_SUBJECT)

    def _is_office(self, first: int, subject: Speaker) -> bool:
        """Say whether a subject is somebody's office, not a body or a statement."""
        noun = self.candidates.noun(first, first + 1)
        if noun is not None and noun.first == first:
            return noun.row["label"] not in DOCUMENTS | NO_OFFICES
        return subject.why == BY_WORDS and bool(
            hits_from(self.passage.hits("title"), first, first + 1)
        )

    def _beside(self, first: int, limit: int, office: Speaker) -> Speaker | None:
        """Return the name that stands beside an office, before what is said."""
        while limit > first and self.words[limit - 1] in BEFORE_CONTENT:
            limit -= 1
        return self._appositions.beside(first, limit, office)

    def _after_adverbs(self, token: int, limit: int) -> int:
        """Pass over adverbs and dates between a verb and its subject."""
        while token < limit:
            if token in self._dates:
                token = max(token + 1, self._dates[token])
            elif self.words[token] in ADVERBS and token not in self.cue_tokens:
                token += 1
            else:
                break
        return token

    def zone(self, first: int, limit: int) -> int:
        """Return the end of the noun phrase that begins at a token."""
        token = first
        while token < limit and token not in self.cue_tokens:
            word = self.words[token]
            is_part = word == "من" and self.words[token - 1] in QUANTIFIERS
            is_request = word in ASKED_FOR and self._follows(token, UNNAMED)
            if token > first and (word in COUNTERPARTS or is_request):
                break
            mark = self._names.get(token) if token > first else None
            if mark is not None and mark.last < limit:
                token = mark.last + 1
                continue
            if word == "(" and self._is_bracketed_name(token, limit):
                token = self.words.index(")", token) + 1
                continue
            if (word in BREAKERS and not is_part) or word in ADVERBS:
                break
            if token > first and (
                begins_clause(word) or self._hearers.after(token, limit) > token
            ):
                break
            token += 1
        return token

    def _is_bracketed_name(self, token: int, limit: int) -> bool:
        """Say whether brackets behind a noun hold its name: «صحيفة (التايمز)»."""
        inside = self.words[token + 1 : min(limit, token + _LONGEST_NAME + 2)]
        return ")" in inside and self.candidates.noun(token - 1, token) is not None

    def _follows(self, token: int, words: frozenset[str]) -> bool:
        return token + 1 < len(self.words) and self.words[token + 1] in words

    def _subject_person(self, first: int, zone: int, limit: int) -> Seen | None:
        """Return the person who is the subject, with a title before the name.

        An office that stands alone («قال المسؤول، قبل لقاء بين X …») is the subject
        itself: only a name right behind its comma may belong to it.
        """
        for person in self.candidates.persons(first, limit):
            if not self.is_free(person) and person.first > first:
                continue
            if RELATIVES.intersection(self.words[first : person.first]):
                return None
            if self._is_whom_one_speaks_for(first, person.first):
                return None
            between = self.words[zone : person.first]
            return person if self._belongs(between) else None
        return None

    def _is_whom_one_speaks_for(self, first: int, last: int) -> bool:
        """Say whether a name is that of a superior: «متحدث باسم الرئيس فلان»."""
        words = self.words[first:last]
        if words[:1] == [] or words[0] not in UNNAMED_OFFICES:
            return False
        for token in range(first + 1, last - 1):
            is_for = self.words[token] in ON_BEHALF
            if is_for and any(
                hits_from(self.passage.hits(tag), token + 1, token + 2)
                for tag in ("title", "speaker")
            ):
                return True
        return False

    def _belongs(self, between: list[str]) -> bool:
        """Say whether a name belongs to the office before it.

        The office may have a complement («المبعوث إلى التحالف»), the name may follow a
        comma with its title; adjuncts behind a comma («، قبل لقاء بين») part them.
        """
        if not OCCASIONS.isdisjoint(between):
            return False
        commas = [index for index, word in enumerate(between) if word in ("،", ",")]
        if not commas:
            return len(between) <= LONGEST_COMPLEMENT
        behind = between[commas[-1] + 1 :]
        return len(commas) == 1 and not PREPOSITIONS.union(BREAKERS).intersection(
            behind
        )

    def is_free(self, person: Seen) -> bool:
        """Say whether a person stands free of a preposition, and so may be a subject."""
        before = self.words[person.first - 1] if person.first else ""
        if before in OPENERS and person.first > 1:
            before = self.words[person.first - 2]
        if self._is_others_title(person.first - 1):
            return False
        start = self.passage.view.place(self.passage.tokens.starts[person.first])
        is_clitic = person.finding.span.start - self.passage.offset > start
        return before not in NOT_SUBJECT_AFTER and not (
            is_clitic and self.words[person.first][0] not in "وف"
        )

    def _is_others_title(self, token: int) -> bool:
        """Say whether a title stands behind a preposition: «على سؤال للنائبة …»."""
        if token < 1 or not (
            hits_from(self.passage.hits("title"), token, token + 1)
            or hits_from(self.passage.hits("speaker"), token, token + 1)
        ):
            return False
        is_clitic = self.words[token].startswith(("لل", "بال"))
        return is_clitic or self.words[token - 1] in TO_OTHERS

    def in_zone(self, first: int, zone: int) -> Speaker | None:
        """Take the office, body or bare noun phrase that stands as the subject."""
        if zone <= first:
            return None
        parties = self.candidates.parties(first, zone)
        party = parties[0] if parties else None
        noun = self.candidates.noun(first, min(zone, first + 2))
        if noun and noun.first == first:
            if party and party.first == first and party.last >= noun.last:
                return party_as_speaker(party)
            if self._is_apart(noun):
                return noun_as_speaker(self.passage, noun, noun.last, None)
            return noun_as_speaker(self.passage, noun, zone, party)
        if party and party.first <= first + 1:
            return party_as_speaker(party)
        is_short = zone - first <= _LONGEST_SUBJECT
        is_head = self.is_clause_head(first - 1) or self._is_after_adjunct(first - 1)
        if is_short and self.is_noun(first) and is_head:
            return self.by_words(first, zone)
        return None

    def _is_apart(self, noun: Hit) -> bool:
        """Say whether no adjective of an office follows it: «وصف الوزير العلاقات»."""
        following = self.words[noun.last] if noun.last < len(self.words) else ""
        is_one = noun.row["number"] == "s"
        if is_one and noun.row["gender"] == "f" and following.endswith(_FEMININE[1:]):
            return self.words[noun.first][noun.clitic :].startswith(_DEFINITE)
        is_man = is_one and noun.row["gender"] == "m"
        is_plain = self.words[noun.first][noun.clitic :].startswith(_DEFINITE)
        is_long = len(following) >= _LEAST
        return is_man and is_plain and is_long and following.endswith(_FEMININE)

    def by_words(self, first: int, last: int) -> Speaker:
        """Take the words themselves as the speaker's name."""
        span = self.passage.span(first, last)
        known = (
            self._by_surname.get(self.words[last - 1]) if last - first == 1 else None
        )
        if known is not None:
            return person_as_speaker(known)._replace(span=span)
        return Speaker(span, span.quote, None, BY_WORDS)

    def is_clause_head(self, token: int) -> bool:
        """Say whether a verb opens its clause, so that its subject must follow."""
        if token <= 0 or self.words[token][:1] in "وف":
            return True
        return self.words[token - 1] in CLAUSE_HEADS | TURNS

    def _is_after_adjunct(self, token: int) -> bool:
        """Say whether only an adjunct stands before a verb: «وعلى صعيد متصل أكدت …»."""
        begin = self.passage.sentences.of(token)[0]
        if not 0 < token - begin <= _LONGEST_ADJUNCT:
            return False
        return self.words[begin] in PREPOSITIONS

    def is_noun(self, token: int) -> bool:
        """Say whether a token may begin the name of somebody who speaks."""
        word = self.words[token]
        if len(word) < 2 or not word.isalpha() or word in NOT_NOUNS:
            return False
        # A word in ل names the hearer, not the speaker: «قالت لراديو …».
        return not word.startswith("ل")

    def object_after(self, cue: Cue, speaker: Speaker) -> int | None:
        """Return the token behind a subject, its adverbs and dates, if it is named.

        Where the subject stands before its verb, that is the token behind the verb.
        """
        if speaker.span.end <= self.passage.place(cue.first):
            is_right_before = self.passage.place(cue.first) - speaker.span.end <= _NEAR
            return cue.last if is_right_before and cue.last < len(self.words) else None
        for token in range(cue.last, min(len(self.words), cue.last + 16)):
            if self.passage.span(token, token + 1).start >= speaker.span.end:
                limit = min(len(self.words), token + 4)
                return self._after_adverbs(token, limit) if token > cue.last else None
        return None

    def is_breaker(self, token: int) -> bool:
        """Say whether a token cannot begin what is announced."""
        return self.words[token] in BREAKERS | NOT_NOUNS or token in self.cue_tokens
