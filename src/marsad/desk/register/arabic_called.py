"""What bodies are called in Arabic beside the lists of names: their ministries, by rule."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from marsad.composing.counting import table
from marsad.desk.entities.official_names import official
from marsad.reading.lexicon import rows

_MINISTRY: Final = re.compile(r"(?:(.+) )?Ministry of (.+)")
_JOINTS: Final = re.compile(r",? and |, ")


def arabic_name(canonical: str) -> str:
    """The Arabic name of a body by its English one, empty where none can be told."""
    return _bodies().get(canonical) or _ministry(canonical)


def _ministry(canonical: str) -> str:
    found = _MINISTRY.fullmatch(canonical)
    if found is None:
        return ""
    fields = [_fields().get(one, "") for one in _JOINTS.split(found[2])]
    whose = official("", states_by_name().get(found[1], "")) if found[1] else None
    if not all(fields) or (found[1] and whose is None):
        return ""
    name = f"وزارة {' و'.join(fields)}"
    return f"{name} في {whose.names['ar']}" if whose else name


@cache
def states_by_name() -> Mapping[str, str]:
    """The codes of states by their English names."""
    return {row["en"]: row["iso"] for row in table("states")}


@cache
def _bodies() -> Mapping[str, str]:
    return _first("bodies_ar", "canonical")


@cache
def _fields() -> Mapping[str, str]:
    return _first("body_fields", "english")


def _first(lexicon: str, key: str) -> Mapping[str, str]:
    """The first Arabic form of each name in a word file."""
    found: dict[str, str] = {}
    for row in rows(lexicon):
        form = row["ar"].split("|")[0]
        if form:
            found.setdefault(row[key], form)
    return found
