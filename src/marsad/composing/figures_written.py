"""A figure of the register as a brief writes it large, with its bound and its moment."""

from collections.abc import Iterable
from typing import NamedTuple

from marsad.composing.calendars import as_of
from marsad.composing.counting import Quantity, bare, bound_words, nouns
from marsad.composing.drafting import capitalised, outlet_name
from marsad.composing.editions import Cited
from marsad.composing.naming import joined
from marsad.composing.phrases import said
from marsad.composing.pieces import Piece, Pieces, number, words
from marsad.reading.findings import Interval

_RANGE = "–"


class Written(NamedTuple):
    """The words of a bound, and the number as it stands large."""

    bound: Pieces
    big: Pieces

    @property
    def whole(self) -> Pieces:
        """Bound and number."""
        return (*self.bound, *self.big)


def written(cited: Cited, language: str) -> Written:
    """A figure with its unit where that is a sign: 98%, $200 million, 10,000–12,000."""
    bound = words(bound_words(cited.bound, cited.unit, language))
    if cited.value is None:
        return Written((), ())
    return Written(bound if bound[0].text else (), _big(cited, cited.value, language))


def _big(cited: Cited, value: float, language: str) -> Pieces:
    is_money = nouns().get(cited.unit, {}).get("kind") == "money"
    if cited.unit in ("percent", "fraction") or is_money:
        counted = Quantity(value, cited.unit, high=None)
        shown = counted.written(language)
        if cited.high is None:
            return shown
        top = Quantity(cited.high, cited.unit).written(language)
        return (*shown, Piece(f" {_RANGE} "), *top)
    figure = bare(value, language)
    if cited.high is not None:
        figure = f"{figure}{_RANGE}{bare(cited.high, language)}"
    return number(figure)


def moment(cited: Cited) -> Interval:
    """The days for which an entry holds."""
    return Interval(cited.day, cited.until or cited.day)


def outlets(entries: Iterable[Cited]) -> tuple[str, ...]:
    """The outlets of some entries, each once."""
    named = (passage.outlet for one in entries for passage in one.passages)
    return tuple(dict.fromkeys(name for name in named if name))


def listed(names: Iterable[str], language: str) -> Pieces:
    """Outlets in a list."""
    return joined([outlet_name(one, language) for one in names], language)


def moment_and_sources(cited: Cited, language: str) -> Pieces:
    """As of which day, according to whom, as a sentence."""
    when = capitalised(as_of(moment(cited), language), language)
    sources = listed(outlets([cited]), language)
    if not sources:
        return (*when, Piece("."))
    return said("figure.note", language, as_of=when, sources=sources)
