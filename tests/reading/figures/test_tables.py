"""Tests that the cells of a table are figures of their column and row."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.collecting.documents import Document
from marsad.reading.findings import Figure
from marsad.reading.pipeline import read
from marsad.spans import prove

ENGLISH = """The agency published its figures.
| Returns by state | | |
|---|---|---|
| State | Displaced persons | Returns (%) |
|---|---|---|
| Iraq | 257,000 | 12 |
| Syria | 1.2 million | 35 |
More will follow."""
ARABIC = """نشرت الوكالة أرقامها.
| الدولة | النازحون | 2021 |
| العراق | 257000 | 12% |
| سوريا | 1.2 مليون | 35% |
"""
FRENCH = """L'agence a publié ses chiffres.
| Pays | Réfugiés | Année |
|---|---|---|
| Irak | 2.500 | 2019 |
| Syrie | 3.100 | 2020 |
"""


def figures(text, language):
    """The figures of a text, by their words."""
    found = read(Document("any", text, date(2021, 7, 6), language))
    return {one.span.quote: one for one in found if isinstance(one, Figure)}


def test_the_head_of_the_column_counts_and_the_row_says_where():
    found = figures(ENGLISH, "en")

    assert found["257,000"].unit == "person"
    assert found["257,000"].place == "IQ"
    assert found["1.2 million"].value == 1_200_000
    assert found["1.2 million"].subject == "Displaced persons, Syria"
    assert found["35"].unit == "percent"


def test_a_cell_takes_no_unit_from_the_text_before_the_table():
    text = (
        "The Coalition has 83 members.\n\n"
        "| Province | Returnees (2020) |\n| Anbar | 12,400 |\n| Nineveh | 45,210 |\n"
    )

    found = figures(text, "en")

    assert found["12,400"].unit == found["45,210"].unit == "person"


def test_a_year_at_the_head_says_when_it_held():
    found = figures(ARABIC, "ar")

    assert found["12%"].as_of == "2021"
    assert found["12%"].place == "IQ"
    assert found["257000"].unit == "person"


def test_a_column_of_years_counts_nothing():
    found = figures(FRENCH, "fr")

    assert found["2.500"].value == 2500
    assert found["2.500"].place == "IQ"
    assert not {"2019", "2020"} & found.keys()


def test_bars_that_are_no_table_are_left_alone():
    assert figures("| 12 |", "en") == {}
    assert "|" not in str(figures("Iraq | Syria | 14 states attended |", "en").keys())


@settings(deadline=None)
@given(st.text(st.sampled_from("| \n-12%aIraq,.:٢"), max_size=120))
def test_any_bars_are_read(text):
    for language in ("ar", "en", "fr"):
        for one in figures(text, language).values():
            prove(one.span, text)


@pytest.mark.parametrize("rows", [10, 1000])
def test_long_tables_are_read_up_to_a_bound(rows):
    text = "| State | Persons |\n" + "| Iraq | 25 |\n" * rows

    found = read(Document("any", text, None, "en"))

    counted = [one for one in found if isinstance(one, Figure)]
    assert len(counted) >= min(rows, 300)
