"""What is searched: a record of the database, as the index takes it in."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from marsad.errors import Refused

STRICTEST: Final = 4


@dataclass(frozen=True, slots=True)
class Record:
    """One searchable thing; its key leads back to the database, which keeps the texts."""

    key: str
    kind: str
    title: str = ""
    body: str = ""
    language: str = "und"
    day: date | None = None
    source: str | None = None
    parties: tuple[str, ...] = ()
    # In the order of the Traffic Light Protocol: 0 is for everybody, 4 for one person.
    marking: int = STRICTEST

    def __post_init__(self) -> None:
        if not self.key:
            raise Refused(
                repr(self.title[:40]), "has no key", "name its kind and number"
            )
        if not 0 <= self.marking <= STRICTEST:
            raise Refused(self.key, f"{self.marking} is no marking", "give 0 to 4")
