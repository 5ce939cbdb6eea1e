"""What besides a name says that two reports mean one person.

An office, a state or a body that the texts give; where a list of public figures knows
the name, the party that the figure speaks for; or the company of others: two further
persons whom both documents name in full. Two states that differ speak against it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from marsad.linking.attestations import Attestation
from marsad.reading.findings import Person
from marsad.reading.lexicon import rows

# Two people of one name may share a form of address, a rank or a calling.
_WEAK: Final = frozenset(["form", "rank", "trade"])
_COMPANY: Final = 2
_INITIAL: Final = re.compile(r" \w\.(?= )")  # "John R. Allen"


@dataclass(frozen=True, slots=True)
class Signs:
    """The offices and parties of a person in one document, and who else is there."""

    offices: frozenset[str]
    parties: frozenset[str]
    company: frozenset[str]

    @property
    def states(self) -> frozenset[str]:
        """The codes of the states for which the person speaks."""
        return frozenset(one for one in self.parties if len(one) == 2 and one.isupper())

    def speak_for(self, other: "Signs") -> bool:
        """Whether something besides the name is the same, and no state differs."""
        if self.deny(other):
            return False
        if self.offices & other.offices or self.parties & other.parties:
            return True
        return len(self.company & other.company) >= _COMPANY

    def deny(self, other: "Signs") -> bool:
        """Whether the two speak for states, and for none in common."""
        both = bool(self.states and other.states)
        return both and self.states.isdisjoint(other.states)


def signs_of(mentions: Iterable[Attestation[Person]], company: frozenset[str]) -> Signs:
    """What a document says of a person, beside others whom it names in full."""
    persons = [one.finding for one in mentions]
    offices = {one.role for one in persons if one.role and not _is_weak(one.role)}
    parties = {one.party for one in persons if one.party}
    if not parties:
        parties = {party for one in persons if (party := _listed_party(one.canonical))}
    return Signs(
        frozenset(office.casefold() for office in offices), frozenset(parties), company
    )


def _listed_party(canonical: str) -> str:
    return _public().get(_INITIAL.sub("", canonical), "")


def _is_weak(role: str) -> bool:
    # "General of US", but "Secretary of State".
    return _kinds().get(role, _kinds().get(role.partition(" of ")[0])) in _WEAK


@cache
def _kinds() -> Mapping[str, str]:
    return {row["english"]: row["kind"] for row in rows("titles")}


@cache
def _public() -> Mapping[str, str]:
    """Return the party of each public figure by the name in English."""
    return {row["canonical"]: row["party"] for row in rows("public_figures")}
