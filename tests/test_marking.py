from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.errors import Refused, Unreadable
from marsad.marking import Audience, Marking, combine


def test_markings_are_ordered_from_open_to_closed():
    open_to_closed = [
        Marking.CLEAR,
        Marking.GREEN,
        Marking.AMBER,
        Marking.AMBER_STRICT,
        Marking.RED,
    ]

    assert all(one < other for one, other in pairwise(open_to_closed))


@pytest.mark.parametrize(
    ("written", "marking"),
    [
        pytest.param("TLP:CLEAR", Marking.CLEAR, id="the form of the standard"),
        pytest.param("tlp:green", Marking.GREEN, id="small letters"),
        pytest.param("TLP: AMBER", Marking.AMBER, id="a space after the colon"),
        pytest.param("TLP:AMBER+STRICT", Marking.AMBER_STRICT, id="plus sign"),
        pytest.param("amber-strict", Marking.AMBER_STRICT, id="without TLP, hyphen"),
        pytest.param(" TLP RED ", Marking.RED, id="spaces around"),
        pytest.param("TLP:WHITE", Marking.CLEAR, id="the word of version 1"),
    ],
)
def test_a_marking_is_read_as_people_write_it(written, marking):
    assert Marking.parse(written) is marking


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("", id="nothing"),
        pytest.param("TLP", id="the protocol alone"),
        pytest.param("TLP:BLUE", id="another colour"),
        pytest.param("أحمر", id="a colour in Arabic"),
        pytest.param("RED GREEN", id="two markings"),
    ],
)
def test_what_is_no_marking_is_not_guessed(written):
    with pytest.raises(Unreadable, match=r"write TLP:CLEAR"):
        Marking.parse(written)


@pytest.mark.parametrize("marking", list(Marking), ids=str)
def test_a_written_marking_reads_back(marking):
    assert Marking.parse(str(marking)) is marking


def test_amber_strict_stays_in_the_organisation_and_amber_reaches_its_clients():
    assert Marking.AMBER.may_reach(Audience.CLIENTS)
    assert not Marking.AMBER_STRICT.may_reach(Audience.CLIENTS)
    assert Marking.AMBER_STRICT.may_reach(Audience.ORGANISATION)


def test_only_clear_reaches_the_world():
    reaching = [marking for marking in Marking if marking.may_reach(Audience.WORLD)]

    assert reaching == [Marking.CLEAR]


@given(st.lists(st.sampled_from(Marking), min_size=1))
def test_a_combination_reaches_nobody_that_one_part_may_not_reach(markings):
    combined = combine(markings)

    for audience in Audience:
        allowed = all(marking.may_reach(audience) for marking in markings)
        assert combined.may_reach(audience) == allowed


def test_nothing_marked_is_refused_rather_than_taken_for_clear():
    with pytest.raises(Refused, match="mark it"):
        combine([])
