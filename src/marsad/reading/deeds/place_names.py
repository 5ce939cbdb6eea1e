"""A place by its tokens, as the readers of places hand it on."""

from typing import NamedTuple


class Place(NamedTuple):
    """A city or state at which something may take place, by its tokens."""

    first: int
    last: int
    city: str | None
    country: str
    is_in: bool  # stands behind a word for in or at
    is_goal: bool = False  # stands behind a word for to: one goes there
