"""The queue of contradictions, as a person may see it."""

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from marsad.desk.contradictions.models import About, Contradiction, Standing
from marsad.desk.documents.models import Document
from marsad.desk.register.lines import entry_of
from marsad.desk.register.models import Entry, Finding
from marsad.desk.safeguards.models import Person

PAGE: Final = 20
# Nobody reads a larger number as a number, and counting on costs time.
MOST_COUNTED: Final = 1000

WHY: Final[dict[str, str | Promise]] = {
    About.VALUE: _("Both values are given for the same days, and both cannot hold."),
    About.DAYS: _("Both speak of one meeting, but its days are not the same."),
    About.ATTENDANCE: _(
        "Both speak of one meeting, but count those who came otherwise."
    ),
    About.AMOUNT: _("One promise in the same words, with two amounts."),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One side as a page shows it: its words, who says them, when, with which grades."""

    said: Entry
    documents: list[Document]
    finding: Finding | None = None

    @property
    def attendance(self) -> Any:
        """How many took part in a meeting."""
        return self.said.fields.get("attendance")


@dataclass(frozen=True, slots=True)
class Card:
    """A contradiction with its two sides."""

    row: Contradiction
    sides: tuple[Shown, Shown]

    @property
    def why(self) -> str | Promise:
        """Why both cannot hold, in one sentence of the reader's language."""
        return WHY[self.row.about]


def seen_by(person: Person) -> QuerySet[Any]:
    """Contradictions of which a person may see both sides."""
    rows: QuerySet[Any] = Contradiction.objects.visible_to(person)
    return rows if person.may("findings.read") else rows.none()


def open_for(person: Person) -> int:
    """How many contradictions wait for a person's word, counted up to a thousand."""
    rows = seen_by(person).filter(state=Standing.OPEN)
    return rows.order_by()[:MOST_COUNTED].count()


def with_sides(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Bring all that cards show, in few questions to the database."""
    return rows.select_related(
        "by", "one__actor", "other__actor", "finding__document__source", "finding__name"
    ).prefetch_related("one__citations__document", "other__citations__document")


def card_of(row: Contradiction) -> Card:
    """A contradiction with its two sides, ready to be shown."""
    return Card(row, (_side(row.one), _other(row)))


def _other(row: Contradiction) -> Shown:
    if row.other is not None:
        return _side(row.other)
    finding = row.finding
    if finding is None:
        raise LookupError(f"contradiction {row.pk} has one side alone")
    return Shown(entry_of(finding), [finding.document], finding)


def _side(entry: Entry) -> Shown:
    cited = [citation.document for citation in entry.citations.all()]
    standing = [one for one in cited if one.withdrawn_at is None]
    return Shown(entry, standing)
