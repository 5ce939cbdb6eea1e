"""User names: written one way, so that nobody is two people by the case of a letter."""

import re
import unicodedata
from typing import Final

SHORTEST: Final = 2
LONGEST: Final = 60
# Letters and digits of any script, and the signs of mail addresses.
_GOOD: Final = re.compile(r"[\w.@+-]+")


def plain(written: str | None) -> str:
    """The one form of a user name, whatever case and width its letters have."""
    return unicodedata.normalize("NFKC", written or "").strip().casefold()


def is_good(username: str) -> bool:
    """Whether these letters make a user name."""
    return SHORTEST <= len(username) <= LONGEST and bool(_GOOD.fullmatch(username))
