"""Which column of a table holds what: told by a mapping, or known by the head of it."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from marsad.collecting.posts.public import NotTaken
from marsad.errors import Unreadable

# Heads of columns that exports of platforms and of tools for research write, without
# spaces and signs, in small letters.
_HEADS: Final[dict[str, str]] = {
    "platform": "platform source network site المنصة plateforme",
    "id": "id postid tweetid statusid messageid number المعرف رقمالمنشور identifiant",
    "account": "account accountid author authorid user userid username handle channel "
    "screenname channelid from fromid الحساب compte auteur",
    "account_name": "accountname authorname displayname channelname name fullname "
    "اسمالحساب nomducompte",
    "text": "text content message body fulltext post tweet caption النص المحتوى texte "
    "contenu",
    "at": "at date time datetime created createdat publishedat timestamp postdate "
    "posttime created_utc التاريخ الوقت heure",
    "address": "address url link permalink posturl tweeturl permalinkurl الرابط lien adresse",
    "language": "language lang اللغة langue",
    "reply_to": "replyto inreplyto inreplytoid inreplytostatusid replytomessageid",
    "shared_from": "sharedfrom retweetof retweetedid forwardedfromid repostof",
    "likes": "likes likecount favorites favoritecount favouritescount reactions "
    "reactioncount الإعجابات",
    "shares": "shares sharecount retweets retweetcount reposts repostcount reblogscount "
    "forwards المشاركات partages",
    "replies": "replies replycount comments commentcount repliescount الردود réponses",
    "views": "views viewcount impressions impressioncount المشاهدات vues",
    "media": "media mediaurl mediaurls image images imageurl photo photos video videourl "
    "الوسائط médias",
    "tags": "tags hashtags hashtag الوسوم",
}
NAMES: Final = tuple(_HEADS)
_KNOWN: Final = {head: name for name, heads in _HEADS.items() for head in heads.split()}
_SIGNS: Final = re.compile(r"[\W_]+")
_REQUIRED: Final = ("account", "text", "at")


@dataclass(frozen=True, slots=True)
class Columns:
    """How a table is read: heads or places of columns, and what its cells leave unsaid.

    ``zone`` is the time zone of times that state none; ``time`` their form, as strptime
    knows it, where it is not ISO 8601.
    """

    heads: dict[str, str] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    platform: str = ""
    zone: str = ""
    time: str = ""
    delimiter: str = ""
    encoding: str = ""


UNMAPPED: Final = Columns()


def read_mapping(raw: bytes, *, subject: str) -> Columns:
    """The mapping in a JSON file: {"platform": "x", "columns": {"text": "Post"}, ...}."""
    try:
        told = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Unreadable(subject, "is no JSON", "see docs/posts.md") from None
    heads = told.get("columns", {}) if isinstance(told, dict) else None
    if not isinstance(heads, dict) or not set(heads) <= set(NAMES):
        problem = f'needs "columns" with some of: {", ".join(NAMES)}'
        raise Unreadable(subject, problem, "see docs/posts.md")
    mapping = Columns(
        heads={str(name): str(head) for name, head in heads.items()},
        platform=str(told.get("platform", "")),
        zone=str(told.get("zone", "")),
        time=str(told.get("time", "")),
        delimiter=str(told.get("delimiter", "")),
        encoding=str(told.get("encoding", "")),
    )
    if len(mapping.delimiter) > 1:
        problem = 'has a "delimiter" of more than one character'
        raise Unreadable(subject, problem, "write one, or leave it out")
    _refuse_zone(mapping.zone, subject)
    return mapping


def _refuse_zone(zone: str, subject: str) -> None:
    try:
        ZoneInfo(zone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        problem = 'has a "zone" that is no time zone'
        raise Unreadable(subject, problem, 'write it as "Asia/Baghdad"') from None


def load_mapping(path: Path) -> Columns:
    """The mapping in a file of its own."""
    try:
        return read_mapping(path.read_bytes(), subject=path.name)
    except OSError:
        raise Unreadable(path.name, "cannot be read", "check the path") from None


def columns_of(head: Sequence[str], mapping: Columns) -> Columns:
    """The places of the columns; refused where what a post needs has none."""
    plain = [_plain(cell) for cell in head]
    places = _guessed(plain)
    for name, asked in mapping.heads.items():
        if _plain(asked) not in plain:
            problem = f'has no column of the head that the mapping names for "{name}"'
            raise NotTaken(problem, "correct the mapping")
        places[name] = plain.index(_plain(asked))
    _refuse_gaps(places, mapping)
    return replace(mapping, places=places)


def _guessed(plain: Sequence[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for at, head in enumerate(plain):
        name = _KNOWN.get(head)
        if name:
            places.setdefault(name, at)
    return places


def _refuse_gaps(places: dict[str, int], mapping: Columns) -> None:
    missing = [name for name in _REQUIRED if name not in places]
    if "id" not in places and "address" not in places:
        missing.append("id")
    if "platform" not in places and not mapping.platform:
        missing.append("platform")
    if missing:
        problem = f"has no column that is known as: {', '.join(missing)}"
        raise NotTaken(problem, "name its columns in a mapping")


def _plain(head: str) -> str:
    return _SIGNS.sub("", head.strip("\ufeff").casefold())
