"""The address that a writer gives: known again by its marks, and never kept."""

import re
from typing import Final

from marsad.desk.posts.keys import all_keys
from marsad.errors import Unreadable
from marsad.matching.links.canonical import canonical_address, page_key

_WHAT: Final = "address"


def marks_of(written: str) -> tuple[str, ...]:
    """Every mark that a post of this address may carry, the one in use first.

    An address is tried without the account that stands before it, in its canonical form,
    and as it was written; under the key in use and those before it.
    """
    return tuple(
        key.mark(_WHAT, one) for key in all_keys()[::-1] for one in _forms(written)
    )


def without_address(words: str, written: str) -> str:
    """The words with the address left out wherever they repeat it."""
    forms = sorted({*_forms(written), written.strip()}, key=len, reverse=True)
    bare = [re.sub(r"^https?://(?:www\.)?", "", one).rstrip("/") for one in forms]
    repeated = "|".join(re.escape(one) for one in bare if one)
    pattern = rf"(?:https?://)?(?:www\.)?(?:{repeated})/?(?![\w-])"
    return re.sub(pattern, "[…]", words, flags=re.IGNORECASE)


def is_address(written: str) -> bool:
    """Whether this can be the address of anything."""
    try:
        canonical_address(written)
    except Unreadable:
        return False
    return True


def _forms(written: str) -> tuple[str, ...]:
    canonical = canonical_address(written)
    return tuple(dict.fromkeys((page_key(canonical), canonical, written.strip())))
