"""Tests for the charts of a brief."""

import pytest

from marsad.composing.charts import draw
from marsad.composing.drafting import Drafter
from marsad.composing.drawing import to_png, to_svg


def _charts(plan, language):
    return {chart.name: chart for chart in draw(plan, Drafter(plan, language))}


def test_an_arabic_chart_is_mirrored_and_its_labels_isolated(plan):
    members = _charts(plan, "ar")["members"].spec

    assert members["title"]["text"].startswith("\u2067")
    encoding = members["layer"][0]["encoding"]
    assert encoding["x"]["scale"]["reverse"]
    assert encoding["y"]["axis"]["orient"] == "right"


def test_an_english_chart_runs_from_left_to_right(plan):
    members = _charts(plan, "en")["members"].spec

    assert not members["layer"][0]["encoding"]["x"]["scale"]["reverse"]
    assert members["title"]["anchor"] == "start"


def test_a_disputed_value_is_no_part_of_the_line(plan):
    members = _charts(plan, "en")["members"].spec

    assert [row["kind"] for row in members["data"]["values"]] == [
        "disputed",
        "disputed",
    ]
    assert members["layer"][0]["transform"] == [{"filter": "datum.kind != 'disputed'"}]


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
@pytest.mark.parametrize("name", ["members", "figures"])
def test_a_chart_is_drawn_as_svg_and_png(plan, language, name):
    chart = _charts(plan, language)[name]

    svg = to_svg(chart.spec)

    assert svg.startswith("<svg")
    assert "IBM Plex Sans Arabic" in svg
    assert to_png(svg).startswith(b"\x89PNG")


def test_a_chart_is_told_in_words(plan):
    chart = _charts(plan, "en")["figures"]

    assert "Fighters detained: about 10,000 (29 June 2021)" in chart.alternative
