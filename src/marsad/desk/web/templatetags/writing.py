"""How figures, names, days and quotes are written in a page: one writer for each.

Every piece of text in another direction is isolated, or its signs jump to the wrong end.
"""

from datetime import date, datetime
from functools import cache, lru_cache
from typing import Final

from django import template
from django.utils import formats, timezone, translation
from django.utils.html import format_html
from django.utils.safestring import SafeString

from marsad.desk.safeguards import telling
from marsad.errors import MarsadError
from marsad.marking import Marking

register = template.Library()

_ARABIC_DIGITS: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_RIGHT_TO_LEFT: Final = frozenset(("ar", "fa", "ur", "ku", "ckb", "he"))


def digits(words: str, numerals: str) -> str:
    """Write the digits as the reader likes them."""
    return words.translate(_ARABIC_DIGITS) if numerals == "arabic" else words


@register.simple_tag(takes_context=True)
def number(context: template.Context, value: float | None) -> str | SafeString:
    """A number in the reader's digits, isolated."""
    if value is None:
        return "—"
    places = 0 if float(value).is_integer() else None
    written = formats.number_format(value, places, force_grouping=abs(value) >= 10_000)
    return format_html("<bdi>{}</bdi>", digits(written, _numerals(context)))


@register.simple_tag(takes_context=True)
def day(
    context: template.Context, value: date | None, form: str = "DATE_FORMAT"
) -> str | SafeString:
    """A day in the reader's language, with its machine form."""
    if value is None:
        return "—"
    if isinstance(value, datetime):
        value = timezone.localtime(value)
    return _time(value, form, translation.get_language(), _numerals(context))


# A page has the same few days in a hundred places.
@lru_cache(maxsize=2000)
def _time(value: date, form: str, language: str, numerals: str) -> SafeString:
    written = digits(formats.date_format(value, form), numerals)
    # HTML takes no more than three digits of a second; no page shows any.
    of = {"timespec": "seconds"} if isinstance(value, datetime) else {}
    machine = value.isoformat(**of)
    return format_html('<time datetime="{}"><bdi>{}</bdi></time>', machine, written)


@register.simple_tag(takes_context=True)
def moment(context: template.Context, value: datetime | None) -> str | SafeString:
    """A day and an hour in the reader's language."""
    return day(context, value, "DATETIME_FORMAT")


@register.filter
def direction(language: str | None) -> str:
    """Which way a language is written, for a dir attribute; auto where it is unknown."""
    if not language:
        return "auto"
    return "rtl" if language[:3].rstrip("-") in _RIGHT_TO_LEFT else "ltr"


@register.filter
@cache
def marking(value: int) -> SafeString:
    """A TLP marking as a badge."""
    one = Marking(value)
    return format_html(
        '<span class="marking marking-{}" dir="ltr">{}</span>',
        one.name.lower(),
        str(one),
    )


@register.filter
def told(error: MarsadError) -> str:
    """An error as one line, with the signs of the reader's language."""
    return telling.told(error)


@register.simple_tag
def page_direction() -> str:
    """Which way the interface is written now."""
    return direction(translation.get_language())


@register.simple_tag(takes_context=True)
def link_with(context: template.Context, **changed: object) -> str:
    """The address of this page with some of its questions changed; None takes one out."""
    asked = context["request"].GET.copy()
    for name, value in changed.items():
        asked.pop(name, None)
        if value not in (None, ""):
            asked[name] = str(value)
    return f"?{asked.urlencode()}"


def _numerals(context: template.Context) -> str:
    person = getattr(context.get("request"), "user", None)
    return getattr(person, "numerals", "latin")
