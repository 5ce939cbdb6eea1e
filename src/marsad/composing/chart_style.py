"""How charts look, and how a drawing is told which way a language runs.

A drawing knows no direction of its own: in Arabic every label is isolated, the axes
are mirrored, and time runs from right to left.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from marsad.composing.drawing import FONT
from marsad.composing.phrases import phrase
from marsad.composing.pieces import Pieces, isolated, plain, right_to_left

Spec = dict[str, Any]

INK: Final = "#1b2733"
MAIN: Final = "#0b5c6b"
WIDTH: Final = 560
_QUIET: Final = "#5a6b7b"
_GRID: Final = "#dfe5ea"
_DISPUTED: Final = "#b3261e"
_KINDS: Final = (
    "exact",
    "about",
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "disputed",
)
# Which words of the key say what a mark means; the others are open bounds.
_KEYS: Final = {"exact": "exact", "about": "about", "disputed": "disputed"}


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with its title, and its data in words."""

    name: str
    spec: Spec
    title: Pieces
    told: tuple[str, ...]

    @property
    def alternative(self) -> str:
        """The drawing in words, for those who do not see it."""
        return f"{plain(self.title)}. {'; '.join(self.told)}."


def label(pieces: Iterable[Any], language: str) -> str:
    """A label in its direction, its numbers and names isolated."""
    text = isolated(pieces)
    return right_to_left(text) if language == "ar" else text


def bound_marks(*, mirrored: bool) -> Spec:
    """Shape, colour and filling by how a figure is bounded."""
    up, down = "triangle-right", "triangle-left"
    if mirrored:
        up, down = down, up
    ranges = {
        "shape": ["circle", "circle", up, up, down, down, "diamond"],
        "fill": [MAIN, "#ffffff", MAIN, MAIN, MAIN, MAIN, "#ffffff"],
        "stroke": [MAIN] * 6 + [_DISPUTED],
    }
    return {
        channel: {
            "field": "kind",
            "type": "nominal",
            "scale": {"domain": list(_KINDS), "range": values},
            "legend": None,
        }
        for channel, values in ranges.items()
    }


def frame(title: Pieces, kinds: Iterable[str], language: str) -> Spec:
    """Title, key, fonts and colours of a chart."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": "#ffffff",
        "padding": 14,
        "title": {
            "text": label(title, language),
            "subtitle": _key(tuple(kinds), language),
            "anchor": "end" if language == "ar" else "start",
            "font": FONT,
            "fontSize": 16,
            "fontWeight": 600,
            "color": INK,
            "subtitleFont": FONT,
            "subtitleFontSize": 12,
            "subtitleColor": _QUIET,
            "offset": 14,
        },
        "config": {"font": FONT, "view": {"stroke": None}, "axis": _AXIS},
    }


_AXIS: Final[Spec] = {
    "labelFont": FONT,
    "labelFontSize": 12,
    "labelColor": _QUIET,
    "gridColor": _GRID,
    "domainColor": _GRID,
    "tickColor": _GRID,
}


def _key(kinds: Sequence[str], language: str) -> list[str]:
    """What the marks that are used mean, two of them on a line."""
    used = {_KEYS.get(kind, "open"): None for kind in _KINDS if kind in kinds}
    if set(used) <= {"exact"}:
        return []
    comma = "؛ " if language == "ar" else "; "
    parts = [phrase(f"chart.key.{kind}", language) for kind in used]
    lines = [comma.join(parts[first : first + 2]) for first in range(0, len(parts), 2)]
    return [right_to_left(one) if language == "ar" else one for one in lines]
