"""What other apps show beside an entry: they put it here when they start, we show it.

An app that stands above the register adds a function in its AppConfig.ready:
`asides.add("contradictions", contradictions_of)`. The register knows none of them.
"""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest

from marsad.desk.register.models import Entry

# From the request and the entry, a piece of page; nothing where there is nothing to say.
Aside = Callable[[HttpRequest, Entry], str]

_ASIDES: Final[dict[str, Aside]] = {}


def add(name: str, aside: Aside) -> None:
    """Show something beside every entry, under a name that stands once."""
    _ASIDES[name] = aside


def asides_of(request: HttpRequest, entry: Entry) -> list[str]:
    """Everything that is shown beside an entry."""
    pieces = (aside(request, entry) for aside in _ASIDES.values())
    return [piece for piece in pieces if piece]
