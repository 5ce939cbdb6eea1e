"""Whether some words bear a value, by the digits in them."""

import re
from collections.abc import Iterator
from typing import Final

from marsad.text.normalise import fold

_NUMBER: Final = re.compile(r"\d+(?:[ .,]\d+)*")
_SCALES: Final = (1.0, 1e3, 1e6, 1e9, 1e12, 0.01)


def bears(words: str, value: float) -> bool:
    """Whether a number written in digits is the value, alone or times a scale word.

    Words without any digit ("three quarters", «خمس») bear what a reader says they bear.
    """
    readings = list(_readings(words))
    if not readings:
        return True
    return any(
        abs(reading * scale - value) <= 1e-9 * max(1.0, abs(value))
        for reading in readings
        for scale in _SCALES
    )


def _readings(words: str) -> Iterator[float]:
    """Every number that the digits may mean: 1,000 and 1.000 and 1 000 and 1,5."""
    for found in _NUMBER.findall(fold(words)):
        parts = re.split(r"[ .,]", found)
        yield float("".join(parts))
        if len(parts) > 1:
            yield float(f"{''.join(parts[:-1])}.{parts[-1]}")
            # Two numbers that only a blank or a comma parts are two numbers as well.
            yield from (float(part) for part in parts)
