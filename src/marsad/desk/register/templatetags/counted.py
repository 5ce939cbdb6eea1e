"""How the value of an entry or a finding is written: bound, number and noun."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from marsad.desk.register.wording import Writer

register = template.Library()


@register.simple_tag(takes_context=True)
def counted(context: template.Context, row: Any) -> str | SafeString:
    """What a row counts: at least 74 members; a dash where it counts nothing."""
    if row.value is None:
        return "—"
    bound = row.bound or "exact"
    quantity = _writer(context).quantity(
        row.value, row.unit, high=row.high, bound=bound
    )
    return format_html('<span class="counted">{}</span>', quantity)


@register.simple_tag(takes_context=True)
def amount(
    context: template.Context, value: float | None, unit: str
) -> str | SafeString:
    """A sum or another amount with its currency or noun."""
    if value is None:
        return "—"
    quantity = _writer(context).quantity(value, unit or "")
    return format_html('<span class="counted">{}</span>', quantity)


def _writer(context: template.Context) -> Writer:
    person = getattr(context.get("request"), "user", None)
    return Writer({}, getattr(person, "numerals", "latin"))
