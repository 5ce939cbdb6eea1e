"""The words of a piece of HTML as a social platform writes it: paragraphs, breaks, links."""

from typing import Final

import lxml.etree
import lxml.html

from marsad.collecting.posts import values

_BLOCKS: Final = frozenset("p div li blockquote pre h1 h2 h3 h4 h5 h6 ul ol".split())
_UNSEEN: Final = frozenset("script style template svg".split())
# Links to accounts and tags are words of the text; where they lead is the platform's.
_CALLS: Final = frozenset(("mention", "hashtag", "u-url"))


def words_of(fragment: str) -> str:
    """What a reader sees of a fragment, with whole addresses in place of shortened ones."""
    if "<" not in fragment and "&" not in fragment:
        return fragment
    words = _Words()
    parser = lxml.etree.HTMLParser(target=words)
    try:
        # The wrapper gives a parser of pages something to close.
        return str(lxml.etree.fromstring(f"<div>{fragment}</div>", parser)).strip()
    except (lxml.etree.LxmlError, ValueError):
        return ""


class _Words:
    """What is seen of a fragment, collected tag by tag."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._unseen = 0
        self._link = ""
        self._from = 0

    def start(self, tag: str | bytes, attrib: dict[str | bytes, str | bytes]) -> None:
        """A tag opens; a block or a break begins a new line."""
        self._unseen += tag in _UNSEEN
        if tag == "br":
            self._parts.append("\n")
        if tag == "a" and not _CALLS & set(str(attrib.get("class", "")).split()):
            self._link, self._from = (
                values.address(attrib.get("href")),
                len(self._parts),
            )

    def end(self, tag: str | bytes) -> None:
        """A tag closes; a link whose words do not say where it leads says it now."""
        self._unseen -= tag in _UNSEEN
        if tag in _BLOCKS:
            self._parts.append("\n")
        if tag == "a" and self._link:
            seen = "".join(self._parts[self._from :])
            if self._link not in seen:
                self._parts.append(f" ({self._link})")
            self._link = ""

    def data(self, data: str | bytes) -> None:
        """Words, kept unless they stand where no reader looks."""
        if not self._unseen:
            self._parts.append(str(data))

    def comment(self, text: str | bytes) -> None:
        """A comment is not shown."""

    def close(self) -> str:
        """All lines, without the empty ones at either end."""
        return "".join(self._parts).strip("\n")
