"""The article on a web page: its paragraphs, and what its meta tags say of it."""

import re
from collections.abc import Iterator
from typing import Final

import lxml.etree
import lxml.html
import trafilatura

from marsad.collecting.circumstances import Circumstances, primary_language, read_day
from marsad.collecting.decoding import decode
from marsad.collecting.limits import NORMAL, Limits
from marsad.errors import Unreadable

_DECLARED: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE
)
_PUBLISHED: Final = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "parsely-pub-date",
    "publish-date",
    "pubdate",
    "date",
)
_BLOCKS: Final = frozenset(
    "address article aside blockquote br caption dd div dl dt figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul".split()
)
_UNSEEN: Final = frozenset(
    "head noscript script select style svg template textarea".split()
)
# Tags that never close, so they add no depth.
_VOID: Final = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()
)


def read_page(
    raw: bytes, *, subject: str, limits: Limits = NORMAL
) -> tuple[str, Circumstances]:
    """The text of the article, a paragraph a line, and its stated circumstances."""
    declared = _DECLARED.search(raw[:4096])
    charset = declared[1].decode("ascii", "replace") if declared else None
    page = decode(raw, subject=subject, declared=charset).encode("utf-8", "replace")
    plain = _PlainText()
    try:
        # A target receives the tags one by one: no tree is built that is too deep.
        visible = str(lxml.etree.fromstring(page, _parser(target=plain)))
        tree = lxml.etree.fromstring(page, lxml.html.HTMLParser(encoding="utf-8"))
    except lxml.etree.LxmlError:
        visible, tree = "", None
    if plain.deepest > limits.nested_tags:
        problem = f"nests its tags more than {limits.nested_tags:,} deep"
        raise Unreadable(subject, problem, "save the article from a browser as text")
    if tree is None or not visible.strip():
        raise Unreadable(subject, "shows no text", "save the page after it has loaded")
    return _article(tree, visible), _circumstances(tree)


def _parser(target: "_PlainText") -> lxml.etree.HTMLParser:
    return lxml.etree.HTMLParser(encoding="utf-8", target=target)


def _article(tree: lxml.html.HtmlElement, visible: str) -> str:
    # The date is never asked for: a guess without a meta tag was wrong on Arabic pages.
    found = trafilatura.extract(
        tree, include_comments=False, include_tables=True, with_metadata=False
    )
    # An article that is a small part of what is seen was cut, or is a list of blurbs.
    return found if found and len(found) >= len(visible) / 20 else visible


class _PlainText:
    """What a reader sees of a page, block by block, however broken its tags are."""

    def __init__(self) -> None:
        self.deepest = 0
        self._open = 0
        self._unseen = 0
        self._parts: list[str] = []

    def start(self, tag: str | bytes, attrib: object) -> None:  # noqa: ARG002 (lxml gives it)
        """A tag opens; a block begins a new line."""
        tag = str(tag)
        if tag not in _VOID:
            self._open += 1
            self.deepest = max(self.deepest, self._open)
            self._unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self._parts.append("\n")

    def end(self, tag: str | bytes) -> None:
        """A tag closes; the parser has already closed what was left open within."""
        tag = str(tag)
        if tag not in _VOID:
            self._open -= 1
            self._unseen -= tag in _UNSEEN
        if tag in _BLOCKS:
            self._parts.append("\n")

    def data(self, data: str | bytes) -> None:
        """Words, kept unless they stand where no reader looks."""
        if not self._unseen:
            self._parts.append(str(data))

    def comment(self, text: str | bytes) -> None:
        """A comment is not shown."""

    def close(self) -> str:
        """All lines with words on them."""
        lines = "".join(self._parts).split("\n")
        return "\n".join(line for line in (" ".join(x.split()) for x in lines) if line)


def _circumstances(tree: lxml.html.HtmlElement) -> Circumstances:
    meta = dict(_meta(tree))
    days = (read_day(meta[name]) for name in _PUBLISHED if name in meta)
    heading = tree.findtext(".//title")
    return Circumstances(
        published=next((day for day in days if day), None),
        language=primary_language(tree.get("lang")),
        outlet=meta.get("og:site_name"),
        url=_address(tree) or meta.get("og:url"),
        title=meta.get("og:title") or (" ".join(heading.split()) if heading else None),
    )


def _meta(tree: lxml.html.HtmlElement) -> Iterator[tuple[str, str]]:
    # Reversed, so that the first of several tags of one name is the one that stays.
    for tag in reversed(tree.findall(".//meta")):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = (tag.get("content") or "").strip()
        if name and content:
            yield name.lower(), content


def _address(tree: lxml.html.HtmlElement) -> str | None:
    for link in tree.findall(".//link"):
        if (link.get("rel") or "").lower() == "canonical":
            return link.get("href") or None
    return None
