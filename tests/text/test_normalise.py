"""Tests for folding: what is united, and the way back to the original."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.spans import prove
from marsad.text.normalise import View, fold

# Letters, marks, ligatures and controls in one drawer, so that they meet often.
NEWSROOM = st.text(
    st.sampled_from(
        "ابتةىيؤئأإآء مـًٌَُِّْٰ«»،؛؟ ٠٣٩۴5.,٫٬%\n\r\u2028\u200f\u202b\u202c\u2067\u2069\u200b\ufeff"
        "ﷲﻻﷺﳲﹶﹷﱠﺍﺏaéÉœŒßﬁＡ８-‑’'\"ñe\u0301\u0308\u0653\u0654"
    )
    | st.characters()
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        pytest.param("أعلنَتِ الأُمَمُ", "اعلنت الامم", id="vowel marks and hamza seats"),
        pytest.param("مستشفى مدينة", "مستشفي مدينه", id="final ya and ta-marbuta"),
        pytest.param("مسؤول هيئة", "مسوول هييه", id="hamza on waw and on ya"),
        pytest.param("التحـــالف", "التحالف", id="tatweel"),
        pytest.param("ﺍﻟﺘﺤﺎﻟﻒ", "التحالف", id="presentation forms of a PDF"),
        pytest.param("اﻹﻋﻼم", "الاعلام", id="lam-alef ligatures"),
        pytest.param("ﻣﹶﻦ", "من", id="a vowel form of its own cuts no word"),
        pytest.param("هٰذا ٱلقرار", "هذا القرار", id="dagger alef and wasla"),
        pytest.param("٨٣ دولة و٢٫٥٪", "83 دوله و2.5%", id="Arabic digits and signs"),
        pytest.param("۱۲۳", "123", id="Persian digits"),
        pytest.param("\u202bداعش\u202c\u200f \u2067بيان\u2069", "داعش بيان", id="bidi controls"),
        pytest.param("ISIS\u200b \ufeffCell", "isis cell", id="zero-width signs"),
        pytest.param("Été à l’Élysée", "ete a l'elysee", id="French accents and apostrophe"),
        pytest.param("cœur SŒUR", "coeur soeur", id="French ligature"),
        pytest.param("Erdoğan Kılıç Łódź", "erdogan kilic lodz", id="Turkish and Polish names"),
        pytest.param("Ḥasan al‑Ṭahṭāwī", "hasan al-tahtawi", id="scholars' transliteration"),
        pytest.param("l’of\u00adfice eﬀort", "l'office effort", id="soft hyphen and ligature"),
        pytest.param("a\u00a0b\u202fc\u2009d\te", "a b c d e", id="every kind of space"),
        pytest.param("a\rb\u2028c\x0cd", "a\nb\nc\nd", id="every kind of line end"),
    ],
)  # fmt: skip
def test_writings_of_one_word_become_one(written, folded):
    assert fold(written) == folded
    assert View(written).text == folded


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("آلن: أعلن المسؤولون إعادة بناء المستشفى", id="Arabic"),
        pytest.param("مُؤْتَمَرُ الرِّيَاضِ", id="diacritised Arabic"),
        pytest.param("ﻣﺆﺗﻤﺮ ﺍﻟﺮﻳﺎﺽ ﷲ", id="presentation forms"),
        pytest.param("À Noël, l’été où ça gèle", id="French"),
        pytest.param("Erdoğan and Müller met Ǿrsted, ḥaqq", id="names"),
    ],
)
def test_every_unicode_form_of_a_text_folds_alike(text, form):
    assert fold(unicodedata.normalize(form, text)) == fold(text)


@given(NEWSROOM)
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


def test_folding_any_single_character_twice_changes_nothing_more():
    unstable = [
        sign for sign in map(chr, range(0x10000)) if fold(fold(sign)) != fold(sign)
    ]

    assert unstable == []


@given(NEWSROOM)
def test_a_view_holds_what_folding_gives(text):
    assert View(text).text == fold(text)


@given(NEWSROOM, st.data())
def test_every_span_of_a_view_proves_its_words(text, data):
    view = View(text)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))

    span = view.span(start, end)

    prove(span, text)
    assert 0 <= span.start <= span.end <= len(text)


@given(NEWSROOM, st.data())
def test_a_span_leads_back_to_words_that_fold_to_the_same(text, data):
    view = View(text)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))

    found = fold(view.span(start, end).quote)

    # An edge inside a ligature takes the whole ligature in; nothing is ever lost.
    assert view.text[start:end] in found


@given(NEWSROOM)
def test_places_never_go_back(text):
    view = View(text)
    places = [view.place(position) for position in range(len(view.text) + 1)]
    ends = [view.ends(position) for position in range(len(view.text) + 1)]

    assert places == sorted(places)
    assert ends == sorted(ends)
    assert not places or places[-1] <= len(text)


@given(NEWSROOM)
def test_marks_and_controls_shift_no_word(text):
    loaded = "\u200f" + "".join(sign + "\u064b\u200c" for sign in text)

    assert fold(loaded) == fold(text)


def test_a_span_takes_the_marks_of_its_last_letter_along():
    text = "قال المُتَحَدِّثُ: «كفى»"
    view = View(text)
    start = view.text.index("المتحدث")

    assert view.span(start, start + len("المتحدث")).quote == "المُتَحَدِّثُ"


def test_a_span_takes_the_stroke_after_its_last_letter_along():
    text = "عام 1442هـ الموافق"
    view = View(text)
    start = view.text.index("1442")

    assert view.span(start, start + 5).quote == "1442هـ"


def test_a_span_leaves_direction_controls_outside():
    text = "\u202bداعش\u202c \u2067بيان\u2069"
    view = View(text)

    assert view.span(0, 4).quote == "داعش"
    assert view.span(5, 9).quote == "بيان"


def test_a_ligature_is_never_cut_in_two():
    text = "الإسﻼم"
    view = View(text)
    start = view.text.index("لا", 2)

    assert view.span(start, start + 1).quote == "ﻼ"
    assert view.span(start + 1, start + 2).quote == "ﻼ"


def test_a_span_is_moved_by_the_offset_of_its_passage():
    view = View("وَصَلَ")

    assert view.span(0, 3, offset=100) == (100, 106, "وَصَلَ")
