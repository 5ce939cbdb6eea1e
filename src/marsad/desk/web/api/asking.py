"""How an address of the interface declares itself: its right, its answer, its problems."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

from marsad.desk.safeguards.groups import RIGHTS
from marsad.desk.web.api.problems import Problem

View = TypeVar("View", bound=Callable[..., Any])

# Every address may answer with these, besides what it is for.
_ALWAYS: Final = (401, 403, 429)


def needs(right: str) -> Callable[[View], View]:
    """Say which right opens a view; its tokens need the scope of the same name."""
    if right not in RIGHTS:
        raise KeyError(f"{right} stands in no table of rights")

    def decorate(view: View) -> View:
        view.right = right  # type: ignore[attr-defined]
        # Where ninja looks for what else is to be said of an address.
        described = [lambda operation: _say(operation, right)]
        view._ninja_contribute_to_operation = described  # type: ignore[attr-defined]
        return view

    return decorate


def _say(operation: Any, right: str) -> None:
    operation.openapi_extra = {**(operation.openapi_extra or {}), "x-right": right}
    first, _, _ = (operation.view_func.__doc__ or "").partition("\n")
    operation.summary, operation.description = first, None


def one(shape: Any, *more: int) -> dict[int, Any]:
    """The answers of an address that names one thing, which may not be there."""
    return {200: shape, **dict.fromkeys((404, *more, *_ALWAYS), Problem)}


def many(shape: Any, *more: int) -> dict[int, Any]:
    """The answers of a list, whose questions may be wrong."""
    return {200: shape, **dict.fromkeys((400, *more, *_ALWAYS), Problem)}
