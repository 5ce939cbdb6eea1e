"""Addresses in a text, with their places: glued to Arabic words, defanged, without https."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from marsad.errors import Unreadable
from marsad.matching.links.canonical import LONGEST, canonical_address
from marsad.matching.links.hosts import is_known_ending
from marsad.spans import Span, span_of


class Address(NamedTuple):
    """An address where it stands in a text, and its canonical form."""

    span: Span
    canonical: str


_DEFANGED_DOT: Final = r"[\[({](?:\.|dot|نقطة)[\])}]"
_DOT: Final = rf"(?:[.。．｡]|\s?{_DEFANGED_DOT}\s?)"
_LABEL: Final = r"[^\W_](?:[\w-]{0,62})"
# Quotation marks, blanks and Arabic punctuation never belong to an address.
_OUTSIDE: Final = r"\s<>\"«»“”„‹›،؛؟۔`|"
_STRETCH: Final = re.compile(
    rf"(?:\s?{_DEFANGED_DOT}\s?|[^{_OUTSIDE}]){{4,{LONGEST}}}", re.IGNORECASE
)
_SCHEME: Final = re.compile(
    r"(?:h[tx]{2}ps?|hps?|ftps?)[\[({]?:[\])}]?(?:[\[({]?//?[\])}]?|\\{1,2})|tg://",
    re.IGNORECASE,
)
_HOST: Final = re.compile(
    rf"(?<![\w@/.=-]){_LABEL}(?:{_DOT}{_LABEL}){{1,10}}(?![\w@])", re.IGNORECASE
)
_FOUR_NUMBERS: Final = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}$")
_AFTER_A_HOST: Final = re.compile(r":\d{1,5}(?!\d)|[/?#]")
_ARABIC: Final = "\u0620-\u065f\u066e-\u06d3"
# An Arabic word beside a Latin letter was glued on by whoever wrote it.
_GLUED_BEFORE: Final = re.compile(rf"^[{_ARABIC}]+(?=[A-Za-z0-9])")
_GLUED_AFTER: Final = re.compile(rf"(?<=[A-Za-z0-9=&#?])[{_ARABIC}]")
_UNSEEN: Final = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_TRAILING: Final = frozenset(".,;:!?'*_~…’‘" + _UNSEEN)
_LEADS_ON: Final = frozenset("=/:?&+")
_MOST: Final = 50  # in one stretch without a blank
_PAIRS: Final = {")": "(", "]": "[", "}": "{"}


def addresses_in(text: str) -> tuple[Address, ...]:
    """Every address in a text in its order, each with its place and its canonical form."""
    return tuple(
        address
        for stretch in _STRETCH.finditer(text)
        if _may_hold_one(stretch[0])
        for address in _in_stretch(text, stretch.start(), stretch.end())
    )


def _may_hold_one(stretch: str) -> bool:
    return any(sign in stretch for sign in (".", ":", "dot", "DOT", "نقطة", "。", "．"))


def _in_stretch(text: str, start: int, end: int) -> Iterator[Address]:
    starts = [found.start() for found in _SCHEME.finditer(text, start, end)]
    # An address within an address (a redirect, an archive) is part of the outer one.
    starts = [at for at in starts if not _is_within(text[start:at])][:_MOST]
    bare_end = starts[0] if starts else end
    yield from _bare(text, start, bare_end)
    for at, following in pairwise([*starts, end]):
        if address := _address(text, at, following):
            yield address


def _is_within(before: str) -> bool:
    return before[-1:] in _LEADS_ON and "." in before


def _bare(text: str, start: int, end: int) -> Iterator[Address]:
    """Addresses that are written without https."""
    while found := _HOST.search(text, start, end):
        host_end = _end_of_host(text, found.start(), found.end())
        has_more = _AFTER_A_HOST.match(text, host_end, end)
        start = end if has_more else found.end()
        begin = found.start()
        if glued := _GLUED_BEFORE.match(found[0]):
            begin += glued.end()
        if not _is_host(text[begin:host_end], has_more=bool(has_more)):
            start = found.end()
        elif address := _address(text, begin, end if has_more else host_end):
            yield address


def _end_of_host(text: str, start: int, end: int) -> int:
    last = max(text.rfind(".", start, end), text.rfind("]", start, end), start)
    glued = _GLUED_AFTER.search(text, last, end)
    return glued.start() if glued else end


def _is_host(written: str, *, has_more: bool) -> bool:
    if _FOUR_NUMBERS.fullmatch(written):
        return has_more
    last = re.split(_DOT, written, flags=re.IGNORECASE)[-1]
    return is_known_ending(last.lower())


def _address(text: str, start: int, end: int) -> Address | None:
    end = _trimmed(text, start, end)
    try:
        return Address(span_of(text, start, end), canonical_address(text[start:end]))
    except Unreadable:
        return None


def _trimmed(text: str, start: int, end: int) -> int:
    """Where an address ends: before a glued word, a full stop, an odd bracket."""
    first = text[start:end]
    tail = re.search(r"(?<=[^/:\\])[/?#]", first)
    glued = _GLUED_AFTER.search(text, start + (tail.start() if tail else 0), end)
    if glued:
        end = glued.start()
    while end > start and _is_loose(text, start, end):
        end -= 1
    return end


def _is_loose(text: str, start: int, end: int) -> bool:
    last = text[end - 1]
    if last in _PAIRS:
        inside = text[start:end]
        return inside.count(last) > inside.count(_PAIRS[last])
    return last in _TRAILING
