"""Posts of a channel or a public group, as Telegram Desktop exports it (result.json).

Private correspondence is refused whole, before one message of it is read: personal chats,
private groups and channels, saved messages, and the export of a whole account.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

import ijson

from marsad.collecting.posts import values
from marsad.collecting.posts.layouts import opened, parts, without_mark
from marsad.collecting.posts.public import (
    Concern,
    Fault,
    MediaKind,
    NotTaken,
    PostMedia,
    PublicPost,
    Reach,
)
from marsad.collecting.posts.taking import taken

_PUBLIC: Final = frozenset(("public_channel", "public_supergroup", "public_group"))
_WHOLE_ACCOUNT: Final = frozenset(("chats", "left_chats", "personal_information"))
_PUBLIC_ONLY: Final = "export one public channel or public group"
# What an export writes where a file was left out.
_LEFT_OUT: Final = "("
_FILMS: Final = frozenset(("video_file", "animation", "video_message"))


def read(path: Path) -> Iterator[PublicPost | Fault]:
    """The messages of one public channel or group; its service messages are told apart."""
    with opened(path) as file:
        try:
            chat = _chat(without_mark(file))
        except NotTaken as problem:
            yield problem.at()
            return
        file.seek(0)
        messages = parts(file, "messages.item", "message")
        yield from taken(messages, "message", partial(_post, chat=chat))


def _chat(file: BinaryIO) -> values.Row:
    """The name, kind and id that stand before the messages; refused unless public."""
    chat: dict[str, object] = {}
    try:
        for prefix, event, value in ijson.parse(file, use_float=True):
            if prefix in _WHOLE_ACCOUNT:
                problem = "is the export of a whole account, private messages included"
                raise NotTaken(problem, _PUBLIC_ONLY, Concern.PRIVATE)
            if prefix == "messages":
                break
            if event in ("string", "number"):
                chat[prefix] = value
    except (ijson.JSONError, UnicodeDecodeError, OverflowError):
        raise NotTaken("is broken JSON", "export it again") from None
    if chat.get("type") not in _PUBLIC:
        problem = "is no public channel and no public group: private correspondence"
        raise NotTaken(f"{problem} is not taken in", _PUBLIC_ONLY, Concern.PRIVATE)
    values.required(values.number(chat), "id")
    return chat


def _post(value: object, *, chat: values.Row) -> PublicPost:
    row = values.a_row(value)
    if row.get("type") != "message":
        problem = "is a message of the service, not of a person"
        raise NotTaken(problem, "", Concern.NO_POST)
    room = values.number(chat)
    return PublicPost(
        platform="telegram",
        number=f"{room}/{values.required(values.number(row), 'id')}",
        account=values.number(row, "from_id") or f"channel{room}",
        account_name=values.words(row, "from") or values.words(chat, "name"),
        text=values.text(_words(row.get("text"))),
        at=_moment(row),
        address=f"https://t.me/c/{room}/{values.number(row)}",
        reply_to=_reply(row, room),
        reach=_reach(row),
        media=_media(row),
        tags=_tags(row.get("text")),
    )


def _words(value: object) -> str:
    """The words, told as one text or as a list of texts and marked pieces."""
    if isinstance(value, str):
        return value
    if not isinstance(value, list):
        return ""
    return "".join(map(_piece, value))


def _piece(value: object) -> str:
    if isinstance(value, str):
        return value
    if not isinstance(value, dict):
        return ""
    spoken = value.get("text")
    spoken = spoken if isinstance(spoken, str) else ""
    if value.get("type") == "text_link" and (to := values.address(value.get("href"))):
        return spoken if to in spoken else f"{spoken} ({to})"
    if value.get("type") == "mention_name":
        # A person without a handle is called by their full name: their number stands in.
        return f"@user{values.number(value, 'user_id')}"
    return spoken


def _moment(row: values.Row) -> datetime:
    seconds = values.number(row, "date_unixtime")
    if seconds.isdecimal():
        return values.since_1970(int(seconds), "date_unixtime")
    problem = 'has no "date_unixtime", and its "date" no time zone'
    raise NotTaken(problem, "export it with a newer Telegram Desktop")


def _reply(row: values.Row, room: str) -> str:
    found = values.number(row, "reply_to_message_id")
    return f"{room}/{found}" if found else ""


def _reach(row: values.Row) -> Reach:
    told = [values.count(one, "count") for one in values.rows_in(row, "reactions")]
    likes = sum(one for one in told if one is not None) if told else None
    return Reach(
        likes=likes,
        shares=values.count(row, "forwards"),
        views=values.count(row, "views"),
    )


def _media(row: values.Row) -> tuple[PostMedia, ...]:
    content_type = values.words(row, "mime_type", 100)
    found = []
    if photo := values.words(row, "photo"):
        found.append(PostMedia(MediaKind.PICTURE, path=_path(photo)))
    if file := values.words(row, "file"):
        is_film = values.words(row, "media_type") in _FILMS
        kind = MediaKind.FILM if is_film else values.media_kind(content_type)
        found.append(PostMedia(kind, path=_path(file), content_type=content_type))
    return tuple(found)


def _path(stated: str) -> str:
    return "" if stated.startswith(_LEFT_OUT) else stated


def _tags(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    found = (one for one in value if isinstance(one, dict))
    tags = (values.words(one, "text") for one in found if one.get("type") == "hashtag")
    return tuple(tag.lstrip("#") for tag in tags if tag)
