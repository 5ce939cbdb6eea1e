"""How a form of a page is done: the deed, or the page again with what was wrong."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marsad.desk.safeguards.telling import told
from marsad.errors import Refused

Page = Callable[[int], HttpResponse]


def done(
    request: HttpRequest,
    form: Form,
    deed: Callable[[dict[str, Any]], object],
    *,
    page: Page,
    to: tuple[str, int],
) -> HttpResponse:
    """Do what a form asks and go on; else show the page again with the form as it is."""
    if not form.is_valid():
        return page(422)
    try:
        made = deed(form.cleaned_data)
    except Refused as refusal:
        form.add_error(None, told(refusal))
        return page(409)
    if isinstance(made, HttpResponse):
        return made
    messages.success(request, _("It is done, and written down."))
    name, pk = to
    # What was made just now has the page that one goes on to.
    return redirect(name, pk or getattr(made, "pk", pk))
