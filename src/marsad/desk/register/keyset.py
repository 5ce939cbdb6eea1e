"""Pages of a long list that begin after a row instead of counting rows to skip."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Q, QuerySet

PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list, and the cursors of the pages around them."""

    rows: Sequence[Any]
    next: str = ""
    is_first: bool = True


def page_by_day(
    rows: QuerySet[Any], after: str, *, key: str = "pk", size: int = PAGE
) -> Page:
    """A page of rows by day and number, both descending, after a cursor."""
    ordered = rows.order_by("-day", f"-{key}")
    place = cursor_of(after)
    if place is not None:
        day, number = place
        # The first condition alone lets an index begin at the right day.
        ordered = ordered.filter(
            Q(day__lt=day) | Q(**{"day": day, f"{key}__lt": number}), day__lte=day
        )
    found = list(ordered[: size + 1])
    shown = found[:size]
    following = ""
    if len(found) > size:
        last = shown[-1]
        number = getattr(last, "pk" if key == "pk" else f"{key}_id")
        following = f"{last.day.isoformat()}.{number}"
    return Page(shown, following, is_first=place is None)


def cursor_of(after: str) -> tuple[date, int] | None:
    """The day and number in a cursor; None for none, or one that is not ours."""
    day, _, number = after.partition(".")
    try:
        return date.fromisoformat(day), int(number)
    except ValueError:
        return None
