"""Lists page by page: each page ends with the address of the next, none is counted."""

import base64
import binascii
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from ninja import Field, Schema

from marsad.desk.web.api.problems import Wrong

MOST: Final = 200
Row = TypeVar("Row")


class Asked(Schema):
    """What every list may be asked."""

    cursor: str | None = Field(
        None, description="Where the page begins: taken from the page before."
    )
    limit: int = Field(
        50, ge=1, le=MOST, description="How many rows a page has at most."
    )
    count: bool = Field(
        default=False,
        description="Whether to count all rows too, where that is quick; else refused.",
    )


class Page(Schema, Generic[Row]):
    """One page of a list."""

    rows: list[Row] = Field(description="The rows of this page, in order.")
    next: str | None = Field(
        description="The address of the next page; null on the last one.",
        examples=["https://desk.example/api/v1/documents?cursor=WyIyMDE4Il0"],
    )
    count: int | None = Field(
        description="How many rows there are in all, if that was asked.",
        examples=[128],
    )


def page_of(
    request: HttpRequest,
    rows: QuerySet[Any],
    asked: Asked,
    shape: Callable[[Any], Any],
    *,
    by: Sequence[str] = ("day", "id"),
    is_countable: bool = False,
) -> dict[str, Any]:
    """A page of rows, the greatest first by these fields; the last is the row's own key."""
    page = page_of_several(request, [rows], asked, shape, by=by)
    return page | {"count": _count(rows, asked, is_countable=is_countable)}


def page_of_several(
    request: HttpRequest,
    lists: Iterable[QuerySet[Any]],
    asked: Asked,
    shape: Callable[[Any], Any],
    *,
    by: Sequence[str] = ("day", "id"),
) -> dict[str, Any]:
    """A page of lists that have no row in common, each of which an index gives in order."""
    order = [f"-{name}" for name in by]
    found: list[Any] = []
    for rows in lists:
        if asked.cursor:
            rows = _after(rows, by, read(asked.cursor, len(by)))
        found += rows.order_by(*order)[: asked.limit + 1]
    found.sort(key=lambda row: [getattr(row, name) for name in by], reverse=True)
    here, then = found[: asked.limit], None
    if len(found) > asked.limit:
        then = following(request, [_at(here[-1], name) for name in by])
    return {"rows": [shape(one) for one in here], "next": then, "count": None}


def written(place: Sequence[Any]) -> str:
    """A place in a list as one word that programs need not understand."""
    plain = json.dumps([str(one) for one in place], separators=(",", ":"))
    return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def read(cursor: str, length: int) -> list[str]:
    """The place that a cursor names; a cursor that we never wrote is refused."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        place = json.loads(base64.urlsafe_b64decode(padded.encode("ascii")))
    except (binascii.Error, ValueError) as error:
        raise _foreign() from error
    is_ours = isinstance(place, list) and len(place) == length
    if not is_ours or not all(isinstance(one, str) for one in place):
        raise _foreign()
    return [str(one) for one in place]


def _after(
    rows: QuerySet[Any], by: Sequence[str], place: Sequence[str]
) -> QuerySet[Any]:
    try:
        values = [
            rows.model._meta.get_field(name).to_python(one)
            for name, one in zip(by, place, strict=True)
        ]
        if len(by) == 1:
            return rows.filter(**{f"{by[0]}__lt": values[0]})
        # Two conditions, so that the index is entered at the day and not read through.
        rows = rows.filter(**{f"{by[0]}__lte": values[0]})
        return rows.exclude(Q(**{by[0]: values[0]}) & Q(**{f"{by[1]}__gte": values[1]}))
    except (ValidationError, OverflowError) as error:
        raise _foreign() from error


def _at(row: Any, name: str) -> Any:
    value = getattr(row, name)
    return value.isoformat() if hasattr(value, "isoformat") else value


def _count(rows: QuerySet[Any], asked: Asked, *, is_countable: bool) -> int | None:
    if not asked.count:
        return None
    if not is_countable:
        detail = (
            "This list is not counted as a whole: ask with a filter, or without count."
        )
        raise Wrong(400, "not-counted", "Not counted", detail)
    return rows.count()


def following(request: HttpRequest, place: Sequence[Any]) -> str:
    """The address of the page that begins behind a place."""
    asked = request.GET.copy()
    asked["cursor"] = written(place)
    return request.build_absolute_uri(f"{request.path}?{asked.urlencode()}")


def _foreign() -> Wrong:
    detail = "The cursor is not one of ours: take it from the page before, unchanged."
    return Wrong(400, "bad-cursor", "The cursor is wrong", detail)
