"""What people say of streams, of files for them, and of accounts that are to be opened."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marsad.collecting.posts.forms import Form
from marsad.desk.posts.begin import MOST_DAYS, Ground
from marsad.desk.posts.models import Basis, Stream
from marsad.desk.safeguards.models import MARKINGS
from marsad.desk.safeguards.reason_forms import ReasonForm

_AUTO = {"dir": "auto"}
_LTR = {"dir": "ltr", "autocapitalize": "none", "spellcheck": "false"}
_FORMS = (
    ("", _("recognise it")),
    (Form.OWN.value, _("Marsad's own lines")),
    (Form.TABLE.value, _("a table (CSV, TSV)")),
    (Form.X.value, _("X, API version 2")),
    (Form.TELEGRAM.value, _("Telegram Desktop")),
    (Form.MASTODON.value, _("Mastodon")),
    (Form.BLUESKY.value, _("Bluesky")),
)


def _long(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=2000,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 2, **_AUTO}),
    )


class GroundForm(ReasonForm):
    """What a stream is for, which law lets it, until when, and how long posts are kept."""

    purpose = _long(_("Purpose"), _("What the cell wants to learn from these posts."))
    basis = forms.ChoiceField(label=_("Legal basis"), choices=Basis.choices)
    basis_words = _long(
        _("Which one exactly"),
        _("The law, decision, order or agreement, with its number."),
    )
    until = forms.DateField(
        label=_("Valid until"), widget=forms.DateInput(attrs={"type": "date"})
    )
    retention_days = forms.IntegerField(
        label=_("Posts are kept for days"), min_value=1, max_value=MOST_DAYS, initial=90
    )

    @property
    def ground(self) -> Ground:
        """What was said of the stream's ground."""
        said = self.cleaned_data
        return Ground(
            purpose=said["purpose"],
            basis=said["basis"],
            basis_words=said["basis_words"],
            until=said["until"],
        )


class BeginForm(GroundForm):
    """A new stream."""

    code = forms.CharField(
        label=_("Code"),
        max_length=60,
        help_text=_("Short and lasting: small letters, digits, hyphens."),
        widget=forms.TextInput(attrs=_LTR),
    )
    title = forms.CharField(
        label=_("Title"), max_length=200, widget=forms.TextInput(attrs=_AUTO)
    )
    platform = forms.CharField(
        label=_("Platform"),
        max_length=40,
        help_text=_("In small letters: telegram, x, mastodon, bluesky, or another."),
        widget=forms.TextInput(attrs={**_LTR, "list": "platforms"}),
    )
    theme = forms.CharField(
        label=_("Theme"),
        max_length=80,
        help_text=_("What it is about, for counts; several streams may share one."),
        widget=forms.TextInput(attrs=_AUTO),
    )
    marking = forms.TypedChoiceField(
        label=_("Marking"), choices=MARKINGS, coerce=int, initial=2
    )
    field_order = [
        "code", "title", "platform", "theme", "marking", "retention_days",
        "purpose", "basis", "basis_words", "until", "because",
    ]  # fmt: skip

    @property
    def stream(self) -> Stream:
        """The stream that was said, not begun yet."""
        names = ("code", "title", "platform", "theme", "marking", "retention_days")
        return Stream(**{name: self.cleaned_data[name] for name in names})


class ChangeForm(GroundForm):
    """Another ground for a stream, or the same for longer."""


class EndForm(ReasonForm):
    """The end of a stream."""


class PurgeForm(ReasonForm):
    """A purge of what a stream keeps no longer."""


class TakeForm(ReasonForm):
    """Files for a stream."""

    export = forms.FileField(label=_("File"))
    mapping = forms.FileField(label=_("Mapping of columns (JSON)"), required=False)
    form = forms.ChoiceField(label=_("Form"), choices=_FORMS, required=False)
    field_order = ["export", "form", "mapping", "because"]


class EraseForm(ReasonForm):
    """An account that is to be erased."""

    platform = forms.CharField(
        label=_("Platform"), max_length=40, widget=forms.TextInput(attrs=_LTR)
    )
    account = forms.CharField(
        label=_("Account: handle or number"),
        max_length=500,
        # No browser keeps it for the next who types here.
        widget=forms.TextInput(attrs={**_LTR, "autocomplete": "off"}),
    )
    field_order = ["platform", "account", "because"]


class AskForm(ReasonForm):
    """Why an account is to be opened."""

    purpose = _long(_("Purpose"), _("What the name is needed for."))
    basis = forms.ChoiceField(label=_("Legal basis"), choices=Basis.choices)
    basis_words = _long(
        _("Which one exactly"),
        _("The law, decision, order or agreement, with its number."),
    )
    field_order = ["purpose", "basis", "basis_words", "because"]


class AnswerForm(ReasonForm):
    """What a director says to a request."""


class ShowForm(ReasonForm):
    """What the one who asked opens it for."""
