"""Krippendorff's alpha against its author's own worked examples, and at its edges."""

import itertools
import random

import pytest

from marsad.measuring.agreement import Undefined, agreement, confusion

# K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), parts A, B and C.
MEG = "0100000010"
OWEN = "1110010000"
BEN = "aabbdcccedda"
GERRY = "babbbccceddd"
FOUR = (
    "123321412...",
    "1233224125.3",
    ".3332342251.",
    "12332441251.",
)


def units(*readers):
    """A unit a column; a point is a value that is missing."""
    return [
        [None if value == "." else value for value in column]
        for column in zip(*readers, strict=True)
    ]


@pytest.mark.parametrize(
    ("readers", "alpha", "count"),
    [
        pytest.param((MEG, OWEN), 0.095, 10, id="A: yes or no, two readers"),
        pytest.param((BEN, GERRY), 0.692, 12, id="B: names, two readers"),
        pytest.param(FOUR, 0.743, 11, id="C: four readers, values missing"),
    ],
)
def test_the_authors_examples_come_out_as_published(readers, alpha, count):
    found = agreement(units(*readers))

    assert found.alpha == pytest.approx(alpha, abs=0.0005)
    assert found.units == count


def test_full_agreement_on_several_values_is_one():
    found = agreement(units("abcab", "abcab"))

    assert (found.alpha, found.low, found.high) == (1.0, 1.0, 1.0)


def test_agreement_on_one_value_alone_says_nothing():
    found = agreement(units("aaaa", "aaaa"))

    assert found.alpha is None
    assert found.undefined is Undefined.ONE_VALUE
    assert found.units == 4


@pytest.mark.parametrize(
    "given", [[], [["a"]], [["a", None], [None, None]]], ids=["none", "one", "missing"]
)
def test_what_nobody_valued_twice_has_no_alpha(given):
    found = agreement(given)

    assert (found.units, found.undefined) == (0, Undefined.NOTHING)


def test_readers_by_chance_agree_by_chance():
    draw = random.Random(7)  # noqa: S311 (no secret)
    found = agreement([[draw.choice("ab"), draw.choice("ab")] for _ in range(4000)])

    assert abs(found.alpha) < 0.05
    assert found.low < 0 < found.high


def test_the_interval_holds_alpha_and_narrows_with_units():
    few, many = units(BEN, GERRY) * 3, units(BEN, GERRY) * 60
    wide, narrow = agreement(few), agreement(many)

    assert wide.low <= wide.alpha <= wide.high
    assert narrow.high - narrow.low < wide.high - wide.low
    assert wide == agreement(few), "the same numbers give the same interval"


def test_one_unit_has_no_interval():
    found = agreement([["a", "b"]])

    assert (found.low, found.high) == (None, None)
    assert found.is_thin


def test_the_order_of_readers_and_units_changes_nothing():
    given = units(*FOUR)
    alphas = {
        round(agreement([[*unit] for unit in order]).alpha, 12)
        for order in itertools.islice(itertools.permutations(given), 0, 400, 80)
    }

    assert len(alphas) == 1


def test_what_two_readers_said_is_counted_whoever_said_it():
    said = confusion([("refer", "satire"), ("satire", "refer"), ("refer", "refer")])

    assert said == {("refer", "satire"): 2, ("refer", "refer"): 1}
