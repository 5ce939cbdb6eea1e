"""Tests for the drawing of one series over time."""

from datetime import date

import pytest

from makers import days
from marsad.composing.drawing import to_svg
from marsad.composing.pieces import number
from marsad.composing.series_chart import NARROW, WIDE, Dot, Told, series_chart
from marsad.linking.indicators import Point

TOLD = Told(title="أعضاء التحالف الدولي", key=["نقطة: قيمة"], stale="انتهت صلاحيتها")


def dot(value, first, last=None, *, bound="exact", high=None, role="entry"):
    point = Point(value, high, bound, "member", None, days(first, last), ())
    return Dot(point, role, number(f"{value:g}"))


DOTS = [
    dot(67, "2016-09-27"),
    dot(74, "2018-02-13", role="rival"),
    dot(75, "2018-02-13", role="rival"),
    dot(79, "2019-01-01", "2019-12-31"),
    dot(80, "2020-06-01", bound="at_least"),
    dot(83, "2021-06-29", high=86),
    dot(84, "2022-05-12", role="proposal"),
    dot(87, "2024-10-01", bound="about"),
]


def rows(spec):
    return spec["data"]["values"]


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_series_is_drawn_in(language, width):
    svg = to_svg(series_chart(DOTS, TOLD, language=language, width=width))

    assert svg.startswith("<svg")
    assert "NaN" not in svg


def test_time_runs_from_right_to_left_in_arabic_alone():
    for language, is_mirrored in (("ar", True), ("en", False), ("fr", False)):
        spec = series_chart(DOTS, TOLD, language=language)
        x = next(
            layer["encoding"]["x"]
            for layer in spec["layer"]
            if layer["mark"]["type"] == "point" and "shape" in layer["encoding"]
        )
        assert x["scale"]["reverse"] is is_mirrored


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        pytest.param(dot(80, "2020-06-01"), "none", id="a value"),
        pytest.param(dot(80, "2020-06-01", bound="at_least"), "up", id="at least"),
        pytest.param(dot(80, "2020-06-01", bound="less_than"), "down", id="less than"),
        pytest.param(dot(80, "2020-06-01", bound="about"), "about", id="about"),
        pytest.param(dot(80, "2020-06-01", high=90), "range", id="a range"),
    ],
)
def test_a_bound_has_a_shape_of_its_own(one, kind):
    [row] = rows(series_chart([one], TOLD, language="en"))

    assert row["reach"] == kind
    assert row["low"] <= row["value"] <= row["high"]


def test_proposals_are_never_joined_by_the_line_and_carry_no_number():
    drawn = rows(series_chart(DOTS, TOLD, language="en"))

    assert [row["label"] for row in drawn if row["role"] == "proposal"] == [""]
    spec = series_chart(DOTS, TOLD, language="en")
    line = next(one for one in spec["layer"] if one["mark"]["type"] == "line")
    assert line["transform"] == [{"filter": "datum.role == 'entry'"}]


def test_of_two_rivals_the_lower_number_stands_below():
    below = {
        row["value"]: row["below"]
        for row in rows(series_chart(DOTS, TOLD, language="en"))
        if row["role"] == "rival"
    }

    assert below == {74: True, 75: False}


def test_what_is_past_its_expiry_is_shaded_and_says_so():
    fresh = series_chart(DOTS, TOLD, language="ar")
    stale = series_chart(
        DOTS,
        TOLD,
        language="ar",
        stale_from=date(2025, 10, 1),
        today=date(2026, 11, 22),
    )

    assert len(stale["layer"]) == len(fresh["layer"]) + 2
    assert "انتهت صلاحيتها" in to_svg(stale)
    assert "انتهت صلاحيتها" not in to_svg(fresh)


def test_many_dots_leave_their_numbers_to_the_table():
    many = [dot(60 + n, f"20{n + 10}-01-01") for n in range(30)]

    assert not any(
        row["label"] for row in rows(series_chart(many, TOLD, language="en"))
    )


def test_one_value_of_nothing_is_drawn_too():
    svg = to_svg(series_chart([dot(0, "2020-01-01")], TOLD, language="en"))

    assert "NaN" not in svg
