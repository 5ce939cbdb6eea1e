"""What is done to the contacts of a partner."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marsad.desk.partners import forms
from marsad.desk.partners.add_contact import add_contact
from marsad.desk.partners.change_contact import change_contact, reopen_contact
from marsad.desk.partners.models import Contact, Partner
from marsad.desk.partners.views import done
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.errors import Refused


@needs("contacts.add")
@require_POST
def contact_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Write to an office of a partner from now on."""
    one, form = get_object_or_404(Partner, pk=pk), forms.ContactForm(request.POST)
    person: Any = request.user

    def deed(said: dict[str, Any]) -> object:
        return add_contact(one, **said, by=person)

    return done(request, one, form, deed, contact_form=form)


@needs("contacts.change")
def contact_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a contact, and write to it under another name, address or language."""
    contact = _contact(pk)
    as_it_is = {
        "name": contact.name,
        "address": contact.address,
        "language": contact.language,
    }
    form = forms.ContactForm(request.POST or None, initial=as_it_is)
    person: Any = request.user
    if request.method == "POST" and form.is_valid():
        try:
            change_contact(contact, **form.cleaned_data, by=person)
        except Refused as refusal:
            form.add_error(None, told(refusal))
        else:
            return _done(request, contact)
    return _page(request, contact, form=form)


@needs("contacts.reopen")
@require_POST
def contact_reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Write to a contact again."""
    contact, form = _contact(pk), forms.ReopenContactForm(request.POST)
    person: Any = request.user
    if form.is_valid():
        try:
            reopen_contact(contact, **form.cleaned_data, by=person)
        except Refused as refusal:
            form.add_error(None, told(refusal))
        else:
            return _done(request, contact)
    return _page(request, contact, reopen_form=form)


def _contact(pk: int) -> Contact:
    return get_object_or_404(Contact.objects.select_related("partner"), pk=pk)


def _done(request: HttpRequest, contact: Contact) -> HttpResponse:
    messages.success(request, _("It is done, and written down."))
    return redirect("partner", contact.partner_id)


def _page(request: HttpRequest, contact: Contact, **shown: Any) -> HttpResponse:
    as_it_is = {"name": contact.name, "address": contact.address}
    as_it_is["language"] = contact.language
    # Letters stand above this app: they are reached by the rows that point here.
    letters: Any = contact.dispatches
    known = {
        "contact": contact,
        "form": forms.ContactForm(initial=as_it_is),
        "reopen_form": forms.ReopenContactForm(),
        "letters": letters.select_related("release").order_by("-id")[:30],
        **shown,
    }
    is_wrong = request.method == "POST"
    return render(
        request, "partners/contact.html", known, status=422 if is_wrong else 200
    )
