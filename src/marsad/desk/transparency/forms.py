"""The forms of reports: which period to count, and why something is done."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class _Dated(forms.DateInput):
    """A day as browsers ask for it."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class MakeForm(forms.Form):
    """The first and the last day of a period, and why it is counted."""

    begins = forms.DateField(label=_("First day"), widget=_Dated())
    ends = forms.DateField(label=_("Last day"), widget=_Dated())
    because = forms.CharField(
        label=_("Reason"), max_length=500, widget=forms.TextInput(attrs={"dir": "auto"})
    )


class ReasonForm(forms.Form):
    """Why a report is published or withdrawn."""

    because = forms.CharField(
        label=_("Reason"), max_length=500, widget=forms.TextInput(attrs={"dir": "auto"})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"{kwargs.get('prefix') or 'id'}_%s")
        super().__init__(*args, **kwargs)
