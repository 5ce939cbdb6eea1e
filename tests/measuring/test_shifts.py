"""Whether a count changed, and how sure that is."""

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.measuring.shifts import change_points, shift


def poisson(chance, mean):
    """A count by Knuth's way; for means of tests."""
    limit, count, product = math.exp(-mean), 0, chance.random()
    while product > limit:
        count += 1
        product *= chance.random()
    return count


def test_three_times_as_much_after_a_quiet_month_is_a_rise():
    found = shift([20, 22, 19, 21, 18, 23, 20], 60)

    assert found.is_rise
    assert 2 < found.low < found.ratio < found.high < 4.5


def test_a_count_as_before_is_no_change():
    found = shift([20, 22, 19, 21, 18, 23, 20], 21)

    assert not found.is_rise
    assert not found.is_fall


def test_what_swings_by_itself_needs_more_to_be_a_rise():
    calm, wild = [20] * 8, [2, 45, 8, 38, 1, 41, 5, 20]

    assert shift(calm, 40).is_rise
    assert not shift(wild, 40).is_rise


def test_fewer_than_four_stretches_before_say_nothing():
    assert shift([10, 12, 11], 50) is None


def test_nothing_at_all_says_nothing():
    assert shift([0, 0, 0, 0, 0], 0) is None


def test_nothing_after_much_is_a_fall():
    assert shift([40, 38, 45, 41, 39], 0).is_fall


@pytest.mark.parametrize("mean", [5, 20, 80])
def test_the_interval_holds_no_change_in_19_of_20_quiet_series(mean):
    chance = random.Random(7)  # noqa: S311 (no secret)
    series = [
        ([poisson(chance, mean) for _ in range(8)], poisson(chance, mean))
        for _ in range(400)
    ]

    held = sum(
        not (found.is_rise or found.is_fall)
        for found in (shift(before, now) for before, now in series)
    )

    assert held / 400 >= 0.94


@given(st.lists(st.integers(0, 10_000), max_size=30), st.integers(0, 10_000))
def test_the_ratio_lies_in_its_interval(before, now):
    found = shift(before, now)

    assert found is None or found.low <= found.ratio <= found.high


def test_a_step_is_found_where_it_is():
    chance = random.Random(3)  # noqa: S311 (no secret)
    series = [poisson(chance, 20) for _ in range(30)]
    series += [poisson(chance, 45) for _ in range(30)]

    (found,) = change_points(series)

    assert found.first <= 30 <= found.last
    assert abs(found.at - 30) <= 2
    assert found.before < 25 < 40 < found.after


def test_a_quiet_series_has_a_change_point_in_one_of_twenty_at_most():
    chance = random.Random(11)  # noqa: S311 (no secret)
    quiet = [[poisson(chance, 20) for _ in range(40)] for _ in range(60)]

    assert (
        sum(bool(change_points(one, seed=place)) for place, one in enumerate(quiet))
        <= 7
    )


def test_a_short_series_has_none():
    assert change_points([1, 90, 1, 90]) == ()
