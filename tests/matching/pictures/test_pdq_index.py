import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.errors import Unreadable
from marsad.matching.pictures import pdq_index, segments
from marsad.matching.pictures.bits import hashes_of, words_of
from marsad.matching.pictures.pdq_index import PdqIndex
from marsad.matching.pictures.pdq_kind import PdqKind, eight, flipped
from marsad.matching.pictures.turns import TURNS
from marsad.matching.saved import read_arrays, write_arrays
from marsad.matching.signals import Band
from matching.pictures.known_hashes import brute, random_hashes, versions

SOUP, SALT, RAIN = hashes_of(random_hashes(3, 11))
NEAR = hashes_of(versions(words_of([SOUP, SALT, RAIN]), 8, 34))
WIDE = PdqKind(reach=Band.LOOK)
signals = st.tuples(st.integers(-4, 12), st.sampled_from(NEAR))
deeds = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.lists(signals, max_size=9)),
        st.tuples(st.just("drop"), st.lists(st.integers(-4, 12), max_size=3)),
        st.tuples(st.just("reopen"), st.none()),
    ),
    max_size=7,
)


@pytest.fixture
def small_segments(monkeypatch):
    """Segments get tables at five hashes instead of thousands."""
    monkeypatch.setattr(segments, "FEW", 4)
    monkeypatch.setattr(pdq_index, "FEW", 4)


def numbers(found):
    return [[likeness.number for likeness in one] for one in found]


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(deeds=deeds)
def test_whatever_is_done_to_it_it_finds_what_stands(small_segments, tmp_path, deeds):
    index, standing = PdqIndex(), set()
    for deed, given_ in deeds:
        if deed == "add":
            index.add(given_)
            standing |= set(given_)
        elif deed == "drop":
            index.drop(given_)
            standing = {pair for pair in standing if pair[0] not in given_}
        else:
            index.save(tmp_path)
            index = PdqIndex.opened(tmp_path)

    known = sorted(standing)
    asked = words_of(NEAR)
    expected = brute(words_of([value for _, value in known]), asked, 31)
    matches = index.near(asked)
    assert len(index) == len(known)
    assert sorted(zip(*(part.tolist() for part in matches), strict=True)) == sorted(
        (query, known[row][0], bits) for query, row, bits in expected
    )


def test_a_large_bank_agrees_with_reading_it_through():
    bank = np.concatenate([random_hashes(9000), versions(random_hashes(50, 4), 60, 40)])
    index = PdqIndex()
    index.add_words(np.arange(9000), bank[:9000])
    index.add_words(np.arange(9000, len(bank)), bank[9000:])
    asked = versions(bank[8990:9400:7], 1, 33)

    matches = index.near(asked)

    found = list(zip(*(part.tolist() for part in matches), strict=True))
    assert set(found) == brute(bank, asked, 31)
    assert found == sorted(found, key=lambda one: (one[0], one[2], one[1]))


def test_the_nearest_is_told_first_with_its_bits():
    index = PdqIndex()
    index.add([(1, flipped(SOUP, 31)), (2, flipped(SOUP, 5)), (3, flipped(SOUP, 32))])

    [found] = index.find([SOUP])

    assert [(one.number, one.distance, one.reason) for one in found] == [
        (2, 5.0, "picture_same"),
        (1, 31.0, "picture_same"),
    ]
    assert all(
        one.band is Band.SAME and one.details["turn"] == "upright" for one in found
    )


@pytest.mark.parametrize("turn", range(1, 8), ids=TURNS[1:])
def test_a_turned_picture_is_found_and_said_to_be_turned(turn):
    index = PdqIndex()
    index.add([(8, flipped(eight(SOUP)[turn], 20))])

    [[likeness]] = index.find([SOUP])

    assert (likeness.reason, likeness.details["turn"]) == (
        "picture_turned",
        TURNS[turn],
    )
    assert likeness.distance == 20


def test_upright_goes_before_a_turn_that_is_nearer():
    index = PdqIndex()
    index.add([(8, flipped(SOUP, 30)), (8, eight(SOUP)[2])])

    [[likeness]] = index.find([SOUP])

    assert (likeness.reason, likeness.distance) == ("picture_same", 30)


def test_eight_hashes_of_a_picture_are_asked_for_together():
    index = PdqIndex()
    index.add([(4, SALT), (5, RAIN)])

    found = index.find_turned([(*eight(SOUP)[:7], SALT), (RAIN, *eight(SOUP)[1:])])

    assert numbers(found) == [[4], [5]]
    assert found[0][0].details["turn"] == TURNS[7]


