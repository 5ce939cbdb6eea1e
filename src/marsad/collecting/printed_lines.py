"""Lines as a printer sets them, made running text again.

A PDF holds what is seen. An Arabic line is seen from its end to its start when it is
read from the left, and a paragraph is cut wherever the paper ended.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from textwrap import dedent
from typing import Final

_ARABIC: Final = re.compile(r"[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN: Final = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]")
# What keeps its order within a line that runs the other way: Latin words, and numbers
# with the signs that belong to them.
_OTHER_WAY: Final = re.compile(
    r"[A-Za-zÀ-ÖØ-öø-ÿ][^\W_]*(?:[ .,'’&/@:_-]+[A-Za-zÀ-ÖØ-öø-ÿ0-9][^\W_]*)*"
    r"|[+-]?[0-9٠-٩۰-۹]+(?:[.,٫٬:/-][0-9٠-٩۰-۹]+)*"
)
_SHORT_OF_MARGIN: Final = 0.1
_FEWEST_SIDE_BY_SIDE: Final = 3
_SHAPES: Final = re.compile(r"[\ufb50-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc]+")
_PAIRS: Final = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


def is_right_to_left(text: str) -> bool:
    """Whether most letters of a page are Arabic."""
    return len(_ARABIC.findall(text)) > len(_LATIN.findall(text))


def turn(line: str) -> str:
    """A line in the order it is read, from the order it is seen in from the left."""
    # Composed first: a letter's marks must follow it, also in the reversed line.
    letters = unicodedata.normalize("NFC", line)[::-1].translate(_PAIRS)
    return _OTHER_WAY.sub(lambda run: run[0][::-1].translate(_PAIRS), letters)


def plain_letters(text: str) -> str:
    """Letters instead of the shapes that a font draws, and marks that open and close."""
    plain = _SHAPES.sub(lambda shape: unicodedata.normalize("NFKC", shape[0]), text)
    # Some printers store a mark as it looks, others as it is meant: see which was it.
    for opening, closing in ("«»", "()"):
        wrong = len(re.findall(rf"(?<!\S)\{closing}(?=\w)", plain))
        right = len(re.findall(rf"(?<!\S)\{opening}(?=\w)", plain))
        if wrong > right:
            plain = plain.translate(str.maketrans(opening + closing, closing + opening))
    return plain


def columns(lines: list[str]) -> list[str]:
    """Lines seen side by side, one column after the other, the right one first."""
    width = max(map(len, lines), default=0)
    inner = range(width // 5, width * 4 // 5)
    gutter = max(inner, key=lambda at: _parted(lines, at), default=0)
    # Fewer lines side by side are a table or a chance, not a column.
    if _parted(lines, gutter) < max(_FEWEST_SIDE_BY_SIDE, len(lines) / 3):
        return lines
    ordered: list[str] = []
    right: list[str] = []
    left: list[str] = []
    for line in lines:
        if _crosses(line, gutter):
            ordered += [*columns(_dedent(right)), *columns(left), line]
            right, left = [], []
        else:
            right.append(line[gutter:])
            left.append(line[:gutter])
    return ordered + columns(_dedent(right)) + columns(left)


def _parted(lines: list[str], at: int) -> int:
    """How many lines have words on both sides of a place, less those that cross it."""
    crossing = [_crosses(line, at) for line in lines]
    both = sum(
        bool(line[:at].strip() and line[at:].strip())
        for line, crosses in zip(lines, crossing, strict=True)
        if not crosses
    )
    return both - sum(crossing)


def _dedent(lines: list[str]) -> list[str]:
    return dedent("\n".join(lines)).split("\n") if lines else []


def _crosses(line: str, at: int) -> bool:
    return bool(line[max(0, at - 1) : at + 2].strip())


def join_lines(lines: Iterable[str]) -> str:
    """Paragraphs from lines: one that reaches the margin goes on in the next."""
    kept = [line.rstrip() for line in lines]
    lengths = sorted(len(line) for line in kept if line)
    # Most lines of running text are full, so their upper third tells the width.
    full = lengths[len(lengths) * 2 // 3] * 0.8 if lengths else 0
    return "\n".join(_paragraphs(kept, full))


def join_turned_lines(lines: Iterable[str]) -> str:
    """The same for lines seen from the left, whose reading ends at the left margin."""
    # A line that does not reach its margin begins with blanks; turned, it would be
    # short. So the margin is measured before, and short lines are followed by a gap.
    seen = [line.rstrip() for line in lines]
    widest = max(map(len, seen), default=0)
    parted: list[str] = []
    for line in seen:
        parted.append(turn(line.strip()))
        if len(line) - len(line.lstrip()) > widest * _SHORT_OF_MARGIN:
            parted.append("")
    return "\n".join(_paragraphs(parted, 0))


def _paragraphs(lines: Iterable[str], full: float) -> Iterator[str]:
    paragraph = ""
    for line in [*lines, ""]:
        words = " ".join(line.split())
        paragraph = _joined(paragraph, words) if words else paragraph
        ends = not words or len(line) < full
        if ends and paragraph:
            yield paragraph
            paragraph = ""


def _joined(paragraph: str, line: str) -> str:
    if not paragraph:
        return line
    if re.search(r"[a-zà-ÿ]-\Z", paragraph) and line[:1].islower():
        return paragraph[:-1] + line
    return f"{paragraph} {line}"
