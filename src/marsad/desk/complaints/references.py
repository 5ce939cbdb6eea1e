"""Numbers by which a writer asks after what they sent, without any account."""

import secrets
from typing import Final

# No letter and no digit that looks like another one.
_SIGNS: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def fresh_reference() -> str:
    """Twelve signs in three groups: nobody guesses one, and one can read it aloud."""
    groups = ("".join(secrets.choice(_SIGNS) for _n in range(4)) for _g in range(3))
    return "-".join(groups)
