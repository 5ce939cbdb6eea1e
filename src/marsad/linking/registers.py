"""The indicators that a cell keeps, and which of them the words around a figure mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from marsad.reading.findings import Figure
from marsad.text.normalise import fold
from marsad.text.tokens import words_of

_LANGUAGES: Final = ("ar", "en", "fr")
# The article and the particles that are written onto an Arabic word.
_ARABIC_PREFIXES: Final = (
    "وال",
    "فال",
    "بال",
    "كال",
    "لل",
    "ال",
    "و",
    "ف",
    "ب",
    "ل",
    "ك",
)


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a series of figures counts, and the words by which a text says so."""

    name: str
    units: tuple[str, ...]
    changes: tuple[str, ...]
    is_by_place: bool
    cues: dict[str, tuple[tuple[str, ...], ...]]

    def unit_of(self, figure: Figure) -> str:
        """The unit of the series that a figure stands in: fighters are persons."""
        if figure.unit == "percent":
            return "percent"
        return next(unit for unit in self.units if unit != "percent")

    def is_meant(self, figure: Figure, words: Sequence[str], language: str) -> bool:
        """Whether a figure among these words is one of this indicator."""
        if figure.unit not in self.units:
            return False
        if (figure.change or "none") not in self.changes:
            return False
        groups = self.cues.get(language, ())
        return bool(groups) and all(_is_met(group, words) for group in groups)


def indicator_of(figure: Figure, clause: str, language: str) -> Indicator | None:
    """The first indicator of the register that the clause around a figure means."""
    words = _words(clause, language)
    meant = (one for one in indicators() if one.is_meant(figure, words, language))
    return next(meant, None)


@cache
def indicators() -> tuple[Indicator, ...]:
    """The register of indicators, in its order."""
    folder = files("marsad.linking.lexicons")
    lines = folder.joinpath("indicators.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(_indicator(row) for row in rows[1:])


def _indicator(row: Sequence[str]) -> Indicator:
    name, units, change, by_place, *cues = row
    return Indicator(
        name=name,
        units=tuple(units.split("|")),
        changes=tuple(change.split("|")),
        is_by_place=by_place == "yes",
        cues={
            language: tuple(tuple(group.split("|")) for group in cue.split("&"))
            for language, cue in zip(_LANGUAGES, cues, strict=True)
            if cue
        },
    )


def _words(clause: str, language: str) -> tuple[str, ...]:
    words = words_of(fold(clause))
    if language != "ar":
        return words
    bare = [
        word[len(prefix) :]
        for word in words
        for prefix in _ARABIC_PREFIXES
        if word.startswith(prefix) and len(word) > len(prefix) + 2
    ]
    return (*words, *bare)


def _is_met(group: Sequence[str], words: Sequence[str]) -> bool:
    for cue in group:
        if cue.endswith("*"):
            if any(word.startswith(cue[:-1]) for word in words):
                return True
        elif cue in words:
            return True
    return False
