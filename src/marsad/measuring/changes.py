"""How the words of a released line were altered where they turned up."""

from dataclasses import dataclass
from typing import Literal

What = Literal["number", "name", "left_out", "added", "replaced", "moved"]


@dataclass(frozen=True, slots=True)
class Change:
    """One alteration: the words of the line, and the words that stand there instead.

    ``number`` is a changed number or a lost or changed bound ("more than"), and comes
    first; ``before`` is empty for what was added, ``after`` for what was left out.
    """

    what: What
    before: str
    after: str
