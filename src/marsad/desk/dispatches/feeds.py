"""A partner's feeds as Atom and JSON: titles and where to read, never the text itself."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from xml.etree import ElementTree as Xml

from marsad.desk.dispatches import addresses
from marsad.desk.dispatches.models import PartnerPack
from marsad.desk.dispatches.seeing import correction_of, recall_of
from marsad.marking import Marking

_ATOM: Final = "http://www.w3.org/2005/Atom"
# RFC 6721: how a feed says that something is no longer there.
_TOMBSTONE: Final = "http://purl.org/atompub/tombstones/1.0"
_JSON_FEED: Final = "https://jsonfeed.org/version/1.1"
Xml.register_namespace("", _ATOM)
Xml.register_namespace("at", _TOMBSTONE)


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed is: its title, its language, where it stands, and its packs."""

    title: str
    language: str
    address: str
    packs: Sequence[PartnerPack]

    @property
    def standing(self) -> list[PartnerPack]:
        """What is still to be read: neither recalled nor corrected."""
        return [one for one in self.packs if _gone(one) is None]

    @property
    def gone(self) -> list[tuple[PartnerPack, datetime]]:
        """What was recalled or corrected, and when."""
        found = ((one, _gone(one)) for one in self.packs)
        return [(one, at) for one, at in found if at is not None]

    @property
    def updated(self) -> datetime | None:
        """When anything of it changed last."""
        opened = [one.release.opens_at for one in self.standing]
        return max([*opened, *(at for _one, at in self.gone)], default=None)


def _gone(pack: PartnerPack) -> datetime | None:
    recall = recall_of(pack.release)
    later = correction_of(pack.release)
    if recall is not None:
        at: datetime = recall.at
        return at
    return later.opens_at if later is not None else None


def as_atom(feed: Feed) -> bytes:
    """The feed as Atom, with a tombstone for each pack that was taken back."""
    root = Xml.Element(f"{{{_ATOM}}}feed", {"xml:lang": feed.language})
    _add(root, "id", feed.address)
    _add(root, "title", feed.title)
    _add(root, "updated", _time(feed.updated))
    _add(root, "link", "", rel="self", href=feed.address)
    author = Xml.SubElement(root, f"{{{_ATOM}}}author")
    _add(author, "name", "Marsad")
    for pack, at in feed.gone:
        mark = {"ref": _id(pack), "when": _time(at)}
        Xml.SubElement(root, f"{{{_TOMBSTONE}}}deleted-entry", mark)
    for pack in feed.standing:
        _entry(root, pack, feed.language)
    raw: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return raw


def _entry(root: Xml.Element, pack: PartnerPack, language: str) -> None:
    says, place = pack.says[language], addresses.of_pack(pack.release)
    entry = Xml.SubElement(root, f"{{{_ATOM}}}entry")
    _add(entry, "id", _id(pack))
    _add(entry, "title", says["title"])
    _add(entry, "updated", _time(pack.release.opens_at))
    _add(entry, "published", _time(pack.release.opens_at))
    _add(entry, "link", "", rel="alternate", href=place, hreflang=language)
    _add(entry, "summary", says["summary"] or says["title"])
    for term in _terms(pack):
        _add(entry, "category", "", term=term)


def as_json(feed: Feed) -> bytes:
    """The feed as JSON Feed 1.1; what was taken back stands under _marsad."""
    whole: dict[str, Any] = {
        "version": _JSON_FEED,
        "title": feed.title,
        "language": feed.language,
        "feed_url": feed.address,
        "authors": [{"name": "Marsad"}],
        "items": [_item(one, feed.language) for one in feed.standing],
        "_marsad": {
            "taken_back": [{"id": _id(pack), "at": _time(at)} for pack, at in feed.gone]
        },
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _item(pack: PartnerPack, language: str) -> dict[str, Any]:
    says = pack.says[language]
    return {
        "id": _id(pack),
        "url": addresses.of_pack(pack.release),
        "title": says["title"],
        "content_text": says["summary"] or says["title"],
        "date_published": _time(pack.release.opens_at),
        "language": language,
        "tags": list(_terms(pack)),
        "_marsad": {"marking": str(Marking(pack.marking)), "sha256": pack.sha256},
    }


def _terms(pack: PartnerPack) -> Iterable[str]:
    yield pack.release.kind
    yield from pack.release.topics


def _id(pack: PartnerPack) -> str:
    return addresses.of_pack(pack.release)


def _time(at: datetime | None) -> str:
    return at.isoformat() if at else "1970-01-01T00:00:00+00:00"


def _add(parent: Xml.Element, name: str, text: str, **said: str) -> None:
    element = Xml.SubElement(parent, f"{{{_ATOM}}}{name}", said)
    # Letters that XML does not know would break the whole feed.
    element.text = "".join(one for one in text if one >= " " or one in "\n\t") or None
