"""What people say of banks, their signals, and doubts about them."""

from datetime import timedelta
from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marsad.desk.banks.export import FORMS
from marsad.desk.banks.models import KINDS, Bank, Severity
from marsad.desk.banks.settle import Outcome
from marsad.desk.partners.models import Partner
from marsad.desk.posts.models import Basis
from marsad.desk.safeguards.models import MARKINGS, Person
from marsad.desk.safeguards.reason_forms import ReasonForm
from marsad.marking import Audience
from marsad.matching.kinds import KINDS as SIGNAL_KINDS

_AUTO: Final = {"dir": "auto"}
_LTR: Final = {"dir": "ltr", "autocapitalize": "none", "spellcheck": "false"}
_AUDIENCES: Final = (
    (Audience.RECIPIENT.value, _("one recipient")),
    (Audience.ORGANISATION.value, _("our own organisation")),
    (Audience.CLIENTS.value, _("our organisation and its clients")),
    (Audience.COMMUNITY.value, _("the community")),
    (Audience.WORLD.value, _("everybody")),
)


def _words(label: Any, longest: int, *, rows: int = 0, **more: Any) -> forms.CharField:
    widget: forms.Widget = forms.TextInput(attrs=_AUTO)
    if rows:
        widget = forms.Textarea(attrs={**_AUTO, "rows": rows})
    return forms.CharField(label=label, max_length=longest, widget=widget, **more)


def _day(label: Any, **more: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **more)


class ChangeForm(ReasonForm):
    """What a bank is and on what it stands."""

    title = _words(_("Title"), 200)
    provenance = _words(
        _("Provenance"),
        2000,
        rows=2,
        help_text=_("Which list, whose, by what agreement."),
    )
    category = _words(_("Category"), 80, required=False)
    severity = forms.TypedChoiceField(
        label=_("Severity"),
        choices=Severity.choices,
        coerce=int,
        initial=Severity.MEDIUM.value,
    )
    marking = forms.TypedChoiceField(
        label=_("Marking"), choices=MARKINGS, coerce=int, initial=2
    )
    purpose = _words(_("Purpose"), 2000, rows=2)
    basis = forms.ChoiceField(label=_("Legal basis"), choices=Basis.choices)
    basis_words = _words(
        _("Which one exactly"),
        2000,
        rows=2,
        help_text=_("Law, decision, order or agreement, so that it can be looked up."),
    )
    until = _day(_("Valid until"), help_text=_("After this day nothing of it matches."))
    flood_limit = forms.IntegerField(
        label=_("Matches an hour, at most"),
        initial=200,
        min_value=1,
        help_text=_("A signal that matches more often is set aside by itself."),
    )
    least_precision = forms.FloatField(
        label=_("Least precision"),
        initial=0.5,
        min_value=0,
        max_value=1,
        help_text=_(
            "A signal whose cases readers uphold less often is set aside by itself."
        ),
    )
    field_order: Final = [  # type: ignore[misc]
        "code", "title", "is_harmless", "provenance", "category", "severity",
        "marking", "purpose", "basis", "basis_words", "until", "flood_limit",
        "least_precision", "because",
    ]  # fmt: skip

    def __init__(self, *said: Any, bank: Bank | None = None, **more: Any) -> None:
        if bank is not None:
            names = [name for name in self.base_fields if hasattr(bank, name)]
            more["initial"] = {name: getattr(bank, name) for name in names}
        super().__init__(*said, **more)

    @property
    def wish(self) -> dict[str, Any]:
        """All that was said, as the act takes it."""
        said = dict(self.cleaned_data)
        said.pop("because")
        said.pop("code", None)
        parts = ("purpose", "basis", "basis_words", "until")
        ground = {name: said.pop(name) for name in parts}
        return {**said, "ground": ground}


class OpenForm(ChangeForm):
    """A new bank."""

    code = forms.CharField(
        label=_("Code"),
        max_length=60,
        help_text=_("Short and lasting: small letters, digits, hyphens."),
        widget=forms.TextInput(attrs=_LTR),
    )
    is_harmless = forms.BooleanField(
        label=_("Of harmless look-alikes"),
        required=False,
        help_text=_("What is nearer to one of these is not put before people."),
    )

    def __init__(self, *said: Any, **more: Any) -> None:
        super().__init__(*said, **more)
        in_a_year = timezone.localdate() + timedelta(days=365)
        self.fields["until"].initial = in_a_year


class CloseForm(ReasonForm):
    """Close a bank for good."""


class DisputeForm(ReasonForm):
    """Doubt a signal."""


class SettleForm(ReasonForm):
    """Settle a doubt."""

    outcome = forms.ChoiceField(
        label=_("What becomes of the signal"),
        choices=[
            (Outcome.KEEP.value, _("It is used again")),
            (Outcome.TAKE_OUT.value, _("It is taken out for good")),
        ],
        widget=forms.RadioSelect,
    )
    field_order: Final = ["outcome", "because"]  # type: ignore[misc]


class WithdrawForm(ReasonForm):
    """Which entries of its list a source takes back."""

    references = _words(
        _("Numbers in the list of its source"),
        100_000,
        rows=3,
        help_text=_("One a line. Their values are forgotten and do not come back."),
    )
    field_order: Final = ["references", "because"]  # type: ignore[misc]


