"""The fields of a model's proposal, each checked by its type and its allowed values.

A proposal is untrusted: free fields are short plain words without the signs of markup
and addresses, numbers are finite, days exist, and further words stand in the text.
"""

import math
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from marsad.reading.findings import Amount, Interval
from marsad.reading.models.model_places import Piece
from marsad.spans import Span

_LONGEST_WORDS: Final = 160
_MOST_NAMES: Final = 60
_LARGEST: Final = 1e15
_YEARS: Final = range(1000, 2201)
_NOT_WORDS: Final = re.compile(r"[<>{}\\`]|://")
_STATE: Final = re.compile(r"[A-Z]{2}")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_PERIOD: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")


class Fields:
    """The fields of one proposal; a value that does not fit makes it unfit for good."""

    def __init__(self, proposal: Mapping[str, Any]) -> None:
        self._proposal = proposal
        self.is_fit = True

    def _misfit(self) -> None:
        self.is_fit = False

    def words(self, name: str) -> str | None:
        """Return plain words, or nothing where the field is empty."""
        return self._plain(self._proposal.get(name))

    def needed(self, name: str) -> str:
        """Return plain words that the finding cannot be without."""
        words = self.words(name)
        if words is None:
            self._misfit()
        return words or ""

    def _plain(self, value: object) -> str | None:
        """Return short printable words, without the signs of markup and addresses."""
        if value is None or value == "":
            return None
        if not isinstance(value, str) or not 0 < len(value.strip()) <= _LONGEST_WORDS:
            self._misfit()
            return None
        if not value.isprintable() or _NOT_WORDS.search(value):
            self._misfit()
            return None
        return value.strip()

    def names(self, name: str) -> tuple[str, ...]:
        """Return a list of plain words."""
        value = self._proposal.get(name)
        if value is None:
            return ()
        if not isinstance(value, list) or len(value) > _MOST_NAMES:
            self._misfit()
            return ()
        return tuple(self._plain(one) or "" for one in value)

    def choice(self, name: str, allowed: Sequence[str], default: str = "") -> str:
        """Return one of the allowed values."""
        value = self._proposal.get(name)
        if value is None and default:
            return default
        if value not in allowed:
            self._misfit()
            return default
        return str(value)

    def maybe(self, name: str, allowed: Sequence[str]) -> str | None:
        """Return one of the allowed values, or nothing where the field is empty."""
        return self.choice(name, allowed, "none") if self._has(name) else None

    def _has(self, name: str) -> bool:
        return self._proposal.get(name) is not None

    def number(self, name: str) -> float | None:
        """Return a finite number."""
        return self._finite(self._proposal.get(name))

    def _finite(self, value: object) -> float | None:
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self._misfit()
            return None
        if not abs(value) <= _LARGEST or not math.isfinite(value):
            self._misfit()
            return None
        return float(value)

    def count(self, name: str) -> int | None:
        """Return a whole number from 0 up."""
        number = self.number(name)
        if number is None:
            return None
        if number < 0 or number != int(number):
            self._misfit()
            return None
        return int(number)

    def state(self, name: str) -> str | None:
        """Return a state code of two letters."""
        words = self.words(name)
        if words is not None and not _STATE.fullmatch(words):
            self._misfit()
            return None
        return words

    def period(self, name: str) -> str | None:
        """Return an ISO day, month, year or stretch of them."""
        words = self.words(name)
        if words is not None and not _PERIOD.fullmatch(words):
            self._misfit()
            return None
        return words

    def days(self) -> Interval | None:
        """Return the interval of the fields from and to."""
        return self._interval(self._proposal.get("from"), self._proposal.get("to"))

    def due(self) -> Interval | None:
        """Return the interval written FROM/TO in the field due."""
        value = self._proposal.get("due")
        if value is None:
            return None
        if not isinstance(value, str):
            self._misfit()
            return None
        first, _, last = value.partition("/")
        return self._interval(first, last or first)

    def _interval(self, first: object, last: object) -> Interval | None:
        if first is None and last is None:
            return None
        days = _day(first), _day(last)
        if days[0] is None or days[1] is None or days[0] > days[1]:
            self._misfit()
            return None
        return Interval(days[0], days[1])

    def amount(self) -> Amount | None:
        """Return a value with its unit."""
        value = self._proposal.get("amount")
        if value is None:
            return None
        if not isinstance(value, dict):
            self._misfit()
            return None
        number, unit = self._finite(value.get("value")), self._plain(value.get("unit"))
        if number is None or unit is None:
            self._misfit()
            return None
        return Amount(number, unit)

    def near(self, name: str, piece: Piece, span: Span) -> Span | None:
        """Return the span of further words of the text, the nearest to the finding."""
        value = self._proposal.get(name)
        if value is None:
            return None
        place = piece.nearest(value, span)
        if place is None:
            self._misfit()
        return place


def _day(value: object) -> date | None:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if day.year in _YEARS else None
