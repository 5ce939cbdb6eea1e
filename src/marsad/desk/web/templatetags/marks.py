"""Texts with the words marked that were asked for, and addresses of pages."""

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from marsad.searching.excerpts import Excerpt

register = template.Library()


@register.simple_tag
def marked(excerpt: Excerpt) -> SafeString:
    """An excerpt with its hits marked, and dots where it was cut from more."""
    pieces: list[tuple[str, str, str]] = []
    done = 0
    for span in excerpt.spans:
        pieces.append(("", excerpt.text[done : span.start], ""))
        pieces.append(("<mark>", span.quote, "</mark>"))
        done = span.end
    pieces.append(("", excerpt.text[done:], ""))
    before = "… " if excerpt.starts_at else ""
    written = "".join(
        f"{opening}{conditional_escape(words)}{closing}"
        for opening, words, closing in pieces
    )
    return SafeString(f"{before}{written}")


@register.simple_tag
def address(name: str, *args: object) -> str:
    """The address of a page by its name; a mark without effect where there is none."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return "#"
