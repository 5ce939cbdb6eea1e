"""Tests that leaving a word out tells what a finding hangs on."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.collecting.documents import Document
from marsad.reading.counterfactuals import counterfactuals, grouped
from marsad.reading.pipeline import LANGUAGES, read

ARABIC = "وقال جون كيري في بغداد أمس إن أكثر من 83 دولة تدعم العراق."
ENGLISH = "John Kerry said in Baghdad on Monday that about 83 states support Iraq."
FRENCH = "John Kerry a déclaré lundi à Bagdad que plus de 83 États soutiennent l'Irak."


def hanging(text, language, kind):
    """What the first finding of a kind hangs on, by word."""
    document = Document("any", text, date(2018, 3, 1), language)
    findings = read(document)
    place = next(n for n, one in enumerate(findings) if one.kind == kind)
    return {one.word.quote: one for one in counterfactuals(document, findings)[place]}


@pytest.mark.parametrize(
    ("text", "language", "verb", "bound"),
    [
        pytest.param(ARABIC, "ar", "وقال", "أكثر", id="Arabic"),
        pytest.param(ENGLISH, "en", "said", "about", id="English"),
        pytest.param(FRENCH, "fr", "déclaré", "plus", id="French"),
    ],
)
def test_a_quote_hangs_on_its_verb_and_a_bound_on_its_word(text, language, verb, bound):
    quote, figure = (hanging(text, language, kind) for kind in ("quote", "figure"))

    assert not quote[verb].is_found
    before, after = figure[bound].fields["bound"]
    assert before in ("more_than", "about")
    assert after == "exact"


def test_a_word_that_changes_nothing_is_not_told():
    assert "Baghdad" not in hanging(ENGLISH, "en", "figure")


def test_words_whose_absence_says_the_same_stand_together():
    changes = hanging(ARABIC, "ar", "figure").values()

    groups = {tuple(one.word.quote for one in same) for same, _ in grouped(changes)}

    assert ("أكثر", "من") in groups


def test_a_long_text_is_read_by_its_surroundings():
    text = "\n".join(["The region is calm, people say."] * 150 + [ENGLISH])
    document = Document("any", text, date(2018, 3, 1), "en")
    findings = [one for one in read(document) if one.kind == "figure"]
    heard = []

    [found] = counterfactuals(document, findings, told=lambda *at: heard.append(at))

    assert "about" in {one.word.quote for one in found}
    assert heard[-1][0] == heard[-1][1]


@settings(max_examples=25, deadline=None)
@given(st.text(st.sampled_from('قال إن John said 12 «»". \n'), max_size=60))
def test_any_text_is_tried(text):
    for language in LANGUAGES:
        document = Document("any", text, None, language)
        findings = read(document)
        assert len(counterfactuals(document, findings)) == len(findings)
