"""Who speaks in Arabic: the subject that is named, or the speaker who goes on.

A verb without subject goes on with the last speaker, unless the outlet has meanwhile
told of somebody else; a participle keeps the subject of its sentence.
"""

from bisect import bisect_left

from marsad.reading.findings import Person, Quote
from marsad.reading.passage import Found, Passage, Seen
from marsad.reading.quotations.arabic_agreement import Genders
from marsad.reading.quotations.arabic_appositions import NAME_BESIDE
from marsad.reading.quotations.arabic_cues import Cue
from marsad.reading.quotations.arabic_descriptions import has_pronoun
from marsad.reading.quotations.arabic_named_sources import (
    after_verb,
    directly_after,
    document,
)
from marsad.reading.quotations.arabic_phrases import (
    BY_WORDS,
    NOT_NOUNS,
    OF_OFFICES,
    PREPOSITIONS,
    RELATIVES,
)
from marsad.reading.quotations.arabic_preverbal import PARTICLES, Preverbal
from marsad.reading.quotations.arabic_subjects import Subjects
from marsad.reading.quotations.speakers import (
    GOES_ON,
    OFFICE,
    Speaker,
    party_as_speaker,
    person_as_speaker,
)

_SUBORDINATE = frozenset("اذ حيث عندما بعدما ان حين التي الذي".split())
_TOPICS = frozenset("حول عن بشان ردا اما بسواله بخصوص تعليقا".split())
_ATTRIBUTED = frozenset("نسب نسبت ونسب ونسبت".split())
# A subject stands among the first words of its sentence, behind its verb and titles.
_SUBJECT_REACH = 8
_NEAREST_REACH = 60
_RELAYED = frozenset("نقل نقلت ونقل ونقلت نسب نسبت ونسب ونسبت".split())
_DEFINITE = ("ال", "وال", "لل")
_NISBA = ("ي", "يه")
# The object of these hears: «أبلغ الأمين العام مجلس الأمن أن …».
_TO_SOMEBODY = frozenset("أبلغ أخبر أطلع طمأن سأل".split())
_VERBAL = 14  # tokens in which a verb's subject stands
_AS = frozenset(("كما", "وكما"))
_CITED_REACH = 24
_SENTENCES_BACK = 3
_REMEMBERED = 6


