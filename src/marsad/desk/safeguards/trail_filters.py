"""Which lines of the trail are asked for, and a page of them, newest first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from django import forms
from django.db.models import Max, Min, QuerySet
from django.utils.translation import gettext_lazy as _

from marsad.desk.safeguards.act_words import words_of_act
from marsad.desk.safeguards.groups import RIGHTS, WORKERS_MAY
from marsad.desk.safeguards.models import AuditRecord, Person

A_PAGE: Final = 50
MACHINES: Final = "machines"


class TrailFilter(forms.Form):
    """What can be asked of the trail."""

    act = forms.ChoiceField(label=_("Act"), required=False)
    who = forms.ChoiceField(label=_("Who"), required=False)
    outcome = forms.ChoiceField(
        label=_("Outcome"),
        required=False,
        choices=[("", _("any")), ("done", _("done")), ("refused", _("refused"))],
    )
    subject = forms.CharField(
        label=_("Subject"),
        required=False,
        max_length=80,
        widget=forms.TextInput(
            attrs={"dir": "ltr", "placeholder": "register.entry:12"}
        ),
    )
    first_day = forms.DateField(
        label=_("From day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    last_day = forms.DateField(
        label=_("To day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, asked: Mapping[str, Any]) -> None:
        super().__init__(asked)
        acts = sorted(name for name in RIGHTS.keys() | WORKERS_MAY if _is_act(name))
        people = Person.objects.order_by("name").values_list("pk", "name", "username")
        self._choose("act", [(name, words_of_act(name)) for name in acts])
        self._choose(
            "who",
            [
                (MACHINES, _("machines")),
                *((str(pk), f"{name} ({username})") for pk, name, username in people),
            ],
        )

    def _choose(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        self.fields[name].choices = [("", _("any")), *choices]  # type: ignore[attr-defined]

    def asked(self) -> dict[str, str]:
        """What was asked and understood, as the trail writes it down."""
        said = self.cleaned_data if self.is_valid() else {}
        return {name: str(value) for name, value in said.items() if value}


def _is_act(name: str) -> bool:
    return not name.endswith((".read", ".use"))


def lines(said: Mapping[str, Any]) -> QuerySet[AuditRecord]:
    """The lines that a filter asks for, newest first."""
    rows = AuditRecord.objects.order_by("-number")
    for name in ("act", "outcome", "subject"):
        if said.get(name):
            rows = rows.filter(**{name: said[name]})
    who = said.get("who")
    if who:
        rows = rows.filter(person_id=None if who == MACHINES else int(who))
    return _within(rows, said.get("first_day"), said.get("last_day"))


def _within(
    rows: QuerySet[AuditRecord], first: date | None, last: date | None
) -> QuerySet[AuditRecord]:
    if first is None and last is None:
        return rows
    days: dict[str, datetime] = {}
    if first is not None:
        days["at__gte"] = datetime.combine(first, time(), UTC)
    if last is not None:
        days["at__lt"] = datetime.combine(last, time(), UTC) + timedelta(days=1)
    # The index over times gives the numbers between which to look; a clock that was
    # set back is no reason to miss a line, so the times are compared all the same.
    ends = AuditRecord.objects.filter(**days).aggregate(Min("number"), Max("number"))
    if ends["number__min"] is None:
        return rows.none()
    between = {"number__gte": ends["number__min"], "number__lte": ends["number__max"]}
    return rows.filter(**between, **days)


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines, and the numbers from which the older and newer ones go on."""

    records: list[AuditRecord]
    older: int | None
    newer: int | None


def page(rows: QuerySet[AuditRecord], *, before: str = "", after: str = "") -> Page:
    """The lines before a number, or after one, or the newest."""
    if after.isdecimal():
        found = list(rows.filter(number__gt=int(after)).reverse()[: A_PAGE + 1])
        shown = found[:A_PAGE][::-1]
        return _ends(shown, older=bool(shown), newer=len(found) > A_PAGE)
    if before.isdecimal():
        rows = rows.filter(number__lt=int(before))
    found = list(rows[: A_PAGE + 1])
    shown = found[:A_PAGE]
    return _ends(shown, older=len(found) > A_PAGE, newer=before.isdecimal())


def _ends(shown: list[AuditRecord], *, older: bool, newer: bool) -> Page:
    if not shown:
        return Page([], None, None)
    first, last = shown[0].number, shown[-1].number
    return Page(shown, last if older else None, first if newer else None)
