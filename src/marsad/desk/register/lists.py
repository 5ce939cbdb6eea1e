"""The register as a list: today's entries, or those known on a past day, filtered."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from marsad.desk.entities.models import Entity, Name
from marsad.desk.register.models import (
    ENTERED,
    Citation,
    Entry,
    EntryVersion,
    InformationGrade,
    State,
    versions_known,
)
from marsad.desk.safeguards.models import Person
from marsad.desk.sources.models import Source, SourceGrade

_ALL: Final = ("", _("All"))
# A party may be written in many ways; more spellings than this are not asked for.
_NAMES: Final = 500


class Filters(forms.Form):
    """What a list of entries is narrowed by; every part may be left out."""

    words = forms.CharField(label=_("Words"), required=False, max_length=200)
    kind = forms.ChoiceField(
        label=_("Kind"),
        required=False,
        choices=[_ALL, *((kind.value, kind.label) for kind in ENTERED)],
    )
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[("", _("current")), *State.choices[1:], ("all", _("All"))],
    )
    party = forms.CharField(label=_("Party or person"), required=False, max_length=200)
    source = forms.ModelChoiceField(
        label=_("Source"),
        required=False,
        queryset=Source.objects.all(),
        empty_label=_("All"),
    )
    reliable = forms.ChoiceField(
        label=_("Source grade"), required=False, choices=[_ALL, *SourceGrade.choices]
    )
    credible = forms.ChoiceField(
        label=_("Information grade"),
        required=False,
        choices=[_ALL, *InformationGrade.choices],
    )
    series = forms.CharField(label=_("Series"), required=False, max_length=200)
    first = forms.DateField(
        label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    last = forms.DateField(
        label=_("To"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    as_of = forms.DateField(
        label=_("As known on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    @property
    def asked(self) -> dict[str, Any]:
        """What was asked and understood; what was not understood narrows nothing."""
        self.is_valid()
        return {name: said for name, said in self.cleaned_data.items() if said}


def end_of(day: date) -> datetime:
    """The last moment of a day."""
    return datetime.combine(day + timedelta(days=1), time(), UTC) - timedelta(
        microseconds=1
    )


def entries_for(person: Person, asked: dict[str, Any]) -> QuerySet[Entry]:
    """The entries of today that a person may see and asked for."""
    rows: QuerySet[Any] = Entry.objects.visible_to(person)
    rows = rows.filter(_alike(asked, person))
    if "words" in asked:
        rows = rows.filter(words__icontains=asked["words"])
    if "series" in asked:
        rows = rows.filter(series=asked["series"])
    if "reliable" in asked:
        rows = rows.filter(source_grade=asked["reliable"])
    if "credible" in asked:
        rows = rows.filter(information_grade=asked["credible"])
    if "source" in asked:
        cited = Citation.objects.filter(
            entry=OuterRef("pk"), document__source=asked["source"]
        )
        rows = rows.filter(Exists(cited))
    return rows


def versions_for(person: Person, asked: dict[str, Any]) -> QuerySet[EntryVersion]:
    """What was known of the entries on a past day, by the markings of today."""
    rows: QuerySet[Any] = versions_known(end_of(asked["as_of"])).filter(
        _alike(asked, person), entry__marking__lte=person.clearance
    )
    inside = {
        "words": "snapshot__words__icontains",
        "series": "snapshot__series",
        "reliable": "snapshot__source_grade",
        "credible": "snapshot__information_grade",
    }
    for name, lookup in inside.items():
        if name in asked:
            rows = rows.filter(**{lookup: asked[name]})
    if "source" in asked:
        cited = Citation.objects.filter(
            entry=OuterRef("entry"), document__source=asked["source"]
        )
        rows = rows.filter(Exists(cited))
    return rows.select_related("entry")


def _alike(asked: dict[str, Any], person: Person) -> Q:
    """What entries and their versions are narrowed by alike."""
    narrowed = Q()
    if asked.get("state") != "all":
        narrowed &= Q(state=asked.get("state") or State.CURRENT)
    if "kind" in asked:
        narrowed &= Q(kind=asked["kind"])
    if "party" in asked:
        narrowed &= Q(actor__in=names_called(asked["party"], person))
    if "first" in asked:
        narrowed &= Q(day__gte=asked["first"])
    if "last" in asked:
        narrowed &= Q(day__lte=asked["last"])
    return narrowed


def names_called(text: str, person: Person) -> list[int]:
    """The names of whoever is called so: an entity by its number, or any spelling."""
    entities: QuerySet[Any] = Entity.objects.visible_to(person)
    if text.isascii() and text.isdigit():
        found = entities.filter(pk=int(text)).first()
        return found.name_ids() if found else []
    spelt = Name.objects.visible_to(person).filter(
        Q(text__iexact=text) | Q(canonical__iexact=text)
    )
    called = entities.filter(
        Q(name_ar=text) | Q(name_en__iexact=text) | Q(name_fr__iexact=text)
    )
    meant = {name.entity_id for name in spelt[:_NAMES] if name.entity_id}
    ids = {name.pk for name in spelt[:_NAMES]}
    for one in entities.filter(pk__in=meant | {one.pk for one in called}):
        ids |= set(one.whole.name_ids())
    return sorted(ids)[:_NAMES]
