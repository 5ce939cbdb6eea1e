"""Names of accounts in words and addresses: each stands there by its pseudonym alone."""

import re
from collections.abc import Callable, Iterable
from typing import Final

# A handle after its sign, with the host of another server where one follows; never the
# sign within an e-mail address.
_HANDLE: Final = re.compile(
    r"(?<![\w.])@(\w(?:[\w.-]{0,98}\w)?(?:@\w[\w-]*(?:\.\w[\w-]*)+)?)"
)
# Shorter names are words of the language as well.
_SHORTEST: Final = 3


def without_handles(text: str, called: Callable[[str], str]) -> str:
    """A text in which each handle gave its place to what it is called here."""
    if "@" not in text:
        return text
    return _HANDLE.sub(lambda found: f"@{called(found[1])}", text)


def without_own(text: str, names: Iterable[str], pseudonym: str) -> str:
    """A text or address in which the writer's own names gave place to their pseudonym.

    Only where they stand as a name: behind a sign or a slash, as in addresses.
    """
    lowered = text.casefold()
    for name in names:
        if len(name) >= _SHORTEST and name.casefold() in lowered:
            text = _own(name).sub(pseudonym, text)
    return text


def _own(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=[@/=]){re.escape(name)}(?![\w-])", re.IGNORECASE)
