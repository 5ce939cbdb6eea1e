"""Number words put together one by one: what may follow what, in three languages."""

from typing import NamedTuple

# No scale is larger: the first one always fits.
_FAR = 1e15
_MULTIPLIERS = frozenset(["scale", "hundred", "dozen"])


class Piece(NamedTuple):
    """One word of number, or one row of digits."""

    last: int  # the token after it
    clitic: int
    value: float
    kind: str
    has_and: bool = False
    is_definite: bool = False
    # A preposition is written on to it: it begins a phrase, and never goes on.
    has_preposition: bool = False


class Sum:
    """A number while it is put together, word by word."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._total = 0.0
        self._group = 0.0
        self._last_scale = _FAR
        self._is_empty = True
        self.scale = 1.0
        self.is_digits = False
        self.takes_and = False

    @property
    def value(self) -> float:
        """What has been said so far."""
        return round(self._total + self._group, 6)

    def add_part(self, part: float) -> None:
        """Add a half or a quarter of what was said last."""
        if self._group:
            self._group += part
        else:
            self._total += part * self.scale

    def take(self, piece: Piece) -> bool:
        """Add a piece if the language lets it follow; say whether it did."""
        fits = self._fits(piece)
        if fits:
            self._add(piece)
            self._is_empty = False
            self.is_digits = piece.kind == "digits"
            self.takes_and = piece.kind in ("hundred", "hundreds", "scale", "double")
        return fits

    def _fits(self, piece: Piece) -> bool:
        if self._is_empty:
            return True
        if piece.has_preposition:
            return False
        if piece.kind == "digits":
            return piece.has_and and self._group == 0 and piece.value < self._last_scale
        multiplies = piece.kind in _MULTIPLIERS and self._multiplies(piece)
        if self._language == "ar":
            return multiplies if not piece.has_and else self._adds(piece)
        return multiplies or (not self.is_digits and self._adds(piece))

    def _multiplies(self, piece: Piece) -> bool:
        if piece.kind == "hundred":
            return not self.is_digits and 1 <= self._group < 100
        if piece.kind == "dozen":
            return 0 < self._group < 1000 and not self._total
        if self._group == 0:
            return self._total > 0 and piece.value > self._last_scale
        return piece.value < self._last_scale

    def _adds(self, piece: Piece) -> bool:
        rest = self._group % 100
        match piece.kind:
            case "unit":
                return (rest == 0 or (rest >= 20 and rest % 10 == 0)) and not (
                    self._language == "ar" and rest
                )
            case "teen":
                return rest == 0 or (self._language == "fr" and rest in (60, 80))
            case "ten":
                return rest == 0 or (self._language == "ar" and 1 <= rest <= 9)
            case "hundred" | "hundreds":
                return self._group == 0 and self._total > 0
        return self._group == 0 and piece.value < self._last_scale

    def _add(self, piece: Piece) -> None:
        match piece.kind:
            case "hundred":
                self._group = max(self._group, 1) * 100
            case "dozen":
                self._group = max(self._group, 1) * 12
            case "scale":
                self._scale(piece)
            case "double":
                self._total += piece.value
                self.scale = self._last_scale = piece.value / 2
            case _:
                self._group += piece.value

    def _scale(self, piece: Piece) -> None:
        if not self._group and self._total and not piece.has_and:
            self._total *= piece.value
        else:
            self._total += (self._group or 1) * piece.value
        self._group = 0
        self.scale = self._last_scale = piece.value
