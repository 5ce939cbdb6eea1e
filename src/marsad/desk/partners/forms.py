"""What people say of a partner, of its seats and of its contacts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marsad.desk.entities.models import Entity
from marsad.desk.partners.models import LANGUAGES, SECTIONS, Partner
from marsad.desk.partners.said import LONGEST_FOREWORD, LONGEST_NAME
from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.models import MARKINGS, Person
from marsad.desk.safeguards.reason_forms import ReasonForm

_AUTO = {"dir": "auto"}


def _name(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=LONGEST_NAME,
        required=False,
        widget=forms.TextInput(attrs=_AUTO),
    )


class AddForm(ReasonForm):
    """A new partner."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        help_text=_("Short and lasting: small letters, digits, hyphens."),
        widget=forms.TextInput(attrs={"dir": "ltr", "autocapitalize": "none"}),
    )
    name_ar = _name(_("Name in Arabic"))
    name_en = _name(_("Name in English"))
    name_fr = _name(_("Name in French"))
    ceiling = forms.TypedChoiceField(
        label=_("Reads up to"), choices=MARKINGS, coerce=int, initial=1
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages"), choices=LANGUAGES, widget=forms.CheckboxSelectMultiple
    )
    field_order = [
        "code", "name_ar", "name_en", "name_fr", "ceiling", "languages", "because",
    ]  # fmt: skip

    @property
    def names(self) -> dict[str, str]:
        """The names that were said, by language."""
        return {code: self.cleaned_data[f"name_{code}"] for code, _words in LANGUAGES}


class ChangeForm(AddForm):
    """How a partner takes its packs."""

    code = None  # type: ignore[assignment]
    first = forms.ChoiceField(
        label=_("Language that comes first"), choices=LANGUAGES, required=False
    )
    entity = forms.ModelChoiceField(
        label=_("Party of the register"),
        queryset=Entity.objects.none(),
        required=False,
        help_text=_("What it says is compared with our drafts."),
    )
    without = forms.MultipleChoiceField(
        label=_("Sections left out"),
        choices=SECTIONS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = [
        "name_ar", "name_en", "name_fr", "entity", "ceiling", "languages", "first",
        "without", "foreword_ar", "foreword_en", "foreword_fr", "because",
    ]  # fmt: skip

    def __init__(self, *said: Any, partner: Partner, by: Person, **more: Any) -> None:
        super().__init__(*said, **{"initial": _as_it_is(partner), **more})
        seen: Any = Entity.objects.filter(kind__in=("state", "organisation"))
        # Who is set already stays, also where another person set it.
        parties = seen.visible_to(by) | seen.filter(pk=partner.entity_id)
        self.fields["entity"].queryset = parties.order_by("canonical")  # type: ignore[attr-defined]
        for code, words in LANGUAGES:
            self.fields[f"foreword_{code}"] = forms.CharField(
                label=_foreword_label(words),
                max_length=LONGEST_FOREWORD,
                required=False,
                widget=forms.Textarea(attrs={"rows": 3, "dir": "auto", "lang": code}),
            )
        self.order_fields(self.field_order)

    @property
    def wish(self) -> dict[str, Any]:
        """All that was said, as the act takes it."""
        said = self.cleaned_data
        chosen = [code for code, _words in LANGUAGES if code in said["languages"]]
        chosen.sort(key=lambda code: code != said["first"])
        return {
            "names": self.names,
            "entity": said["entity"],
            "ceiling": said["ceiling"],
            "languages": chosen,
            "without": said["without"],
            "foreword": {code: said[f"foreword_{code}"] for code, _w in LANGUAGES},
        }


class CloseForm(ReasonForm):
    """Close a partner."""


class ReopenForm(ReasonForm):
    """Open a partner again."""


class SeatForm(ReasonForm):
    """Who sits at the partner."""

    person = forms.ModelChoiceField(
        label=_("Person of the partner"), queryset=Person.objects.none()
    )
    field_order = ["person", "because"]

    def __init__(self, *said: Any, **more: Any) -> None:
        super().__init__(*said, **more)
        free = Person.objects.filter(
            is_active=True, places__group=Group.PARTNER, seat__isnull=True
        )
        self.fields["person"].queryset = free.order_by("name")  # type: ignore[attr-defined]


class UnseatForm(ReasonForm):
    """Whose seat is taken away."""

    person = forms.ModelChoiceField(
        label=_("Person of the partner"), queryset=Person.objects.none()
    )
    field_order = ["person", "because"]

    def __init__(self, *said: Any, partner: Partner, **more: Any) -> None:
        super().__init__(*said, **more)
        seated = Person.objects.filter(seat__partner=partner).order_by("name")
        self.fields["person"].queryset = seated  # type: ignore[attr-defined]


class ContactForm(ReasonForm):
    """An office that is written to."""

    name = forms.CharField(
        label=_("Name of the office"),
        max_length=120,
        help_text=_("An office, not a private person."),
        widget=forms.TextInput(attrs=_AUTO),
    )
    address = forms.EmailField(
        label=_("E-mail"), widget=forms.EmailInput(attrs={"dir": "ltr"})
    )
    language = forms.ChoiceField(label=_("Language of letters"), choices=LANGUAGES)
    field_order = ["name", "address", "language", "because"]


class ReopenContactForm(ReasonForm):
    """Write to a contact again."""


def _foreword_label(language: str) -> str:
    return _("Foreword: %(language)s") % {"language": language}


def _as_it_is(partner: Partner) -> dict[str, Any]:
    return {
        "name_ar": partner.name_ar,
        "name_en": partner.name_en,
        "name_fr": partner.name_fr,
        "entity": partner.entity_id,
        "ceiling": partner.ceiling,
        "languages": partner.languages,
        "first": partner.languages[0] if partner.languages else "ar",
        "without": partner.without,
        **{f"foreword_{code}": words for code, words in partner.foreword.items()},
    }