class SpeakerFinder:
    """Finds the speaker of each cue, remembering the last one in the discourse."""

    def __init__(self, passage: Passage, found: Found, cues: list[Cue]) -> None:
        self.passage = passage
        self.words = passage.words
        self.subjects = Subjects(passage, found, cues)
        self.preverbal = Preverbal(self.subjects)
        self.candidates = self.subjects.candidates
        self._cues = cues
        self._firsts = [one.first for one in cues]
        self.last: Speaker | None = None
        self._heard: list[Speaker] = []
        self._genders = Genders()
        self.last_at = -1
        self.read_to = 0  # where what was said last ends

    def find(
        self, cue: Cue, limit: int, *, remembers: bool, is_nested: bool
    ) -> Speaker | None:
        """Return who speaks by a cue whose content begins at token ``limit``."""
        named = self._named(cue, limit)
        if is_nested:
            return None if named and named.why == BY_WORDS else named
        if named is not None:
            self._genders.learn(cue, named)
            if remembers and self._is_heard(cue, named):
                self.take(cue, named)
            return named
        subject = self._cited(cue) if cue.has("quoted") else None
        subject = subject or self._subject_since(cue)
        if (
            subject is None
            and self.last is not None
            and not self._genders.agrees(cue, self.last)
        ):
            subject = self._agreeing(cue)
        if subject is not None:
            self._hear(subject)
        if self.last is None:
            return None
        self.last_at = cue.first
        return self._nearest(self.last, cue.first)

    def _nearest(self, speaker: Speaker, token: int) -> Speaker:
        """Return a speaker as the words before a token named them last."""
        begin = self.passage.sentences.of(token)[0]
        span = speaker.span
        for one in self.candidates.persons(max(0, begin - _NEAREST_REACH), token):
            name = one.finding.canonical if isinstance(one.finding, Person) else ""
            is_later = one.finding.span.start > span.start
            if is_later and name == speaker.name:
                span = one.finding.span
        return speaker._replace(span=span, why=GOES_ON)

    def heard(self, seen: Seen) -> None:
        """Take in who said a quote that no verb led to."""
        quote = seen.finding
        if isinstance(quote, Quote) and quote.speaker and quote.speaker_name:
            why = "spoke before a colon"
            self._hear(Speaker(quote.speaker, quote.speaker_name, quote.party, why))
            self.last_at = seen.first

    def take(self, cue: Cue, speaker: Speaker) -> None:
        """Take whom a cue names as the one who spoke last."""
        self._hear(speaker)
        self.last_at = cue.first

    def _hear(self, speaker: Speaker) -> None:
        self.last = speaker
        self._heard.append(speaker)

    def _named(self, cue: Cue, limit: int) -> Speaker | None:
        if cue.is_participle:
            return None
        if cue.has("source"):
            return document(self.subjects, cue, limit)
        if cue.row["lemma"] == "نقل":
            cited = self._cited_between(cue, limit)
            if cited is not None:
                return cited
        if cue.has("describe"):
            return self._describer(cue, limit)
        if cue.row["lemma"] in _TO_SOMEBODY:
            told = self._subject_behind(cue, limit)
            return told or self.preverbal.subject(cue)
        return after_verb(self.subjects, cue, limit) or self.preverbal.subject(cue)

    def _describer(self, cue: Cue, limit: int) -> Speaker | None:
        """Return who describes: a known speaker, for what is described follows too."""
        before = self.preverbal.subject(cue)
        if before is not None and has_pronoun(self.words, cue):
            return None
        after = self._subject_behind(cue, limit)
        if after is not None and after.why == OFFICE:
            after = self._before_object(after, cue.last, limit)
        return after if self.subjects.is_clause_head(cue.first) else before or after

    def _before_object(self, office: Speaker, first: int, limit: int) -> Speaker:
        """Leave the last word of an office to what is described: «وزير النقل القطار»."""
        last = limit - 1
        is_all = last - first >= 2 and office.span.end > self.passage.place(last)
        if not is_all or self.words[last].endswith(("ي", "يه")):
            return office
        return office._replace(span=self.passage.span(first, last))

    def _is_heard(self, cue: Cue, named: Speaker) -> bool:
        """Say whether a speaker stays in mind: not one whom another cites or urges.

        «كما قال X» cites X while the citer goes on; «تواصل X حث الدول» is no verb, so
        a call counts at its clause's head only.
        """
        begin = self.passage.sentences.of(cue.first)[0]
        is_as = cue.first > begin + 1 and self.words[cue.first - 1] in _AS
        # At the head of a sentence «كما أكد» only means that somebody said more.
        if is_as and self.words[cue.first - 2].isalpha() | (
            self.words[cue.first - 2] in "،,"
        ):
            return False
        if not cue.has("call"):
            return True
        return named.why != BY_WORDS and self.subjects.is_clause_head(cue.first)

    def _cited(self, cue: Cue) -> Speaker | None:
        """Return whom an agency cites: «نقلت الوكالة عن X قوله», «نسبت إلى X قوله»."""
        begin = max(self.passage.sentences.of(cue.first)[0], cue.first - _CITED_REACH)
        before = self.words[begin : cue.first]
        leads = "الي" if _ATTRIBUTED.intersection(before) else "عن"
        for token in range(cue.first - 1, begin, -1):
            if self.words[token] == leads:
                cited = directly_after(self.subjects, token + 1)
                is_relayed = not _RELAYED.isdisjoint(before)
                is_vague = cited is not None and cited.why == BY_WORDS
                return cited if is_relayed or not is_vague else None
        return None

    def _cited_between(self, cue: Cue, limit: int) -> Speaker | None:
        """Return whom a verb of relaying cites: «نقلت الوكالة عن X أن …»."""
        for token in range(cue.last, min(limit, cue.last + _CITED_REACH)):
            if self.words[token] == "عن":
                return directly_after(self.subjects, token + 1)
        return None

    def _subject_since(self, cue: Cue) -> Speaker | None:
        """Return the subject of the narration since the last quote, if there is one.

        A verb without subject goes on with the last speaker unless the outlet has
        meanwhile told of somebody: «وانتقد ترامب الإعلام وقال …».
        """
        begin = self.passage.sentences.of(cue.first)[0]
        verb = self._verb_before(cue, begin) if cue.is_participle else None
        subject = self._subject_behind(verb, cue.first) if verb else None
        if subject is not None:
            return subject
        if self.last is not None and self.words[cue.first - 1] in RELATIVES:
            return self._of_main_clause(cue, begin)
        if self.last is None or self._is_subordinate(cue):
            return self._sentence_subject(cue) or self._earlier_subject(cue, begin)
        if self.last_at >= begin or self._is_topic(begin):
            return None
        if begin < cue.first - 3 or cue.is_participle:
            subject = self._subject_of(begin, cue.first)
            if subject is not None and self._genders.agrees(cue, subject):
                return subject
        person = self._narrated(begin, cue.first) or self._nearest_free(cue, begin)
        if person is not None and self._genders.agrees(cue, person_as_speaker(person)):
            return person_as_speaker(person)
        return self._office_before(cue, begin)

    def _of_main_clause(self, cue: Cue, begin: int) -> Speaker | None:
        """Return who says of a thing what its relative tells, if that is a new one."""
        told = self._subject_of(begin, cue.first) if self.last_at < begin else None
        return told if told is not None and self._genders.agrees(cue, told) else None

    def _subject_behind(self, verb: Cue, end: int) -> Speaker | None:
        """Return the subject of a verb whose object nobody has read."""
        limit = min(end, verb.last + _VERBAL)
        subject = after_verb(self.subjects, verb, limit)
        if subject is not None and subject.why == NAME_BESIDE:
            # What stands beside the office may be the object.
            zone = self.subjects.zone(verb.last, limit)
            subject = self.subjects.in_zone(verb.last, zone)
        if subject is not None and subject.why == OFFICE:
            return self.without_object(verb.last, subject)
        return None if subject and subject.why == BY_WORDS else subject

    def _verb_before(self, cue: Cue, begin: int) -> Cue | None:
        """Return the verb that a participle hangs on, if it has led to no quote."""
        number = bisect_left(self._firsts, cue.first) - 1
        since = max(begin, self.last_at + 1, self.read_to)
        while number >= 0 and self._firsts[number] >= since:
            verb = self._cues[number]
            if not verb.is_participle and self.subjects.is_clause_head(verb.first):
                return verb
            number -= 1
        return None

    def _office_before(self, cue: Cue, begin: int) -> Speaker | None:
        """Return the office that the sentence before told of, where nobody spoke in it."""
        before = self._sentence_before(begin) if begin > 1 else begin
        if cue.has("cont") or before >= begin or self.last_at >= before:
            return None
        subject = self._subject_of(before, begin)
        is_office = subject is not None and subject.why == OFFICE
        return (
            subject
            if subject and is_office and self._genders.agrees(cue, subject)
            else None
        )

    def _is_subordinate(self, cue: Cue) -> bool:
        """Say whether a verb without subject stands in a «إذ» or «حيث» clause."""
        return cue.first > 0 and self.words[cue.first - 1] in _SUBORDINATE

    def _is_topic(self, begin: int) -> bool:
        """Say whether a sentence begins with what a question was about: «وحول …»."""
        if self.words[begin] == "\n" and begin + 1 < len(self.words):
            begin += 1
        word, following = self.words[begin], self.words[begin + 1 : begin + 2]
        if word in ("اما", "واما"):
            return following[:1] in ([], ["عن"], ["حول"], ["في"], ["بشان"], ["بخصوص"])
        is_asked = word in ("في", "وفي") and following in (["ما"], ["رده"])
        return is_asked or word in _TOPICS or word[1:] in _TOPICS

    def _nearest_free(self, cue: Cue, begin: int) -> Seen | None:
        """Return the last person before a participle who may be its subject."""
        for person in reversed(self.candidates.persons(begin, cue.first)):
            if cue.is_participle and self.subjects.is_free(person):
                return person
        return None

    def _narrated(self, begin: int, end: int) -> Seen | None:
        """Return the last subject told of since the last quote, this sentence first."""
        for _ in range(3):
            for person in self.candidates.persons(begin, end):
                is_early = person.first - begin <= _SUBJECT_REACH
                if is_early and self.subjects.is_free(person):
                    return person
            if begin <= 1:
                return None
            end = begin
            begin = self._sentence_before(begin)
            if self.last_at >= begin or end - begin < 3:
                return None
        return None

    def _sentence_before(self, begin: int) -> int:
        """Return where the sentence before one begins, over the line end between."""
        token = begin - 1
        while token > 0 and self.words[token] == "\n":
            token -= 1
        return self.passage.sentences.of(token)[0]

    def _subject_of(self, begin: int, end: int) -> Speaker | None:
        """Return the subject of a sentence: what it begins with, or stands after its verb."""
        while begin < end and (
            not self.words[begin].isalpha() or self.words[begin] in PARTICLES
        ):
            begin += 1
        limit = min(end, begin + _SUBJECT_REACH * 2)
        second = begin + 1
        while second < limit and self.words[second] in NOT_NOUNS:
            second += 1
        for token in (begin, second):
            if token >= end or self.words[token] in PREPOSITIONS:
                return None
            if self._begins_name(token):
                subject = self.subjects.subject_at(token, limit)
                if subject is not None and subject.why == OFFICE:
                    return self.without_object(token, subject)
                return None if subject and subject.why == BY_WORDS else subject
        return None

    def without_object(self, token: int, office: Speaker) -> Speaker:
        """Cut the object off an office: no bare noun goes on after a definite one."""
        first = last = token
        while self.passage.span(first, last + 1).end < office.span.end:
            last += 1
            before = self.words[last - 1]
            is_bare = not self.words[last].startswith(_DEFINITE)
            is_full = before.endswith(_NISBA) or before in OF_OFFICES
            is_apart = is_full and self._is_new_noun(self.words[last])
            if before.startswith(_DEFINITE) and (is_bare or is_apart):
                return office._replace(span=self.passage.span(first, last))
        return office

    def _is_new_noun(self, word: str) -> bool:
        """Say whether a definite word behind «البلجيكي» is no adjective of it too."""
        is_adjective = word.endswith(_NISBA) or word in OF_OFFICES
        return word.startswith("ال") and not is_adjective

    def _begins_name(self, token: int) -> bool:
        """Say whether a person, body or office begins at a token, free of proclitics."""
        noun = self.candidates.noun(token, token + 1)
        if noun is not None and noun.first == token:
            return noun.clitic == 0 or self.words[token][0] in "وف"
        seen = [
            *self.candidates.persons(token, token + 1),
            *self.candidates.parties(token, token + 1),
        ]
        return bool(seen) and self.subjects.is_free(seen[0])

    def _sentence_subject(self, cue: Cue) -> Speaker | None:
        """Before anybody has spoken, the first person or body of the sentence speaks."""
        begin = self.passage.sentences.of(cue.first)[0]
        subject = self._subject_of(begin, cue.first)
        if subject is not None and self._genders.agrees(cue, subject):
            return subject
        for person in self.candidates.persons(begin, cue.first):
            if self.subjects.is_free(person) and self._genders.agrees(
                cue, person_as_speaker(person)
            ):
                return person_as_speaker(person)
        for party in self.candidates.parties(begin, cue.first):
            if self.subjects.is_free(party):
                return party_as_speaker(party)
        return None

    def _earlier_subject(self, cue: Cue, begin: int) -> Speaker | None:
        """Return whom the sentences before told of, where nobody spoke yet."""
        end = begin
        for _ in range(_SENTENCES_BACK):
            if end <= 1:
                break
            first = self._sentence_before(end)
            subject = self._subject_of(first, end)
            if subject is not None and self._genders.agrees(cue, subject):
                return subject
            end = first
        persons = self.candidates.persons(max(0, begin - _NEAREST_REACH), begin)
        return person_as_speaker(persons[-1]) if persons else None

    def _agreeing(self, cue: Cue) -> Speaker | None:
        """Return who agrees with a verb where the last speaker does not."""
        begin = self.passage.sentences.of(cue.first)[0]
        for person in reversed(self.candidates.persons(begin, cue.first)):
            other = person_as_speaker(person)
            if self.subjects.is_free(person) and self._genders.agrees(cue, other):
                return other
        told = self._earlier_subject(cue, begin) if self.last_at < begin else None
        if told is not None and self._genders.agrees(cue, told):
            return told
        for speaker in reversed(self._heard[-_REMEMBERED:]):
            if self._genders.agrees(cue, speaker):
                return speaker
        return None
