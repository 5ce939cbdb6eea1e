"""Which words stand between quotation marks, nested or unbalanced.

Guillemets, curly, straight, single and doubled single marks are paired within their
paragraph; one that stays open runs on where a line or two below a mark closes first, as
in texts of one sentence a line. A straight mark opens where a letter follows and a space, an opening sign
or a proclitic precedes; it closes where a space, punctuation or the end follows.
"""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from marsad.text.tokens import Tokens

_CLOSER_OF = {"«": "»", "“": "”", "„": "”", "‹": "›", "‘": "'", "{": "}", "”": "“"}
_CLOSERS = frozenset("»”›}")
_OPENERS = frozenset("«“„‹‘{")
_STRAIGHT = frozenset("\"'")
_SIGNS = _OPENERS | _CLOSERS | _STRAIGHT | {"”"}
_BEFORE_OPENER = frozenset(' \n([{-–—:،,«“‘"/')
_AFTER_CLOSER = frozenset(" \n.,;:!?)]}،؛؟…»”-–—'\"/")
_PROCLITICS = frozenset(("و", "ف", "ب", "ل", "ك", "ول", "وب"))
# Nobody's words in marks run over more line ends than these before a mark closes them.
_MOST_LINE_ENDS = 3
_MOST_SIGNS = 40  # apostrophes among them
# A straight pair around so few words is a name or a scare quote, and nests freely.
_SHORT = 3
# Marks nest three deep at most; where more are open, the first was never closed.
_DEEPEST = 12


class Marked(NamedTuple):
    """Tokens between two marks; unclosed ones end with their paragraph."""

    first: int  # first token inside
    last: int  # token after the last one inside: the closing mark where there is one
    sign: str  # the opening mark
    is_closed: bool


class Marks(NamedTuple):
    """The marked stretches of a text, in order, and the closing marks left over."""

    marked: tuple[Marked, ...]
    lone_closers: tuple[int, ...]


def find_marks(tokens: Tokens, text: str) -> Marks:
    """Pair the quotation marks of a folded text, paragraph by paragraph."""
    marked: list[Marked] = []
    lone: list[int] = []
    stack: list[tuple[int, str]] = []
    words = tokens.words
    signs = [i for i in tokens.signs if words[i] in _SIGNS or words[i] == "\n"]
    short = _short_pairs(tokens, text, signs)
    for number, index in enumerate(signs):
        word = tokens.words[index]
        if word == "\n":
            below = signs[number + 1 : number + 1 + _MOST_SIGNS]
            if not _runs_on(tokens, text, below, stack):
                _close_all(stack, index, marked)
        elif index in short:
            if short[index] > index:
                marked.append(Marked(index + 1, short[index], word, is_closed=True))
        elif _opens(tokens, text, index, stack):
            _open(stack, index, word, marked)
        elif not _close(stack, index, word, marked) and word != "'":
            _take_lone(words, lone, index, marked)
    _close_all(stack, len(tokens), marked)
    marked.sort()
    return Marks(tuple(marked), tuple(lone))


def _take_lone(
    words: list[str], lone: list[int], index: int, marked: list[Marked]
) -> None:
    """Keep a closing mark without an opener, or pair it with one kept before."""
    if _pairs_with_lone(words, lone, index):
        marked.append(Marked(lone.pop() + 1, index, words[index], is_closed=True))
    else:
        lone.append(index)


def _pairs_with_lone(words: list[str], lone: list[int], index: int) -> bool:
    """Say whether a mark closes one that was written on to the word before it.

    Arabic papers leave the space out: «قائلا" لن نعود"».
    """
    if words[index] != '"' or not lone or words[lone[-1]] != '"':
        return False
    first = lone[-1]
    inside = words[first + 1 : index]
    is_arabic = bool(inside) and "ء" <= inside[0][0] <= "ي"
    return is_arabic and len(inside) > _SHORT and "\n" not in inside


