"""How the website writes words, figures and addresses; every stray direction is isolated."""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from typing import Any, Final
from urllib.parse import urlencode

from django import template
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

from marsad.composing.isolating import isolate
from marsad.composing.pieces import Pieces, plain
from marsad.desk.briefs.models import BriefKind, Topic
from marsad.desk.register.models import Kind
from marsad.desk.transparency.templatetags.piecewise import pieces
from marsad.desk.website import pages
from marsad.desk.website.holdings import Shown

register = template.Library()
register.filter(pieces)

# What would end a script element or begin a comment in it.
_IN_SCRIPT: Final = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.filter
def isolated(text: str, language: str) -> SafeString:
    """Plain words with all isolated that would jump to the wrong end."""
    return pieces(isolate(text, language))


@register.filter
def in_plain(written: Pieces) -> str:
    """Pieces as text alone, for attributes."""
    return plain(written)


@register.simple_tag
def address(name: str, *args: object) -> str:
    """The path of a page of the website."""
    return pages.address(name, *args)


@register.simple_tag
def absolute(name: str, *args: object) -> str:
    """The whole address of a page of the website."""
    return pages.absolute(name, *args)


@register.filter
def topic(key: str) -> str:
    """What a topic is called."""
    return str(Topic(key).label) if key in Topic.values else key


@register.filter
def brief_kind(key: str) -> str:
    """What a kind of brief is called."""
    return str(BriefKind(key).label) if key in BriefKind.values else key


@register.filter
def entry_kind(key: str) -> str:
    """What a kind of entry is called."""
    return str(Kind(key).label) if key in Kind.values else key


@register.filter
def of_key(mapping: Mapping[str, Any] | None, key: str) -> Any:
    """What stands under a key; nothing where nothing does."""
    return (mapping or {}).get(key, "")


@register.filter
def of_release(language: str, shown: Shown) -> str:
    """The language in which a release is shown to readers of a language."""
    return shown.best(language)


@register.filter
def title_in(language: str, shown: Shown) -> str:
    """The title of a release in a language."""
    return shown.title(language)


@register.filter
def summary_in(language: str, shown: Shown) -> str:
    """The summary of a release in a language."""
    return shown.summary(language)


@register.simple_tag
def filtered(**chosen: str) -> str:
    """What was chosen, as the beginning of a question for another page of a list."""
    said = {name: value for name, value in chosen.items() if value}
    return f"{urlencode(said)}&" if said else ""


@register.filter
def linked(value: Mapping[str, Any]) -> SafeString:
    """A description for machines, that cannot leave its place in the page."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(written.translate(_IN_SCRIPT))  # noqa: S308 (three signs escaped)


@register.simple_tag
def asset(path: str) -> str:
    """The address of a file of ours, which changes with its content."""
    return f"{static(path)}?{_hash(path)}"


@cache
def _hash(path: str) -> str:
    found = finders.find(path)
    if not isinstance(found, str):
        raise FileNotFoundError(path)
    with open(found, "rb") as file:  # noqa: PTH123 (a path of Django's)
        return hashlib.file_digest(file, "sha256").hexdigest()[:10]
