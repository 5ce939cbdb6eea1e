"""What a capture seals: the record of a post and its media, chained to the one before."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from django.conf import settings

from marsad.desk.cases.models import Capture, Case
from marsad.desk.posts import keys
from marsad.desk.posts.models import Medium, Post

TOOL: Final = f"marsad {settings.VERSION}"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When a capture was made, by whom, with what, and what was attached to it."""

    at: datetime
    by: str
    tool: str = TOOL
    attached: str = ""


def record_of(post: Post, media: Iterable[Medium]) -> dict[str, Any]:
    """A post as it is captured: what it says, and the hashes of all that it shows.

    Its account is not in it: what came, whole, is told by ``came``, its hash. Accounts
    in its words are one sign, for their pseudonyms change with the key.
    """
    return {
        "post": post.pk,
        "platform": post.platform,
        "came": post.sha256,
        "at": _written(post.at),
        "language": post.language,
        "text": keys.unnamed(post.text),
        "addresses": [keys.unnamed(one) for one in post.addresses],
        "media": [
            {"kind": one.kind, "sha256": one.sha256, "md5": one.md5}
            for one in sorted(media, key=lambda one: one.pk)
        ],
    }


def sealed(record: dict[str, Any], how: Circumstances, previous: str) -> str:
    """The hash of a record, of how it was made, and of the capture before it."""
    said = {
        "record": record,
        "at": _written(how.at),
        "by": how.by,
        "tool": how.tool,
        "attached": how.attached,
        "previous": previous,
    }
    raw = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()


def broken(case: Case) -> list[Capture]:
    """The captures of a case that are no longer what they sealed; none is as it should be.

    Of a post that was purged only the chain can be proved, and it is.
    """
    found, previous = [], ""
    rows = case.captures.select_related("post").order_by("id")
    for one in rows.prefetch_related("post__media"):
        how = Circumstances(one.at, one.by, one.tool, one.attached)
        is_linked = one.previous == previous
        if one.post.purged_at is None:
            record = record_of(one.post, one.post.media.all())
            is_linked &= one.sha256 == sealed(record, how, previous)
        if not is_linked:
            found.append(one)
        previous = one.sha256
    return found


def _written(at: datetime) -> str:
    # Both databases keep microseconds; the zone is the one thing that may differ.
    return at.astimezone(UTC).isoformat(timespec="microseconds")
