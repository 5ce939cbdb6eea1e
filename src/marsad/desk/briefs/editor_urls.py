"""The addresses of the editor: Wagtail's own, each behind our door."""

from collections.abc import Iterable
from typing import Any

from django.urls import URLResolver
from wagtail.admin import urls as wagtail_urls

from marsad.desk.briefs.editor import guarded


def _behind_the_door(patterns: Iterable[Any], space: str = "") -> None:
    """Wrap every view below with the door, outside whatever Wagtail wrapped it with."""
    for one in patterns:
        if isinstance(one, URLResolver):
            inner = f"{space}{one.namespace}:" if one.namespace else space
            _behind_the_door(one.url_patterns, inner)
        else:
            one.callback = guarded(one.callback, f"{space}{one.name or ''}")


urlpatterns: list[Any] = list(wagtail_urls.urlpatterns)
_behind_the_door(urlpatterns)
