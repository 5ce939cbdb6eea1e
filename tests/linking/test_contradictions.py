"""Tests for rival values."""

import pytest

from makers import document, membership, party, reading
from marsad.linking.contradictions import find_contradictions, reach
from marsad.linking.indicators import Point, link_indicators
from marsad.linking.moments import moment_of


def _members(named, count, as_of=None, published="2018-02-14"):
    text = f"The Amber League now has {count} members."
    return reading(
        document(text, named=named, language="en", published=published),
        party("Amber League", "Amber League"),
        membership(f"has {count} members", count, as_of=as_of),
    )


def _rivals(*readings):
    found = find_contradictions(link_indicators(readings))
    return [[point.value for point in one.points] for one in found]


def test_two_values_for_one_day_are_rivals():
    assert _rivals(_members("a", 74), _members("b", 75)) == [[74, 75]]


def test_a_later_value_supersedes_and_is_no_rival():
    late = _members("b", 75, published="2018-06-01")

    assert _rivals(_members("a", 74), late) == []


def test_values_for_a_whole_year_do_not_contradict_each_other():
    readings = _members("a", 74, as_of="2018"), _members("b", 75, as_of="2018-05-01")

    assert _rivals(*readings) == []


def test_three_rivals_are_one_contradiction():
    readings = _members("a", 74), _members("b", 75), _members("c", 76)

    assert _rivals(*readings) == [[74, 75, 76]]


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        pytest.param(("exact", 74), ("exact", 74), True, id="the same"),
        pytest.param(("exact", 74), ("exact", 75), False, id="two exact values"),
        pytest.param(("about", 10000), ("exact", 10400), True, id="about reaches a tenth"),
        pytest.param(("about", 10000), ("about", 13000), False, id="about is not anything"),
        pytest.param(("more_than", 600), ("exact", 741), True, id="more than is open above"),
        pytest.param(("more_than", 600), ("at_most", 500), False, id="nothing between"),
    ],
)  # fmt: skip
def test_bounds_decide_whether_values_agree(one, other, agree):
    day = moment_of("2021-06-28", None)
    first, second = (
        reach(Point(value, None, bound, "person", None, day, ()))
        for bound, value in (one, other)
    )

    assert (first.high >= second.low and second.high >= first.low) is agree
