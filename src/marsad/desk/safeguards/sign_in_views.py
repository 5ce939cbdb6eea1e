"""Signing in and out."""

from django.contrib.auth import login, logout
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from marsad.desk.safeguards import sign_ins
from marsad.desk.safeguards.needs import needs, open_to_all


@open_to_all
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for name and password."""
    form = AuthenticationForm(request, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = form.get_user()
        login(request, person)
        sign_ins.begin(request, person)
        return redirect(_wanted(request))
    return render(request, "safeguards/sign_in.html", {"form": form})


@needs("account.use")
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Close this browser's session."""
    logout(request)
    return redirect("sign-in")


def _wanted(request: HttpRequest) -> str:
    wanted = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        wanted, {request.get_host()}, require_https=request.is_secure()
    )
    return wanted if is_ours else "/"
