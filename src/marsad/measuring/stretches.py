"""The whole stretch of a document that answers to a line, out to words that changed.

The words that are the same seldom stand at both edges: an edge goes out by as many words
as the line has beyond its last word that was found, but not into another sentence.
"""

from difflib import SequenceMatcher
from typing import NamedTuple

from marsad.measuring.wordings import Wording


class Stretch(NamedTuple):
    """Words of a document, the last one exclusive."""

    first: int
    last: int


def stretch_of(line: Wording, text: Wording, first: int, last: int) -> Stretch:
    """Widen words first to last of a text to all that a line answers to."""
    blocks = SequenceMatcher(
        None, _signs(line, 0, len(line)), _signs(text, first, last), autojunk=False
    ).get_matching_blocks()[:-1]
    if not blocks:
        return Stretch(first, last)
    missing = blocks[0].a
    lacking = len(line) - blocks[-1].a - blocks[-1].size
    start, end = text.sentence(first)[0], text.sentence(last - 1)[1]
    first = max(start, first - missing) if not blocks[0].b else first
    last = min(end, last + lacking) if _ends(blocks[-1], last - first) else last
    # The article at the head of a sentence.
    is_second = first - start == 1 and not text.keys[start]
    return Stretch(start if is_second else first, last)


def _ends(block: tuple[int, int, int], length: int) -> bool:
    return block[1] + block[2] == length


def _signs(wording: Wording, first: int, last: int) -> list[str]:
    pairs = zip(wording.keys[first:last], wording.words[first:last], strict=True)
    return [key or word for key, word in pairs]
