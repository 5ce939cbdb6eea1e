"""Tests for plain words that become pieces: nothing is lost, and what must stands alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.composing.isolating import isolate
from marsad.composing.pieces import isolated, plain


def _alone(text, language):
    return [piece.text for piece in isolate(text, language) if piece.kind != "words"]


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        pytest.param("تراجع بنسبة -70.5% خلال سنة", ["-70.5%"], id="minus and percent"),
        pytest.param("تراجع بنسبة −3% أو 98%.", ["−3%", "98%"], id="a true minus sign"),
        pytest.param("بلغ $1.25 مليار", ["$1.25"], id="money"),
        pytest.param(
            "انظر https://a.example.org/2/ الآن",
            ["https://a.example.org/2/"],
            id="the last slash of an address",
        ),
        pytest.param(
            "راجع https://a.example.org/2.",
            ["https://a.example.org/2"],
            id="the full stop after an address",
        ),
        pytest.param("قال Lt. Col. R. Hayes ذلك", ["Lt. Col. R. Hayes"], id="initials"),
        pytest.param(
            "الرخصة: CC BY 4.0", ["CC BY 4.0"], id="a licence with its version"
        ),
        pytest.param("طائرات F-16 فوق", ["F-16"], id="letters and digits"),
        pytest.param("وسم #League هنا", ["#League"], id="a hashtag"),
        pytest.param("من 2014–2026", ["2014–2026"], id="a stretch of years"),
        pytest.param(
            "في 14:00 يوم 2026-11-22", ["14:00", "2026-11-22"], id="time and day"
        ),
        pytest.param("أورد ذلك Northgate Wire أمس", ["Northgate Wire"], id="an outlet"),
        pytest.param("حوالى ٩٨٪ منها", [], id="digits that find their place alone"),
        pytest.param("تقول AFP 98% منها", ["AFP", "98%"], id="a share after a name"),
    ],
)
def test_what_would_jump_in_arabic_stands_alone(text, alone):
    assert _alone(text, "ar") == alone


def test_arabic_words_stand_alone_in_english_with_their_language():
    pieces = isolate("The agency «وكالة المرفأ» said 98%.", "en")

    arabic = next(piece for piece in pieces if piece.language == "ar")
    assert arabic.text == "وكالة المرفأ"
    assert "98%" in _alone("The agency said 98%.", "en")


def test_a_number_keeps_its_signs_on_its_side_in_plain_text():
    assert "\u2066-70.5%\u2069" in isolated(isolate("بنسبة -70.5% خلال", "ar"))


_SIGNS = st.text(
    alphabet="ابجد دهوز 0123456789.,:%-−$€#@/()«»abc DEFé'’\n\u200f\u2066🙂"
)


@given(st.one_of(st.text(), _SIGNS), st.sampled_from(("ar", "en", "fr")))
def test_no_letter_is_lost_or_added(text, language):
    assert plain(isolate(text, language)) == text
