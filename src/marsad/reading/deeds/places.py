"""Where something takes place: cities and states named behind a word for in or at."""

from bisect import bisect_left
from collections.abc import Callable

from marsad.reading.deeds.described_places import TOWNS, described
from marsad.reading.deeds.place_names import Place
from marsad.reading.findings import Party
from marsad.reading.lexicon import Hit
from marsad.reading.passage import Found, Passage
from marsad.reading.wordsets import wordset

_IN = wordset("in")
_HOSTS = wordset("hosts")
# A city that shares its Arabic name with a state is told by the word before it.
_STATE_BEFORE = frozenset(["سلطنه", "دوله", "بسلطنه", "جمهوريه", "وسلطنه"])
_FAR = 25
_TO = (["to"], ["الي"])


def places(passage: Passage, found: Found) -> list[Place]:
    """Return the places of a passage in the order of the text."""
    named = _cities(passage)
    cities = {place.first for place in named}
    for one in found.parties:
        finding = one.finding
        if (
            isinstance(finding, Party)
            and finding.type == "state"
            and finding.mention == "name"
            and one.first not in cities
            and not _is_of_pair(passage, one.first, one.last)
        ):
            is_in = _stands_in(passage, one.first, _cut(passage, finding, one.first))
            city = "Kuwait City" if finding.canonical == "KW" else None
            is_goal = _is_goal(passage, one.first)
            named.append(
                Place(one.first, one.last, city, finding.canonical, is_in, is_goal)
            )
    named += _states(passage, frozenset(place.first for place in named))
    taken = frozenset(place.first for place in named if place.city)
    named += [place for place in described(passage, taken) if not _covers(named, place)]
    named.sort()
    return named


def _is_of_pair(passage: Passage, first: int, last: int) -> bool:
    """Say whether a hyphen joins a state to another name: «UK-France Summit»."""
    words = passage.words
    is_before = first > 1 and words[first - 1] == "-" and passage.touches(first)
    is_behind = words[last : last + 1] == ["-"] and passage.touches(last)
    other = first - 2 if is_before else last + 1
    if not (is_before or is_behind) or other >= len(words):
        return False
    return passage.written(other)[0].isupper()


def _states(passage: Passage, taken: frozenset[int]) -> list[Place]:
    """Return the states that are named as mere places: «بالجزائر», «in Jordan»."""
    found: list[Place] = []
    for hit in passage.hits("state"):
        if hit.first in taken or (found and hit.first < found[-1].last):
            continue
        is_small = passage.language != "ar" and not _is_capital(passage, hit)
        if is_small or _is_of_pair(passage, hit.first, hit.last):
            continue
        if _stands_in(passage, hit.first, hit.clitic):
            city = "Kuwait City" if hit.row["iso"] == "KW" else None
            found.append(Place(hit.first, hit.last, city, hit.row["iso"], is_in=True))
    return found


def _is_goal(passage: Passage, token: int) -> bool:
    """Say whether one goes to a place: not «in addition to» it."""
    if passage.words[token - 1 : token] not in _TO:
        return False
    return token < _TWO or passage.words[token - _TWO] not in _NO_GOAL


_TWO = 2
_NO_GOAL = frozenset(
    "اضافه بالاضافه نسبه بالنسبه نظرا استنادا اشار مشيرا دعا دعت addition".split()
)


def _covers(named: list[Place], place: Place) -> bool:
    """Say whether a city of the lists stands in a place told by its state."""
    return any(one.city and place.first <= one.first < place.last + 2 for one in named)


def _cities(passage: Passage) -> list[Place]:
    found: list[Place] = []
    end = -1
    for hit in _named(passage):
        before = passage.words[hit.first - 1] if hit.first else ""
        if before in _STATE_BEFORE or hit.first < end:
            continue
        if passage.language != "ar" and not _is_capital(passage, hit):
            continue
        is_in = _stands_in(passage, hit.first, hit.clitic)
        if hit.tag == "town" and not is_in:
            continue
        row = hit.row
        is_goal = _is_goal(passage, hit.first)
        found.append(
            Place(hit.first, hit.last, row["city"], row["country"], is_in, is_goal)
        )
        end = hit.last
    return found


