"""Numbers: what a phrase of digits and words is worth, in three languages."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.reading.numbers.numbers import NumberReader
from marsad.reading.numbers.ranges import with_ranges
from marsad.reading.passage import Passage

# The first reading loads the lexicons, which takes longer than any text.
UNHURRIED = settings(deadline=None)


def numbers(text: str, language: str) -> list[tuple[str, float]]:
    """Read the number phrases of a text: their words and what they are worth."""
    passage = Passage(text, language, published=None)
    return [
        (passage.span(one.first, one.last, one.clitic).quote, one.value)
        for one in NumberReader(passage, set()).all()
    ]


@pytest.mark.parametrize(
    ("text", "language", "phrase", "value"),
    [
        pytest.param("وصل 10 آلاف نازح", "ar", "10 آلاف", 10_000, id="digits and a scale"),
        pytest.param("قُتل خمسة وعشرون جنديا", "ar", "خمسة وعشرون", 25, id="unit before ten"),
        pytest.param("شارك أحد عشر وزيرا", "ar", "أحد عشر", 11, id="arabic teen"),
        pytest.param(
            "بلغ العدد ثلاثمئة وأربعة وأربعين شخصا", "ar", "ثلاثمئة وأربعة وأربعين", 344,
            id="hundreds in one word",
        ),
        pytest.param("عاد ألف ومئتا شخص", "ar", "ألف ومئتا", 1200, id="thousand and a dual"),
        pytest.param("سُجل ألفا إصابة", "ar", "ألفا", 2000, id="dual of a thousand"),
        pytest.param(
            "نزح ثلاثة أرباع المليون", "ar", "ثلاثة أرباع المليون", 750_000,
            id="fraction of a scale",
        ),
        pytest.param(
            "أنفق مليون ونصف المليون دولار", "ar", "مليون ونصف المليون", 1_500_000,
            id="half with the scale said twice",
        ),
        pytest.param("حُرر ٢٥٬٠٠٠ كيلومتر", "ar", "٢٥٬٠٠٠", 25_000, id="arabic digits"),
        pytest.param("تضم 30،000 عضو", "ar", "30،000", 30_000, id="arabic comma in thousands"),
        pytest.param("ارتفع 8ر3 بالمائة", "ar", "8ر3", 3.8, id="decimals before a ra"),
        pytest.param("نحو 25.000 مقاتل", "ar", "25.000", 25_000, id="point before thousands"),
        pytest.param("two hundred and fifty-three thousand people", "en",
                     "two hundred and fifty-three thousand", 253_000, id="english words"),
        pytest.param("two and a half million euros", "en", "two and a half million",
                     2_500_000, id="english half"),
        pytest.param("half a million people", "en", "half a million", 500_000,
                     id="half a million"),
        pytest.param("two dozen soldiers", "en", "two dozen", 24, id="dozens"),
        pytest.param("1,127 defections", "en", "1,127", 1127, id="comma in thousands"),
        pytest.param("3.5 hours", "en", "3.5", 3.5, id="english decimals"),
        pytest.param("trois cent quatre-vingt-dix-sept sièges", "fr",
                     "trois cent quatre-vingt-dix-sept", 397, id="ninety-seven in french"),
        pytest.param("soixante et onze voix", "fr", "soixante et onze", 71, id="seventy-one"),
        pytest.param("30 000 soldats", "fr", "30 000", 30_000, id="spaces in thousands"),
        pytest.param("2,4 millions d'habitants", "fr", "2,4 millions", 2_400_000,
                     id="decimal comma"),
        pytest.param("un million et demi d'euros", "fr", "un million et demi", 1_500_000,
                     id="a million and a half in french"),
    ],
)  # fmt: skip
def test_a_phrase_is_one_number(text, language, phrase, value):
    assert numbers(text, language)[0] == (phrase, value)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("طائرة F-16 وفيروس COVID-19", "ar", id="names with a hyphen"),
        pytest.param("في القرن التاسع عشر", "ar", id="a century"),
        pytest.param("كمية كبيرة من السلاح", "ar", id="a quantity is not a hundred"),
        pytest.param("the 21st session at 15:30", "en", id="ordinal and hour"),
        pytest.param("in the 1990s", "en", id="decade"),
        pytest.param("la 3e session à 15h30", "fr", id="french ordinal and hour"),
        pytest.param("call 0044123456789123", "en", id="telephone"),
    ],
)
def test_names_hours_and_ordinals_are_no_numbers(text, language):
    assert numbers(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        pytest.param(
            "between 20 and 30 million people", "en", 20e6, 30e6, id="between"
        ),
        pytest.param("10 to 15 boats", "en", 10, 15, id="to"),
        pytest.param(
            "ما بين 27 ألفا و31 ألف شخص", "ar", 27e3, 31e3, id="arabic between"
        ),
        pytest.param("5 إلى 10 أشخاص", "ar", 5, 10, id="arabic to"),
        pytest.param("20 à 30 navires", "fr", 20, 30, id="french to"),
    ],
)
def test_two_numbers_are_one_range(text, language, low, high):
    passage = Passage(text, language, published=None)
    found = with_ranges(passage, NumberReader(passage, set()).all())

    assert [(one.value, one.high) for one in found] == [(low, high)]


def test_a_rise_from_one_number_to_another_is_no_range():
    passage = Passage("The price rose from 20 to 30 dollars", "en", published=None)

    found = with_ranges(passage, NumberReader(passage, set()).all())

    assert [one.value for one in found] == [20, 30]


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
@UNHURRIED
@given(
    text=st.lists(
        st.sampled_from(
            [
                "و", "10", "000", "2,5", "ألف", "مليون", "ونصف", "عشر", "مئة", "خمس", "-",
                "and", "a", "half", "hundred", "million", "et", "demi", "cent", "vingt", "ر",
                "١٢", "،", "\n", "ال", "½", "to", "بين",
            ]
        ),
        max_size=30,
    ).map(" ".join)
)  # fmt: skip
def test_any_heap_of_number_words_is_read_in_order(text, language):
    passage = Passage(text, language, published=None)

    found = with_ranges(passage, NumberReader(passage, set()).all())

    assert all(one.first < one.last for one in found)
    assert all(a.last <= b.first for a, b in itertools.pairwise(found))
