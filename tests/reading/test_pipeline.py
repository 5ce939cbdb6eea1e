"""Tests for reading a whole document: order, languages, and what is left out."""

from datetime import date

import pytest

from makers import document
from marsad.collecting.documents import Document
from marsad.reading.pipeline import READERS, read
from marsad.spans import prove

ARABIC = "قال وزير الخارجية الأميركي جون كيري إن 83 دولة تشارك في التحالف."
ENGLISH = "Secretary of State John Kerry said that 83 states take part in the Global Coalition against Daesh."
FRENCH = "Le secrétaire d'État John Kerry a déclaré que 83 États participent à la Coalition mondiale contre Daech."
PERSIAN = "وزیر خارجه آمریکا گفت که هشتاد و سه کشور در این ائتلاف شرکت دارند و این خبر را تایید کرد."


def kinds(findings):
    return {one.kind for one in findings}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(ARABIC, "ar", id="Arabic"),
        pytest.param(ENGLISH, "en", id="English"),
        pytest.param(FRENCH, "fr", id="French"),
    ],
)
def test_each_language_is_read_for_several_kinds(text, language):
    findings = read(document(text, language=language))

    assert {"person", "figure", "party", "quote"} <= kinds(findings)


def test_passages_of_different_languages_are_read_in_their_places():
    text = f"{ARABIC}\n\n{ENGLISH}\n\n{FRENCH}"

    findings = read(document(text))

    for finding in findings:
        prove(finding.span, text)
    figures = [one.span.start for one in findings if one.kind == "figure"]
    assert len(figures) == 3


def test_findings_stand_in_the_order_of_the_text():
    findings = read(document(f"{ARABIC}\n{ENGLISH}"))

    starts = [one.span.start for one in findings]
    assert starts == sorted(starts)


def test_a_language_that_is_not_read_is_passed_over():
    assert read(document(PERSIAN)) == ()


def test_a_text_without_anything_to_find_gives_nothing():
    assert read(Document("empty", "")) == ()
    assert read(Document("blank", " \n ")) == ()


@pytest.mark.parametrize("day", [date.min, date.max, None])
def test_an_impossible_day_of_publication_resolves_nothing(day):
    findings = read(Document("odd", "وصل الوفد أمس إلى بغداد.", day, "ar"))

    assert "date" not in kinds(findings)


def test_reading_leaves_no_trace_in_the_next_reading():
    first = read(document(ARABIC))
    read(document(ENGLISH, language="en"))

    assert read(document(ARABIC)) == first


def test_every_finding_names_its_reader_its_score_and_why():
    for finding in read(document(f"{ARABIC}\n{ENGLISH}\n{FRENCH}")):
        assert "." in finding.reader
        assert 0 < finding.score <= 1
        assert finding.why


def test_each_kind_has_one_reader():
    assert len({kind for kind, _ in READERS}) == len(READERS) == 9
