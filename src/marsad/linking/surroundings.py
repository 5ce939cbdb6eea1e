"""The sentence and the clauses around a span, as places in the document's own text."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from marsad.spans import Span, span_of
from marsad.text.normalise import View
from marsad.text.sentences import Sentences
from marsad.text.tokens import Tokens

# What parts the clauses of a sentence in the three languages; a comma inside a number
# parts nothing.
_COMMA: Final = re.compile(r"[،؛;:](?=\s)|,(?=\s)|\s[-–—]\s")


def sentence_around(text: str, span: Span) -> Span:
    """The sentence in which a span begins, up to the end of the one in which it ends."""
    starts, ends = _sentences(text)
    first = max(0, bisect_right(starts, span.start) - 1)
    last = max(first, bisect_right(starts, max(span.start, span.end - 1)) - 1)
    if not starts:
        return span
    return _trimmed(text, min(starts[first], span.start), max(ends[last], span.end))


def sentences_of(text: str) -> Iterator[Span]:
    """Every sentence of a text, in its order."""
    for start, end in zip(*_sentences(text), strict=True):
        found = _trimmed(text, start, end)
        if found.quote:
            yield found


def clauses_around(text: str, span: Span) -> Iterator[Span]:
    """The clause of a span, then wider and wider stretches up to its sentence."""
    sentence = sentence_around(text, span)
    edges = [sentence.start]
    edges += [found.end() for found in _COMMA.finditer(text, *sentence[:2])]
    edges.append(sentence.end)
    left = max(0, bisect_right(edges, span.start) - 1)
    right = next(
        (index for index, edge in enumerate(edges) if edge >= span.end), len(edges) - 1
    )
    right = max(right, min(left + 1, len(edges) - 1))
    while True:
        yield span_of(text, edges[left], edges[min(right, len(edges) - 1)])
        if left == 0 and right >= len(edges) - 1:
            return
        # What a figure counts stands before it as often as after: widen both ways.
        left, right = max(0, left - 1), min(len(edges) - 1, right + 1)


@lru_cache(maxsize=4096)
def _sentences(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    view = View(text)
    tokens = Tokens(view.text)
    sentences = Sentences(tokens)
    starts = tuple(view.place(tokens.starts[first]) for first in sentences.firsts)
    ends = tuple(view.ends(tokens.ends[last - 1]) for last in sentences.lasts)
    return starts, ends


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return span_of(text, start, end)
