"""First passwords, recovery codes and keys: made by the machine, shown once."""

import secrets
from typing import Final

# No letter that is read as another one: 31 signs, so nearly five bits each.
_SIGNS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUP: Final = 4


def groups_of_letters(groups: int) -> str:
    """Letters and digits in groups of four, easy to read out and to type."""
    drawn = (
        "".join(secrets.choice(_SIGNS) for _ in range(_GROUP)) for _ in range(groups)
    )
    return "-".join(drawn)


def first_password() -> str:
    """A password of almost a hundred bits, for one sign-in."""
    return groups_of_letters(5)
