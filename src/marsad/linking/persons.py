"""One person behind the spellings of a name in Arabic, English and French.

1. Within a document, a surname alone means the one full name there that it ends.
2. Across documents, full names are one person when their words may be spellings of one
   name, none of them contradicts another (an initial agrees with its name, a middle
   name may lack) and a second sign speaks for it: two people may share a name.
3. A surname alone joins another document only with such a sign as well, and where no
   second bearer of the name is known.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from marsad.linking.attestations import Attestation, attest, by_day
from marsad.linking.second_signs import Signs, signs_of
from marsad.linking.sounds import sound_of
from marsad.linking.spellings import may_be_one, words_of_name
from marsad.reading.findings import Person
from marsad.reading.pipeline import Reading
from marsad.text.names import name_key

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
    groups = _Groups()
    # The fullest names first, so that a shorter form finds the name it shortens.
    for bearer in sorted(bearers, key=lambda one: (-len(one.parts), one.parts)):
        groups.add(bearer)
    persons = (_person(group) for group in groups.all)
    return tuple(sorted(persons, key=_name_and_place))


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
    # The name as the text writes it, where that is in another script.
    written: tuple[str, ...]
    signs: Signs
    mentions: tuple[_Sighting, ...]

    @property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """The name in Latin letters, and in Arabic ones where the text is Arabic."""
        return (self.parts, self.written) if self.written else (self.parts,)

    @property
    def keys(self) -> frozenset[str]:
        """Short strings; two bearers of one surname share one of them."""
        lasts = {names[-1] for names in self.names if names}
        return frozenset(
            key for last in lasts for key in (f"~{sound_of(last)}", name_key(last))
        )


def _bearers(readings: Sequence[Reading]) -> list[_Bearer]:
    named: dict[tuple[str, str], list[_Sighting]] = defaultdict(list)
    for one in attest(readings, Person):
        named[one.document.id, one.finding.canonical].append(one)
    fullest: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for document, canonical in named:
        if len(parts := words_of_name(canonical)) > 1:
            fullest[document].add(parts)
    return [
        _bearer(canonical, tuple(mentions), fullest[document])
        for (document, canonical), mentions in named.items()
    ]


def _bearer(
    canonical: str, mentions: tuple[_Sighting, ...], fullest: set[tuple[str, ...]]
) -> _Bearer:
    parts = _full(words_of_name(canonical), fullest)
    quotes = [one.finding.span.quote for one in mentions if one.language == "ar"]
    written = max(map(words_of_name, quotes), key=len, default=())
    company = frozenset(" ".join(names) for names in fullest if names != parts)
    # A surname alone stands for a full name: its own letters say less.
    is_full = len(written) > 1 or len(parts) == 1
    signs = signs_of(mentions, company)
    return _Bearer(parts, written if is_full else (), signs, mentions)


def _full(parts: tuple[str, ...], fullest: set[tuple[str, ...]]) -> tuple[str, ...]:
    """A surname alone becomes the one full name of its document that it ends."""
    if len(parts) != 1:
        return parts
    meant = [name for name in fullest if may_be_one(name[-1], parts[0])]
    return meant[0] if len(meant) == 1 else parts


_Group = list[_Bearer]


class _Groups:
    """The persons found so far, looked up by the sound of their surnames."""

    __slots__ = ("_by_key", "all")

    def __init__(self) -> None:
        self.all: list[_Group] = []
        self._by_key: dict[str, list[_Group]] = defaultdict(list)

    def add(self, bearer: _Bearer) -> None:
        """Put a bearer of a name to the one person it is, or let it be another."""
        near = self._near(bearer)
        if len(bearer.parts) > 1:
            homes = [group for group in near if _is_home(bearer, group)]
        else:
            homes = _home_of_surname(bearer, near)
        home = homes[0] if len(homes) == 1 else self._new()
        home.append(bearer)
        for key in bearer.keys:
            if all(group is not home for group in self._by_key[key]):
                self._by_key[key].append(home)

    def _near(self, bearer: _Bearer) -> list[_Group]:
        found = {id(one): one for key in bearer.keys for one in self._by_key[key]}
        return list(found.values())

    def _new(self) -> _Group:
        group: _Group = []
        self.all.append(group)
        return group


def _is_home(bearer: _Bearer, group: _Group) -> bool:
    """Whether a full name agrees with all of a group and a second sign speaks for it."""
    return all(
        _is_one_name(bearer, one) and not one.signs.deny(bearer.signs) for one in group
    ) and any(_is_signed(bearer, one) for one in group)


def _is_signed(bearer: _Bearer, other: _Bearer) -> bool:
    """Whether two bearers share a document or a sign besides the name."""
    is_together = bearer.mentions[0].document.id == other.mentions[0].document.id
    return is_together or bearer.signs.speak_for(other.signs)


def _is_one_name(one: _Bearer, other: _Bearer) -> bool:
    if one.parts == other.parts:
        return True
    if one.written and other.written:
        return names_agree(one.written, other.written)
    return any(
        names_agree(name, like) for name in one.names for like in other.names if like
    )


def names_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names may be one: same ends, and no part without its like."""
    shorter, longer = sorted((tuple(one), tuple(other)), key=len)
    if not shorter:
        return False
    if not (_alike(shorter[0], longer[0]) and _alike(shorter[-1], longer[-1])):
        return False
    return all(any(_alike(part, like) for like in longer) for part in shorter)


def _alike(one: str, other: str) -> bool:
    if 1 in (len(one), len(other)):
        return one[:1] == other[:1]
    return may_be_one(one, other)


def _home_of_surname(lone: _Bearer, near: Iterable[_Group]) -> list[_Group]:
    """The groups that a surname alone may belong to; none where doubt remains."""
    bearers = [group for group in near if _ends_alike(lone, group[0])]
    if len(bearers) != 1 or not lone.parts:
        return []
    is_told = any(_is_signed(lone, one) for one in bearers[0])
    return bearers if is_told else []


def _ends_alike(lone: _Bearer, other: _Bearer) -> bool:
    return any(
        may_be_one(name[-1], like[-1])
        for name in lone.names
        for like in other.names
        if name and like
    )


def _person(group: Iterable[_Bearer]) -> LinkedPerson:
    mentions = sorted((one for bearer in group for one in bearer.mentions), key=by_day)
    names = dict.fromkeys(one.finding.canonical for one in mentions)
    canonical = max(names, key=lambda name: len(name.split()))
    return LinkedPerson(canonical, tuple(mentions))


def _name_and_place(person: LinkedPerson) -> tuple[str, str, int]:
    first = person.attestations[0]
    return person.canonical, first.document.id, first.finding.span.start
