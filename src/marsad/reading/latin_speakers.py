"""Who speaks in English and French: the subject before the verb, after it, a pronoun."""

from marsad.reading.findings import Party
from marsad.reading.latin_cues import Cue
from marsad.reading.passage import Found, Passage, Seen
from marsad.reading.speakers import (
    Candidates,
    Speaker,
    noun_as_speaker,
    party_as_speaker,
    person_as_speaker,
)

_SIGNS = frozenset('. ; : , ( ) ! ? « » “ ” " – — [ ]'.split()) | {"\n"}
_HEADS = {
    "en": frozenset(
        """that but while as when where after before because although though if and or
        which what how why since whether with""".split()
    ),
    "fr": frozenset(
        "que qu mais et ou tandis alors quand lorsque comme dont car si".split()
    ),
}
_RELATIVES = {"en": frozenset(("who", "which")), "fr": frozenset(("qui",))}
_PRONOUNS = {
    "en": frozenset("he she they it i we".split()),
    "fr": frozenset("il elle ils elles on je nous celui celle".split()),
}
_AFTER_BREAKERS = {
    "en": frozenset(
        """in on at to that during after before when while as from with by for of about
        monday tuesday wednesday thursday friday saturday sunday today yesterday but and
        who which whose following this last earlier""".split()
    ),
    "fr": frozenset(
        """dans lors a au aux pour en sur avec qui que qu lundi mardi mercredi jeudi
        vendredi samedi dimanche hier mais et depuis apres avant devant par ce cette
        aupres""".split()
    ),
}
_DETERMINERS = frozenset(
    "the a an le la les l un une des du de d some this ces".split()
)
_OBLIQUE = frozenset("with to of by for about avec a au de d du par pour sur".split())
_LOOK_BACK = 40
_LONGEST_SUBJECT = 12


