"""Tests for sentences as pieces."""

from hypothesis import given
from hypothesis import strategies as st

from marsad.composing.pieces import Piece, fill, isolated, name, number, plain, words

PIECES = st.lists(
    st.builds(
        Piece,
        st.text(max_size=12),
        st.sampled_from(["words", "number", "name", "date"]),
    ),
    max_size=8,
)


def test_numbers_and_names_are_isolated_and_words_are_not():
    pieces = (*words("بلغ "), *number("98%"), *words(" بحسب "), *name("Northgate Wire"))

    assert isolated(pieces) == "بلغ \u206698%\u2069 بحسب \u2068Northgate Wire\u2069"


def test_an_empty_part_takes_its_blank_away():
    filled = fill("{who} pledged {amount}{due}.", who=name("Italy"), amount=(), due=())

    assert plain(filled) == "Italy pledged."


@given(PIECES)
def test_isolates_are_balanced_and_change_no_letter(pieces):
    written = isolated(pieces)
    marks = "\u2066\u2067\u2068\u2069"
    own = "".join(piece.text for piece in pieces)

    if not set(own) & set(marks):
        assert "".join(letter for letter in written if letter not in marks) == own
        assert sum(written.count(mark) for mark in marks[:3]) == written.count("\u2069")
