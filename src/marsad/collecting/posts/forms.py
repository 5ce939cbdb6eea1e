"""Which form a file of posts has, told by how it begins, and the reader of each form."""

import codecs
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Final

from marsad.collecting.posts import (
    bluesky,
    mastodon,
    own,
    tables,
    telegram,
    x_api,
)
from marsad.collecting.posts.columns import UNMAPPED, Columns
from marsad.collecting.posts.layouts import events, opened
from marsad.collecting.posts.public import Fault, PublicPost
from marsad.errors import Unreadable


class Form(StrEnum):
    """The forms of exports and streams that can be read."""

    OWN = "marsad"
    TABLE = "table"
    X = "x"
    TELEGRAM = "telegram"
    MASTODON = "mastodon"
    BLUESKY = "bluesky"


_HEAD: Final = 65536
_TABLES: Final = (".csv", ".tsv", ".tab")
# By what stands at the head of a document or in its first lines; the first that fits wins.
_SIGNS: Final[tuple[tuple[Form, frozenset[str]], ...]] = (
    (Form.OWN, frozenset(("platform", "text"))),
    (Form.TELEGRAM, frozenset(("type", "messages"))),
    (Form.TELEGRAM, frozenset(("chats",))),
    (Form.TELEGRAM, frozenset(("personal_information",))),
    (Form.BLUESKY, frozenset(("did", "time_us"))),
    (Form.BLUESKY, frozenset(("feed",))),
    (Form.BLUESKY, frozenset(("posts",))),
    (Form.BLUESKY, frozenset(("uri", "cid"))),
    (Form.BLUESKY, frozenset(("post",))),
    (Form.MASTODON, frozenset(("orderedItems",))),
    (Form.MASTODON, frozenset(("statuses",))),
    (Form.MASTODON, frozenset(("@context",))),
    (Form.MASTODON, frozenset(("visibility", "content"))),
    (Form.MASTODON, frozenset(("actor", "object"))),
    (Form.X, frozenset(("data",))),
    (Form.X, frozenset(("meta",))),
)
_WAY_OUT: Final = "name its form, or write it in the form that docs/posts.md describes"


def form_of(path: Path) -> Form:
    """The form of a file; refused where it has none that is known."""
    with opened(path) as file:
        head = file.read(_HEAD)
    if not head.strip():
        raise Unreadable(path.name, "is empty", "export it again")
    found = form_of_bytes(head, name=path.name)
    if found is None:
        raise Unreadable(path.name, "is in no form that is known", _WAY_OUT)
    return found


def form_of_bytes(head: bytes, *, name: str = "") -> Form | None:
    """The form of what begins so, helped by its name; nothing where none is known."""
    if name.lower().endswith(_TABLES):
        return Form.TABLE
    first = head.removeprefix(codecs.BOM_UTF8).lstrip()[:1]
    if first in (b"{", b"["):
        keys = _keys(head)
        return next((form for form, signs in _SIGNS if signs <= keys), None)
    line = head.partition(b"\n")[0]
    is_table = any(sign in line for sign in (b",", b";", b"\t", b"|"))
    return Form.TABLE if is_table and b"\x00" not in line else None


def _keys(head: bytes) -> frozenset[str]:
    """The names at the top of the document, of its first rows, or of its first lines."""
    found = set()
    for prefix, event, value in events(head.removeprefix(codecs.BOM_UTF8)):
        if event == "map_key" and prefix in ("", "item"):
            found.add(str(value))
    return frozenset(found)


def read_posts(
    path: Path, form: Form | None = None, mapping: Columns = UNMAPPED
) -> Iterator[PublicPost | Fault]:
    """The posts of a file of any size, one in memory at a time, and what gave none."""
    form = form or form_of(path)
    if form is Form.TABLE:
        return tables.read(path, mapping)
    return _READERS[form](path)


_READERS: Final = {
    Form.OWN: own.read,
    Form.X: x_api.read,
    Form.TELEGRAM: telegram.read,
    Form.MASTODON: mastodon.read,
    Form.BLUESKY: bluesky.read,
}
