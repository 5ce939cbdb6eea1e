"""Tests for lexicons: what is found, over which words, after which proclitic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.reading.lexicon import LEXICONS, Automaton, automaton, forms, rows
from marsad.text.normalise import fold
from marsad.text.tokens import words_of

ON_NAMES = ("و", "ب", "ل", "ول", "وب")


def found(text, *entries, proclitics=ON_NAMES):
    """What an automaton of some forms finds: the words, and the letters cut off."""
    compiled = Automaton()
    for form in entries:
        compiled.add(form, "name", {"form": form}, proclitics)
    words = words_of(fold(text))
    return [
        (" ".join(words[hit.first : hit.last]), hit.clitic)
        for hit in compiled.hits(words).get("name", ())
    ]


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        pytest.param("زار العراق أمس", "العراق", [("العراق", 0)], id="a word"),
        pytest.param("زار والعراق", "العراق", [("والعراق", 1)], id="after and"),
        pytest.param("وبالعراق أيضا", "العراق", [("وبالعراق", 2)], id="after and-in"),
        pytest.param("للعراق دور", "العراق", [("للعراق", 1)], id="after to: the alef falls away"),
        pytest.param("وللعراق دور", "العراق", [("وللعراق", 2)], id="after and-to"),
        pytest.param("قال للجنة إنه", "اللجنة", [("للجنه", 1)], id="three lams are two"),
        pytest.param("لعراقيين", "العراق", [], id="not inside a word"),
        pytest.param("أعلنت الأمم المتحدة", "الأمم المتحدة", [("الامم المتحده", 0)], id="two words"),
        pytest.param("وللأمم المتحدة", "الأمم المتحدة", [("وللامم المتحده", 2)], id="two words after and-to"),
        pytest.param("الأمم الأخرى", "الأمم المتحدة", [], id="half of the words"),
        pytest.param("الأمم", "الأمم المتحدة", [], id="the text ends before the form"),
        pytest.param("العِراقُ", "العراق", [("العراق", 0)], id="with vowel marks"),
        pytest.param("", "العراق", [], id="no text"),
    ],
)  # fmt: skip
def test_a_form_is_found_with_its_proclitics(text, form, expected):
    assert found(text, form) == expected


def test_overlapping_forms_are_all_found_the_word_alone_first():
    names = ("مجلس الأمن الدولي", "مجلس الأمن", "مجلس")

    assert [words for words, _ in found("مجلس الأمن الدولي", *names)] == [
        "مجلس",
        "مجلس الامن الدولي",
        "مجلس الامن",
    ]


def test_hits_stand_in_the_order_of_the_text():
    names = ("العراق", "مجلس الأمن")

    hits = found("العراق ومجلس الأمن والعراق", *names)

    assert [words for words, _ in hits] == ["العراق", "ومجلس الامن", "والعراق"]


def test_two_writings_of_a_row_that_fold_alike_are_found_once():
    compiled, row = Automaton(), {"form": "أن|إن"}
    for form in forms(row, "ar"):
        compiled.add(form, "that", row, ())

    assert len(compiled.hits(["ان"])["that"]) == 1


def test_an_empty_form_is_passed_over():
    assert found("نص", "", " ") == []


@given(
    st.lists(
        st.sampled_from(["ا", "ب", "ا ب", "ب ا ا", "ا ا", "ا ب ا ب"]), unique=True
    ),
    st.lists(st.sampled_from("ابج"), max_size=12),
)
def test_every_form_is_found_wherever_it_stands(entries, words):
    text = " ".join(words)

    hits = found(text, *entries, proclitics=())

    expected = sorted(
        (start, " ".join(words[start : start + len(form.split())]))
        for form in entries
        for start in range(len(words))
        if words[start : start + len(form.split())] == form.split()
    )
    assert sorted(one for one, _ in hits) == sorted(one for _, one in expected)


@pytest.mark.parametrize("name", sorted({lexicon.name for lexicon in LEXICONS}))
def test_a_lexicon_has_a_form_in_every_language_that_it_serves(name):
    languages = {
        language
        for lexicon in LEXICONS
        if lexicon.name == name
        for language in lexicon.languages
    }

    for language in languages:
        assert any(form for row in rows(name) for form in forms(row, language))


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_every_form_of_every_lexicon_finds_itself(language):
    compiled = automaton(language)
    for lexicon in LEXICONS:
        if language not in lexicon.languages:
            continue
        for row in rows(lexicon.name):
            for form in filter(str.strip, forms(row, language)):
                words = words_of(fold(form))
                hits = compiled.hits(words).get(lexicon.tag, ())
                assert any((hit.first, hit.last) == (0, len(words)) for hit in hits), (
                    form
                )
