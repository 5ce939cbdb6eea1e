"""Bodies that no lexicon knows by name, put together from a head word and what follows.

«وزارة» with its field, "Board of ..." with its capitals, "observatoire" with its
adjectives: the head says what kind of body it is, the rest says which. The English
name is put together from the English of the parts that are known.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from marsad.reading.lexicon import Hit, hits_from, rows
from marsad.reading.names.gazetteer import common_words, latin_names
from marsad.reading.names.naming import Named
from marsad.reading.names.states import Known
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

# Heads of which everyday things are made as well: they need more known words.
EVERYDAY = wordset("everyday_bodies")


class Part(NamedTuple):
    """What is known of a word inside a name: its English and its kind."""

    hit: Hit
    english: str
    kind: str  # field / adj / nationality / state


class Parts:
    """The words of a passage that may stand in the name of a body after its head."""

    __slots__ = (
        "_at",
        "_heads",
        "after_calls",
        "after_verbs",
        "bodies",
        "body_ends",
        "cities",
        "heads",
        "known",
        "longer_heads",
        "passage",
        "persons",
        "titles",
    )

    def __init__(self, passage: Passage, known: Known) -> None:
        self.passage = passage
        self.known = known
        self.persons = frozenset(
            hit.first for tag in ("figure", "surname") for hit in passage.hits(tag)
        )
        self.titles = frozenset(hit.first for hit in passage.hits("title"))
        self.cities = {hit.first: hit for hit in passage.hits("city")}
        heads = passage.hits("body_head")
        self._heads = heads
        self.heads = frozenset(hit.first for hit in heads)
        # Of heads that begin together the longest one counts: «مجلس النواب».
        self.longer_heads = {
            hit.first: hit.last for hit in heads if hit.last - hit.first > 1
        }
        self.after_calls = frozenset(hit.last for hit in passage.hits("calls"))
        self.after_verbs = frozenset(hit.last for hit in passage.hits("says"))
        self.bodies: dict[int, Hit] = {}
        for hit in passage.hits("known_body"):
            held = self.bodies.get(hit.first)
            if held is None or hit.last > held.last:
                self.bodies[hit.first] = hit
        # An armed group owns no office: "al-Qaida's network" is the group.
        self.body_ends = {
            hit.last: hit
            for hit in self.bodies.values()
            if hit.row["type"] != "armed_group"
        }
        self._at: dict[int, Part] = {}
        for hit in passage.hits("body_field"):
            part = Part(hit, hit.row["english"], hit.row["kind"])
            other = self._at.get(hit.first)
            if other is None or hit.last > other.hit.last:
                self._at[hit.first] = part

    def heads_at(self, token: int) -> Sequence[Hit]:
        """Return the head words that begin at a token."""
        return hits_from(self._heads, token, token + 1)

    def at(self, token: int) -> Part | None:
        """Return the known word that begins at a token, the longest one."""
        part = self._at.get(token)
        hit = self.known.nationality.get(token)
        if hit and (part is None or hit.last > part.hit.last):
            return Part(hit, english_adjective(hit), "nationality")
        hit = self.known.state.get(token)
        if hit and (part is None or hit.last >= part.hit.last):
            return Part(hit, hit.row["en"].split("|")[0], "state")
        return part


def english_adjective(hit: Hit) -> str:
    """Return the English adjective of a nationality, or the name of its state."""
    return hit.row["en"].split("|")[0] or hit.row["iso"]


@cache
def _state_names() -> Mapping[str, str]:
    return {row["iso"]: row["en"].split("|")[0] for row in rows("states")}


def _state(owner: Part) -> str:
    """Return the English name of the state whose adjective this is."""
    return state_name(owner.hit.row["iso"]) or owner.english


def state_name(iso: str) -> str:
    """Return the English name of a state, empty if there is none of this code."""
    return _state_names().get(iso, "")


# Arms of a state: those of the United States are "US", not "American".
_OF_FIELDS = wordset("arms_of_states")


def english_name(head: str, fields: Sequence[Part], owner: Part | None) -> str:
    """Put together an English name: whose it is, its adjectives, its field, its head."""
    nouns = [part.english for part in fields if part.kind == "field"]
    if len(nouns) > 1 and nouns[0] == "Affairs":
        nouns = nouns[1:]  # «شؤون» says nothing that its noun does not say
    adjectives = [part.english for part in fields if part.kind == "adj"]
    whose = [owner.english] if owner and owner.kind == "nationality" else []
    if head.lower() in _OF_FIELDS and whose == ["American"]:
        whose = ["US"]
    if head.startswith("Minist") and owner and owner.kind == "nationality":
        whose = [
            owner.hit.row["iso"] if owner.hit.row["iso"] == "US" else _state(owner)
        ]
    if head == "Presidency" and owner and owner.kind == "nationality":
        return " ".join([*reversed(adjectives), head, "of", _state(owner)])
    if head.startswith("Minist") and nouns:
        listed = ", ".join(nouns[:-1]) + " and " + nouns[-1] if nouns[1:] else nouns[0]
        name = " ".join([*whose, *reversed(adjectives), head, "of", listed])
    else:
        name = " ".join([*whose, *reversed(adjectives), *nouns, head])
    return f"{name} of {owner.english}" if owner and owner.kind == "state" else name


def named_body(head: Hit, first: int, last: int, clitic: int, english: str) -> Named:
    """Make the candidate of a body that was put together."""
    row = head.row
    is_troops = row["kind"] == "force" and clitic < 0
    return Named(
        first,
        last,
        max(clitic, 0),
        english,
        row["type"],
        tuple(row["class"].split()),
        reader="parties.body",
        # A longer head says more: «مجلس الشيوخ» before «مجلس».
        score=0.75 + 0.01 * (head.last - head.first),
        why=f"the head word means {row['english'].lower()}",
        is_doubtful=is_troops,
    )


def acronym_after(passage: Passage, token: int) -> tuple[str, int]:
    """Return a short form in brackets that begins at a token, and the token after it."""
    words = passage.words
    if words[token : token + 1] != ["("] or token + 2 >= len(words):
        return "", token
    if words[token + 2] != ")":
        return "", token
    short = passage.written(token + 1)
    is_short = short.isalpha() and short.isascii() and sum(map(str.isupper, short)) > 1
    return (short, token + 3) if is_short else ("", token)


_JOINED = 6  # words of the last field of a name that its short form proves


def up_to_bracket(passage: Passage, named: Named, capital: Sequence[bool]) -> Named:
    """Return a name with a last "and" phrase where its short form follows in brackets.

    "the UN Office for West Africa and the Sahel (UNOWAS)" does not end at "and".
    """
    words, token = passage.words, named.last
    if words[token : token + 1] not in (["and"], ["et"]):
        return named
    for end in range(token + 1, min(token + _JOINED, len(words))):
        if words[end] == "(":
            short = (
                acronym_after(passage, end)[0]
                or _spoken_short_form(passage, named._replace(last=end))[0]
            )
            return named._replace(last=end) if short else named
        if not (capital[end] or words[end] in _SMALL_WORDS):
            return named
    return named


_SMALL_WORDS = frozenset(
    ["the", "of", "for", "le", "la", "les", "l", "'", "de", "du", "des"]
)


def with_short_form(passage: Passage, named: Named) -> Named:
    """Return a candidate with its short form in brackets, where one follows."""
    short, last = acronym_after(passage, named.last)
    if not short:
        short, last = _spoken_short_form(passage, named)
    return named._replace(last=last, short=short) if short else named


_SPOKEN = range(3, 9)  # letters of a short form that is spoken as a word: "Céni"


def _spoken_short_form(passage: Passage, named: Named) -> tuple[str, int]:
    """Return a short form in brackets that is written like a name: "(Pnat)"."""
    words, token = passage.words, named.last
    is_bracketed = words[token : token + 1] == ["("] and words[token + 2 : token + 3]
    if passage.language == "ar" or is_bracketed != [")"]:
        return "", token
    short = words[token + 1]
    initials = [word[0] for word in words[named.first : token] if len(word) > _LINK]
    is_short = len(short) in _SPOKEN and short.isalpha() and len(initials) > 1
    is_place = any(
        hits_from(passage.hits(tag), token + 1, token + 2) for tag in ("city", "state")
    )
    if not is_short or is_place:
        return "", token
    if short[0] != initials[0] and not _may_be_foreign(passage, named, short):
        return "", token
    return passage.written(token + 1), token + 3


def _may_be_foreign(passage: Passage, named: Named, short: str) -> bool:
    """Say whether a bracket may hold the short form of a French name's own language.

    "Agence européenne de sécurité aérienne (Easa)": no word, no name of a person.
    """
    written = passage.written(named.last + 1)
    is_head = passage.written(named.first)[0].isupper() and written[0].isupper()
    is_free = short not in common_words("fr") and latin_names().get(short, 0) < _OFTEN
    return passage.language == "fr" and is_head and is_free


_OFTEN = 3
_LINK = 3  # letters of "des", "les", "for" and other links
