"""Tests for released lines in later documents."""

import json
import time
from datetime import date
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makers import document
from marsad.measuring.uptake import Lines, ReleasedLine, line_of
from marsad.reading.pipeline import read

REPORTS = Path(__file__).parents[2] / "examples/reports"
DAY = date(2021, 6, 1)


class Made(NamedTuple):
    """A sentence as it was released, and as an outlet rewrote it."""

    id: str
    language: str
    kind: str
    released: str
    edited: str

    @property
    def name(self) -> str:
        return f"{self.id}-{self.language}"


def _made() -> list[Made]:
    path = Path(__file__).with_name("lines.tsv")
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    return [Made(*row) for row in rows if row[0][0] != "#"][1:]


MADE = _made()
each = pytest.mark.parametrize("made", MADE, ids=lambda made: made.name)


def _line(made: Made, *, release: str = "R1", on: date = DAY) -> ReleasedLine:
    return line_of(made.name, release, made.language, made.released, on)


LINES = Lines(map(_line, MADE))


def _around(words: str) -> str:
    """A text of something else, in which some words stand in a paragraph of their own."""
    before = "أقيم في المدينة أمس سباق للزوارق شارك فيه ستون متسابقا من مدارس الساحل."
    after = "The harbour museum opens again on Sunday with an exhibition of old maps."
    return f"{before}\n\n{words}\n\n{after}\n"


def _find(text: str, lines: Lines = LINES, *, language: str = "en"):
    return lines.find(document(text, language=language))


def _what(uptake):
    return [(one.what, one.before, one.after) for one in uptake.changes]


def _bare(sentence: str) -> str:
    return sentence.rstrip(".)")


@each
def test_a_line_that_stands_in_a_document_word_for_word_is_found(made):
    text = _around(made.released)

    (uptake,) = _find(text)

    assert (uptake.line, uptake.release, uptake.how) == (made.name, "R1", "verbatim")
    assert uptake.score == 1.0
    assert uptake.changes == ()
    assert uptake.quote == text[uptake.start : uptake.end] == _bare(made.released)


@each
def test_a_line_that_was_edited_is_found_at_its_place(made):
    text = _around(made.edited)

    (uptake,) = _find(text)

    assert (uptake.line, uptake.how) == (made.name, "edited")
    assert uptake.quote == text[uptake.start : uptake.end]
    place = text.index(made.edited)
    assert place <= uptake.start < uptake.end <= place + len(made.edited)
    # All but the words that say who spoke, which are not of the line.
    assert len(uptake.quote) >= 0.75 * len(made.edited)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        pytest.param(
            "stabil-en",
            ("number", "394.8 million dollars", "350 million dollars"),
            id="another sum",
        ),
        pytest.param(
            "stabil-ar",
            ("number", "394.8 مليون دولار", "350 مليون دولار"),
            id="another sum in Arabic",
        ),
        pytest.param(
            "border-fr",
            ("number", "Au moins 1 900 kilomètres", "1 900 kilomètres"),
            id="a lost bound in French",
        ),
        pytest.param(
            "border-ar",
            ("number", "ما لا يقل عن 1900 كيلومتر", "1900 كيلومتر"),
            id="a lost bound in Arabic",
        ),
        pytest.param(
            "trained-ar",
            ("number", "أكثر من 225 ألف عنصر", "نحو 225 ألف عنصر"),
            id="another bound in Arabic",
        ),
        pytest.param("court-ar", ("name", "والسويد", "والنرويج"), id="another state"),
    ],
)
def test_the_gravest_alteration_is_told_first(name, change):
    made = next(one for one in MADE if one.name == name)

    (uptake,) = _find(_around(made.edited))

    assert _what(uptake)[0] == change


def test_words_left_out_and_put_in_and_moved_are_told():
    told = {made.name: _what(_find(_around(made.edited))[0]) for made in MADE}

    assert ("left_out", "security", "") in told["trained-en"]
    assert ("added", "", "carefully") in told["mines-en"]
    assert ("replaced", "fallen", "dropped") in told["oil-en"]
    assert [what for what, *_ in told["camp-en"]].count("moved") == 2


def test_nearly_all_translations_with_numbers_or_names_are_found_and_none_wrongly():
    found = wrong = 0
    for made, language in product(MADE, ("ar", "en", "fr")):
        if made.language != language:
            lines = Lines(_line(one) for one in MADE if one.language == language)
            for uptake in _find(_around(made.released), lines):
                assert uptake.how == "translated"
                is_right = uptake.line.split("-")[0] == made.id
                found, wrong = found + is_right, wrong + (not is_right)

    # Of 72; three of the twelve sentences have no number and no two names.
    assert found >= 50
    assert wrong == 0


def test_a_translation_says_that_the_bound_is_lost():
    lines = Lines([_line(one) for one in MADE if one.name == "border-en"])
    text = (
        "باتت أبراج ساعدت أستراليا في تجهيزها تراقب 1900 كيلومتر من الحدود بين "
        "العراق وسوريا."
    )

    (uptake,) = _find(_around(text), lines, language="ar")

    assert uptake.how == "translated"
    assert _what(uptake) == [
        ("number", "At least 1,900 kilometres", "1900 كيلومتر"),
    ]


@pytest.mark.parametrize(
    "path", sorted(REPORTS.glob("*.txt")), ids=lambda path: path.stem
)
def test_reports_on_the_same_subject_hold_none_of_these_lines(path):
    assert _find(path.read_text("utf-8")) == ()


