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
    return bare in _LISTED or _PATTERNS.fullmatch(bare) is not None
