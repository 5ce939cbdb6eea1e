"""The list of briefs: each with its languages, how they stand, and who wrote last."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.db.models import F, Q

from marsad.desk.briefs.editor_reach import leaning_of
from marsad.desk.briefs.manuscripts import freshness
from marsad.desk.briefs.models import Brief, BriefKind
from marsad.desk.briefs.standings import DRAFT, Stand, Standing, standings
from marsad.desk.register.models import Entry
from marsad.desk.safeguards.models import Person

PAGE: Final = 20


@dataclass(frozen=True, slots=True)
class Written:
    """One language of a brief in the list, and how many of its blocks are behind."""

    page: Brief
    blocks: int
    changed: int
    untranslated: int
    by_machine: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it is behind its original."""
        return not (self.changed or self.untranslated or self.by_machine)


@dataclass(frozen=True, slots=True)
class Listed:
    """One brief in the list, with its languages, the original first."""

    original: Brief
    languages: tuple[Written, ...]
    standing: Standing

    @property
    def last(self) -> Any:
        """The revision that was saved last in any language."""
        kept = [one.page.latest_revision for one in self.languages]
        return max(
            (one for one in kept if one), key=lambda one: one.created_at, default=None
        )


@dataclass(frozen=True, slots=True)
class Listing:
    """Some briefs, the newest day first, and where the older ones begin."""

    rows: tuple[Listed, ...]
    older: str = ""


def listing(
    reader: Person, *, kind: str = "", stand: str = "", after: str = ""
) -> Listing:
    """Briefs of a kind that stand somewhere, as far as this reader may open them."""
    rows: Any = Brief.objects.filter(locale__language_code=F("original"))
    if kind in BriefKind.values:
        rows = rows.filter(kind=kind)
    if stand in Stand.values:
        rows = rows.filter(_standing_as(Stand(stand)))
    rows = _after(rows, after).order_by("-as_of", "-pk")
    found = list(rows[: PAGE + 1])
    shown = found[:PAGE]
    older = f"{shown[-1].as_of},{shown[-1].pk}" if len(found) > PAGE else ""
    return Listing(tuple(_listed(shown, reader)), older)


def _standing_as(stand: Stand) -> Q:
    known = standings()
    if stand is Stand.DRAFT:
        return ~Q(translation_key__in=list(known))
    keys = [
        key
        for key, one in known.items()
        if (one.is_changed if stand is Stand.CHANGED else one.stand is stand)
    ]
    return Q(translation_key__in=keys)


def _after(rows: Any, after: str) -> Any:
    """The rows behind the last one of the page before, by its day and number."""
    day, _, number = after.partition(",")
    try:
        last = date.fromisoformat(day)
    except ValueError:
        return rows
    if not (number.isascii() and number.isdecimal() and len(number) < 18):
        return rows
    return rows.filter(Q(as_of__lt=last) | Q(as_of=last, pk__lt=int(number)))


def _listed(originals: Sequence[Brief], reader: Person) -> Iterator[Listed]:
    keys = [one.translation_key for one in originals]
    pages = _pages(keys)
    stand = standings(keys)
    too_high = _above([one for each in pages.values() for one in each], reader)
    for one in originals:
        versions = pages[one.translation_key]
        original = versions[0]
        if not any(_entries(each) & too_high for each in versions):
            yield Listed(
                original,
                tuple(_written(each, original) for each in versions),
                stand.get(original.translation_key, DRAFT),
            )


def _pages(keys: Iterable[UUID]) -> Mapping[UUID, list[Brief]]:
    found: dict[UUID, list[Brief]] = {}
    rows = Brief.objects.filter(translation_key__in=list(keys))
    for one in rows.select_related("locale", "latest_revision__user"):
        found.setdefault(one.translation_key, []).append(_as_saved(one))
    for pages in found.values():
        pages.sort(key=lambda one: (not one.is_original, one.language))
    return found


def _as_saved(page: Brief) -> Brief:
    """A page with what its newest revision says, without asking for it piece by piece."""
    if page.latest_revision is not None:
        said = page.latest_revision.content
        page.title, page.body = said["title"], said["body"]
        page.stands_for, page.by_machine = said["stands_for"], said["by_machine"]
    return page


def _entries(page: Brief) -> set[int]:
    return leaning_of(page.body.raw_data).entry


def _above(pages: Iterable[Brief], reader: Person) -> set[int]:
    """The entries that these pages cite and that this reader may not see."""
    numbers = set[int]().union(*(_entries(one) for one in pages))
    rows = Entry.objects.filter(pk__in=numbers, marking__gt=reader.clearance)
    return set(rows.values_list("pk", flat=True))


def _written(page: Brief, original: Brief) -> Written:
    if page.pk == original.pk:
        return Written(page, len(page.body), 0, 0, 0)
    theirs = {str(one.id): one for one in original.body}
    names = {str(one.id): one for one in page.body}
    by_machine = [one for one in names if one in page.by_machine]
    states = [
        freshness(page, name, theirs.get(name), one)
        for name, one in names.items()
        if name not in by_machine
    ]
    return Written(
        page=page,
        blocks=len(names),
        changed=states.count("changed"),
        untranslated=states.count("untranslated"),
        by_machine=len(by_machine),
    )
