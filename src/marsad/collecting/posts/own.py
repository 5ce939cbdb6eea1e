"""Posts in Marsad's own form: one JSON object a line, as docs/posts.md describes it."""

from collections.abc import Iterator
from pathlib import Path

from marsad.collecting.posts import values
from marsad.collecting.posts.layouts import is_in_lines, lines, opened, parts
from marsad.collecting.posts.public import (
    Fault,
    MediaKind,
    NotTaken,
    PostMedia,
    PublicPost,
    Reach,
)
from marsad.collecting.posts.taking import taken


def read(path: Path) -> Iterator[PublicPost | Fault]:
    """The posts of a JSONL file in our own form."""
    with opened(path) as file:
        if is_in_lines(path, file):
            yield from taken(lines(file), "line", read_row)
        else:
            yield from taken(parts(file, "item", "row"), "row", read_row)


def read_row(value: object) -> PublicPost:
    """The post of one JSON object in our own form."""
    row = values.a_row(value)
    return PublicPost(
        platform=values.platform(values.words(row, "platform")),
        number=values.required(values.number(row), "id"),
        account=values.required(values.number(row, "account"), "account"),
        text=values.text(values.words(row, "text", values.LONGEST_TEXT)),
        at=values.moment(row.get("at")),
        handle=values.words(row, "handle").lstrip("@"),
        account_name=values.words(row, "account_name"),
        address=values.address(row.get("address")),
        language=values.words(row, "language", 40),
        reply_to=values.number(row, "reply_to"),
        shared_from=values.number(row, "shared_from"),
        reach=_reach(values.inner(row, "reach")),
        media=tuple(_media(one) for one in values.rows_in(row, "media")),
        tags=_tags(row),
    )


def _reach(row: values.Row) -> Reach:
    likes, shares = values.count(row, "likes"), values.count(row, "shares")
    return Reach(
        likes, shares, values.count(row, "replies"), values.count(row, "views")
    )


def _media(row: values.Row) -> PostMedia:
    content_type = values.words(row, "content_type", 100)
    stated = values.words(row, "kind") or values.media_kind(content_type)
    try:
        kind = MediaKind(stated)
    except ValueError:
        way_out = 'write "picture", "film" or "other"'
        raise NotTaken('has media of an unknown "kind"', way_out) from None
    return PostMedia(
        kind=kind,
        address=values.address(row.get("address")),
        path=values.words(row, "path"),
        sha256=values.sha256(values.words(row, "sha256")),
        pdq=values.sha256(values.words(row, "pdq")),
        content_type=content_type,
    )


def _tags(row: values.Row) -> tuple[str, ...]:
    found = row.get("tags")
    if not isinstance(found, list):
        return ()
    tags = (values.whole(one, "tags") for one in found if isinstance(one, str))
    return tuple(tag for tag in (tag.strip().lstrip("#") for tag in tags) if tag)
