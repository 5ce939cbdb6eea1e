"""Traffic Light Protocol 2.0 markings: compare, combine, and who may be reached.

The words and their order are those of FIRST's "Traffic Light Protocol, version 2.0".
"""

import re
from collections.abc import Iterable
from enum import IntEnum
from typing import Final, Self

from marsad.errors import Refused, Unreadable


class Audience(IntEnum):
    """Whom a text is sent to, from the narrowest circle to the widest."""

    RECIPIENT = 1
    ORGANISATION = 2
    CLIENTS = 3
    COMMUNITY = 4
    WORLD = 5


class Marking(IntEnum):
    """A TLP 2.0 marking; the greater is the stricter."""

    CLEAR = 0
    GREEN = 1
    AMBER = 2
    AMBER_STRICT = 3
    RED = 4

    def __str__(self) -> str:
        return f"TLP:{self.name.replace('_', '+')}"

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read a marking as people and machines write it, or say it is none."""
        letters = re.sub(r"[\W_]+", " ", written).upper().split()
        if letters[:1] == ["TLP"]:
            letters = letters[1:]
        name = "_".join(letters)
        # Version 1 of the protocol said WHITE for what version 2 calls CLEAR.
        name = "CLEAR" if name == "WHITE" else name
        if name not in cls.__members__:
            known = ", ".join(str(marking) for marking in cls)
            raise Unreadable(repr(written), "is no TLP 2.0 marking", f"write {known}")
        return cls[name]

    @property
    def widest(self) -> Audience:
        """The widest circle that may read what carries this marking."""
        return _WIDEST[self]

    def may_reach(self, audience: Audience) -> bool:
        """Whether what carries this marking may be sent to this circle."""
        return audience <= self.widest


_WIDEST: Final = {
    Marking.CLEAR: Audience.WORLD,
    Marking.GREEN: Audience.COMMUNITY,
    Marking.AMBER: Audience.CLIENTS,
    Marking.AMBER_STRICT: Audience.ORGANISATION,
    Marking.RED: Audience.RECIPIENT,
}


def combine(markings: Iterable[Marking]) -> Marking:
    """What is made of several texts carries the strictest of their markings."""
    strictest = max(markings, default=None)
    if strictest is None:
        raise Refused("no marking", "nothing is known of who may read this", "mark it")
    return strictest
