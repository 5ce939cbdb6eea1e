import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.desk.register.segments import Place, paragraphs, segments

TEXTS = st.text(alphabet="ab \n\r\tقال98«»é😀", max_size=60)
# A busy machine draws slowly; that says nothing about the property.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def texts_with_places(draw):
    text = draw(TEXTS)
    ends = st.tuples(st.integers(0, len(text) + 2), st.integers(0, len(text) + 2))
    drawn = draw(st.lists(ends, max_size=12))
    return text, [Place(n, *sorted(two)) for n, two in enumerate(drawn)]


@patient
@given(texts_with_places())
def test_the_pieces_of_a_text_joined_are_the_text(drawn):
    text, places = drawn

    assert "".join(one.text for one in segments(text, places)) == text


@patient
@given(texts_with_places())
def test_each_piece_knows_exactly_what_covers_it(drawn):
    text, places = drawn

    for piece in segments(text, places):
        end = piece.start + len(piece.text)
        covering = {p for p in places if p.start <= piece.start and end <= p.end}
        inside = {p for p in covering if p.end <= len(text) and p.start < p.end}
        assert set(piece.covered_by) == inside


@patient
@given(texts_with_places())
def test_paragraphs_joined_are_the_text(drawn):
    text, places = drawn

    joined = "".join(
        "".join(one.text for one in line.segments) + line.ending
        for line in paragraphs(text, places)
    )

    assert joined == text


@patient
@given(texts_with_places())
def test_no_paragraph_holds_a_line_end(drawn):
    for line in paragraphs(*drawn):
        assert not {"\n", "\r"} & set("".join(one.text for one in line.segments))


@patient
@given(texts_with_places())
def test_every_piece_stands_where_it_says(drawn):
    text, places = drawn

    for line in paragraphs(text, places):
        for piece in line.segments:
            assert text[piece.start : piece.start + len(piece.text)] == piece.text


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        pytest.param(
            [(0, 30), (10, 17)],
            [("قال إن ال", [0]), ("98 في المئة", [0, 1])],
            id="a figure inside a quote",
        ),
        pytest.param([], [("كله", [])], id="no finding"),
    ],
)
def test_the_innermost_finding_comes_last(places, expected):
    text = "".join(words for words, _ in expected)
    if places:
        inner = len(expected[0][0])
        places = [(0, len(text)), (inner, len(text))]

    found = segments(text, [Place(n, *ends) for n, ends in enumerate(places)])

    said = [(one.text, [p.number for p in one.covered_by]) for one in found]
    assert said == expected


def test_findings_that_cross_each_other_share_a_piece():
    found = segments("abcdef", [Place(1, 0, 4), Place(2, 2, 6)])

    assert [(one.text, [p.number for p in one.covered_by]) for one in found] == [
        ("ab", [1]),
        ("cd", [1, 2]),
        ("ef", [2]),
    ]
