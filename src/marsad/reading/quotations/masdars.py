"""Arabic nouns of action: what a party pledges, agrees or decides to do.

Most are known by their pattern (تقديم، استقبال، مضاعفة); those whose pattern other nouns
share (إرسال like أطفال) and the short ones (دعم، رفع) are listed.
"""

import re
from functools import cache

from marsad.reading.wordsets import wordset

_LISTED = wordset("masdars")
_OTHERS = wordset("not_masdars")

# Folded: تفعيل، تسوية، استقبال، استضافة، انضمام، احتواء، مضاعفة، تبادل، تجنب.
_PATTERNS = re.compile(
    r"ت\w{2}ي\w|ت\w{2}يه|است\w{2}ا\w|است\w{2,3}ه|ان\w{2}ا\w|ا\wت\wا\w|م\wا\w{2}ه|ت\wا\w{2}"
)


@cache
def is_masdar(word: str) -> bool:
    """Say whether a folded word, with its article or without, is a noun of action."""
    bare = word.removeprefix("ال")
    if bare in _OTHERS:
        return False
    return _is_known(bare) or (bare == word and _is_known(_without_owner(word)))


def _is_known(word: str) -> bool:
    return word in _LISTED or _PATTERNS.fullmatch(word) is not None


_OWNERS = ("هما", "ها", "هم", "نا", "ه")


def _without_owner(word: str) -> str:
    """Cut «its» off: نقلها is نقل, استضافته استضافة."""
    for ending in _OWNERS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            bare = word.removesuffix(ending)
            return bare[:-1] + "ه" if bare.endswith("ت") else bare
    return word
