"""Who speaks in Arabic: the subject after the verb, before it, or the last speaker."""

from marsad.reading.arabic_cues import THAT, THAT_PRONOUN, Cue
from marsad.reading.passage import Found, Passage, Seen
from marsad.reading.speakers import (
    Candidates,
    Speaker,
    noun_as_speaker,
    party_as_speaker,
    person_as_speaker,
)

# Words that end the subject's noun phrase: prepositions, relatives, time, clauses.
_BREAKERS = (THAT | THAT_PRONOUN).union(
    ("\n", ":", "،", ",", ".", "«", '"', "“", "(", "-", "–"),
    """في خلال امام عبر بعد قبل عقب علي هامش امس اليوم الذي التي الذين عن مع الي ان اثناء
    حول ردا تعليقا لدي منذ ضمن بشان وفي حيث اذ كما من لو اذا الاثنين الثلاثاء الاربعاء
    الخميس الجمعه السبت الاحد""".split(),
)
_NOT_SUBJECT_AFTER = frozenset(
    "مع الي ضد عن من بين حول برئاسه بحضور نظيره نظيرته نظيرها لقاء امام بقياده الذي التي".split()
)
_SUBORDINATE = frozenset("اذ حيث عندما بعدما ان حين التي الذي".split())
_PREPOSITIONS = frozenset(
    "في علي عن من الي حول بشان بخصوص مع ضد بين لدي ل ب وحول وعن وفي وبشان وردا وعلي".split()
)
_OPENERS = frozenset('"«“{')
_TOPICS = frozenset("حول عن بشان ردا اما بسؤاله بخصوص تعليقا".split())
_BY_WORDS = "named by the subject's words"
_ADVERBS = frozenset(("ايضا", "كذلك", "بدوره", "بدورها", "مجددا", "قائلا"))
_NOT_NOUNS = frozenset(
    """نحن هذا هذه ذلك تلك هناك هنا لقد ليس ليست كان كانت هو هي هم انهم سعادته معاليه
    سموه فخامته جلالته دولته سيادته""".split()
)
# A subject that is neither a known person nor a known body has few words.
_LONGEST_SUBJECT = 7
_DOCUMENTS = frozenset(("statement", "report", "document", "study", "letter"))
_BEFORE_VERB = frozenset("قد كان كانت ايضا وقد لقد كانوا".split())
_CLAUSE_HEADS = frozenset(
    ("\n", "،", ",", ".", ";", "؛", ":", *"ان فان لكن ولكن بينما فيما كما حيث".split())
)
_RELATIVES = frozenset("الذي التي الذين".split())
_LOOK_BACK = 16


