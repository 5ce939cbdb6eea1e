"""What the units of figures are called in the language of the interface."""

from collections.abc import Mapping
from functools import cache

from marsad.composing.counting import nouns
from marsad.reading.lexicon import rows


@cache
def units(language: str) -> Mapping[str, str]:
    """One of each unit that readers count in, in a language: a member, a dollar."""
    if language == "en":
        # Readers name units in English, and currencies by their codes.
        return {}
    found: dict[str, str] = {}
    # A unit stands for other words too; the row that says the word itself names it best.
    for row in sorted(rows("units"), key=_distance):
        form = row[language].split("|")[0].replace("'", "’")
        if form:
            found.setdefault(row["unit"].rstrip("?"), form)
    for unit, row in nouns().items():
        if row["kind"] == "thing":
            found[unit] = row[f"{language}_one"]
    return found


def _distance(row: Mapping[str, str]) -> int:
    """How far a row's first word is from the name of its unit."""
    said = row["en"].split("|")
    if row["unit"] in said:
        return min(said.index(row["unit"]), 1)
    return 2
