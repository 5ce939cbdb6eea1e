"""Tests for findings as JSON and back."""

import json
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gates.measuring import LANGUAGES, document_of, passages
from makers import document
from marsad.errors import Misplaced, Unreadable
from marsad.reading.findings import (
    KINDS,
    Amount,
    Call,
    Commitment,
    DateMention,
    Figure,
    Interval,
    Meeting,
    Membership,
    Party,
    Person,
    Quote,
)
from marsad.reading.goldform import (
    finding_as_json,
    finding_of,
    findings_of,
    reading_of,
)
from marsad.reading.pipeline import read
from marsad.spans import span_of

TEXT = (
    "قال الوزير جون آلن في الكويت يوم 27 أكتوبر 2014 إن 14 دولة تعهدت بدفع 200 مليون دولار.\n"
    "Il a ajouté : « Nous tiendrons parole 😀 avant la fin de l'année 2015 »."
)
WORDS = st.text(max_size=12)
MAYBE = st.none() | WORDS
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def spans(draw):
    start = draw(st.integers(0, len(TEXT)))
    return span_of(TEXT, start, draw(st.integers(start, len(TEXT))))


@st.composite
def intervals(draw):
    return Interval(*sorted((draw(st.dates()), draw(st.dates()))))


FIELDS = {
    Quote: {
        "form": st.sampled_from(["direct", "indirect", "mixed"]),
        "cue": st.none() | spans(),
        "speaker": st.none() | spans(),
        "speaker_name": MAYBE,
        "continues": st.none() | spans(),
        "party": MAYBE,
    },
    Figure: {
        "value": NUMBERS,
        "high": st.none() | NUMBERS,
        "bound": st.sampled_from(["exact", "about"]),
        "unit": WORDS,
        "subject": WORDS,
        "change": st.none() | st.just("decrease"),
        "as_of": MAYBE,
        "place": MAYBE,
        "baseline": st.none() | NUMBERS,
        "per": MAYBE,
    },
    DateMention: {"interval": intervals(), "precision": WORDS},
    Commitment: {
        "party": MAYBE,
        "action": WORDS,
        "amount": st.none() | st.builds(Amount, NUMBERS, WORDS),
        "due": st.none() | intervals(),
        "person": MAYBE,
    },
    Call: {"party": MAYBE, "addressee": MAYBE, "action": WORDS, "person": MAYBE},
    Meeting: {
        "name": WORDS,
        "city": MAYBE,
        "country": MAYBE,
        "interval": st.none() | intervals(),
        "held": st.sampled_from(["past", "planned"]),
        "attendance": st.none() | st.integers(),
    },
    Party: {"canonical": WORDS, "type": WORDS, "mention": WORDS},
    Person: {"canonical": WORDS, "role": MAYBE, "party": MAYBE},
    Membership: {
        "event": WORDS,
        "who": st.lists(WORDS).map(tuple),
        "count": st.none() | st.integers(),
        "as_of": MAYBE,
    },
}


def any_of(kind):
    return st.builds(
        kind,
        span=spans(),
        reader=WORDS,
        score=st.floats(0, 1),
        why=WORDS,
        is_doubtful=st.booleans(),
        **FIELDS[kind],
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_every_field_of_a_kind_is_drawn(kind):
    common = {"span", "reader", "score", "why", "is_doubtful"}

    assert {one.name for one in fields(kind)} == common | set(FIELDS[kind])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
@given(data=st.data())
def test_a_finding_comes_back_from_json_as_it_was(kind, data):
    finding = data.draw(any_of(kind))

    kept = json.dumps(finding_as_json(finding), ensure_ascii=False)

    assert finding_of(json.loads(kept), TEXT) == finding


@given(st.lists(st.one_of([any_of(kind) for kind in KINDS]), max_size=8))
def test_all_findings_of_a_document_come_back_in_their_order(findings):
    kept = json.dumps(reading_of(document(TEXT), findings))

    assert findings_of(json.loads(kept), TEXT) == tuple(findings)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_readers_find_comes_back_as_it_was(language):
    for passage in passages(language):
        source = document_of(passage)
        found = read(source)

        written = json.loads(json.dumps(reading_of(source, found)))

        assert findings_of(written, source.text) == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_annotation_by_hand_is_read_like_a_reading(language):
    for passage in passages(language):
        found = findings_of(passage, passage["text"])

        assert [one.span.quote for one in found] == [
            one["surface"] for one in passage["findings"]
        ]
        assert all(
            one.continues
            for one, row in zip(found, passage["findings"], strict=True)
            if isinstance(one, Quote) and row["continues"]
        )


def _figure():
    start = TEXT.index("14 دولة")
    return Figure(
        span=span_of(TEXT, start, start + 7),
        reader="figures",
        score=0.9,
        why="a number with its unit",
        value=14,
        unit="country",
    )


def test_a_text_that_has_changed_is_refused():
    with pytest.raises(Misplaced, match="14 دولة"):
        finding_of(finding_as_json(_figure()), "x" + TEXT)


@pytest.mark.parametrize(
    "spoilt",
    [
        pytest.param({"kind": "rumour"}, id="a kind that does not exist"),
        pytest.param({"value": "many"}, id="a value that is no number"),
    ],
)
def test_a_row_that_makes_no_sense_is_named(spoilt):
    row = finding_as_json(_figure()) | spoilt

    with pytest.raises(Unreadable, match="finding f1: cannot be read back"):
        finding_of(row, TEXT)


def test_a_row_kept_before_a_field_was_added_takes_its_default():
    person = Person(
        span=span_of(TEXT, 11, 18), reader="p", score=1.0, why="w", canonical="J. Allen"
    )
    row = finding_as_json(replace(person, party="US"))
    del row["party"]

    assert finding_of(row, TEXT) == person


def test_days_before_the_year_1000_are_written_with_four_digits():
    interval = Interval(date(1, 1, 1), date(99, 12, 31))
    mention = DateMention(
        span=span_of(TEXT, 0, 3),
        reader="d",
        score=1.0,
        why="w",
        interval=interval,
        precision="range",
    )

    assert finding_of(finding_as_json(mention), TEXT) == mention
