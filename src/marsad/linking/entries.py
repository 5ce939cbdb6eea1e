"""One finding of one document as a line that is kept: all that comparing it needs.

An entry is made once, when its document is read, and goes into a column as JSON; its
keys go into an indexed column, where a new entry finds those it may be linked with.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, Self

from marsad.collecting.documents import Document
from marsad.linking.attestations import Attestation, attest
from marsad.linking.sounds import name_parts, sound_of
from marsad.linking.statements import Spoken, spoken_of
from marsad.linking.values import SeriesKey, Value, values_of
from marsad.reading.findings import (
    Call,
    Commitment,
    Figure,
    Finding,
    Interval,
    Meeting,
    Membership,
    Party,
    Quote,
)
from marsad.reading.goldform import finding_as_json, finding_of
from marsad.reading.pipeline import Reading
from marsad.spans import Span
from marsad.text.normalise import fold

# The kinds that say something; the others are parts of these.
SAYING: Final = (Quote, Figure, Commitment, Call, Meeting, Membership)


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding with its document's day and outlet, its value, and what is inside it.

    The document stands without its text, and the finding without its place there.
    """

    attestation: Attestation[Finding]
    value: Value | None
    numbers: frozenset[float]
    parties: frozenset[str]

    @property
    def language(self) -> str:
        """The language of the words."""
        return self.attestation.language

    @property
    def letters(self) -> str:
        """The words, folded."""
        return fold(self.attestation.finding.span.quote)

    @property
    def spoken(self) -> Spoken | None:
        """The words as a statement, where they are somebody's."""
        finding = self.attestation.finding
        if not isinstance(finding, Quote):
            return None
        words = Attestation(self.attestation.document, finding, self.language)
        return spoken_of(words, numbers=self.numbers, parties=self.parties)

    def as_json(self) -> dict[str, Any]:
        """Write the entry as it is kept in a column."""
        document = self.attestation.document
        return {
            "document": document.id,
            "outlet": document.outlet,
            "published": document.published and document.published.isoformat(),
            "language": self.language,
            "finding": finding_as_json(self.attestation.finding),
            "value": self.value and _value_as_json(self.value),
            "numbers": sorted(self.numbers),
            "parties": sorted(self.parties),
        }

    @classmethod
    def of_json(cls, kept: Mapping[str, Any]) -> Self:
        """Read back an entry that was written with ``as_json``."""
        day = kept["published"]
        document = Document(
            id=kept["document"],
            text="",
            published=date.fromisoformat(day) if day else None,
            outlet=kept["outlet"],
        )
        finding = finding_of(kept["finding"], kept["finding"]["surface"])
        attestation = Attestation(document, finding, kept["language"])
        value = kept["value"] and _value_of_json(kept["value"], attestation)
        numbers, parties = frozenset(kept["numbers"]), frozenset(kept["parties"])
        return cls(attestation, value, numbers, parties)


def entries_of(reading: Reading) -> tuple[tuple[Finding, Entry], ...]:
    """Every finding that says something, each with its entry, kind by kind."""
    values = {one.attestation.finding: one for one in values_of(reading)}
    return tuple(
        (one.finding, _entry(one, values.get(one.finding), reading))
        for kind in SAYING
        for one in attest([reading], kind)
    )


def _entry(words: Attestation[Finding], value: Value | None, reading: Reading) -> Entry:
    span = words.finding.span
    inside = [one for one in reading.findings if span.contains(one.span)]
    attestation = _without_place(words)
    return Entry(
        attestation=attestation,
        value=value and replace(value, attestation=attestation),
        numbers=frozenset(one.value for one in inside if isinstance(one, Figure)),
        parties=frozenset(one.canonical for one in inside if isinstance(one, Party)),
    )


def _without_place(words: Attestation[Finding]) -> Attestation[Finding]:
    source = words.document
    document = Document(source.id, "", source.published, outlet=source.outlet)
    quote = words.finding.span.quote
    finding = replace(words.finding, span=Span(0, len(quote), quote))
    if isinstance(finding, Quote):
        finding = replace(finding, cue=None, speaker=None, continues=None)
    return Attestation(document, finding, words.language)


def _value_as_json(value: Value) -> dict[str, Any]:
    return {
        "key": list(value.key),
        "value": value.value,
        "high": value.high,
        "bound": value.bound,
        "change": value.change,
        "from": value.moment.first.isoformat(),
        "to": value.moment.last.isoformat(),
    }


def _value_of_json(kept: Mapping[str, Any], attestation: Attestation[Finding]) -> Value:
    first, last = (date.fromisoformat(kept[end]) for end in ("from", "to"))
    return Value(
        key=SeriesKey(*kept["key"]),
        value=kept["value"],
        high=kept["high"],
        bound=kept["bound"],
        change=kept["change"],
        moment=Interval(first, last),
        attestation=attestation,
    )


def entry_keys(entry: Entry) -> tuple[str, ...]:
    """Short strings of which linked entries share one; none for what is never linked."""
    return tuple(dict.fromkeys(_keys(entry)))


def _keys(entry: Entry) -> Iterator[str]:
    if entry.value:
        yield _value_key(entry.value)
        return
    match entry.attestation.finding:
        case Quote(speaker_name=str(name)) if parts := name_parts(name):
            # One names the office and another the office with its body, so each word
            # of the name leads there.
            yield from (f"quote|{sound_of(part)}" for part in parts)
        case Commitment(party=party):
            yield f"commitment|{party or ''}"
        case Call(party=party):
            yield f"call|{party or ''}"
        case Meeting(country=country, interval=Interval() as days):
            yield from _month_keys(f"meeting|{country or ''}", days)
        case Membership(event=event, who=who):
            yield from (f"membership|{event}|{name}" for name in who)


def _value_key(value: Value) -> str:
    """The series; where there is none, the number itself."""
    series = "|".join(part or "" for part in value.key)
    return (
        f"value|{series}" if value.key.indicator else f"value|{series}|{value.value:g}"
    )


# A meeting that is put off is found within so many months on either side.
_MONTHS: Final = 3


def _month_keys(head: str, days: Interval) -> Iterator[str]:
    # Each end of a season: two meetings share a key where their seasons touch.
    first, last = (day.year * 12 + day.month - 1 for day in days)
    for season in range(first // _MONTHS, min(last, first + 12) // _MONTHS + 2):
        yield f"{head}|{season}"
