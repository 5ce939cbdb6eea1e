"""Tests for sentences: where they end, and where a dot ends none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.normalise import View, fold
from marsad.text.sentences import Sentences
from marsad.text.tokens import Tokens


def sentences_of(text):
    """The sentences as their folded words, line ends left out."""
    folded = fold(text)
    tokens = Tokens(folded)
    found = Sentences(tokens)
    pieces = [
        folded[tokens.starts[first] : tokens.ends[last - 1]].strip()
        for first, last in zip(found.firsts, found.lasts, strict=True)
    ]
    return [piece for piece in pieces if piece]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("وصل الوفد أمس. وغادر اليوم.", 2, id="full stops"),
        pytest.param("هل اجتمعوا؟ نعم! اجتمعوا", 3, id="question and exclamation"),
        pytest.param("هل اجتمعوا؟! نعم.", 2, id="two signs end one sentence"),
        pytest.param("«وصل الوفد.» وغادر.", 2, id="closing mark goes with its stop"),
        pytest.param("He left. \"We stay,\" she said.", 2, id="opening mark goes ahead"),
        pytest.param("Il part. « Nous restons. » Elle rit.", 3, id="spaced guillemets"),
        pytest.param("انتظر .. ثم قال إنه سيعود.", 1, id="two dots are a pause"),
        pytest.param("انتظر... ثم قال إنه سيعود.", 1, id="three dots are a pause"),
        pytest.param("نحن… هنا.", 1, id="the sign of three dots is a pause"),
        pytest.param("بلغ 2.3 مليار في 14.2.2018 تقريبا.", 1, id="inner points of numbers"),
        pytest.param("عام 2014م. وبعده بعام.", 2, id="letter of the era after a number"),
        pytest.param("صرح د. سالم أن ج. بلينكن وصل.", 1, id="Arabic title and initial"),
        pytest.param("وكالة (سي.آي.إيه) في فرجينيا.", 1, id="letters spelled out in Arabic"),
        pytest.param("انتهى الاجتماع.وغادر الوزراء", 2, id="forgotten space in Arabic"),
        pytest.param("It ended.The ministers left", 2, id="forgotten space in English"),
        pytest.param("Gen. J. Allen met Mr. Smith.", 1, id="English titles and initials"),
        pytest.param("The U.S. and U.S.-led forces met.", 1, id="U.S."),
        pytest.param("See example.org and www.example.org for more.", 1, id="addresses"),
        pytest.param("He said no. We left.", 2, id="the word no"),
        pytest.param("Resolution No. 2170 holds. See art. 3.", 2, id="No. before a number"),
        pytest.param("Acme Inc., of Paris, paid.", 1, id="abbreviation before a comma"),
        pytest.param("M. Dupont et Mme. Durand sont venus.", 1, id="French titles"),
        pytest.param("They flew 100 m. Then they landed.", 2, id="a unit ends a sentence"),
        pytest.param("It was 2014. They met.", 2, id="a year ends a sentence"),
        pytest.param("البيان الختامي\nاجتمع الوزراء", 2, id="a headline is a sentence"),
        pytest.param("1. دعم العراق\n2. وقف التمويل", 2, id="numbers of a list"),
        pytest.param("• Aid • Training • Returns", 3, id="bullets in one line"),
        pytest.param("- Aid\n- Training", 2, id="dashes of a list"),
    ],
)  # fmt: skip
def test_sentences_are_counted_as_a_reader_counts_them(text, count):
    assert len(sentences_of(text)) == count


def test_a_bullet_begins_its_sentence():
    assert sentences_of("Goals: • Aid • Returns") == ["goals:", "• aid", "• returns"]


def test_a_closing_mark_stays_with_the_sentence_that_it_closes():
    assert sentences_of('"Go." They went.') == ['"go."', "they went."]


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("قال الوزير ", id="no sign at all"),
        pytest.param("قال، ", id="commas"),
        pytest.param("a, ", id="English commas"),
        pytest.param(". . ", id="dots"),
    ],
)
def test_a_text_without_stops_is_cut_so_that_readers_look_no_further(piece):
    tokens = Tokens(fold(piece * 2_000))
    found = Sentences(tokens)

    lengths = [
        last - first for first, last in zip(found.firsts, found.lasts, strict=True)
    ]
    assert max(lengths) <= 400
    assert sum(lengths) == len(tokens)


def test_a_sentence_without_end_is_cut_behind_a_comma():
    tokens = Tokens("كلمة " * 300 + "، " + "كلمة " * 300)
    found = Sentences(tokens)

    assert tokens.words[found.lasts[0] - 1] == "،"


@given(st.text(st.sampled_from("اب1.,!?؟…«»\"'”)\n •aZ") | st.characters()))
def test_sentences_cover_every_token_once_and_in_order(text):
    tokens = Tokens(View(text).text)
    found = Sentences(tokens)

    covered = [
        token
        for first, last in zip(found.firsts, found.lasts, strict=True)
        for token in range(first, last)
    ]
    assert covered == list(range(len(tokens)))


@given(st.text(st.sampled_from("اب1.؟«»\"'\n ") | st.characters(), min_size=1))
def test_every_token_lies_in_its_own_sentence(text):
    tokens = Tokens(View(text).text)
    found = Sentences(tokens)

    for token in range(len(tokens)):
        first, last = found.of(token)
        assert first <= token < last
