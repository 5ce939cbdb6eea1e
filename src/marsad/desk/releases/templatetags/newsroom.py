"""What briefs, their readers and their languages are called in a page."""

from collections.abc import Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django import template
from django.conf import settings
from django.utils import formats
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from marsad.desk.briefs.models import AUDIENCES, BriefKind
from marsad.desk.releases.since import Change

register = template.Library()

_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

_CHANGES = {
    Change.RETRACTED: _("was retracted"),
    Change.MERGED: _("was merged into another"),
    Change.CORRECTED: _("was corrected"),
    Change.MARKED: _("is marked more strictly"),
    Change.CONTRADICTED: _("is contradicted by another entry"),
    Change.EXPIRED: _("is past its expiry"),
    Change.NEWER: _("has a newer value after it"),
}


@register.filter
def audience_words(audience: int) -> str:
    """Who an audience is."""
    return str(dict(AUDIENCES).get(int(audience), audience))


@register.filter
def kind_words(kind: str) -> str:
    """What sort of brief it is."""
    return str(dict(BriefKind.choices).get(kind, kind))


@register.filter
def change_words(change: Change) -> str:
    """What happened to an entry since."""
    return str(_CHANGES[change])


@register.filter
def language_words(language: str) -> str:
    """What a language calls itself."""
    return dict(settings.LANGUAGES).get(language, language)


@register.filter
def of(mapping: Mapping[str, object], key: str) -> object:
    """What a mapping holds under a name that only the page knows; else nothing."""
    return mapping.get(key, "")


@register.simple_tag(takes_context=True)
def moment_in(
    context: template.Context, value: datetime, zone: str
) -> str | SafeString:
    """A moment in a zone, and in UTC where that is another hour."""
    person = getattr(context.get("request"), "user", None)
    numerals = getattr(person, "numerals", "latin")
    written = _written(value.astimezone(ZoneInfo(zone)), numerals)
    here = format_html(
        '<time datetime="{}"><bdi>{}</bdi></time> <bdi>{}</bdi>',
        value.isoformat(), written, zone,
    )  # fmt: skip
    if zone == "UTC":
        return here
    universal = _written(value.astimezone(UTC), numerals)
    return format_html("{} (<bdi>{}</bdi> <bdi>UTC</bdi>)", here, universal)


def _written(value: datetime, numerals: str) -> str:
    # Bare of its zone, or Django would write it in the zone of the page.
    written = formats.date_format(value.replace(tzinfo=None), "DATETIME_FORMAT")
    return written.translate(_ARABIC_DIGITS) if numerals == "arabic" else written
