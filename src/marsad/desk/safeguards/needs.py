"""What a page asks of its reader: each view says its right, or that it is open."""

import functools
from collections.abc import Callable
from typing import Any, Final

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from marsad.desk.safeguards.groups import RIGHTS

View = Callable[..., HttpResponse]
OPEN: Final = "open to everybody"


def needs(right: str) -> Callable[[View], View]:
    """Let only people with a right open a view; others sign in or are told no."""
    if right not in RIGHTS:
        raise KeyError(f"{right} stands in no table of rights")

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            person = request.user
            if not person.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if wants_second_factor(request) and right != "account.use":
                return redirect("second-factor")
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
