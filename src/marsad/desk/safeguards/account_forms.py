"""The forms of one's own account."""

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.forms import PasswordChangeForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from marsad.desk.safeguards import tokens
from marsad.desk.safeguards.models import Person


class PreferencesForm(forms.Form):
    """In which language the pages are, and with which digits."""

    language = forms.ChoiceField(
        label=_("Language of the pages"),
        choices=Person._meta.get_field("language").flatchoices,
    )
    numerals = forms.ChoiceField(
        label=_("Digits"), choices=Person._meta.get_field("numerals").flatchoices
    )


class PasswordForm(forms.Form):
    """The password once more, before something that a stolen session must not do."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, request: HttpRequest, data: Any = None) -> None:
        super().__init__(data)
        self.request = request

    def clean_password(self) -> str:
        """Check the password; wrong ones count as they do at signing in."""
        return _checked(self.request, self.cleaned_data["password"])


class ChangePasswordForm(PasswordChangeForm):
    """The password there is, and twice the one to come."""

    def __init__(self, request: HttpRequest, data: Any = None) -> None:
        person: Any = request.user
        super().__init__(person, data)
        self.request = request
        self.fields["old_password"].label = _("Password until now")

    def clean_old_password(self) -> str:
        """Check the password; wrong ones count as they do at signing in."""
        return _checked(self.request, self.cleaned_data["old_password"])

    def clean(self) -> dict[str, Any]:
        """Take a new password only if it is new."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if said.get("new_password1") and said["new_password1"] == said.get(
            "old_password"
        ):
            self.add_error("new_password1", _("This is the password until now."))
        return said


class KeyForm(forms.Form):
    """What a key is for."""

    name = forms.CharField(
        label=_("Name of the program"),
        max_length=80,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    scopes = forms.MultipleChoiceField(
        label=_("What it may do"), widget=forms.CheckboxSelectMultiple
    )
    days = forms.IntegerField(
        label=_("For how many days"),
        min_value=1,
        max_value=tokens.MOST_DAYS,
        initial=tokens.DAYS_BY_DEFAULT,
    )

    def __init__(self, person: Person, data: Any = None) -> None:
        super().__init__(data)
        self.fields["scopes"].choices = [  # type: ignore[attr-defined]
            (scope, tokens.SCOPE_WORDS[scope])
            for scope, right in tokens.SCOPES.items()
            if person.may(right)
        ]


class CodeForm(forms.Form):
    """A code of the app, or a recovery code."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "autofocus": True,
                "dir": "ltr",
                "spellcheck": "false",
                "autocapitalize": "none",
            }
        ),
    )


def _checked(request: HttpRequest, password: str) -> str:
    person: Any = request.user
    found = authenticate(request, username=person.username, password=password)
    if found != person:
        raise ValidationError(_("This is not your password."), code="wrong")
    return password
