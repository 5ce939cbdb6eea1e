"""What the reading desk shows of each finding: its fields, where it stands, what is like it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q
from django.utils.safestring import SafeString

from marsad.desk.documents.models import Document, DocumentText
from marsad.desk.entities.models import Name
from marsad.desk.register.alike import Proposal, proposals
from marsad.desk.register.forms import FORMS, FieldsForm, Subject
from marsad.desk.register.marked import SIGNS
from marsad.desk.register.models import (
    ENTERED,
    Finding,
    FindingChange,
    Kind,
    Status,
)
from marsad.desk.register.reason_parts import Parts
from marsad.desk.register.reasons import reason
from marsad.desk.register.wording import Said, Writer, writer_for
from marsad.desk.safeguards.models import Person


@dataclass(slots=True)
class Row:
    """One finding as a row of the reading desk."""

    finding: Finding
    said: list[Said]
    last: FindingChange | None = None
    alike: Sequence[Proposal] = ()
    problem: str = ""
    form: FieldsForm | None = None
    # Why it was read, in the language of the interface.
    why: str = ""
    is_mine: bool = False
    can_decide: bool = True

    @property
    def is_open(self) -> bool:
        """Whether it still waits for a decision."""
        return self.finding.status == Status.PROPOSED and self.finding.kind in ENTERED

    @property
    def sign(self) -> str:
        """The sign of its kind."""
        return SIGNS[self.finding.kind]

    @property
    def percent(self) -> int:
        """The reader's score in hundredths."""
        return round(self.finding.score * 100)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many findings of a document are decided, and which of them wait."""

    total: int
    waiting: int

    @property
    def decided(self) -> int:
        """How many are decided."""
        return self.total - self.waiting


def progress_of(document: Document) -> Progress:
    """Count what is decided in a document."""
    counted = Finding.objects.filter(document=document, kind__in=ENTERED).aggregate(
        total=Count("pk", filter=~Q(status=Status.DROPPED)),
        waiting=Count("pk", filter=Q(status=Status.PROPOSED)),
    )
    return Progress(**counted)


@dataclass(slots=True)
class Desk:
    """A document on somebody's desk: its text, and all or some of its findings."""

    document: Document
    person: Person
    text: str = ""
    findings: list[Finding] = field(default_factory=list)

    @classmethod
    def of(
        cls, document: Document, person: Person, *, only: Iterable[int] | None = None
    ) -> "Desk":
        """The whole document, or only some of its findings by their numbers."""
        found = (
            document.findings.visible_to(person)
            .exclude(status=Status.DROPPED)
            .select_related("name__entity__joined_into")
            .order_by("start", "-end", "pk")
        )
        if only is not None:
            found = found.filter(pk__in=only)
        findings = list(found)
        for one in findings:
            one.document = document
        text = DocumentText.objects.filter(document=document).first()
        return cls(document, person, text.text if text else "", findings)

    def rows(self, chosen: Iterable[Finding]) -> list[Row]:
        """Rows for some of the findings, in the order of the text."""
        shown = list(chosen)
        writer = writer_for(self.person, (one.fields for one in shown))
        changes = _last_changes(shown)
        waiting = [one for one in shown if one.status == Status.PROPOSED]
        alike = proposals(waiting, self.person)
        can_decide = self.person.may("register.confirm")
        return [
            Row(
                one,
                writer.said(one.kind, one.fields, cue=self._cue(one)),
                changes.get(one.pk),
                alike.get(one.pk, ()),
                why=self._why(one, writer),
                is_mine=_is_by(changes.get(one.pk), self.person),
                can_decide=can_decide,
            )
            for one in shown
        ]

    def _why(self, finding: Finding, writer: Writer) -> SafeString:
        language, text = self.document.language, self.text
        return reason(finding.why, Parts(writer.names, language, text, finding.start))

    def _cue(self, finding: Finding) -> str:
        ends = finding.fields.get("cue")
        return self.text[slice(*ends)] if ends else ""

    def form(self, finding: Finding, data: Any = None) -> FieldsForm:
        """The form in which a finding is corrected."""
        subject = Subject(
            finding.fields, self.person, names=self.names(), prefix=f"f{finding.pk}-"
        )
        return FORMS[finding.kind](data, subject=subject)

    def form_names(self) -> list[str]:
        """The names that every form here offers, once for all of them."""
        return Subject({}, self.person, names=self.names()).offered

    def names(self) -> list[Name]:
        """The parties and persons that the document names, once each."""
        mentions = Finding.objects.filter(
            document=self.document, kind__in=(Kind.PARTY, Kind.PERSON)
        )
        numbers = mentions.exclude(name=None).values("name")
        names = Name.objects.filter(pk__in=numbers).select_related("entity")
        named: dict[tuple[str, str], Name] = {}
        for one in names.order_by("pk"):
            named.setdefault((one.kind, one.canonical), one)
        return list(named.values())


def _last_changes(findings: Sequence[Finding]) -> dict[int, FindingChange]:
    decided = [one.pk for one in findings]
    changes = (
        FindingChange.objects.filter(finding__in=decided)
        .select_related("decision__by")
        .order_by("pk")
    )
    return {one.finding_id: one for one in changes}


def _is_by(change: FindingChange | None, person: Person) -> bool:
    return change is not None and change.decision.by_id == person.pk
