"""What a text is about: its state, the state or the body that was spoken of last."""

from collections import Counter
from collections.abc import Iterator, Set

from marsad.reading.deeds.bound_states import bound_party, bound_state
from marsad.reading.deeds.references import is_governed
from marsad.reading.findings import Party, Person
from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.reading.wordsets import wordset

# Names looked through for what a text is about: a long report, no more.
_MOST = 400
# How far back a body may have been named that «the centre» means.
_BACK = 400
_BODIES = ("organisation", "office", "armed_group")


def home_state(passage: Passage, found: Found) -> str | None:
    """Return the state that a text is about, whose minister needs no adjective.

    A state that acts weighs most, one that is only a place or a partner least.
    """
    return passage.once(_weighed, found)


def _weighed(passage: Passage, found: Found) -> str | None:
    weights: Counter[str] = Counter()
    guests = guest_states(passage)
    told = [*_told(passage, found), *_told_besides(passage, found)]
    for _, state, weight in sorted(told):
        weights[state] += weight
    likely = [state for state, _ in weights.most_common()]
    return next((one for one in likely if one not in guests), next(iter(likely), None))


def guest_states(passage: Passage) -> list[str]:
    """Return the states of counterparts, «نظيره العماني», in the order of the text."""
    guests = [
        hit.row["iso"]
        for hit in passage.hits("nationality")[:_MOST]
        if _is_guest(passage, hit, _COUNTERPARTS)
    ]
    return list(dict.fromkeys(guests))


# Weights in quarters: a state that acts, its adjective, its body; a place, a partner.
_ACTS, _ADJECTIVE, _BODY, _SEAT, _PARTNER, _PLACE = 8, 6, 4, 4, 2, 1


def _told(passage: Passage, found: Found) -> Iterator[tuple[int, str, int]]:
    """Give the states that a text speaks of, where, and how much each mention tells."""
    for hit in passage.hits("nationality")[:_MOST]:
        if not _is_guest(passage, hit):
            yield hit.first, hit.row["iso"], _ADJECTIVE
    seats = {hit.first: hit.row["iso"] for hit in passage.hits("seat")[:_MOST]}
    for one in found.parties[:_MOST]:
        party = one.finding
        if not isinstance(party, Party):
            continue
        state = (
            party.canonical if party.type == "state" else bound_state(party.canonical)
        )
        if len(state) != _CODE or one.first in seats:
            continue
        acts = _BODY if party.type != "state" else _ACTS
        yield one.first, state, acts if heads_clause(passage, one) else _PARTNER
    for first, state in seats.items():
        is_place = first > 0 and passage.words[first - 1] in _PLACES
        if len(state) == _CODE:
            yield first, state, _PLACE if is_place else _SEAT

    yield from _of_places(passage)


def _told_besides(passage: Passage, found: Found) -> Iterator[tuple[int, str, int]]:
    """Give the states that Arabic persons and words of the land tell."""
    if passage.language == "ar":
        yield from _of_persons(found)
        yield from _of_words(passage)


def _of_persons(found: Found) -> Iterator[tuple[int, str, int]]:
    """Give the states of known persons: who is spoken of tells whose report it is."""
    for one in found.persons[:_MOST]:
        person = one.finding
        if isinstance(person, Person) and person.party and len(person.party) == _CODE:
            yield one.first, person.party, _PERSON


def _of_words(passage: Passage) -> Iterator[tuple[int, str, int]]:
    """Give the state whose own words for its provinces and houses a text uses."""
    for state, words in _OWN_WORDS.items():
        for token in passage.tokens_of(words)[:_FEW]:
            yield token, state, _PLACE


_PERSON = 1
_FEW = 3
_OWN_WORDS = {
    state: wordset(f"own_words_{state.lower()}") for state in ("TN", "DZ", "MA")
}


def heads_clause(passage: Passage, seen: Seen) -> bool:
    """Say whether a name stands where a subject does: at a clause's begin, behind a verb."""
    words, token = passage.words, seen.first
    while token > 0 and words[token - 1] in _DETERMINERS:
        token -= 1
    if token == 0 or words[token - 1] in _CLAUSE_OPENERS:
        return True
    if passage.language != "ar" or is_governed(passage, seen):
        return False
    return any(
        hits_from(passage.hits(tag), token - 1, token)
        for tag in ("says", "calls", "commits", "undertakes", "nominal")
    )


_DETERMINERS = wordset("determiners")
_CLAUSE_OPENERS = frozenset(
    """, ، . ; : \n « " “ - – — • that que qu and et ان بان while tandis لكن""".split(
        " "
    )
)


def _of_places(passage: Passage) -> Iterator[tuple[int, str, int]]:
    """Give the states of cities: the one that opens a text tells most."""
    for tag in _TOWNS:
        for hit in passage.hits(tag)[:_MOST]:
            weight = _SEAT if hit.first <= 1 else _PLACE
            yield hit.first, hit.row["country"], weight


