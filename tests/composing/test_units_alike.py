"""Tests for units that may stand for each other."""

import pytest

from marsad.composing.counting import Quantity, nouns
from marsad.composing.pieces import plain
from marsad.composing.said import said_in
from marsad.composing.units_alike import may_be_one


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("member", "state"),
        ("operation", "mission"),
        ("percent", "fraction"),
        ("USD", "dollar?"),
        ("truck", "lorry"),
        ("person", ""),
        ("USD", ""),
    ],
)
def test_near_synonyms_may_stand_for_each_other(one, other):
    assert may_be_one(one, other)
    assert may_be_one(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("school", "hospital"),
        ("member", "village"),
        ("USD", "EUR"),
        ("percent", "person"),
        ("percent", ""),
        ("month", "week"),
        ("kilometre", "mile"),
        ("percent", "percentage point"),
        ("EUR", "person"),
    ],
)
def test_other_units_count_other_things(one, other):
    assert not may_be_one(one, other)
    assert not may_be_one(other, one)


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
@pytest.mark.parametrize("unit", nouns())
def test_what_the_house_writes_is_read_back_as_the_same_unit(unit, language):
    written = plain(Quantity(12, unit).written(language))
    read = said_in(written, language, None).numbers

    assert [one.value for one in read] == [12]
    assert may_be_one(read[0].unit, unit)
