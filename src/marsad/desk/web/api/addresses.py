"""Every address under /api/v1/, and the door in front of each."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, wraps
from http import HTTPStatus
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from ninja import NinjaAPI, Router
from ninja.renderers import JSONRenderer

from marsad.desk.safeguards.needs import open_to_all
from marsad.desk.web.api import (
    audit,
    commitments,
    contradictions,
    documents,
    entities,
    entries,
    findings,
    finds,
    follow_the_money,
    indicators,
    meetings,
    memberships,
    sources,
    stories,
)
from marsad.desk.web.api.description import description
from marsad.desk.web.api.freshness import stamped
from marsad.desk.web.api.keys import AMinute, SessionKey, TokenKey
from marsad.desk.web.api.posts import bring_posts
from marsad.desk.web.api.problems import missing, not_allowed, speak
from marsad.desk.web.api.reference import openapi, reference

ROUTERS: Final[tuple[Router, ...]] = (
    documents.router,
    findings.router,
    stories.router,
    sources.router,
    entries.router,
    indicators.router,
    contradictions.router,
    commitments.router,
    meetings.router,
    memberships.router,
    entities.router,
    finds.router,
    follow_the_money.router,
    audit.router,
)


class _Letters(JSONRenderer):
    """JSON with its letters as they are: half the size for Arabic."""

    json_dumps_params: Mapping[str, Any] = {"ensure_ascii": False}


api: Final = NinjaAPI(
    title="Marsad",
    version="1",
    description="Everything that a person may see at the desk, as read-only JSON.",
    urls_namespace="api",
    openapi_url=None,
    docs_url=None,
    auth=[TokenKey(), SessionKey()],
    throttle=[AMinute()],
    renderer=_Letters(),
)
speak(api)
for one in ROUTERS:
    api.add_router("", one)


def door(view: Callable[..., Any], right: str) -> Callable[..., HttpResponse]:
    """A view that only reads: GET and HEAD, with a mark by which it is known again."""

    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return not_allowed()
        is_head, request.method = request.method == "HEAD", "GET"
        response = stamped(request, view(request, *args, **kwargs))
        if is_head:
            request.method = "HEAD"
            _without_body(response)
        return response

    opened.right = right  # type: ignore[attr-defined]
    opened.csrf_exempt = True  # type: ignore[attr-defined]
    return opened


def _without_body(response: Any) -> None:
    if response.streaming or response.status_code == HTTPStatus.NOT_MODIFIED:
        return
    response["Content-Length"] = len(response.content)
    response.content = b""


@cache
def rights() -> dict[str, str]:
    """The right that each address needs, by the name of its view."""
    return {
        operation.view_func.__name__: operation.view_func.right  # type: ignore[attr-defined]
        for router in ROUTERS
        for view in router.path_operations.values()
        for operation in view.operations
    }


def _doors() -> Iterator[URLPattern]:
    for pattern in api.urls[0]:
        # The last one is ninja's own beginning page, which says nothing.
        if isinstance(pattern, URLPattern) and pattern.name in rights():
            yield URLPattern(
                pattern.pattern,
                door(pattern.callback, rights()[pattern.name]),
                name=pattern.name,
            )


@open_to_all
def nothing_here(request: HttpRequest, rest: str) -> HttpResponse:
    """Say to a program, as a program understands it, that there is no such address."""
    return missing()


app_name = "api"
urlpatterns = [
    path("", reference(description(api)), name="reference"),
    path("openapi.json", openapi(description(api)), name="openapi"),
    path("posts/<slug:code>", bring_posts, name="bring_posts"),
    *_doors(),
    path("<path:rest>", nothing_here, name="nothing"),
]
