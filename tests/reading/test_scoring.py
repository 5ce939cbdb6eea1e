import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.reading.scoring import KINDS, Tally, compare, overlap, same_name, total

TEXT = "قال الجنرال جون آلن إن التحالف يضم 60 دولة. وقال آلن إن المعركة طويلة."


def marked(kind, start, end, **fields):
    return {"kind": kind, "start": start, "end": end, **fields}


def agreement(gold, read, **more):
    return compare({"findings": gold, **more}, {"findings": read}, TEXT)


def tally(kind, gold, read, **more):
    return agreement(gold, read, **more).tallies[kind]


SIXTY = {"value": 60, "high": None, "bound": "exact", "unit": "country"}


def test_the_same_figure_at_the_same_place_is_right():
    assert tally(
        "figure",
        [marked("figure", 35, 42, **SIXTY)],
        [marked("figure", 35, 42, **SIXTY)],
    ) == (Tally(gold=1, read=1, span=1, full=1))


@pytest.mark.parametrize(
    ("change", "full"),
    [
        pytest.param({"value": 61}, 0, id="another value"),
        pytest.param({"value": 60.00000001}, 1, id="the same value but for rounding"),
        pytest.param({"high": 70}, 0, id="a range that is none"),
        pytest.param({"bound": "about"}, 0, id="another bound"),
        pytest.param({"bound": None}, 1, id="no bound means exactly"),
        pytest.param({"unit": "states"}, 1, id="another word for the unit"),
        pytest.param({"unit": "member"}, 0, id="another unit"),
        pytest.param({"subject": "anything"}, 1, id="a label that does not count"),
    ],
)
def test_a_figure_is_right_by_value_range_unit_and_bound(change, full):
    gold = [marked("figure", 35, 42, **SIXTY)]

    result = tally("figure", gold, [marked("figure", 35, 42, **SIXTY | change)])

    assert (result.span, result.full) == (1, full)


@pytest.mark.parametrize(
    ("kind", "end", "span"),
    [
        pytest.param("party", 6, 1, id="six of ten letters of a name"),
        pytest.param("party", 5, 0, id="five of ten letters of a name"),
        pytest.param("quote", 5, 1, id="five of ten letters of a clause"),
        pytest.param("quote", 4, 0, id="four of ten letters of a clause"),
    ],
)
def test_spans_must_share_enough_and_clauses_less_than_names(kind, end, span):
    result = tally(kind, [marked(kind, 0, 10)], [marked(kind, 0, end)])

    assert result.span == span


def test_each_finding_pairs_once_and_the_best_pair_comes_first():
    gold = [
        marked("party", 0, 10, canonical="KW"),
        marked("party", 10, 20, canonical="IQ"),
    ]
    read = [
        marked("party", 0, 9, canonical="SA"),
        marked("party", 0, 10, canonical="KW"),
    ]

    assert tally("party", gold, read) == Tally(gold=2, read=2, span=1, full=1)


def test_a_speaker_is_right_at_another_mention_of_the_same_words():
    gold = [marked("quote", 53, 71, speaker=[16, 19], speaker_name="John Allen")]
    read = [marked("quote", 53, 71, speaker=[49, 52], speaker_name=None)]

    assert TEXT[16:19] == TEXT[49:52] == "آلن"
    assert tally("quote", gold, read).full == 1
    assert compare({"findings": gold}, {"findings": read}).tallies["quote"].full == 0


@pytest.mark.parametrize(
    ("name", "full"),
    [
        pytest.param("Gen. John R. Allen", 1, id="the name with more words"),
        pytest.param("John Kerry", 0, id="another name"),
        pytest.param(None, 0, id="no name"),
    ],
)
def test_a_speaker_is_right_by_name_wherever_it_stands(name, full):
    gold = [marked("quote", 53, 71, speaker=None, speaker_name="John Allen")]
    read = [marked("quote", 53, 71, speaker=[0, 3], speaker_name=name)]

    assert tally("quote", gold, read).full == full


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("NATO", "North Atlantic Treaty Organization", True, id="initials"),
        pytest.param("UN", "United Nations", True, id="initials of two words"),
        pytest.param("Antony Blinken", "Anthony Blinken", True, id="one letter more"),
        pytest.param(
            "Haïdar al-Abadi", "haidar al abadi", True, id="accents and hyphens"
        ),
        pytest.param("KW", "IQ", False, id="two states"),
        pytest.param(None, "", True, id="nobody and nobody"),
        pytest.param(None, "KW", False, id="nobody and somebody"),
    ],
)
def test_names_are_compared_loosely(one, other, same):
    assert same_name(one, other) is same_name(other, one) is same


