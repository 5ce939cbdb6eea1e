import numpy as np
import pytest

from marsad.matching.pictures import flat_scan
from marsad.matching.pictures.flat_scan import scanned
from matching.pictures.known_hashes import brute, random_hashes, told, versions


@pytest.mark.parametrize("count", [0, 1, 511, 512, 513, 1500])
@pytest.mark.parametrize("questions", [0, 1, 3, 4, 65])
def test_all_within_any_distance_are_found(count, questions):
    known = random_hashes(count)
    asked = versions(random_hashes(count)[:questions], 1, 60)

    assert told(scanned(known, asked, 52)) == brute(known, asked, 52)


@pytest.mark.parametrize("questions", [2, 70])
def test_more_answers_than_there_is_room_for_are_all_told(monkeypatch, questions):
    monkeypatch.setattr(flat_scan, "_ROOM", 8)
    known = versions(random_hashes(2), 300, 20)

    asked = known[:questions]

    assert told(scanned(known, asked, 31)) == brute(known, asked, 31)


def test_the_farthest_of_all_is_found():
    known = np.zeros((5, 4), np.uint64)
    opposite = ~np.zeros((4, 4), np.uint64)

    assert {apart for *_, apart in told(scanned(known, opposite, 256))} == {256}
    assert not told(scanned(known, opposite, 255))
