"""Whether a role is a public office: only whoever holds one may have a page."""

from functools import cache
from typing import Final

from marsad.reading.lexicon import rows

# Kinds of title in the readers' word file: an office of a state or body, or a rank.
# Forms of address and private callings (lawyer, player, colleague) are neither.
_PUBLIC: Final = frozenset(("office", "rank"))


def is_public_office(role: str) -> bool:
    """Whether a role, as the readers put it, is an office: "Foreign Minister of KW"."""
    written = role.strip()
    return any(
        written == title or written.startswith(f"{title} of ") for title in _titles()
    )


@cache
def _titles() -> frozenset[str]:
    return frozenset(row["english"] for row in rows("titles") if row["kind"] in _PUBLIC)