def test_what_careful_readers_differ_on_counts_neither_way():
    doubtful = marked("party", 0, 3, canonical="KW", confidence="low")

    assert (
        tally("party", [doubtful], [marked("party", 0, 3, canonical="SA")]) == Tally()
    )
    assert tally("party", [doubtful], []) == Tally()
    assert tally("party", [], [doubtful]) == Tally()


def test_a_length_of_time_is_no_figure_that_counts():
    years = marked("figure", 0, 5, value=3, unit="years")

    assert tally("figure", [years], []) == tally("figure", [], [years]) == Tally()


def test_what_stands_in_page_furniture_counts_neither_way():
    inside = marked("party", 2, 4, canonical="KW")

    assert tally("party", [inside], [inside], boilerplate=[[0, 10]]) == Tally()


def test_mistakes_are_named_by_what_they_are():
    gold = [
        marked("party", 0, 3, canonical="KW"),
        marked("party", 9, 12, canonical="IQ"),
    ]
    read = [
        marked("party", 0, 3, canonical="SA"),
        marked("party", 20, 23, canonical="FR"),
    ]

    mistakes = agreement(gold, read).mistakes

    assert [mistake.what for mistake in mistakes] == ["wrong", "missed", "extra"]


@pytest.mark.parametrize(
    ("kind", "gold", "read", "full"),
    [
        pytest.param(
            "date", {"from": "2014-10-28", "to": "2014-10-28"}, {}, 0, id="no day"
        ),
        pytest.param(
            "meeting",
            {"country": "KW", "from": None},
            {"country": "KW"},
            1,
            id="a meeting",
        ),
        pytest.param(
            "membership",
            {"event": "count", "count": 74},
            {"event": "count", "count": 75},
            0,
            id="a count",
        ),
        pytest.param("call", {"party": "Iraq"}, {"party": "iraq "}, 1, id="who calls"),
        pytest.param(
            "commitment", {"party": "US"}, {"party": "KW"}, 0, id="who is bound"
        ),
        pytest.param(
            "person",
            {"canonical": "John Allen"},
            {"canonical": "Allen"},
            1,
            id="a name",
        ),
    ],
)
def test_each_kind_is_right_by_its_telling_fields(kind, gold, read, full):
    result = tally(kind, [marked(kind, 0, 9, **gold)], [marked(kind, 0, 9, **read)])

    assert (result.span, result.full) == (1, full)


def test_sums_run_over_documents_and_kinds():
    one = agreement([marked("party", 0, 3, canonical="KW")], []).tallies
    other = agreement([], [marked("date", 0, 3)]).tallies

    sums = total([one, other])

    assert sums["party"] == Tally(gold=1)
    assert sums["all"] == Tally(gold=1, read=1)
    assert list(sums) == [*KINDS, "all"]


def test_f1_is_the_harmonic_mean_worked_by_hand():
    # 3 of 4 read are right, 3 of 6 are found: 2 * 0.75 * 0.5 / 1.25 = 0.6.
    half = Tally(gold=6, read=4, span=3, full=3)

    assert half.precision(3) == pytest.approx(0.75)
    assert half.recall(3) == pytest.approx(0.5)
    assert half.full_f1 == half.span_f1 == pytest.approx(0.6)
    assert Tally().full_f1 == 0.0


EDGES = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(
    lambda at: (at[0], sum(at))
)


@given(EDGES, EDGES)
def test_overlap_is_a_share_that_knows_no_order(one, other):
    assert 0 <= overlap(one, other) == overlap(other, one) <= 1
    assert overlap(one, one) == 1


@given(st.lists(st.tuples(st.sampled_from(KINDS), EDGES)))
def test_a_reading_agrees_with_itself_wholly(places):
    places = dict.fromkeys(places)
    findings = [marked(kind, *edges, speaker_name="A") for kind, edges in places]

    sums = total([agreement(findings, findings).tallies])

    assert sums["all"].full == sums["all"].gold == sums["all"].read
