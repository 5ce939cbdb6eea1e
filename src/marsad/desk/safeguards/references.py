"""Numbers that are read aloud: of what somebody sent without an account, of a notice."""

import secrets
from typing import Final

# No letter and no digit that looks like another one.
_SIGNS: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def fresh_reference(groups: int = 3) -> str:
    """Four signs a group, twelve by itself: nobody guesses one, and one can read it aloud."""
    drawn = ("".join(secrets.choice(_SIGNS) for _n in range(4)) for _g in range(groups))
    return "-".join(drawn)
