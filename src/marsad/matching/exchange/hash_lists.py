"""Tech Against Terrorism's list of hashes: digest, algorithm, ideology, and what was taken back."""

from collections.abc import Mapping
from typing import Any, Final

from marsad.errors import Unreadable
from marsad.matching.exchange.entries import Entry, Taking, canonical, words
from marsad.matching.signals import Kind

FORM: Final = "tat"
_ALGORITHMS: Final[dict[str, Kind]] = {
    "md5": Kind.MD5,
    "sha256": Kind.SHA256,
    "sha-256": Kind.SHA256,
    "pdq": Kind.PDQ,
    "vpdq": Kind.VPDQ,
}


def take(row: int, given: Mapping[str, Any], taking: Taking) -> None:
    """Read one hash of the list; what was deleted is an entry that is withdrawn."""
    algorithm = words(given.get("algorithm")).lower()
    kind = _ALGORITHMS.get(algorithm)
    if kind is None:
        problem = f"of the algorithm {algorithm[:40]!r} cannot be matched"
        raise Unreadable("hash", problem, ", ".join(_ALGORITHMS))
    taking.entries.append(
        Entry(
            row,
            kind,
            canonical(kind, given.get("hash_digest") or given.get("digest")),
            provenance="Tech Against Terrorism",
            reference=words(given.get("id")),
            ideology=words(given.get("ideology")),
            file_type=words(given.get("file_type")),
            created=words(given.get("created_on") or given.get("created")),
            updated=words(given.get("updated_on") or given.get("updated")),
            is_withdrawn=_is_true(given.get("deleted")),
        )
    )


def _is_true(value: object) -> bool:
    return value is True or words(value).lower() in ("true", "1", "yes")
