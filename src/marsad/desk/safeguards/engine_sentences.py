"""Sentences of engines in the reader's language; engines tell them in English.

What was written stands among their words, so each is known by a pattern with places, as
``has no "%(name)s"``. What no pattern knows stays as the engine said it.
"""

import re
from functools import cache
from typing import Final

from django.utils.translation import gettext as _

Patterns = tuple[str, ...]
_PLACE: Final = re.compile(r"%\\\((\w+)\\\)s")


def translated(words: str, patterns: Patterns) -> str:
    """A sentence of an engine by the pattern that knows it, with what stood in its places."""
    for pattern, expression in _by_reading(patterns):
        found = expression.fullmatch(words)
        if found is not None:
            said = _(pattern)
            return said % found.groupdict() if found.groupdict() else said
    return words


@cache
def _by_reading(patterns: Patterns) -> list[tuple[str, re.Pattern[str]]]:
    # What is said without a place, or with more words around it, is the better reading.
    ordered = sorted(patterns, key=lambda one: ("%(" in one, -len(one)))
    return [(one, _expression(one)) for one in ordered]


def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile(_PLACE.sub(r"(?P<\1>.+)", re.escape(pattern)), re.DOTALL)
