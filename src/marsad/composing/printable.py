"""Letters that the shipped fonts can show; others are shown as one sign, not as nothing.

An accessible PDF must show every letter it holds, so one picture letter in a quotation
would else keep a whole brief from being printed. Pages and Word files keep the letter.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any, Final

import typst

from marsad.composing.drawing import font_folder

# Shown in its place: no letter of any language, so nobody reads it as one.
REPLACEMENT: Final = "\ufffd"
# What is in the fonts for certain; everything else is tried once.
_CERTAIN: Final = re.compile(
    "[\n\r\t -~\u00a0-\u017f\u0600-\u0614\u061b-\u06ff\u2010-\u2027\u2066-\u2069]*"
)
_VOWEL_SIGNS: Final = re.compile("[\u064b-\u0652\u0670]")
# Words of one text in more strange letters than this are no language that we print.
_MOST_TRIED: Final = 4096


def printable(text: str) -> str:
    """The text with every letter that no font shows replaced by one sign."""
    if _CERTAIN.fullmatch(text):
        return text
    return "".join(
        letter if _CERTAIN.fullmatch(letter) or _is_shown(letter) else REPLACEMENT
        for letter in text
    )


def printable_drawing(svg: str) -> str:
    """A drawing as it can be printed: its Arabic labels without vowel signs.

    In a drawing they have no letter of their own, which an accessible PDF forbids.
    """
    return printable(_VOWEL_SIGNS.sub("", unicodedata.normalize("NFC", svg)))


@cache
def fonts() -> typst.Fonts:
    """The shipped fonts only, so that every machine prints the same bytes."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(font_folder())])


@lru_cache(maxsize=_MOST_TRIED)
def _is_shown(letter: str) -> bool:
    """Whether a letter can be printed, tried by printing it alone."""
    if unicodedata.category(letter) in ("Cc", "Cs", "Co", "Cn"):
        return False
    compiled: Any = typst.compile
    page = b'#set document(title: "x")\n#json("letter.json")'
    try:
        compiled(
            {"main.typ": page, "letter.json": f'"{letter}"'.encode()},
            font_paths=fonts(),
            pdf_standards="ua-1",
        )
    except typst.TypstError:
        return False
    return True
