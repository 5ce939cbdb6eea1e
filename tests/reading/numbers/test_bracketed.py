"""Counts in brackets, one behind each name of a list."""

import pytest

from marsad.collecting.documents import Document
from marsad.reading.findings import DateMention, Figure
from marsad.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        pytest.param(
            "جاء الزوار من مصر (5400 زائر) والأردن (3200) وتركيا (2050) وفرنسا (1750) ولبنان (80).",
            "ar",
            [5400, 3200, 2050, 1750, 80],
            id="counts that look like years, and a small one",
        ),
        pytest.param(
            "The visitors came from Egypt (5,400), Jordan (3,200), Turkey (2010) and Malta (80).",
            "en",
            None,
            id="english",
        ),
    ],
)
def test_counts_of_a_list_are_no_years(
    text: str, language: str, values: list[int] | None
) -> None:
    found = list(read(Document("report", text, published=None, language=language)))
    assert not [one for one in found if isinstance(one, DateMention)]
    if values:
        assert [one.value for one in found if isinstance(one, Figure)] == values


def test_years_in_brackets_stay_years() -> None:
    text = "صدر له «البحر» (2008) و«النهر» (2011) و«المطر» (2014)."
    found = read(Document("report", text, published=None, language="ar"))
    assert sum(isinstance(one, DateMention) for one in found) == 3
