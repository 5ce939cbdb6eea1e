"""What people say of a source."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marsad.desk.safeguards.acts import LONGEST_REASON
from marsad.desk.sources.models import SourceGrade


class _ReasonForm(forms.Form):
    """Why it is done: the trail keeps it."""

    because = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )

    def __init__(self, *said: Any, **more: Any) -> None:
        # Several of these stand on one page: every label needs a field of its own.
        super().__init__(*said, **{"prefix": type(self).__name__.lower(), **more})


class AddForm(_ReasonForm):
    """Add a source."""

    name = forms.CharField(
        label=_("Name"), max_length=200, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    address = forms.URLField(
        label=_("Address"),
        max_length=500,
        required=False,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"dir": "ltr"}),
    )
    field_order = ["name", "address", "because"]


class GradeForm(_ReasonForm):
    """Grade a source."""

    grade = forms.ChoiceField(label=_("Grade"), choices=SourceGrade.choices)
    field_order = ["grade", "because"]


class SuspendForm(_ReasonForm):
    """Suspend a source."""


class ResumeForm(_ReasonForm):
    """Resume a source."""
