"""The keys of one's own programs: see, issue, revoke."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from marsad.desk.safeguards.account_forms import KeyForm
from marsad.desk.safeguards.issue import issue
from marsad.desk.safeguards.models import Token
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.revoke import revoke
from marsad.desk.safeguards.telling import told
from marsad.errors import Refused


@needs("account.use")
@never_cache
def keys(request: HttpRequest) -> HttpResponse:
    """List one's keys, and issue a new one; its secret is shown once."""
    person: Any = request.user
    form = KeyForm(person, request.POST or None)
    secret, status = "", 200
    if request.method == "POST" and form.is_valid():
        try:
            said = form.cleaned_data
            _token, secret = issue(
                person, **said, by=person, because=f"for {said['name']}"
            )
            form = KeyForm(person)
        except Refused as refusal:
            form.add_error(None, told(refusal))
            status = 409
    # The secret is in the answer itself and not after a redirect: it is kept nowhere.
    where = {"form": form, "secret": secret, "keys": _keys(person)}
    return render(request, "safeguards/keys.html", where, status=status)


@needs("account.use")
@require_POST
def revoke_key(request: HttpRequest, pk: int) -> HttpResponse:
    """Let one of one's keys open nothing from now on."""
    person: Any = request.user
    token = get_object_or_404(Token, pk=pk, person=person)
    try:
        revoke(token, by=person, because="revoked on the page of the account")
        messages.success(request, _("The key opens nothing any more."))
    except Refused as refusal:
        messages.error(request, told(refusal))
    return redirect("keys")


def _keys(person: Any) -> list[dict[str, Any]]:
    now = timezone.now()
    rows = person.tokens.select_related("person")[:100]
    return [{"row": one, "is_good": one.is_good(now)} for one in rows]
