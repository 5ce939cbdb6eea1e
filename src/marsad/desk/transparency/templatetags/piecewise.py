"""How pieces of words, numbers and names stand in a page; every stray direction is isolated."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from marsad.composing.pieces import Piece, Pieces

register = template.Library()


@register.filter
def pieces(written: Pieces) -> SafeString:
    """Pieces as they stand in a page: numbers, names and dates isolated."""
    return format_html_join("", "{}", ((_piece(one),) for one in written))


def _piece(one: Piece) -> str | SafeString:
    if one.kind == "words" and one.language is None:
        return one.text
    if one.kind == "number":
        return format_html('<bdi dir="ltr">{}</bdi>', one.text)
    if one.language:
        return format_html('<bdi lang="{}">{}</bdi>', one.language, one.text)
    return format_html("<bdi>{}</bdi>", one.text)
