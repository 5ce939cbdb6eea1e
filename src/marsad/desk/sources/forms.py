"""What people say of a source."""

from django import forms
from django.utils.translation import gettext_lazy as _

from marsad.desk.safeguards.reason_forms import ReasonForm
from marsad.desk.sources.models import SourceGrade


class AddForm(ReasonForm):
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


class GradeForm(ReasonForm):
    """Grade a source."""

    grade = forms.ChoiceField(label=_("Grade"), choices=SourceGrade.choices)
    field_order = ["grade", "because"]


class SuspendForm(ReasonForm):
    """Suspend a source."""


class ResumeForm(ReasonForm):
    """Resume a source."""
