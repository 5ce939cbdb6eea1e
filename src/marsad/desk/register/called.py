"""What a state, a body or a person is called in the language of the interface."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from django.utils import translation
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from marsad.composing.counting import table
from marsad.composing.naming import Names
from marsad.composing.pieces import Piece, Pieces, fill, name
from marsad.desk.entities.models import EntityKind
from marsad.desk.entities.official_names import official
from marsad.desk.register.arabic_called import arabic_name, states_by_name
from marsad.reading.lexicon import rows

# Several states in one name stand without a blank between: "FR,IQ".
_AND: Final = re.compile(r",(?! )")
_OFFICE: Final = re.compile(r"(.*[^a-z ][^ ]*) ([a-z][a-z ]*)")


def called(canonical: str, names: Mapping[str, str]) -> SafeString:
    """A name as the page shows it: the register's own, else that of the word files."""
    known = names.get(canonical)
    if known:
        return format_html("<bdi>{}</bdi>", known)
    language = (translation.get_language() or "en")[:2]
    parts = [one for one in _AND.split(canonical) if one]
    if len(parts) > 1:
        comma = "، " if language == "ar" else ", "
        return format_html_join(comma, "{}", ((called(one, names),) for one in parts))
    return format_html_join("", "{}", map(_isolated, _pieces(canonical, language)))


def town(city: str) -> SafeString:
    """The name of a town, from the word files where they have it."""
    language = (translation.get_language() or "en")[:2]
    pieces = Names((), language).town(city)
    return format_html_join("", "{}", map(_isolated, pieces))


def _isolated(piece: Piece) -> tuple[str | SafeString]:
    if piece.kind == "words":
        return (piece.text,)
    if piece.language:
        return (format_html('<bdi lang="{}">{}</bdi>', piece.language, piece.text),)
    return (format_html("<bdi>{}</bdi>", piece.text),)


@lru_cache(maxsize=4000)
def _pieces(canonical: str, language: str) -> Pieces:
    figure = official(EntityKind.PERSON, canonical)
    party = official("", states_by_name().get(canonical, canonical))
    for one in (figure, party):
        if one is not None and language in one.names:
            return name(one.names[language])
    by_rule = arabic_name(canonical) if language == "ar" else ""
    if by_rule:
        return name(by_rule)
    if canonical.startswith("Government of "):
        return Names((), language).speaker(canonical, None)
    office = _office(canonical)
    if office:
        return _of(*office, canonical, language)
    label = _labels(language).get(canonical)
    if label:
        return name(label)
    return name(canonical, "en" if canonical.isascii() and language != "en" else None)


def _office(canonical: str) -> tuple[str, str] | None:
    """An office and whose it is: "Global Coalition spokesperson"."""
    found = _OFFICE.fullmatch(canonical)
    if found is None or not found[1][:1].isupper():
        return None
    is_known = any(row["label"] == found[2] for row in table("speakers"))
    return (found[2], found[1]) if is_known else None


def _of(label: str, body: str, canonical: str, language: str) -> Pieces:
    if language != "ar":
        return Names((), language).speaker(canonical, None)
    # Arabic names take no article behind an office, so any name may stand there.
    rows_of_label = (row for row in table("speakers") if row["label"] == label)
    template = next(row["of"] for row in rows_of_label if row["language"] == "ar")
    return fill(template, of=_pieces(body, "ar"))


@cache
def _labels(language: str) -> Mapping[str, str]:
    """What a speaker without a name is called: an official, a report."""
    if language == "en":
        return {}
    found: dict[str, str] = {}
    for row in rows(f"{language}_speakers"):
        found.setdefault(row["label"], row["form"].split("|")[0])
    return found