class WithdrawOneForm(ReasonForm):
    """Take one signal out for good."""


class AddForm(ReasonForm):
    """One sign of known content: in words, or as a file that is hashed and not kept."""

    kind = forms.ChoiceField(label=_("What it is"), required=False)
    value = forms.CharField(
        label=_("Words, address or hash"),
        max_length=100_000,
        required=False,
        widget=forms.Textarea(attrs={**_AUTO, "rows": 4}),
    )
    file = forms.FileField(
        label=_("Or a file"),
        required=False,
        help_text=_("It is hashed here and kept nowhere."),
    )
    title = _words(
        _("What it shows"),
        200,
        required=False,
        help_text=_("A plain description by which people know it without seeing it."),
    )
    provenance = _words(_("On whose word"), 500, required=False)
    reference = _words(_("Number in its list"), 200, required=False)
    severity = forms.TypedChoiceField(
        label=_("Severity"),
        choices=[("", _("as its bank")), *Severity.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    until = _day(_("Valid until"), required=False)
    marking = forms.TypedChoiceField(
        label=_("Marking"),
        choices=[("", _("as its bank")), *MARKINGS],
        coerce=int,
        empty_value=None,
        required=False,
    )
    field_order: Final = [  # type: ignore[misc]
        "kind", "value", "file", "title", "provenance", "reference", "severity",
        "until", "marking", "because",
    ]  # fmt: skip

    def __init__(self, *said: Any, **more: Any) -> None:
        super().__init__(*said, **more)
        known = {kind.kind.value for kind in SIGNAL_KINDS}
        choices = [(kind, words) for kind, words in KINDS if kind in known]
        self.fields["kind"].choices = choices[::-1]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Either words or a file."""
        said: dict[str, Any] = super().clean() or {}
        if bool(said.get("value")) == bool(said.get("file")):
            raise forms.ValidationError(_("Give words or a file, and not both."))
        return said


class TakeInForm(ReasonForm):
    """A list that is brought in."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV, a list as JSON, or JSON of ThreatExchange and HMA."),
    )
    provenance = _words(
        _("On whose word"),
        500,
        required=False,
        help_text=_("Where a row says nothing else; otherwise that of the bank."),
    )
    field_order: Final = ["file", "provenance", "because"]  # type: ignore[misc]


class ExportForm(ReasonForm):
    """Which signals go out, and to whom."""

    up_to = forms.TypedChoiceField(
        label=_("Take out what is marked up to"), choices=MARKINGS, coerce=int
    )
    audience = forms.TypedChoiceField(
        label=_("For"), choices=_AUDIENCES, coerce=int, required=False, empty_value=None
    )
    partner = forms.ModelChoiceField(
        label=_("Or for a partner"), queryset=Partner.objects.none(), required=False
    )
    form = forms.ChoiceField(
        label=_("Form"), choices=[(one, one.upper()) for one in FORMS]
    )
    field_order: Final = [  # type: ignore[misc]
        "up_to", "audience", "partner", "form", "because",
    ]  # fmt: skip

    def __init__(self, *said: Any, bank: Bank, **more: Any) -> None:
        super().__init__(*said, **more)
        self.fields["up_to"].initial = bank.marking
        choices = [("", _("a partner")), *_AUDIENCES]
        self.fields["audience"].choices = choices  # type: ignore[attr-defined]
        self.fields["audience"].initial = Audience.ORGANISATION.value
        partners = Partner.objects.filter(closed_at__isnull=True).order_by("code")
        self.fields["partner"].queryset = partners  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Either an audience or a partner."""
        said: dict[str, Any] = super().clean() or {}
        if (said.get("audience") is None) == (said.get("partner") is None):
            problem = _("Choose an audience or a partner, and not both.")
            raise forms.ValidationError(problem)
        return said

    @property
    def to(self) -> Audience | Partner:
        """Whom it is for."""
        said = self.cleaned_data
        partner: Partner | None = said["partner"]
        return partner if partner is not None else Audience(said["audience"])


class LookUpForm(forms.Form):
    """What somebody asks the banks about; nothing of it is kept."""

    text = forms.CharField(
        label=_("Text"),
        max_length=20_000,
        required=False,
        help_text=_("Addresses that stand in it are looked up as well."),
        widget=forms.Textarea(attrs={**_AUTO, "rows": 5}),
    )
    address = forms.CharField(
        label=_("Address"),
        max_length=4000,
        required=False,
        widget=forms.TextInput(attrs=_LTR),
    )
    hash = forms.CharField(
        label=_("Hash"),
        max_length=200,
        required=False,
        help_text=_("SHA-256, MD5 or PDQ."),
        widget=forms.TextInput(attrs=_LTR),
    )
    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("It is hashed here and kept nowhere."),
    )

    def clean(self) -> dict[str, Any]:
        """At least one of them."""
        said: dict[str, Any] = super().clean() or {}
        if not any(said.get(name) for name in self.fields):
            raise forms.ValidationError(_("Say what is to be looked up."))
        return said


def may_of(person: Person) -> dict[str, bool]:
    """What somebody may do to banks, for the buttons of a page."""
    names = (
        "open", "change", "close", "add", "take_in", "dispute", "settle", "withdraw",
        "export", "use",
    )  # fmt: skip
    return {name: person.may(f"banks.{name}") for name in names}
