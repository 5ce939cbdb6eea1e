"""People: who has an account, in which groups, and what a director does to accounts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.contrib import messages
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django_otp.plugins.otp_totp.models import TOTPDevice

from marsad.desk.safeguards import usernames
from marsad.desk.safeguards.add import add
from marsad.desk.safeguards.close import close, reopen
from marsad.desk.safeguards.models import Person
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.people_forms import (
    AddForm,
    ClearanceForm,
    CloseForm,
    PlaceForm,
    ReasonForm,
    ReopenForm,
    ResetForm,
)
from marsad.desk.safeguards.place import clear, place
from marsad.desk.safeguards.reset import reset
from marsad.desk.safeguards.telling import told
from marsad.errors import Refused

_A_PAGE: Final = 100


@dataclass(frozen=True, slots=True)
class Panel:
    """A form on a person's page: the act it does, and to which accounts."""

    form: type[ReasonForm]
    right: str
    address: str
    title: Promise
    words: Promise
    button: Promise
    is_for_open: bool | None = None
    is_grave: bool = False


PANELS: Final = (
    Panel(
        PlaceForm,
        "people.place",
        "person-place",
        _("Groups"),
        _("What somebody may do comes from their groups alone."),
        _("Place in these groups"),
    ),
    Panel(
        ClearanceForm,
        "people.clear",
        "person-clear",
        _("Clearance"),
        _("The strictest marking that somebody may read."),
        _("Give this clearance"),
    ),
    Panel(
        ResetForm,
        "people.reset",
        "person-reset",
        _("New first password"),
        _("All sessions end, and the keys of programs open nothing more."),
        _("Give a new first password"),
        is_for_open=True,
    ),
    Panel(
        CloseForm,
        "people.close",
        "person-close",
        _("Close the account"),
        _("Nobody signs in with it any more; what was done with it stays."),
        _("Close the account"),
        is_for_open=True,
        is_grave=True,
    ),
    Panel(
        ReopenForm,
        "people.reopen",
        "person-reopen",
        _("Open the account again"),
        _("With the password and the groups there were."),
        _("Open the account again"),
        is_for_open=False,
    ),
)


@needs("people.read")
def people(request: HttpRequest) -> HttpResponse:
    """List all who have or had an account, by user name."""
    which = request.GET.get("which", "open")
    rows = _rows()
    if which in ("open", "closed"):
        rows = rows.filter(is_active=which == "open")
    after = usernames.plain(request.GET.get("after"))
    found = list(rows.filter(username__gt=after)[: _A_PAGE + 1])
    more = found[_A_PAGE - 1].username if len(found) > _A_PAGE else ""
    where = {
        "people": found[:_A_PAGE],
        "which": which,
        "more": more,
        "can_add": _by(request).may("people.add"),
    }
    return render(request, "safeguards/people.html", where)


@needs("people.read")
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an account, and to directors what can be done to it."""
    return _page(request, get_object_or_404(_rows(), pk=pk))


@needs("people.add")
@never_cache
def add_person(request: HttpRequest) -> HttpResponse:
    """Open an account; its first password is shown once."""
    form = AddForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            added, secret = add(**form.cleaned_data, by=_by(request))
            return _first_password(request, added, secret)
        except Refused as refusal:
            form.add_error(None, told(refusal))
            status = 409
    return render(request, "safeguards/person_add.html", {"form": form}, status=status)


@needs("people.place")
@require_POST
def place_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Put somebody into groups."""
    return _done(request, pk, PlaceForm, place)


@needs("people.clear")
@require_POST
def clear_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Say up to which marking somebody may read."""
    return _done(request, pk, ClearanceForm, clear)


@needs("people.close")
@require_POST
def close_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Close an account."""
    return _done(request, pk, CloseForm, close)


@needs("people.reopen")
@require_POST
def reopen_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a closed account again."""
    return _done(request, pk, ReopenForm, reopen)


@needs("people.reset")
@require_POST
@never_cache
def reset_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a new first password, shown once."""
    found = get_object_or_404(_rows(), pk=pk)
    form = ResetForm(request.POST, person=found)
    if form.is_valid():
        try:
            held, secret = reset(found, **form.cleaned_data, by=_by(request))
            return _first_password(request, held, secret)
        except Refused as refusal:
            form.add_error(None, told(refusal))
    return _page(request, found, form)


def _done(
    request: HttpRequest, pk: int, kind: type[ReasonForm], deed: Callable[..., Any]
) -> HttpResponse:
    found = get_object_or_404(_rows(), pk=pk)
    form = kind(request.POST, person=found)
    if form.is_valid():
        because = form.cleaned_data.pop("because")
        try:
            deed(found, *form.cleaned_data.values(), by=_by(request), because=because)
        except Refused as refusal:
            form.add_error(None, told(refusal))
            form.cleaned_data["because"] = because
        else:
            messages.success(request, _("Done, and written in the trail."))
            return redirect("person", pk=pk)
    return _page(request, found, form)


def _page(
    request: HttpRequest, found: Person, tried: ReasonForm | None = None
) -> HttpResponse:
    by = _by(request)
    panels = [
        {
            "form": tried if type(tried) is one.form else one.form(person=found),
            "address": reverse(one.address, args=[found.pk]),
            "title": one.title,
            "words": one.words,
            "button": one.button,
            "is_grave": one.is_grave,
        }
        for one in PANELS
        if by.may(one.right) and one.is_for_open in (None, found.is_active)
    ]
    where = {"found": found, "panels": panels, "keys": found.tokens.all()[:50]}
    status = 200 if tried is None else 409
    return render(request, "safeguards/person.html", where, status=status)


def _rows() -> QuerySet[Person]:
    apps = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
    rows = Person.objects.prefetch_related("places").order_by("username")
    return rows.annotate(has_second_factor=Exists(apps))


def _by(request: HttpRequest) -> Any:
    return request.user


def _first_password(request: HttpRequest, found: Person, secret: str) -> HttpResponse:
    # Shown in the answer itself and not after a redirect: it is kept nowhere.
    where = {"found": found, "secret": secret}
    return render(request, "safeguards/first_password.html", where)
