"""Activities of ActivityPub, as an archive of Mastodon keeps them in its outbox."""

import hashlib
from typing import Final
from urllib.parse import urlsplit

from marsad.collecting.posts import values
from marsad.collecting.posts.fragments import words_of
from marsad.collecting.posts.public import Concern, NotTaken, PostMedia, PublicPost

_EVERYBODY: Final = frozenset(
    ("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public")
)
_SPOKEN: Final = frozenset(("Note", "Question", "Article", "Page"))


def read_activity(row: values.Row) -> PublicPost:
    """The post of a Create, or the sharing of an Announce; only if it is public."""
    kind = row.get("type")
    if kind not in ("Create", "Announce"):
        problem = "neither creates nor shares a post"
        raise NotTaken(problem, "", Concern.NO_POST)
    shares = kind == "Announce"
    spoken = row if shares else values.inner(row, "object")
    if not shares and spoken.get("type") not in _SPOKEN:
        raise NotTaken("creates something that is no post", "", Concern.NO_POST)
    _refuse_private(spoken)
    return _shared(row) if shares else _created(row, spoken)


def _refuse_private(row: values.Row) -> None:
    reached = {*_named(row.get("to")), *_named(row.get("cc"))}
    if not reached & _EVERYBODY:
        problem = "was not written for everybody (neither public nor unlisted)"
        raise NotTaken(problem, "", Concern.PRIVATE)


def _named(value: object) -> list[str]:
    found = value if isinstance(value, list) else [value]
    return [one for one in found if isinstance(one, str)]


def _created(row: values.Row, note: values.Row) -> PublicPost:
    origin = values.required(values.address(note.get("id")), "id")
    return PublicPost(
        platform="mastodon",
        number=number_of(origin),
        account=_account(note.get("attributedTo") or row.get("actor")),
        text=_words(note),
        at=values.moment(note.get("published"), "published"),
        address=values.address(note.get("url")) or origin,
        language=next(iter(values.inner(note, "contentMap")), ""),
        reply_to=number_of(values.address(note.get("inReplyTo"))),
        media=tuple(_medium(one) for one in values.rows_in(note, "attachment")),
        tags=_tags(note),
    )


def _shared(row: values.Row) -> PublicPost:
    origin = values.required(values.address(row.get("id")), "id")
    target = row.get("object")
    target = target.get("id") if isinstance(target, dict) else target
    return PublicPost(
        platform="mastodon",
        number=number_of(origin.removesuffix("/activity")),
        account=_account(row.get("actor")),
        text="",
        at=values.moment(row.get("published"), "published"),
        address=origin,
        shared_from=number_of(values.required(values.address(target), "object")),
    )


def number_of(origin: str) -> str:
    """Host and last step of a post's address: no account's name stands in it."""
    if not origin:
        return ""
    at = urlsplit(origin)
    last = at.path.rstrip("/").rpartition("/")[2]
    # Servers that number their posts otherwise have them told apart by a hash.
    if not last.isdecimal():
        last = hashlib.sha256(origin.encode()).hexdigest()[:32]
    return f"{at.netloc.lower()}/{last}"


def _account(value: object) -> str:
    actor = values.required(values.address(value), "actor")
    at = urlsplit(actor)
    last = at.path.rstrip("/").rpartition("/")[2].lstrip("@")
    return f"{last}@{at.netloc.lower()}" if last else actor


def _words(note: values.Row) -> str:
    warning = values.words(note, "summary", values.LONGEST_TEXT)
    said = words_of(values.words(note, "content", values.LONGEST_TEXT * 4))
    return values.text(f"{warning}\n{said}")


def _medium(row: values.Row) -> PostMedia:
    stated = values.words(row, "url", 4000)
    content_type = values.words(row, "mediaType", 100)
    return PostMedia(
        values.media_kind(content_type),
        address=values.address(stated),
        # An archive names its own files by places from its root.
        path="" if "://" in stated else stated.lstrip("/"),
        content_type=content_type,
    )


def _tags(note: values.Row) -> tuple[str, ...]:
    found = (one for one in values.rows_in(note, "tag") if one.get("type") == "Hashtag")
    return tuple(values.words(one, "name").lstrip("#") for one in found)
