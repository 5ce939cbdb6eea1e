"""The post in the cells of one row of a table."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Final
from zoneinfo import ZoneInfo

from marsad.collecting.posts import values
from marsad.collecting.posts.columns import Columns
from marsad.collecting.posts.public import (
    MediaKind,
    NotTaken,
    PostMedia,
    PublicPost,
    Reach,
)

_LAST_NUMBER: Final = re.compile(r"/(\d+)/?(?:[?#]|$)")
_SEPARATED: Final = re.compile(r"[\s,;|]+")
_COUNT: Final = re.compile(r"\d{1,3}(?:[,.\u066c\u00a0\u202f ]\d{3})+|\d+(?:\.0+)?")
_X_TIME: Final = "%a %b %d %H:%M:%S %z %Y"
# Seconds since 1970 have ten digits until the year 2286, thousandths thirteen.
_THOUSANDTHS: Final = 13
_FILM_ENDINGS: Final = (".mp4", ".webm", ".mov", ".m3u8")


def read_cells(cells: Sequence[str], columns: Columns) -> PublicPost:
    """The post of one row, by the places of its columns."""

    def cell(name: str) -> str:
        at = columns.places.get(name)
        return cells[at].strip() if at is not None and at < len(cells) else ""

    address = values.address(cell("address"))
    platform = values.platform(cell("platform") or columns.platform)
    return PublicPost(
        platform=platform,
        number=_short(cell("id"), "id") or _number(address),
        account=values.required(
            _short(cell("account"), "account").lstrip("@"), "account"
        ),
        account_name=_short(cell("account_name"), "account_name"),
        text=values.text(cell("text")),
        at=_moment(cell("at"), columns),
        address=address,
        language=_short(cell("language"), "language"),
        reply_to=_short(cell("reply_to"), "reply_to"),
        shared_from=_short(cell("shared_from"), "shared_from"),
        reach=Reach(
            *(_count(cell(x)) for x in ("likes", "shares", "replies", "views"))
        ),
        media=tuple(_media(cell("media"))),
        tags=tuple(tag.lstrip("#") for tag in _SEPARATED.split(cell("tags")) if tag),
    )


def _short(cell: str, name: str) -> str:
    return values.whole(cell, name)


def _number(address: str) -> str:
    found = _LAST_NUMBER.search(address)
    return values.required(found[1] if found else "", "id")


def _count(cell: str) -> int | None:
    if not _COUNT.fullmatch(cell):
        return None
    whole = cell[: cell.index(".0")] if re.fullmatch(r"\d+\.0+", cell) else cell
    digits = "".join(letter for letter in whole if letter.isdecimal())
    return int(digits) if len(digits) < 18 else None


def _media(cell: str) -> list[PostMedia]:
    found = (values.address(one) for one in _SEPARATED.split(cell) if one)
    return [PostMedia(_kind(address), address) for address in found if address]


def _kind(address: str) -> MediaKind:
    path = address.partition("?")[0].lower()
    return MediaKind.FILM if path.endswith(_FILM_ENDINGS) else MediaKind.PICTURE


def _moment(cell: str, columns: Columns) -> datetime:
    values.required(cell, "at")
    if cell.isdecimal():
        parts = 1000 if len(cell) >= _THOUSANDTHS else 1
        return values.since_1970(int(cell) / parts)
    stated = _parsed(cell, columns.time)
    if stated.tzinfo is None and columns.zone:
        stated = stated.replace(tzinfo=ZoneInfo(columns.zone))
    if stated.tzinfo is None:
        way_out = 'name the zone in the mapping, as "zone": "Asia/Baghdad"'
        raise NotTaken('has an "at" without a time zone', way_out)
    return values.in_utc(stated)


def _parsed(cell: str, form: str) -> datetime:
    if form:
        return _tried(lambda: datetime.strptime(cell, form))  # noqa: DTZ007 (zone below)
    try:
        return datetime.fromisoformat(cell.removesuffix(" UTC").strip() + _utc(cell))
    except ValueError:
        pass
    try:
        return datetime.strptime(cell, _X_TIME)  # noqa: DTZ007 (its form has a zone)
    except ValueError:
        return _tried(lambda: parsedate_to_datetime(cell))


def _utc(cell: str) -> str:
    return "+00:00" if cell.endswith(" UTC") else ""


def _tried(parse: Callable[[], datetime]) -> datetime:
    try:
        return parse()
    except (ValueError, TypeError, IndexError, OverflowError):
        way_out = 'name its form in the mapping, as "time": "%d/%m/%Y %H:%M"'
        raise NotTaken('has an "at" that is no time', way_out) from None
