"""Who a clause binds or speaks for: the party of its subject.

1. Who speaks in the first person, or behind a participle, spoke before.
2. A pronoun, and a verb without a subject, mean whom they fit in gender and number.
3. A subject is read by its names, its office or its class; else told in its own words.
"""

from marsad.reading.deeds.actors import (
    Actor,
    actor_before,
    actor_in,
    actor_meant,
    actor_of,
    home,
    is_known,
    speaker_at,
)
from marsad.reading.deeds.affiliations import Voice, party_in_title, voice_of
from marsad.reading.deeds.arabic_bearers import behind_verb
from marsad.reading.deeds.arabic_calls import crowd_before
from marsad.reading.deeds.authors import declarer, voice_at
from marsad.reading.deeds.clauses import AUXILIARIES, Clause
from marsad.reading.deeds.groups import group_name
from marsad.reading.deeds.homes import acting_seat, body_like, body_nouns
from marsad.reading.deeds.joint_parties import pair_meant
from marsad.reading.deeds.met_pairs import met_pair
from marsad.reading.deeds.references import (
    ANYBODY,
    is_governed,
    wanted_by_pronoun,
    wanted_by_verb,
)
from marsad.reading.deeds.subjects import opens_line
from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.reading.wordsets import wordset

_RELATIVES = frozenset(["who", "which", "that", "qui", "الذي", "التي", "الذين"])


def bearer(passage: Passage, found: Found, hit: Hit, clause: Clause) -> Actor:
    """Return who calls or binds itself: the subject's party, or who spoke before."""
    if hit.row.get("shape") == "hanging":
        crowd = crowd_before(passage, found, hit) if passage.language == "ar" else None
        word = passage.words[hit.first][hit.clitic :]
        want = wanted_by_verb(word)
        return Actor(crowd) if crowd else actor_before(passage, found, hit.first, want)
    if is_first_person(passage, hit):
        return _first_person(passage, found, hit)
    told = _declared_or_agent(passage, found, hit, clause)
    if told is not None:
        return told
    if passage.language != "ar" or clause.first < hit.first:
        return _in_front(passage, found, hit, clause)
    if not _OURS.isdisjoint(passage.words[hit.last : hit.last + 1]):
        return _first_person(passage, found, hit)
    # A verb in the plural stands behind its subject, and before it in the singular.
    is_plural = passage.words[hit.last - 1].endswith(("وا", "ون"))
    crowd = crowd_before(passage, found, hit) if is_plural else None
    named = Actor(crowd) if crowd else behind_verb(passage, found, hit, clause.told)
    return named or _dropped(passage, found, hit, clause)


def _declared_or_agent(
    passage: Passage, found: Found, hit: Hit, clause: Clause
) -> Actor | None:
    """Return who declares a point of a list, or who stands behind a passive's «by»."""
    if opens_line(passage, clause.first) and clause.first == hit.first:
        declared = declarer(passage, found, hit.first)
        if declared:
            return declared
    if passage.words[hit.last : hit.last + 1] in _AGENTS:
        agent = actor_in(passage, found, hit.last, hit.last + _AGENT)
        if agent.party or agent.person:
            return agent
    return None


# «Asked by the union to publish»: who asks stands behind the passive.
_AGENTS = (["by"], ["par"])
_AGENT = 8


def _first_person(passage: Passage, found: Found, hit: Hit) -> Actor:
    """Return who says «I» or «we»: the speaker of the quote, or of the text."""
    speaker = speaker_at(passage, found, hit.first)
    if speaker.party:
        return speaker
    voice = voice_at(passage, found, hit.first)
    if is_known(found, speaker) and voice.person != speaker.person:
        return speaker
    return voice


def _dropped(passage: Passage, found: Found, hit: Hit, clause: Clause) -> Actor:
    """Return whom an Arabic verb without a subject means."""
    before = passage.words[hit.first - 1] if hit.first else ""
    near = _named_before(found, hit.first - 1) if before in _RELATIVES else None
    if near is not None:
        return actor_of(passage, found, near)
    crowd = crowd_before(passage, found, hit)
    want = wanted_by_verb(passage.words[hit.first][hit.clitic :])
    return Actor(crowd) if crowd else actor_meant(passage, found, clause.first, want)


def _in_front(passage: Passage, found: Found, hit: Hit, clause: Clause) -> Actor:
    """Return who is named in front of a verb, or meant by what stands there."""
    first = _past_front(passage, clause.first, hit.first)
    words = passage.words[first : hit.first]
    subject = [word for word in words if word not in AUXILIARIES]
    if not subject:
        return _without_subject(passage, found, hit, clause)
    if passage.language == "ar" and subject[0] in _THAT_THEY:
        return _reported(passage, found, clause, subject[0])
    pair = met_pair(passage, found, first, hit.first)
    if pair:
        return Actor(pair)
    pronoun = wanted_by_pronoun(subject[:1] + subject[-1:])
    if pronoun is not None and len(subject) < _FEW:
        return actor_meant(passage, found, clause.first, pronoun)
    if not _OURS.isdisjoint(subject[:1]):
        return _first_person(passage, found, hit)
    return _by_names(passage, found, hit, (first, clause.first))


def _by_names(
    passage: Passage, found: Found, hit: Hit, edges: tuple[int, int]
) -> Actor:
    """Return who a subject is by its names: of two, of a stranger, or of somebody known."""
    first, begin = edges
    other = pair_meant(passage, found, first, hit.first) or _stranger(
        passage, found, first, hit.first
    )
    if other:
        return Actor(other)
    named = actor_in(passage, found, first, hit.first)
    if named.party and named.party not in _ADDRESSED:
        return named
    if named.person:
        return named
    return _unnamed(passage, found, (first, hit.first)) or actor_before(
        passage, found, begin
    )


