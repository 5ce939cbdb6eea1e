"""English names of Arabic bodies, put together from the pieces that were read.

Arabic says head, idafa and adjectives in turn; English says whose it is and of what
rank before the head, its field before the head too, and its purpose behind "for".
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from marsad.reading.lexicon import rows
from marsad.reading.names.bodies import Part, state_name
from marsad.reading.names.romanised import romanised
from marsad.reading.wordsets import wordset
from marsad.text.normalise import fold

# Heads before "of": "Ministry of ...", "University of ...".
_OF = frozenset(["Municipality", "Governorate", "University", "Embassy", "Consulate", "Board", "Presidency", "Secretariat", "Court of Appeal"])  # fmt: skip
# Arms of a state: those of the United States are "US", not "American".
_OF_STATES = wordset("arms_of_states")
# The portfolios of the United States that are called otherwise there.
_OF_THE_US: Mapping[str, str] = {
    "Foreign Affairs": "State",
    "Defence": "Defense",
    "Finance": "the Treasury",
    "Treasury": "the Treasury",
    "Interior": "the Interior",
    "Internal Security": "Homeland Security",
    "National Security": "Homeland Security",
    "Oil": "Energy",
    "Trade": "Commerce",
    "Labour": "Labor",
}
# Fields of business, in which «مؤسسة» is a corporation.
_CORPORATE = frozenset(["Oil", "Gas", "Electricity", "Ports", "Port", "Railways", "Airports", "Transport", "Water", "Telecommunications", "Communications", "Post", "Insurance", "Broadcasting", "Radio", "Cement", "Phosphate", "Mining", "Grain", "Trade", "Fuel", "Hydrocarbons", "Petroleum", "Airlines", "Finance", "Money"])  # fmt: skip
# Who has an office of the same name: «مكتب رئيس الوزراء».
_HOLDERS = frozenset(["Prime Minister", "President", "Presidency", "Attorney General", "Public Prosecutor", "Foreign Minister", "Minister", "Governor", "Speaker", "Secretary-General", "Crown Prince", "King", "Prosecutor"])  # fmt: skip
_LINKING = (" of", " for", " in", " on", " Against", " to")


@cache
def _own_names() -> Mapping[str, str]:
    return {fold(row["ar"]): row["en"] for row in rows("own_names_ar")}


def own_name(words: Sequence[str]) -> str:
    """Write the name that a body gave itself in Latin letters, as such names are."""
    return " ".join(_written(word) for word in words)


def is_own_name(word: str) -> bool:
    """Say whether bodies take a word for their own name."""
    return word.removeprefix("ال") in _own_names()


def _written(word: str) -> str:
    known = _own_names()
    if word in known:
        return known[word]
    if word.startswith("ال") and word[2:] in known:
        return f"Al-{known[word[2:]]}"
    return romanised([word])


class Piece(NamedTuple):
    """A piece of a name: its English and what it does there."""

    english: str
    role: str  # rank / noun / open / and / for / in / body / city / name / state
    part: Part | None = None


class Owners(NamedTuple):
    """The states whose adjectives stand in a name."""

    parts: tuple[Part, ...] = ()

    def adjective(self) -> str:
        """Return their English adjectives, joined for a body of two states."""
        return "-".join(part.english for part in self.parts)

    def state(self) -> str:
        """Return the English name of the only one of them, or the adjectives."""
        if len(self.parts) != 1:
            return self.adjective()
        iso = self.parts[0].hit.row["iso"]
        return "US" if iso == "US" else state_name(iso) or self.parts[0].english


def name_in_english(head: str, pieces: Sequence[Piece], owners: Owners) -> str:
    """Put together the English name of a body."""
    ranks = [_rank(piece.english, head) for piece in pieces if piece.role == "rank"]
    field, purposes, places = _parted(pieces)
    of, purpose = _phrase(field), "".join(f" for {_phrase(one)}" for one in purposes)
    if head == "Secretariat" and field and field[0].role == "city":
        head = "Municipality"
    head, of = _called(head, of, purpose)
    whole = _as_a_whole(head, of, ranks, owners)
    if whole:
        return whole
    head, ranks = _chamber(head, ranks)
    place = "".join(f" in {_phrase(one)}" for one in places)
    place += "".join(f" {piece.english}" for piece in pieces if piece.role == "tail")
    if head in ("Company", "Complex") and {one.role for one in pieces} == {"name"}:
        return of  # a firm goes by its own name
    is_ministry = head.startswith("Minist")
    whose = owners.state() if is_ministry else owners.adjective()
    if is_ministry and whose == "US":
        field_of = of or head.removeprefix("Ministry of ")
        return f"US Department of {_OF_THE_US.get(field_of, field_of)}"
    if head in _OF_STATES | {"Ministry"} or head.lower() in _OF_STATES:
        whose = "US" if whose == "American" else whose
    before = [whose, *dict.fromkeys(reversed(ranks))]
    if head == "Presidency" and owners.parts:
        before, of = before[1:], owners.state()
    if is_ministry or (head in _OF and _is_named(field, head)):
        words = [*before, head, "of" if of else "", of]
    else:
        words = [*before, of, head]
    return " ".join(word for word in words if word) + purpose + place


def _as_a_whole(head: str, of: str, ranks: Sequence[str], owners: Owners) -> str:
    """Name a central bank or the office of one who governs, empty for another body."""
    state = f" of {owners.state()}" if owners.parts else ""
    if head == "Office" and of in _HOLDERS:
        return f"Office of the {of}{state}"
    is_central = head == "Bank" and ranks == ["Central"] and bool(state)
    return f"Central Bank{state}" if is_central else ""


def _chamber(head: str, ranks: list[str]) -> tuple[str, list[str]]:
    """Return head and ranks of a commercial chamber, which English calls of commerce."""
    if head != "Chamber" or "Commercial" not in ranks:
        return head, ranks
    return "Chamber of Commerce", [one for one in ranks if one != "Commercial"]


# Heads that are high in English where Arabic says «العليا»; courts are supreme.
_HIGH = frozenset(["Committee", "Authority", "Commission", "Directorate", "Team"])


def _rank(english: str, head: str) -> str:
    return "High" if english == "Supreme" and head in _HIGH else english


# What a head is called in English by the field that it works in.
_BY_FIELD: Mapping[str, tuple[str, frozenset[str]]] = {
    "Foundation": ("Corporation", _CORPORATE),
    "Authority": ("Commission", frozenset(["Anti-Corruption", "Integrity", "Rights", "Accountability", "Securities", "Persons", "Prisoners", "Martyrs", "Truth"])),
    "Union": ("Federation", frozenset(["Industries", "Industry", "Chambers", "Unions", "Football", "Employers"])),
    "Association": ("League", frozenset(["Rights"])),
    "Agency": ("Service", frozenset(["Counter-Terrorism", "Security", "Intelligence"])),
}  # fmt: skip


def _called(head: str, of: str, purpose: str) -> tuple[str, str]:
    """Return the head and the field as English calls them together."""
    if (head, of) in _TOGETHER:
        return _TOGETHER[head, of]
    other, fields = _BY_FIELD.get(head, (head, frozenset()))
    if not fields.isdisjoint(f"{of}{purpose}".split()):
        head = other
    if head == "Chamber" and "Trade" in of:
        place = of.split("Trade")[0].strip()
        return "Chamber of Commerce" + " and Industry" * ("Industry" in of), place
    if head == "Authority" and of.endswith(" Regulation"):
        return head, of.removesuffix("Regulation") + "Regulatory"
    said, instead = _SAID.get(head, ("", ""))
    return head, of.replace(said, instead)


# Heads with a field that English calls by a name of its own.
_TOGETHER: Mapping[tuple[str, str], tuple[str, str]] = {
    ("Union", "Lawyers"): ("Bar Association", ""),
    ("Association", "Lawyers"): ("Bar Association", ""),
    ("Committee", "Inquiry"): ("Commission of Inquiry", ""),
    ("Committee", "Investigation"): ("Commission of Inquiry", ""),
    ("Council", "Judiciary"): ("Council", "Judicial"),
}
# Fields that are called otherwise behind some heads.
_SAID: Mapping[str, tuple[str, str]] = {
    "Fund": ("Stability", "Stabilisation"),
    "Team": ("Stability", "Stabilisation"),
    "Working Group": ("Stability", "Stabilisation"),
    "Ministry": ("Media", "Information"),
}


def _is_named(field: Sequence[Piece], head: str) -> bool:
    """Say whether a head is followed by a name, and not by a field of work."""
    if head in ("Board", "Presidency", "Secretariat", "Court of Appeal"):
        return True
    named = ("city", "state") if head == "University" else ("city", "state", "name")
    return bool(field) and field[0].role in named


_Segments = list[list[Piece]]


def _parted(pieces: Sequence[Piece]) -> tuple[list[Piece], _Segments, _Segments]:
    """Part the pieces into the field, the purposes and the places."""
    field: list[Piece] = []
    segments: dict[str, _Segments] = {"for": [], "in": []}
    current = field
    for piece in pieces:
        if piece.role in segments:
            current = []
            segments[piece.role].append(current)
        elif piece.role not in ("rank", "tail"):
            current.append(piece)
    return field, segments["for"], segments["in"]


def _phrase(pieces: Sequence[Piece]) -> str:
    """Write the nouns of one phrase in English order: «تحليل المخاطر» is risk analysis."""
    groups: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.role == "and":
            groups.append([])
        else:
            groups[-1].append(piece)
    written = [_compound(group) for group in groups if group]
    if len(written) > 1:
        return ", ".join(written[:-1]) + " and " + written[-1]
    return "".join(written)


def _compound(pieces: Sequence[Piece]) -> str:
    nouns = list(pieces)
    if len(nouns) > 1 and nouns[0].english == "Affairs":
        nouns = nouns[1:]  # «شؤون» says nothing that its noun does not say
    name = ""
    for piece in reversed(nouns):
        if piece.english.endswith(_LINKING):
            name = f"{piece.english} {name}".strip()
        elif piece.role == "adj":
            continue
        else:
            adjectives = _adjectives_of(nouns, piece)
            name = " ".join([*_before(name), *adjectives, piece.english])
    return name


def _before(name: str) -> list[str]:
    return [name] if name else []


def _adjectives_of(nouns: Sequence[Piece], noun: Piece) -> list[str]:
    """Return the adjectives that follow a noun, the last one first."""
    place = next(index for index, piece in enumerate(nouns) if piece is noun)
    found: list[str] = []
    for piece in nouns[place + 1 :]:
        if piece.role != "adj":
            break
        found.insert(0, piece.english)
    return found
