"""What people say when they do something to a document."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marsad.desk.safeguards.acts import LONGEST_REASON
from marsad.desk.safeguards.models import MARKINGS, Person


class ReasonForm(forms.Form):
    """Why it is done: the trail and the custody log keep it."""

    because = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )

    def __init__(self, *said: Any, **more: Any) -> None:
        # Several of these stand on one page: every label needs a field of its own.
        super().__init__(*said, **{"prefix": type(self).__name__.lower(), **more})


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