def _runs_on(
    tokens: Tokens, text: str, below: Sequence[int], stack: list[tuple[int, str]]
) -> bool:
    """Say whether the first mark below a line end closes the one still open above."""
    if not stack:
        return False
    sign = stack[-1][1]
    line_ends = 1
    for index in below:
        word = tokens.words[index]
        if word == "\n":
            line_ends += 1
        if line_ends > _MOST_LINE_ENDS:
            return False
        if word in ("\n", "'"):
            continue
        if word == sign == '"':
            return _may_close(tokens, text, index) and not _may_open(
                tokens, text, index
            )
        return word not in _STRAIGHT and _CLOSER_OF.get(sign) == word
    return False


def _short_pairs(tokens: Tokens, text: str, signs: list[int]) -> dict[int, int]:
    """Return the straight pairs that hold a few words, by either of their marks."""
    pairs: dict[int, int] = {}
    straight = [index for index in signs if tokens.words[index] == '"']
    for left, right in itertools.pairwise(straight):
        inside = tokens.words[left + 1 : right]
        if not 0 < len(inside) <= _SHORT or left in pairs or "\n" in inside:
            continue
        if _may_open(tokens, text, left) and _may_close(tokens, text, right):
            pairs[left], pairs[right] = right, left
    return pairs


def _may_open(tokens: Tokens, text: str, index: int) -> bool:
    start, end = tokens.starts[index], tokens.ends[index]
    if end >= len(text) or text[end] in _AFTER_CLOSER - {"'", '"'}:
        return False
    if start == 0 or text[start - 1] in _BEFORE_OPENER:
        return True
    return _follows_proclitic(tokens, index)


def _follows_proclitic(tokens: Tokens, index: int) -> bool:
    return (
        index > 0
        and tokens.words[index - 1] in _PROCLITICS
        and tokens.ends[index - 1] <= tokens.starts[index]
    )


def _may_close(tokens: Tokens, text: str, index: int) -> bool:
    start, end = tokens.starts[index], tokens.ends[index]
    is_touching = start > 0 and not text[start - 1].isspace()
    return is_touching and (end >= len(text) or text[end] in _AFTER_CLOSER)


def _opens(tokens: Tokens, text: str, index: int, stack: list[tuple[int, str]]) -> bool:
    word = tokens.words[index]
    if word in _OPENERS:
        return True
    if word in ("»", "›", "}"):
        return False
    may_open, may_close = (
        _may_open(tokens, text, index),
        _may_close(tokens, text, index),
    )
    if word == "”":
        return may_open and not may_close and not _is_open(stack, "“")
    if word == "'" and not _is_open(stack, "'") and not _is_open(stack, "‘"):
        return may_open and not may_close
    if may_open != may_close:
        return may_open
    if may_open and _follows_proclitic(tokens, index):
        return True
    return not _is_open(stack, word)


def _is_open(stack: list[tuple[int, str]], sign: str) -> bool:
    return any(word == sign for _, word in stack)


def _open(
    stack: list[tuple[int, str]], index: int, word: str, marked: list[Marked]
) -> None:
    """Put an opening mark on the stack; a straight one ends an unclosed straight one."""
    if word == '"' and stack and stack[-1][1] == '"':
        first, sign = stack.pop()
        marked.append(Marked(first + 1, index, sign, is_closed=False))
    if len(stack) == _DEEPEST:
        first, sign = stack.pop(0)
        marked.append(Marked(first + 1, index, sign, is_closed=False))
    stack.append((index, word))


def _close(
    stack: list[tuple[int, str]], index: int, word: str, marked: list[Marked]
) -> bool:
    """Take the matching opening mark off the stack; say whether there was one."""
    matches = [
        depth
        for depth, (_, sign) in enumerate(stack)
        if _CLOSER_OF.get(sign, sign) == word or (word in "'" and sign == "'")
    ]
    if not matches:
        return False
    while len(stack) > matches[-1] + 1:
        first, sign = stack.pop()
        marked.append(Marked(first + 1, index, sign, is_closed=False))
    first, sign = stack.pop()
    marked.append(Marked(first + 1, index, sign, is_closed=True))
    return True


def _close_all(stack: list[tuple[int, str]], index: int, marked: list[Marked]) -> None:
    while stack:
        first, sign = stack.pop()
        if sign not in ("'", "‘"):
            marked.append(Marked(first + 1, index, sign, is_closed=False))
