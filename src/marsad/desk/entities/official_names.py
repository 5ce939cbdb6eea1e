"""What states, bodies and public figures are called, from the engines' own word files."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from marsad.composing.counting import table
from marsad.composing.naming import Names
from marsad.composing.pieces import plain
from marsad.desk.entities.models import EntityKind
from marsad.reading.lexicon import rows

LANGUAGES: Final = ("ar", "en", "fr")
_APOSTROPHE: Final = str.maketrans("'", "’")


@dataclass(frozen=True, slots=True)
class Official:
    """The names of one entity by language, and its code where it has one."""

    names: Mapping[str, str]
    iso: str | None = None


def official(kind: str, canonical: str) -> Official | None:
    """The names that the word files give, or None for whom they do not know."""
    if kind == EntityKind.PERSON:
        return _figures().get(canonical)
    if canonical in _states():
        names = {one: plain(_naming(one).party(canonical)) for one in LANGUAGES}
        return Official(names, canonical)
    return _groups().get(canonical) or _bodies().get(canonical)


def is_state(iso: str) -> bool:
    """Whether a code is that of a state, ISO 3166 alpha-2."""
    return iso in _states()


@cache
def _states() -> frozenset[str]:
    return frozenset(row["iso"] for row in table("states"))


@cache
def _naming(language: str) -> Names:
    return Names((), language)


@cache
def _bodies() -> Mapping[str, Official]:
    return _from("bodies")


@cache
def _groups() -> Mapping[str, Official]:
    return _from("state_groups")


@cache
def _figures() -> Mapping[str, Official]:
    return _from("public_figures")


def _from(lexicon: str) -> Mapping[str, Official]:
    found: dict[str, Official] = {}
    for row in rows(lexicon):
        # The first of several forms is the one that newsrooms write most.
        forms = {one: (row.get(one) or "").split("|")[0] for one in LANGUAGES}
        # The canonical name is the English one, or its well-known short form.
        forms["en"] = row["canonical"]
        forms["fr"] = forms["fr"].translate(_APOSTROPHE)
        names = {language: form for language, form in forms.items() if form}
        # A name has several rows where its forms are of several sorts; the first is best.
        before = found.get(row["canonical"])
        known = {**names, **before.names} if before else names
        found[row["canonical"]] = Official(known)
    return found


@cache
def forms_of(canonical: str) -> frozenset[str]:
    """Every Arabic form of a name that the word files hold, as written there."""
    found: set[str] = set()
    for lexicon, key in (
        ("states", "iso"),
        ("bodies", "canonical"),
        ("state_groups", "canonical"),
    ):
        for row in rows(lexicon):
            if row[key] == canonical:
                found |= set((row.get("ar") or "").split("|"))
    return frozenset(found - {""})
