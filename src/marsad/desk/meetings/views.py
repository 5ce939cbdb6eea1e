"""The list of meetings, the page of one, and what people record of it."""

from datetime import date
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marsad.desk.exports.hand_out import answer
from marsad.desk.exports.tables import Column
from marsad.desk.meetings.around import around
from marsad.desk.meetings.calendar import held, meetings, planned
from marsad.desk.meetings.record import Known, record
from marsad.desk.register.models import Entry, Kind, State
from marsad.desk.register.wording import writer_for
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.errors import Refused
from marsad.marking import Marking

COLUMNS: Final = (
    Column("id", lambda one: one.pk),
    Column("name", lambda one: one.fields.get("name")),
    Column("city", lambda one: one.fields.get("city")),
    Column("country", lambda one: one.fields.get("country")),
    Column("from", lambda one: one.fields.get("from")),
    Column("to", lambda one: one.fields.get("to")),
    Column("held", lambda one: one.fields.get("held")),
    Column("attendance", lambda one: one.fields.get("attendance")),
    Column("words", lambda one: one.words),
    Column("marking", lambda one: str(Marking(one.marking))),
)


def _asked(request: HttpRequest) -> dict[str, str]:
    country = request.GET.get("country", "").upper()
    return {
        "country": country if len(country) == 2 and country.isascii() else "",
        "words": " ".join(request.GET.get("q", "").split())[:100],
    }


@needs("register.read")
def meeting_list(request: HttpRequest) -> HttpResponse:
    """Show the meetings to come, and those that were held."""
    person: Any = request.user
    asked = _asked(request)
    rows = meetings(person, **asked)
    today = timezone.localdate()
    after = request.GET.get("after", "")
    coming = [] if after else planned(rows, today)
    page = held(rows, today, after)
    writer = writer_for(person, [one.fields for one in (*coming, *page.rows)])
    said = {
        "asked": asked,
        "after": after,
        "coming": [(one, writer.said(one.kind, one.fields)) for one in coming],
        "held": [(one, writer.said(one.kind, one.fields)) for one in page.rows],
        "older": page.older,
    }
    return render(request, "meetings/meetings.html", said)


@needs("register.read")
def meeting_export(request: HttpRequest) -> Any:
    """Hand the list out as a file, with the same filters."""
    person: Any = request.user
    rows = meetings(person, **_asked(request)).order_by("-day", "-id")
    return answer(request, "meetings", COLUMNS, rows.iterator(500))


def _seen(request: HttpRequest, pk: int) -> Entry:
    person: Any = request.user
    rows: Any = Entry.objects.visible_to(person).filter(kind=Kind.MEETING)
    entry: Entry = get_object_or_404(rows, pk=pk)
    return entry


@needs("register.read")
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is known of a meeting; one that was merged leads to the other."""
    person: Any = request.user
    entry = _seen(request, pk)
    if entry.state == State.MERGED and entry.merged_into_id:
        return redirect("meeting", entry.merged_into_id)
    if entry.state != State.CURRENT:
        return redirect("entry", entry.pk)
    whole = get_object_or_404(meetings(person), pk=pk)
    writer = writer_for(person, [whole.fields])
    said = {
        "entry": whole,
        "meeting": around(whole, person),
        "said": writer.said(whole.kind, whole.fields),
        "may_record": person.may("meetings.record"),
        "may_read_documents": person.may("documents.read"),
        "is_overdue": whole.fields.get("held") == "planned"
        and (whole.until or whole.day) < timezone.localdate(),
    }
    return render(request, "meetings/meeting.html", said)


@needs("meetings.record")
@require_POST
def meeting_record(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what is known of a meeting."""
    person: Any = request.user
    entry = _seen(request, pk)
    asked = request.POST
    try:
        known = Known(
            name=asked.get("name", ""),
            city=asked.get("city", ""),
            country=asked.get("country", ""),
            first=_day(asked.get("first", "")),
            last=_day(asked.get("last", "")),
            held=asked.get("held", ""),
            attendance=_number(asked.get("attendance", "")),
        )
        version = _number(asked.get("version", ""))
        because = asked.get("because", "")
        record(entry, known, version=version, by=person, because=because)
    except Refused as refusal:
        messages.error(request, told(refusal))
    else:
        messages.success(request, _("It was recorded; undo it in its history."))
    return redirect("meeting", entry.pk)


def _day(written: str) -> date | None:
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Refused(f"«{written}»", _("is no day"), _("choose a day")) from None


def _number(written: str) -> int | None:
    if not written:
        return None
    if not written.isdecimal():
        raise Refused(f"«{written}»", _("is no number"), _("write digits"))
    return int(written)
