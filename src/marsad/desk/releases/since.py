"""What happened in the register to the entries of a release since it went out.

An entry that fell or says something else now may call for a correction; one that is
merely older than the newest value does not: a release says what was known on its day.
"""

import itertools
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from django.db.models import F, Q
from django.utils import timezone

from marsad.desk.contradictions.models import Contradiction, Standing
from marsad.desk.register.models import Entry, State
from marsad.desk.releases.models import Carried, Release
from marsad.desk.safeguards.models import Person

# Older releases are history: who wants to know of them opens them.
_LOOKED_BACK: Final = 200


class Change(StrEnum):
    """What happened to an entry."""

    RETRACTED = "retracted"
    MERGED = "merged"
    CORRECTED = "corrected"
    MARKED = "marked"
    CONTRADICTED = "contradicted"
    EXPIRED = "expired"
    NEWER = "newer"


# These may mean that what was released is wrong, or should not have been.
SERIOUS: Final = frozenset(
    (Change.RETRACTED, Change.CORRECTED, Change.MARKED, Change.CONTRADICTED)
)


@dataclass(frozen=True, slots=True)
class Changed:
    """An entry of a release that is not any more as the release carries it."""

    carried: Carried
    change: Change
    # The newer value, or the entry that says otherwise.
    other: Entry | None = None

    @property
    def is_serious(self) -> bool:
        """Whether it asks for a correction or a recall."""
        return self.change in SERIOUS


def changed(
    releases: Collection[int], person: Person, *, on: date | None = None
) -> dict[int, list[Changed]]:
    """By release, what happened since to its entries, as far as this person may see it.

    That an entry fell is told to whoever reads the release, which has its words; what
    stands against it is told to who may read that too.
    """
    rows = Carried.objects.filter(release__in=releases)
    rows = rows.select_related("entry", "release").defer("release__edition")
    carried = list(rows.order_by("release", "entry"))
    found: dict[int, list[Changed]] = {}
    today = on or timezone.localdate()
    for one in (
        *_fallen(carried, today),
        *_contradicted(carried, person),
        *_newer(carried, person),
    ):
        found.setdefault(one.carried.release_id, []).append(one)
    return found


def in_doubt(person: Person, *, since: datetime | None = None) -> list[int]:
    """The standing releases, newest first, of which something serious is to be looked at."""
    rows = Release.objects.visible_to(person).standing().order_by("-pk")
    recent = list(rows.values_list("pk", flat=True)[:_LOOKED_BACK])
    if since is not None:
        moved = Carried.objects.filter(release__in=recent).filter(_moved(since))
        recent = sorted(set(moved.values_list("release", flat=True)), reverse=True)
    found = changed(recent, person)
    return [pk for pk in recent if any(one.is_serious for one in found.get(pk, ()))]


def _moved(since: datetime) -> Q:
    new = Contradiction.objects.filter(found_at__gt=since, state=Standing.OPEN)
    return (
        Q(entry__changed_at__gt=since)
        | Q(entry__in=new.values("one"))
        | Q(entry__in=new.filter(other__isnull=False).values("other"))
    )


def _fallen(carried: Collection[Carried], today: date) -> Iterator[Changed]:
    for one in carried:
        entry = one.entry
        if entry.state == State.RETRACTED:
            yield Changed(one, Change.RETRACTED)
        elif entry.state != State.CURRENT:
            yield Changed(one, Change.MERGED, entry.merged_into)
        elif entry.marking > one.cited["marking"]:
            yield Changed(one, Change.MARKED)
        elif entry.version != one.version and _says_otherwise(one):
            yield Changed(one, Change.CORRECTED)
        # What had expired when it went out was told as of its year.
        went_out = one.release.opens_at.date()
        if entry.expires_on and went_out < entry.expires_on <= today:
            yield Changed(one, Change.EXPIRED)


def _says_otherwise(one: Carried) -> bool:
    """Whether a later version changed what readers were told, and not a grade alone."""
    entry, told = one.entry, one.cited
    now = (entry.words, entry.value, entry.high, entry.bound, entry.unit, entry.fields)
    names = ("words", "value", "high", "bound", "unit", "fields")
    return now != tuple(told[name] for name in names) or (
        entry.day.isoformat() != told["day"]
    )


def _contradicted(carried: Collection[Carried], person: Person) -> Iterator[Changed]:
    by_entry: dict[int, list[Carried]] = {}
    for one in carried:
        by_entry.setdefault(one.entry_id, []).append(one)
    rows = Contradiction.objects.filter(
        Q(one__in=by_entry) | Q(other__in=by_entry),
        state=Standing.OPEN,
        other__isnull=False,
        marking__lte=person.clearance,
    ).select_related("one", "other")
    pairs = ((one.one, one.other) for one in rows)
    for ours, theirs in itertools.chain.from_iterable((a, a[::-1]) for a in pairs):
        for one in by_entry.get(ours.pk, ()):
            if theirs.pk not in one.cited["rivals"]:
                yield Changed(one, Change.CONTRADICTED, theirs)


def _newer(carried: Collection[Carried], person: Person) -> Iterator[Changed]:
    """The last value that a release tells of a series, where the register has a later one."""
    last: dict[tuple[int, str], Carried] = {}
    for one in carried:
        key = (one.release_id, one.series)
        if one.series and (key not in last or last[key].day < one.day):
            last[key] = one
    series = {one.series for one in last.values()}
    rows = Entry.objects.current().visible_to(person).filter(series__in=series)
    newest: dict[str, Entry] = {}
    for entry in rows.filter(value__isnull=False).order_by(F("day"), F("pk")):
        newest[entry.series] = entry
    for one in last.values():
        later = newest.get(one.series)
        if later and later.day > one.day and later.value != one.entry.value:
            yield Changed(one, Change.NEWER, later)
