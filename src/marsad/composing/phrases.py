"""The words of a brief about itself, in its language."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from marsad.composing.counting import table
from marsad.composing.pieces import Pieces, fill

# French puts a blank that never breaks before its double signs.
_SPACE: Final = "\u00a0"


def phrase(key: str, language: str) -> str:
    """The words that stand under a key; raises KeyError where there are none."""
    words = _phrases()[key][language]
    return words.replace(" :", f"{_SPACE}:") if language == "fr" else words


def said(key: str, language: str, **parts: Pieces) -> Pieces:
    """A frame with its places filled."""
    return fill(phrase(key, language), **parts)


@cache
def _phrases() -> Mapping[str, Mapping[str, str]]:
    return {row["key"]: row for row in table("phrases")}
