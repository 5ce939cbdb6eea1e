"""Signing in and out, and the language of whoever asks."""

from typing import Any, Final

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from marsad.desk.safeguards import sign_ins
from marsad.desk.safeguards.change import change
from marsad.desk.safeguards.needs import halfway, open_to_all, wanted
from marsad.desk.safeguards.preferences import LANGUAGES

# A language is chosen once on a machine; a year is as long as browsers keep a cookie.
_A_YEAR: Final = 365 * 24 * 60 * 60


class SignInForm(AuthenticationForm):
    """Name and password; what is wrong with them is not told."""

    error_messages = {
        "invalid_login": _("This name and password do not open an account."),
        "inactive": _("This name and password do not open an account."),
    }

    def __init__(self, request: HttpRequest, *, data: Any = None) -> None:
        super().__init__(request, data=data)
        # A name is written from left to right or right to left, and never corrected.
        signs = {"dir": "auto", "autocapitalize": "none", "spellcheck": "false"}
        self.fields["username"].widget.attrs |= signs | {"autocomplete": "username"}
        self.label_suffix = ""


@open_to_all
@never_cache
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for name and password."""
    if request.user.is_authenticated and request.method == "GET":
        return redirect(wanted(request))
    form = SignInForm(request, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        person: Any = form.get_user()
        if request.user.is_authenticated:
            sign_ins.finish(request)
        login(request, person)
        sign_ins.begin(request, person)
        return redirect(wanted(request))
    where = {"form": form, "next": wanted(request)}
    return render(request, "safeguards/sign_in.html", where)


@halfway("account.use")
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Close this browser's session."""
    sign_ins.finish(request)
    return redirect("sign-in")


@open_to_all
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Show the pages in another language from now on."""
    answer = redirect(wanted(request))
    language = request.POST.get("language", "")
    if language not in LANGUAGES:
        return answer
    person: Any = request.user
    if person.is_authenticated and person.language != language:
        why = "chose a language at the head of a page"
        change(person, language=language, by=person, because=why)
    answer.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=_A_YEAR,
        secure=settings.IS_HTTPS,
        httponly=True,
        samesite="Lax",
    )
    return answer
