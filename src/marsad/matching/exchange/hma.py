"""HMA: a bank with its contents, each with signals by kind, as Hasher-Matcher-Actioner has."""

import json
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any, Final

from marsad.errors import Unreadable
from marsad.matching.exchange.entries import (
    Entry,
    Taking,
    canonical,
    day_of,
    marking_of,
    words,
)
from marsad.matching.signals import Kind

FORM: Final = "hma"
NAMES: Final[dict[str, Kind]] = {
    "pdq": Kind.PDQ,
    "vpdq": Kind.VPDQ,
    "video_md5": Kind.MD5,
    "md5": Kind.MD5,
    "sha256": Kind.SHA256,
    "url": Kind.URL,
    "url_pattern": Kind.URL_PATTERN,
    "exact_text": Kind.EXACT_WORDING,
    "raw_text": Kind.WORDING,
}
_WRITTEN: Final = {kind: name for name, kind in NAMES.items() if name != "md5"}


def take(row: int, given: Mapping[str, Any], taking: Taking) -> None:
    """Read one content of a bank: each of its signals is an entry of its own."""
    signals = given.get("signals")
    if not isinstance(signals, Mapping) or not signals:
        raise Unreadable("content", "has no signals", "give them as name and value")
    bank = given.get("bank")
    provenance = words(bank.get("name")) if isinstance(bank, Mapping) else words(bank)
    about = _about(given.get("metadata"))
    for name, value in signals.items():
        try:
            taking.entries.append(
                Entry(
                    row,
                    *_signal(name, value),
                    title=words(about.get("title")),
                    provenance=provenance,
                    reference=words(about.get("reference") or given.get("id")),
                    content=words(given.get("id")),
                    marking=marking_of(about.get("marking")),
                    until=day_of(about.get("until")),
                    tags=tuple(map(words, about.get("tags") or ())),
                    ideology=words(about.get("ideology")),
                    file_type=words(about.get("file_type")),
                    created=words(about.get("created")),
                    updated=words(about.get("updated")),
                    is_harmless=bool(about.get("is_harmless")),
                    is_withdrawn=bool(about.get("is_withdrawn")),
                )
            )
        except Unreadable as fault:
            taking.fault(row, f"{fault.subject}: {fault.problem}", fault.way_out)


def written(entries: Iterable[Entry], *, bank: str) -> dict[str, Any]:
    """Entries as a bank with its contents; signals of one content stand together."""
    ordered = sorted(entries, key=lambda entry: (entry.content, entry.row))
    contents: list[dict[str, Any]] = []
    for _, some in groupby(ordered, key=lambda entry: entry.content or entry.row):
        left = list(some)
        while left:
            first, left = _one_of_each_kind(left)
            contents.append(_content(first, len(contents) + 1, bank))
    return {
        "bank": {"name": bank, "matching_enabled_ratio": 1.0},
        "content": contents,
    }


def _one_of_each_kind(entries: list[Entry]) -> tuple[list[Entry], list[Entry]]:
    """A content has one signal of a kind, and what is said is said of the whole content."""
    taken: dict[Kind, Entry] = {}
    for entry in entries:
        if entry.kind not in taken and _said(entry) == _said(entries[0]):
            taken[entry.kind] = entry
    first = list(taken.values())
    return first, [one for one in entries if not any(one is other for other in first)]


def _content(entries: list[Entry], number: int, bank: str) -> dict[str, Any]:
    first = entries[0]
    return {
        "id": first.content or number,
        "bank": {"name": bank, "matching_enabled_ratio": 1.0},
        "disable_until_ts": 0,
        "signals": {_WRITTEN[entry.kind]: entry.value for entry in entries},
        "metadata": {
            "content_id": first.reference or None,
            "content_uri": None,
            "json": _said(first),
        },
    }


def _said(entry: Entry) -> dict[str, Any]:
    said = {
        "title": entry.title,
        "reference": entry.reference,
        "provenance": entry.provenance,
        "marking": str(entry.marking) if entry.marking is not None else "",
        "until": entry.until.isoformat() if entry.until else "",
        "tags": list(entry.tags),
        "ideology": entry.ideology,
        "file_type": entry.file_type,
        "created": entry.created,
        "updated": entry.updated,
        "is_harmless": entry.is_harmless,
        "is_withdrawn": entry.is_withdrawn,
    }
    return {name: value for name, value in said.items() if value}


def _signal(name: object, value: object) -> tuple[Kind, str]:
    kind = NAMES.get(words(name).lower())
    if kind is None:
        problem = f"of the kind {words(name)[:40]!r} cannot be matched"
        raise Unreadable("signal", problem, ", ".join(NAMES))
    return kind, canonical(kind, value)


def _about(metadata: object) -> Mapping[str, Any]:
    inner = metadata.get("json") if isinstance(metadata, Mapping) else None
    if isinstance(inner, str):
        try:
            inner = json.loads(inner)
        except ValueError:
            inner = None
    return inner if isinstance(inner, Mapping) else {}
