"""What the trail speaks of: rows by their names, their pages, and who may see them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from django.apps import apps
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from marsad.desk.safeguards.models import AuditRecord, Person
from marsad.marking import Marking

# A model -> the name of its page's address, which takes the row's id. A page that is
# not there, or takes something else, is no harm: the name then stands without a link.
PAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "safeguards.person": "person",
        "safeguards.auditrecord": "audit-record",
        "sources.source": "source",
        "documents.document": "document",
        "documents.story": "story",
        "entities.entity": "entity",
        "register.entry": "entry",
        "contradictions.contradiction": "contradiction",
        "indicators.indicator": "indicator",
        "partners.partner": "partner",
        "complaints.complaint": "complaint",
        "transparency.report": "transparency-report",
        "posts.stream": "stream",
        "cases.case": "case",
    }
)
# What rows are called that have no page of their own, and so no name in their model.
KINDS: Final[Mapping[str, str | Promise]] = MappingProxyType(
    {
        "safeguards.place": _("place in a group"),
        "safeguards.signin": _("sign-in"),
        "safeguards.token": _("key for a program"),
        "safeguards.watermark": _("mark of a follower"),
        "work.batch": _("batch"),
        "work.job": _("job"),
        "entities.monthcount": _("count of a month"),
        "entities.counted": _("count of mentions"),
        "entities.externalid": _("number elsewhere"),
        "entities.following": _("following"),
        "entities.move": _("join or split"),
        "documents.capture": _("capture"),
        "documents.documenttext": _("text of a document"),
        "documents.custody": _("line of custody"),
        "documents.storysignature": _("signature of a story"),
        "documents.storykey": _("key of a story"),
        "register.decision": _("decision"),
        "register.citation": _("citation"),
        "register.entrykey": _("key of an entry"),
        "register.entryversion": _("version of an entry"),
        "register.findingchange": _("change of a finding"),
        "chronicles.concern": _("line of a timeline"),
        "commitments.outcome": _("outcome of a commitment"),
        "indicators.assignment": _("move to another series"),
        "briefs.override": _("answer to a doubt"),
        "briefs.shelf": _("shelf of briefs"),
        "releases.numbering": _("last number of a year"),
        "releases.picture": _("frozen picture"),
        "partners.seat": _("seat at a partner"),
        "dispatches.making": _("making of packs"),
        "dispatches.return": _("letter that came back"),
        "dispatches.acknowledgement": _("notice that was read"),
        "memberships.ruling": _("decision on members"),
        "banks.turn": _("turn of the banks"),
    }
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A row as the trail shows it: what it is, its number, and its page if it has one."""

    kind: str
    number: str
    address: str | None


def subject_of(name: str) -> Subject:
    """The row behind a name such as "register.entry:12"."""
    label, _, number = name.partition(":")
    try:
        kind = str(KINDS.get(label) or apps.get_model(label)._meta.verbose_name)
    except (LookupError, ValueError):
        kind = label
    return Subject(kind, number, _address(label, number))


def _address(label: str, number: str) -> str | None:
    if label not in PAGES or not number.isdecimal():
        return None
    try:
        return reverse(PAGES[label], args=[int(number)])
    except NoReverseMatch:
        return None


def withheld_from(person: Person, records: Iterable[AuditRecord]) -> set[int]:
    """The lines whose details quote rows that are marked above a person's clearance."""
    if person.clearance >= max(Marking):
        return set()
    touching: dict[str, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for record in records:
        for name in {record.subject, *record.touched}:
            label, _, number = str(name).partition(":")
            if number.isdecimal():
                touching[label][int(number)].add(record.number)
    found = set()
    for label, numbers in touching.items():
        for row in numbers.keys() - _seen(label, numbers, person):
            found |= numbers[row]
    return found


def _seen(label: str, ids: Iterable[int], person: Person) -> set[int]:
    try:
        rows: Any = apps.get_model(label)._default_manager
    except (LookupError, ValueError):
        return set(ids)
    if not hasattr(rows, "visible_to"):
        return set(ids)
    wanted, seen = list(ids), set()
    # SQLite takes only so many values in one question.
    for at in range(0, len(wanted), 500):
        some = rows.visible_to(person).filter(pk__in=wanted[at : at + 500])
        seen |= set(some.values_list("pk", flat=True))
    return seen
