"""Tests that scores say how often findings like this one are right."""

import importlib.util
from datetime import date
from pathlib import Path

import pytest

from marsad.collecting.documents import Document
from marsad.reading import calibration
from marsad.reading.pipeline import read, read_raw

TOOL = Path(__file__).parents[2] / "tools" / "calibrate.py"
TEXT = "وقال جون كيري في بغداد إن 83 دولة تعهدت بتقديم 2.3 مليار دولار."


@pytest.fixture(scope="module")
def calibrate():
    """The tool that writes the table."""
    spec = importlib.util.spec_from_file_location("calibrate", TOOL)
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


def test_scores_are_shares_and_nothing_else_changes():
    document = Document("any", TEXT, date(2018, 3, 1), "ar")

    scored, raw = read(document), read_raw(document)

    assert [one.span for one in scored] == [one.span for one in raw]
    assert all(0 < one.score <= 1 for one in scored)
    assert [one.score for one in scored] != [one.score for one in raw]


def test_the_smallest_group_that_was_counted_gives_the_score(monkeypatch):
    counted = {("call",): 0.5, ("call", "calls.finite"): 0.7}
    monkeypatch.setattr(calibration, "_table", lambda: counted)
    groups = calibration.groups_of("call", "calls.finite", "ar", 0.85)
    others = calibration.groups_of("call", "calls.modal", "ar", 0.85)

    assert calibration.chance(groups, 0.85) == 0.7
    assert calibration.chance(others, 0.85) == 0.5


def test_a_kind_that_nobody_counted_keeps_the_weight_of_its_rule(monkeypatch):
    monkeypatch.setattr(calibration, "_table", dict)

    groups = calibration.groups_of("call", "calls.finite", "ar", 0.85)

    assert calibration.chance(groups, 0.85) == 0.85


def test_a_small_group_is_drawn_towards_the_larger_one(calibrate):
    often = calibration.groups_of("date", "dates.month", "ar", 0.9)
    seldom = calibration.groups_of("date", "dates.digits", "ar", 0.9)
    every = [calibrate.Outcome(often, is_right=True)] * 360
    every += [calibrate.Outcome(seldom, is_right=False)] * 120

    made = calibrate.table(every)

    assert made["date", "dates.month"][0] > 0.9
    assert 0.2 < made["date", "dates.digits"][0] < 0.6


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([(0.95, True)] * 19 + [(0.95, False)], 0.0, id="nine in ten"),
        pytest.param([(0.9, False)] * 10, 0.9, id="sure and wrong"),
        pytest.param([(0.5, True), (0.5, False)], 0.0, id="undecided"),
        pytest.param([], 0.0, id="nothing"),
    ],
)
def test_the_error_is_the_distance_between_score_and_share(calibrate, rows, expected):
    assert calibrate.error(rows) == pytest.approx(expected, abs=1e-9)
