"""Tests for what a series of figures is called."""

import pytest

from marsad.composing.series_titles import series_title
from marsad.linking.registers import indicators

LANGUAGES = ("ar", "en", "fr")


@pytest.mark.parametrize(
    ("key", "titles"),
    [
        pytest.param(
            "members|Global Coalition||member",
            (
                "أعضاء التحالف الدولي",
                "Members of the Global Coalition",
                "Membres de la Coalition mondiale",
            ),
            id="of a body",
        ),
        pytest.param(
            "repatriated||KZ|person",
            (
                "العائدون إلى بلدانهم (كازاخستان)",
                "Repatriated (Kazakhstan)",
                "Personnes rapatriées (Kazakhstan)",
            ),
            id="in a place",
        ),
        pytest.param(
            "members|||member", ("أعضاء", "Members", "Membres"), id="of no named body"
        ),
    ],
)
def test_a_series_has_a_title_in_three_languages(key, titles):
    assert tuple(series_title(key, one) for one in LANGUAGES) == titles


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_indicator_of_the_register_has_a_title(language):
    for indicator in indicators():
        title = series_title(f"{indicator.name}|||{indicator.units[0]}", language)
        assert title not in ("", indicator.name)
        assert "{" not in title


def test_an_unknown_series_is_called_by_its_key():
    assert series_title("prices|||USD", "ar") == "prices"
