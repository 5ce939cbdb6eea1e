"""What was done to a text so that it is not known again, told by comparing the two.

The codes are those of ``EVASIONS``; a page says each in the reader's language.
"""

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from marsad.matching.wording.letters import DIGITS, kinds

EVASIONS: Final = (
    "dotless",
    "dots",
    "digits",
    "look_alikes",
    "spaced",
    "elongated",
    "emoji",
    "tatweel",
    "marks",
    "invisible",
    "forms",
    "reordered",
    "latin",
)
# Each is told where it stands in the post and not in the banked text.
_SIGNS: Final = {
    "look_alikes": re.compile("[\u0370-\u03ff\u0400-\u052fکیھہۆۇېگڤ]"),
    "spaced": re.compile(r"(?:\b\w[\W_]{1,4}){5}"),
    "elongated": re.compile("([^\\W\\d_\u0640])\\1\\1"),
    "emoji": re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"),
    "tatweel": re.compile("\u0640"),
    "marks": re.compile("[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]"),
    "invisible": re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"),
    "forms": re.compile("[\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\uff01-\uff5e]"),
}
_DOTLESS: Final = frozenset(kinds()[letter] for letter in "ںٮڡٯ")
_DIGIT: Final = frozenset(kinds()[digit] for digit in DIGITS)
# A letter or two with other dots are a misprint.
_FEWEST_DOTS: Final = 3

Runs = Sequence[tuple[int, int, int, int]]


def evasions(
    banked: str,
    met: str,
    runs: Runs,
    of_banked: NDArray[np.uint8],
    of_met: NDArray[np.uint8],
) -> tuple[str, ...]:
    """The evasions by which a stretch of a post differs from a banked text.

    Runs are places in both streams, whose kinds of letters are given.
    """
    found = set(_signs(banked, met)) | set(_dots(runs, of_banked, of_met))
    places = [place for _, _, place, _ in runs]
    if places != sorted(places):
        found.add("reordered")
    return tuple(code for code in EVASIONS if code in found)


def _signs(banked: str, met: str) -> list[str]:
    return [
        code
        for code, sign in _SIGNS.items()
        if sign.search(met) and not sign.search(banked)
    ]


def _dots(
    runs: Runs, of_banked: NDArray[np.uint8], of_met: NDArray[np.uint8]
) -> list[str]:
    """Whether letters are the same but for their dots, or stand as digits."""
    pairs = [(of_banked[a:b], of_met[c:d]) for a, b, c, d in runs]
    other = [one for theirs, ours in pairs for one in ours[theirs != ours].tolist()]
    codes = ["digits"] if not _DIGIT.isdisjoint(other) else []
    if not _DOTLESS.isdisjoint(other):
        return [*codes, "dotless"]
    changed = sum(one not in _DIGIT for one in other)
    return [*codes, "dots"] if changed >= _FEWEST_DOTS else codes
