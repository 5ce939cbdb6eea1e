"""What is wrong with a row of an export is told in the reader's language."""

import re

from django.utils import translation

from marsad.desk.posts.fault_words import shown

FAULT = {"place": [["line", 3]], "concern": "form"}


def test_a_fault_is_told_with_its_place_and_its_name():
    fault = {**FAULT, "problem": 'has no "at"', "way_out": "mend or remove the line"}

    with translation.override("ar"):
        told = shown(fault)

    assert '"at"' in told["problem"]
    assert not re.search("[a-z]{3,}", " ".join((told["place"], told["way_out"])))
    assert "3" in told["place"]
