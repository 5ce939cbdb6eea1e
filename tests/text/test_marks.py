"""Which words stand between quotation marks, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.marks import find_marks
from marsad.text.normalise import fold
from marsad.text.tokens import Tokens


def marked(text: str) -> list[tuple[str, bool]]:
    """The marked words of a text, folded, and whether a mark closes them."""
    folded = fold(text)
    tokens = Tokens(folded)
    return [
        (" ".join(tokens.words[one.first : one.last]), one.is_closed)
        for one in find_marks(tokens, folded).marked
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("« La mer », dit-il.", [("la mer", True)], id="guillemets"),
        pytest.param("She said “no” twice.", [("no", True)], id="curly"),
        pytest.param('She said "no" twice.', [("no", True)], id="straight"),
        pytest.param("She said ‘no’ twice.", [("no", True)], id="single"),
        pytest.param("It's Li's, isn't it?", [], id="apostrophes"),
        pytest.param("قال «لا» مرتين", [("لا", True)], id="Arabic guillemets"),
        pytest.param(
            "“He said ‘no’ to me.”",
            [("he said ‘ no ' to me .", True), ("no", True)],
            id="one inside another",
        ),
        pytest.param("“We wait.", [("we wait .", False)], id="never closed"),
    ],
)
def test_words_between_marks_are_found(text, expected):
    assert marked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('Li: "We wait.\nWe have time."', id="straight"),
        pytest.param("Li : « We wait.\nWe have time. »", id="guillemets"),
        pytest.param("Li: “We wait.\nIt’s fine.\nWe have time.”", id="two line ends"),
    ],
)
def test_marks_run_on_where_the_next_line_closes_them(text):
    found = marked(text)

    assert len(found) == 1
    assert found[0][1]
    assert "we have time ." in found[0][0]


def test_a_paragraph_that_opens_anew_ends_the_marks_before_it():
    text = "“We wait.\n\n“We have time.”"

    assert marked(text) == [("we wait .", False), ("we have time .", True)]


def test_a_mark_far_below_does_not_close_one_above():
    text = 'Li: "We wait.\nOne.\nTwo.\nThree.\nHe said no".'

    assert marked(text)[0] == ("we wait .", False)


def test_a_lone_closing_mark_is_told():
    folded = fold("We wait,” she said.")
    tokens = Tokens(folded)

    assert [tokens.words[i] for i in find_marks(tokens, folded).lone_closers] == ["”"]


@given(st.lists(st.sampled_from("« » “ ” \" ' ‘ a b . , \n".split(" "))).map(" ".join))
def test_marks_of_one_kind_never_cross(text):
    folded = fold(text)
    tokens = Tokens(folded)
    found = find_marks(tokens, folded).marked

    assert all(0 < one.first <= one.last <= len(tokens) for one in found)
    assert list(found) == sorted(found)


def test_a_mark_written_on_to_its_verb_opens_what_a_later_one_closes() -> None:
    text = 'وصرح المدير قائلا" لن نعود إلى الوراء أبدا".'
    tokens = Tokens(text)
    (mark,) = find_marks(tokens, text).marked
    assert tokens.words[mark.first : mark.last] == [
        "لن",
        "نعود",
        "إلى",
        "الوراء",
        "أبدا",
    ]
