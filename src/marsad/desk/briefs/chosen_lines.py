"""What an officer sees of an entry, an indicator or a grouping before citing it.

The same line stands in the list of the chooser, in the block that cites it, and in what
is sent to the block when it is chosen: plain text, each foreign piece in isolates.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from html import unescape
from typing import Any, Final

from django.db.models import Q
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from marsad.composing.pieces import direction
from marsad.desk.contradictions.models import Contradiction, Standing
from marsad.desk.indicators.lists import Row, with_latest
from marsad.desk.indicators.models import Indicator
from marsad.desk.memberships.models import Grouping, Member
from marsad.desk.register.models import Entry, State
from marsad.desk.register.shown import Shown, shown_now
from marsad.desk.register.wording import Writer
from marsad.desk.safeguards.models import Person
from marsad.marking import Marking

_OPEN, _CLOSE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_BDI: Final = re.compile(r"<bdi[^>]*>(.*?)</bdi>", re.DOTALL)
_VALUES: Final = frozenset(("value", "count", "amount", "attendance", "days"))
_LONGEST: Final = 320


@dataclass(frozen=True, slots=True)
class ChosenLine:
    """A row of the register in words: what it says, what is known of it, what is wrong."""

    id: int
    title: str
    language: str
    direction: str
    facts: Sequence[str]
    warnings: Sequence[str]
    edit_url: str

    @property
    def state(self) -> dict[str, Any]:
        """The line as the editor's scripts are given it."""
        return asdict(self)


def isolated(text: object) -> str:
    """A piece of text that keeps its own direction among others."""
    return f"{_OPEN}{text}{_CLOSE}" if str(text) else ""


def plain(html: str) -> str:
    """The words of a piece of a page, with its isolates as signs."""
    said = _BDI.sub(lambda found: isolated(found[1]), str(html))
    return unescape(strip_tags(said))


def entry_lines(entries: Iterable[Entry], person: Person) -> dict[int, ChosenLine]:
    """The lines of these entries, by their numbers, in few questions to the database."""
    rows = list(entries)
    rivals = _rivals([one.pk for one in rows], person)
    outlets = _outlets(rows, person)
    return {
        row.pk: _entry(row, shown, outlets[row.pk], rivals.get(row.pk, 0))
        for row, shown in zip(rows, shown_now(rows, person), strict=True)
    }


def _entry(row: Entry, shown: Shown, outlets: Sequence[str], rivals: int) -> ChosenLine:
    values = [plain(one.value) for one in shown.said if one.field in _VALUES]
    facts = [
        shown.kind_label,
        isolated(shown.actor_name),
        *values,
        _days(row.day, row.until),
        *map(isolated, outlets),
        _("grade %(grade)s") % {"grade": isolated(shown.grade)},
        isolated(str(Marking(row.marking))),
        _("entry %(number)s") % {"number": isolated(row.pk)},
    ]
    return ChosenLine(
        id=row.pk,
        title=_cut(shown.words) or _("Its document was withdrawn"),
        language=row.language or "und",
        direction=direction(row.language) if row.language else "auto",
        facts=[one for one in facts if one],
        warnings=list(_warnings(row, shown, rivals)),
        edit_url=reverse("entry", args=[row.pk]),
    )


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def _warnings(row: Entry, shown: Shown, rivals: int) -> Iterable[str]:
    if row.state != State.CURRENT:
        yield shown.state_label
    if row.expires_on:
        on = _day(row.expires_on)
        is_past = row.expires_on <= timezone.localdate()
        yield (_("expired on %(day)s") if is_past else _("holds until %(day)s")) % {
            "day": on
        }
    if rivals:
        said = ngettext(
            "contradicted by %(count)s other",
            "contradicted by %(count)s others",
            rivals,
        )
        yield said % {"count": isolated(rivals)}


def _days(first: date, last: date | None) -> str:
    return f"{_day(first)} – {_day(last)}" if last else _day(first)


def _day(day: date) -> str:
    return isolated(formats.date_format(day, "DATE_FORMAT"))


def _rivals(numbers: Sequence[int], person: Person) -> dict[int, int]:
    """How many open contradictions each entry stands in, of those one may know of."""
    rows: Any = Contradiction.objects.filter(state=Standing.OPEN)
    rows = rows.visible_to(person).filter(Q(one__in=numbers) | Q(other__in=numbers))
    found: dict[int, int] = {}
    for pair in rows.values_list("one", "other"):
        for number in pair:
            if number is not None:
                found[number] = found.get(number, 0) + 1
    return found


def _outlets(rows: Sequence[Entry], person: Person) -> Mapping[int, list[str]]:
    """The outlets of each entry, without those of documents that one may not see."""
    return {
        row.pk: list(
            dict.fromkeys(
                one.document.outlet
                for one in row.citations.all()
                if one.document.outlet
                and one.document.marking <= person.clearance
                and one.document.withdrawn_at is None
            )
        )
        for row in rows
    }


def indicator_lines(
    indicators: Iterable[Indicator], person: Person
) -> dict[int, ChosenLine]:
    """The lines of these indicators: the title, and the last value with its day."""
    writer = Writer({}, person.numerals)
    rows = with_latest(indicators, person, timezone.localdate())
    return {one.indicator.pk: _indicator(one, writer) for one in rows}


def _indicator(row: Row, writer: Writer) -> ChosenLine:
    entry: Entry | None = row.latest
    facts = [_("no value yet")]
    if entry is not None and entry.value is not None:
        value = writer.quantity(
            entry.value, entry.unit, high=entry.high, bound=entry.bound or "exact"
        )
        facts = [plain(value), _days(entry.day, entry.until)]
        facts.append(isolated(str(Marking(entry.marking))))
    warnings = []
    if row.expires_on and row.is_stale:
        warnings.append(_("expired on %(day)s") % {"day": _day(row.expires_on)})
    return ChosenLine(
        id=row.indicator.pk,
        title=row.indicator.title,
        language="",
        direction="auto",
        facts=facts,
        warnings=warnings,
        edit_url=reverse("indicator", args=[row.indicator.pk]),
    )


def grouping_lines(
    groupings: Iterable[Grouping], person: Person
) -> dict[int, ChosenLine]:
    """The lines of these groupings: the name, the kind, how many members it has today."""
    rows = list(groupings)
    today = timezone.localdate()
    spells: Any = Member.objects.visible_to(person).filter(
        grouping__in=rows, is_void=False
    )
    spells = spells.exclude(since__gt=today).exclude(until__lte=today)
    counts: dict[int, int] = {}
    for number in spells.values_list("grouping", flat=True):
        counts[number] = counts.get(number, 0) + 1
    return {one.pk: _grouping(one, counts.get(one.pk, 0)) for one in rows}


def _grouping(row: Grouping, count: int) -> ChosenLine:
    members = ngettext("%(count)s member", "%(count)s members", count)
    return ChosenLine(
        id=row.pk,
        title=row.name,
        language="",
        direction="auto",
        facts=[str(row.get_kind_display()), members % {"count": isolated(count)}],
        warnings=[],
        edit_url=f"{reverse('members')}?of={row.pk}",
    )
