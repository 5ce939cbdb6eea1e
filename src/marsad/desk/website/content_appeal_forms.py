"""The form by which anybody appeals against a notice to a platform about their post."""

from django import forms
from django.utils.translation import gettext_lazy as _

from marsad.desk.complaints.addresses import is_address
from marsad.desk.complaints.lodge import LONGEST
from marsad.desk.website.written_forms import WrittenForm


class ContentAppealForm(WrittenForm):
    """Which post, and why it was wrong to write to its platform."""

    post = forms.CharField(
        label=_("Address of the post"),
        max_length=2000,
        help_text=_(
            "As the platform shows it, even if the post is gone. "
            "We do not open it, and keep only a fingerprint of it."
        ),
        widget=forms.TextInput(
            attrs={"dir": "ltr", "autocomplete": "off", "inputmode": "url"}
        ),
    )
    words = forms.CharField(
        label=_("Why was it wrong?"),
        max_length=LONGEST,
        help_text=_(
            "Say what the post is for: reporting, teaching, research, art, speech "
            "against it, documentation. You need not say who you are."
        ),
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
    )
    field_order = ["post", "words", "address"]

    def clean_post(self) -> str:
        """An address by its form; whether anything is there nobody asks."""
        written: str = self.cleaned_data["post"]
        if not is_address(written):
            raise forms.ValidationError(
                _("This is no address; write it as https://example.org/page.")
            )
        return written
