"""Entries of the register as an edition cites them: frozen, with their exact words."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.db.models import Q
from django.utils import translation
from django.utils.html import strip_tags

from marsad.composing.editions import LANGUAGES, Cited, Passage
from marsad.desk.commitments.models import Outcome, Status
from marsad.desk.contradictions.models import Contradiction, Standing
from marsad.desk.documents.models import DocumentText
from marsad.desk.entities.models import Entity
from marsad.desk.indicators.models import Indicator
from marsad.desk.register.called import called
from marsad.desk.register.models import Citation, Entry
from marsad.linking.surroundings import sentence_around
from marsad.marking import Marking
from marsad.spans import span_of

# Fields that name a state, a body or a person by the readers' own name for it.
_NAMING: Final = ("speaker_name", "party", "person", "addressee", "place", "country")
_MOST_AROUND: Final = 500


def cited(numbers: Iterable[int]) -> tuple[Cited, ...]:
    """The entries of these numbers, in their order; those that do not exist are left out."""
    wanted = sorted(set(numbers))
    texts = dict(
        DocumentText.objects.filter(document__citations__entry__in=wanted)
        .distinct()
        .values_list("document", "text")
    )
    return _all(wanted, _passages(wanted, texts))


def cited_without_context(numbers: Iterable[int]) -> tuple[Cited, ...]:
    """The same without the words around each: for comparing many, few of which matter."""
    wanted = sorted(set(numbers))
    return _all(wanted, _passages(wanted, {}))


def _all(wanted: list[int], passages: Mapping[int, list[Passage]]) -> tuple[Cited, ...]:
    rows = Entry.objects.filter(pk__in=wanted).select_related(
        "actor__entity__joined_into"
    )
    entries = list(rows.order_by("pk"))
    rivals, outcomes = rivals_of(wanted), _outcomes(wanted)
    titles = _titles(entries)
    return tuple(
        _cited(
            one,
            passages=tuple(passages.get(one.pk, ())),
            rivals=tuple(sorted(rivals.get(one.pk, ()))),
            outcome=outcomes.get(one.pk, ""),
            series_name=titles.get(one.series, {}),
        )
        for one in entries
    )


def _cited(entry: Entry, **more: Any) -> Cited:
    return Cited(
        number=entry.pk,
        version=entry.version,
        kind=entry.kind,
        state=entry.state,
        marking=Marking(entry.marking),
        language=entry.language,
        words=entry.words,
        fields=entry.fields,
        day=entry.day,
        until=entry.until,
        actor=_actor(entry),
        names=_named(entry.fields),
        series=entry.series,
        value=entry.value,
        high=entry.high,
        bound=entry.bound,
        unit=entry.unit,
        expires_on=entry.expires_on,
        due_on=entry.due_on,
        **more,
    )


def _actor(entry: Entry) -> dict[str, str]:
    entity = entry.actor.entity if entry.actor else None
    return _in_all(entity.whole) if entity else {}


def _in_all(entity: Entity) -> dict[str, str]:
    """What an entity is called in each language, in another's where there is no name."""
    names = entity.written_names
    return {
        one: names.get(one) or _called(entity.canonical, one) or entity.name
        for one in LANGUAGES
    }


def _called(canonical: str, language: str) -> str:
    with translation.override(language):
        return strip_tags(called(canonical, {})) if canonical else ""


def _named(fields: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Every party that the fields name, in each language."""
    canonical = {str(fields[one]) for one in _NAMING if fields.get(one)}
    canonical |= {str(one) for one in fields.get("who") or ()}
    return {
        name: {one: _called(name, one) for one in LANGUAGES}
        for name in sorted(canonical)
    }


def _passages(wanted: list[int], texts: Mapping[int, str]) -> dict[int, list[Passage]]:
    found: dict[int, list[Passage]] = {}
    rows = Citation.objects.filter(entry__in=wanted, document__withdrawn_at=None)
    for one in rows.select_related("document").order_by("entry", "pk"):
        before, after = _around(one, texts.get(one.document_id))
        found.setdefault(one.entry_id, []).append(_passage(one, before, after))
    return found


def _around(one: Citation, text: str | None) -> tuple[str, str]:
    """What stands before and after the words of a source, within their sentence."""
    if text is None:
        return "", ""
    around = sentence_around(text, span_of(text, one.start, one.end))
    return (
        text[max(around.start, one.start - _MOST_AROUND) : one.start],
        text[one.end : min(around.end, one.end + _MOST_AROUND)],
    )


def _passage(one: Citation, before: str, after: str) -> Passage:
    document = one.document
    return Passage(
        document=document.pk,
        outlet=document.outlet,
        title=document.title,
        address=document.address,
        published=document.published,
        language=document.language[:2],
        sha256=document.text_sha256,
        start=one.start,
        end=one.end,
        before=before,
        quote=one.quote,
        after=after,
    )


def rivals_of(wanted: list[int]) -> dict[int, set[int]]:
    """The entries that say otherwise, where nobody has resolved it."""
    found: dict[int, set[int]] = {}
    pairs = Contradiction.objects.filter(
        Q(one__in=wanted) | Q(other__in=wanted),
        state=Standing.OPEN,
        other__isnull=False,
    )
    for one, other in pairs.values_list("one", "other"):
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


def _outcomes(wanted: list[int]) -> dict[int, str]:
    """What people last said of each commitment."""
    found: dict[int, str] = {}
    rows = Outcome.objects.filter(entry__in=wanted).order_by("id")
    for entry, status in rows.values_list("entry", "status"):
        found[entry] = "" if status == Status.REOPENED else status
    return found


def _titles(entries: Iterable[Entry]) -> dict[str, dict[str, str]]:
    keys = {one.series for one in entries if one.series}
    return {
        one.key: {
            "ar": one.title_ar or one.title,
            "en": one.title_en or one.title,
            "fr": one.title_fr or one.title,
        }
        for one in Indicator.objects.filter(key__in=keys)
    }
