"""Pieces of a sentence as HTML: what stands alone is isolated from what is around it."""

from collections.abc import Iterable

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from marsad.composing.isolating import isolate
from marsad.composing.pieces import Piece, direction
from marsad.composing.pieces import isolated as with_signs
from marsad.composing.pieces import plain as as_plain
from marsad.desk.briefs.models import Topic

register = template.Library()


@register.filter
def run(pieces: Iterable[Piece]) -> SafeString:
    """A sentence with its numbers, names and dates isolated."""
    # Each part was escaped by itself.
    return mark_safe("".join(map(_one, pieces)))  # noqa: S308


def _one(piece: Piece) -> str:
    if piece.kind == "words":
        return conditional_escape(piece.text)
    if piece.kind == "number":
        # A sign has no direction of its own: without one it jumps to the other side.
        return format_html('<bdi class="number" dir="ltr">{}</bdi>', piece.text)
    if piece.language is None:
        return format_html('<bdi class="{}">{}</bdi>', piece.kind, piece.text)
    return format_html(
        '<bdi class="{}" lang="{}" dir="{}">{}</bdi>',
        piece.kind,
        piece.language,
        direction(piece.language),
        piece.text,
    )


@register.filter
def plain(pieces: Iterable[Piece]) -> str:
    """A sentence as bare text, for attributes."""
    return as_plain(pieces)


@register.filter
def isolated(text: str, language: str) -> SafeString:
    """Words that people wrote, with what is in another direction isolated."""
    return run(isolate(text, language))


@register.filter
def isolated_text(text: str, language: str) -> str:
    """The same for a letter without any layout: by signs that nobody sees."""
    if direction(language) == "ltr":
        return text
    return with_signs(isolate(text, language))


@register.filter
def add_language(chart: str, language: str) -> str:
    """The file in the pack that holds a chart in a language."""
    return f"charts/{chart}-{language}.svg"


@register.filter
def topic_words(topic: str) -> str:
    """What a topic is called; one that is gone keeps its name."""
    return str(dict(Topic.choices).get(topic, topic))
