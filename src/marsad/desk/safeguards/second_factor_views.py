"""The second factor: set it up, prove it at signing in, take it off."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from marsad.desk.safeguards import second_factor
from marsad.desk.safeguards.account_forms import CodeForm, PasswordForm
from marsad.desk.safeguards.needs import halfway, needs, wanted
from marsad.desk.safeguards.secure import renew_codes, secure, unsecure

_WHY = "asked for on the page of the account"


@halfway("account.use")
@never_cache
def prove(request: HttpRequest) -> HttpResponse:
    """Ask for a code, after the password."""
    person: Any = request.user
    if person.is_verified():
        return redirect(wanted(request))
    if second_factor.app_of(person) is None:
        return _to_set_up(request)
    form = CodeForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        if _is_proven(request, form):
            _warn_of_few_codes(request, person)
            return redirect(wanted(request))
        status = 422
    where = {"form": form, "next": wanted(request)}
    return render(request, "safeguards/second_factor.html", where, status=status)


@halfway("account.use")
@never_cache
def set_up(request: HttpRequest) -> HttpResponse:
    """Show a secret to the person's app, and take its first code."""
    person: Any = request.user
    if second_factor.app_of(person) is not None:
        return redirect("account")
    app = second_factor.waiting_app_of(person)
    if request.method == "POST" and "begin" in request.POST:
        second_factor.begin(person)
        return _to_set_up(request)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and app is not None and form.is_valid():
        if second_factor.confirms(person, app, form.cleaned_data["code"]):
            return _secured(request, person, app)
        form.add_error("code", _wrong(app))
    where: dict[str, Any] = {"form": form, "app": app, "next": wanted(request)}
    if app is not None:
        where |= {
            "picture": second_factor.picture(app),
            "letters": second_factor.letters(app),
        }
    return render(request, "safeguards/second_factor_set_up.html", where)


@needs("account.use")
@never_cache
@sensitive_post_parameters("password")
def take_off(request: HttpRequest) -> HttpResponse:
    """Go back to a password alone; the password is asked for."""
    person: Any = request.user
    form = PasswordForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        unsecure(person, by=person, because=_WHY)
        messages.success(request, _("The second factor was taken off."))
        return redirect("account")
    return render(request, "safeguards/second_factor_off.html", {"form": form})


@needs("account.use")
@never_cache
@sensitive_post_parameters("password")
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """Draw new recovery codes; the password is asked for."""
    person: Any = request.user
    if second_factor.app_of(person) is None:
        return redirect("account")
    form = PasswordForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        _person, codes = renew_codes(person, by=person, because=_WHY)
        return _codes(request, codes, reverse("account"))
    return render(request, "safeguards/recovery_codes_ask.html", {"form": form})


def _to_set_up(request: HttpRequest) -> HttpResponse:
    asked = urlencode({"next": wanted(request)})
    return redirect(f"{reverse('second-factor-set-up')}?{asked}")


def _is_proven(request: HttpRequest, form: CodeForm) -> bool:
    code = form.cleaned_data["code"]
    until = second_factor.closed_until(request, code)
    if until is None and second_factor.prove(request, code):
        return True
    form.add_error("code", _wrong(None) if until is None else _too_soon())
    return False


def _wrong(app: Any) -> str:
    if app is not None and not app.verify_is_allowed()[0]:
        return _too_soon()
    return _("This code is wrong, too old or was used before.")


def _too_soon() -> str:
    return _("Too many wrong codes: wait a little before the next one.")


def _warn_of_few_codes(request: HttpRequest, person: Any) -> None:
    left = second_factor.codes_left(person)
    if left <= 3:
        said = ngettext(
            "%(left)s recovery code is left. Draw new ones on the page of your account.",
            "%(left)s recovery codes are left. Draw new ones on the page of your account.",
            left,
        )
        messages.warning(request, said % {"left": left})


def _secured(request: HttpRequest, person: Any, app: Any) -> HttpResponse:
    _person, codes = secure(person, app, by=person, because=_WHY)
    second_factor.remember(request, app)
    return _codes(request, codes, wanted(request))


def _codes(request: HttpRequest, codes: list[str], onward: str) -> HttpResponse:
    # Shown in the answer itself and not after a redirect: they are kept nowhere.
    where = {"codes": codes, "onward": onward}
    return render(request, "safeguards/recovery_codes.html", where)
