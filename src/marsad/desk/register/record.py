"""Record what the readers found in a document: proposals, until people decide."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.conf import settings
from django.db import models

from marsad.desk.documents.models import Document
from marsad.desk.entities.counting import count_mentions
from marsad.desk.entities.known import names_of
from marsad.desk.entities.models import Name
from marsad.desk.entities.spellings import LONGEST
from marsad.desk.register.models import ENTERED, Finding, Kind, Status
from marsad.desk.register.series import written
from marsad.desk.safeguards.acts import Worker, act, note
from marsad.linking.moments import moment_of
from marsad.linking.values import Value, values_of
from marsad.reading.goldform import reading_of
from marsad.reading.pipeline import Reading

# What a finding's row holds in columns of its own, and so not among its fields.
_COLUMNS: Final = frozenset(
    ("id", "kind", "start", "end", "surface", "reader", "score", "why", "confidence")
)
_BATCH: Final = 500
# The kinds of finding that are a name and nothing else.
MENTIONS: Final = (Kind.PARTY, Kind.PERSON)


@act("register.record")
def record(
    document: Document, reading: Reading, *, by: Worker, because: str
) -> Document:
    """Keep a reading's findings; what people decided on before stays as it is."""
    rows = _rows(document, reading)
    known = dict(document.findings.values_list("key", "id"))
    Finding.objects.bulk_create(
        [row for key, row in rows.items() if key not in known], batch_size=_BATCH
    )
    gone = [pk for key, pk in known.items() if key not in rows]
    waiting = Finding.objects.filter(pk__in=gone, status=Status.PROPOSED)
    dropped = waiting.update(status=Status.DROPPED)
    again = [pk for key, pk in known.items() if key in rows]
    Finding.objects.filter(pk__in=again, status=Status.DROPPED).update(
        status=Status.PROPOSED
    )
    _count(document)
    _count_mentions(document)
    note(findings=len(rows), new=len(rows.keys() - known.keys()), dropped=dropped)
    return document


def _rows(document: Document, reading: Reading) -> dict[str, Finding]:
    listed = reading_of(reading.document, reading.findings)["findings"]
    names = names_of(reading)
    values = values_by_place(reading)
    rows = {}
    for finding, one in zip(reading.findings, listed, strict=True):
        value = values.get((one["start"], one["end"], one["kind"]))
        fields = {name: one[name] for name in one if name not in _COLUMNS}
        if value and finding.kind == Kind.MEMBERSHIP:
            # The words of a count bound it as those of a figure do: more than 80 members.
            fields |= {"bound": value.bound, "high": value.high}
        if value and value.moment != moment_of(fields.get("as_of"), document.day):
            # Of two values with one date the engine tells which one the date is of.
            fields["as_of"] = str(value.moment)
        key = key_of(one, fields)
        rows[key] = Finding(
            document=document,
            key=key,
            kind=one["kind"],
            start=one["start"],
            end=one["end"],
            quote=one["surface"],
            fields=fields,
            reader=one["reader"],
            score=one["score"],
            why=one["why"][:300],
            is_doubtful=finding.is_doubtful,
            day=document.day,
            name=_name(one, fields, names),
            series=series_of(value),
            marking=document.marking,
        )
    return rows


def key_of(row: Mapping[str, Any], fields: Mapping[str, Any]) -> str:
    """The key of a finding: its kind, its place and what it says, hashed."""
    # The number of a continued quote depends on others; its place does not.
    said = {name: value for name, value in fields.items() if name != "continues"}
    whole = [row["kind"], row["start"], row["end"], said]
    canonical = json.dumps(whole, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _name(
    written: Mapping[str, Any],
    fields: Mapping[str, Any],
    names: Mapping[tuple[str, ...], Name],
) -> Name | None:
    """Who a finding is about: who speaks, promises, calls, or is named."""
    kind = written["kind"]
    if kind in MENTIONS:
        # A mention stands for its own spelling, so that spellings can be parted.
        spelt = (kind, fields["canonical"], written["surface"][:LONGEST])
        return names.get(spelt)
    who: Sequence[str | None]
    if kind == Kind.QUOTE:
        who = (fields.get("speaker_name"), fields.get("party"))
    elif kind in (Kind.COMMITMENT, Kind.CALL):
        who = (fields.get("party"), fields.get("person"))
    elif kind == Kind.MEMBERSHIP:
        who = tuple(fields.get("who") or ())[:1]
    else:
        return None
    for one in who:
        for sort in ("person", "party"):
            if one and (sort, one) in names:
                return names[sort, one]
    return None


def values_by_place(reading: Reading) -> dict[tuple[int, int, str], Value]:
    """What figures and counts of a reading give for their series, by their places."""
    return {
        (found.span.start, found.span.end, found.kind): value
        for value in values_of(reading)
        for found in (value.attestation.finding,)
    }


def series_of(value: Value | None) -> str:
    """The series that a value stands in, as a row keeps it; empty where in none."""
    if value is None or value.key.indicator is None:
        return ""
    return written(value.key)


def _count_mentions(document: Document) -> None:
    said = document.findings.filter(kind__in=MENTIONS, name__isnull=False)
    standing = said.exclude(status=Status.DROPPED).order_by().values_list("name_id")
    count_mentions(
        document.pk,
        dict(standing.annotate(models.Count("pk"))),
        day=document.day,
        marking=document.marking,
    )


def _count(document: Document) -> None:
    findings = document.findings.exclude(status=Status.DROPPED)
    document.finding_count = findings.count()
    document.open_count = findings.filter(
        status=Status.PROPOSED, kind__in=ENTERED
    ).count()
    document.read_with = settings.VERSION
    document.save(update_fields=["finding_count", "open_count", "read_with"])
