import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.matching.pictures.bits import distance
from marsad.matching.pictures.pdq_kind import PDQ, PdqKind, eight, flipped
from marsad.matching.signals import Band

SOUP = PDQ.examples[0].banked
WIDE = PdqKind(reach=Band.LOOK)
each_reach = pytest.mark.parametrize(
    "kind", [pytest.param(PDQ, id="to 31 bits"), pytest.param(WIDE, id="to 52 bits")]
)


def test_a_hash_is_taken_in_however_it_is_spaced_and_capitalised():
    assert PDQ.canonical(f" {SOUP.upper()}\n") == SOUP


@each_reach
@settings(max_examples=40, deadline=None)
@given(
    bits=st.integers(0, 60),
    turn=st.integers(0, 7),
    banked=st.integers(0, 2**256 - 1).map("{:064x}".format),
)
def test_the_index_says_what_comparing_says(kind, bits, turn, banked):
    met = flipped(eight(banked)[turn], bits)

    slow = kind.compare(banked, met)
    [found] = kind.index([(0, banked)]).find([met])

    assert found == ((slow,) if slow else ())


@pytest.mark.parametrize(
    ("bits", "narrow", "wide"),
    [
        (0, Band.SAME, Band.SAME),
        (31, Band.SAME, Band.SAME),
        (32, None, Band.LOOK),
        (52, None, Band.LOOK),
        (53, None, None),
    ],
)
def test_what_is_farther_than_31_bits_is_never_the_same(bits, narrow, wide):
    met = flipped(SOUP, bits)

    likenesses = [kind.compare(SOUP, met) for kind in (PDQ, WIDE)]

    assert [one and one.band for one in likenesses] == [narrow, wide]
    assert all(one is None or one.distance == bits for one in likenesses)


def test_the_turns_of_one_hash_are_strangers_to_each_other():
    turned = eight(SOUP)

    assert (
        min(distance(one, other) for one in turned for other in turned if one != other)
        > 80
    )
