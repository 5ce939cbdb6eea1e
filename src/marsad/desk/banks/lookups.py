"""What a sign would match, and why: for who asks, as far as they may see."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from marsad.desk.banks import searching
from marsad.desk.banks.models import BankedSignal
from marsad.desk.safeguards.models import Person
from marsad.errors import Unreachable
from marsad.matching.met import Met
from marsad.matching.pipeline import match
from marsad.matching.signals import Band, Kind, Likeness

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Find:
    """A likeness to a signal, and the harmless look-alike that is as near, if one is."""

    likeness: Likeness
    signal: BankedSignal
    harmless: BankedSignal | None = None

    @property
    def is_same(self) -> bool:
        """Whether it is near enough to be put before people."""
        return self.likeness.band is Band.SAME


def look_up(kind: Kind, met: Sequence[str], person: Person) -> list[list[Find]]:
    """What each canonical value resembles of what a person may see, the nearest first."""
    with searching.reading() as now:
        if now is None:
            raise _not_yet()
        known = now.known.by_kind[kind].find(met)
        harmless = now.harmless.by_kind[kind].find(met)
    rows = _rows(found for some in (*known, *harmless) for found in some)
    return [
        [one for one in _finds(some, apart, rows) if _sees(one, person)]
        for some, apart in zip(known, harmless, strict=True)
    ]


def look_at(met: Met, person: Person) -> list[Find]:
    """What a post that is met would match, also weakly, of what a person may see."""
    with searching.reading() as now:
        if now is None:
            raise _not_yet()
        known = match(met, now.known, is_wide=True)
        harmless = match(met, now.harmless, is_wide=True)
    rows = _rows((*known, *harmless))
    return [one for one in _finds(known, harmless, rows) if _sees(one, person)]


def _not_yet() -> Unreachable:
    problem = _("all signals are being read, which takes a few minutes")
    return Unreachable(_("the banks"), problem, _("ask again in a while"))


def _sees(find: Find, person: Person) -> bool:
    strictest = max(find.signal.marking, find.signal.bank.marking)
    return person.is_active and strictest <= person.clearance


def _finds(
    known: Iterable[Likeness],
    harmless: Iterable[Likeness],
    rows: dict[int, BankedSignal],
) -> list[Find]:
    # An index may be a moment behind; the rows say what is searched today.
    standing = [one for one in known if one.number in rows]
    apart = [one for one in harmless if one.number in rows]
    return [Find(one, rows[one.number], _excuse(one, apart, rows)) for one in standing]


def _excuse(
    one: Likeness, apart: Sequence[Likeness], rows: dict[int, BankedSignal]
) -> BankedSignal | None:
    """The harmless look-alike of the same kind that is as near."""
    near = [
        other
        for other in apart
        if other.kind is one.kind and other.distance <= one.distance
    ]
    nearest = min(near, key=lambda other: other.distance, default=None)
    return rows[nearest.number] if nearest is not None else None


def _rows(found: Iterable[Likeness]) -> dict[int, BankedSignal]:
    numbers = sorted({one.number for one in found})
    searched = BankedSignal.objects.searched().select_related("bank")
    return {
        row.pk: row
        for start in range(0, len(numbers), _AT_ONCE)
        for row in searched.filter(pk__in=numbers[start : start + _AT_ONCE])
    }
