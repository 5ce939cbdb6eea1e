"""Forms of what people do with an entry besides correcting it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from marsad.desk.register.forms import REASON
from marsad.desk.register.models import InformationGrade
from marsad.desk.sources.models import SourceGrade


class GradeForm(forms.Form):
    """Both grades of an entry, each with what it means."""

    source = forms.ChoiceField(
        label=_("Source"), choices=SourceGrade.choices, widget=forms.RadioSelect
    )
    information = forms.ChoiceField(
        label=_("Information"),
        choices=InformationGrade.choices,
        widget=forms.RadioSelect,
    )
    because = forms.CharField(label=REASON, required=False, max_length=300)


class ReasonForm(forms.Form):
    """Why something is done, where a reason has to be given."""

    because = forms.CharField(label=_("Reason"), max_length=300)


class MergeForm(forms.Form):
    """Which entry says the same."""

    into = forms.IntegerField(label=_("Number of the entry"), min_value=1)
    because = forms.CharField(label=REASON, required=False, max_length=300)
