import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.matching.pictures import flat_scan, multi_index
from marsad.matching.pictures.multi_index import built, cuts_for, scratch, tables_from
from matching.pictures.known_hashes import (
    brute,
    random_hashes,
    told,
    turned_over,
    versions,
)

SMALL, LARGE = cuts_for(1_000_000), cuts_for(10_000_000)
each_cut = pytest.mark.parametrize(
    "cuts", [pytest.param(SMALL, id="sixteen pieces"), pytest.param(LARGE, id="eleven")]
)
BANK = np.concatenate([random_hashes(3000), versions(random_hashes(30, 5), 20, 40)])
TABLES = {id(cuts): built(BANK, cuts) for cuts in (SMALL, LARGE)}


def near(tables, asked, limit=31):
    return multi_index.near(tables, asked, scratch(tables), limit)


def flips_of(cuts, piece):
    """How many bits of a piece may be turned over for it to be looked up still."""
    flips = cuts.flips[cuts.flip_ends[piece] : cuts.flip_ends[piece + 1]]
    return max(int(flip).bit_count() for flip in flips)


def hidden(words, cuts, bits):
    """So many bits turned over, in each piece one more than is looked up if they last."""
    chosen = [
        int(cuts.starts[piece]) + bit
        for piece in range(len(cuts.starts))
        for bit in range(flips_of(cuts, piece) + 1)
    ]
    return turned_over(words, chosen[:bits])


@each_cut
def test_no_hash_within_31_bits_can_hide_between_the_pieces(cuts):
    pieces = range(len(cuts.starts))

    assert sum(flips_of(cuts, piece) + 1 for piece in pieces) >= 32
    assert cuts.starts[-1] + cuts.widths[-1] <= 256


@each_cut
def test_31_bits_spread_as_badly_as_can_be_are_found_and_32_are_not(cuts):
    tables = TABLES[id(cuts)]
    asked = np.array([hidden(BANK[7], cuts, 31), hidden(BANK[8], cuts, 32)])

    assert told(near(tables, asked)) == {(0, 7, 31)}


@each_cut
@pytest.mark.parametrize("piece", range(11))
def test_one_piece_that_is_barely_near_is_enough(cuts, piece):
    others = [
        int(cuts.starts[other]) + bit
        for other in range(len(cuts.starts))
        for bit in range(flips_of(cuts, other) + 1)
        if (other, bit) != (piece, 0)
    ]
    asked = turned_over(BANK[9], others[:31])

    assert (0, 9, 31) in told(near(TABLES[id(cuts)], asked[None]))


@each_cut
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    rows=st.lists(st.integers(0, len(BANK) - 1), min_size=1, max_size=8),
    bits=st.lists(st.integers(0, 255), min_size=20, max_size=36, unique=True),
    limit=st.integers(0, 31),
)
def test_tables_find_what_reading_everything_finds(cuts, rows, bits, limit):
    asked = np.array([turned_over(BANK[row], bits) for row in rows])

    found = near(TABLES[id(cuts)], asked, limit)

    assert told(found) == brute(BANK, asked, limit)


def test_a_flood_of_versions_of_one_picture_is_told_whole(monkeypatch):
    monkeypatch.setattr(flat_scan, "_ROOM", 100)
    flood = versions(random_hashes(1, 9), 4000, 45)
    known = np.concatenate([random_hashes(6000), flood])
    asked = np.concatenate([flood[:5], known[:5]])

    assert told(near(built(known), asked)) == brute(known, asked, 31)


def test_equal_hashes_are_all_told():
    known = np.concatenate([random_hashes(2000), np.repeat(random_hashes(1, 3), 90, 0)])

    assert len(told(near(built(known), known[-1:]))) == 90


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda buckets, rows: rows.__setitem__(5, 2**31), id="a row"),
        pytest.param(lambda buckets, rows: buckets.__setitem__(9, 2**31), id="a place"),
        pytest.param(
            lambda buckets, rows: buckets.__setitem__(-1, 2**31), id="the end"
        ),
    ],
)
def test_saved_tables_that_lead_elsewhere_are_not_used(spoil):
    tables = built(BANK)
    buckets, rows = tables.buckets.copy(), tables.rows.copy()
    assert tables_from(BANK, buckets, rows) is not None

    spoil(buckets, rows)

    assert tables_from(BANK, buckets, rows) is None
    assert tables_from(BANK, buckets[:-1], tables.rows) is None
    assert tables_from(BANK, None, tables.rows) is None
