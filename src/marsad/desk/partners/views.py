"""The pages of partners: the list, and one with how it takes packs and who sits there."""

from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.db.models import Count, Q, QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from marsad.desk.exports.hand_out import answer
from marsad.desk.exports.tables import Column
from marsad.desk.partners import forms
from marsad.desk.partners.add import add
from marsad.desk.partners.change import change
from marsad.desk.partners.close import close, reopen
from marsad.desk.partners.models import SECTIONS, Partner
from marsad.desk.partners.seat import seat, unseat
from marsad.desk.safeguards.acts import name_of
from marsad.desk.safeguards.models import AuditRecord
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.errors import Refused
from marsad.marking import Marking

# What of the trail is a partner's own history, open to whoever reads its page.
_HISTORY: Final = (
    "partners.add", "partners.change", "partners.close", "partners.reopen",
    "partners.seat", "partners.unseat",
)  # fmt: skip
COLUMNS: Final = (
    Column("code", lambda one: one.code),
    Column("name_ar", lambda one: one.name_ar),
    Column("name_en", lambda one: one.name_en),
    Column("name_fr", lambda one: one.name_fr),
    Column("ceiling", lambda one: str(one.tlp)),
    Column("languages", lambda one: one.languages),
    Column("without", lambda one: one.without),
    Column("seats", lambda one: one.seat_count),
    Column("contacts", lambda one: one.contact_count),
    Column("closed_at", lambda one: one.closed_at),
)


@needs("partners.read")
@require_GET
def partners(request: HttpRequest) -> HttpResponse:
    """List partners; as a file where ?format= asks for one."""
    if "format" in request.GET:
        return answer(request, "partners", COLUMNS, _rows().iterator(2000))  # type: ignore[return-value]
    return _list(request)


@needs("partners.add")
@require_POST
def add_partner(request: HttpRequest) -> HttpResponse:
    """Add a partner."""
    person: Any = request.user
    form = forms.AddForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            made = add(
                said["code"],
                form.names,
                ceiling=said["ceiling"],
                languages=said["languages"],
                by=person,
                because=said["because"],
            )
        except Refused as refusal:
            form.add_error(None, told(refusal))
        else:
            return redirect("partner", made.pk)
    return _list(request, form, status=422)


@needs("partners.read")
@require_GET
def partner(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one partner."""
    return page(request, get_object_or_404(Partner, pk=pk))


@needs("partners.change")
@require_POST
def change_partner(request: HttpRequest, pk: int) -> HttpResponse:
    """Change how a partner takes its packs."""
    one, person = get_object_or_404(Partner, pk=pk), _by(request)
    form = forms.ChangeForm(request.POST, partner=one, by=person)

    def deed(said: dict[str, Any]) -> object:
        return change(one, by=person, because=said["because"], **form.wish)

    return done(request, one, form, deed, change_form=form)


@needs("partners.close")
@require_POST
def close_partner(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a partner."""
    one, form = get_object_or_404(Partner, pk=pk), forms.CloseForm(request.POST)

    def deed(said: dict[str, Any]) -> object:
        return close(one, by=_by(request), because=said["because"])

    return done(request, one, form, deed, close_form=form)


@needs("partners.reopen")
@require_POST
def reopen_partner(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a partner again."""
    one, form = get_object_or_404(Partner, pk=pk), forms.ReopenForm(request.POST)

    def deed(said: dict[str, Any]) -> object:
        return reopen(one, by=_by(request), because=said["because"])

    return done(request, one, form, deed, reopen_form=form)


@needs("partners.seat")
@require_POST
def give_seat(request: HttpRequest, pk: int) -> HttpResponse:
    """Give somebody a seat."""
    one, form = get_object_or_404(Partner, pk=pk), forms.SeatForm(request.POST)

    def deed(said: dict[str, Any]) -> object:
        return seat(one, said["person"], by=_by(request), because=said["because"])

    return done(request, one, form, deed, seat_form=form)


@needs("partners.unseat")
@require_POST
def take_seat(request: HttpRequest, pk: int) -> HttpResponse:
    """Take somebody's seat away."""
    one = get_object_or_404(Partner, pk=pk)
    form = forms.UnseatForm(request.POST, partner=one)

    def deed(said: dict[str, Any]) -> object:
        return unseat(one, said["person"], by=_by(request), because=said["because"])

    return done(request, one, form, deed, unseat_form=form)


def done(
    request: HttpRequest,
    one: Partner,
    form: Form,
    deed: Callable[[dict[str, Any]], object],
    **shown: Any,
) -> HttpResponse:
    """Do what a form of a partner's page asks, and show the page again."""
    if not form.is_valid():
        return page(request, one, status=422, **shown)
    try:
        deed(form.cleaned_data)
    except Refused as refusal:
        form.add_error(None, told(refusal))
        return page(request, one, status=409, **shown)
    messages.success(request, _("It is done, and written down."))
    return redirect("partner", one.pk)


def page(
    request: HttpRequest, one: Partner, *, status: int = 200, **shown: Any
) -> HttpResponse:
    """One partner's page, with a form that was filled in wrongly where there is one."""
    person = _by(request)
    # What was sent stands above this app: it is reached by the rows that point here.
    packs: Any = one.packs
    seen = packs.visible_to(person) if hasattr(packs, "visible_to") else packs.all()
    history = AuditRecord.objects.filter(
        subject=name_of(one), act__in=_HISTORY, outcome="done"
    )
    known = {
        "partner": one,
        "sections": [words for key, words in SECTIONS if key in one.without],
        "seats": one.seats.select_related("person").order_by("person__name"),
        "contacts": one.contacts.order_by("name"),
        "packs": seen.select_related("release").order_by("-release_id")[:30],
        "history": [_line(line) for line in history.order_by("-number")[:50]],
        "change_form": forms.ChangeForm(partner=one, by=person),
        "close_form": forms.CloseForm(),
        "reopen_form": forms.ReopenForm(),
        "seat_form": forms.SeatForm(),
        "unseat_form": forms.UnseatForm(partner=one),
        "contact_form": forms.ContactForm(),
        "may": {
            name.replace(".", "_"): person.may(name)
            for name in ("partners.change", "partners.close", "partners.reopen",
                         "partners.seat", "partners.unseat", "contacts.add")
        },
    }  # fmt: skip
    return render(request, "partners/partner.html", known | shown, status=status)


def _line(record: AuditRecord) -> dict[str, Any]:
    """A line of the history with what was and what is, markings by their names."""
    before, after = (dict(record.details.get(one, {})) for one in ("before", "after"))
    for side in (before, after):
        if "ceiling" in side:
            side["ceiling"] = str(Marking(side["ceiling"]))
    changed = [(name, before.get(name), after[name]) for name in after]
    return {"record": record, "changed": changed}


def _rows() -> QuerySet[Partner]:
    written = Q(contacts__unsubscribed_at=None, contacts__stopped_at=None)
    return Partner.objects.annotate(
        seat_count=Count("seats", distinct=True),
        contact_count=Count("contacts", distinct=True),
        written_count=Count("contacts", filter=written, distinct=True),
    ).order_by("code")


def _list(
    request: HttpRequest, form: Form | None = None, *, status: int = 200
) -> HttpResponse:
    shown = {
        "rows": _rows(),
        "add_form": form or forms.AddForm(),
        "may_add": _by(request).may("partners.add"),
    }
    return render(request, "partners/partners.html", shown, status=status)


def _by(request: HttpRequest) -> Any:
    return request.user
