"""The form of every deed that wants a reason, whatever else it asks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marsad.desk.safeguards.acts import LONGEST_REASON


class ReasonForm(forms.Form):
    """Why it is done: the trail keeps it."""

    because = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )

    def __init__(self, *said: Any, **more: Any) -> None:
        # Several of these stand on one page: every label needs a field of its own.
        super().__init__(*said, **{"prefix": type(self).__name__.lower(), **more})
