"""What the forms of the website have in common: whose they are, and what refuses them.

Readers have no cookie, so there is none that a form elsewhere could make use of. That
nobody sends ours from another page is told by the Origin that browsers write, and by a
token with a date that only this site can sign.
"""

from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urlsplit

from django import forms
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marsad.desk.website.pages import address
from marsad.desk.website.throttle import is_too_often

_SALT: Final = "marsad.website.appeals"
_A_DAY: Final = 24 * 60 * 60
# Nobody reads the page and writes a sentence in less.
_FASTEST: Final = 2


class WrittenForm(forms.Form):
    """What anybody writes to us, with an e-mail if they want the answer by letter."""

    address = forms.EmailField(
        label=gettext_lazy("E-mail, only if you want the answer by letter"),
        required=False,
        help_text=gettext_lazy("We forget it as soon as you are answered."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""


def token() -> str:
    """What the form carries: that this site made it, and when."""
    return signing.TimestampSigner(salt=_SALT).sign("appeal")


def refused(request: HttpRequest, form: forms.Form) -> HTTPStatus | None:
    """With what a form that was sent is refused, said in the form; None if it may be kept."""
    if not _is_ours(request):
        form.add_error(
            None, _("The form was too old or came from elsewhere; send it again.")
        )
        return HTTPStatus.BAD_REQUEST
    if not form.is_valid():
        return HTTPStatus.UNPROCESSABLE_ENTITY
    if is_too_often(request):
        form.add_error(None, _("Too many were sent within an hour; try again later."))
        return HTTPStatus.TOO_MANY_REQUESTS
    return None


def is_of_a_machine(request: HttpRequest) -> bool:
    """Whether the field that no person sees was filled in, in a form that is ours."""
    return bool(request.POST.get("homepage")) and _is_ours(request)


def sent(place: str, language: str, reference: str = "") -> HttpResponse:
    """Lead the writer back to the page, where the reference shows what becomes of it."""
    answer = HttpResponse(status=HTTPStatus.SEE_OTHER)
    here = address(place, language)
    answer.headers["Location"] = (
        f"{here}?new&reference={reference}" if reference else here
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _is_ours(request: HttpRequest) -> bool:
    """Whether a form was sent from a page of ours, by somebody who had time to read it."""
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.get_host():
        return False
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return False
    signer = signing.TimestampSigner(salt=_SALT)
    written = request.POST.get("token", "")
    try:
        signer.unsign(written, max_age=_A_DAY)
    except signing.BadSignature:
        return False
    try:
        signer.unsign(written, max_age=_FASTEST)
    except signing.SignatureExpired:
        return True
    return False
