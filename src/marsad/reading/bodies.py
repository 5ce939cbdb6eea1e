"""Bodies that no lexicon knows by name, put together from a head word and what follows.

«وزارة» with its field, "Board of ..." with its capitals, "observatoire" with its
adjectives: the head says what kind of body it is, the rest says which. The English
name is put together from the English of the parts that are known.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from marsad.reading.lexicon import Hit
from marsad.reading.naming import Named
from marsad.reading.passage import Passage
from marsad.reading.states import Known
from marsad.reading.written import Letters, cases

# Heads of which everyday things are made as well: they need more known words.
EVERYDAY = frozenset(
    ["centre", "group", "network", "campaign", "programme", "mission", "front", "club", "company", "fund", "office", "team", "union", "movement", "committee", "council", "bloc", "command", "brigade", "forum", "foundation", "chamber", "directorate", "association", "organisation", "agency", "authority", "school", "institute", "coalition", "department", "presidency", "alliance", "board", "party"]
)  # fmt: skip


class Part(NamedTuple):
    """What is known of a word inside a name: its English and its kind."""

    hit: Hit
    english: str
    kind: str  # field / adj / nationality / state


class Parts:
    """The words of a passage that may stand in the name of a body after its head."""

    __slots__ = ("_at", "bodies", "known", "passage", "persons")

    def __init__(self, passage: Passage, known: Known) -> None:
        self.passage = passage
        self.known = known
        self.persons = frozenset(
            hit.first for tag in ("figure", "surname") for hit in passage.hits(tag)
        )
        self.bodies: dict[int, Hit] = {}
        for hit in passage.hits("known_body"):
            held = self.bodies.get(hit.first)
            if held is None or hit.last > held.last:
                self.bodies[hit.first] = hit
        self._at: dict[int, Part] = {}
        for hit in passage.hits("body_field"):
            part = Part(hit, hit.row["english"], hit.row["kind"])
            other = self._at.get(hit.first)
            if other is None or hit.last > other.hit.last:
                self._at[hit.first] = part

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


# Arms of a state: those of the United States are "US", not "American".
_OF_FIELDS = frozenset(
    "Ministry Embassy Consulate army forces police navy judiciary prosecutors Senate Parliament Court Department Agency Command intelligence".split()
)


def english_name(head: str, fields: Sequence[Part], owner: Part | None) -> str:
    """Put together an English name: whose it is, its adjectives, its field, its head."""
    nouns = [part.english for part in fields if part.kind == "field"]
    if len(nouns) > 1 and nouns[0] == "Affairs":
        nouns = nouns[1:]  # «شؤون» says nothing that its noun does not say
    adjectives = [part.english for part in fields if part.kind == "adj"]
    whose = [owner.english] if owner and owner.kind == "nationality" else []
    if head in _OF_FIELDS and whose == ["American"]:
        whose = ["US"]
    if head.startswith("Minist") and nouns:
        listed = ", ".join(nouns[:-1]) + " and " + nouns[-1] if nouns[1:] else nouns[0]
        name = " ".join([*whose, *reversed(adjectives), head, "of", listed])
    else:
        name = " ".join([*whose, *reversed(adjectives), *nouns, head])
    return f"{name} of {owner.english}" if owner and owner.kind == "state" else name


def named_body(
    head: Hit, first: int, last: int, clitic: int, english: str
) -> Named:
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


def acronym_after(passage: Passage, letters: Letters, token: int) -> tuple[str, int]:
    """Return a short form in brackets that begins at a token, and the token after it."""
    words = passage.words
    if words[token : token + 1] != ["("] or token + 2 >= len(words):
        return "", token
    if words[token + 2] != ")":
        return "", token
    short = passage.written(token + 1)
    is_short = short.isalpha() and short.isascii() and sum(map(str.isupper, short)) > 1
    return (short, token + 3) if is_short else ("", token)


def body_mentions(
    passage: Passage, letters: Letters, known: Known
) -> Iterator[Named]:
    """Give the candidates that a head word and the words around it make."""
    from marsad.reading import arabic_bodies, latin_bodies

    parts = Parts(passage, known)
    case = cases(passage.language, "body_heads")
    build = {
        "ar": arabic_bodies.body,
        "en": latin_bodies.english_body,
        "fr": latin_bodies.french_body,
    }[passage.language]
    for hit in passage.hits("body_head"):
        if letters.allows(hit, case):
            named = build(parts, letters, hit)
            if named:
                yield with_short_form(passage, letters, named)


def with_short_form(passage: Passage, letters: Letters, named: Named) -> Named:
    """Return a candidate with its short form in brackets, where one follows."""
    short, last = acronym_after(passage, letters, named.last)
    return named._replace(last=last, short=short) if short else named
