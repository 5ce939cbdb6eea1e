import json

from marsad.cli.printing import FORMS
from marsad.collecting.documents import Document
from marsad.reading.findings import Figure, Party
from marsad.reading.pipeline import Reading
from marsad.spans import Span

TEXT = "يضم التحالف 60 دولة منها العراق."
READING = Reading(
    Document("kuwait", TEXT, outlet="Petra"),
    (
        Figure(
            span=Span(12, 19, "60 دولة"),
            reader="figures",
            score=0.9,
            why="digits",
            value=60,
            unit="country",
        ),
        Party(
            span=Span(25, 31, "العراق"),
            reader="parties",
            score=1.0,
            why="a name",
            canonical="IQ",
            type="state",
        ),
    ),
)


def test_the_table_shows_place_words_and_fields():
    lines = list(FORMS["table"]([READING]))

    assert lines[0].startswith("kuwait · Petra · day not known")
    assert "figure" in lines[1]
    assert "12-19" in lines[1]
    assert "value=60" in lines[1]
    assert "unit=country" in lines[1]
    assert "canonical=IQ" in lines[2]


def test_arabic_words_are_isolated_so_that_columns_stay_in_place():
    lines = list(FORMS["table"]([READING]))

    assert "\u206860 دولة\u2069" in lines[1]


def test_a_document_in_which_nothing_is_found_says_so():
    assert "  nothing found" in list(FORMS["table"]([Reading(Document("a", "x"), ())]))


def test_lines_and_list_hold_the_same_readings():
    [line] = FORMS["jsonl"]([READING])
    whole = json.loads("\n".join(FORMS["json"]([READING, READING])))

    assert whole == [json.loads(line)] * 2
