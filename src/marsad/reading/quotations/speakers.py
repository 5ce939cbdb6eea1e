"""Who speaks: the words that name a speaker, and who the speaker is."""

from bisect import bisect_left
from typing import NamedTuple, cast

from marsad.reading.findings import Party, Person
from marsad.reading.lexicon import Hit
from marsad.reading.passage import Found, Passage, Seen
from marsad.spans import Span

OFFICE = "an office or a document is named"
PERSON = "a person is named"
GOES_ON = "the last speaker goes on"


class Speaker(NamedTuple):
    """The words that name a speaker, who that is, and for whom they speak."""

    span: Span
    name: str
    party: str | None
    why: str


def person_as_speaker(seen: Seen) -> Speaker:
    """Take a person's mention as the speaker."""
    person = cast("Person", seen.finding)
    return Speaker(person.span, person.canonical, person.party, PERSON)


def party_as_speaker(seen: Seen) -> Speaker:
    """Take a state's or body's mention as the speaker: a state means its government."""
    party = cast("Party", seen.finding)
    name = party.canonical
    if party.type == "state" and len(name) == 2 and name.isupper():
        name = f"Government of {name}"
    return Speaker(party.span, name, party.canonical, "a state or body is named")


def noun_as_speaker(
    passage: Passage, hit: Hit, last: int, party: Seen | None
) -> Speaker:
    """Take a word such as «البيان» or "officials" with what belongs to it."""
    name = hit.row["label"]
    canonical: str | None = None
    if party is not None and isinstance(party.finding, Party):
        canonical = party.finding.canonical
        name = f"{canonical} {name}"
    span = passage.span(hit.first, max(last, hit.last), hit.clitic)
    return Speaker(span, name, canonical, OFFICE)


class Candidates:
    """Everything in a passage that may name a speaker, by token."""

    __slots__ = ("_nouns", "_parties", "_persons", "passage")

    def __init__(self, passage: Passage, found: Found) -> None:
        self.passage = passage
        self._persons = found.persons
        self._parties = found.parties
        self._nouns = passage.hits("speaker")

    def persons(self, first: int, last: int) -> list[Seen]:
        """Return the persons named in tokens first to last (exclusive)."""
        return _between(self._persons, first, last)

    def parties(self, first: int, last: int) -> list[Seen]:
        """Return the parties named in tokens first to last (exclusive)."""
        return _between(self._parties, first, last)

    def noun(self, first: int, last: int) -> Hit | None:
        """Return the first and longest speaker's noun in tokens first to last."""
        left = bisect_left(self._nouns, (first,))
        best: Hit | None = None
        for hit in self._nouns[left : left + 8]:
            if hit.first >= last or (best and hit.first > best.first):
                break
            if best is None or hit.last > best.last:
                best = hit
        return best


def _between(seen: list[Seen], first: int, last: int) -> list[Seen]:
    left = bisect_left(seen, (first,))
    return seen[left : bisect_left(seen, (last,), lo=left)]
