"""What an entity said, promised, was asked, joined and met over, newest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from marsad.desk.chronicles.bearers import Bearer
from marsad.desk.chronicles.cursors import Cursor
from marsad.desk.chronicles.windows import newest, of_kinds
from marsad.desk.register.models import Entry, Finding, Kind, Status
from marsad.desk.register.wording import Said, writer_for
from marsad.desk.safeguards.models import Person

PAGE: Final = 25
_FEW_NAMES: Final = 40
# What a timeline may be narrowed to.
KINDS: Final = (
    Kind.QUOTE, Kind.COMMITMENT, Kind.CALL, Kind.MEETING, Kind.MEMBERSHIP, Kind.FIGURE,
)  # fmt: skip
# The kinds of proposal that know who acts in them.
_ACTED: Final = (Kind.QUOTE, Kind.COMMITMENT, Kind.CALL, Kind.MEMBERSHIP)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a timeline: an entry of the register, or a proposal marked as one."""

    row: Entry | Finding
    said: Sequence[Said] = ()

    @property
    def is_entry(self) -> bool:
        """Whether a person entered it in the register."""
        return isinstance(self.row, Entry)

    @property
    def place(self) -> Cursor:
        """Where it stands in the list."""
        return Cursor(self.row.day, int(self.is_entry), self.row.pk)

    @property
    def is_withdrawn(self) -> bool:
        """Whether all its documents were withdrawn: its words are shown to nobody."""
        if not isinstance(self.row, Entry):
            return self.row.document.withdrawn_at is not None
        cited = [one.document for one in self.row.citations.all()]
        return bool(cited) and all(one.withdrawn_at for one in cited)

    @property
    def words(self) -> str:
        """The words on which it rests."""
        return self.row.words if isinstance(self.row, Entry) else self.row.quote

    @property
    def language(self) -> str:
        """The language of these words."""
        if isinstance(self.row, Entry):
            return self.row.language
        return str(self.row.document.language)


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines, and where the older ones begin."""

    lines: Sequence[Line]
    older: Cursor | None = None


def timeline(
    bearer: Bearer,
    person: Person,
    *,
    kind: str = "",
    after: Cursor | None = None,
    since: date | None = None,
) -> Page:
    """One page of a timeline; proposals only for whoever may read findings."""
    rows: list[Entry | Finding] = list(_entries(bearer, person, kind, after, since))
    floor = None
    if person.may("findings.read") and kind in ("", *_ACTED):
        found = _proposals(bearer, person, kind, since)
        looked = newest(found, bearer.months, PAGE + 1, after=after)
        rows += looked.rows
        floor = looked.down_to if len(looked.rows) <= PAGE else None
    lines = sorted((Line(row) for row in rows), key=lambda one: one.place, reverse=True)
    if floor is not None:
        # Older proposals were not looked at yet, so older entries wait for them.
        lines = [one for one in lines if one.row.day >= floor]
    older = lines[PAGE - 1].place if len(lines) > PAGE else None
    if older is None and floor is not None:
        older = Cursor(floor, 0, 0)
    return Page(_told(lines[:PAGE], person), older)


def _entries(
    bearer: Bearer, person: Person, kind: str, after: Cursor | None, since: date | None
) -> Sequence[Entry]:
    rows: Any = Entry.objects.visible_to(person).current()
    if kind:
        rows = rows.filter(kind=kind)
    if after is not None:
        rows = rows.filter(after.older(1))
    if since is not None:
        rows = rows.filter(day__gte=since)
    places = {*_acted(rows, bearer), *_concerned(rows, bearer)}
    newest = sorted(places, reverse=True)[: PAGE + 1]
    shown: Any = Entry.objects.filter(pk__in=[pk for _, pk in newest])
    return list(shown.with_sources())


def _acted(rows: Any, bearer: Bearer) -> Iterator[tuple[date, int]]:
    """Day and id of the newest entries in which it acts, by any of its names."""
    ordered = rows.order_by("-day", "-id").values_list("day", "pk")
    if len(bearer.name_ids) > _FEW_NAMES:
        yield from ordered.filter(actor__in=bearer.name_ids)[: PAGE + 1]
        return
    # Name by name, an index gives them in their order; all at once, thousands are sorted.
    for name in bearer.name_ids:
        yield from ordered.filter(actor=name)[: PAGE + 1]


def _concerned(rows: Any, bearer: Bearer) -> Iterator[tuple[date, int]]:
    """Day and id of the newest entries that concern it while somebody else acts."""
    ordered = rows.order_by("-concerns__day", "-concerns__entry")
    for canonical in bearer.canonicals:
        found = ordered.filter(concerns__canonical=canonical)
        yield from found.values_list("day", "pk")[: PAGE + 1]


def _proposals(bearer: Bearer, person: Person, kind: str, since: date | None) -> Any:
    rows = Finding.objects.visible_to(person).filter(
        of_kinds((Kind(kind),) if kind else _ACTED),
        name__in=bearer.name_ids,
        status=Status.PROPOSED,
        document__withdrawn_at__isnull=True,
        document__marking__lte=person.clearance,
    )
    if since is not None:
        rows = rows.filter(day__gte=since)
    return rows.select_related("document", "name__entity")


def _told(lines: Sequence[Line], person: Person) -> list[Line]:
    writer = writer_for(person, [one.row.fields for one in lines])
    return [
        Line(one.row, writer.said(str(one.row.kind), one.row.fields)) for one in lines
    ]
