"""What people say of platforms, of notices and of evidence."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marsad.desk.partners.models import LANGUAGES
from marsad.desk.posts.models import Post
from marsad.desk.referrals.models import (
    Category,
    Check,
    Platform,
    Reply,
    Route,
)
from marsad.desk.referrals.notices import LONGEST_EXPLANATION
from marsad.desk.referrals.open_platform import Described
from marsad.desk.referrals.platform_words import LONGEST_NAME
from marsad.desk.referrals.seal import USUAL_DAYS
from marsad.desk.safeguards.acts import LONGEST_REASON
from marsad.desk.safeguards.reason_forms import ReasonForm

_AUTO = {"dir": "auto"}
_LTR = {"dir": "ltr", "autocapitalize": "none"}


def _name(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=LONGEST_NAME,
        required=False,
        widget=forms.TextInput(attrs=_AUTO),
    )


class ChangePlatformForm(ReasonForm):
    """How a platform takes notices."""

    name_ar = _name(_("Name in Arabic"))
    name_en = _name(_("Name in English"))
    name_fr = _name(_("Name in French"))
    hosts = forms.CharField(
        label=_("Hosts"),
        max_length=4000,
        help_text=_("One a line, such as t.me. Notices name addresses on these alone."),
        widget=forms.Textarea(attrs={"rows": 3, **_LTR}),
    )
    route = forms.ChoiceField(label=_("Route"), choices=Route.choices)
    address = forms.CharField(
        label=_("Where notices go"),
        max_length=300,
        required=False,
        help_text=_("An e-mail address, or the https address of an interface."),
        widget=forms.TextInput(attrs=_LTR),
    )
    language = forms.ChoiceField(label=_("Language of notices"), choices=LANGUAGES)
    terms = forms.CharField(
        label=_("Its rule on such content"),
        max_length=4000,
        required=False,
        help_text=_("In the language of notices, as its own terms say it."),
        widget=forms.Textarea(attrs={"rows": 3, **_AUTO}),
    )
    field_order = [
        *("code", "name_ar", "name_en", "name_fr", "hosts", "route", "address"),
        *("language", "terms", "because"),
    ]

    def __init__(
        self, *said: Any, platform: Platform | None = None, **more: Any
    ) -> None:
        known = as_it_is(platform) if platform else {}
        super().__init__(*said, **{"initial": known, **more})

    @property
    def described(self) -> Described:
        """All that was said, as the acts take it."""
        said = self.cleaned_data
        return Described(
            names={code: said[f"name_{code}"] for code, _words in LANGUAGES},
            hosts=said["hosts"].splitlines(),
            route=said["route"],
            language=said["language"],
            address=said["address"],
            terms=said["terms"],
            code=said.get("code", ""),
        )


class OpenPlatformForm(ChangePlatformForm):
    """A new platform."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        help_text=_("As streams name it: small letters, digits, hyphens."),
        widget=forms.TextInput(attrs=_LTR),
    )


def as_it_is(platform: Platform) -> dict[str, Any]:
    """A platform as its form shows it."""
    names = {
        f"name_{code}": getattr(platform, f"name_{code}") for code, _w in LANGUAGES
    }
    return {
        **names,
        "hosts": "\n".join(platform.hosts),
        "route": platform.route,
        "address": platform.address,
        "language": platform.language,
        "terms": platform.terms,
    }


class ResumeForm(ReasonForm):
    """Let notices go there again."""


class ReferForm(ReasonForm):
    """What a notice says beyond what readers found."""

    category = forms.ChoiceField(
        # Nothing is chosen for anybody: each of these accuses somebody of something.
        label=_("What we believe it to be"),
        choices=[("", "—"), *Category.choices],
    )
    description = forms.CharField(
        label=_("Explanation for the platform"),
        max_length=LONGEST_EXPLANATION,
        widget=forms.Textarea(attrs={"rows": 5, **_AUTO}),
    )
    posts = forms.MultipleChoiceField(
        label=_("Posts that the notice names"), widget=forms.CheckboxSelectMultiple
    )
    sure_because = forms.CharField(
        label=_("Only for an archive, a university, a parliament or the press"),
        required=False,
        max_length=LONGEST_REASON,
        help_text=_("Look a second time, and say why a notice is right all the same."),
        widget=forms.TextInput(attrs=_AUTO),
    )
    field_order = ["posts", "category", "description", "sure_because", "because"]

    def __init__(
        self, *said: Any, posts: Sequence[tuple[Post, str]], language: str, **more: Any
    ) -> None:
        super().__init__(*said, **more)
        field: Any = self.fields["posts"]
        field.choices = [(str(post.pk), words) for post, words in posts]
        self.initial.setdefault("posts", [str(post.pk) for post, _words in posts])
        self.fields["description"].help_text = _(
            "In the language of the notice: %(language)s. The words of the post stay out."
        ) % {"language": dict(LANGUAGES)[language]}
        self.fields["description"].widget.attrs["lang"] = language


class ReplyForm(ReasonForm):
    """What the platform answered."""

    what = forms.ChoiceField(label=_("What it says"), choices=Reply.What.choices)
    ground = forms.ChoiceField(
        label=_("Ground"), choices=Reply.Ground.choices, required=False
    )
    at = forms.SplitDateTimeField(
        label=_("Answered"),
        widget=forms.SplitDateTimeWidget(
            date_attrs={"type": "date"}, time_attrs={"type": "time"},
            date_format="%Y-%m-%d", time_format="%H:%M",
        ),
    )  # fmt: skip
    words = forms.CharField(
        label=_("Its words"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 3, **_AUTO}),
    )
    field_order = ["what", "ground", "at", "words", "because"]

    def __init__(self, *said: Any, **more: Any) -> None:
        super().__init__(*said, **{"initial": {"at": timezone.localtime()}, **more})
        widgets: Any = self.fields["at"].widget
        labels = (_("Day of the answer"), _("Hour of the answer"))
        for widget, label in zip(widgets.widgets, labels, strict=True):
            widget.attrs["aria-label"] = label


class WithdrawForm(ReasonForm):
    """Take the notice back."""


class SendAgainForm(ReasonForm):
    """Send the same notice again."""


class DeliverForm(ReasonForm):
    """Say how the file was handed over."""

    because = forms.CharField(
        label=_("To whom, and how"),
        max_length=LONGEST_REASON,
        widget=forms.TextInput(attrs=_AUTO),
    )


class HandOutForm(ReasonForm):
    """Take a file out that holds addresses."""


class CheckForm(ReasonForm):
    """Whether a post is still there."""

    seen = forms.ChoiceField(label=_("What was seen"), choices=Check.Seen.choices)
    field_order = ["seen", "because"]


class SealForm(ReasonForm):
    """Seal the evidence of a case."""

    keep_until = forms.DateField(
        label=_("Kept until"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    field_order = ["keep_until", "because"]

    def __init__(self, *said: Any, **more: Any) -> None:
        usual = timezone.localdate() + timedelta(days=USUAL_DAYS)
        super().__init__(*said, **{"initial": {"keep_until": usual}, **more})
        self.fields["because"].label = _("For whom or what for")
