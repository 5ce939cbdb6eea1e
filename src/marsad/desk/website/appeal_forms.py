"""The forms of objections: the reader's, and the officer's answer.

Readers have no cookie, so there is none that a form elsewhere could make use of. That
nobody sends ours from another page is told by the Origin that browsers write, and by a
token with a date that only this site can sign.
"""

from typing import Any, Final
from urllib.parse import urlsplit

from django import forms
from django.core import signing
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from marsad.desk.website.models import About, Outcome
from marsad.desk.website.receive import LONGEST

_SALT: Final = "marsad.website.appeals"
_A_DAY: Final = 24 * 60 * 60
# Nobody reads the page and writes a sentence in less.
_FASTEST: Final = 2


class AppealForm(forms.Form):
    """What a reader objects to."""

    about = forms.ChoiceField(label=_("What is it about?"), choices=About.choices)
    number = forms.CharField(
        label=_("Number of the brief, if you know it"), max_length=20, required=False
    )
    words = forms.CharField(
        label=_("What is wrong, and how do you know?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
    )
    address = forms.EmailField(
        label=_("E-mail, only if you want the answer by letter"),
        required=False,
        help_text=_("We forget it as soon as you are answered."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""


class AnswerForm(forms.Form):
    """What an officer answers."""

    outcome = forms.ChoiceField(label=_("Outcome"), choices=Outcome.choices)
    words = forms.CharField(
        label=_("Answer to the reader"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
    )
    because = forms.CharField(
        label=_("Reason, for the audit trail"), max_length=500,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )  # fmt: skip


def token() -> str:
    """What the form carries: that this site made it, and when."""
    return signing.TimestampSigner(salt=_SALT).sign("appeal")


def is_ours(request: HttpRequest) -> bool:
    """Whether a form was sent from a page of ours, by somebody who had time to read it."""
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.get_host():
        return False
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return False
    signer = signing.TimestampSigner(salt=_SALT)
    sent = request.POST.get("token", "")
    try:
        signer.unsign(sent, max_age=_A_DAY)
    except signing.BadSignature:
        return False
    try:
        signer.unsign(sent, max_age=_FASTEST)
    except signing.SignatureExpired:
        return True
    return False


def is_of_a_machine(request: HttpRequest) -> bool:
    """Whether the field that no person sees was filled in."""
    return bool(request.POST.get("homepage"))
