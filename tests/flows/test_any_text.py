"""What holds for every text, whole or cut off anywhere, in any language."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gates.measuring import LANGUAGES, passages
from marsad.collecting.documents import Document
from marsad.reading.goldform import reading_of
from marsad.reading.pipeline import read
from marsad.spans import prove

TEXTS = [passage["text"] for language in LANGUAGES for passage in passages(language)]
# Signs that break careless grammars: marks that open and close, digits of three
# scripts, letters without width, line ends of three systems, the end of the text.
NOISE = "«»“”\"'()‹›.,،؛:؟!-–—%٪0٣7۹2014/\n\r\t\u200f\u200c\u0640\u064b\ufeff\u2067\u2069 $€"
DAYS = st.one_of(st.none(), st.dates(date(2000, 1, 1), date(2030, 12, 31)))


def check(text, day=None, language=None):
    document = Document("any", text, published=day, language=language)
    findings = read(document)
    for finding in findings:
        prove(finding.span, text)
        assert finding.span.quote.strip()
        assert 0 <= finding.score <= 1
        assert finding.reader
        assert finding.why
    written = reading_of(document, findings)["findings"]
    assert len({one["id"] for one in written}) == len(findings)


@settings(max_examples=200, deadline=None)
@given(st.data(), DAYS)
def test_a_text_cut_off_anywhere_is_read_and_every_span_stands(data, day):
    text = data.draw(st.sampled_from(TEXTS))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 700)))

    check(text[start:end], day)


@settings(max_examples=200, deadline=None)
@given(st.data(), st.sampled_from([None, *LANGUAGES]))
def test_noise_between_words_breaks_nothing(data, language):
    words = data.draw(st.sampled_from(TEXTS)).split()
    at = data.draw(st.integers(0, len(words)))
    parts = data.draw(st.lists(st.text(NOISE, max_size=6), min_size=1, max_size=20))

    check(
        " ".join(
            f"{word}{part}" for word, part in zip(words[at:], parts, strict=False)
        ),
        None,
        language,
    )


@settings(max_examples=100, deadline=None)
@given(st.text(), st.sampled_from([None, *LANGUAGES]))
def test_letters_of_any_script_break_nothing(text, language):
    check(text, None, language)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(" \n ", id="blanks"),
        pytest.param("2014", id="a year alone"),
        pytest.param("قال", id="a verb alone"),
        pytest.param("«", id="a mark alone"),
        pytest.param("وقال «" * 50, id="marks that never close"),
        pytest.param("60 " * 200, id="numbers alone"),
        pytest.param("كشف أن نصف المبلغ متوافر. 1000", id="a number at the end"),
    ],
)
def test_the_smallest_and_oddest_texts_are_read(text):
    for language in (None, *LANGUAGES):
        check(text, date(2021, 6, 28), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_text_is_read_the_same_way_twice(language):
    for passage in passages(language):
        document = Document("a", passage["text"], language=language)

        assert read(document) == read(document)