_TOWNS = ("city", "town", "province")


def state_of_place(passage: Passage, first: int, last: int) -> str | None:
    """Return the state in which the town of a title lies: «محافظ نينوى»."""
    for tag in _TOWNS:
        for hit in hits_from(passage.hits(tag), first, last):
            return hit.row["country"]
    return None


_PLACES = wordset("governors")
_CODE = 2
# «نظيره التركي», "his Iraqi colleague": a guest's adjective tells nothing of the host.
_GUESTS = (
    "نظير",
    "counterpart",
    "homologue",
    "colleague",
    "collegue",
    "شرك",
    "partn",
    "parten",
)


_COUNTERPARTS = ("نظير", "counterpart", "homologue", "colleague", "collegue")


def _is_guest(passage: Passage, hit: Hit, guests: tuple[str, ...] = _GUESTS) -> bool:
    words = passage.words
    beside = (
        *words[max(0, hit.first - 1) : hit.first],
        *words[hit.last : hit.last + 1],
    )
    return any(word.startswith(guests) for word in beside)


def last_state(found: Found, token: int) -> str | None:
    """Return the state named last before a token."""
    for one in reversed(within(found.parties, max(0, token - _BACK), token)):
        if isinstance(one.finding, Party) and one.finding.type == "state":
            return one.finding.canonical
    return None


_HEAD = 45
_STATEMENTS = wordset("heads_of_statements")
_ISSUED = frozenset("by of from de du des d par عن من l the la le les '".split())


def issuer(passage: Passage, found: Found) -> str | None:
    """Return who issues a statement: named in its first line, else the first who acts.

    «Statement on the situation in Mali» is not Mali's.
    """
    words = passage.words
    end = words.index("\n") if "\n" in words[:_HEAD] else 0
    if _STATEMENTS.isdisjoint(words[:end]):
        return None
    for one in within(found.parties, 0, end):
        is_issued = one.first == 0 or words[one.first - 1] in _ISSUED
        if isinstance(one.finding, Party) and (
            is_issued or not is_governed(passage, one)
        ):
            return bound_party(passage, one, one.finding)
    for one in within(found.parties, end, _HEAD):
        if isinstance(one.finding, Party) and heads_clause(passage, one):
            return bound_party(passage, one, one.finding)
    return None


def acting_seat(hit: Hit) -> str:
    """Return the state whose capital acts; Brussels is the Union, not Belgium."""
    code = hit.row["iso"]
    return "European Union" if code == "BE" else code


def kind_of_body(passage: Passage, token: int) -> str | None:
    """Return the kind of a body whose name nobody knows: «an association»."""
    for hit in hits_from(passage.hits("body_head"), token, token + 1):
        return hit.row["english"].lower()
    return None


def body_nouns(passage: Passage, first: int, last: int) -> frozenset[str]:
    """Return the words in a stretch that say what kind of body is meant, bare."""
    return frozenset(
        bare(passage.words[token])
        for tag in ("body_head", "nominal", "generic_body")
        for hit in hits_from(passage.hits(tag), first, last)
        for token in range(hit.first, hit.last)
    ) - {""}


def bare(word: str) -> str:
    """Return a noun without article and proclitics, or "" for an article alone."""
    for opener in ("وال", "بال", "فال", "كال", "لل", "ال"):
        if word.startswith(opener) and len(word) > len(opener) + 2:
            return word[len(opener) :]
    return "" if word in _ARTICLES else word.removesuffix("'s")


_ARTICLES = frozenset(["the", "la", "le", "les", "l", "'", "’"])


def body_like(
    passage: Passage,
    found: Found,
    token: int,
    nouns: Set[str],
    *,
    or_last: bool = True,
) -> str | None:
    """Return the body named last whose name holds one of some words, else the last."""
    before = within(found.parties, max(0, token - _BACK), token)
    bodies = [one for one in before if is_body(one)]
    for one in reversed(bodies):
        if nouns & _words(passage, one):
            return _canonical(one)
    return _canonical(bodies[-1]) if bodies and or_last else None


def body_named(passage: Passage, found: Found, nouns: Set[str]) -> str | None:
    """Return the first body of the text whose name holds one of some words."""
    for one in found.parties[:_MOST]:
        if is_body(one) and nouns & _words(passage, one):
            return _canonical(one)
    return None


def _canonical(seen: Seen) -> str | None:
    return seen.finding.canonical if isinstance(seen.finding, Party) else None


def is_body(seen: Seen) -> bool:
    """Say whether a mention is that of a body, not of a state."""
    return isinstance(seen.finding, Party) and seen.finding.type in _BODIES


def _words(passage: Passage, seen: Seen) -> frozenset[str]:
    named = {bare(word) for word in passage.words[seen.first : seen.last]}
    english = str(getattr(seen.finding, "canonical", "")).casefold().split()
    return frozenset({*named, *english})
