"""Feeds in Atom (RFC 4287, tombstones of RFC 6721) and JSON Feed 1.1.

What was recalled is no entry any more: its place says that it was deleted, so that
readers that keep copies delete theirs. A feed has a summary and an address, not the
whole brief: the fewer copies there are, the fewer a recall has to reach.
"""

import json
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from django.utils.translation import gettext as _

from marsad.desk.website.holdings import Shown
from marsad.desk.website.pages import absolute

ATOM: Final = "http://www.w3.org/2005/Atom"
TOMBSTONES: Final = "http://purl.org/atompub/tombstones/1.0"
XML: Final = "http://www.w3.org/XML/1998/namespace"


@dataclass(frozen=True, slots=True)
class Note:
    """One entry of a feed; of what was taken back, only that it was."""

    id: str
    address: str
    title: str
    summary: str
    published: datetime
    updated: datetime
    topics: tuple[str, ...] = ()
    is_recalled: bool = False


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed in one language."""

    id: str
    title: str
    language: str
    home: str
    notes: Sequence[Note]
    updated: datetime


def note_of(shown: Shown, language: str) -> Note:
    """A release as an entry of the feeds of a language."""
    address = absolute("brief", language, shown.number)
    if shown.is_recalled:
        told = _("Recalled: %(number)s") % {"number": shown.number}
        notice = (shown.notice or {}).get(language, "")
        return Note(
            address, address, told, notice, shown.opens_at, shown.changed_at,
            is_recalled=True,
        )  # fmt: skip
    title, summary = shown.title(language), shown.summary(language)
    if shown.corrected_by:
        title = _("Corrected: %(title)s") % {"title": title}
        told = _("This brief was corrected by %(number)s.")
        summary = f"{told % {'number': shown.corrected_by}} {summary}".strip()
    return Note(
        address, address, title, summary, shown.opens_at, shown.changed_at, shown.topics
    )


def atom(feed: Feed) -> bytes:
    """The feed as Atom; what was recalled stands as a deleted entry."""
    ET.register_namespace("", ATOM)
    ET.register_namespace("at", TOMBSTONES)
    root = ET.Element(f"{{{ATOM}}}feed", {f"{{{XML}}}lang": feed.language})
    _child(root, "id", feed.id)
    _child(root, "title", feed.title)
    _child(root, "updated", _moment(feed.updated))
    author = _child(root, "author", "")
    _child(author, "name", "Marsad")
    _link(root, "self", feed.id, "application/atom+xml")
    _link(root, "alternate", feed.home, "text/html", feed.language)
    for note in feed.notes:
        (_tombstone if note.is_recalled else _entry)(root, note, feed.language)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _entry(root: ET.Element, note: Note, language: str) -> None:
    entry = _child(root, "entry", "")
    _child(entry, "id", note.id)
    _child(entry, "title", note.title)
    _child(entry, "published", _moment(note.published))
    _child(entry, "updated", _moment(note.updated))
    _link(entry, "alternate", note.address, "text/html", language)
    for topic in note.topics:
        ET.SubElement(entry, f"{{{ATOM}}}category", {"term": topic})
    _child(entry, "summary", note.summary or note.title)


def _tombstone(root: ET.Element, note: Note, language: str) -> None:
    said = {"ref": note.id, "when": _moment(note.updated)}
    stone = ET.SubElement(root, f"{{{TOMBSTONES}}}deleted-entry", said)
    if note.summary:
        lang = {f"{{{XML}}}lang": language}
        ET.SubElement(stone, f"{{{TOMBSTONES}}}comment", lang).text = note.summary
    _link(stone, "alternate", note.address, "text/html", language)


def _child(parent: ET.Element, name: str, text: str) -> ET.Element:
    child = ET.SubElement(parent, f"{{{ATOM}}}{name}")
    child.text = text or None
    return child


def _link(
    parent: ET.Element, rel: str, href: str, kind: str, language: str = ""
) -> None:
    said = {"rel": rel, "href": href, "type": kind}
    if language:
        said["hreflang"] = language
    ET.SubElement(parent, f"{{{ATOM}}}link", said)


def json_feed(feed: Feed) -> bytes:
    """The feed as JSON Feed 1.1; a recalled item holds its notice and nothing else."""
    whole = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.id,
        "language": feed.language,
        "authors": [{"name": "Marsad", "url": absolute("home", feed.language)}],
        "items": [_item(note, feed.language) for note in feed.notes],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _item(note: Note, language: str) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": note.id,
        "url": note.address,
        "title": note.title,
        "content_text": note.summary or note.title,
        "language": language,
        "date_published": _moment(note.published),
        "date_modified": _moment(note.updated),
    }
    if note.topics:
        item["tags"] = list(note.topics)
    if note.is_recalled:
        item["_marsad"] = {
            "about": absolute("feeds", language),
            "recalled": _moment(note.updated),
        }
    return item


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
