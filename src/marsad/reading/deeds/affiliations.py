"""Whom a person speaks for in a text: the state or body that the office beside the name tells.

The office stands before the name («مدير المركز», "the bloc's secretary-general") or
behind it in apposition. A minister or a general speaks for a state, the head of a body
for the body; a scholar, a deputy or a lawyer speaks for nobody else.
"""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from marsad.reading.deeds.bound_states import bound_party, bound_state
from marsad.reading.deeds.clauses import sentence_of
from marsad.reading.deeds.groups import group_name
from marsad.reading.deeds.homes import (
    body_like,
    body_named,
    body_nouns,
    home_state,
    last_state,
    state_of_place,
)
from marsad.reading.deeds.title_stretches import (
    NEAR,
    OF,
    TITLE_WORDS,
    is_stop,
    stretches,
    titles,
)
from marsad.reading.deeds.untold_states import (
    at_home,
    is_spokesman,
    opposition,
    stood_for,
)
from marsad.reading.findings import Party, Person
from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.reading.wordsets import wordset


class Voice(Enum):
    """For whom the holder of an office speaks."""

    STATE = "state"
    BODY = "body"
    OWN = "own"


_STATE_OFFICES = frozenset(
    """Prime Minister|Head of Government|Deputy Prime Minister|Foreign Minister
    Secretary of State|Interior Minister|Defence Minister|Finance Minister|Justice Minister
    Health Minister|Education Minister|Minister of State|Minister|Deputy Minister
    Deputy Secretary of State|Assistant Minister|Ambassador|Consul|Chancellor|King|Queen
    Crown Prince|Emir|Sultan|Governor|Vice President|Envoy|Counterpart""".replace(
        "\n    ", "|"
    ).split("|")
)
_OWN_OFFICES = frozenset(["Member of Parliament", "Senator", "Nominee", "Colleague"])


def voice_of(passage: Passage, hit: Hit) -> Voice | None:
    """Return for whom a title speaks, None for a mere form of address."""
    kind, english = hit.row["kind"], hit.row["english"]
    if kind == "form":
        return None
    if passage.words[hit.first] in _COMMISSIONERS:
        return Voice.BODY
    if kind == "trade" or english in _OWN_OFFICES:
        return Voice.OWN
    if english == "President" and passage.words[hit.first] in _PRESIDENTS:
        return Voice.STATE
    if kind == "rank" or english in _STATE_OFFICES:
        return Voice.STATE
    return Voice.BODY


# Without a body they are a state's: «الرئيس», not «رئيس الجمعية».
_PRESIDENTS = frozenset(["president", "presidente", "الرييس", "الرييسه"])


# The titles of one person stand at the first mentions.
_TOLD = 5
_MOST = 400


class Side(NamedTuple):
    """The party that a person speaks for, or that he is known to speak for none."""

    party: str | None
    is_own: bool = False


def side_of(passage: Passage, found: Found, person: str) -> Side:
    """Return the party for which a person speaks, or that it is nobody but himself."""
    mentions = [
        one
        for one in found.persons[:_MOST]
        if isinstance(one.finding, Person) and _is_same(one.finding.canonical, person)
    ]
    voices: list[Voice] = []
    for one in mentions[:_TOLD]:
        for first, last in stretches(passage, found, one):
            party, voice = _told(passage, found, first, last)
            if party:
                told = _of_state(bound_state(party), found, _registered(mentions))
                is_bare = told.startswith("Minist")
                return Side(at_home(passage, found, told) if is_bare else told)
            if voice:
                voices.append(voice)
    headed = _headed(passage, found, mentions)
    if Voice.OWN in voices and not headed:
        return Side(None, is_own=True)
    party = headed or _registered(mentions)
    if Voice.BODY in voices:
        party = party or _told_elsewhere(passage, found, mentions)
    if party is None and (Voice.STATE in voices or is_spokesman(passage, mentions)):
        party = stood_for(passage, found, mentions)
    return Side(party)


def _headed(passage: Passage, found: Found, mentions: Sequence[Seen]) -> str | None:
    """Return the body that somebody is said to head: «X dirige depuis 2019 l'ONG Y»."""
    for one in mentions[:_TOLD]:
        _, high = sentence_of(passage, one.first)
        end = min(high, one.last + TITLE_WORDS)
        verbs = [
            token
            for token in range(one.last, min(end, one.last + NEAR))
            if passage.words[token] in _HEADS
        ]
        bodies = within(found.parties, verbs[0], end) if verbs else ()
        if bodies and isinstance(bodies[0].finding, Party):
            return bound_party(passage, bodies[0], bodies[0].finding)
    return None


