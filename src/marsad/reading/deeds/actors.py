"""Who a clause binds or speaks for: the party of its subject, or of its speaker."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from marsad.reading.deeds.affiliations import party_in_title, side_of
from marsad.reading.deeds.bound_states import bound_state, nations
from marsad.reading.deeds.clauses import AUXILIARIES
from marsad.reading.deeds.groups import group_name
from marsad.reading.deeds.homes import home_state
from marsad.reading.deeds.joint_parties import joined
from marsad.reading.deeds.named_parties import (
    first_nation,
    first_party,
    first_title,
    tokens_held,
)
from marsad.reading.deeds.references import (
    ANYBODY,
    Want,
    by_given_name,
    gender_of_person,
    offices_in,
    past_dateline,
    sentences_back,
    subjects_in,
    voices,
    wanted_by_pronoun,
)
from marsad.reading.findings import Party, Person, Quote
from marsad.reading.lexicon import hits_from
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
_SESSIONS = frozenset(["conference", "summit", "sommet"])
_ACTS = AUXILIARIES | frozenset([",", "in", "on", "lundi", "called", "urged"])
_CHAIRS = ("رييس", "مجلس", "رييسه", "prime", "premier")


class Actor(NamedTuple):
    """A state or body that acts, and the person through whom it does."""

    party: str | None
    person: str | None = None


NOBODY = Actor(None)


def actor_in(passage: Passage, found: Found, first: int, last: int) -> Actor:
    """Return the first party named in a stretch, through a person or by itself."""
    person = _first_person(found, first, last)
    held = tokens_held(found, first, last)
    named = [
        one
        for one in (
            first_party(passage, found, first, last),
            first_nation(passage, first, last, held),
            first_title(passage, first, last),
            _gathering(passage, found, first, last),
        )
        if one is not None
    ]
    body = min(named, default=None)
    if person is None:
        return Actor(body[1]) if body else NOBODY
    end = last
    token, last, finding = person
    if body is not None and token <= body[0] < last:
        # What one reader takes for a person, another knows as a state.
        return Actor(body[1])
    if body is None or 0 <= token - body[0] <= _TITLE or token < body[0]:
        party, is_own = side_of(passage, found, finding.canonical)
        if party is None and not is_own and body and body[0] < token:
            party = body[1]
        party = bound_state(party) if party else None
        other = _beside(passage, found, last, end)
        if party and other and other != party:
            party = f"{party},{other}"
        return Actor(party, finding.canonical)
    return Actor(body[1])


def _beside(passage: Passage, found: Found, first: int, last: int) -> str | None:
    """Return the side of a person joined to the one before: «Putin and Turkey's X»."""
    words = passage.words
    if words[first : first + 1] not in (["and"], ["et"]):
        return None
    for one in within(found.persons, first, last):
        between = words[first + 1 : one.first]
        is_joined = len(between) < _TITLE and _NO_LIST.isdisjoint(between)
        if is_joined and isinstance(one.finding, Person):
            party = side_of(passage, found, one.finding.canonical).party
            return bound_state(party) if party else None
        return None
    return None


_NO_LIST = AUXILIARIES | frozenset([",", "and", "et", "who", "qui"])


def _first_person(
    found: Found, first: int, last: int
) -> tuple[int, int, Person] | None:
    for one in within(found.persons, first, last):
        if isinstance(one.finding, Person):
            return one.first, one.last, one.finding
    return None


def _gathering(
    passage: Passage, found: Found, first: int, last: int
) -> tuple[int, str] | None:
    """Return the body for which «the ministers» or «المجتمعون» act together."""
    for hit in hits_from(passage.hits("gathering"), first, last):
        if hit.first and passage.words[hit.first - 1].endswith(_CHAIRS):
            continue
        after = passage.words[hit.last : hit.last + 1]
        if passage.words[hit.first] in _SESSIONS and _ACTS.isdisjoint(after):
            continue  # the name of a body that is called a conference
        body = _meeting_body(found, hit.last, last)
        body = body or group_name(passage, found, hit.first, hit.last + 2)
        return (hit.first, body) if body else None
    return None


# How near «ministers of …» stands to the body whose ministers they are.
_OF = 2


