"""The states that a word for a monarchy may mean: «المملكة», "the Sultanate"."""

from typing import Final

_KINGDOMS: Final = frozenset(
    ["SA", "MA", "BH", "JO", "GB", "ES", "BE", "NL", "SE", "NO", "DK", "TH"]
)
_SULTANATES: Final = frozenset(["OM", "BN"])
_EMIRATES: Final = frozenset(["QA", "KW", "AE"])


def rulers(word: str) -> frozenset[str]:
    """Return the codes of the monarchies that a folded word may mean."""
    if "sultan" in word or "سلطن" in word:
        return _SULTANATES
    is_emirate = word.startswith("emira") or "امار" in word
    return _EMIRATES if is_emirate else _KINGDOMS
