"""Cards for social media: a figure or the words of a quotation, in two sizes."""

from dataclasses import dataclass

from marsad.composing.editions import Edition


@dataclass(frozen=True, slots=True)
class Card:
    """One picture of a block, and the words that stand for it."""

    block: str
    path: str  # cards/figure-1-ar-1200x630.png
    width: int
    height: int
    png: bytes
    alternative: str


def cards(edition: Edition, language: str) -> tuple[Card, ...]:
    """A card in each size for each figure and each quotation of a language."""
    raise NotImplementedError
