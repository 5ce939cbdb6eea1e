"""One person behind the spellings of a name in Arabic, English and French.

1. Within a document, a surname alone means the one full name there that it ends.
2. Across documents, full names are one person when their parts sound alike and none of
   them contradicts another: an initial agrees with its name, a middle name may lack.
3. A surname alone joins a full name of another document only when a role or a party
   that the texts give speaks for it and no second bearer of the name is known.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from marsad.linking.attestations import Attestation, attest, by_day
from marsad.linking.sounds import name_parts, sound_of, sounds_like
from marsad.reading.findings import Person
from marsad.reading.pipeline import Reading

_Sighting = Attestation[Person]


@dataclass(frozen=True, slots=True)
class LinkedPerson:
    """One person: the canonical name, and every place where the name was read."""

    canonical: str
    attestations: tuple[_Sighting, ...]

    def spelling(self, language: str) -> str | None:
        """The fullest spelling that a text in this language gives, the first of equals."""
        written = [
            " ".join(one.finding.span.quote.split())
            for one in self.attestations
            if one.language == language
        ]
        return max(written, key=lambda name: len(name.split()), default=None)

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles that the texts give, in the order of publication."""
        roles = (one.finding.role for one in self.attestations)
        return tuple(dict.fromkeys(role for role in roles if role))


def link_persons(readings: Sequence[Reading]) -> tuple[LinkedPerson, ...]:
    """Everybody named in the readings, each once, in the order of their names."""
    bearers = _bearers(readings)
    blocks = _group_full_names(one for one in bearers if len(one.parts) > 1)
    for lone in (one for one in bearers if len(one.parts) <= 1):
        block = blocks[sound_of(lone.parts[0]) if lone.parts else ""]
        home = _home_of(lone, block)
        if home is None:
            block.append([lone])
        else:
            home.append(lone)
    groups = [group for block in blocks.values() for group in block]
    return tuple(sorted((_person(group) for group in groups), key=_name_and_place))


def persons_by_document(
    persons: Iterable[LinkedPerson],
) -> Mapping[tuple[str, str], LinkedPerson]:
    """Look a person up by document and by the canonical name that was read there."""
    return {
        (one.document.id, one.finding.canonical): person
        for person in persons
        for one in person.attestations
    }


@dataclass(frozen=True, slots=True)
class _Bearer:
    """The mentions of one canonical name in one document."""

    parts: tuple[str, ...]
    mentions: tuple[_Sighting, ...]

    @property
    def evidence(self) -> frozenset[str]:
        """What a text says of the person besides the name."""
        found = {one.finding.role for one in self.mentions}
        found |= {one.finding.party for one in self.mentions}
        return frozenset(word.casefold() for word in found if word)


def _bearers(readings: Sequence[Reading]) -> list[_Bearer]:
    named: dict[tuple[str, str], list[_Sighting]] = defaultdict(list)
    for one in attest(readings, Person):
        named[one.document.id, one.finding.canonical].append(one)
    fullest: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for document, canonical in named:
        if len(parts := name_parts(canonical)) > 1:
            fullest[document].add(parts)
    return [
        _Bearer(_full(name_parts(canonical), fullest[document]), tuple(mentions))
        for (document, canonical), mentions in named.items()
    ]


def _full(parts: tuple[str, ...], fullest: set[tuple[str, ...]]) -> tuple[str, ...]:
    """A surname alone becomes the one full name of its document that it ends."""
    if len(parts) != 1:
        return parts
    meant = [name for name in fullest if sounds_like(name[-1], parts[0])]
    return meant[0] if len(meant) == 1 else parts


_Block = list[list[_Bearer]]


def _group_full_names(bearers: Iterable[_Bearer]) -> dict[str, _Block]:
    """Put those who bear one name together; only names of one surname are compared."""
    by_name: dict[tuple[str, ...], list[_Bearer]] = defaultdict(list)
    for bearer in bearers:
        by_name[bearer.parts].append(bearer)
    clusters: dict[str, list[list[tuple[str, ...]]]] = defaultdict(list)
    # The fullest names first, so that a shorter form finds the name it shortens.
    for parts in sorted(by_name, key=lambda name: (-len(name), name)):
        block = clusters[sound_of(parts[-1])]
        agreeing = [
            names
            for names in block
            if all(names_agree(parts, other) for other in names)
        ]
        if len(agreeing) == 1:
            agreeing[0].append(parts)
        else:
            block.append([parts])
    blocks: dict[str, _Block] = defaultdict(list)
    for sound, block in clusters.items():
        blocks[sound] = [
            [bearer for parts in names for bearer in by_name[parts]] for names in block
        ]
    return blocks


def names_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names may be one: same ends, and no part without its like."""
    shorter, longer = sorted((tuple(one), tuple(other)), key=len)
    if not (_alike(shorter[0], longer[0]) and _alike(shorter[-1], longer[-1])):
        return False
    return all(any(_alike(part, like) for like in longer) for part in shorter)


def _alike(one: str, other: str) -> bool:
    if 1 in (len(one), len(other)):
        return one[:1] == other[:1]
    return sounds_like(one, other)


def _home_of(lone: _Bearer, block: _Block) -> list[_Bearer] | None:
    """The one group that a surname alone belongs to, or none where doubt remains."""
    if len(block) != 1 or not lone.parts:
        return None
    known = frozenset[str]().union(*(one.evidence for one in block[0]))
    is_bare = len(block[0][0].parts) == 1
    return block[0] if is_bare or known & lone.evidence else None


def _person(group: Iterable[_Bearer]) -> LinkedPerson:
    mentions = sorted((one for bearer in group for one in bearer.mentions), key=by_day)
    names = dict.fromkeys(one.finding.canonical for one in mentions)
    canonical = max(names, key=lambda name: len(name.split()))
    return LinkedPerson(canonical, tuple(mentions))


def _name_and_place(person: LinkedPerson) -> tuple[str, str, int]:
    first = person.attestations[0]
    return person.canonical, first.document.id, first.finding.span.start
