"""Who is named before an Arabic verb: as its subject, or as what its relative takes up."""

from marsad.reading.quotations.arabic_cues import THAT_PRONOUN, Cue
from marsad.reading.quotations.arabic_phrases import (
    BY_WORDS,
    CLAUSE_HEADS,
    PREPOSITIONS,
    QUANTIFIERS,
    RELATIVES,
)
from marsad.reading.quotations.arabic_relatives import is_of_another
from marsad.reading.quotations.arabic_subjects import Subjects
from marsad.reading.quotations.speakers import (
    Speaker,
    noun_as_speaker,
    party_as_speaker,
    person_as_speaker,
)

_BEFORE_VERB = frozenset("قد كان كانت ايضا وقد لقد كانوا لم لا لن".split())
_COMMAS = frozenset("،,")
_HEADS = CLAUSE_HEADS | frozenset("•●▪■◦‣◄►▶◀*|")
# Words before the subject that are no part of it.
PARTICLES = frozenset(
    "لا لم لن قد لقد وقد وكان وكانت كان كانت سوف ليس ولم ولا غير اما لكن ولكن ان فان بل اذ واما وان الا كما بينما فيما".split()
)
# Words with which a time, a place or an occasion stands before a verb.
ADJUNCTS = frozenset(
    """ردا تعليقا وتعليقا خلال وخلال بعد وبعد قبل وقبل لدي ولدي عند وعند عندما وعندما حين وحين اثناء
    واثناء عقب وعقب امس اليوم ومساء مساء صباح وصباح ثم بدوره وبدوره بدورها وبدورها رغم ورغم لذلك
    ولذلك هكذا وهكذا هنا وهنا هناك وهناك حيث مشيرا مضيفا وبحسب وفق ووفق بحسب حسب وحسب""".split()
)
# «لكنه أضاف»: the subject is a pronoun.
_PRONOUNS = frozenset(
    "لكنه لكنها لكنهم ولكنه ولكنها ولكنهم انه انها بانه بانها وهو وهي".split()
)
_BUT = frozenset("لكن ولكن بينما وبينما فيما وفيما".split())
_PLACED = frozenset(("في", "لدي", "من"))
_LOOK_BACK = 16
_LONGEST_ASIDE = 20
_LONGEST_BODY = 12
_LONGEST_GROUP = 8
_LONGEST_HEADLINE_NAME = 3
_PRESENT = frozenset("يتن")


