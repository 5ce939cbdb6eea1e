"""What the choosers list: rows of the register by words, kind, party, series and day."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django import forms
from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from marsad.desk.catalogue.asking import index_at
from marsad.desk.indicators.models import Indicator
from marsad.desk.memberships.models import Grouping
from marsad.desk.register.lists import entries_for
from marsad.desk.register.models import ENTERED
from marsad.desk.safeguards.models import Person
from marsad.errors import MarsadError
from marsad.searching.hits import Query, search
from marsad.text.normalise import fold

# Of what the words find, the best are listed; who wants more narrows it.
_BEST: Final = 200
_ALL: Final = ("", _("All"))


class _Asking(forms.Form):
    """What a list is narrowed by; every part may be left out."""

    q = forms.CharField(
        label=_("Words or number"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "dir": "auto"}),
    )
    # What the chooser asks of a form after it has filtered.
    is_filtering_by_collection = False

    @property
    def is_searching(self) -> bool:
        """Whether the list is only a part of what there is."""
        return any(self.asked.values())

    @property
    def search_query(self) -> str:
        """The words, as they were written."""
        return str(self.asked.get("q", ""))

    @property
    def asked(self) -> dict[str, Any]:
        """What was asked and understood; what was not understood narrows nothing."""
        self.is_valid()
        said = getattr(self, "cleaned_data", {})
        return {name: value for name, value in said.items() if value}


def _day(label: Any) -> forms.DateField:
    widget = forms.DateInput(
        attrs={"type": "date", "data-chooser-modal-search-filter": ""}
    )
    return forms.DateField(label=label, required=False, widget=widget)


class AskingEntries(_Asking):
    """What the list of entries is narrowed by."""

    kind = forms.ChoiceField(
        label=_("Kind"),
        required=False,
        choices=[_ALL, *((kind.value, kind.label) for kind in ENTERED)],
        widget=forms.Select(attrs={"data-chooser-modal-search-filter": ""}),
    )
    party = forms.CharField(
        label=_("Party or person"),
        required=False,
        max_length=200,
        widget=forms.TextInput(
            attrs={"dir": "auto", "data-chooser-modal-search-filter": ""}
        ),
    )
    series = forms.ChoiceField(
        label=_("Series"),
        required=False,
        widget=forms.Select(attrs={"data-chooser-modal-search-filter": ""}),
    )
    first = _day(_("From"))
    last = _day(_("To"))

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Indicator.objects.seen_by(person).order_by("-is_followed", "key")
        series: Any = self.fields["series"]
        series.choices = [_ALL, *((one.key, one.title) for one in rows[:500])]


def entries(asked: dict[str, Any], person: Person) -> Any:
    """The entries that somebody may see and asked for: the best first, or the newest."""
    rows: Any = entries_for(person, {k: v for k, v in asked.items() if k != "q"})
    words = str(asked.get("q", "")).strip()
    if not words:
        return rows.order_by("-day", "-pk")
    if words.isascii() and words.isdecimal() and len(words) < 18:
        by_number = list(rows.filter(pk=int(words)))
        if by_number:
            return by_number
    try:
        ranked = _ranked(words, asked, person)
    except MarsadError:
        ranked = []
    if not ranked:
        # Confirmed a moment ago, or the index is being built anew: the words as they
        # stand must do.
        return rows.filter(words__icontains=words).order_by("-day", "-pk")
    found = rows.in_bulk(ranked)
    return [found[number] for number in ranked if number in found]


def _ranked(words: str, asked: dict[str, Any], person: Person) -> list[int]:
    first: date | None = asked.get("first")
    found = search(
        index_at(settings.SEARCH_INDEX),
        Query(
            words=words,
            kinds=(asked["kind"],) if asked.get("kind") else tuple(map(str, ENTERED)),
            since=first,
            until=asked.get("last"),
            markings_up_to=person.clearance,
            limit=_BEST,
            prefix=True,
        ),
    )
    numbers = (hit.key.partition(":")[2] for hit in found.hits)
    return [int(number) for number in numbers if number.isdecimal()]


class AskingIndicators(_Asking):
    """What the list of indicators is narrowed by."""

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


def indicators(asked: dict[str, Any], person: Person) -> Sequence[Indicator] | Any:
    """The series that somebody may see and asked for, those that are followed first."""
    rows = Indicator.objects.seen_by(person).order_by("-is_followed", "key")
    words = fold(str(asked.get("q", ""))).split()
    if not words:
        return rows
    return [
        one
        for one in rows
        if _has(words, one.title_ar, one.title_en, one.title_fr, one.key)
    ]


class AskingGroupings(AskingIndicators):
    """What the list of groupings is narrowed by."""


def groupings(asked: dict[str, Any], person: Person) -> Sequence[Grouping] | Any:
    """The groupings that somebody may see and asked for."""
    rows: Any = Grouping.objects.visible_to(person)
    rows = rows.filter(is_void=False).exclude(Q(name_ar="", name_en="", name_fr=""))
    rows = rows.order_by("pk")
    words = fold(str(asked.get("q", ""))).split()
    if not words:
        return rows
    return [one for one in rows if _has(words, one.name_ar, one.name_en, one.name_fr)]


def _has(words: Sequence[str], *names: str) -> bool:
    """Whether each word stands in one of the names, however it is spelt."""
    told = " ".join(map(fold, names))
    return all(word in told for word in words)