_HEADS = wordset("verbs_of_heading")


def _told_elsewhere(
    passage: Passage, found: Found, mentions: Sequence[Seen]
) -> str | None:
    """Return the party of the same office where the text names it without the person."""
    offices = {
        hit.row["english"]
        for one in mentions[:_TOLD]
        for first, last in stretches(passage, found, one)
        for hit in titles(passage, first, last)
    }
    for hit in passage.hits("title")[:_MOST]:
        end = hit.last + _FIELD
        if hit.row["english"] in offices and not within(found.persons, hit.first, end):
            field = next(
                (i for i in range(hit.last, end) if _leaves_title(passage, i)), end
            )
            party = party_in_title(passage, found, hit.first, field)
            if party:
                return bound_state(party)
    return None


_FIELD = 6
_LEAVING = wordset("governors") - frozenset("of de du des d في".split())


def _leaves_title(passage: Passage, token: int) -> bool:
    if token >= len(passage.words):
        return True
    return passage.words[token] in _LEAVING or is_stop(passage, token)


def _is_same(name: str, other: str) -> bool:
    """Say whether two names are one, or one is the surname of the other."""
    return name == other or name.endswith(f" {other}") or other.endswith(f" {name}")


def _of_state(party: str, found: Found, registered: str | None) -> str:
    """Return the state of a known person: his own, not of a name beside his in a headline."""
    if registered is None or len(registered) != _CODE or len(party) == _CODE:
        return party if registered is None or len(registered) != _CODE else registered
    is_office = any(
        one.finding.canonical == party and one.finding.type == "office"
        for one in found.parties[:_MOST]
        if isinstance(one.finding, Party)
    )
    return registered if is_office else party


_CODE = 2


def _registered(mentions: Sequence[Seen]) -> str | None:
    for one in mentions:
        if isinstance(one.finding, Person) and one.finding.party:
            return bound_state(one.finding.party)
    return None


def _told(
    passage: Passage, found: Found, first: int, last: int
) -> tuple[str | None, Voice | None]:
    """Return the party in a title, and for whom its holder speaks."""
    offices = titles(passage, first, last)
    if not offices:
        return _untitled(passage, found, first, last), None
    head = _head(offices)
    voice = voice_of(passage, head)
    if "shadow" in passage.words[first:last]:
        return opposition(found), Voice.BODY
    if head.row["english"] == "Mayor" and passage.language == "en":
        for city in hits_from(passage.hits("city"), first, last):
            return f"{city.row['city']} municipality", Voice.BODY
    if voice is Voice.OWN:
        return None, voice
    party = party_in_title(passage, found, first, last)
    if party is None and voice is not None:
        party = _implied(passage, found, first, last, voice)
    return party, voice


def _head(offices: Sequence[Hit]) -> Hit:
    """Return the title that tells the office: «نائب» before «رئيس» is a deputy."""
    head = max(offices, key=lambda hit: (-hit.first, hit.last))
    after = [hit for hit in offices if hit.first == head.last]
    if head.row["english"] == "Member of Parliament" and after:
        return max(after, key=lambda hit: hit.last)
    return head


def _untitled(passage: Passage, found: Found, first: int, last: int) -> str | None:
    """Return the body in «X of Save the Children», or the state of a «colleague»."""
    words = passage.words[first:last]
    if any(word.startswith(_GUESTS) for word in words):
        return party_in_title(passage, found, first, last)
    if not _OTHER_OFFICES.isdisjoint(words):
        return _body_in(found, first, last)
    if words and words[0] in OF:
        return _body_in(found, first, last)
    if words[-2:] == ["'", "s"]:  # «Jordan's King Abdullah»
        return party_in_title(passage, found, first, last)
    return None


_OTHER_OFFICES = wordset("other_offices")


def _body_in(found: Found, first: int, last: int) -> str | None:
    """Return the first body named in a stretch."""
    for one in within(found.parties, first, last):
        if isinstance(one.finding, Party) and one.finding.type != "state":
            return one.finding.canonical
    return None


