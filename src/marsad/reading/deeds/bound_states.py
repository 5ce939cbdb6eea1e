"""The state that a ministry or government binds: a minister speaks for the state."""

from functools import cache

from marsad.reading.findings import Party
from marsad.reading.lexicon import hits_from, rows
from marsad.reading.passage import Passage, Seen
from marsad.reading.wordsets import wordset
from marsad.text.normalise import fold


def bound_party(passage: Passage, seen: Seen, party: Party) -> str:
    """Return the state for which a ministry acts, or the party itself."""
    if party.type == "office" and passage.words[seen.first - 1] in _TITLES:
        return bound_state(party.canonical)
    if "Embassy" in party.canonical:
        return bound_state(party.canonical)
    if party.type != "office" or _OUTWARD.isdisjoint(fold(party.canonical).split()):
        return party.canonical
    for hit in hits_from(passage.hits("nationality"), seen.first, seen.last):
        return hit.row["iso"]
    return bound_state(party.canonical)


_TITLES = wordset("officials") | wordset("titles")


# Ministries and governments that speak for their state; others speak for themselves.
_OUTWARD = wordset("outward")


@cache
def bound_state(body: str) -> str:
    """Return the state that a government body binds, or the body itself."""
    words = body.split()
    if words[:1] == ["UK"] or words[:1] == ["US"]:
        return {"UK": "GB", "US": "US"}[words[0]]
    bound = bound_by_force(body)
    if bound != body:
        return bound
    if _GOVERNMENT.isdisjoint(fold(body).split()):
        return body
    if body.startswith("Embassy of the "):
        return bound_state(f"Embassy of {body.removeprefix('Embassy of the ')}")
    return next((code for word in words if (code := _state_named(word))), body)


@cache
def bound_by_force(body: str) -> str:
    """Return whom a body binds whose name is no more than that of a force of theirs."""
    words = body.replace("U.S.", "US").replace("U.K.", "UK").split()
    is_joint = words[:2] == ["Combined", "Joint"] and "Horn" not in words
    if is_joint or not _COALITION.isdisjoint(words):
        return "Global Coalition"
    if body in _HOUSES:
        return _HOUSES[body]
    if words[0] in _OWN and not _FORMATIONS.isdisjoint(words):
        return _OWN[words[0]]
    if " ".join(words[1:]).casefold() not in _FORCES or body in _NO_FORCES:
        return body
    return _OWN.get(words[0]) or _state_named(words[0]) or body


_OWN = {"UK": "GB", "US": "US", "Royal": "GB"}
_FORMATIONS = frozenset("Command Army Navy Forces Force Marines Marine Corps".split())
# Houses that speak for their state.
_HOUSES = {
    "White House": "US",
    "Pentagon": "US",
    "US Department of State": "US",
    "US Department of Defense": "US",
    "UK Foreign Office": "GB",
    "Downing Street": "GB",
    "Kremlin": "RU",
    "Élysée": "FR",
    "Elysee": "FR",
}
_GOVERNMENT = wordset("government")
# Its task force against Daesh speaks for the Coalition.
_COALITION = frozenset(["CJTF-OIR", "CJTF", "Inherent"])
_NO_FORCES = frozenset(["Lebanese Forces"])  # a party
# A state's forces without the name of a formation.
_FORCES = frozenset(
    """army|forces|armed forces|military|navy|air force|security forces|defence forces
    defense forces|government forces|troops|coast guard|national army|border guard
    defence force|defense force""".replace("\n    ", "|").split("|")
)


@cache
def _state_named(word: str) -> str:
    """Return the code of the state that an English name or adjective means, or ""."""
    wanted = fold(word)
    for lexicon in ("states", "nationalities"):
        for row in rows(lexicon):
            if wanted in (fold(form) for form in row["en"].split("|")):
                return row["iso"]
    return ""


@cache
def nations(language: str) -> dict[str, str]:
    """Return the states by their folded adjectives of one word."""
    return {
        fold(form): row["iso"]
        for row in rows("nationalities")
        for form in row[language].split("|")
        if form
    }
