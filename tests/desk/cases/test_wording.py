"""Every reason, evasion and turn of the engine is said in the reader's language."""

import re

import pytest

from marsad.desk.cases import wording
from marsad.desk.cases.own_addresses import OWN
from marsad.matching.pictures.turns import TURNS
from marsad.matching.reasons import REASONS
from marsad.matching.wording.evasions import EVASIONS

_BRACED = re.compile(r"\{(\w+)\}")
_NAMED = re.compile(r"%\((\w+)\)s")


@pytest.mark.parametrize("code", sorted(REASONS))
def test_a_reason_is_said_with_its_numbers(code):
    named = _NAMED.findall(str(wording.REASONS[code]))

    assert named == _BRACED.findall(REASONS[code].sentence)


def test_what_the_engine_no_longer_says_is_not_kept():
    assert set(wording.REASONS) == set(REASONS)
    assert set(wording.EVASIONS) == set(EVASIONS)
    assert set(wording.TURNS) == set(TURNS)


def test_what_rests_on_a_posts_own_address_is_said_without_it():
    assert set(wording.OWN) == OWN
    for code in OWN:
        assert "known" in wording.reason(code, {"address": "https://t.me/cook/7"})
        assert "cook" not in wording.reason(code, {"address": "https://t.me/cook/7"})


def test_a_detail_that_is_missing_is_left_open():
    assert "…" in wording.reason("picture_same", {})
    assert wording.reason("nothing_known", {})


def test_evasions_are_told_one_by_one():
    assert wording.evasions({"evasions": "emoji,tatweel"}) == [
        "pictures between the words",
        "letters drawn out (tatweel)",
    ]
    assert wording.evasions({}) == []
