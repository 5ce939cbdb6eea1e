"""How rare a name or a word is: a rare one tells stories apart, a common one does not."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Final

# What stands in fewer texts than one in a hundred is as rare as can be.
_RAREST: Final = 0.01
# Written onto an Arabic word, the longest first; what is left must still be a word.
_PREFIXES: Final = (
    "وبال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "ك",
)  # fmt: skip
_SUFFIXES: Final = ("هما", "ات", "ون", "ين", "ان", "يه", "ها", "هم", "ه", "ي")
_STEM: Final = {"ar": 5}
_LATIN_STEM: Final = 6
_SHORTEST: Final = 3


@dataclass(frozen=True, slots=True)
class Commonness:
    """The share of texts in which each name or word stands, for the more common ones.

    A site that has counted its own documents gives its own; what is not counted is rare.
    """

    shares: Mapping[str, float] = field(default_factory=dict)

    def rarity(self, name: str) -> float:
        """From 0 for what stands in every text to 1 for what stands in few."""
        share = min(1.0, max(self.shares.get(name, 0.0), _RAREST))
        return math.log(share) / math.log(_RAREST)


@cache
def usual() -> Commonness:
    """The shares counted once in open news corpora, for who has no counts yet."""
    folder = files("marsad.linking.lexicons")
    lines = folder.joinpath("commonness.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return Commonness({name: int(percent) / 100 for name, percent in rows[1:]})


def stem(word: str, language: str) -> str:
    """The beginning that the forms of a folded word share, or "" for a short word."""
    if language == "ar":
        word = _bare(word)
    return f"{language}:{word[: _STEM.get(language, _LATIN_STEM)]}" if word else ""


def _bare(word: str) -> str:
    """An Arabic word without what is written onto it."""
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) >= len(prefix) + _SHORTEST:
            word = word[len(prefix) :]
            break
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) >= len(suffix) + _SHORTEST:
            return word[: -len(suffix)]
    return word