def _stranger(passage: Passage, found: Found, first: int, last: int) -> str | None:
    """Return a body or group that nobody knows, told by what a preposition adds to it.

    «The Union of Pilots of Chad» is not Chad, «residents of Mosul» are not Iraq.
    """
    words = passage.words
    if passage.language == "ar" or within(found.persons, first, last):
        return None
    head = first
    while head < last and words[head] in _DETERMINERS:
        head += 1
    named = within(found.parties, head, last)
    if not named or named[0].first == head:
        return None
    group = group_name(passage, found, head, head + 2)
    if group and not _COMMAS.isdisjoint(words[head : named[0].first]):
        return group
    is_told = is_governed(passage, named[0]) and not _has_office(
        passage, head, named[0].first
    )
    return (group or passage.span(head, last).quote) if is_told else None


def _has_office(passage: Passage, first: int, last: int) -> bool:
    """Say whether a title, a meeting or an arm of a state stands in a stretch."""
    tags = ("title", "gathering", "party_word", "nominal", "speaker", "state_arm")
    return not _OFFICIALS.isdisjoint(passage.words[first:last]) or any(
        hits_from(passage.hits(tag), first, last) for tag in tags
    )


_COMMAS = frozenset(",(")


# «Our government», «حكومتنا»: the speaker's own.
_OURS = frozenset(
    [
        "our",
        "my",
        "notre",
        "mon",
        "ma",
        *"حكومتنا بلادنا وزارتنا دولتنا منظمتنا جمعيتنا هيئتنا مؤسستنا موسستنا".split(),
    ]
)
_FEW = 4
_THAT_THEY = frozenset("انه انها انهم انهما بانه بانها بانهم بانهما".split())


def _reported(passage: Passage, found: Found, clause: Clause, word: str) -> Actor:
    """Return whom «أنها» means in what somebody says: who says it, if it fits."""
    want = wanted_by_verb({"ا": "تفعل", "م": "يفعلون"}.get(word[-1], "يفعل"))
    return actor_before(passage, found, clause.first, want)


def _without_subject(passage: Passage, found: Found, hit: Hit, clause: Clause) -> Actor:
    """Return whom «which calls», «calling» and «and called» mean."""
    before = passage.words[clause.first - 1] if clause.first else ""
    if before in _RELATIVES:
        near = _named_before(found, clause.first - 1)
        if near is not None:
            return actor_of(passage, found, near)
    word = passage.words[hit.first]
    if word.endswith(("ing", "ant")):
        return actor_before(passage, found, clause.first)
    return actor_meant(passage, found, clause.first, ANYBODY)


# A relative stands right behind its noun, or behind its apposition.
_NEAR = 6


def _named_before(found: Found, token: int) -> Seen | None:
    both = [
        *within(found.parties, token - _NEAR, token),
        *within(found.persons, token - _NEAR, token),
    ]
    near = [one for one in both if one.last >= token - 2]
    return max(near, key=lambda one: one.last, default=None)


def _past_front(passage: Passage, first: int, last: int) -> int:
    """Return where a subject begins behind a dateline or a headline's colon."""
    for index in range(last - 1, first - 1, -1):
        word = passage.words[index]
        if word == "\n" or (
            word in ("-", "–", "—", ":") and _is_spaced(passage, index)
        ):
            return index + 1
    return first


def _is_spaced(passage: Passage, token: int) -> bool:
    return not passage.touches(token + 1)


def _unnamed(passage: Passage, found: Found, stretch: tuple[int, int]) -> Actor | None:
    """Return who a subject without a known name is: an office, a body, a group."""
    first, last = stretch
    if _is_official(passage, first, min(last, first + _FEW)):
        party = party_in_title(passage, found, first, last)
        return Actor(party) if party else home(passage, found)
    for seat in hits_from(passage.hits("seat"), first, min(last, first + 2)):
        return Actor(acting_seat(seat))
    for hit in hits_from(passage.hits("generic_body"), first, min(last, first + _FEW)):
        nouns = body_nouns(passage, hit.first, hit.last)
        body = body_like(passage, found, hit.first, nouns)
        return Actor(body) if body else None
    name = group_name(passage, found, first, last) or _subject_words(
        passage, found, first, last
    )
    return Actor(name) if name else None


def _is_official(passage: Passage, first: int, last: int) -> bool:
    """Say whether somebody who speaks for a state stands in a stretch."""
    if not _OFFICIALS.isdisjoint(passage.words[first:last]):
        return True
    return any(
        voice_of(passage, hit) is Voice.STATE
        for hit in hits_from(passage.hits("title"), first, last)
    )


_OFFICIALS = wordset("officials")
# It is asked to act, it asks nobody.
_ADDRESSED = frozenset(["international community", "countries of origin", "donors"])
_PRONOUNS = wordset("nobody_named")
_DETERMINERS = wordset("determiners")
# A name of more words is a clause.
_NAME = 6
_NAME_ENDS = AUXILIARIES | wordset("name_ends")


def _subject_words(passage: Passage, found: Found, first: int, last: int) -> str | None:
    """Return an English or French subject as it is written, when nobody knows it."""
    words = passage.words
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


FIRST_PERSONS = frozenset(["we", "i", "nous", "je", "j", "us", "let"])


_I_CALL = wordset("i_call")


_NOT_WE = ("ناشد", "نادي", "نادت", "نادوا", "نصح", "نبه", "نفذ", "نشر", "ندد")


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
