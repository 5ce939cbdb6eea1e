"""How the value of an entry or a finding is written: bound, number and noun."""

from typing import Any, Final

from django import template
from django.utils import translation
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from marsad.composing.counting import Quantity, bare, bound_words
from marsad.composing.pieces import Piece, Pieces, number, words

register = template.Library()

_ARABIC_DIGITS: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def pieces_of(
    value: float, unit: str, *, high: float | None = None, bound: str = "exact"
) -> Pieces:
    """A value with its bound and its noun, in the language of the interface."""
    language = (translation.get_language() or "en")[:2]
    quantity = Quantity(value, unit, bound=bound or "exact", high=high)
    written = quantity.written(language)
    if written:
        return written
    figure = number(bare(value, language))
    if high is not None:
        figure = (*figure, Piece("–"), *number(bare(high, language)))
    noun = (Piece(" "), Piece(unit, "name", "en")) if unit else ()
    return (*words(bound_words(bound or "exact", unit, language)), *figure, *noun)


@register.simple_tag(takes_context=True)
def counted(context: template.Context, row: Any) -> str | SafeString:
    """What a row counts: at least 74 members; a dash where it counts nothing."""
    if row.value is None:
        return "—"
    return _written(
        context, pieces_of(row.value, row.unit, high=row.high, bound=row.bound)
    )


@register.simple_tag(takes_context=True)
def amount(
    context: template.Context, value: float | None, unit: str
) -> str | SafeString:
    """A sum or another amount with its currency or noun."""
    if value is None:
        return "—"
    return _written(context, pieces_of(value, unit))


def _written(context: template.Context, pieces: Pieces) -> SafeString:
    person = getattr(context.get("request"), "user", None)
    is_arabic = getattr(person, "numerals", "latin") == "arabic"
    return format_html(
        '<span class="counted">{}</span>',
        format_html_join(
            "", "{}", ((_isolated(piece, in_arabic=is_arabic),) for piece in pieces)
        ),
    )


def _isolated(piece: Piece, *, in_arabic: bool) -> str | SafeString:
    text = piece.text.translate(_ARABIC_DIGITS) if in_arabic else piece.text
    if piece.kind == "words":
        return text
    return format_html('<bdi class="figure">{}</bdi>', text)
