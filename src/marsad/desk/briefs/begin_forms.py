"""What a person says of a brief that is to be begun."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marsad.composing.proposal import Wanted, title
from marsad.desk.briefs.draft import LANGUAGES
from marsad.desk.briefs.models import AUDIENCES, PLACES, BriefKind, Topic
from marsad.desk.partners.models import LANGUAGES as NAMED
from marsad.marking import Audience

_LONGEST_TITLE: Final = 200


class WantedForm(forms.Form):
    """Of which kind and day a brief is, for whom, and in which languages."""

    kind = forms.ChoiceField(label=_("Kind"), choices=BriefKind.choices)
    as_of = forms.DateField(
        label=_("Day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    audience = forms.TypedChoiceField(
        label=_("Audience"), choices=AUDIENCES, coerce=int
    )
    original = forms.ChoiceField(label=_("Written first in"), choices=NAMED)
    others = forms.MultipleChoiceField(
        label=_("Also in"),
        choices=NAMED,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    since = forms.DateField(
        label=_("New since"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Empty: since the last release of this kind to this audience."),
    )
    place = forms.ChoiceField(
        label=_("Place on the website"),
        choices=[("", "—"), *PLACES],
        required=False,
        help_text=_("Of a standing page alone."),
    )

    def clean(self) -> dict[str, Any]:
        """A standing page stands somewhere, and nothing else does."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("kind") == BriefKind.STANDING and not said.get("place"):
            self.add_error("place", _("Say where it stands."))
        if said.get("kind") != BriefKind.STANDING:
            said["place"] = ""
        return said

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in their order, the original first."""
        first = self.cleaned_data["original"]
        others = [one for one in LANGUAGES if one in self.cleaned_data["others"]]
        return tuple(dict.fromkeys((first, *others)))

    @property
    def wanted(self) -> Wanted:
        """What is to be proposed."""
        return Wanted(
            kind=self.cleaned_data["kind"],
            as_of=self.cleaned_data["as_of"],
            audience=Audience(self.cleaned_data["audience"]),
            languages=self.languages,
        )


def at_first() -> dict[str, Any]:
    """What the form says before anybody has said anything: today's brief, for all."""
    return {
        "kind": BriefKind.DAILY,
        "as_of": timezone.localdate().isoformat(),
        "audience": int(Audience.WORLD),
        "original": "ar",
        "others": ["en"],
    }


class TitlesForm(forms.Form):
    """What the brief is called in each of its languages, and what it is about."""

    topics = forms.MultipleChoiceField(
        label=_("Topics"),
        choices=Topic.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, wanted: Wanted, said: Mapping[str, Any] | None = None) -> None:
        super().__init__(said)
        self._wanted = wanted
        names = dict(NAMED)
        for one in wanted.languages:
            self.fields[f"title_{one}"] = forms.CharField(
                label=_("Title, %(language)s") % {"language": names[one]},
                max_length=_LONGEST_TITLE,
                initial=title(wanted, one),
                widget=forms.TextInput(attrs={"lang": one, "dir": "auto"}),
            )

    @property
    def titles(self) -> dict[str, str]:
        """The title in each language."""
        return {
            one: self.cleaned_data[f"title_{one}"] for one in self._wanted.languages
        }
