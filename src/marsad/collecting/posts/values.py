"""Values of foreign rows, read with care: the type that was promised, or a fault."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from marsad.collecting.posts.public import Concern, MediaKind, NotTaken, PublicPost

Row = Mapping[str, object]

# The longest posts of any platform (long notes, articles of Mastodon) stay below this.
LONGEST_TEXT: Final = 100_000
_LONGEST_WORD: Final = 500
_LONGEST_ADDRESS: Final = 4000
# What a 64-bit column of any database holds.
_MOST: Final = 2**63 - 1
_ADDRESS: Final = re.compile(r"https?://[^\s/?#]+[^\s]*", re.IGNORECASE)
_PLATFORM: Final = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_EXPORT_AGAIN: Final = "export it again"


def a_row(value: object) -> Row:
    """A JSON object, or a fault."""
    if not isinstance(value, dict):
        raise NotTaken("is no JSON object", "write one object for each post")
    return value


def inner(row: Row, name: str) -> Row:
    """An object within a row; nothing where there is none."""
    found = row.get(name)
    return found if isinstance(found, dict) else {}


def rows_in(row: Row, name: str) -> list[Row]:
    """The objects of a list within a row."""
    found = row.get(name)
    if not isinstance(found, list):
        return []
    return [one for one in found if isinstance(one, dict)]


def words(row: Row, name: str, longest: int = _LONGEST_WORD) -> str:
    """A short text, empty where it is missing."""
    value = row.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise NotTaken(f'has a "{name}" that is no text', _EXPORT_AGAIN)
    return whole(value, name, longest)


def whole(value: str, name: str, longest: int = _LONGEST_WORD) -> str:
    """A text of whole characters that a database can keep, or a fault."""
    if len(value) > longest:
        raise NotTaken(f'has a "{name}" of more than {longest:,} characters', "cut it")
    if not value.isascii():
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            problem = "holds half a character (a lone surrogate)"
            raise NotTaken(problem, _EXPORT_AGAIN) from None
    # PostgreSQL keeps no such character, and no reader sees it.
    return value.replace("\x00", "")


def text(value: str) -> str:
    """The words of a post, without line ends that only the road added."""
    return whole(value, "text", LONGEST_TEXT).replace("\r\n", "\n").strip()


def number(row: Row, name: str = "id") -> str:
    """An id, told as text or as a whole number; empty where it is missing."""
    value = row.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return words(row, name).strip()


def required(value: str, name: str, way_out: str = "") -> str:
    """A value that a post cannot be without."""
    if not value:
        raise NotTaken(f'has no "{name}"', way_out or f'add "{name}"')
    return value


def moment(value: object, name: str = "at") -> datetime:
    """A time with its zone, as ISO 8601 writes it, in UTC."""
    if not isinstance(value, str) or not value:
        raise NotTaken(f'has no "{name}"', f'add "{name}", as 2026-03-05T10:00:00Z')
    try:
        stated = datetime.fromisoformat(value)
    except ValueError:
        problem = f'has a "{name}" that is no time'
        raise NotTaken(problem, "write it as 2026-03-05T10:00:00Z") from None
    return in_utc(stated, name)


def in_utc(stated: datetime, name: str = "at") -> datetime:
    """A time in UTC, refused without a zone or outside of the calendar."""
    if stated.tzinfo is None:
        problem = f'has a "{name}" without a time zone'
        raise NotTaken(problem, "write it with its zone, as 2026-03-05T10:00:00Z")
    try:
        return stated.astimezone(UTC)
    except OverflowError:
        raise NotTaken(f'has a "{name}" that is no time', _EXPORT_AGAIN) from None


def since_1970(seconds: float, name: str = "at") -> datetime:
    """A time counted in seconds, as platforms write it."""
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        raise NotTaken(f'has a "{name}" that is no time', _EXPORT_AGAIN) from None


def count(row: Row, name: str) -> int | None:
    """How often, as far as it is told; platforms write -1 or nothing for unknown."""
    value = row.get(name)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value <= _MOST else None


def address(value: object) -> str:
    """A web address, or nothing: what is none is not kept."""
    if not isinstance(value, str) or len(value) > _LONGEST_ADDRESS:
        return ""
    found = _ADDRESS.fullmatch(value.strip())
    return whole(found[0], "address", _LONGEST_ADDRESS) if found else ""


def platform(value: str) -> str:
    """The short name of a platform, in small letters."""
    name = required(value.strip().lower(), "platform")
    if not _PLATFORM.fullmatch(name):
        raise NotTaken(
            'has a "platform" that is no short name', 'write it as "x" or "telegram"'
        )
    return name


def sha256(value: str) -> str:
    """A SHA-256 or PDQ hash in small hexadecimal digits, or a fault."""
    digits = value.strip().lower()
    if digits and not _SHA256.fullmatch(digits):
        raise NotTaken("has a hash that is not 64 hexadecimal digits", "leave it out")
    return digits


def media_kind(content_type: str) -> MediaKind:
    """What a content type says: a picture, a film, or something else."""
    family = content_type.partition("/")[0]
    kinds = {"image": MediaKind.PICTURE, "video": MediaKind.FILM}
    return kinds.get(family, MediaKind.OTHER)


def whole_post(post: PublicPost) -> PublicPost:
    """A post that has words, media or a shared post; anything else never was one."""
    if post.text or post.media or post.shared_from:
        return post
    raise NotTaken("has neither words nor media", "", Concern.NO_POST)
