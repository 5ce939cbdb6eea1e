"""What people say when they hand reports over."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from marsad.collecting.folders import ENDINGS
from marsad.desk.documents.forms import markings_for
from marsad.desk.safeguards.acts import LONGEST_REASON
from marsad.desk.safeguards.models import Person
from marsad.desk.sources.models import Source
from marsad.marking import Marking

# So many addresses at once; a list of more is a job for the command line.
_MOST_ADDRESSES: Final = 50


class TakeInForm(forms.Form):
    """What holds for all that is handed over at once."""

    addresses = forms.CharField(
        label=_("Addresses to fetch, one a line"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "ltr", "inputmode": "url"}),
    )
    source = forms.ModelChoiceField(
        label=_("Source"),
        required=False,
        queryset=Source.objects.filter(suspended_at__isnull=True),
        empty_label=_("as each document says"),
    )
    marking = forms.TypedChoiceField(
        label=_("Marking"), coerce=int, initial=int(Marking.GREEN)
    )
    published = forms.DateField(
        label=_("Day of publication, where a document states none"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    because = forms.CharField(
        label=_("Why it is taken in"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )

    def __init__(self, *said: Any, person: Person, **more: Any) -> None:
        super().__init__(*said, **more)
        field: Any = self.fields["marking"]
        field.choices = markings_for(person)

    def clean_addresses(self) -> list[str]:
        """The addresses, each once."""
        lines = self.cleaned_data["addresses"].split()
        found = list(dict.fromkeys(lines))
        if len(found) > _MOST_ADDRESSES:
            raise forms.ValidationError(
                _("Give at most %(most)d addresses at once."),
                params={"most": _MOST_ADDRESSES},
            )
        return found


def endings() -> str:
    """What a browser offers to choose."""
    return ",".join(sorted(ENDINGS))
