"""Posts of Bluesky: answers of its API (feeds, searches, posts), and events of Jetstream."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from marsad.collecting.posts import records, values
from marsad.collecting.posts.layouts import is_in_lines, lines, opened, parts
from marsad.collecting.posts.public import (
    Concern,
    Fault,
    NotTaken,
    PublicPost,
    Reach,
)
from marsad.collecting.posts.taking import Numbered, taken_pages

_POST: Final = "app.bsky.feed.post"
# A label by which people ask not to be shown to who is not signed in.
_SIGNED_IN_ONLY: Final = "!no-unauthenticated"


def read(path: Path) -> Iterator[PublicPost | Fault]:
    """The posts of one answer, of a list of answers, or of events one a line."""
    with opened(path) as file:
        in_lines = is_in_lines(path, file)
        rows = lines(file) if in_lines else _answers(path)
        yield from taken_pages(rows, "line" if in_lines else "page", _page)


def _answers(path: Path) -> Iterator[Numbered]:
    with opened(path) as file:
        first = file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
        file.seek(0)
        yield from parts(file, "item" if first == b"[" else "", "page")


def _page(answer: object) -> Iterable[Callable[[], PublicPost]]:
    row = values.a_row(answer)
    if "commit" in row or "time_us" in row:
        return [partial(_event, row)]
    if "feed" in row:
        views = [values.inner(one, "post") for one in values.rows_in(row, "feed")]
    elif "posts" in row:
        views = values.rows_in(row, "posts")
    else:
        # One post alone, or one line of a feed.
        views = [values.inner(row, "post") or row]
    if not views:
        raise NotTaken("holds no posts", "", Concern.NO_POST)
    return [partial(_view, one) for one in views]


def _view(row: values.Row) -> PublicPost:
    author, record = values.inner(row, "author"), values.inner(row, "record")
    for label in values.rows_in(author, "labels"):
        if label.get("val") == _SIGNED_IN_ONLY:
            problem = "is of an account that asks to be shown only to who is signed in"
            raise NotTaken(problem, "", Concern.PRIVATE)
    handle = values.words(author, "handle")
    return _post(
        record,
        account=values.required(values.words(author, "did"), "author"),
        handle=handle,
        name=values.words(author, "displayName"),
        uri=values.required(values.words(row, "uri"), "uri"),
        cid=values.words(row, "cid"),
        reach=_reach(row),
    )


def _event(row: values.Row) -> PublicPost:
    commit = values.inner(row, "commit")
    if commit.get("collection") != _POST or commit.get("operation") != "create":
        raise NotTaken("is an event that creates no post", "", Concern.NO_POST)
    account = values.required(values.words(row, "did"), "did")
    key = values.required(values.words(commit, "rkey"), "rkey")
    return _post(
        values.inner(commit, "record"),
        account=account,
        uri=f"at://{account}/{_POST}/{key}",
        cid=values.words(commit, "cid"),
    )


def _post(  # noqa: PLR0913 (what stands beside a record, in both forms)
    record: values.Row,
    *,
    account: str,
    uri: str,
    cid: str,
    handle: str = "",
    name: str = "",
    reach: Reach | None = None,
) -> PublicPost:
    languages = record.get("langs")
    stated = languages[0] if isinstance(languages, list) and languages else ""
    parent = values.inner(values.inner(record, "reply"), "parent")
    return PublicPost(
        platform="bluesky",
        number=_number(cid, uri),
        account=account,
        handle=handle,
        account_name=name,
        text=values.text(records.words_of(record)),
        at=values.moment(record.get("createdAt"), "createdAt"),
        address=_address(uri, handle),
        language=stated if isinstance(stated, str) else "",
        reply_to=_number(values.words(parent, "cid"), values.words(parent, "uri")),
        shared_from=_quoted(record),
        reach=reach or Reach(),
        media=records.media_of(record),
        tags=records.tags_of(record),
    )


def _number(cid: str, uri: str) -> str:
    """The hash of the record: the platform's own address of it would name the account."""
    return cid or (hashlib.sha256(uri.encode()).hexdigest()[:32] if uri else "")


def _address(uri: str, handle: str) -> str:
    account, _, rest = uri.removeprefix("at://").partition("/")
    key = rest.rpartition("/")[2]
    # A handle that is no longer proved is shown as this by the platform.
    named = account if handle in ("", "handle.invalid") else handle
    return f"https://bsky.app/profile/{named}/post/{key}"


def _quoted(record: values.Row) -> str:
    embed = values.inner(record, "embed")
    quoted = values.inner(embed, "record")
    quoted = values.inner(quoted, "record") or quoted
    is_post = f"/{_POST}/" in values.words(quoted, "uri", 4000)
    return values.words(quoted, "cid") if is_post else ""


def _reach(row: values.Row) -> Reach:
    shares, quotes = values.count(row, "repostCount"), values.count(row, "quoteCount")
    told = [one for one in (shares, quotes) if one is not None]
    return Reach(
        likes=values.count(row, "likeCount"),
        shares=sum(told) if told else None,
        replies=values.count(row, "replyCount"),
    )
