"""What somebody at the reading desk asks for, read from the form and carried out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marsad.desk.documents.models import Document
from marsad.desk.register.cite import cite
from marsad.desk.register.confirm import confirm
from marsad.desk.register.models import Decision, Entry, Finding, FindingChange
from marsad.desk.register.reject import reject
from marsad.desk.register.undo import undo
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused

# What is written down where nobody gives another reason.
REASONS: Final = {
    "confirm": gettext_lazy("Read in the source."),
    "reject": gettext_lazy("The text does not say so."),
    "cite": gettext_lazy("Another report of the same."),
    "undo": gettext_lazy("Taken back."),
}
# Offered where somebody rejects.
WHY_NOT: Final = (
    REASONS["reject"],
    gettext_lazy("The words are cut wrongly."),
    gettext_lazy("The speaker is wrong."),
    gettext_lazy("The value is wrong."),
    gettext_lazy("Of no use to the register."),
)


@dataclass(frozen=True, slots=True)
class Order:
    """A verb, the findings that it is about, and an entry where one is named."""

    verb: str
    findings: Sequence[Finding]
    entry: int | None = None
    because: str = ""

    @property
    def reason(self) -> str:
        """The reason that was given, or the plain one."""
        return self.because or str(REASONS[self.verb])


def order_of(asked: QueryDict, document: Document, person: Person) -> Order:
    """Read an order: one=confirm:12, one=cite:12:34, one=undo, or all=reject with findings.

    Raises Refused for what is no order, or is about findings of another document.
    """
    verb, numbers, entry = _asked(asked)
    visible = Finding.objects.visible_to(person).filter(document=document)
    findings = list(visible.filter(pk__in=numbers).order_by("start", "pk"))
    if verb not in REASONS or len(findings) != len(set(numbers)):
        raise Refused(_("the order"), _("is not understood"), _("load the page again"))
    return Order(verb, findings, entry, asked.get("because", "").strip())


def _asked(asked: QueryDict) -> tuple[str, list[int], int | None]:
    if "all" in asked:
        return str(asked["all"]), _numbers(asked.getlist("finding")), None
    verb, _colon, rest = str(asked.get("one", "")).partition(":")
    numbers = _numbers(rest.split(":"))
    return verb, numbers[:1], numbers[1] if len(numbers) > 1 else None


def _numbers(written: Sequence[str]) -> list[int]:
    return [int(one) for one in written if one.isascii() and one.isdigit()]


def carry_out(order: Order, document: Document, person: Person) -> set[int]:
    """Do what was ordered, and say which findings it touched; raises Refused."""
    reason: dict[str, Any] = {"by": person, "because": order.reason}
    if order.verb == "confirm":
        confirm(order.findings, **reason)
    elif order.verb == "reject":
        reject(order.findings, **reason)
    elif order.verb == "cite":
        entries = Entry.objects.visible_to(person).filter(pk=order.entry)
        entry = entries.first()
        if entry is None or not order.findings:
            raise Refused(_("the entry"), _("is not there"), _("load the page again"))
        cite(entry, order.findings[0], **reason)
    else:
        decision = _to_undo(order, document, person)
        undo(decision, **reason)
        return set(decision.finding_changes.values_list("finding_id", flat=True))
    return {one.pk for one in order.findings}


def _to_undo(order: Order, document: Document, person: Person) -> Decision:
    """The last decision on a finding; without one, the person's own last one here."""
    if order.findings:
        changes = FindingChange.objects.filter(finding=order.findings[0])
        last = changes.select_related("decision").order_by("-pk").first()
        found = last.decision if last else None
    else:
        found = (
            Decision.objects.filter(
                by=person,
                finding_changes__finding__document=document,
                undoes__isnull=True,
                undone_by__isnull=True,
            )
            .order_by("-pk")
            .first()
        )
    if found is None:
        raise Refused(_("undo"), _("there is nothing of yours to take back here"))
    return found
