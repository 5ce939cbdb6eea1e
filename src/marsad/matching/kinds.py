"""All ways in which known content is told, in one visible tuple."""

from typing import Final

from marsad.errors import Unreadable
from marsad.matching.films.film_kind import VPDQ
from marsad.matching.hashes import MD5, SHA256
from marsad.matching.links.pattern_kind import URL_PATTERN
from marsad.matching.links.url_kind import URL
from marsad.matching.pictures.pdq_kind import PDQ
from marsad.matching.signals import Kind, SignalKind
from marsad.matching.wording.exact import EXACT_WORDING
from marsad.matching.wording.near import WORDING

KINDS: Final[tuple[SignalKind, ...]] = (
    SHA256,
    MD5,
    PDQ,
    VPDQ,
    URL,
    URL_PATTERN,
    EXACT_WORDING,
    WORDING,
)
_BY_NAME: Final = {kind.kind: kind for kind in KINDS}


def kind_named(name: str) -> SignalKind:
    """The kind of this name; raises Unreadable for a name that no kind has."""
    try:
        return _BY_NAME[Kind(name)]
    except (KeyError, ValueError):
        known = ", ".join(kind.kind.value for kind in KINDS)
        raise Unreadable(repr(name[:40]), "is no kind of signal", known) from None