def _meeting_body(found: Found, first: int, last: int) -> str | None:
    """Return the Coalition, the body named next, or the first body of the text."""
    if coalition_is_present(found):
        return COALITION
    for one in within(found.parties, first, min(last, first + _OF)):
        if isinstance(one.finding, Party):
            return one.finding.canonical
    for one in within(found.parties, 0, _HEAD):
        if isinstance(one.finding, Party) and one.finding.type in _MEETING:
            return one.finding.canonical
    return None


# The body that meets is named in the head of a text.
_HEAD = 60
_MEETING = ("organisation", "office")


def home(passage: Passage, found: Found) -> Actor:
    """Return the state that a text names most as the one that acts."""
    return Actor(home_state(passage, found))


def speaker_at(passage: Passage, found: Found, token: int) -> Actor:
    """Return who speaks the words at a token, by the quote around it."""
    quote = _quote_around(found, token)
    return _speaker(passage, found, quote) if quote else NOBODY


def _speaker(passage: Passage, found: Found, quote: Quote) -> Actor:
    """Return the party of a quote's speaker, or the body in the speaker's own name."""
    name = quote.speaker_name
    person = _person_named(found, name) or by_given_name(found, quote)
    if person:
        side = side_of(passage, found, person)
        party = None if side.is_own else side.party or quote.party
        return Actor(bound_state(party) if party else None, person)
    if quote.party:
        return Actor(bound_state(quote.party))
    for one in found.parties[:_MOST] if name else ():
        finding = one.finding
        if (
            isinstance(finding, Party)
            and len(finding.canonical) > _CODE
            and finding.canonical in str(name)
        ):
            return Actor(bound_state(finding.canonical))
    return Actor(_unnamed_voice(passage, found, quote), name)


def _unnamed_voice(passage: Passage, found: Found, quote: Quote) -> str | None:
    """Return whom «the American minister» or «the statement» speaks for."""
    if quote.speaker is None:
        return None
    words = fold(quote.speaker.quote).split()
    for word in words:
        state = nations(passage.language).get(word.strip(".,،«»\"'"))
        if state:
            return state
    if not _OFFICIALS.isdisjoint(words):
        return home_state(passage, found)
    if quote.speaker_name != "statement":
        return None
    for one in reversed(found.quotes[:_MOST]):
        earlier = one.finding
        if (
            isinstance(earlier, Quote)
            and earlier.party
            and earlier.span.start < quote.span.start
            and "statement" in str(earlier.speaker_name)
        ):
            return earlier.party
    return COALITION if coalition_is_present(found) else None


_OFFICIALS = wordset("officials") | frozenset(["embassadeur", "ambassador", "السفير"])


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
    index = bisect_left(found.quotes, (token + 1,))
    for one in reversed(found.quotes[max(0, index - 8) : index]):
        if one.last > token and isinstance(one.finding, Quote):
            return one.finding
    return None


def actor_before(
    passage: Passage, found: Found, token: int, want: Want = ANYBODY
) -> Actor:
    """Return who is spoken of when a verb names nobody: the one named last before.

    1. the speaker of the quote around it, 2. the speaker of a quote before it in the
    sentence, 3. the first named in the sentence, then the same of those before it.
    """
    speaker = speaker_at(passage, found, token)
    if speaker.party and _agrees(passage, found, speaker, want):
        return speaker
    for low, high in sentences_back(passage, token):
        for actor in _voices_in(passage, found, low, high):
            if is_known(found, actor) and _agrees(passage, found, actor, want):
                return actor
        named = _subject_in(passage, found, (low, high), want)
        if named:
            return named
    return NOBODY


def actor_meant(passage: Passage, found: Found, token: int, want: Want) -> Actor:
    """Return whom a pronoun or a joined verb means: the subject, then who spoke."""
    for number, (low, high) in enumerate(sentences_back(passage, token)):
        if number == 0 and want == ANYBODY:
            want = _pronoun_at_head(passage, low, high) or want
        named = _subject_in(passage, found, (low, high), want)
        spoken = [
            actor
            for actor in _voices_in(passage, found, low, high)
            if is_known(found, actor) and _agrees(passage, found, actor, want)
        ]
        if spoken and number and (passage.language == "ar" or want.kind != "body"):
            return spoken[0]
        if named or spoken:
            return named or spoken[0]
    return actor_before(passage, found, token, want)


