"""The parts of a draft by their language, each with the way back to its place.

A sentence of a brief may hold words of a source in another language: in quotation marks,
or after a colon. They are read by themselves, and blanks stand for them in the sentence,
so that neither hides the other.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from marsad.reading.pipeline import LANGUAGES
from marsad.text.language import language_of

_ARABIC: Final = "ء-غف-يٱ-ۓ"
_LATIN: Final = "A-Za-zÀ-ɏ"
# From the first letter of one script to the last before a letter of the other, and the
# digits that open or end it.
_RUN: Final = (
    r"(?:(?<=[:«“”\"(\n])\s*[\d٠-٩][\d٠-٩.,٫٬%٪\s]*)?"
    r"[{own}](?:[^{other}\n]*[{own}])?"
    r"(?:[\s\u00a0][\d٠-٩][\d٠-٩.,٫٬%٪]*(?=[\s.»”\")،,;]*(?:$|\n)))?"
)
_ARABIC_RUN: Final = re.compile(_RUN.format(own=_ARABIC, other=_LATIN))
_LATIN_RUN: Final = re.compile(_RUN.format(own=_LATIN, other=_ARABIC))
# Fewer words are a name or two, which belong to the sentence.
_FEWEST: Final = 3


class Stretch(NamedTuple):
    """Words in one language and where they begin in the whole text."""

    words: str
    language: str
    start: int

    @property
    def end(self) -> int:
        """Where they end."""
        return self.start + len(self.words)


def stretches(
    text: str, language: str, marked: Iterable[tuple[int, int]]
) -> Iterator[Stretch]:
    """The sentence in its own language, then the words in others, in their order.

    ``marked`` are the places between quotation marks.
    """
    own = language if language in LANGUAGES else language_of(text)
    if own not in LANGUAGES:
        own = "en"
    foreign: list[Stretch] = []
    last = 0
    for one in sorted(
        (*_between_marks(text, own, marked), *_of_script(text, own)), key=_place
    ):
        if one.start >= last:
            foreign.append(one)
            last = one.end
    rest = text
    for one in foreign:
        rest = rest[: one.start] + " " * len(one.words) + rest[one.end :]
    yield Stretch(rest, own, 0)
    yield from foreign


def _place(one: Stretch) -> tuple[int, int]:
    return one.start, -one.end


def _between_marks(
    text: str, own: str, marked: Iterable[tuple[int, int]]
) -> Iterator[Stretch]:
    for start, end in marked:
        words = text[start:end]
        spoken = language_of(words)
        if spoken in LANGUAGES and spoken != own:
            yield Stretch(words, spoken, start)


def _of_script(text: str, own: str) -> Iterator[Stretch]:
    pattern = _LATIN_RUN if own == "ar" else _ARABIC_RUN
    for match in pattern.finditer(text):
        words = match.group()
        if len(words.split()) >= _FEWEST:
            yield Stretch(words, _language(words, own), match.start())


def _language(words: str, own: str) -> str:
    if own != "ar":
        return "ar"
    spoken = language_of(words)
    return spoken if spoken in ("en", "fr") else "en"
