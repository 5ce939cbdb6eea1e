"""Rows to posts, one by one: what is wrong with one row does not stop the next."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from marsad.collecting.posts.public import Fault, NotTaken, PublicPost
from marsad.collecting.posts.values import a_row, whole_post

Taken = PublicPost | Fault
Numbered = tuple[int, object] | Fault


def taken(
    rows: Iterable[Numbered], unit: str, make: Callable[[object], PublicPost]
) -> Iterator[Taken]:
    """The post of each row, or its fault with the row's number."""
    for row in rows:
        if isinstance(row, Fault):
            yield row
        else:
            yield one(partial(make, row[1]), (unit, row[0]))


def one(make: Callable[[], PublicPost], *place: tuple[str, int]) -> Taken:
    """One post, or its fault at this place."""
    try:
        return whole_post(make())
    except NotTaken as problem:
        return problem.at(*place)


def taken_pages(
    rows: Iterable[Numbered],
    unit: str,
    page: Callable[[object], Iterable[Callable[[], PublicPost]]],
) -> Iterator[Taken]:
    """The posts of pages that hold several, each numbered within its page."""
    for row in rows:
        if isinstance(row, Fault):
            yield row
            continue
        try:
            makers = list(page(a_row(row[1])))
        except NotTaken as problem:
            yield problem.at((unit, row[0]))
            continue
        for at, make in enumerate(makers, 1):
            yield one(make, (unit, row[0]), ("post", at))
