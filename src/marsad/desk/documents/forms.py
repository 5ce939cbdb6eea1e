"""What people say when they do something to a document."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marsad.desk.safeguards.models import MARKINGS, Person
from marsad.desk.safeguards.reason_forms import ReasonForm


class WithdrawForm(ReasonForm):
    """Withdraw a document."""


class ReinstateForm(ReasonForm):
    """Reinstate a document."""


class MarkForm(ReasonForm):
    """Mark a document anew."""

    marking = forms.TypedChoiceField(label=_("Marking"), coerce=int)
    field_order = ["marking", "because"]

    def __init__(self, *said: Any, person: Person, **more: Any) -> None:
        super().__init__(*said, **more)
        field: Any = self.fields["marking"]
        field.choices = markings_for(person)


def markings_for(person: Person) -> list[tuple[int, str]]:
    """The markings that somebody may give: those that they may read."""
    return [(one, words) for one, words in MARKINGS if one <= person.clearance]
