"""Who is named behind an Arabic verb, or as a source without one: «وفق X», «جاء في X»."""

from marsad.reading.quotations.arabic_cues import Cue
from marsad.reading.quotations.arabic_phrases import (
    BREAKERS,
    DOCUMENTS,
    IN_IT,
    LONGEST_COMPLEMENT,
    NO_SOURCES,
    OPENERS,
    SET_OFF,
    WHAT,
    WITHIN,
)
from marsad.reading.quotations.arabic_subjects import Subjects
from marsad.reading.quotations.speakers import (
    Speaker,
    noun_as_speaker,
    party_as_speaker,
    person_as_speaker,
)

_LONGEST_SOURCE = 7


def after_verb(subjects: Subjects, cue: Cue, limit: int) -> Speaker | None:
    """Return the subject that stands between a verb and what is said."""
    first = subjects.behind(cue.last, limit)
    if first < limit and subjects.words[first] in OPENERS:
        return directly_after(subjects, first)
    return subjects.subject_at(first, limit) if first < limit else None


def document(subjects: Subjects, cue: Cue, limit: int) -> Speaker | None:
    """Return the document in which something stands: «وجاء في البيان أن»."""
    after = subjects.candidates.noun(cue.last, min(limit, cue.last + 1))
    if after:
        return subjects.in_zone(cue.last, subjects.zone(cue.last, limit))
    zone = subjects.zone(cue.last, limit)
    if 0 < zone - cue.last <= _LONGEST_SOURCE and subjects.is_noun(cue.last):
        return subjects.in_zone(cue.last, zone) or subjects.by_words(cue.last, zone)
    first = subjects.passage.sentences.of(cue.first)[0]
    for token in range(cue.first - 1, max(first, cue.first - 12) - 1, -1):
        noun = subjects.candidates.noun(token, token + 1)
        if noun and noun.row["label"] in DOCUMENTS:
            return noun_as_speaker(subjects.passage, noun, noun.last, None)
    return None


def directly_after(subjects: Subjects, token: int) -> Speaker | None:
    """Return the speaker named right after a phrase such as «بحسب»."""
    token = source_start(subjects, token)
    if token >= len(subjects.words):
        return None
    zone = source_end(subjects, token)
    persons = subjects.candidates.persons(token, zone)
    if persons and (persons[0].first <= token + 1 or subjects.is_free(persons[0])):
        return person_as_speaker(persons[0])
    parties = subjects.candidates.parties(token, zone)
    noun = subjects.candidates.noun(token, min(zone, token + 1))
    if noun:
        limit = _set_off_at(subjects, token)
        named = subjects.subject_at(token, limit) if limit > zone else None
        party = parties[0] if parties else None
        if named is None and party and party.first == token:
            return party_as_speaker(party)
        return named or noun_as_speaker(
            subjects.passage, noun, zone, parties[0] if parties else None
        )
    if parties and parties[0].first <= token + 1:
        return party_as_speaker(parties[0])
    return _set_off(subjects, token, zone)


def _set_off_at(subjects: Subjects, token: int) -> int:
    """Return the comma or stop that ends a phrase."""
    limit = min(len(subjects.words), token + LONGEST_COMPLEMENT)
    while token < limit and subjects.words[token] not in SET_OFF:
        token += 1
    return token


def _set_off(subjects: Subjects, token: int, zone: int) -> Speaker | None:
    """Take a short phrase that a comma or a stop sets off as an unknown source."""
    following = subjects.words[zone] if zone < len(subjects.words) else "\n"
    is_set_off = following in SET_OFF or zone in subjects.cue_tokens
    is_short = 0 < zone - token <= _LONGEST_SOURCE
    is_source = subjects.is_noun(token) and subjects.words[token] not in NO_SOURCES
    is_plain = all(map(str.isalpha, subjects.words[token:zone]))
    if is_set_off and is_short and is_source and is_plain:
        return subjects.by_words(token, zone)
    return None


def source_end(subjects: Subjects, token: int) -> int:
    """Return the end of the phrase that names a source from a token on.

    A place or a body behind a preposition belongs to it («مركز دراسات في …») where
    a comma or a stop closes the phrase.
    """
    limit = min(len(subjects.words), token + LONGEST_COMPLEMENT)
    zone = subjects.zone(token, limit)
    if zone >= limit or subjects.words[zone] not in WITHIN:
        return zone
    for end in range(zone + 1, limit):
        if subjects.words[end] in SET_OFF:
            return end
        if subjects.words[end] in BREAKERS or end in subjects.cue_tokens:
            return zone
    return zone


def source_start(subjects: Subjects, token: int) -> int:
    """Return where a source's name begins: behind a mark, or behind «ما أعلنه»."""
    if token < len(subjects.words) and subjects.words[token] in OPENERS:
        token += 1
    if token < len(subjects.words) and subjects.words[token] in WHAT:
        token += 2
        while token < len(subjects.words) and subjects.words[token] in IN_IT:
            token += 1
    return token
