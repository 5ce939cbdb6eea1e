"""What a walk over an Arabic name holds: its head, its pieces and where it is.

The walk itself is told by what a head asks for and by what may follow.
"""

from collections.abc import Callable, Sequence

from marsad.reading.lexicon import Hit
from marsad.reading.names.arabic_english import Owners, Piece
from marsad.reading.names.arabic_words import Meaning
from marsad.reading.names.bodies import Parts
from marsad.reading.names.naming import Named

# How a body inside a name is put together in its turn.
Builder = Callable[[Parts, Hit], Named | None]


_SHORT = {"United Nations": "UN", "European Union": "EU"}


def in_short(canonical: str) -> str:
    """Return what a body is called inside the name of another."""
    return _SHORT.get(canonical, canonical)


class Steps:
    """The state of a walk over the words after a head."""

    __slots__ = (
        "adjectives",
        "build",
        "has_purpose",
        "head",
        "inner",
        "is_definite",
        "is_feminine",
        "is_masculine",
        "known",
        "last",
        "named",
        "needs",
        "owners",
        "parts",
        "pieces",
        "plain",
        "words",
    )

    def __init__(
        self, parts: Parts, head: Hit, build: Builder, *, is_definite: bool
    ) -> None:
        self.build = build
        self.parts = parts
        self.words: Sequence[str] = parts.passage.words
        self.head = head
        self.is_definite = is_definite
        self.needs = not is_definite
        self.last = head.last
        self.known = self.adjectives = self.plain = self.named = 0
        self.owners = Owners()
        self.inner: Hit | None = None  # a known body inside the name
        self.pieces: list[Piece] = []
        self.has_purpose = False
        is_single = head.last - head.first == 1
        ends_feminine = self.words[head.first].endswith(("ه", "ات", "يا"))
        self.is_feminine = is_single and ends_feminine
        self.is_masculine = is_single and not ends_feminine

    def _take_noun(self, noun: Meaning) -> None:
        self._take(Piece(noun.english, noun.kind), noun.last)
        self.needs = not noun.is_definite

    def _take(self, piece: Piece, last: int) -> None:
        self.pieces.append(piece)
        self.known += 1
        self.last = last
        self.needs = False


__all__ = ["Builder", "Steps", "in_short"]
