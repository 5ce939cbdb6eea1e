"""ThreatExchange: a list of descriptors, each an indicator with its type, tags and status."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from marsad.errors import Unreadable
from marsad.marking import Marking
from marsad.matching.exchange.entries import (
    Entry,
    Taking,
    canonical,
    day_of,
    marking_of,
    words,
)
from marsad.matching.signals import Kind

FORM: Final = "threatexchange"
TYPES: Final[dict[str, Kind]] = {
    "HASH_SHA256": Kind.SHA256,
    "HASH_MD5": Kind.MD5,
    "HASH_VIDEO_MD5": Kind.MD5,
    "HASH_PHOTO_MD5": Kind.MD5,
    "HASH_PDQ": Kind.PDQ,
    "HASH_VPDQ": Kind.VPDQ,
    "URI": Kind.URL,
    "URI_PATTERN": Kind.URL_PATTERN,
    "DOMAIN": Kind.URL_PATTERN,
    "TEXT_EXACT": Kind.EXACT_WORDING,
    "TEXT_STRING": Kind.WORDING,
}
# What is written for each kind; the last four are no words of ThreatExchange's own.
_WRITTEN: Final[dict[Kind, str]] = {
    Kind.SHA256: "HASH_SHA256",
    Kind.MD5: "HASH_MD5",
    Kind.PDQ: "HASH_PDQ",
    Kind.URL: "URI",
    Kind.WORDING: "TEXT_STRING",
    Kind.VPDQ: "HASH_VPDQ",
    Kind.URL_PATTERN: "URI_PATTERN",
    Kind.EXACT_WORDING: "TEXT_EXACT",
}
_HARMLESS: Final = frozenset(("NON_MALICIOUS",))
_WITHDRAWN: Final = frozenset(("DELETED", "DISPUTED", "REJECTED"))


def take(row: int, given: Mapping[str, Any], taking: Taking) -> None:
    """Read one descriptor; raises Unreadable where it gives no signal."""
    indicator = given.get("indicator")
    inner = indicator if isinstance(indicator, Mapping) else {}
    value = given.get("raw_indicator") or inner.get("indicator") or indicator
    named = words(given.get("type") or inner.get("type")).upper()
    if named not in TYPES:
        problem = f"of the type {named[:40]!r} cannot be matched"
        raise Unreadable("indicator", problem, ", ".join(TYPES))
    status = words(given.get("status")).upper()
    taking.entries.append(
        Entry(
            row,
            TYPES[named],
            canonical(TYPES[named], f"*.{value}/*" if named == "DOMAIN" else value),
            title=words(given.get("description")),
            provenance=_owner(given.get("owner")),
            reference=words(given.get("id") or inner.get("id")),
            marking=marking_of(given.get("share_level")),
            until=day_of(given.get("expired_on") or given.get("expire_time")),
            tags=_tags(given.get("tags")),
            created=words(given.get("added_on") or given.get("creation_time")),
            updated=words(given.get("last_updated")),
            is_harmless=status in _HARMLESS,
            is_withdrawn=status in _WITHDRAWN or bool(given.get("should_delete")),
        )
    )


def written(entries: Iterable[Entry]) -> dict[str, Any]:
    """Entries as a page of descriptors."""
    return {"data": [_descriptor(entry) for entry in entries]}


def _descriptor(entry: Entry) -> dict[str, Any]:
    status = "NON_MALICIOUS" if entry.is_harmless else "MALICIOUS"
    descriptor: dict[str, Any] = {
        "id": entry.reference,
        "raw_indicator": entry.value,
        "type": _WRITTEN[entry.kind],
        "description": entry.title,
        "owner": {"name": entry.provenance},
        "status": "DELETED" if entry.is_withdrawn else status,
        "tags": {"data": [{"text": tag} for tag in entry.tags]},
        "added_on": entry.created,
        "last_updated": entry.updated,
    }
    if entry.marking is not None:
        descriptor["share_level"] = _share_level(entry.marking)
    if entry.until:
        descriptor["expired_on"] = entry.until.isoformat()
    return {name: value for name, value in descriptor.items() if value != ""}


def _share_level(marking: Marking) -> str:
    # Its words are those of version 1 of the protocol; AMBER_STRICT it has none for, and
    # the stricter neighbour is said.
    if marking is Marking.AMBER_STRICT:
        return "RED"
    return "WHITE" if marking is Marking.CLEAR else marking.name


def _owner(owner: object) -> str:
    return words(owner.get("name")) if isinstance(owner, Mapping) else words(owner)


def _tags(tags: object) -> tuple[str, ...]:
    found = tags.get("data") if isinstance(tags, Mapping) else tags
    if isinstance(found, str):
        found = found.split(",")
    if not isinstance(found, list):
        return ()
    texts = (
        words(one.get("text") if isinstance(one, Mapping) else one) for one in found
    )
    return tuple(text for text in texts if text)
