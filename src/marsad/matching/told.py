"""A likeness as plain values, for a line of JSON."""

from collections.abc import Sequence
from typing import Any

from marsad.matching.reasons import sentence
from marsad.matching.signals import Likeness
from marsad.spans import Span


def as_values(likeness: Likeness) -> dict[str, Any]:
    """A likeness with its reason in words; places as start and end."""
    return {
        "number": likeness.number,
        "kind": likeness.kind.value,
        "band": likeness.band.name.lower(),
        "distance": likeness.distance,
        "reason": likeness.reason,
        "because": sentence(likeness),
        "ours": _places(likeness.ours),
        "theirs": _places(likeness.theirs),
        "details": dict(likeness.details),
    }


def _places(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
