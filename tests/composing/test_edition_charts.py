"""Tests for the charts of an edition."""

import json
from dataclasses import replace

import pytest

from composing.edition_maker import edition, large_edition
from marsad.composing import edition_charts as subject
from marsad.composing.edition_charts import drawn, edition_charts


def test_a_chart_shows_each_cited_figure_with_bound_day_and_rivals():
    (chart,) = edition_charts(edition(), "en")
    rows = chart.spec["data"]["values"]

    assert [row["value"] for row in rows] == [12, 40, 66, 74, 83, 85, 86, 87, 88]
    assert [row["role"] for row in rows][-3:] == ["entry", "rival", "rival"]
    assert rows[-3]["mark"] == "about"
    assert rows[0]["day"] == "2014-12-31"


def test_a_chart_is_told_in_words():
    (chart,) = edition_charts(edition(), "en")

    assert chart.alternative.startswith("Members of the league. 31 December 2014: 12;")
    assert "about 86" in chart.alternative
    assert "88 (disputed)" in chart.alternative


def test_labels_are_isolated_and_time_runs_from_right_to_left_in_arabic():
    (chart,) = edition_charts(edition(), "ar")
    axis = json.dumps(chart.spec["layer"], ensure_ascii=False)

    assert chart.spec["title"]["text"] == "\u2067أعضاء الرابطة\u2069"
    assert chart.spec["title"]["anchor"] == "end"
    assert '"reverse": true' in axis
    assert '"orient": "right"' in axis


def test_charts_have_one_name_in_all_languages():
    made = large_edition("ar", "en", charts=3)

    assert [one.name for one in edition_charts(made, "ar")] == [
        one.name for one in edition_charts(made, "en")
    ] == ["chart-1", "chart-2", "chart-3"]  # fmt: skip


def test_what_is_past_its_expiry_is_shaded():
    made = edition("en")
    stale = tuple(
        replace(one, expires_on=one.day) if one.number == 28 else one
        for one in made.entries
    )
    (chart,) = edition_charts(replace(made, entries=stale), "en")

    assert "past its expiry" in json.dumps(chart.spec)


def test_a_chart_without_figures_is_left_out():
    made = edition("en")

    assert edition_charts(replace(made, entries=()), "en") == ()


def test_a_drawing_is_made_once_and_kept_in_the_folder(tmp_path, monkeypatch):
    (chart,) = edition_charts(edition(), "fr")
    first = drawn(chart, tmp_path)
    assert {one.suffix for one in tmp_path.iterdir()} == {".svg", ".png"}

    subject._draw.cache_clear()
    monkeypatch.setattr(subject, "to_svg", lambda spec: pytest.fail("drawn again"))
    assert drawn(chart, tmp_path) == first
