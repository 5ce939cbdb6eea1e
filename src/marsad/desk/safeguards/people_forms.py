"""The forms with which a director opens, places and closes accounts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marsad.desk.safeguards import usernames
from marsad.desk.safeguards.acts import LONGEST_REASON
from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.models import MARKINGS, Person


class ReasonForm(forms.Form):
    """Why it is done: the trail keeps it."""

    because = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )

    def __init__(self, data: Any = None, *, person: Person | None = None) -> None:
        # Each form of a page names its fields by itself, so that every label has one.
        initial = self.as_it_is(person) if person is not None else {}
        super().__init__(data, initial=initial, prefix=type(self).__name__.lower())

    def as_it_is(self, person: Person) -> dict[str, Any]:
        """What the form says of the person before anything is changed."""
        return {}


class PlaceForm(ReasonForm):
    """In which groups somebody is."""

    groups = forms.MultipleChoiceField(
        label=_("Groups"), choices=Group.choices, widget=forms.CheckboxSelectMultiple
    )
    field_order = ["groups", "because"]

    def as_it_is(self, person: Person) -> dict[str, Any]:
        """The groups there are."""
        return {"groups": sorted(person.in_groups)}


class ClearanceForm(ReasonForm):
    """Up to which marking somebody may read."""

    clearance = forms.TypedChoiceField(
        label=_("Clearance"), choices=MARKINGS, coerce=int
    )
    field_order = ["clearance", "because"]

    def as_it_is(self, person: Person) -> dict[str, Any]:
        """The clearance there is."""
        return {"clearance": person.clearance}


class CloseForm(ReasonForm):
    """Close an account."""


class ReopenForm(ReasonForm):
    """Open a closed account again."""


class ResetForm(ReasonForm):
    """Give a new first password."""

    second_factor_too = forms.BooleanField(
        label=_("Take the second factor off too: the telephone is lost"), required=False
    )
    field_order = ["second_factor_too", "because"]


class AddForm(PlaceForm):
    """A new account."""

    username = forms.CharField(
        label=_("User name"),
        max_length=usernames.LONGEST,
        help_text=_("Letters and digits; capital and small letters are the same."),
        widget=forms.TextInput(
            attrs={"dir": "auto", "autocapitalize": "none", "autocomplete": "off"}
        ),
    )
    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        help_text=_("As colleagues know them; it stands beside what they decide."),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    clearance = forms.TypedChoiceField(
        label=_("Clearance"), choices=MARKINGS, coerce=int
    )
    field_order = ["username", "name", "groups", "clearance", "because"]
