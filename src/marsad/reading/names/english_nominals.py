"""English descriptions whose owner the rest of the text tells.

"The enemy" is the armed group that a text is about, "administration officials" are
American, "the Department" of a release is its author, and "the West African country" is
the state of that region named last.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from marsad.reading.lexicon import Hit, hits_from, rows
from marsad.reading.names.naming import Named, described_state, later_mention
from marsad.reading.names.states import Known
from marsad.reading.names.written import Letters
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

_OFFICIALS = wordset("officials_en")
_BEFORE_ENEMY = frozenset(["the", "our", "this", "that"])
_BEFORE_ADMINISTRATION = frozenset(
    "the this his new current previous outgoing incoming former".split()
)
# What says which department of the United States writes: the first that is found.
_DEPARTMENTS: Mapping[str, frozenset[str]] = {
    "US Department of Defense": frozenset(["pentagon", "defense", "dod", "centcom"]),
    "US Department of Justice": frozenset(
        ["attorney", "justice", "prosecutors", "fbi"]
    ),
    "US Treasury": frozenset(["treasury", "ofac"]),
}
_STATE = "US Department of State"
_COUNTRIES = frozenset(["country", "nation", "state", "kingdom", "republic"])
_REGION_WORDS = 3  # words of "Central American", "South-East Asian"


def english_nominals(
    passage: Passage, letters: Letters, known: Known, names: Sequence[Named]
) -> Iterator[Named]:
    """Give the descriptions of an English passage that the rest of it explains."""
    if passage.language != "en":
        return
    yield from _enemies(passage, names)
    hits = (*known.state.values(), *known.nationality.values())
    counts = Counter(hit.row["iso"] for hit in hits)
    if counts["US"]:
        yield from _departments(passage, letters, names)
    if counts["US"] and counts["US"] * _SHARE >= counts.total():
        yield from _administrations(passage, letters)
    yield from _of_regions(passage, known)


_SHARE = 3  # a third of the states spoken of make an administration American


def _enemies(passage: Passage, names: Sequence[Named]) -> Iterator[Named]:
    """Give "the enemy" as the armed group that is named most."""
    tokens = passage.tokens_of(frozenset(["enemy"]))
    counts = Counter(one.canonical for one in names if one.type == "armed_group")
    if not tokens or not counts:
        return
    canonical = "Daesh" if "Daesh" in counts else counts.most_common(1)[0][0]
    group = next(one for one in names if one.canonical == canonical)
    words = passage.words
    for token in tokens:
        before = words[token - 1] if token else "\n"
        after = words[token + 1] if token + 1 < len(words) else "."
        is_sure = before in _BEFORE_ENEMY and after not in _OWNED_BY_ENEMIES
        if is_sure or after in _OWNED_BY_ENEMIES:
            named = later_mention(token, token + 1, 0, group)
            yield named._replace(is_doubtful=not is_sure)


_OWNED_BY_ENEMIES = wordset("after_enemy_en")


def _administrations(passage: Passage, letters: Letters) -> Iterator[Named]:
    """Give "the administration" and "administration officials" as the United States."""
    words = passage.words
    for token in passage.tokens_of(frozenset(["administration"])):
        before = words[token - 1] if token else "\n"
        after = words[token + 1] if token + 1 < len(words) else "."
        is_before = before in _BEFORE_ADMINISTRATION and after not in ("of", "in")
        is_name = token > 0 and letters.capital[token - 1] and letters.capital[token]
        if (is_before and not is_name) or (after in _OFFICIALS and not is_name):
            yield described_state(token, token + 1, 0, "US")


def _departments(
    passage: Passage, letters: Letters, names: Sequence[Named]
) -> Iterator[Named]:
    """Give "the Department", where none is named, as that which writes."""
    words = passage.words
    for token in passage.tokens_of(frozenset(["department"])):
        after = words[token + 1] if token + 1 < len(words) else "."
        is_bare = letters.capital[token] and words[token - 1 : token] == ["the"]
        if not is_bare or after == "of":
            continue
        if any("Department" in one.canonical for one in names if one.first < token):
            continue
        signs = _DEPARTMENTS.items()
        canonical = next(
            (name for name, told in signs if told & passage.vocabulary), _STATE
        )
        one = Named(0, 0, 0, canonical, "office", ("department", "ministry"))
        yield later_mention(token, token + 1, 0, one)


def _of_regions(passage: Passage, known: Known) -> Iterator[Named]:
    """Give "the Central American country" as the state of the region named last."""
    words, regions = passage.words, _regions()
    states = sorted(known.state.values())
    for token in passage.tokens_of(_COUNTRIES):
        for length in range(1, _REGION_WORDS + 1):
            first = token - length
            isos = regions.get(" ".join(words[max(first, 0) : token]))
            if isos is None or first < 1 or words[first - 1] not in ("the", "this"):
                continue
            named = [hit.row["iso"] for hit in states if hit.first < first]
            iso = next((iso for iso in reversed(named) if iso in isos), None)
            if iso:
                yield described_state(first, token + 1, 0, iso)


@cache
def _regions() -> Mapping[str, frozenset[str]]:
    """Return the codes of the states of a region by its adjectives, folded."""
    return {
        adjective: frozenset(row["states"].split())
        for row in rows("regions_en")
        for adjective in row["en"].split("|")
    }


def state_in_sentence(
    passage: Passage, states: Sequence[tuple[int, str]], hit: Hit
) -> str | None:
    """Return the one state that a sentence names before "the country", if it is one.

    Whoever only says something of a country is another one.
    """
    start, _ = passage.sentences.of(hit.first)
    left = bisect_left(states, (start, ""))
    near = states[left : bisect_left(states, (hit.first, ""))]
    isos = {iso for _, iso in near}
    if len(isos) != 1 or hits_from(passage.hits("says"), near[0][0], hit.first):
        return None
    return isos.pop()