def _named(passage: Passage) -> list[Hit]:
    """Return the cities and the towns whose names are words too, the longest first."""
    hits = [*passage.hits("city"), *passage.hits("town")]
    return sorted(hits, key=lambda hit: (hit.first, -hit.last))


def _is_capital(passage: Passage, hit: Hit) -> bool:
    """Say whether a name is written large, in one of its words at least."""
    return any(
        passage.written(token)[0].isupper() for token in range(hit.first, hit.last)
    )


def _cut(passage: Passage, party: Party, token: int) -> int:
    """Return how many letters of a party's first token are a proclitic."""
    return max(0, party.span.start - passage.span(token, token + 1).start)


def _stands_in(passage: Passage, token: int, clitic: int) -> bool:
    word = passage.words[token]
    if passage.language == "ar" and _is_topic(passage, token):
        return False
    if passage.language == "ar" and clitic and word[clitic - 1] == "ب":
        return True
    if token == 0:
        return False
    if passage.language == "fr" and passage.words[token - 2 : token] == ["l", "'"]:
        token -= 2
    before = passage.words[token - 1]
    if before in _IN or before == "(" or before.lstrip("وف") in _HOSTS:
        return True
    if passage.language != "ar" and _is_town_in(passage, token):
        return True
    return (
        token > 1
        and passage.words[token - 2] in _IN
        and (
            passage.language == "ar"
            or not passage.words[token - 1].isalpha()
            or passage.words[token - 1] in ("the", "la", "le", "downtown", "central")
        )
    )


def _is_town_in(passage: Passage, token: int) -> bool:
    """Say whether «in the Black Sea resort of», «dans la ville de» stand before a name."""
    words = passage.words
    noun = token - 2 if words[token - 1] in _OF else token - 1
    if noun < 1 or words[noun] not in TOWNS[passage.language]:
        return False
    before = words[max(0, noun - _TO_TOWN) : noun]
    return not _IN.isdisjoint(before) and "," not in before


_OF = frozenset(["of", "de", "d", "'"])
_TO_TOWN = 5
_TOPICS = wordset("spoken_of_ar")


def _is_topic(passage: Passage, token: int) -> bool:
    """Say whether one speaks of a place: «الأوضاع الأمنية في ليبيا»."""
    before = passage.words[max(0, token - 3) : token]
    if before[-1:] == ["في"]:
        before.pop()
    elif passage.words[token][0] != "ب":
        return False
    is_adjective = before[-1:] != [] and before[-1].startswith("ال")
    near = before[-2:] if is_adjective else before[-1:]
    return not _TOPICS.isdisjoint(word.lstrip("و") for word in near)


def between(named: list[Place], first: int, last: int) -> list[Place]:
    """Return the places that begin in tokens first to last (exclusive)."""
    left = bisect_left(named, (first,))
    return named[left : bisect_left(named, (last,), lo=left)]


def place_of(
    named: list[Place],
    first: int,
    last: int,
    *,
    within: tuple[int, int],
    is_venue: Callable[[Place], bool],
    cost: Callable[[Place], int | None],
) -> Place | None:
    """Return the place of what stands in tokens first to last of a stretch.

    1. a city inside, 2. the nearest place behind a word for in or at, no farther than
    25 tokens, 3. a state right behind the first word, as in «مؤتمر الكويت».
    """
    beside = between(named, *within)
    inside = [one for one in beside if first <= one.first < last]
    cities = [one for one in inside if one.city and is_venue(one)]
    if cities:
        return max(cities, key=lambda one: one.is_in)
    near = [
        one
        for one in beside
        if (one.is_in or one.is_goal)
        and not (one.is_goal and one.first >= last)
        and cost(one) is not None
        and -_reach(one) < one.first - last < _reach(one)
        and (one not in inside or is_venue(one))
    ]
    if near:
        return min(near, key=lambda one: _distance(one, first, last) + (cost(one) or 0))
    return next((one for one in inside if one.first == first + 1 and one.city), None)


def _reach(place: Place) -> int:
    """Return how far a place may stand: a state named in passing is no venue."""
    return _FAR if place.city else _FAR // 3


def _distance(place: Place, first: int, last: int) -> int:
    """Count tokens between; a place behind is nearer than one in front."""
    if place.first >= last:
        return place.first - last
    return max(0, first - place.last) * 2
