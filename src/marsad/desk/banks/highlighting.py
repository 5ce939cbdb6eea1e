"""A text with the places marked that are alike."""

from collections.abc import Iterable

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from marsad.spans import Span


def marked(text: str, spans: Iterable[Span]) -> SafeString:
    """The text with these places marked; places that overlap are marked as one."""
    pieces: list[tuple[SafeString]] = []
    done = 0
    for start, end in _joined(spans, len(text)):
        pieces.append((conditional_escape(text[done:start]),))
        pieces.append((format_html("<mark>{}</mark>", text[start:end]),))
        done = end
    pieces.append((conditional_escape(text[done:]),))
    return format_html_join("", "{}", pieces)


def _joined(spans: Iterable[Span], length: int) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for span in sorted(spans):
        start, end = max(0, span.start), min(length, span.end)
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined
