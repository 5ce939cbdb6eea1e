"""Who a clause binds or speaks for: the party of its subject.

A subject without a known name is told in its own words; a verb without a subject has
the one who spoke, or was named, before.
"""

from marsad.reading.deeds.actors import (
    NOBODY,
    Actor,
    actor_before,
    actor_in,
    author,
    body_meant,
    home,
    is_known,
    speaker_at,
)
from marsad.reading.deeds.clauses import AUXILIARIES, Clause
from marsad.reading.findings import Party, Person
from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.reading.wordsets import wordset


def bearer(passage: Passage, found: Found, hit: Hit, clause: Clause) -> Actor:
    """Return who calls or binds itself: the subject's party, or who spoke before."""
    if hit.row.get("shape") == "hanging":
        return actor_before(passage, found, hit.first)
    if is_first_person(passage, hit):
        speaker = speaker_at(passage, found, hit.first)
        if is_known(found, speaker):
            return speaker
        return author(found)
    if passage.language != "ar" or clause.first < hit.first:
        named = actor_in(passage, found, clause.first, hit.first)
    else:
        named = _subject_behind(passage, found, hit, clause.told)
    if named.party in _ADDRESSED:
        named = NOBODY
    if named.party or named.person:
        return named
    return _unnamed(passage, found, hit, clause)


def _unnamed(passage: Passage, found: Found, hit: Hit, clause: Clause) -> Actor:
    """Return who a subject without a known name means, else who spoke before."""
    if _is_official(passage, hit, clause):
        return home(passage, found)
    known = _seat_or_body(passage, found, clause, hit)
    if known.party:
        return known
    phrase = _subject_words(passage, found, clause, hit)
    return Actor(phrase) if phrase else actor_before(passage, found, clause.first)


def _seat_or_body(passage: Passage, found: Found, clause: Clause, hit: Hit) -> Actor:
    """Return the state whose capital is the subject, or the body «the agency» means."""
    first, last = clause.first, hit.first
    if passage.language == "ar" and first == last:
        first, last = hit.last, hit.last + 1
    for seat in hits_from(passage.hits("seat"), first, min(last, first + 2)):
        # Brussels as an actor is the Union, not Belgium.
        code = seat.row["iso"]
        return Actor("European Union" if code == "BE" else code)
    return body_meant(passage, found, first, min(last, first + _NEAR))


_OFFICIALS = wordset("officials")


def _is_official(passage: Passage, hit: Hit, clause: Clause) -> bool:
    """Say whether a subject is a minister or government of a state not named."""
    if passage.language == "ar" and clause.first == hit.first:
        subject = passage.words[hit.last : hit.last + 1]
    else:
        subject = passage.words[clause.first : min(hit.first, clause.first + 4)]
    return not _OFFICIALS.isdisjoint(subject)


# It is asked to act, it asks nobody.
_ADDRESSED = frozenset(["international community", "countries of origin", "donors"])


_PRONOUNS = wordset("nobody_named")


_DETERMINERS = wordset("determiners")


# A name of more words is a clause.
_NAME = 6


def _subject_words(
    passage: Passage, found: Found, clause: Clause, hit: Hit
) -> str | None:
    """Return an English or French subject as it is written, when nobody knows it."""
    words = passage.words
    first, last = clause.first, hit.first
    while first < last and words[first] in _DETERMINERS:
        first += 1
    end = first
    days = {one.first for one in within(found.dates, first, last)}
    while end < last and words[end] not in _NAME_ENDS and end not in days:
        end += 1
    if not 0 < end - first <= _NAME or not _PRONOUNS.isdisjoint(words[first:end]):
        return None
    if passage.language == "ar" or not words[first].isalpha():
        return None
    return passage.span(first, end).quote


_NAME_ENDS = AUXILIARIES | wordset("name_ends")


# Arabic verbs that never go without the one who is asked.
_TRANSITIVE = ("حث", "حض", "ناشد", "نحث", "يحث", "تحث")


_NEAR = 3


# States that are masculine in Arabic; the others, and what ends in ة or ا, are not.
_MASCULINE = frozenset(["IQ", "LB", "JO", "MA", "SD", "YE", "SO", "VA"])


_FEMININE_ENDS = ("ه", "ا", "اء", "الامم", "الدول")


def _subject_behind(passage: Passage, found: Found, hit: Hit, told: int) -> Actor:
    """Return who is named behind an Arabic verb as its subject, not its object.

    With «مع» or «من» it is the other side; behind a comma it is no subject any more,
    unless it is the name of the title before it.
    """
    words = passage.words
    start = hit.last
    if words[start - 1] in _OTHER_SIDE or words[min(start, len(words) - 1)] in _WITH:
        return NOBODY
    end = told
    if told <= start:
        end = min(len(words), start + _NEAR) if "*" in hit.row["takes"] else start
    if _is_object(passage, found, hit, told):
        return NOBODY
    comma = next((i for i in range(start, end) if words[i] == "،"), end)
    named = actor_in(passage, found, start, comma)
    if named.party or named.person or comma == end:
        return named
    for one in within(found.persons, comma, comma + _NEAR):
        if isinstance(one.finding, Person):
            return Actor(one.finding.party, one.finding.canonical)
    return NOBODY


_OTHER_SIDE = frozenset(["من", "الي"])


_WITH = frozenset(["مع", "معه", "معها", "معهم"])


def _is_object(passage: Passage, found: Found, hit: Hit, told: int) -> bool:
    """Say whether the one name behind a verb is whom it asks: it disagrees, or must."""
    first = hit.last
    parties = within(found.parties, first, told)
    names = [*parties, *within(found.persons, first, told)]
    if len(names) != 1 or names[0].first > first + 1 or names[0].last < told:
        return False
    verb = passage.words[hit.first][hit.clitic :]
    if verb.startswith(_TRANSITIVE):
        return True
    return bool(parties) and _is_masculine(verb) and _is_feminine(passage, parties[0])


def _is_masculine(verb: str) -> bool:
    if verb.startswith("ي"):
        return not verb.endswith(("ون", "ان"))
    return verb == "تعهد" or not (
        verb.startswith("ت") or verb.endswith(("ت", "وا", "ين", "تا"))
    )


def _is_feminine(passage: Passage, seen: Seen) -> bool:
    party = seen.finding
    if isinstance(party, Party) and party.type == "state":
        return party.canonical not in _MASCULINE
    return passage.words[seen.first].endswith(_FEMININE_ENDS)


FIRST_PERSONS = frozenset(["we", "i", "nous", "je", "us", "let"])


_I_CALL = wordset("i_call")


_NOT_WE = ("ناشد", "نادي", "نادت", "نادوا")


def is_first_person(passage: Passage, hit: Hit) -> bool:
    """Say whether a verb stands in the first person."""
    word = passage.words[hit.first]
    if passage.language != "ar":
        before = passage.words[max(0, hit.first - 3) : hit.first]
        return not FIRST_PERSONS.isdisjoint(before) or word.endswith("ons")
    word = word[hit.clitic :]
    if word in _I_CALL or (word.endswith("نا") and len(word) > 3):
        return True
    return word.startswith("ن") and not word.startswith(_NOT_WE)
