"""Tests for numbers with their nouns."""

import pytest

from marsad.composing.counting import Quantity, bare, nouns
from marsad.composing.pieces import plain


def _written(value, unit, language, bound="exact", *, is_subject=True):
    quantity = Quantity(value, unit, bound=bound)
    return plain(quantity.written(language, is_subject=is_subject)).replace(
        "\u00a0", " "
    )


@pytest.mark.parametrize(
    ("value", "unit", "bound", "written"),
    [
        pytest.param(1, "member", "exact", "عضو واحد", id="one, masculine"),
        pytest.param(1, "country", "exact", "دولة واحدة", id="one, feminine"),
        pytest.param(2, "member", "exact", "عضوان", id="the dual as a subject"),
        pytest.param(2, "member", "more_than", "أكثر من عضوين", id="the dual after a bound"),
        pytest.param(3, "country", "exact", "3 دول", id="3 to 10: plural"),
        pytest.param(10, "member", "exact", "10 أعضاء", id="ten: plural"),
        pytest.param(11, "member", "exact", "11 عضواً", id="11 to 99: accusative"),
        pytest.param(87, "member", "exact", "87 عضواً", id="87: accusative"),
        pytest.param(100, "member", "exact", "100 عضو", id="a round hundred: singular"),
        pytest.param(103, "member", "exact", "103 أعضاء", id="the last two digits decide"),
        pytest.param(10000, "fighter", "about", "نحو 10 آلاف مقاتل", id="thousands: plural scale"),
        pytest.param(25000, "person", "more_than", "أكثر من 25 ألف شخص", id="25 thousand: singular scale"),
        pytest.param(2e6, "USD", "exact", "مليونا دولار", id="two million as a subject"),
        pytest.param(2e6, "USD", "about", "نحو مليوني دولار", id="two million after a bound"),
        pytest.param(2.3e9, "GBP", "more_than", "أكثر من 2.3 مليار جنيه إسترليني", id="a decimal: singular"),
        pytest.param(98, "percent", "at_least", "ما لا يقل عن 98%", id="percent"),
        pytest.param(0.2, "fraction", "exact", "20%", id="a fraction as percent"),
    ],
)  # fmt: skip
def test_arabic_nouns_agree_with_their_numbers(value, unit, bound, written):
    assert _written(value, unit, "ar", bound) == written


def test_an_arabic_dual_follows_its_case():
    assert _written(2, "member", "ar", is_subject=False) == "عضوين"


@pytest.mark.parametrize(
    ("value", "unit", "bound", "english", "french"),
    [
        pytest.param(1, "member", "exact", "1 member", "1 membre", id="one"),
        pytest.param(87, "member", "exact", "87 members", "87 membres", id="many"),
        pytest.param(600, "person", "more_than", "more than 600 people", "plus de 600 personnes", id="more than"),
        pytest.param(600, "person", "less_than", "fewer than 600 people", "moins de 600 personnes", id="fewer, of things"),
        pytest.param(9, "percent", "less_than", "less than 9%", "moins de 9 %", id="less, of shares"),
        pytest.param(2e8, "USD", "exact", "$200 million", "200 millions de dollars", id="millions"),
        pytest.param(1.5e6, "EUR", "about", "about €1.5 million", "environ 1,5 million d’euros", id="one and a half is singular"),
        pytest.param(25431, "person", "exact", "25,431 people", "25 431 personnes", id="grouping"),
    ],
)  # fmt: skip
def test_english_and_french_write_numbers_their_own_way(
    value, unit, bound, english, french
):
    assert _written(value, unit, "en", bound) == english
    assert _written(value, unit, "fr", bound) == french


def test_a_unit_that_no_language_knows_is_not_guessed():
    assert Quantity(3, "gadget").written("ar") == ()


def test_numbers_stand_alone_so_that_they_can_be_isolated():
    kinds = {piece.text: piece.kind for piece in Quantity(98, "percent").written("ar")}

    assert kinds == {"98%": "number"}


def test_no_digit_is_lost_or_invented():
    assert bare(1234567.25, "en") == "1,234,567.25"
    assert bare(1234567.25, "fr") == "1\u00a0234\u00a0567,25"


def test_every_noun_has_its_forms_in_three_languages():
    for unit, noun in nouns().items():
        assert all(noun.values()), unit