@pytest.mark.parametrize("size", [0, 9000])
def test_weaker_likeness_is_told_to_who_asks_for_it(size):
    index, wide = PdqIndex(), WIDE.index()
    for one in (index, wide):
        one.add_words(np.arange(100, 100 + size), random_hashes(size))
        one.add((bits, flipped(SOUP, bits)) for bits in (0, 31, 32, 40, 52, 53, 60))

    assert numbers(index.find([SOUP])) == [[0, 31]]
    assert numbers(index.look([SOUP])) == [[32, 40, 52]]
    assert {likeness.band for likeness in index.look([SOUP])[0]} == {Band.LOOK}
    assert numbers(wide.find([SOUP])) == [[0, 31, 32, 40, 52]]


def test_what_is_known_by_a_turn_is_not_told_again_as_weaker():
    index = WIDE.index([(1, flipped(SOUP, 40)), (1, eight(SOUP)[1])])

    [found] = index.find([SOUP])

    assert [(one.number, one.reason) for one in found] == [(1, "picture_turned")]


def test_a_pair_added_twice_is_kept_once_and_a_number_may_have_two_hashes(
    small_segments,
):
    index = PdqIndex()
    index.add([(1, SOUP), (1, SOUP), (2, SOUP)])
    index.add([(1, SOUP), (1, SALT)])

    assert len(index) == 3
    assert numbers(index.find([SOUP, SALT])) == [[1, 2], [1]]
    index.drop([1])
    assert numbers(index.find([SOUP, SALT])) == [[2], []]
    index.add([(1, SOUP)])
    assert numbers(index.find([SOUP])) == [[1, 2]]


def test_segments_stay_few_while_a_bank_grows(small_segments):
    index, words = PdqIndex(), random_hashes(400)
    for at in range(400):
        index.add_words(np.array([at]), words[at : at + 1])

    assert len(index) == 400
    assert len(index._segments) <= 6
    assert index.near(words).numbers.tolist() == list(range(400))


def test_numbers_of_64_bits_are_kept():
    index = PdqIndex()
    index.add([(-(2**63), SOUP), (2**63 - 1, SALT)])

    assert numbers(index.find([SOUP, SALT])) == [[-(2**63)], [2**63 - 1]]


def test_a_bad_hash_is_refused_and_nothing_is_added():
    index = PdqIndex()

    with pytest.raises(Unreadable):
        index.add([(1, SOUP), (2, "lentil soup")])

    assert len(index) == 0


def test_what_is_opened_is_searched_from_its_files(tmp_path):
    bank = random_hashes(9000)
    index = PdqIndex()
    index.add_words(np.arange(9000), bank)
    index.drop([17])
    index.save(tmp_path)

    opened = PdqIndex.opened(tmp_path)

    assert len(opened) == 8999
    assert opened.near(bank[17:19]).numbers.tolist() == [18]
    opened.add([(17, hashes_of(bank[17:18])[0])])
    opened.save(tmp_path)
    assert PdqIndex.opened(tmp_path).near(bank[17:19]).numbers.tolist() == [17, 18]


def test_tables_of_another_version_are_made_anew(tmp_path):
    bank = random_hashes(9000)
    index = PdqIndex()
    index.add_words(np.arange(9000), bank)
    index.save(tmp_path)
    arrays, facts = read_arrays(tmp_path, "pdq")
    kept = {name: np.array(array) for name, array in arrays.items()}
    kept["rows"][:] = 2**30
    write_arrays(tmp_path, "pdq", kept, facts)

    assert PdqIndex.opened(tmp_path).near(bank[:9]).numbers.tolist() == list(range(9))


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param({"numbers": np.arange(3)}, id="no hashes"),
        pytest.param(
            {"numbers": np.arange(3), "hashes": random_hashes(2)}, id="a hash too few"
        ),
        pytest.param(
            {"numbers": np.array([2, 1]), "hashes": random_hashes(2)}, id="no order"
        ),
    ],
)
def test_what_does_not_fit_each_other_is_refused(tmp_path, kept):
    write_arrays(tmp_path, "pdq", kept)

    with pytest.raises(Unreadable) as refusal:
        PdqIndex.opened(tmp_path)

    assert "build the index again" in refusal.value.way_out
