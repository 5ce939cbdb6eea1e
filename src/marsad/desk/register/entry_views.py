"""The register as people read it: the list, an entry with its sources and its history."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from marsad.desk.entities.models import Name
from marsad.desk.exports.hand_out import answer
from marsad.desk.register.asides import asides_of
from marsad.desk.register.changes import DEEDS, Change, difference, names_in
from marsad.desk.register.columns import COLUMNS, COLUMNS_THEN, all_known, all_of
from marsad.desk.register.deeds_forms import GradeForm, MergeForm, ReasonForm
from marsad.desk.register.forms import FORMS, FieldsForm, Subject, units
from marsad.desk.register.keyset import page_by_day
from marsad.desk.register.lists import Filters, end_of, entries_for, versions_for
from marsad.desk.register.models import (
    Decision,
    Entry,
    EntryVersion,
    Finding,
    Kind,
    State,
)
from marsad.desk.register.passages import passages_of
from marsad.desk.register.shown import shown_now, shown_then
from marsad.desk.register.wording import writer_for
from marsad.desk.safeguards.models import Person
from marsad.desk.safeguards.needs import needs

# So many entries are offered to merge into.
_OFFERED = 20


@needs("register.read")
@require_GET
def register(request: HttpRequest) -> HttpResponseBase:
    """List the entries of the register, today's or those known on a past day."""
    person: Any = request.user
    filters = Filters(request.GET)
    asked = filters.asked
    after = request.GET.get("after", "")
    if "format" in request.GET:
        return _export(request, person, asked)
    if "as_of" in asked:
        page = page_by_day(versions_for(person, asked), after, key="entry")
        lines = shown_then(page.rows, person)
    else:
        page = page_by_day(entries_for(person, asked).with_sources(), after)  # type: ignore[attr-defined]
        lines = shown_now(page.rows, person)
    shown = {
        "filters": filters,
        "lines": lines,
        "page": page,
        "as_of": asked.get("as_of"),
        "is_narrowed": bool(asked),
    }
    return render(request, "register/register.html", shown)


def _export(
    request: HttpRequest, person: Person, asked: dict[str, Any]
) -> HttpResponseBase:
    if "as_of" in asked:
        known = all_known(versions_for(person, asked))
        return answer(request, "register", COLUMNS_THEN, known)
    rows = all_of(entries_for(person, asked))
    return answer(request, "register", COLUMNS, rows)


@needs("register.read")
@require_GET
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an entry, today's or as it was known on a past day."""
    return entry_page(request, pk)


def entry_page(
    request: HttpRequest, pk: int, *, status: int = 200, **forms: Any
) -> HttpResponse:
    """The page of an entry; with a form that was refused, as it was filled in."""
    person: Any = request.user
    one = visible_entry(request, pk)
    as_of = _day(request)
    version = _version(one, as_of)
    then = shown_then([version], person)[0] if as_of else shown_now([one], person)[0]
    is_open = one.state == State.CURRENT and not as_of
    shown = {
        "entry": one,
        "shown": then,
        "as_of": as_of,
        "passages": passages_of(one, person, version.snapshot["citations"]),
        "history": _history(one, person, until=version.number),
        "asides": [] if as_of else asides_of(request, one),
        "is_open": is_open,
        "may": {
            name: is_open and person.may(f"register.{name}")
            for name in ("grade", "correct", "merge", "retract")
        },
        "may_undo": person.may("register.undo") and not as_of,
        "may_read": person.may("findings.read"),
        "merging": _merging(request, one, person),
        **_forms(one, person),
        **forms,
    }
    return render(request, "register/entry.html", shown, status=status)


def visible_entry(request: HttpRequest, pk: int) -> Entry:
    """An entry that this reader may see; others have no address."""
    rows: Any = Entry.objects.visible_to(request.user)  # type: ignore[arg-type]
    found: Entry = get_object_or_404(rows.with_sources(), pk=pk)
    return found


def fields_form(one: Entry, person: Person, data: Any = None) -> FieldsForm:
    """The form in which an entry is corrected, with the names of its documents."""
    named = (
        Finding.objects.filter(
            document__citations__entry=one, kind__in=(Kind.PARTY, Kind.PERSON)
        )
        .exclude(name=None)
        .values_list("name", flat=True)
    )
    names = Name.objects.visible_to(person).filter(pk__in=named)
    subject = Subject(
        one.fields, person, names=names.select_related("entity"), prefix="entry-"
    )
    return FORMS[one.kind](data, subject=subject)


def _forms(one: Entry, person: Person) -> dict[str, Any]:
    form = fields_form(one, person)
    grades = {"source": one.source_grade, "information": one.information_grade}
    return {
        "form": form,
        "names": form.subject.offered,
        "units": units(),
        "grade_form": GradeForm(initial=grades),
        "retract_form": ReasonForm(),
        "merge_form": MergeForm(),
    }


def _merging(request: HttpRequest, one: Entry, person: Person) -> dict[str, Any]:
    """Entries of the same kind whose words, or whose number, were asked for."""
    words = request.GET.get("merge", "").strip()
    if not words:
        return {}
    rows: Any = Entry.objects.visible_to(person)
    rows = rows.current().filter(kind=one.kind).exclude(pk=one.pk)
    meant = Q(words__icontains=words)
    if words.isascii() and words.isdigit():
        meant |= Q(pk=int(words))
    rows = rows.filter(meant)
    found = rows.with_sources().order_by("-day", "-pk")[:_OFFERED]
    return {"words": words, "lines": shown_now(found, person)}


def _day(request: HttpRequest) -> date | None:
    asked: date | None = Filters(request.GET).asked.get("as_of")
    return asked


def _version(one: Entry, as_of: date | None) -> EntryVersion:
    versions = one.versions.all()
    if as_of:
        versions = versions.filter(at__lte=end_of(as_of))
    found: EntryVersion | None = versions.order_by("number").last()
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True, slots=True)
class Told:
    """One version of an entry as its history tells it."""

    version: EntryVersion
    deed: str
    changes: list[Change]
    can_undo: bool

    @property
    def decision(self) -> Decision:
        """The decision that made it."""
        return self.version.decision


def _history(one: Entry, person: Person, *, until: int) -> list[Told]:
    """The versions up to one, the newest first, each with what it changed."""
    versions = list(
        one.versions.filter(number__lte=until)
        .select_related("decision__by", "decision__undone_by")
        .order_by("number")
    )
    snapshots = [version.snapshot for version in versions]
    writer = writer_for(person, (snapshot["fields"] for snapshot in snapshots))
    found = Name.objects.filter(pk__in=names_in(snapshots)).select_related("entity")
    names = {name.pk: name.entity.name if name.entity else name.text for name in found}
    told = []
    before = None
    for version in versions:
        changes = difference(before, version.snapshot, writer, names)
        before = version.snapshot
        deed = str(DEEDS.get(version.decision.act, version.decision.act))
        is_undone = hasattr(version.decision, "undone_by")
        is_last = version.number == one.version
        told.append(Told(version, deed, changes, is_last and not is_undone))
    return told[::-1]


def back_to(one: Entry) -> HttpResponse:
    """The page of an entry after something was done with it."""
    return redirect("entry", one.pk)
