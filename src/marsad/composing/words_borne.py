"""Whether words in quotation marks stand in a source, letter for letter.

Only typography may differ: blanks, the kind of quotation marks and apostrophes, vowel
marks and tatweel, full stops at the end. «…» and […] part words that stand in order.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from marsad.composing.editions import Cited
from marsad.composing.said import SaidWords

_UNSEEN: Final = re.compile(
    "[\u0640\u064b-\u0652\u0670\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_MARKS: Final = re.compile("[«»“”„‟\"‹›]|''")
_APOSTROPHES: Final = re.compile("[‘’ʼ`´]")
_BLANKS: Final = re.compile(r"\s+")
_HYPHENS: Final = re.compile("[‐‑]")
_GAP: Final = re.compile(
    r"\s*[\[(]\s*(?:…|\.{3}|\. \. \.)\s*[\])]\s*|\s*(?:…|\.{3,})\s*"
)
_ENDS: Final = " .,;:،؛…'\""
# The Arabic "and" is written on to the word after it, and belongs to the sentence before.
_AND: Final = frozenset("وف")


def typeset(text: str) -> str:
    """A text in one way of typing it: no vowel marks, one kind of blank and mark."""
    bare = _MARKS.sub('"', _UNSEEN.sub("", text))
    plain = _HYPHENS.sub("-", _APOSTROPHES.sub("'", bare))
    return _BLANKS.sub(" ", plain).strip()


def is_verbatim(words: str, sources: Iterable[str]) -> bool:
    """Whether words stand in one of some sources, in parts where they say so."""
    parts = [typeset(part).strip(_ENDS) for part in _GAP.split(words)]
    wanted = [part for part in parts if part]
    return bool(wanted) and any(
        _stand_in_order(wanted, typeset(source)) for source in sources
    )


def _stand_in_order(parts: Sequence[str], source: str) -> bool:
    place = 0
    for part in parts:
        found = _find(part, source, place)
        if found < 0:
            return False
        place = found + len(part)
    return True


def _find(part: str, source: str, start: int) -> int:
    """Where whole words stand in a source from a place on; -1 where they do not."""
    found = source.find(part, start)
    while found >= 0:
        if _begins(source, found, part) and _ends(source, found + len(part), part):
            return found
        found = source.find(part, found + 1)
    return -1


def _begins(source: str, place: int, part: str) -> bool:
    before = source[place - 1 : place]
    if not (before.isalnum() and part[0].isalnum()):
        # "5" is no part of "2.5" and none of "2,500".
        is_inside = (
            before in (".", ",", "-") and source[place - 2 : place - 1].isdigit()
        )
        return not (before and is_inside and part[0].isdigit())
    return before in _AND and not source[max(place - 2, 0) : place - 1].isalnum()


def _ends(source: str, place: int, part: str) -> bool:
    after = source[place : place + 1]
    if after.isalnum() and part[-1].isalnum():
        return False
    is_inside = after in (".", ",", "-") and source[place + 1 : place + 2].isdigit()
    return not (after and is_inside and part[-1].isdigit())


def sources_of(entries: Iterable[Cited]) -> tuple[str, ...]:
    """The words that the entries cite, each by itself."""
    return tuple(
        words
        for one in entries
        for words in dict.fromkeys((*(each.quote for each in one.passages), one.words))
    )


def is_reported(words: str, entries: Iterable[Cited]) -> bool:
    """Whether words stand in reports of what was said, and nowhere as they were said."""
    bearing = [one for one in entries if is_verbatim(words, sources_of((one,)))]
    return bool(bearing) and all(_reports(one, words) for one in bearing)


def _reports(one: Cited, words: str) -> bool:
    form = one.fields.get("form")
    if one.kind != "quote" or form not in ("indirect", "mixed"):
        return False
    inside = [part for text in sources_of((one,)) for part in _inside_marks(text)]
    return not is_verbatim(words, inside)


_MARKED: Final = re.compile('"([^"]+)"')


def _inside_marks(text: str) -> list[str]:
    return _MARKED.findall(typeset(text))


def outermost(marked: Iterable[SaidWords]) -> tuple[SaidWords, ...]:
    """Marked words that stand in no other marked words."""
    found: list[SaidWords] = []
    for one in sorted(marked, key=lambda each: (each.start, -each.end)):
        if not found or one.end > found[-1].end:
            found.append(one)
    return tuple(found)
