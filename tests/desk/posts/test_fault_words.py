"""What is wrong with a row of an export is told in the reader's language."""

import re

import pytest
from django.utils import translation

from marsad.desk.posts.fault_words import PROBLEMS, WAYS_OUT, shown

FAULT = {"place": [["line", 3]], "concern": "form"}


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_every_problem_and_way_out_is_translated(language):
    places = re.compile(r"%\((\w+)\)s")
    with translation.override(language):
        for one in (*PROBLEMS, *WAYS_OUT):
            told = translation.gettext(one)
            assert told != one
            assert places.findall(told) == places.findall(one)


def test_a_fault_is_told_with_its_place_and_its_name():
    fault = {**FAULT, "problem": 'has no "at"', "way_out": "mend or remove the line"}

    with translation.override("ar"):
        told = shown(fault)

    assert '"at"' in told["problem"]
    assert not re.search("[a-z]{3,}", " ".join((told["place"], told["way_out"])))
    assert "3" in told["place"]
