"""What a series of figures is called, in the language of whoever looks at it."""

from functools import cache
from typing import Final

from marsad.composing.counting import nouns, table
from marsad.composing.naming import Names
from marsad.composing.pieces import fill, plain
from marsad.linking.values import ATTENDANCE

# A count of members whose body no text names has no frame to stand in.
_OWNED: Final = "{owner}"
_ATTENDANCE: Final = {"ar": "المشاركون", "en": "Taking part", "fr": "Participants"}


def series_title(key: str, language: str) -> str:
    """The title of a series by its key, "indicator|body|place|unit"."""
    indicator, body, place, unit = (*key.split("|"), "", "", "")[:4]
    row = _frames().get((indicator, language))
    if row is None:
        return indicator
    names = Names((), language)
    if _OWNED in row and not body:
        return _without_owner(indicator, unit, language)
    filled = fill(
        row,
        owner=names.of(body) if body else (),
        place=names.place(place) if place else (),
    )
    return plain(filled)


def _without_owner(indicator: str, unit: str, language: str) -> str:
    if indicator == ATTENDANCE:
        return _ATTENDANCE[language]
    noun = (
        nouns().get(unit, {}).get("ar_few" if language == "ar" else f"{language}_many")
    )
    return noun[:1].upper() + noun[1:] if noun else indicator


@cache
def _frames() -> dict[tuple[str, str], str]:
    return {
        (row["indicator"], row["language"]): row["label"] for row in table("indicators")
    }
