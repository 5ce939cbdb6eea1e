"""Posts of Mastodon: statuses as its API answers, and the outbox of an archive.

Only what its author let everybody read (public, unlisted) is taken; what went to followers
or to named people is refused, row by row.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from marsad.collecting.posts import activities, values
from marsad.collecting.posts.fragments import words_of
from marsad.collecting.posts.layouts import is_in_lines, lines, opened, parts
from marsad.collecting.posts.public import (
    Concern,
    Fault,
    MediaKind,
    NotTaken,
    PostMedia,
    PublicPost,
    Reach,
)
from marsad.collecting.posts.taking import Numbered, taken

_KINDS: Final = {
    "image": MediaKind.PICTURE,
    "video": MediaKind.FILM,
    "gifv": MediaKind.FILM,
}
_OUTBOX: Final = re.compile(rb'"orderedItems"\s*:')
_HEAD: Final = 65536


def read(path: Path) -> Iterator[PublicPost | Fault]:
    """The public statuses of an answer, or the public activities of an outbox."""
    yield from taken(_rows(path), "row", read_row)


def _rows(path: Path) -> Iterator[Numbered]:
    with opened(path) as file:
        head = file.read(_HEAD)
        file.seek(0)
        if _OUTBOX.search(head):
            yield from parts(file, "orderedItems.item", "row")
        elif is_in_lines(path, file):
            yield from lines(file)
        else:
            is_list = head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[")
            prefix = "item" if is_list else _within(head)
            yield from parts(file, prefix, "row")


def _within(head: bytes) -> str:
    # A search answers with its statuses in a list beside accounts and tags.
    return "statuses.item" if b'"statuses"' in head else ""


def read_row(value: object) -> PublicPost:
    """The post of one status or one activity; only of what everybody may read."""
    row = values.a_row(value)
    if "visibility" in row or "account" in row:
        return _status(row)
    return activities.read_activity(row)


def _status(row: values.Row) -> PublicPost:
    _refuse_private(row)
    shared = values.inner(row, "reblog")
    if shared:
        _refuse_private(shared)
    spoken = shared or row
    account, host = _account(values.inner(row, "account"))
    return PublicPost(
        platform="mastodon",
        number=_number(row),
        account=account,
        account_name=values.words(values.inner(row, "account"), "display_name"),
        text=_words(spoken),
        at=values.moment(row.get("created_at"), "created_at"),
        address=values.address(row.get("url")) or values.address(row.get("uri")),
        language=values.words(spoken, "language", 40),
        reply_to=_replied(row, host),
        shared_from=_number(shared) if shared else "",
        reach=Reach(
            likes=values.count(spoken, "favourites_count"),
            shares=values.count(spoken, "reblogs_count"),
            replies=values.count(spoken, "replies_count"),
        ),
        media=tuple(
            _medium(one) for one in values.rows_in(spoken, "media_attachments")
        ),
        tags=tuple(values.words(one, "name") for one in values.rows_in(spoken, "tags")),
    )


def _refuse_private(row: values.Row) -> None:
    if row.get("visibility") not in ("public", "unlisted"):
        problem = "was not written for everybody (neither public nor unlisted)"
        raise NotTaken(problem, "", Concern.PRIVATE)


def _account(row: values.Row) -> tuple[str, str]:
    """The account with its host, as others call it, and the host alone."""
    name = values.required(values.words(row, "acct"), "account")
    host = urlsplit(values.address(row.get("url"))).netloc.lower()
    if "@" in name:
        return name, name.rpartition("@")[2]
    return (f"{name}@{host}" if host else name), host


def _number(row: values.Row) -> str:
    """Host and number: other servers give one status other numbers of their own."""
    origin = values.address(row.get("uri")) or values.address(row.get("url"))
    return activities.number_of(origin) or values.required(values.number(row), "id")


def _replied(row: values.Row, host: str) -> str:
    found = values.number(row, "in_reply_to_id")
    return f"{host}/{found}" if found and host else found


def _words(row: values.Row) -> str:
    warning = values.words(row, "spoiler_text", values.LONGEST_TEXT)
    said = words_of(values.words(row, "content", values.LONGEST_TEXT * 4))
    return values.text(f"{warning}\n{said}")


def _medium(row: values.Row) -> PostMedia:
    found = values.address(row.get("remote_url")) or values.address(row.get("url"))
    kind = _KINDS.get(values.words(row, "type"), MediaKind.OTHER)
    return PostMedia(kind, address=found)
