"""What is new since a person last looked: stories, statements, figures, what waits."""

import heapq
import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple

from django.db.models import QuerySet
from django.utils import timezone

from marsad.desk.chronicles.windows import of_kinds
from marsad.desk.commitments.ledger import Asked, asked_for, commitments_of
from marsad.desk.contradictions.models import Contradiction, Standing
from marsad.desk.contradictions.queue import card_of, seen_by, with_sides
from marsad.desk.documents.models import Document, Story
from marsad.desk.entities.follow import followed_by
from marsad.desk.entities.models import Name
from marsad.desk.register.models import Entry, Finding, Kind, State, Status
from marsad.desk.releases.listing import waiting as submissions
from marsad.desk.releases.models import Release
from marsad.desk.releases.since import in_doubt
from marsad.desk.safeguards.models import Person

# Who was never here, or not for long, is shown no more than a week.
LONGEST: Final = timedelta(days=7)
_SHORTEST: Final = timedelta(days=1)
_SHOWN: Final = 12
_CARDS: Final = 5
_DUE_WITHIN: Final = timedelta(days=14)
# So many of the newest documents are looked through for statements and figures: the
# first few, then more.
_DOCUMENTS: Final = (0, 60, 400)
_STATEMENTS: Final = (Kind.QUOTE, Kind.CALL, Kind.COMMITMENT)
_FIGURES: Final = (Kind.FIGURE, Kind.MEMBERSHIP)


@dataclass(frozen=True, slots=True)
class Section:
    """Part of the page: what is shown of it, and whether there is more."""

    shown: Sequence[Any]
    is_more: bool


class Reported(NamedTuple):
    """As much of a finding as tells whether it is shown."""

    day: date
    pk: int
    kind: str
    series: str
    status: str


def since_of(person: Person, asked: str = "") -> datetime:
    """The moment from which on things are new to this person."""
    now = timezone.now()
    if asked in ("1", "2", "7"):
        return now - timedelta(days=int(asked))
    last = person.seen_overnight_at
    # A second look in one morning shows the night again, not five empty minutes.
    return min(max(last, now - LONGEST), now - _SHORTEST) if last else now - LONGEST


def stories(person: Person, since: datetime) -> Section:
    """New stories, those that most sources carry first."""
    rows = Story.objects.visible_to(person).filter(began_at__gt=since)
    return _section(rows.order_by("-source_count", "-document_count", "-id"))


def reported(person: Person, since: datetime) -> list[Reported]:
    """What new documents report, in one look for all sections that choose from it.

    From the documents on: by the names of followed parties one would read all that a
    state was ever reported to have said. The newest are looked through first, and more
    only where they do not fill the page.
    """
    newest = _new_documents(person, since).order_by("-taken_at")
    followed = _followed_names(person)
    found: list[Reported] = []
    for begin, end in itertools.pairwise(_DOCUMENTS):
        days = dict(newest.values_list("pk", "day")[begin:end])
        found += _reported_in(days, person, followed)
        if len(days) < end - begin or _fills(found):
            break
    return found


def _fills(found: Sequence[Reported]) -> bool:
    said = sum(one.kind in _STATEMENTS for one in found)
    return min(said, sum(map(_is_waiting_figure, found))) > _SHOWN


def _reported_in(
    days: Mapping[int, date], person: Person, followed: Collection[int]
) -> Iterator[Reported]:
    rows = (
        Finding.objects.visible_to(person)
        .filter(of_kinds((*_STATEMENTS, *_FIGURES)), document__in=list(days))
        .exclude(status__in=(Status.REJECTED, Status.DROPPED))
        .exclude(kind__in=_FIGURES, series="")
    )
    said = rows.values_list("document_id", "pk", "kind", "name", "series", "status")
    for document, pk, kind, name, series, status in said:
        if kind in _FIGURES or name in followed:
            yield Reported(days[document], pk, kind, series, status)


def _followed_names(person: Person) -> set[int]:
    followed = Name.objects.filter(entity__in=followed_by(person))
    return set(followed.values_list("pk", flat=True))


def statements(among: Iterable[Reported]) -> Section:
    """What followed parties and persons are newly reported to have said."""
    chosen = (one for one in among if one.kind in _STATEMENTS)
    return _newest(chosen, "document__source", "name__entity")


def changed_figures(person: Person, since: datetime) -> Section:
    """Figures and counts of the register that are new or say something else."""
    rows = Entry.objects.visible_to(person).filter(
        of_kinds(_FIGURES), changed_at__gt=since
    )
    return _section(
        rows.exclude(state=State.MERGED).with_sources().order_by("-changed_at")
    )


def proposed_figures(among: Iterable[Reported]) -> Section:
    """Figures of known indicators that new reports give and nobody has decided on."""
    return _newest(filter(_is_waiting_figure, among), "document__source")


def _is_waiting_figure(one: Reported) -> bool:
    return one.kind in _FIGURES and one.status == Status.PROPOSED


def open_contradictions(person: Person) -> Section:
    """The newest contradictions that wait for a person's word."""
    newest = seen_by(person).filter(state=Standing.OPEN).order_by("-id")
    ids = list(newest.values_list("pk", flat=True)[: _CARDS + 1])
    rows = with_sides(Contradiction.objects.filter(pk__in=ids[:_CARDS]))
    return Section([card_of(row) for row in rows.order_by("-id")], len(ids) > _CARDS)


def due(person: Person) -> Section:
    """Commitments that are overdue or due within two weeks, the first due first."""
    today = timezone.localdate()
    asked = Asked(until=today + _DUE_WITHIN)
    rows = asked_for(commitments_of(person), asked, today)
    return _section(rows.select_related("actor__entity").order_by("due_on", "id"))


def submitted(person: Person) -> Section:
    """What waits for a releasing officer, the oldest first."""
    return _section(submissions(person))


def doubtful(person: Person, since: datetime) -> Section:
    """Standing releases of which an entry fell since, or is contradicted now."""
    found = in_doubt(person, since=since)
    rows = Release.objects.filter(pk__in=found).defer("edition").order_by("-pk")
    return _section(rows)


def waiting(person: Person, since: datetime) -> Section:
    """New documents with findings that wait for a decision."""
    rows = _new_documents(person, since).filter(open_count__gt=0)
    return _section(rows.select_related("source").order_by("-day", "-id"))


def _new_documents(person: Person, since: datetime) -> QuerySet[Document]:
    rows: QuerySet[Document] = Document.objects.visible_to(person)
    return rows.filter(taken_at__gt=since, withdrawn_at__isnull=True)


def _newest(chosen: Iterable[Reported], *brought: str) -> Section:
    """The newest of them; only what is shown is brought with all it needs."""
    first = heapq.nlargest(_SHOWN + 1, chosen, key=lambda one: (one.day, one.pk))
    rows = Finding.objects.filter(pk__in=[one.pk for one in first[:_SHOWN]])
    ordered = rows.select_related(*brought).order_by("-day", "-pk")
    return Section(list(ordered), len(first) > _SHOWN)


def _section(rows: QuerySet[Any]) -> Section:
    found = list(rows[: _SHOWN + 1])
    return Section(found[:_SHOWN], len(found) > _SHOWN)