def _subject_in(
    passage: Passage, found: Found, stretch: tuple[int, int], want: Want
) -> Actor | None:
    """Return who comes first in a stretch and fits: a name, or an office without one."""
    named = subjects_in(passage, found, stretch, want)
    office = next(offices_in(passage, found, stretch, want), None)
    if office and (not named or office[0] < named[0].first):
        party = party_in_title(passage, found, *office)
        if party:
            return Actor(bound_state(party))
    return actor_of(passage, found, named[0]) if named else None


def _pronoun_at_head(passage: Passage, low: int, high: int) -> Want | None:
    """Return what a sentence's own pronoun asks for: «In March they»."""
    first = past_dateline(passage, low, high)
    return wanted_by_pronoun(passage.words[first:high][:_FRONT])


# A sentence's pronoun stands near its begin.
_FRONT = 4


def _voices_in(passage: Passage, found: Found, low: int, high: int) -> Iterator[Actor]:
    for quote in voices(found, low, high):
        name = str(quote.speaker_name).rpartition(" ")[2]
        cue = fold(quote.cue.quote) if quote.cue else ""
        if name not in _DOCUMENTS and not cue.startswith(_SOURCES):
            yield _speaker(passage, found, quote)


# A source in passing is not whom a sentence is about.
_SOURCES = ("selon", "according", "d'apres", "وفق", "بحسب", "حسب", "نقلا")
# They say, but neither call nor pledge.
_DOCUMENTS = frozenset(["report", "study", "document", "letter", "poll", "figures"])


def _agrees(passage: Passage, found: Found, actor: Actor, want: Want) -> bool:
    """Say whether a speaker may be meant by a pronoun or a verb."""
    if actor.person is None:
        return want.kind != "person"
    if want.kind == "body" or want.number == "p":
        return False
    gender = gender_of_person(passage, found, actor.person)
    return not (want.gender and gender and gender != want.gender)


def actor_of(passage: Passage, found: Found, seen: Seen) -> Actor:
    """Return the actor whom a mention names: the person's side, the party and its allies."""
    finding = seen.finding
    if isinstance(finding, Person):
        return Actor(
            side_of(passage, found, finding.canonical).party, finding.canonical
        )
    return Actor(joined(passage, found, seen))


def is_known(found: Found, actor: Actor) -> bool:
    """Say whether an actor is a party, or a person that the text names."""
    return actor.party is not None or _person_named(found, actor.person) is not None


def author(found: Found) -> Actor:
    """Return who a text in the first person speaks for: its persons' state, or the first named."""
    spoken = Counter(
        one.finding.party
        for one in found.persons[:_FIRST]
        if isinstance(one.finding, Person) and one.finding.party
    )
    if spoken:
        return Actor(bound_state(spoken.most_common(1)[0][0]))
    for one in found.parties[:_MOST]:
        if isinstance(one.finding, Party) and one.finding.type in _SPEAKING:
            return Actor(one.finding.canonical)
    return NOBODY


# Those who speak are named early.
_FIRST = 6
_SPEAKING = ("state", "organisation")


def coalition_is_present(found: Found) -> bool:
    """Say whether the text is about the Global Coalition, so that «we» may mean it."""
    return any(_is_coalition(one) for one in found.parties[:_MOST])


def _is_coalition(seen: Seen) -> bool:
    finding = seen.finding
    return isinstance(finding, Party) and finding.canonical == COALITION


def body_meant(passage: Passage, found: Found, first: int, last: int) -> Actor:
    """Return whom «the agency» in a stretch means: the speaker's, or the last named."""
    for hit in hits_from(passage.hits("generic_body"), first, last):
        speaker = speaker_at(passage, found, hit.first)
        if speaker.party:
            return speaker
        before = within(found.parties, max(0, hit.first - _BACK), hit.first)
        for one in reversed(before):
            if isinstance(one.finding, Party) and one.finding.type in _MEETING:
                return Actor(one.finding.canonical)
        return Actor(passage.span(hit.first, hit.last, hit.clitic).quote)
    return NOBODY