class SpeakerFinder:
    """Finds the speaker of each cue, remembering the last one in the discourse."""

    def __init__(self, passage: Passage, found: Found) -> None:
        self.passage = passage
        self.words = passage.words
        self.language = passage.language
        self.candidates = Candidates(passage, found)
        self.last: Speaker | None = None
        self.last_at = -1

    def before(self, cue: Cue) -> Speaker | None:
        """Return the subject that stands before a verb, or whom its pronoun means."""
        if cue.is_inverted:
            return self._meant(cue.first)
        if cue.is_participle:
            return self._of_participle(cue)
        end = cue.first
        if end > 0 and self.words[end - 1] in _RELATIVES[self.language]:
            end -= 1
        first = self._clause_head(end)
        if first == end:
            return self._across_comma(end)
        return self._in_zone(first, end) or self._sentence_subject(cue.first)

    def after(self, cue: Cue) -> Speaker | None:
        """Return the subject that stands after a verb: «a dit X», "said X"."""
        if cue.is_inverted:
            return self._meant(cue.first)
        return self.named_after(cue.last)

    def named_after(self, token: int) -> Speaker | None:
        """Return the speaker named right after a token, with a title or without."""
        zone = self._zone_after(token)
        if zone == token:
            return None
        persons = self.candidates.persons(token, zone)
        if persons:
            return person_as_speaker(persons[0])
        follows = self.words[zone : zone + 1]
        if follows == [","]:
            # "said the minister, Bo Li": the name stands after the comma.
            persons = self.candidates.persons(zone + 1, zone + 2)
            if persons and self.words[token] in _DETERMINERS:
                return person_as_speaker(persons[0])
        return self._noun_phrase(token, zone)

    def source(self, token: int) -> tuple[Speaker | None, int]:
        """Return the source named after "according to", and the token after it."""
        zone = token
        limit = min(len(self.words), token + 16)
        while zone < limit and self.words[zone] not in _SIGNS:
            zone += 1
        persons = self.candidates.persons(token, zone)
        parties = self.candidates.parties(token, zone)
        if persons:
            return person_as_speaker(persons[0]), zone
        if parties or self.candidates.noun(token, zone):
            return self._noun_phrase(token, zone), zone
        return None, zone

    def remember(self, speaker: Speaker) -> None:
        """Keep a speaker in mind for the pronouns and marks that follow."""
        self.last = speaker

    def _zone_after(self, token: int) -> int:
        zone = token
        limit = min(len(self.words), token + _LONGEST_SUBJECT)
        breakers = _AFTER_BREAKERS[self.language]
        while zone < limit:
            if self.words[zone] in _SIGNS and not self._is_initial(zone):
                break
            if self.words[zone] in breakers and not self._is_inside_name(zone):
                break
            zone += 1
        return zone

    def _is_inside_name(self, token: int) -> bool:
        seen = self.candidates.parties(token - 6, token) + self.candidates.persons(
            token - 6, token
        )
        return any(one.last > token for one in seen) or (
            self.words[token] in ("of", "de", "for", "pour")
        )

    def _clause_head(self, end: int) -> int:
        first = end
        heads = _HEADS[self.language]
        while first > 0 and end - first < _LOOK_BACK:
            word = self.words[first - 1]
            if word in _SIGNS and not self._is_initial(first - 1):
                break
            if word in heads and not self._is_inside_name(first - 1):
                break
            first -= 1
        return first

    def _is_initial(self, token: int) -> bool:
        """Say whether a full stop follows an initial or abbreviation: "J. Allen"."""
        return (
            self.words[token] == "." and self.passage.sentences.of(token)[1] > token + 1
        )

    def _in_zone(self, first: int, end: int) -> Speaker | None:
        if self.words[end - 1] in _PRONOUNS[self.language] or (
            self.words[first] in _PRONOUNS[self.language] and end - first <= 3
        ):
            return self._meant(first)
        persons = [
            p for p in self.candidates.persons(first, end) if self._is_subject(p)
        ]
        if persons and (persons[-1].last >= end - 1 or persons[-1].first <= first + 2):
            return person_as_speaker(persons[-1])
        named = self._named_before_comma(first)
        return named or self._noun_phrase(first, end)

    def _named_before_comma(self, first: int) -> Speaker | None:
        """ "X, the president of Y said": a name stands right before the phrase."""
        if first < 2 or self.words[first - 1] != ",":
            return None
        persons = self.candidates.persons(max(0, first - 8), first - 1)
        if persons and persons[-1].last == first - 1:
            return person_as_speaker(persons[-1])
        return None

    def _of_participle(self, cue: Cue) -> Speaker | None:
        """A participle keeps the subject of its sentence, who may not have spoken yet."""
        begin = self.passage.sentences.of(cue.first)[0]
        if self.last is not None and self._spoke_since(begin):
            return self.last
        return self._sentence_subject(cue.first) or self.last

    def _spoke_since(self, token: int) -> bool:
        """Say whether the last quote began after a token."""
        return self.last_at >= token

    def _is_subject(self, person: Seen) -> bool:
        """A person who owns or is only named beside the subject does not speak."""
        following = self.words[person.last : person.last + 2]
        before = self.words[person.first - 1] if person.first else ""
        return following[:2] != ["'", "s"] and before not in _OBLIQUE

    def _noun_phrase(self, first: int, end: int) -> Speaker | None:
        """Take the office, body or bare noun phrase of a stretch as the speaker."""
        while first < end and self.words[first] in _DETERMINERS | {"'"}:
            first += 1
        if first >= end:
            return None
        parties = self.candidates.parties(first, end)
        noun = self.candidates.noun(first, end)
        if (
            parties
            and parties[0].first == first
            and not (noun and noun.first >= parties[0].last and noun.first < first + 4)
        ):
            return party_as_speaker(parties[0])
        if noun:
            party = parties[0] if parties else None
            speaker = noun_as_speaker(self.passage, noun, end, party)
            return speaker._replace(span=self.passage.span(first, end))
        if parties and isinstance(parties[0].finding, Party):
            return party_as_speaker(parties[0])
        return self._bare(first, end)

    def _bare(self, first: int, end: int) -> Speaker | None:
        if end - first > 8 or not self.words[first].isalpha():
            return None
        span = self.passage.span(first, end)
        return Speaker(span, span.quote, None, "named by the subject's words")

    def _across_comma(self, end: int) -> Speaker | None:
        """ "X, who leads Y, said": the subject stands at the sentence's beginning."""
        begin = self.passage.sentences.of(max(0, end - 1))[0]
        if end - 1 <= begin or self.words[end - 1] not in (",", ")"):
            return self.last
        persons = [
            p for p in self.candidates.persons(begin, end) if self._is_subject(p)
        ]
        if persons and persons[-1].last == end - 1:
            return person_as_speaker(persons[-1])
        if persons and persons[0].first - begin <= 14:
            return person_as_speaker(persons[0])
        head = begin
        while head < end and self.words[head] not in _SIGNS:
            head += 1
        return self._noun_phrase(begin, head) if head > begin else self.last

    def _meant(self, token: int) -> Speaker | None:
        """Return whom a pronoun means: the last subject, or whoever spoke after it."""
        focus = self._focus(token)
        if focus is not None and focus[0] > self.last_at:
            return focus[1]._replace(why="a pronoun for the subject before it")
        if self.last is not None:
            return self.last._replace(why="a pronoun for the last speaker")
        return self._nearest(token)

    def _focus(self, token: int) -> tuple[int, Speaker] | None:
        """Return the subject of this sentence or of one of the three before it."""
        sentences = self.passage.sentences
        begin, end = sentences.of(token)[0], token
        for _ in range(4):
            subject = self._subject_at(begin, end)
            if subject is not None:
                return subject
            if begin == 0:
                return None
            end = begin
            begin = sentences.of(begin - 1)[0]
        return None

    def _subject_at(self, begin: int, end: int) -> tuple[int, Speaker] | None:
        """Return a person or body that stands as the first phrase of a sentence."""
        persons = [
            p for p in self.candidates.persons(begin, end) if self._is_subject(p)
        ]
        if (
            persons
            and persons[0].first - begin <= 10
            and self._is_free(begin, persons[0])
        ):
            return persons[0].first, person_as_speaker(persons[0])
        parties = self.candidates.parties(begin, end)
        if parties and parties[0].first - begin <= 2:
            return parties[0].first, party_as_speaker(parties[0])
        return None

    def _is_free(self, begin: int, person: Seen) -> bool:
        """Say whether no preposition ties a person to an earlier word of the sentence."""
        return not _OBLIQUE.intersection(
            self.words[max(begin, person.first - 2) : person.first]
        )

    def _nearest(self, token: int) -> Speaker | None:
        persons = self.candidates.persons(max(0, token - 120), token)
        if persons:
            return person_as_speaker(persons[-1])._replace(
                why="the nearest naming before"
            )
        parties = self.candidates.parties(max(0, token - 60), token)
        return party_as_speaker(parties[-1]) if parties else None

    def _sentence_subject(self, token: int) -> Speaker | None:
        begin = self.passage.sentences.of(token)[0]
        persons = [
            p for p in self.candidates.persons(begin, token) if self._is_subject(p)
        ]
        if persons:
            return person_as_speaker(persons[0])
        parties = self.candidates.parties(begin, token)
        return party_as_speaker(parties[0]) if parties else self.last

    def exactly(self, first: int, last: int) -> Speaker | None:
        """Return the speaker whom tokens first to last name and nothing else."""
        persons = self.candidates.persons(first, last)
        if persons and persons[-1].last == last:
            return person_as_speaker(persons[-1])
        parties = self.candidates.parties(first, last)
        if parties and parties[0].last == last and parties[0].first <= first + 1:
            party = parties[0].finding
            if isinstance(party, Party) and party.type != "state":
                return party_as_speaker(parties[0])
            return None
        noun = self.candidates.noun(first, last)
        if noun and noun.last == last and last - first <= 4:
            return noun_as_speaker(self.passage, noun, last, None)
        return None