class SpeakerFinder:
    """Finds the speaker of each cue, remembering the last one in the discourse."""

    def __init__(self, passage: Passage, found: Found, cues: list[Cue]) -> None:
        self.passage = passage
        self.words = passage.words
        self.candidates = Candidates(passage, found)
        self.last: Speaker | None = None
        self.last_at = -1
        self._dates = found.dates
        self._cue_tokens = frozenset(cue.first for cue in cues)

    def find(
        self, cue: Cue, limit: int, *, remembers: bool, is_nested: bool
    ) -> Speaker | None:
        """Return who speaks by a cue whose content begins at token ``limit``."""
        named = self._named(cue, limit)
        if is_nested:
            return None if named and named.why == _BY_WORDS else named
        if named is not None:
            # "As X said" cites X; the one who cites goes on speaking.
            is_cited = cue.first > 0 and self.words[cue.first - 1] in ("كما", "وكما")
            # «تواصل X حث الدول» is no verb: a call counts at its clause's head only.
            is_cited = is_cited or not self._is_call_heard(cue, named)
            if remembers and not is_cited:
                self.last = named
                self.last_at = cue.first
            return named
        if cue.has("quoted"):
            cited = self._cited(cue)
            if cited is not None:
                self.last = cited
                self.last_at = cue.first
                return cited
        subject = self._subject_since(cue)
        if subject is not None:
            self.last = subject
        if self.last is None:
            return None
        self.last_at = cue.first
        return self.last._replace(why="the last speaker goes on")

    def _cited(self, cue: Cue) -> Speaker | None:
        """Return whom an agency cites: «نقلت الوكالة عن X قوله»."""
        begin = self.passage.sentences.of(cue.first)[0]
        for token in range(cue.first - 1, max(begin, cue.first - 24), -1):
            if self.words[token] == "عن":
                return self._in_zone(token + 1, cue.first) or self.directly_after(
                    token + 1
                )
        return None

    def _subject_since(self, cue: Cue) -> Speaker | None:
        """Return the subject of the narration since the last quote, if there is one.

        A verb without subject goes on with the last speaker unless the outlet has
        meanwhile told of somebody: «وانتقد ترامب الإعلام وقال …».
        """
        begin = self.passage.sentences.of(cue.first)[0]
        if self._is_inside_sentence(cue) or self.last is None:
            return self._sentence_subject(cue) or self._earlier_subject(begin)
        if self.last_at >= begin or self._is_topic(begin):
            return None
        person = self._narrated(begin, cue.first)
        if person is not None:
            return person_as_speaker(person)
        if cue.is_participle or begin < cue.first - 3:
            return self._office_at(begin, cue.first)
        return None

    def _is_topic(self, begin: int) -> bool:
        """Say whether a sentence begins with what a question was about: «وحول …»."""
        if self.words[begin] == "\n":
            begin += 1
        word, following = self.words[begin], self.words[begin + 1 : begin + 2]
        is_asked = word in ("في", "وفي") and following in (["ما"], ["رده"])
        return is_asked or word in _TOPICS or word[1:] in _TOPICS

    def _narrated(self, begin: int, end: int) -> Seen | None:
        """Return the last subject told of since the last quote, this sentence first."""
        for _ in range(3):
            for person in self.candidates.persons(begin, end):
                if person.first - begin <= 8 and self._is_free(person):
                    return person
            if begin <= 1:
                return None
            end = begin
            begin = self.passage.sentences.of(begin - 1)[0]
            if self.last_at >= begin or end - begin < 3:
                return None
        return None

    def _office_at(self, begin: int, end: int) -> Speaker | None:
        """Return the office or body that a sentence begins with, after its verb."""
        while begin < end and not self.words[begin].isalpha():
            begin += 1
        noun = self.candidates.noun(begin, min(end, begin + 2))
        if noun:
            zone = self._zone(noun.first, end)
            parties = self.candidates.parties(noun.first, zone)
            return noun_as_speaker(
                self.passage, noun, zone, parties[0] if parties else None
            )
        parties = self.candidates.parties(begin, min(end, begin + 2))
        return party_as_speaker(parties[0]) if parties else None

    def _earlier_subject(self, begin: int) -> Speaker | None:
        """Return the last person named before a sentence, where nobody spoke yet."""
        persons = self.candidates.persons(max(0, begin - 60), begin)
        return person_as_speaker(persons[-1]) if persons else None

    def _is_free(self, person: Seen) -> bool:
        """Say whether a person stands free of a preposition, and so may be a subject."""
        before = self.words[person.first - 1] if person.first else ""
        start = self.passage.view.place(self.passage.tokens.starts[person.first])
        is_clitic = person.finding.span.start - self.passage.offset > start
        return before not in _NOT_SUBJECT_AFTER and not (
            is_clitic and self.words[person.first][0] not in "وف"
        )

    def end_of(self, cue: Cue, speaker: Speaker) -> int | None:
        """Return the token after a speaker who is named right after a verb."""
        for token in range(cue.last, min(len(self.words), cue.last + 16)):
            span = self.passage.span(token, token + 1)
            if span.start >= speaker.span.end:
                return self._after_dates(token) if token > cue.last else None
        return None

    def _after_dates(self, token: int) -> int:
        for seen in self._dates:
            if seen.first == token:
                return seen.last
        return token

    def is_breaker(self, token: int) -> bool:
        """Say whether a token cannot begin what is announced."""
        return self.words[token] in _BREAKERS | _NOT_NOUNS or token in self._cue_tokens

    def _is_call_heard(self, cue: Cue, named: Speaker) -> bool:
        if not cue.has("call"):
            return True
        return named.why != _BY_WORDS and self._is_clause_head(cue.first)

    def _named(self, cue: Cue, limit: int) -> Speaker | None:
        if cue.is_participle:
            return None
        if cue.has("source"):
            return self._source(cue, limit)
        return self._after_verb(cue, limit) or self._before_verb(cue)

    def _source(self, cue: Cue, limit: int) -> Speaker | None:
        """Return the document in which something stands: «وجاء في البيان أن»."""
        after = self.candidates.noun(cue.last, min(limit, cue.last + 1))
        if after:
            return self._in_zone(cue.last, self._zone(cue.last, limit))
        first = self.passage.sentences.of(cue.first)[0]
        for token in range(cue.first - 1, max(first, cue.first - 12) - 1, -1):
            noun = self.candidates.noun(token, token + 1)
            if noun and noun.row["label"] in _DOCUMENTS:
                return noun_as_speaker(self.passage, noun, noun.last, None)
        return None

    def _is_inside_sentence(self, cue: Cue) -> bool:
        """Say whether a verb without subject stands in a «إذ» or «حيث» clause."""
        return cue.first > 0 and self.words[cue.first - 1] in _SUBORDINATE

    # -- after the verb ------------------------------------------------------------

    def _after_verb(self, cue: Cue, limit: int) -> Speaker | None:
        if cue.last < limit and self.words[cue.last] in _OPENERS:
            return self.directly_after(cue.last)
        zone = self._zone(cue.last, limit)
        noun = self.candidates.noun(cue.last, zone)
        if noun and noun.first == cue.last and noun.row["label"] in _DOCUMENTS:
            parties = self.candidates.parties(cue.last, limit)
            return noun_as_speaker(
                self.passage, noun, zone, parties[0] if parties else None
            )
        if zone > cue.last:
            person = self._subject_person(cue.last, limit)
            if person:
                return person_as_speaker(person)
        return self._in_zone(cue.last, zone)

    def _in_zone(self, first: int, zone: int) -> Speaker | None:
        """Take the office, body or bare noun phrase that stands as the subject."""
        if zone <= first:
            return None
        parties = self.candidates.parties(first, zone)
        noun = self.candidates.noun(first, min(zone, first + 2))
        if noun and noun.first == first:
            if parties and parties[0].first == first and parties[0].last >= noun.last:
                return party_as_speaker(parties[0])
            return noun_as_speaker(
                self.passage, noun, zone, parties[0] if parties else None
            )
        if parties and parties[0].first <= first + 1:
            return party_as_speaker(parties[0])
        is_short = zone - first <= _LONGEST_SUBJECT
        if self._is_noun(first) and is_short and self._is_clause_head(first - 1):
            span = self.passage.span(first, zone)
            return Speaker(span, span.quote, None, _BY_WORDS)
        return None

    def _is_clause_head(self, token: int) -> bool:
        """Say whether a verb opens its clause, so that its subject must follow."""
        if token <= 0 or self.words[token][:1] in "وف":
            return True
        return self.words[token - 1] in _CLAUSE_HEADS | {
            "جهته",
            "جانبه",
            "بدوره",
            "كما",
        }

    def _is_noun(self, token: int) -> bool:
        word = self.words[token]
        # A word in ل names the hearer, not the speaker: «قالت لراديو …».
        is_hearer = word.startswith("ل")
        return (
            len(word) > 2
            and word.isalpha()
            and word not in _NOT_NOUNS
            and not is_hearer
        )

    def _zone(self, first: int, limit: int) -> int:
        """Return the end of the noun phrase that begins right after the verb."""
        token = first
        while token < limit and self.words[token] not in _BREAKERS:
            if token in self._cue_tokens or self.words[token] in _ADVERBS:
                break
            token += 1
        return token

    def _subject_person(self, first: int, limit: int) -> Seen | None:
        for person in self.candidates.persons(first, limit):
            before = self.words[person.first - 1]
            span = person.finding.span
            start = self.passage.tokens.starts[person.first]
            is_clitic = span.start - self.passage.offset > self.passage.view.place(
                start
            )
            if is_clitic and person.first > first:
                continue
            is_free = person.first == first or before not in _NOT_SUBJECT_AFTER
            if is_free and not self._is_in_relative(first, person.first):
                return person
        return None

    def _is_in_relative(self, first: int, token: int) -> bool:
        return any(word in _RELATIVES for word in self.words[first:token])

    # -- before the verb -----------------------------------------------------------

    def _before_verb(self, cue: Cue) -> Speaker | None:
        end = self._subject_end(cue.first)
        first = self._clause_head(end)
        if cue.clitic or end <= first:
            return None
        persons = self.candidates.persons(first, end)
        if persons and persons[-1].last >= end - 1:
            return person_as_speaker(persons[-1])
        if _PREPOSITIONS.intersection(self.words[first : first + 2]):
            return None
        return self._phrase_before(first, end)

    def _subject_end(self, verb: int) -> int:
        """Return where a subject before its verb ends: before قد, كان and الذي."""
        end = verb
        while end > 0 and self.words[end - 1] in _BEFORE_VERB:
            end -= 1
        if end > 0 and self.words[end - 1] in _RELATIVES:
            end -= 1
        return end

    def _phrase_before(self, first: int, end: int) -> Speaker | None:
        """Take the office or body at the head of the clause before a verb."""
        noun = self.candidates.noun(first, min(end, first + 3))
        parties = self.candidates.parties(first, end)
        if noun and noun.first <= first + 1:
            return noun_as_speaker(
                self.passage, noun, end, parties[0] if parties else None
            )
        if parties and parties[0].first <= first + 1 and end - first <= 12:
            return party_as_speaker(parties[0])
        return None

    def _clause_head(self, end: int) -> int:
        first = end
        while first > 0 and end - first < _LOOK_BACK:
            if self.words[first - 1] in _CLAUSE_HEADS:
                break
            first -= 1
        return first

    def _sentence_subject(self, cue: Cue) -> Speaker | None:
        """Before anybody has spoken, the first person or body of the sentence speaks."""
        first = self.passage.sentences.of(cue.first)[0]
        persons = [
            p for p in self.candidates.persons(first, cue.first) if self._is_free(p)
        ]
        if persons:
            return person_as_speaker(persons[0])
        office = self._office_at(first, cue.first)
        if office is not None:
            return office
        parties = self.candidates.parties(first, cue.first)
        return party_as_speaker(parties[0]) if parties else None

    # -- without a verb ------------------------------------------------------------

    def exactly(self, first: int, last: int) -> Speaker | None:
        """Return the speaker whom tokens first to last name and nothing else."""
        if self._cue_tokens.intersection(range(first, last)):
            return None
        persons = self.candidates.persons(first, last)
        if persons and persons[0].last == last:
            return person_as_speaker(persons[0])
        parties = self.candidates.parties(first, last)
        if parties and parties[0].first == first and parties[0].last == last:
            return party_as_speaker(parties[0])
        noun = self.candidates.noun(first, last)
        if noun and noun.first == first and last - first <= 4:
            return noun_as_speaker(self.passage, noun, last, None)
        return None

    def directly_after(self, token: int) -> Speaker | None:
        """Return the speaker named right after a phrase such as «بحسب»."""
        if token >= len(self.words):
            return None
        if self.words[token] in _OPENERS:
            token += 1
        if self.words[token] in ("ما", "لما"):
            token += 2
        zone = self._zone(token, min(len(self.words), token + 12))
        persons = self.candidates.persons(token, zone)
        if persons:
            return person_as_speaker(persons[0])
        parties = self.candidates.parties(token, zone)
        noun = self.candidates.noun(token, min(zone, token + 1))
        if noun:
            return noun_as_speaker(
                self.passage, noun, zone, parties[0] if parties else None
            )
        if parties and parties[0].first <= token + 1:
            return party_as_speaker(parties[0])
        follows = self.words[zone : zone + 1]
        if follows == ["،"] and zone - token in (2, 3) and self._is_noun(token):
            span = self.passage.span(token, zone)
            return Speaker(span, span.quote, None, _BY_WORDS)
        return None

    def after(self, token: int) -> int:
        """Return the token after the speaker named right after a phrase."""
        if token < len(self.words) and self.words[token] in _OPENERS:
            token += 1
        if token < len(self.words) and self.words[token] in ("ما", "لما"):
            token += 2
        limit = min(len(self.words), token + 12)
        zone = self._zone(token, limit)
        persons = self.candidates.persons(token, zone)
        if persons:
            return persons[0].last
        parties = self.candidates.parties(token, zone)
        if parties and parties[0].first == token:
            return parties[0].last
        return zone
