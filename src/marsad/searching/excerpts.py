"""The window of a text that has the most of what was asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from marsad.searching.highlights import Mark, marks
from marsad.searching.questions import question
from marsad.spans import Span, span_of

# A window begins so far before its first hit, for the words that lead to it.
_LEAD: Final = 0.25
# The best window of a long text is among its first thousand hits, or good enough.
_MOST_MARKS: Final = 1_000


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A window of a text; its spans are places in the window, not in the text."""

    text: str
    spans: tuple[Span, ...] = ()
    # Where the window begins in the text.
    starts_at: int = 0


def excerpt(
    text: str, words: str, *, around: int = 280, prefix: bool = False
) -> Excerpt:
    """Return a window of about so many characters, with its hits; else the beginning."""
    asked = question(words, prefix=prefix)
    found = list(islice(marks(text, asked), _MOST_MARKS))
    if not found:
        return Excerpt(text[: _back_to_space(text, 0, around)].rstrip())
    inside = _best(found, around)
    first, last = inside[0].span.start, inside[-1].span.end
    start = min(first - round(_LEAD * around), len(text) - around)
    start = _on_to_word(text, max(0, start), first)
    end = max(last, _back_to_space(text, last, start + around))
    window = text[start:end].rstrip()
    end = start + len(window)
    spans = [
        span_of(window, one.span.start - start, one.span.end - start)
        for one in found
        if start <= one.span.start and one.span.end <= end
    ]
    return Excerpt(window, tuple(spans), start)


def _best(found: Sequence[Mark], around: int) -> Sequence[Mark]:
    """The hits of the window with the most different terms, then with the most hits."""
    room = around - round(_LEAD * around)
    best: Sequence[Mark] = found[:1]
    most = (0, 0)
    last = 0
    for first, mark in enumerate(found):
        last = max(last, first + 1)
        while last < len(found) and found[last].span.end <= mark.span.start + room:
            last += 1
        count = (len({one.term for one in found[first:last]}), last - first)
        if count > most:
            most, best = count, found[first:last]
    return best


def _on_to_word(text: str, place: int, limit: int) -> int:
    """The first beginning of a word from a place on, or the limit."""
    if place == 0:
        return 0
    while place < limit and not text[place - 1].isspace():
        place += 1
    while place < limit and text[place].isspace():
        place += 1
    return place


def _back_to_space(text: str, limit: int, place: int) -> int:
    """The last end of a word up to a place, or the place where no word ends."""
    if place >= len(text):
        return len(text)
    end = place
    while end > limit and not text[end].isspace():
        end -= 1
    return end if end > limit else place
