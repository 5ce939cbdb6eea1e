"""Posts of X as the second version of its API answers: posts, and beside them what they need.

An answer holds ``data`` (one post or a list), ``includes`` (accounts, media and posts that
these name) and ``meta``. A file holds one answer, a list of them, or one a line.
"""

import html
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from marsad.collecting.posts import values
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
from marsad.collecting.posts.taking import Numbered, taken_pages

_FIELDS: Final = "ask for it with tweet.fields=author_id,created_at,public_metrics"
_KINDS: Final = {
    "photo": MediaKind.PICTURE,
    "video": MediaKind.FILM,
    "animated_gif": MediaKind.FILM,
}
Included = Mapping[str, Mapping[str, values.Row]]


def read(path: Path) -> Iterator[PublicPost | Fault]:
    """The posts of one answer of the API, of a list of answers, or of one a line."""
    with opened(path) as file:
        if is_in_lines(path, file):
            yield from taken_pages(lines(file), "line", _page)
        else:
            yield from taken_pages(_pages(path), "page", _page)


def _pages(path: Path) -> Iterator[Numbered]:
    # One answer is a document of its own, several stand in a list.
    with opened(path) as file:
        first = file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
        file.seek(0)
        yield from parts(file, "item" if first == b"[" else "", "page")


def _page(answer: object) -> Iterable[Callable[[], PublicPost]]:
    row = values.a_row(answer)
    included = _included(values.inner(row, "includes"))
    data = row.get("data")
    if data is None:
        # A page without results says so in its meta alone, or tells what was refused.
        problem = "holds no posts"
        raise NotTaken(problem, "", Concern.NO_POST)
    posts = data if isinstance(data, list) else [data]
    return [partial(_post, one, included) for one in posts]


def _included(row: values.Row) -> Included:
    keys = {"users": "id", "media": "media_key", "tweets": "id"}
    return {
        name: {str(one.get(key)): one for one in values.rows_in(row, name)}
        for name, key in keys.items()
    }


def _post(value: object, included: Included) -> PublicPost:
    row = values.a_row(value)
    number = values.required(values.number(row), "id")
    author = values.required(values.number(row, "author_id"), "author_id", _FIELDS)
    user = included["users"].get(author, {})
    if user.get("protected") is True:
        problem = "is of an account that lets only its followers read"
        raise NotTaken(problem, "", Concern.PRIVATE)
    handle = values.words(user, "username")
    shared = _referenced(row, "retweeted")
    # What is shared stands cut off behind "RT", and whole beside it.
    spoken = included["tweets"].get(shared, row) if shared else row
    return PublicPost(
        platform="x",
        number=number,
        account=author,
        handle=handle,
        account_name=values.words(user, "name"),
        text=_words(spoken),
        at=values.moment(row.get("created_at"), "created_at"),
        address=f"https://x.com/{handle or 'i'}/status/{number}",
        language=_language(row),
        reply_to=_referenced(row, "replied_to"),
        shared_from=shared,
        reach=_reach(values.inner(row, "public_metrics")),
        media=_media(spoken, included["media"]),
        tags=_tags(spoken),
    )


def _words(row: values.Row) -> str:
    """The words with whole addresses in place of the platform's short ones."""
    long = values.inner(row, "note_tweet")
    spoken = long if isinstance(long.get("text"), str) else row
    text = values.words(spoken, "text", values.LONGEST_TEXT)
    for link in values.rows_in(values.inner(spoken, "entities"), "urls"):
        short, whole = link.get("url"), _whole_address(link)
        if isinstance(short, str) and short and whole:
            text = text.replace(short, whole)
    return values.text(html.unescape(text))


def _whole_address(link: values.Row) -> str:
    found = values.address(link.get("unwound_url"))
    return found or values.address(link.get("expanded_url"))


def _referenced(row: values.Row, kind: str) -> str:
    for one in values.rows_in(row, "referenced_tweets"):
        if one.get("type") == kind:
            return values.number(one)
    return ""


def _language(row: values.Row) -> str:
    # Codes such as "qme" (media alone) or "zxx" say that no language was found.
    stated = values.words(row, "lang")
    return "" if stated in ("und", "zxx") or stated.startswith("q") else stated


def _reach(row: values.Row) -> Reach:
    shares = values.count(row, "retweet_count")
    quotes = values.count(row, "quote_count")
    told = [one for one in (shares, quotes) if one is not None]
    return Reach(
        likes=values.count(row, "like_count"),
        shares=sum(told) if told else None,
        replies=values.count(row, "reply_count"),
        views=values.count(row, "impression_count"),
    )


def _media(row: values.Row, known: Mapping[str, values.Row]) -> tuple[PostMedia, ...]:
    keys = values.inner(row, "attachments").get("media_keys")
    if not isinstance(keys, list):
        return ()
    return tuple(_medium(known[key]) for key in map(str, keys) if key in known)


def _medium(row: values.Row) -> PostMedia:
    kind = _KINDS.get(values.words(row, "type"), MediaKind.OTHER)
    best = max(
        values.rows_in(row, "variants"),
        key=lambda one: values.count(one, "bit_rate") or -1,
        default=row,
    )
    found = values.address(best.get("url")) or values.address(row.get("url"))
    return PostMedia(
        kind=kind,
        address=found or values.address(row.get("preview_image_url")),
        content_type=values.words(best, "content_type"),
    )


def _tags(row: values.Row) -> tuple[str, ...]:
    found = values.rows_in(values.inner(row, "entities"), "hashtags")
    return tuple(tag for tag in (values.words(one, "tag") for one in found) if tag)
