"""What of a row is searched: its words in every spelling, its day, source and marking."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from marsad.desk.documents.models import Document
from marsad.desk.entities.models import Entity, Name
from marsad.desk.register.models import Entry, Finding, Kind
from marsad.searching.records import Record

DOCUMENT: Final = "document"
ENTITY: Final = "entity"
_NAMED: Final = (Kind.PARTY, Kind.PERSON)


def key_of(kind: str, pk: int) -> str:
    """The key of a row in the index: its sort and number."""
    return f"{kind}:{pk}"


def documents(pks: Sequence[int]) -> Iterator[Record]:
    """The records of these documents; a withdrawn one has none."""
    named = _named_in(pks)
    rows = Document.objects.filter(pk__in=pks, withdrawn_at__isnull=True)
    for one in rows.select_related("wording", "source"):
        yield Record(
            key=key_of(DOCUMENT, one.pk),
            kind=DOCUMENT,
            title=one.title,
            body=one.wording.text,
            language=one.language[:2] or "und",
            day=one.day,
            source=outlet_of(one),
            parties=tuple(named.get(one.pk, ())),
            marking=one.marking,
        )


def outlet_of(document: Document) -> str | None:
    """The outlet that lists and facets name for a document."""
    return (document.source.name if document.source else document.outlet) or None


def _named_in(pks: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    mentions = Finding.objects.filter(
        document__in=pks, kind__in=_NAMED, name__entity__isnull=False
    )
    rows = mentions.order_by().values_list("document_id", "name__entity_id").distinct()
    for document, entity in rows:
        found.setdefault(document, []).append(str(entity))
    return found


def entries(pks: Sequence[int]) -> Iterator[Record]:
    """The records of these entries; what was retracted or merged has none."""
    rows = Entry.objects.current().filter(pk__in=pks).select_related("actor__entity")
    for one in rows.prefetch_related("citations__document__source"):
        who = one.actor.entity if one.actor else None
        outlets = [outlet_of(cited.document) for cited in one.citations.all()]
        yield Record(
            key=key_of("entry", one.pk),
            kind=one.kind,
            title=_names(who) if who else (one.actor.text if one.actor else ""),
            body="\n".join(_words(one)),
            language=one.language or "und",
            day=one.day,
            source=next(filter(None, outlets), None),
            parties=(str(who.pk),) if who else (),
            marking=one.marking,
        )


def _words(entry: Entry) -> Iterator[str]:
    """The words of an entry and of its fields, and its value in digits."""
    yield entry.words
    for said in entry.fields.values():
        if isinstance(said, str) and len(said) > 2:
            yield said
    if entry.value is not None:
        yield f"{entry.value:g}"


def entities(pks: Iterable[int]) -> Iterator[Record]:
    """The records of these entities, under every spelling of their whole family."""
    for one in Entity.objects.standing().filter(pk__in=list(pks)):
        # A spelling that only stricter documents have is not told by finding it.
        met = Name.objects.filter(entity__in=one.family(), marking__lte=one.marking)
        spellings = met.values_list("text", flat=True)
        yield Record(
            key=key_of(ENTITY, one.pk),
            kind=ENTITY,
            title=_names(one),
            body="\n".join([*sorted(set(spellings)), one.office, one.canonical]),
            parties=(str(one.pk),),
            marking=one.marking,
        )


def _names(entity: Entity) -> str:
    return " / ".join(filter(None, (entity.name_ar, entity.name_en, entity.name_fr)))
