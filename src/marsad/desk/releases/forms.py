"""The forms of submitting, releasing, returning and recalling."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from marsad.composing.editions import LANGUAGES
from marsad.desk.partners.models import Partner
from marsad.desk.releases.correcting import Correcting
from marsad.desk.releases.embargo import moment_of
from marsad.desk.releases.models import Release
from marsad.desk.safeguards.acts import LONGEST_REASON

_NAMES = dict(settings.LANGUAGES)


class ReasonForm(forms.Form):
    """Why it is done: the trail keeps it."""

    because = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"dir": "auto", "rows": 2}),
    )

    def __init__(self, data: Any = None, **more: Any) -> None:
        # Each form of a page names its fields by itself, so that every label has one.
        super().__init__(data, prefix=type(self).__name__.lower(), **more)


class ReturnForm(ReasonForm):
    """What the writers are to mend."""


class WithdrawForm(ReasonForm):
    """Why it is taken back."""


class ReleaseForm(ReasonForm):
    """From when on it is seen, and why it goes out."""

    # The edition that the officer looked at: a form of another one releases nothing.
    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)
    opens_at = forms.CharField(
        label=_("Embargo until"),
        required=False,
        help_text=_("Leave it empty to release now."),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
    )
    # The zones are called by their names in the tz database, in every language.
    time_zone = forms.ChoiceField(
        label=_("In the time of"),
        required=False,
        widget=forms.Select(attrs={"lang": "en", "dir": "ltr"}),
    )
    field_order = ["opens_at", "time_zone", "because"]

    def __init__(self, data: Any = None, **more: Any) -> None:
        more["initial"] = {"time_zone": settings.TIME_ZONE, **more.get("initial", {})}
        super().__init__(data, **more)
        choices = [(one, one) for one in zones()]
        self.fields["time_zone"].choices = choices  # type: ignore[attr-defined]

    @property
    def opening(self) -> datetime | None:
        """The moment that it says; raises Refused where that is none."""
        said = self.cleaned_data
        return moment_of(said["opens_at"], said["time_zone"] or settings.TIME_ZONE)


class NoticesForm(ReasonForm):
    """What readers are told, in each of some languages."""

    def __init__(
        self, data: Any = None, *, languages: Iterable[str], **more: Any
    ) -> None:
        super().__init__(data, **more)
        self.languages = [one for one in LANGUAGES if one in set(languages)]
        for one in self.languages:
            area = forms.Textarea(attrs={"rows": 2, "lang": one, "dir": _way(one)})
            self.fields[f"notice_{one}"] = forms.CharField(
                label=_("What readers are told in %(language)s")
                % {"language": _NAMES[one]},
                max_length=1000,
                required=self.notice_is_required,
                widget=area,
            )
        self.order_fields([*(f"notice_{one}" for one in self.languages), "because"])

    notice_is_required = True

    @property
    def notices(self) -> list[forms.BoundField]:
        """The fields of what readers are told."""
        return [self[f"notice_{one}"] for one in self.languages]

    @property
    def notice(self) -> dict[str, str]:
        """What readers are told, by language."""
        said = {one: self.cleaned_data[f"notice_{one}"] for one in self.languages}
        return {one: words for one, words in said.items() if words}


class RecallForm(NoticesForm):
    """Why a release is taken back, and what readers are told."""


class _ReleaseField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of some releases, whose titles are of any language."""

    def label_from_instance(self, obj: Any) -> str:
        # An option takes no mark-up: the signs of Unicode keep the title apart.
        return f"\u2068{obj.number}\u2069 \u2068{obj.title}\u2069"


class SubmitForm(NoticesForm):
    """Which languages of a brief go to whom, and what it corrects."""

    notice_is_required = False
    chosen = forms.MultipleChoiceField(
        label=_("Languages"), widget=forms.CheckboxSelectMultiple
    )
    partners = forms.ModelMultipleChoiceField(
        label=_("Partners that receive it"),
        queryset=Partner.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    corrects = _ReleaseField(
        label=_("Corrects"),
        queryset=Release.objects.none(),
        required=False,
        empty_label=_("nothing: it is new"),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        languages: Iterable[str],
        partners: Iterable[Partner] | None,
        releases: Any,
    ) -> None:
        written = list(languages)
        super().__init__(data, languages=written, initial={"chosen": written})
        fields: Mapping[str, Any] = self.fields
        fields["chosen"].choices = [(one, _NAMES[one]) for one in written]
        fields["corrects"].queryset = releases
        if partners is None:
            del self.fields["partners"]
        else:
            fields["partners"].queryset = partners
        notices = [f"notice_{one}" for one in self.languages]
        self.order_fields(["chosen", "partners", "corrects", *notices, "because"])

    @property
    def named(self) -> list[Partner]:
        """The partners that were chosen."""
        return list(self.cleaned_data.get("partners") or ())

    @property
    def correcting(self) -> Correcting | None:
        """What it corrects, if anything."""
        release = self.cleaned_data["corrects"]
        return Correcting(release, self.notice) if release else None


def zones() -> list[str]:
    """Time zones by their places; of each place one name."""
    names = (one for one in available_timezones() if "/" in one)
    aside = ("Etc/", "SystemV/", "US/", "posix/", "right/")
    return ["UTC", *sorted(one for one in names if not one.startswith(aside))]


def _way(language: str) -> str:
    return "rtl" if language == "ar" else "ltr"
