"""The form by which somebody who took no part answers an appeal."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marsad.desk.complaints.lodge import LONGEST
from marsad.desk.complaints.models import Complaint, Outcome


class AnswerForm(forms.Form):
    """Whether the appeal is right, the answer with its reasons, and why for the trail."""

    outcome = forms.ChoiceField(label=_("Outcome"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Answer to the writer, with reasons"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
    )
    because = forms.CharField(
        label=_("Reason, for the audit trail"), max_length=500,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )  # fmt: skip

    def __init__(self, *args: Any, complaint: Complaint, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        is_ours = complaint.case_id is not None
        fitting = (Outcome.UPHELD, Outcome.REJECTED) if is_ours else (Outcome.NOT_OURS,)
        choices: Any = self.fields["outcome"]
        choices.choices = [(one.value, one.label) for one in fitting]
        if not is_ours:
            self.initial["outcome"] = Outcome.NOT_OURS.value
        self.fields["words"].widget.attrs["lang"] = complaint.language
