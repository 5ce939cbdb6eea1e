"""What a record of a Bluesky post holds: words with their links, pictures, films, tags."""

import base64
import binascii
from typing import Final

from marsad.collecting.posts import values
from marsad.collecting.posts.public import MediaKind, PostMedia

_LINK: Final = "app.bsky.richtext.facet#link"
_TAG: Final = "app.bsky.richtext.facet#tag"
# Version 1, raw bytes, SHA-256 of 32 bytes: what the platform names every blob by.
_RAW_SHA256: Final = bytes((0x01, 0x55, 0x12, 0x20))


def words_of(record: values.Row) -> str:
    """The words, with whole addresses in place of shortened ones, and the card's address."""
    raw = values.words(record, "text", values.LONGEST_TEXT).encode()
    for start, end, to in sorted(_links(record, len(raw)), reverse=True):
        raw = raw[:start] + _said(raw[start:end], to) + raw[end:]
    text = raw.decode("utf-8", "replace")
    card = values.inner(_embedded(record), "external")
    to = values.address(card.get("uri"))
    return text if not to or to in text else f"{text}\n{to}"


def _links(record: values.Row, size: int) -> list[tuple[int, int, str]]:
    """Byte offsets into the words, and where they lead; overlapping ones are left."""
    found: list[tuple[int, int, str]] = []
    for facet in values.rows_in(record, "facets"):
        index = values.inner(facet, "index")
        start, end = values.count(index, "byteStart"), values.count(index, "byteEnd")
        to = _feature(facet, _LINK, "uri")
        if start is None or end is None or not start < end <= size or not to:
            continue
        if all(end <= other[0] or start >= other[1] for other in found):
            found.append((start, end, to))
    return [(start, end, to) for start, end, to in found if values.address(to)]


def _feature(facet: values.Row, kind: str, name: str) -> str:
    for feature in values.rows_in(facet, "features"):
        if feature.get("$type") == kind:
            return values.words(feature, name, 4000)
    return ""


def _said(shown: bytes, to: str) -> bytes:
    """The address itself where it was shown cut off, and both where words stood for it."""
    seen = shown.decode("utf-8", "replace").removesuffix("...").removesuffix("…")
    return to.encode() if seen in to else shown + f" ({to})".encode()


def _embedded(record: values.Row) -> values.Row:
    embed = values.inner(record, "embed")
    # A quotation with pictures keeps them one step deeper.
    return values.inner(embed, "media") or embed


def media_of(record: values.Row) -> tuple[PostMedia, ...]:
    """Pictures and films by the hash of their bytes, which the platform names them by."""
    embed = _embedded(record)
    pictures = [values.inner(one, "image") for one in values.rows_in(embed, "images")]
    blobs = [*pictures, values.inner(embed, "video")]
    return tuple(_medium(one) for one in blobs if one)


def _medium(blob: values.Row) -> PostMedia:
    content_type = values.words(blob, "mimeType", 100)
    named = values.words(values.inner(blob, "ref"), "$link")
    kind = values.media_kind(content_type)
    kind = MediaKind.PICTURE if kind == MediaKind.OTHER else kind
    return PostMedia(kind, sha256=_sha256(named), content_type=content_type)


def _sha256(named: str) -> str:
    """The SHA-256 that a name of a blob is, written in base32 after a "b"."""
    if not named.startswith("b"):
        return ""
    digits = named[1:].upper()
    try:
        raw = base64.b32decode(digits + "=" * (-len(digits) % 8))
    except (binascii.Error, ValueError):
        return ""
    is_hash = raw.startswith(_RAW_SHA256) and len(raw) == len(_RAW_SHA256) + 32
    return raw[len(_RAW_SHA256) :].hex() if is_hash else ""


def tags_of(record: values.Row) -> tuple[str, ...]:
    """The tags within the words, and those beside them."""
    within = (_feature(one, _TAG, "tag") for one in values.rows_in(record, "facets"))
    beside = record.get("tags")
    beside = beside if isinstance(beside, list) else []
    found = [*within, *(one for one in beside if isinstance(one, str))]
    return tuple(dict.fromkeys(values.whole(tag, "tags") for tag in found if tag))
