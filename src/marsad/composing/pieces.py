"""A sentence as pieces: words, and the numbers, names, dates and quotes that stand alone.

Numbers and Latin names inside Arabic lose their order unless they are isolated; a piece
knows that it must be, and each output isolates in its own way.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

# Unicode's isolates: left to right, by the first strong letter, and their end.
_LEFT_TO_RIGHT: Final = "\u2066"
_RIGHT_TO_LEFT: Final = "\u2067"
_BY_FIRST_LETTER: Final = "\u2068"
_END: Final = "\u2069"

RIGHT_TO_LEFT: Final = frozenset(("ar",))


class Piece(NamedTuple):
    """A stretch of a sentence; any kind but words is isolated from what surrounds it."""

    text: str
    kind: str = "words"  # words / number / name / date
    language: str | None = None  # where it is not the language of the brief


Pieces = tuple[Piece, ...]


def words(text: str) -> Pieces:
    """Plain words of the brief's own language."""
    return (Piece(text),)


def number(text: str) -> Pieces:
    """A number with its sign, always read from left to right."""
    return (Piece(text, "number"),)


def name(text: str, language: str | None = None) -> Pieces:
    """A name, perhaps in another language's letters."""
    return (Piece(text, "name", language),)


def plain(pieces: Iterable[Piece]) -> str:
    """The sentence as text without any control characters."""
    return "".join(piece.text for piece in pieces)


def isolated(pieces: Iterable[Piece]) -> str:
    """The sentence as text with isolates, for outputs that know no other means."""
    return "".join(_isolated(piece) for piece in pieces)


def _isolated(piece: Piece) -> str:
    if piece.kind == "words":
        return piece.text
    mark = _LEFT_TO_RIGHT if piece.kind == "number" else _BY_FIRST_LETTER
    return f"{mark}{piece.text}{_END}"


def right_to_left(text: str) -> str:
    """A label for a drawing, whose base would otherwise be left to right."""
    return f"{_RIGHT_TO_LEFT}{text}{_END}"


def direction(language: str) -> str:
    """The direction of a language's writing, as HTML and PDF name it."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def fill(template: str, **parts: Pieces) -> Pieces:
    """Put pieces into the places that a template names in braces.

    A part that is empty takes the blank before its place away with it.
    """
    filled: list[Piece] = []
    for index, stretch in enumerate(template.split("{")):
        literal = stretch
        if index:
            place, _, literal = stretch.partition("}")
            filled = _put(filled, parts[place])
        if literal:
            filled.append(Piece(literal))
    return tuple(_merged(filled))


def _put(filled: list[Piece], part: Pieces) -> list[Piece]:
    if any(piece.text for piece in part):
        return [*filled, *part]
    if filled and filled[-1].kind == "words":
        return [*filled[:-1], filled[-1]._replace(text=filled[-1].text.rstrip(" "))]
    return filled


def _merged(pieces: Iterable[Piece]) -> list[Piece]:
    merged: list[Piece] = []
    for piece in pieces:
        is_words = piece.kind == "words" and piece.language is None
        if merged and is_words and merged[-1].kind == "words":
            merged[-1] = merged[-1]._replace(text=merged[-1].text + piece.text)
        elif piece.text:
            merged.append(piece)
    return merged
