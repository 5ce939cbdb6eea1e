"""All that the website may show now, kept in mind until something is released or recalled.

Every page, feed, list and search is drawn from this value and from nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from threading import Lock
from typing import Any

from django.db.models import F
from django.utils import timezone
from pydantic import TypeAdapter

from marsad.composing.editions import Cited
from marsad.desk.releases.models import Carried
from marsad.desk.website import digests
from marsad.desk.website.digests import Digest, Line
from marsad.desk.website.gate import Stamp, open_releases, stamp

_CITED: TypeAdapter[Cited] = TypeAdapter(Cited)


@dataclass(frozen=True, slots=True)
class Shown:
    """A release that everybody may read, and what became of it."""

    pk: int
    number: str
    kind: str
    slug: str
    topics: tuple[str, ...]
    opens_at: datetime
    sha256: str
    digest: Digest
    corrects: str = ""
    corrected_by: str = ""
    corrected_at: datetime | None = None
    recalled_at: datetime | None = None
    notice: Mapping[str, str] | None = None

    @property
    def is_recalled(self) -> bool:
        """Whether it was taken back."""
        return self.recalled_at is not None

    @property
    def stands(self) -> bool:
        """Whether it was neither taken back nor put right by a later one."""
        return not self.is_recalled and not self.corrected_by

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it is written in."""
        return self.digest.languages

    @property
    def changed_at(self) -> datetime:
        """When something last happened to it."""
        moments = (self.opens_at, self.corrected_at, self.recalled_at)
        return max(one for one in moments if one)

    def best(self, language: str) -> str:
        """The language asked for, or the first that it is written in."""
        return language if language in self.languages else self.languages[0]

    def title(self, language: str) -> str:
        """Its title in a language, or in the first that it is written in."""
        return self.digest.titles[self.best(language)]

    def summary(self, language: str) -> str:
        """Its summary in a language, or in the first that it is written in."""
        return self.digest.summaries[self.best(language)]


@dataclass(frozen=True, slots=True)
class Placed:
    """A line and the release that carries it."""

    line: Line
    release: Shown


@dataclass(frozen=True)
class Holdings:
    """The releases, newest first, and the entries that they carry."""

    stamp: Stamp
    releases: tuple[Shown, ...]

    @cached_property
    def by_number(self) -> dict[str, Shown]:
        """Every release by its number."""
        return {one.number: one for one in self.releases}

    @cached_property
    def standing(self) -> tuple[Shown, ...]:
        """What was neither taken back nor put right, newest first."""
        return tuple(one for one in self.releases if one.stands)

    @cached_property
    def briefs(self) -> tuple[Shown, ...]:
        """Everything but standing pages, what was taken back too; newest first."""
        return tuple(one for one in self.releases if one.kind != "standing")

    @cached_property
    def current(self) -> tuple[Placed, ...]:
        """Each entry once, as the newest standing release has it; newest day first."""
        found: dict[int, Placed] = {}
        for release in self.standing:
            for line in release.digest.lines:
                found.setdefault(line.entry, Placed(line, release))
        return tuple(
            sorted(
                found.values(),
                # Of one day, what was entered first.
                key=lambda one: (-one.line.day.toordinal(), one.line.entry),
            )
        )

    @cached_property
    def by_entry(self) -> dict[int, Placed]:
        """Each entry as the newest standing release has it."""
        return {one.line.entry: one for one in self.current}

    @cached_property
    def carriers(self) -> dict[int, tuple[Shown, ...]]:
        """Every release that carries an entry, newest first; not what was taken back."""
        found: dict[int, list[Shown]] = {}
        for release in self.releases:
            for line in () if release.is_recalled else release.digest.lines:
                found.setdefault(line.entry, []).append(release)
        return {entry: tuple(releases) for entry, releases in found.items()}

    def of_kind(self, *kinds: str) -> list[Placed]:
        """Entries of some kinds, newest day first."""
        return [one for one in self.current if one.line.kind in kinds]

    def page(self, slug: str) -> Shown | None:
        """The newest standing page for a place of the website."""
        placed = (one for one in self.standing if one.slug == slug)
        return next(placed, None)


_kept: Holdings | None = None
_gathering = Lock()
# Of a release without its text, which is long and read once.
_COLUMNS = ("id", "number", "kind", "slug", "topics", "opens_at", "sha256")


def holdings(at: datetime | None = None) -> Holdings:
    """What may be shown now; one question to the database while nothing changes."""
    global _kept
    at = at or timezone.now()
    now = stamp(at)
    with _gathering:
        if _kept is None or _kept.stamp != now:
            _kept = _gather(now, at)
        return _kept


def forget() -> None:
    """Forget what is kept in mind."""
    global _kept
    _kept = None
    digests.forget()


def cited(placed: list[Placed]) -> dict[int, Cited]:
    """The entries of some lines, as they were released; by their numbers."""
    rows = Carried.objects.filter(pk__in=[one.line.row for one in placed])
    return {
        entry: _CITED.validate_python(frozen)
        for entry, frozen in rows.values_list("entry", "cited")
    }


def _gather(now: Stamp, at: datetime) -> Holdings:
    rows = list(
        open_releases(at)
        .annotate(
            corrects_number=F("corrects__number"),
            recalled_at=F("recall__at"),
            recall_notice=F("recall__notice"),
        )
        .order_by("-opens_at", "-pk")
        .values(*_COLUMNS, "corrects_number", "recalled_at", "recall_notice")
    )
    known = digests.digests({one["id"]: one["sha256"] for one in rows})
    clear = [one for one in rows if known[one["id"]].is_clear]
    # A correction that is still closed, or for others, tells nobody of itself.
    by = {one["corrects_number"]: one for one in clear if one["corrects_number"]}
    numbers = {one["number"] for one in clear}
    shown = (_shown(one, known[one["id"]], by, numbers) for one in clear)
    return Holdings(now, tuple(shown))


def _shown(
    row: Mapping[str, Any],
    digest: Digest,
    by: Mapping[str, Mapping[str, Any]],
    numbers: set[str],
) -> Shown:
    correction = by.get(row["number"])
    # Nor does a correction tell of a release that not everybody has seen.
    corrects = row["corrects_number"] or ""
    return Shown(
        pk=row["id"],
        number=row["number"],
        kind=row["kind"],
        slug=row["slug"],
        topics=tuple(row["topics"]),
        opens_at=row["opens_at"],
        sha256=row["sha256"],
        digest=digest,
        corrects=corrects if corrects in numbers else "",
        corrected_by=correction["number"] if correction else "",
        corrected_at=correction["opens_at"] if correction else None,
        recalled_at=row["recalled_at"],
        notice=row["recall_notice"],
    )


def today() -> date:
    """The day by which meetings are to come and commitments are due."""
    return timezone.localdate()