def party_in_title(passage: Passage, found: Found, first: int, last: int) -> str | None:
    """Return the first state or body that a title names, also by an adjective."""
    parties = within(found.parties, first, last)
    held = {token for one in parties for token in range(one.first, one.last)}
    named = [
        (one.first, bound_party(passage, one, one.finding))
        for one in parties
        if isinstance(one.finding, Party)
    ]
    sent = [
        party for token, party in named if token and passage.words[token - 1] == "عن"
    ]
    if sent:
        return sent[0]  # «عضو البرلمان عن حزب» speaks for the party that sent him
    for tag in ("nationality", "state_title"):
        named += [
            (hit.first, hit.row["iso"])
            for hit in hits_from(passage.hits(tag), first, last)
            if not passage.words[hit.first].endswith("يين")
            and hit.first not in held
            and not _is_portfolio(passage, hit)
        ]
    return min(named)[1] if named else None


def _is_portfolio(passage: Passage, hit: Hit) -> bool:
    """Say whether an adjective is a minister's field: «وزير المالية» is not of Mali."""
    before = hits_from(passage.hits("title"), hit.first - 1, hit.first)
    return any(title.last > hit.first for title in before)


_GUESTS = ("نظير", "counterpart", "homologue", "colleague", "collegue")
# «الناطق باسم الحكومة», "government spokesman": they speak for the state.
_HOUSES = frozenset(
    "الحكومه حكومه الرياسه الجمهوريه government presidency gouvernement presidence".split()
)
# «نقيب المحامين» is the head of the lawyers' syndicate.
WARDENS = frozenset(["نقيب", "نقيبه"])
_COMMISSIONERS = frozenset(["commissioner", "commissaire", "المفوض", "مفوض", "المفوضه"])
_COMMISSION = frozenset(["commission", "مفوضيه"])
_POSSESSIVES = frozenset(["its", "their", "his", "her", "sa", "son", "leur", "ses"])


def _implied(
    passage: Passage, found: Found, first: int, last: int, voice: Voice
) -> str | None:
    """Return whose «its director» or «مدير المركز» is, told before in the text."""
    words = passage.words[first:last]
    if not _COMMISSIONERS.isdisjoint(words):
        return body_named(passage, found, _COMMISSION)
    is_own = not _POSSESSIVES.isdisjoint(words) or _has_suffix(passage, first, last)
    if voice is Voice.STATE:
        if not is_own:
            return state_of_place(passage, first, last)
        if not _PRESIDENTS.isdisjoint(words):
            return body_like(passage, found, first, frozenset())
        return last_state(found, first)
    if not _HOUSES.isdisjoint(words):
        return home_state(passage, found)
    if not WARDENS.isdisjoint(words):
        return syndicate(passage, found, first, last)
    nouns = body_nouns(passage, first, last)
    known = body_like(passage, found, first, nouns, or_last=is_own)
    return known if (nouns or is_own) and known else _in_words(passage, first, last)


def syndicate(passage: Passage, found: Found, first: int, last: int) -> str | None:
    """Return the syndicate whose head «نقيب المحامين» is."""
    group = group_name(passage, found, first, last)
    return f"{group.title()} Syndicate" if group else None


def _in_words(passage: Passage, first: int, last: int) -> str | None:
    """Return a body that nobody knows as it is written: «head of the river authority»."""
    if passage.language == "ar":
        return None
    offices = titles(passage, first, last)
    words = passage.words
    begin = offices[-1].last
    if words[begin : begin + 1] not in [[word] for word in _OFS]:
        return None
    begin += 1
    while begin < last and words[begin] in _ARTICLES:
        begin += 1
    end = begin
    while end < last and words[end] not in (",", "(", "-", "–"):
        end += 1
    if not begin < end <= begin + _LONG or offices[-1].row["english"] == "Mayor":
        return None
    is_name = passage.written(begin)[0].isupper() or body_nouns(passage, begin, end)
    return passage.span(begin, end).quote if is_name else None


_OFS = ("of", "de", "du", "des", "d")
_ARTICLES = frozenset(["the", "a", "la", "le", "les", "l", "'"])
_LONG = 7


def _has_suffix(passage: Passage, first: int, last: int) -> bool:
    """Say whether an Arabic title has a possessive: «مديرها», «رئيسه»."""
    if passage.language != "ar":
        return False
    titles = {hit.first for hit in passage.hits("title")}
    return any(
        passage.words[token].endswith(("ها", "هم")) and token not in titles
        for token in range(first, last)
    )
