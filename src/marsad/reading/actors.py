"""Who a clause binds or speaks for: the party of its subject, or of its speaker."""

from bisect import bisect_right
from collections import Counter
from functools import cache
from typing import NamedTuple

from marsad.reading.clauses import AUXILIARIES, Clause, hits_from
from marsad.reading.findings import Party, Person, Quote
from marsad.reading.lexicon import Hit, rows
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.reading.wordsets import wordset
from marsad.text.normalise import fold

# A title is shorter than this, so that a party in it belongs to the name after it.
_TITLE = 12
# How far back the one who speaks may have been named.
_BACK = 160
# Names looked through for what a text is about: a long report, no more.
_MOST = 400
COALITION = "Global Coalition"
# A prime minister or a council of ministers is no gathering.
_CHAIRS = ("رئيس", "مجلس")


class Actor(NamedTuple):
    """A state or body that acts, and the person through whom it does."""

    party: str | None
    person: str | None = None


NOBODY = Actor(None)


def actor_in(passage: Passage, found: Found, first: int, last: int) -> Actor:
    """Return the first party named in a stretch, through a person or by itself."""
    person = _first_person(found, first, last)
    named = [
        one
        for one in (
            _first_party(passage, found, first, last),
            _first_nation(passage, first, last),
            _gathering(passage, found, first, last),
        )
        if one is not None
    ]
    body = min(named, default=None)
    if person is None:
        return Actor(body[1]) if body else NOBODY
    token, finding = person
    if body is None or 0 <= token - body[0] <= _TITLE or token < body[0]:
        party = finding.party or _party_of(found, finding.canonical)
        if party is None and body and body[0] < token:
            party = body[1]
        return Actor(bound_state(party) if party else None, finding.canonical)
    return Actor(body[1])


def _party_of(found: Found, person: str) -> str | None:
    """Return the party that another mention of a person tells."""
    for one in found.persons[:_MOST]:
        finding = one.finding
        if (
            isinstance(finding, Person)
            and finding.party
            and finding.canonical == person
        ):
            return finding.party
    return None


def _first_person(found: Found, first: int, last: int) -> tuple[int, Person] | None:
    for one in within(found.persons, first, last):
        if isinstance(one.finding, Person):
            return one.first, one.finding
    return None


def _first_party(
    passage: Passage, found: Found, first: int, last: int
) -> tuple[int, str] | None:
    for one in within(found.parties, first, last):
        if isinstance(one.finding, Party):
            return one.first, _bound(passage, one, one.finding)
    return None


def _bound(passage: Passage, seen: Seen, party: Party) -> str:
    """Return the state for which a ministry acts, or the party itself."""
    if party.type != "office" or _OUTWARD.isdisjoint(fold(party.canonical).split()):
        return party.canonical
    for hit in hits_from(passage.hits("nationality"), seen.first, seen.last):
        return hit.row["iso"]
    return bound_state(party.canonical)


# Ministries and governments that speak for their state; others speak for themselves.
_OUTWARD = wordset("outward")


@cache
def bound_state(body: str) -> str:
    """Return the state that a government body binds, or the body itself."""
    words = body.split()
    if words[:1] == ["UK"] or words[:1] == ["US"]:
        return {"UK": "GB", "US": "US"}[words[0]]
    if _GOVERNMENT.isdisjoint(fold(body).split()):
        return body
    return next((code for word in words if (code := _state_named(word))), body)


_GOVERNMENT = wordset("government")


@cache
def _state_named(word: str) -> str:
    """Return the code of the state that an English name or adjective means, or ""."""
    wanted = fold(word)
    for lexicon in ("states", "nationalities"):
        for row in rows(lexicon):
            if wanted in (fold(form) for form in row["en"].split("|")):
                return row["iso"]
    return ""


def _first_nation(passage: Passage, first: int, last: int) -> tuple[int, str] | None:
    """Return the state whose adjective stands in a title, as in «الوزير الأميركي».

    An adjective in the plural of an object («السياح الإيطاليين») names nobody who acts.
    """
    for hit in hits_from(passage.hits("nationality"), first, last):
        if not passage.words[hit.first].endswith("يين"):
            return hit.first, hit.row["iso"]
    return None


def _gathering(
    passage: Passage, found: Found, first: int, last: int
) -> tuple[int, str] | None:
    """Return the body for which «the ministers» or «المجتمعون» act together."""
    for hit in hits_from(passage.hits("gathering"), first, last):
        if hit.first and passage.words[hit.first - 1].endswith(_CHAIRS):
            continue
        body = _meeting_body(found, hit.last, last)
        return (hit.first, body) if body else None
    return None


# How near «ministers of …» stands to the body whose ministers they are.
_OF = 5


def _meeting_body(found: Found, first: int, last: int) -> str | None:
    """Return the Coalition, the body named next, or the first body of the text."""
    if coalition_is_present(found):
        return COALITION
    for one in within(found.parties, first, min(last, first + _OF)):
        if isinstance(one.finding, Party):
            return one.finding.canonical
    for one in found.parties[:_MOST]:
        if isinstance(one.finding, Party) and one.finding.type in _MEETING:
            return one.finding.canonical
    return None


