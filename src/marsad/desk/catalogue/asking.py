"""What a reader asks for, the index's answer, and the rows that the reader may see."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.http import QueryDict

from marsad.desk.catalogue.records import DOCUMENT, ENTITY
from marsad.desk.documents.models import Document
from marsad.desk.entities.models import Entity
from marsad.desk.register.models import ENTERED, Entry
from marsad.desk.safeguards.models import Person
from marsad.searching.excerpts import Excerpt, excerpt
from marsad.searching.hits import Found, Query, search
from marsad.searching.index import Index

PAGE: Final = 20
_KINDS: Final = (DOCUMENT, ENTITY, *(str(kind) for kind in ENTERED))


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as its address says it."""

    words: str = ""
    kinds: tuple[str, ...] = ()
    source: str = ""
    party: int | None = None
    since: date | None = None
    until: date | None = None
    order: str = "relevance"
    page: int = 1

    @property
    def is_blank(self) -> bool:
        """Whether nothing was asked."""
        return not (self.words.strip() or self.kinds or self.source or self.party)


@dataclass(frozen=True, slots=True)
class Shown:
    """One row that was found, with the words around what was asked."""

    kind: str
    row: Any
    excerpt: Excerpt


def asked_in(address: QueryDict) -> Asked:
    """Read a search out of an address; what makes no sense there is passed over."""
    party = address.get("party", "")
    return Asked(
        words=address.get("q", ""),
        kinds=tuple(kind for kind in address.getlist("kind") if kind in _KINDS),
        source=address.get("source", ""),
        party=int(party)
        if party.isascii() and party.isdecimal() and len(party) < 18
        else None,
        since=_day(address.get("since", "")),
        until=_day(address.get("until", "")),
        order="newest" if address.get("order") == "newest" else "relevance",
        page=_page(address.get("page", "")),
    )


def _page(written: str) -> int:
    is_number = written.isascii() and written.isdecimal() and len(written) < 5
    return max(1, int(written)) if is_number else 1


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


@lru_cache(maxsize=2)
def index_at(folder: Path) -> Index:
    """The index of a folder, opened once; later commits are seen without asking."""
    return Index.open(folder)


def find(asked: Asked, person: Person) -> Found:
    """Ask the index for what this person's groups and clearance let them find."""
    parties: Sequence[int] = ()
    if asked.party is not None:
        one = Entity.objects.filter(pk=asked.party).first()
        parties = one.whole.family() if one else (asked.party,)
    query = Query(
        words=asked.words,
        kinds=_allowed(asked.kinds, person),
        sources=(asked.source,) if asked.source else (),
        parties=tuple(map(str, parties)),
        since=asked.since,
        until=asked.until,
        markings_up_to=person.clearance,
        order="newest" if asked.order == "newest" else "relevance",
        offset=(asked.page - 1) * PAGE,
        limit=PAGE,
    )
    return search(index_at(settings.SEARCH_INDEX), query)


def _allowed(kinds: Sequence[str], person: Person) -> tuple[str, ...]:
    """The kinds asked for that this person's groups may see."""
    may = set(kinds or _KINDS)
    if not person.may("documents.read"):
        may.discard(DOCUMENT)
    if not person.may("register.read"):
        may -= {*map(str, ENTERED)}
    if not person.may("entities.read"):
        may.discard(ENTITY)
    # No kind at all would mean every kind: a name that nothing has finds nothing.
    return tuple(sorted(may)) or ("nothing",)


def rows_of(found: Found, asked: Asked, person: Person) -> list[Shown]:
    """The rows behind the hits, in their order; the database has the last word on rights."""
    by_sort: dict[str, list[int]] = {}
    for hit in found.hits:
        sort, _, pk = hit.key.partition(":")
        by_sort.setdefault(sort, []).append(int(pk))
    rows: Mapping[tuple[str, int], Any] = {
        (sort, row.pk): row
        for sort, pks in by_sort.items()
        for row in _rows(sort, pks, person)
    }
    shown = []
    for hit in found.hits:
        sort, _, pk = hit.key.partition(":")
        row = rows.get((sort, int(pk)))
        if row is not None:
            shown.append(Shown(sort, row, _excerpt(sort, row, asked.words)))
    return shown


def _rows(sort: str, pks: list[int], person: Person) -> Iterable[Any]:
    if sort == DOCUMENT:
        rows = Document.objects.visible_to(person).filter(withdrawn_at__isnull=True)
        return rows.filter(pk__in=pks).select_related("wording", "source")
    if sort == ENTITY:
        return Entity.objects.visible_to(person).standing().filter(pk__in=pks)
    return Entry.objects.visible_to(person).filter(pk__in=pks).with_sources()


def _excerpt(sort: str, row: Any, words: str) -> Excerpt:
    if sort == DOCUMENT:
        return excerpt(row.wording.text, words)
    if sort == ENTITY:
        return Excerpt(row.office)
    return excerpt(row.words, words)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: what it is called, how many have it, whether it is chosen."""

    value: str
    words: str
    count: int
    is_chosen: bool


def party_choices(found: Found, chosen: int | None) -> list[Choice]:
    """The parties among what was found, joined entities counted with their whole."""
    most = dict(list(found.facets.parties.items())[:40])
    rows = Entity.objects.filter(pk__in=[int(pk) for pk in most if pk.isdecimal()])
    wholes: dict[int, Choice] = {}
    for entity in rows.select_related("joined_into"):
        whole = entity.whole
        before = wholes[whole.pk].count if whole.pk in wholes else 0
        count = before + most[str(entity.pk)]
        wholes[whole.pk] = Choice(str(whole.pk), whole.name, count, whole.pk == chosen)
    return sorted(wholes.values(), key=lambda one: -one.count)[:12]
