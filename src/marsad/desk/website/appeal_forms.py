"""The forms of objections: the reader's, and the officer's answer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from marsad.desk.website.models import About, Outcome
from marsad.desk.website.receive import LONGEST
from marsad.desk.website.written_forms import WrittenForm


class AppealForm(WrittenForm):
    """What a reader objects to."""

    about = forms.ChoiceField(label=_("What is it about?"), choices=About.choices)
    number = forms.CharField(
        label=_("Number of the brief, if you know it"), max_length=20, required=False
    )
    words = forms.CharField(
        label=_("What is wrong, and how do you know?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
    )
    field_order = ["about", "number", "words", "address"]


class AnswerForm(forms.Form):
    """What an officer answers."""

    outcome = forms.ChoiceField(label=_("Outcome"), choices=Outcome.choices)
    words = forms.CharField(
        label=_("Answer to the reader"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
    )
    because = forms.CharField(
        label=_("Reason, for the audit trail"), max_length=500,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )  # fmt: skip
