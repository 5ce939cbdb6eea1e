"""The ledger: commitments by when they are due, what became of each, and their sums."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum
from django.utils.functional import Promise

from marsad.desk.commitments.models import (
    NEEDS_EVIDENCE,
    SETTLED,
    WORDS,
    Outcome,
    Status,
)
from marsad.desk.entities.models import Entity
from marsad.desk.register.models import Entry, Kind, State
from marsad.desk.safeguards.models import Person

PAGE: Final = 50
MOST_COUNTED: Final = 1000
_MOST_PARTIES: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the ledger is asked for."""

    state: str = ""
    party: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A commitment with where it stands today."""

    entry: Entry
    state: str
    outcome: Outcome | None = None
    days_over: int = 0

    @property
    def words(self) -> str | Promise:
        """Where it stands, in a word."""
        return WORDS[self.state]

    @property
    def outlets(self) -> list[str]:
        """Who reports it, each once."""
        cited = (one.document.outlet for one in self.entry.citations.all())
        return list(dict.fromkeys(outlet for outlet in cited if outlet))


@dataclass(slots=True)
class Total:
    """What was promised and what was kept in one currency, never mixed with others."""

    unit: str
    promised: float = 0.0
    kept: float = 0.0
    broken: float = 0.0
    count: int = 0
    kept_count: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of the ledger, and where the next page begins."""

    rows: list[Row] = field(default_factory=list)
    next: str = ""


def commitments_of(person: Person) -> QuerySet[Any]:
    """The commitments in the register that a person may see."""
    rows: QuerySet[Any] = Entry.objects.visible_to(person)
    return rows.filter(kind=Kind.COMMITMENT, state=State.CURRENT)


def state_of(entry: Entry, outcome: Outcome | None, today: date) -> str:
    """Where a commitment stands: what somebody said of it, else whether it is due."""
    if outcome is not None:
        return outcome.status
    # On its last day a promise can still be kept, and whoever watches it is told.
    is_due = entry.due_on is not None and entry.due_on <= today
    return "due" if is_due else "open"


def asked_for(rows: QuerySet[Any], asked: Asked, today: date) -> QuerySet[Any]:
    """Keep what the filters ask for."""
    rows = _in_state(rows, asked.state, today)
    if asked.party:
        rows = rows.filter(actor__in=_names(asked.party))
    if asked.since:
        rows = rows.filter(due_on__gte=asked.since)
    return rows.filter(due_on__lte=asked.until) if asked.until else rows


def _in_state(rows: QuerySet[Any], state: str, today: date) -> QuerySet[Any]:
    # Not undone_by=None: PostgreSQL takes that join for empty, and plans for it.
    taken_back = Outcome.objects.filter(undoes=OuterRef("pk"))
    standing = Outcome.objects.filter(~Exists(taken_back), entry=OuterRef("pk"))
    if state in ("open", "due", ""):
        settled = standing.filter(status__in=SETTLED)
        open_ones = rows.filter(~Exists(settled))
        if state == "due":
            return open_ones.filter(due_on__lte=today)
        later = Q(due_on__gt=today) | Q(due_on=None)
        return open_ones.filter(later) if state == "open" else open_ones
    if state in (str(one) for one in SETTLED):
        return rows.filter(Exists(standing.filter(status=state)))
    return rows


def _names(party: str) -> list[int]:
    """The names of the parties that a reader means: an entity by number, or by words."""
    if party.isdecimal():
        found = Entity.objects.filter(pk=int(party))
    else:
        said = Q(name_ar__icontains=party) | Q(name_en__icontains=party)
        said |= Q(name_fr__icontains=party) | Q(canonical__iexact=party)
        found = Entity.objects.filter(said | Q(names__text__icontains=party)).distinct()
    return [pk for one in found[:_MOST_PARTIES] for pk in one.whole.name_ids()]


def page_of(rows: QuerySet[Any], after: str, today: date) -> Page:
    """A page: what has a due day first, the longest due on top; then the rest."""
    dated, undated = rows.filter(due_on__isnull=False), rows.filter(due_on__isnull=True)
    kind, day, number = _cursor(after)
    found: list[Entry] = []
    if kind != "n":
        ordered = dated.order_by("due_on", "pk")
        if day:
            behind = Q(due_on__gt=day) | Q(due_on=day, pk__gt=number)
            ordered = ordered.filter(behind, due_on__gte=day)
        found = list(_whole(ordered)[: PAGE + 1])
    if len(found) <= PAGE:
        rest = undated.order_by("-day", "-pk")
        if kind == "n" and day:
            rest = rest.filter(Q(day__lt=day) | Q(day=day, pk__lt=number), day__lte=day)
        found += list(_whole(rest)[: PAGE + 1 - len(found)])
    shown = found[:PAGE]
    following = _cursor_of(shown[-1]) if len(found) > PAGE else ""
    return Page(with_states(shown, today), following)


def _whole(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.select_related("actor__entity").prefetch_related("citations__document")


def _cursor(after: str) -> tuple[str, date | None, int]:
    kind, _, rest = after.partition(".")
    written, _, number = rest.partition(".")
    try:
        return kind, date.fromisoformat(written), int(number)
    except ValueError:
        return "", None, 0


def _cursor_of(entry: Entry) -> str:
    if entry.due_on:
        return f"d.{entry.due_on.isoformat()}.{entry.pk}"
    return f"n.{entry.day.isoformat()}.{entry.pk}"


def with_states(entries: Sequence[Entry], today: date) -> list[Row]:
    """Each commitment with the word that stands on it."""
    rows = Outcome.objects.filter(
        entry__in=[one.pk for one in entries], status__in=SETTLED, undone_by=None
    ).select_related("by", "evidence", "document")
    said: Mapping[int, Outcome] = {one.entry_id: one for one in rows}
    return [_row(entry, said.get(entry.pk), today) for entry in entries]


def _row(entry: Entry, outcome: Outcome | None, today: date) -> Row:
    state = state_of(entry, outcome, today)
    over = (today - entry.due_on).days if state == "due" and entry.due_on else 0
    return Row(entry, state, outcome, over)


def totals_of(rows: QuerySet[Any]) -> list[Total]:
    """Sums by currency or noun: what was promised, kept and broken."""
    amounts = rows.filter(value__isnull=False).exclude(unit="").order_by()
    totals: dict[str, Total] = {}
    for unit, count, value in amounts.values_list("unit").annotate(
        Count("pk"), Sum("value")
    ):
        totals[unit] = Total(unit, promised=value, count=count)
    # From the words that were said, of which there are few, to their commitments.
    said = Outcome.objects.filter(
        Exists(amounts.filter(pk=OuterRef("entry"))),
        status__in=NEEDS_EVIDENCE,
        undone_by=None,
    ).order_by()
    for status, unit, count, value in said.values_list(
        "status", "entry__unit"
    ).annotate(Count("pk"), Sum("entry__value")):
        setattr(totals[unit], status, value)
        totals[unit].kept_count += count if status == Status.KEPT else 0
    return sorted(totals.values(), key=lambda one: -one.count)


def due_for(person: Person, today: date, *, within_days: int = 0) -> int:
    """How many commitments are due, for the overnight page; counted up to a thousand."""
    until = today + timedelta(days=within_days)
    rows = _in_state(commitments_of(person), "", today).filter(due_on__lte=until)
    return rows.order_by()[:MOST_COUNTED].count()
