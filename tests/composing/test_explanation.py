from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from marsad.collecting.documents import Document
from marsad.composing.explanation import explain_as_html, segments
from marsad.reading.findings import Figure, Quote
from marsad.reading.pipeline import Reading
from marsad.spans import span_of

TEXT = "قال آلن: «نضم 60 دولة & أكثر».\nثم سكت."


def reading(text=TEXT, **known):
    quote = Quote(
        span=span_of(text, 10, 28),
        reader="quotations",
        score=0.9,
        why="words between marks after a verb of saying",
        form="direct",
        speaker=span_of(text, 4, 7),
        speaker_name="John Allen",
    )
    figure = Figure(
        span=span_of(text, 14, 21),
        reader="figures",
        score=1.0,
        why="digits",
        value=60,
        unit="country",
    )
    return Reading(Document("a", text, **known), (quote, figure))


def test_the_page_shows_words_kind_fields_reader_score_and_reason():
    html = explain_as_html([reading()])

    for part in (
        "60 دولة",
        "figure",
        "country",
        "figures, score 1.00",
        "digits",
        "John Allen",
    ):
        assert part in html


def test_an_arabic_text_runs_from_right_to_left():
    html = explain_as_html([reading(language="ar", published=date(2014, 10, 28))])

    assert '<div class="text" dir="rtl" lang="ar">' in html
    assert "2014-10-28" in html


def test_a_text_of_no_known_language_finds_its_own_direction():
    assert '<div class="text" dir="auto">' in explain_as_html([reading()])


def test_words_of_the_text_are_never_markup():
    html = explain_as_html([reading(title="<script>x</script>", url='"><img src=x>')])

    assert "<script>" not in html
    assert "<img" not in html
    assert "&amp; أكثر" in html


EDGES = st.tuples(st.integers(0, 30), st.integers(1, 12))


@given(st.text(min_size=42, max_size=60), st.lists(EDGES))
def test_segments_are_the_whole_text_and_each_finding_its_own_words(text, places):
    findings = [
        {"id": str(n), "start": at, "end": at + length}
        for n, (at, length) in enumerate(places)
    ]

    cut = list(segments(text, findings))

    assert "".join(one.text for one in cut) == text
    for finding in findings:
        covered = "".join(one.text for one in cut if finding in one.covering)
        assert covered == text[finding["start"] : finding["end"]]
        assert sum(finding in one.ending for one in cut) == 1