class Preverbal:
    """Finds the subjects that stand before the verbs of one passage."""

    __slots__ = ("_marks", "candidates", "passage", "subjects", "words")

    def __init__(self, subjects: Subjects) -> None:
        self.subjects = subjects
        self.passage = subjects.passage
        self.words = subjects.words
        self.candidates = subjects.candidates
        self._marks = {m.last: m for m in self.passage.marks.marked if m.is_closed}

    def subject(self, cue: Cue) -> Speaker | None:
        """Return the subject that stands before a verb, or before its «الذي»."""
        end = cue.first
        while end > 0 and self.words[end - 1] in _BEFORE_VERB:
            end -= 1
        if cue.clitic or end == 0:
            return None
        if self.words[end - 1] in _PRONOUNS:
            return None
        if self.words[end - 1] in RELATIVES:
            return None if self._is_object(cue, end - 1) else self._antecedent(end - 1)
        if self.words[end - 1] in _COMMAS:
            return self._before_aside(end - 1)
        first = self._clause_head(end)
        if end <= first:
            return None
        known = self._ending_at(first, end) or self._in_headline(cue, first, end)
        return known or self._behind_but(first, end)

    def _behind_but(self, first: int, end: int) -> Speaker | None:
        """Take an unknown name between «لكن» and a verb: «لكن الدويك اعتبر أن»."""
        size = end - first
        before = self.words[max(0, first - 2) : first]
        is_led = before[-1:] != [] and (
            before[-1] in _BUT or before in (["غير", "ان"], ["الا", "ان"])
        )
        if not is_led or not 0 < size <= _LONGEST_HEADLINE_NAME:
            return None
        is_plain = self.words[first].startswith("ال") and all(
            word.isalpha() for word in self.words[first:end]
        )
        is_free = self.subjects.cue_tokens.isdisjoint(range(first, end))
        return self.subjects.by_words(first, end) if is_plain and is_free else None

    def _ending_at(self, first: int, end: int) -> Speaker | None:
        """Return whom the words between a clause's head and its verb name."""
        persons = self.candidates.persons(first, end)
        if persons and persons[-1].last >= end - 1:
            return person_as_speaker(persons[-1])
        head = self.words[first : first + 2]
        if PREPOSITIONS.intersection(head) and QUANTIFIERS.isdisjoint(head):
            return None
        return self._marked(end) or self._phrase(first, end)

    def _is_object(self, cue: Cue, relative: int) -> bool:
        """Say whether a relative takes up what is spoken of: «الملف الذي قال إنه …».

        What speaks agrees with its verb; behind «إنه» only somebody speaks of himself.
        """
        if is_of_another(self.words[relative], cue):
            return True
        following = self.words[cue.last : cue.last + 1]
        if not following or following[0] not in THAT_PRONOUN:
            return False
        antecedent = self._antecedent(relative)
        return antecedent is None or antecedent.why == BY_WORDS

    def _antecedent(self, end: int) -> Speaker | None:
        """Return whom «الذي» takes up: the person or body before it, or its noun."""
        while end > 0 and self.words[end - 1] in _COMMAS:
            end -= 1
        first = self._clause_head(end)
        persons = self.candidates.persons(first, end)
        if persons and persons[-1].last >= end - 1:
            return person_as_speaker(persons[-1])
        if end - 2 > first and self.words[end - 2] in _PLACED:
            head = self.candidates.noun(first, first + 1)
            if head and head.first == first:
                return noun_as_speaker(self.passage, head, end, None)
        noun = self.candidates.noun(max(first, end - 2), end)
        if noun:
            return noun_as_speaker(self.passage, noun, end, None)
        parties = self.candidates.parties(first, end)
        if parties and parties[-1].last >= end - 1:
            return party_as_speaker(parties[-1])
        return self.subjects.by_words(end - 1, end) if end > first else None

    def _before_aside(self, comma: int) -> Speaker | None:
        """Return the subject that an aside parts from its verb: «X، …، قال»."""
        begin = self.passage.sentences.of(comma)[0]
        lowest = max(begin, comma - _LONGEST_ASIDE)
        end = comma
        for token in range(comma - 1, lowest, -1):
            if self.words[token] in _COMMAS:
                end = token
                break
        first = self._clause_head(end)
        if first >= end or self.words[first] in ADJUNCTS | PREPOSITIONS:
            return None
        if end < comma and self.words[end + 1] in ADJUNCTS | PREPOSITIONS | RELATIVES:
            return self._at_head(first, end)
        return self._at_head(first, end) if end == comma else None

    def _at_head(self, first: int, end: int) -> Speaker | None:
        """Return whom a phrase names that holds nothing but a subject."""
        persons = self.candidates.persons(first, end)
        if persons and persons[0].last == end and self.subjects.is_free(persons[0]):
            is_plain = not self.subjects.cue_tokens.intersection(range(first, end))
            return person_as_speaker(persons[0]) if is_plain else None
        if PREPOSITIONS.intersection(self.words[first : first + 2]):
            return None
        return self._phrase(first, end)

    def _marked(self, end: int) -> Speaker | None:
        """Return the body whose name stands in marks right before a verb."""
        mark = self._marks.get(end - 1)
        if mark is None or mark.last - mark.first > _LONGEST_HEADLINE_NAME + 1:
            return None
        parties = self.candidates.parties(mark.first - 1, mark.last)
        if parties:
            return party_as_speaker(parties[0])
        return self.subjects.by_words(mark.first, mark.last)

    def _phrase(self, first: int, end: int) -> Speaker | None:
        """Take the office or body at the head of the clause before a verb."""
        while first < end and self.words[first] in PARTICLES:
            first += 1
        noun = self.candidates.noun(first, min(end, first + 3))
        parties = self.candidates.parties(first, end)
        party = parties[0] if parties else None
        if noun and noun.first <= first + 1:
            return noun_as_speaker(self.passage, noun, end, party)
        if self.words[first : first + 1] and self.words[first] in QUANTIFIERS:
            is_short = end - first <= _LONGEST_GROUP
            return self.subjects.by_words(first, end) if is_short else None
        if party and party.first <= first + 1 and end - first <= _LONGEST_BODY:
            return party_as_speaker(party)
        return None

    def _in_headline(self, cue: Cue, first: int, end: int) -> Speaker | None:
        """Take the few words that open a line before a present verb: a headline's subject."""
        opens = first == 0 or self.words[first - 1] in _HEADS - _COMMAS
        is_verb = self.words[cue.first][0] in _PRESENT and not cue.has("strict")
        if not opens or not is_verb or end - first > _LONGEST_HEADLINE_NAME:
            return None
        is_plain = all(word.isalpha() for word in self.words[first:end])
        is_plain &= self.subjects.cue_tokens.isdisjoint(range(first, end))
        is_name = is_plain and self.words[first] not in ADJUNCTS | PREPOSITIONS
        return self.subjects.by_words(first, end) if is_name else None

    def _clause_head(self, end: int) -> int:
        first = end
        while first > 0 and end - first < _LOOK_BACK:
            if self.words[first - 1] in _HEADS:
                break
            first -= 1
        return first
