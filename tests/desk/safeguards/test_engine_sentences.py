"""Every sentence of an engine that a page may tell is told in the reader's language."""

import re

import pytest
from django.utils import translation

from marsad.desk.banks import engine_words
from marsad.desk.posts import fault_words
from marsad.desk.safeguards.engine_sentences import translated

LISTS = [
    fault_words.PROBLEMS,
    fault_words.WAYS_OUT,
    engine_words.PROBLEMS,
    engine_words.WAYS_OUT,
]
PLACES = re.compile(r"%\((\w+)\)s")


@pytest.mark.parametrize("patterns", LISTS, ids=["posts", "out", "banks", "way out"])
@pytest.mark.parametrize("language", ["ar", "fr"])
def test_every_pattern_is_translated_and_keeps_its_places(language, patterns):
    with translation.override(language):
        for one in patterns:
            told = translation.gettext(one)
            assert told != one
            assert sorted(PLACES.findall(told)) == sorted(PLACES.findall(one))
            filled = translated(PLACES.sub("٧", one), patterns)
            assert not PLACES.search(filled)
            assert filled.count("٧") >= len(PLACES.findall(one))


def test_what_no_pattern_knows_stays_as_it_was_said():
    assert translated("is cold", ("is warm",)) == "is cold"