_MEETING = ("organisation", "office")


def home_state(passage: Passage, found: Found) -> Actor:
    """Return the state that a text names most, whose minister needs no adjective."""
    named = Counter(hit.row["iso"] for hit in passage.hits("nationality")[:_MOST])
    for one in found.parties[:_MOST]:
        if isinstance(one.finding, Party) and one.finding.type == "state":
            named[one.finding.canonical] += 1
    return Actor(named.most_common(1)[0][0]) if named else NOBODY


def speaker_at(found: Found, token: int) -> Actor:
    """Return who speaks the words at a token, by the quote around it."""
    quote = _quote_around(found, token)
    return _speaker(found, quote) if quote else NOBODY


def _speaker(found: Found, quote: Quote) -> Actor:
    """Return the party of a quote's speaker, or the body in the speaker's own name."""
    name = quote.speaker_name
    if quote.party:
        return Actor(bound_state(quote.party), _person_named(found, name))
    person = _person_named(found, name)
    party = _party_of(found, person) if person else None
    if party:
        return Actor(bound_state(party), person)
    for one in found.parties[:_MOST] if name else ():
        finding = one.finding
        if (
            isinstance(finding, Party)
            and len(finding.canonical) > _CODE
            and finding.canonical in str(name)
        ):
            return Actor(bound_state(finding.canonical))
    return Actor(None, name)


def _person_named(found: Found, name: str | None) -> str | None:
    """Return a speaker's name where it is that of a person, not of a body."""
    if name is None:
        return None
    return next((name for one in found.persons[:_MOST] if _is_person(one, name)), None)


def _is_person(seen: Seen, name: str) -> bool:
    return isinstance(seen.finding, Person) and seen.finding.canonical == name


# States are named by codes of two letters, which stand in many names.
_CODE = 2


def is_quoted(found: Found, token: int) -> bool:
    """Say whether a quote holds a token."""
    return _quote_around(found, token) is not None


def _quote_around(found: Found, token: int) -> Quote | None:
    index = bisect_right(found.quotes, token, key=lambda one: one.first)
    for one in reversed(found.quotes[max(0, index - 8) : index]):
        if one.last > token and isinstance(one.finding, Quote):
            return one.finding
    return None


def actor_before(passage: Passage, found: Found, token: int) -> Actor:
    """Return who is spoken of when a verb names nobody: the one named last before.

    1. the speaker of the quote around it, 2. the speaker of a quote before it in the
    sentence, 3. the first named in the sentence, 4. the speaker of the last quote,
    5. the first named in the sentence before.
    """
    speaker = speaker_at(found, token)
    if speaker.party:
        return speaker
    low, _ = passage.sentences.of(token)
    quote = _last_quote(found, token)
    said = _speaker(found, quote[1]) if quote else NOBODY
    if quote and quote[0] >= low and said.party:
        return said
    named = actor_in(passage, found, low, token)
    if named.party or said.party:
        return named if named.party else said
    if low > 0:
        before, _ = passage.sentences.of(low - 1)
        named = actor_in(passage, found, before, low)
    if named.party:
        return named
    person = speaker.person or named.person or said.person
    return Actor(None, person)


def _last_quote(found: Found, token: int) -> tuple[int, Quote] | None:
    index = bisect_right(found.quotes, token, key=lambda one: one.first)
    for one in reversed(found.quotes[max(0, index - 1) : index]):
        if one.first > token - _BACK and isinstance(one.finding, Quote):
            return one.first, one.finding
    return None


def author(found: Found) -> Actor:
    """Return who a text in the first person speaks for: whom it names first."""
    for one in found.parties[:_MOST]:
        if isinstance(one.finding, Party) and one.finding.type in _SPEAKING:
            return Actor(one.finding.canonical)
    return NOBODY


_SPEAKING = ("state", "organisation")


def coalition_is_present(found: Found) -> bool:
    """Say whether the text is about the Global Coalition, so that «we» may mean it."""
    return any(_is_coalition(one) for one in found.parties[:_MOST])


def _is_coalition(seen: Seen) -> bool:
    finding = seen.finding
    return isinstance(finding, Party) and finding.canonical == COALITION


def bearer(passage: Passage, found: Found, hit: Hit, clause: Clause) -> Actor:
    """Return who calls or binds itself: the subject's party, or who spoke before."""
    if hit.row.get("shape") == "hanging":
        return actor_before(passage, found, hit.first)
    if is_first_person(passage, hit):
        speaker = speaker_at(found, hit.first)
        return speaker if speaker.party or speaker.person else author(found)
    if passage.language != "ar" or clause.first < hit.first:
        named = actor_in(passage, found, clause.first, hit.first)
    else:
        named = _subject_behind(passage, found, hit, clause.told)
    if named.party in _ADDRESSED:
        named = NOBODY
    if named.party or named.person:
        return named
    if _is_official(passage, hit, clause):
        return home_state(passage, found)
    phrase = _subject_words(passage, found, clause, hit)
    return Actor(phrase) if phrase else actor_before(passage, found, clause.first)


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
