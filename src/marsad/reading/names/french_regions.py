"""Parts of the world and regions of states in French: "le pays d'Afrique centrale".

A part of the world behind "le pays" belongs to the description of a state; a region's
adjective behind a government makes it the region's: "le gouvernement catalan".
"""

from bisect import bisect_left
from collections.abc import Sequence

from marsad.reading.names.french_words import listed
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

_PARTS = wordset("parts_of_the_world_fr")
_SIDES = wordset("sides_of_parts_fr")
_DESCRIBING = wordset("adjectives_of_parts_fr")
_REGIONAL = wordset("regional_adjectives_fr")
_COMPASS = frozenset(["nord", "sud", "est", "ouest"])
# What may stand between an article and "pays": "le petit pays du Golfe".
SIZES = frozenset(["petit", "grand", "vaste", "riche", "pauvre", "jeune", "immense"])
_SINGULAR = (
    frozenset(["le", "ce", "un", "au", "du", "l", "son", "autre", "seul"]) | SIZES
)
_OF = frozenset(["de", "d", "du", "des", "'", "la", "l", "le", "les"])


# The states of the parts of the world that descriptions name, by a telling word.
_STATES_OF = {
    "amerique centrale": "GT BZ SV HN NI CR PA",
    "amerique latine": "MX GT SV HN NI CR PA CU DO HT CO VE EC PE BO CL AR UY PY BR",
    "amerique sud": "CO VE EC PE BO CL AR UY PY BR GY SR",
    "afrique ouest": "SN ML MR NE BF CI GH TG BJ NG GN GW SL LR GM CV",
    "afrique centrale": "CM CF TD CG CD GA GQ AO",
    "afrique est": "KE TZ UG RW BI ET SO DJ ER SS SD",
    "corne afrique": "ET SO DJ ER",
    "afrique australe": "ZA ZW ZM MZ BW NA LS SZ MW AO",
    "afrique nord": "MA DZ TN LY EG",
    "maghreb": "MA DZ TN LY MR",
    "sahel": "ML NE BF TD MR",
    "golfe": "SA AE QA KW BH OM IQ IR",
    "balkans": "RS HR BA ME MK AL XK BG GR RO SI",
    "asie sud": "TH VN ID PH MY SG MM KH LA BN TL IN PK BD LK NP",
    "asie centrale": "KZ UZ TM KG TJ",
    "europe est": "PL HU CZ SK RO BG UA BY MD",
    "europe centrale": "PL HU CZ SK AT SI",
    "baltique": "EE LV LT",
    "caucase": "GE AM AZ",
    "caraibes": "CU HT DO JM BS TT BB",
    "andes": "PE BO EC CO CL",
    "peninsule arabique": "SA AE QA KW BH OM YE",
    "scandinavie": "SE NO DK FI",
}


def nearest_of_part(
    part: Sequence[str], states: Sequence[tuple[int, str]], token: int
) -> str | None:
    """Return the state of a part of the world that was named last before a token."""
    isos = _states_of(part)
    end = bisect_left(states, (token, ""))
    before = (iso for _, iso in reversed(states[max(0, end - _MEMORY) : end]))
    return next((iso for iso in before if iso in isos), None)


_MEMORY = 300  # mentions of states that a description reaches back


def _states_of(words: Sequence[str]) -> frozenset[str]:
    """Return the codes of the states of the part of the world that words name."""
    for part, isos in _STATES_OF.items():
        if set(part.split()) <= set(words):
            return frozenset(isos.split())
    return frozenset()


# Before "le pays" as the subject of a clause that hangs on a sentence.
_RELATIVES = frozenset(["que", "ou", "dont", "quand", "lorsque"])


def subject_of_clause(
    passage: Passage, states: Sequence[tuple[int, str]], token: int
) -> str | None:
    """Return the one state named before in the sentence: "un arsenal que le pays"."""
    if passage.words[max(0, token - 2)] not in _RELATIVES:
        return None
    start, _ = passage.sentences.of(token)
    left = bisect_left(states, (start, ""))
    isos = {iso for _, iso in states[left : bisect_left(states, (token, ""))]}
    return isos.pop() if len(isos) == 1 else None


def past_part_of_world(words: Sequence[str], token: int) -> int:
    """Return the token after "d'Afrique de l'Ouest" or "andin", or the token itself."""
    if words[token : token + 1] and words[token] in _DESCRIBING:
        return token + 1
    place = _past(words, token, _OF)
    if place == token or words[place : place + 1] == [] or words[place] not in _PARTS:
        return token
    last = place + 1
    side = _past(words, last, _OF | {"-"})
    while words[side : side + 1] and words[side] in _SIDES:
        if side == last and words[side] in _COMPASS:
            break  # "Le pays d'Afrique de l'Ouest est enclavé"
        last = side + 1
        side = _past(words, last, frozenset(["-"]))
    return last


def _past(words: Sequence[str], token: int, links: frozenset[str]) -> int:
    while token < len(words) and words[token] in links:
        token += 1
    return token


def region_behind(words: Sequence[str], token: int) -> str:
    """Return the English of a region's adjective at a token, or an empty word."""
    if token >= len(words) or words[token] not in _REGIONAL:
        return ""
    known = listed(words[token])
    return known.english if known else ""


def is_one_country(words: Sequence[str], token: int) -> bool:
    """Say whether "pays" at a token is one: "ce pays du Golfe" is no group of states."""
    is_word = words[token] == "pays" and token > 0
    return is_word and words[token - 1] in _SINGULAR


# What goes before "État" where it is no party: "chef de l'État", "coup d'État".
_OF_STATE = frozenset(
    "chef chefs cheffe ministre ministres secretaire secretaires conseil coup coups homme "
    "hommes raison affaire affaires conseiller sommet appareil".split()
)
_PLURAL = frozenset("les des aux ces ses leurs nos".split())


def is_one_state(words: Sequence[str], first: int) -> bool:
    """Say whether "pays" is one, and "État" a state and no part of a title."""
    if words[first] == "pays":
        return words[first - 1] not in _PLURAL
    is_singular = words[first - 1] in ("'", "un") and first > 2
    of = words[first - 3 : first - 1]
    is_title = of == ["de", "l"] and words[first - 4] in _OF_STATE
    return is_singular and words[first - 2] != "d" and not is_title
