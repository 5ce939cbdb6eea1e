import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.searching.highlights import highlight
from marsad.searching.keys import keys_of, places
from marsad.searching.questions import question
from marsad.spans import prove
from marsad.text.normalise import View

NEWS = (
    "وقالت الأُمَمُ المتّحدة إنّ التحالف نقل ١٠٬٠٠٠ لاجئ إلى «مدينة» الرقة، وللمدينة وضعٌ خاص. "
    "The U.S. envoy thanked the Coalition’s cities. Les médias de l’Irak: 10 000 réfugiés."
)
WORDS = st.lists(st.sampled_from([*NEWS.split(), "«الأمم المتحدة»", '"10 000"', "-", "zz", "«", "10"])).map(" ".join)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        pytest.param("الامم", ["الأُمَمُ"], id="with the marks on its letters"),
        pytest.param("مدينه", ["مدينة", "وللمدينة"], id="whole, with its proclitics"),
        pytest.param("«الأمم المتحدة»", ["الأُمَمُ المتّحدة"], id="a phrase in one piece"),
        pytest.param("«المتحدة الأمم»", [], id="no phrase in another order"),
        pytest.param("«الأمم المتحدة» المتحدة", ["الأُمَمُ المتّحدة"], id="a phrase rather than its word"),
        pytest.param("10000", ["١٠٬٠٠٠", "10 000"], id="figures"),
        pytest.param("us city", ["U.S", "cities"], id="letters with dots, and a plural"),
        pytest.param("coalition irak medias", ["Coalition", "médias", "Irak"], id="without elision and possessive"),
        pytest.param("الرقة -المدينة", ["الرقة"], id="nothing that is not wanted"),
        pytest.param("", [], id="nothing asked"),
    ],
)  # fmt: skip
def test_the_words_asked_are_marked_as_they_are_written(words, quotes):
    spans = highlight(NEWS, words)

    assert [span.quote for span in spans] == quotes
    for span in spans:
        prove(span, NEWS)


def test_a_word_that_is_begun_marks_what_goes_on_from_it():
    spans = highlight(NEWS, "المد", prefix=True)

    assert [span.quote for span in spans] == ["مدينة", "وللمدينة"]


def test_a_phrase_is_marked_across_signs_and_lines():
    text = "مجلس\n\n— «الأمن» والسلم"

    (span,) = highlight(text, "«مجلس الأمن»")
    assert span.quote == "مجلس\n\n— «الأمن"


@given(st.text(st.sampled_from(NEWS) | st.characters()) | st.just(NEWS), WORDS | st.text(), st.booleans())  # fmt: skip
def test_every_mark_proves_its_words(text, words, prefix):
    asked = question(words, prefix=prefix).wanted
    last = 0

    for span in highlight(text, words, prefix=prefix):
        prove(span, text)
        assert span.start >= last
        last = span.end
        found = keys_of(span.quote)
        assert any(
            term.is_begun
            or (len(term.keys) == len(found) and all(map(met, found, term.keys)))
            for term in asked
        )


def met(key, other):
    return key.meets(other)


@given(st.text(st.sampled_from(NEWS)) | st.just(NEWS))
def test_any_word_of_a_text_is_marked_at_its_place(text):
    view = View(text)

    for place in places(view.text):
        span = view.span(place.start, place.end)
        assert span in highlight(text, span.quote)
