import pytest

from marsad.collecting.printed_lines import columns, join_lines, plain_letters, turn


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        pytest.param(
            ".امور يف ءارزولا عمتجا", "اجتمع الوزراء في روما.", id="only letters"
        ),
        pytest.param("ةلود 60 مضي", "يضم 60 دولة", id="a number keeps its digits"),
        pytest.param(
            "نم %98.5 ىلع", "على 98.5% من", id="a decimal number and its sign"
        ),
        pytest.param(
            ".John Allen لارنجلا لاق", "قال الجنرال John Allen.", id="a Latin name"
        ),
        pytest.param("2021 (وينوي) ناريزح", "حزيران (يونيو) 2021", id="brackets"),
        pytest.param("«اعم لمعن» :لاق", "قال: «نعمل معا»", id="quotation marks"),
    ],
)
def test_a_line_is_turned_into_the_order_it_is_read_in(seen, read):
    assert turn(seen) == read


def test_full_lines_go_on_and_short_ones_end_a_paragraph():
    lines = [
        "The ministers of the coalition met in Rome and",
        "said that the work against the group goes on",
        "until it is done.",
        "The next meeting will be held in the city of",
        "Marrakech.",
    ]

    assert join_lines(lines).split("\n") == [
        "The ministers of the coalition met in Rome and said that the work against the "
        "group goes on until it is done.",
        "The next meeting will be held in the city of Marrakech.",
    ]


def test_a_word_cut_at_the_end_of_a_line_is_whole_again():
    assert join_lines(["the whole of the coali-", "tion met in the city"]) == (
        "the whole of the coalition met in the city"
    )


def test_columns_are_read_one_after_the_other_the_right_one_first():
    seen = [
        "            headline across the page           ",
        "left one                              right one",
        "left two                              right two",
        "left three                          right three",
        "left four                            right four",
    ]

    words = [line.strip() for line in columns(seen)]

    assert words == [
        "headline across the page",
        "right one",
        "right two",
        "right three",
        "right four",
        "left one",
        "left two",
        "left three",
        "left four",
    ]


def test_lines_of_one_column_stay_as_they_are():
    seen = ["one line of words that is long", "another line that is as long", "a third"]

    assert columns(seen) == seen


def test_the_shapes_of_a_font_become_letters():
    assert plain_letters("ﻗﺎل اﻟﺠﻨﺮال") == "قال الجنرال"


def test_marks_that_a_printer_stored_as_they_look_are_set_right():
    assert plain_letters("قال: »نعمل معا« وأضاف »سنواصل«.") == (
        "قال: «نعمل معا» وأضاف «سنواصل»."
    )