@pytest.mark.parametrize(
    ("language", "plain"),
    [
        ("en", "The Global Defeat-ISIS Coalition"),
        ("en", "Ministers of the Global Coalition met in Washington on Thursday."),
        ("ar", "التقى وزراء خارجية التحالف الدولي ضد داعش في واشنطن."),
        ("fr", "Les ministres de la coalition mondiale se sont réunis à Washington."),
    ],
)
def test_a_common_formula_is_no_uptake_and_is_said_to_be_too_plain(language, plain):
    lines = Lines([line_of("plain", "R1", language, plain, DAY)])

    assert lines.too_plain == ("plain",)
    assert _find(_around(plain), lines) == ()


def test_a_shared_formula_alone_does_not_make_an_uptake():
    text = (
        "Ministers of the Global Coalition met in Rome. Since June 2015 the Coalition "
        "has published a yearly report, and members of the Iraqi security forces "
        "spoke of it."
    )

    assert _find(text) == ()


def test_yesterdays_words_with_todays_numbers_and_names_are_another_sentence():
    released = "Engineers from Spain repaired 34 wells and two schools near Tikrit."
    other = "Engineers from Canada repaired 51 wells and nine bridges near Fallujah."
    lines = Lines([line_of("wells", "R1", "en", released, DAY)])

    assert _find(_around(other), lines) == ()


def test_marks_signs_and_letters_of_another_house_style_leave_a_line_verbatim():
    released = "أزالت فرق ممولة من ألمانيا واليابان 14300 مخلف متفجر حول سنجار."
    printed = "«أَزالت فرقٌ مموّلة من المانيا واليابان ١٤٣٠٠ مخلّف متفجّر حول ســنجار»"
    lines = Lines([line_of("mines", "R1", "ar", released, DAY)])

    (uptake,) = _find(_around(printed), lines, language="ar")

    assert (uptake.how, uptake.quote) == ("verbatim", printed.strip("«»"))


def test_a_conjunction_written_onto_the_first_word_stays_outside_of_the_quote():
    released = "درّب التحالف 225 ألف عنصر من القوات العراقية في أربعة مواقع."
    lines = Lines([line_of("trained", "R1", "ar", released, DAY)])

    (uptake,) = _find(_around(f"و{released}"), lines, language="ar")

    assert (uptake.how, uptake.quote) == ("verbatim", _bare(released))


def test_each_place_at_which_a_line_stands_is_told():
    made = MADE[0]

    first, second = _find(_around(f"{made.released}\n\n{made.edited}"))

    assert (first.how, second.how) == ("verbatim", "edited")
    assert first.end < second.start


def test_a_page_that_repeats_a_sentence_without_end_takes_no_end_of_time():
    made = MADE[3]
    begun = time.process_time()

    found = _find("\n".join([made.released] * 300 + [made.edited] * 300))

    assert [one.how for one in found].count("verbatim") == 300
    assert {one.how for one in found[300:]} == {"edited"}
    assert time.process_time() - begun < 3


def test_the_line_that_is_nearest_to_the_words_is_told_and_no_other():
    made = next(one for one in MADE if one.name == "stabil-en")
    older = _line(made, release="R1")
    newer = line_of("sum", "R2", "en", made.edited, DAY)

    (uptake,) = _find(_around(made.edited), Lines([older, newer]))

    assert (uptake.line, uptake.how) == ("sum", "verbatim")


def test_of_releases_that_say_the_same_the_latest_before_the_document_counts():
    made = MADE[0]
    days = [date(2021, 1, 1), date(2021, 3, 1), date(2021, 12, 1)]
    lines = Lines(_line(made, release=f"R{day.month}", on=day) for day in days)

    (uptake,) = _find(_around(made.released), lines)

    assert uptake.release == "R3"


def test_what_was_published_before_the_release_is_no_uptake():
    text = _around(MADE[0].released)

    assert LINES.find(document(text, published="2021-05-31")) == ()
    assert len(LINES.find(document(text, published="2021-06-01"))) == 1


def test_a_document_that_the_release_quotes_is_no_uptake():
    source = document(_around(MADE[0].released))

    assert LINES.find(source, origins=frozenset((source.sha256,))) == ()


def test_findings_that_were_kept_tell_the_same_as_reading_anew():
    source = document(_around("\n".join(one.released for one in MADE[:9])))
    lines = Lines(_line(one) for one in MADE if one.language == "fr")

    assert lines.find(source, findings=read(source)) == lines.find(source) != ()


def test_a_line_is_kept_as_json_and_read_back():
    for made in MADE:
        line = _line(made)
        assert ReleasedLine.of_json(json.loads(json.dumps(line.as_json()))) == line


def test_a_line_holds_its_numbers_and_names():
    made = next(one for one in MADE if one.name == "court-fr")

    line = _line(made)

    assert line.numbers == (42.0,)
    assert line.names == {"NL", "SE"}


ANY = st.text(max_size=300)


@given(before=ANY, after=ANY, made=st.sampled_from(MADE))
def test_a_line_planted_word_for_word_in_any_text_is_found(before, after, made):
    text = f"{before}\n{made.released}\n{after}"

    found = _find(text)

    place = len(before) + 1
    assert any(
        one.line == made.name
        and one.how == "verbatim"
        and place <= one.start < one.end <= place + len(made.released)
        for one in found
    )


WORDS = st.sampled_from([word for one in MADE for word in one.released.split()])
SALADS = st.lists(WORDS | st.sampled_from(["\n", ".", "و", "«"]), max_size=80)


@given(SALADS.map(" ".join) | ANY)
def test_spans_prove_their_quotes_and_finding_is_always_the_same(text):
    source = document(f"-{text}")

    found = LINES.find(source)

    assert found == LINES.find(source)
    for one in found:
        assert source.text[one.start : one.end] == one.quote != ""
        assert 0 < one.score <= 1
