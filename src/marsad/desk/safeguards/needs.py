"""What a page asks of its reader: each view says its right, or that it is open."""

import functools
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

from marsad.desk.safeguards.groups import RIGHTS

View = Callable[..., HttpResponseBase]
OPEN: Final = "open to everybody"


def needs(right: str) -> Callable[[View], View]:
    """Let only people with a right open a view; others sign in or are told no."""
    return _guarded(right, _sent_first)


def halfway(right: str) -> Callable[[View], View]:
    """Open a view also to who has given the password and not yet the second factor."""
    return _guarded(right, _sent_nowhere)


def _guarded(
    right: str, sent_first: Callable[[HttpRequest], str | None]
) -> Callable[[View], View]:
    if right not in RIGHTS:
        raise KeyError(f"{right} stands in no table of rights")

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def guarded(
            request: HttpRequest, *args: Any, **kwargs: Any
        ) -> HttpResponseBase:
            person = request.user
            if not person.is_authenticated:
                return _sign_in_first(request)
            first = sent_first(request)
            here = request.resolver_match
            if first is not None and (here is None or here.view_name != first):
                return _go(request, f"{reverse(first)}?{_come_back(request)}")
            if not person.may(right):
                raise PermissionDenied(right)
            return view(request, *args, **kwargs)

        guarded.right = right  # type: ignore[attr-defined]
        return guarded

    return decorate


def open_to_all(view: View) -> View:
    """Say of a view that it is meant for whoever asks, signed in or not."""
    view.right = OPEN  # type: ignore[attr-defined]
    return view


def wants_second_factor(request: HttpRequest) -> bool:
    """Whether this person still has to prove who they are a second time."""
    person: Any = request.user
    if person.is_verified():
        return False
    has_device = person.totpdevice_set.filter(confirmed=True).exists()
    is_required = settings.SECOND_FACTOR == "required" and person.must_prove_twice
    return bool(has_device or is_required)


def wanted(request: HttpRequest) -> str:
    """Where somebody wanted to go before they were sent elsewhere; home otherwise."""
    address = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(
        address, {request.get_host()}, require_https=request.is_secure()
    )
    return address if is_ours else reverse("home")


def _sent_first(request: HttpRequest) -> str | None:
    if wants_second_factor(request):
        return "second-factor"
    person: Any = request.user
    return "password" if person.must_change_password else None


def _sent_nowhere(_request: HttpRequest) -> str | None:
    return None


def _sign_in_first(request: HttpRequest) -> HttpResponse:
    return _go(request, redirect_to_login(_this_page(request)).url)


def _come_back(request: HttpRequest) -> str:
    return urlencode({"next": _this_page(request)})


def _this_page(request: HttpRequest) -> str:
    # Of a fragment it is the page around it that one comes back to; a POST is not
    # repeated by coming back.
    htmx: Any = getattr(request, "htmx", None)
    if htmx:
        return str(htmx.current_url_abs_path or reverse("home"))
    return request.get_full_path() if request.method == "GET" else reverse("home")


def _go(request: HttpRequest, address: str) -> HttpResponse:
    # Within a page htmx would put the page of signing in where a fragment stood.
    if getattr(request, "htmx", None):
        return HttpResponseClientRedirect(address)
    return redirect(address)
