"""What a block and a language are called, and what a table holds under a name."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from marsad.desk.briefs.blocks import BLOCKS, SECTIONS
from marsad.desk.partners.models import LANGUAGES

register = template.Library()


@register.filter
def under(table: Mapping[str, Any], name: str) -> Any:
    """What a table holds under a name; nothing where it holds nothing."""
    return table.get(name, "")


@register.filter
def sort_name(sort: str) -> str:
    """What a sort of block is called, as the editor calls it."""
    block: Any = dict(BLOCKS)[str(sort)]
    return str(block.label)


@register.filter
def section_name(key: str) -> str:
    """What a standing section is called, as the editor calls it."""
    return str(dict(SECTIONS).get(key, key))


@register.filter
def language_name(language: str) -> SafeString:
    """A language by its own name, marked as what it is."""
    name = dict(LANGUAGES).get(language, language)
    return format_html('<bdi lang="{}">{}</bdi>', language, name)


@register.filter
def language_label(language: str) -> str:
    """A language by its own name, where no mark can stand."""
    return dict(LANGUAGES).get(language, language)
