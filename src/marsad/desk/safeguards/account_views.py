"""One's own account: language, digits, password, browsers."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from marsad.desk.safeguards import second_factor, sign_ins
from marsad.desk.safeguards.account_forms import ChangePasswordForm, PreferencesForm
from marsad.desk.safeguards.browsers import named
from marsad.desk.safeguards.change import change, change_password, sign_out_elsewhere
from marsad.desk.safeguards.needs import needs, wanted


@needs("account.use")
def account(request: HttpRequest) -> HttpResponse:
    """Show one's own account, and take another language or other digits."""
    person: Any = request.user
    chosen = {"language": request.LANGUAGE_CODE, "numerals": person.numerals}
    form = PreferencesForm(request.POST or None, initial=chosen)
    if request.method == "POST" and form.is_valid():
        why = "changed on the page of the account"
        change(person, **form.cleaned_data, by=person, because=why)
        messages.success(request, _("Saved."))
        return redirect("account")
    return render(request, "safeguards/account.html", _shown(request) | {"form": form})


@needs("account.use")
@never_cache
@sensitive_post_parameters()
def password(request: HttpRequest) -> HttpResponse:
    """Change the password, and end all other sessions."""
    person: Any = request.user
    form = ChangePasswordForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        change_password(
            person,
            form.cleaned_data["new_password1"],
            here=sign_ins.session_hash(request),
            by=person,
            because="changed on the page of the account",
        )
        _stay(request, person)
        messages.success(
            request, _("The password was changed, and all other browsers signed out.")
        )
        return redirect(wanted(request))
    where = {"form": form, "next": wanted(request)}
    return render(request, "safeguards/password.html", where)


@needs("account.use")
@require_POST
def close_browser(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign out in another browser."""
    if not _end(request, only=pk):
        raise Http404
    return redirect("account")


@needs("account.use")
@require_POST
def close_other_browsers(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere else."""
    _end(request)
    return redirect("account")


def _end(request: HttpRequest, only: int | None = None) -> int:
    person: Any = request.user
    ended = sign_out_elsewhere(
        person,
        here=sign_ins.session_hash(request),
        only=only,
        by=person,
        because="closed on the page of the account",
    )
    if ended:
        messages.success(request, _("Signed out there."))
    return ended


def _stay(request: HttpRequest, person: Any) -> None:
    # Django gives the session a new key: what is kept of it moves along.
    before = sign_ins.session_hash(request)
    update_session_auth_hash(request, person)
    sign_ins.moved(before, request)


def _shown(request: HttpRequest) -> dict[str, Any]:
    person: Any = request.user
    here = sign_ins.session_hash(request)
    browsers = [
        {"row": one, "name": named(one.browser), "is_here": one.session_hash == here}
        for one in person.sign_ins.all()
    ]
    return {
        "browsers": browsers,
        "app": second_factor.app_of(person),
        "codes_left": second_factor.codes_left(person),
        "keys": sum(one.revoked_at is None for one in person.tokens.all()),
    }
