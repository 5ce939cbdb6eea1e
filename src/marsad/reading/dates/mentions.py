"""An expression of time, resolved to days, before its finding is made."""

from dataclasses import dataclass

from marsad.reading.findings import Interval


@dataclass(frozen=True, slots=True)
class Mention:
    """A resolved expression of time, before its finding is made."""

    first: int
    last: int
    clitic: int
    interval: Interval
    precision: str
    reader: str
    why: str
    is_doubtful: bool = False
    # The month has two names, the second in brackets: «يوليو (تموز)».
    is_paired: bool = False
