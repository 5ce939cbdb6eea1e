"""Tests for social cards."""

import struct
from dataclasses import replace

import pytest

from composing.edition_maker import edition
from marsad.composing.cards import SIZES, cards
from marsad.composing.editions import Sort
from marsad.marking import Marking


def _size(png):
    assert png.startswith(b"\x89PNG")
    return struct.unpack(">II", png[16:24])


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_each_figure_and_each_quotation_has_a_card_in_each_size(language):
    made = cards(edition(), language)
    blocks = [
        one.id
        for one in edition().in_language(language).blocks
        if one.sort in (Sort.FIGURE, Sort.QUOTATION)
    ]

    assert sorted((one.block, one.width, one.height) for one in made) == sorted(
        (block, *size) for block in blocks for size in SIZES
    )
    assert all(_size(one.png) == (one.width, one.height) for one in made)
    assert len({one.path for one in made}) == len(made)


def test_a_card_has_the_same_name_in_every_language():
    arabic, english = cards(edition(), "ar"), cards(edition(), "en")

    assert [one.path.replace("-ar-", "-en-") for one in arabic] == [
        one.path for one in english
    ]


def test_a_card_is_told_in_words_with_bound_and_day():
    told = {one.block: one.alternative for one in cards(edition(), "en")}

    assert told["f2"] == "Fighters held: about 10,500. As of 16 November 2026."
    assert told["q11"] == (
        "The league’s envoy: “We will keep every promise we made here,”"
    )


def test_the_words_of_a_quotation_are_not_translated():
    told = {one.block: one.alternative for one in cards(edition(), "fr")}

    assert "لن يُترك أي شريك وحده" in told["q10"]


def test_a_long_statement_ends_at_a_word_and_says_so():
    made = edition("en")
    long = replace(made.by_number[11], words="promise " * 200)
    entries = tuple(long if one.number == 11 else one for one in made.entries)
    told = {
        one.block: one.alternative
        for one in cards(replace(made, entries=entries), "en")
    }

    assert told["q11"].endswith("promise […]”")


def test_a_card_differs_by_its_marking_and_by_whether_it_is_a_draft():
    clear, amber, draft = (
        cards(edition("en", **changes), "en")[0].png
        for changes in ({}, {"marking": Marking.AMBER}, {"released_at": None})
    )

    assert len({clear, amber, draft}) == 3


def test_cards_are_the_same_each_time():
    assert cards(edition("ar"), "ar") == cards(edition("ar"), "ar")
