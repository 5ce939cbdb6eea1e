"""Tests that any text is read to its end, and in time that grows as the text does."""

import json
import random
import sys
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.collecting.documents import Document
from marsad.reading.goldform import reading_of
from marsad.reading.lexicon import forms, rows
from marsad.reading.pipeline import LANGUAGES, read
from marsad.spans import prove

PUBLISHED = date(2018, 3, 1)
SIGNS = (
    "« » \" “ ” ' ’ ( ) [ ] ، , ؛ ; . .. … ؟ ? ! : - – — / % $ € ٪ • \n \n\n و ال لا لم ثم بين من "
    "إلى إن أن the of de la l' d' that que The He We It Le Il J. U.S. Mr. to and et entre between "
    "1 2 3.5 2018 12/10/2018 ٢٠١٤ 100 1,200 ½ ² \u200f \u202e ـ ً ﷲ \ud800 \x00 أمس Abcd John Jean محمد"
).split(" ")


def words_looked_for():
    """Every form of every lexicon, by language: what wakes the readers."""
    names = [entry.name for entry in files("marsad.reading.lexicons").iterdir()]
    found = {language: {""} for language in LANGUAGES}
    for name in names:
        for row in rows(name.removesuffix(".tsv")) if name.endswith(".tsv") else ():
            for language in LANGUAGES:
                found[language].update(forms(row, language))
    return {language: sorted(words - {""}) for language, words in found.items()}


WORDS = words_looked_for()


def read_and_prove(text, language, published=PUBLISHED):
    """Read a text, prove each finding and write them all down."""
    document = Document("any", text, published, language)
    findings = read(document)
    for finding in findings:
        prove(finding.span, text)
        assert finding.span.quote
        assert 0 <= finding.score <= 1
        assert finding.reader
        assert finding.why
    json.dumps(reading_of(document, findings), ensure_ascii=False, allow_nan=False)
    return findings


@given(
    st.text(max_size=400),
    st.sampled_from([*LANGUAGES, None]),
    st.dates() | st.none(),
)
def test_any_text_is_read_and_every_finding_proves_its_words(text, language, published):
    read_and_prove(text, language, published)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_words_of_the_lexicons_are_read_in_any_order(language, data):
    word = st.sampled_from(WORDS[language])
    piece = word | st.sampled_from(SIGNS) | word.map(str.capitalize)
    pieces = data.draw(st.lists(piece, max_size=40))
    space = data.draw(st.sampled_from([" ", " ", ""]))

    read_and_prove(space.join(pieces), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_thousands_of_random_texts_are_read(language):
    draw = random.Random(2014)  # noqa: S311 (a fixed draw, not a secret)
    for _ in range(400):
        pool = WORDS[language] if draw.random() < 0.7 else SIGNS
        pieces = [
            draw.choice(draw.choice((pool, SIGNS))) for _ in range(draw.randrange(40))
        ]
        read_and_prove(" ".join(pieces), language)


@given(st.text(st.sampled_from("قال«»\"'إن 1.\n،")), st.sampled_from(LANGUAGES))
def test_reading_twice_finds_the_same(text, language):
    assert read_and_prove(text, language) == read_and_prove(text, language)


ARABIC = "وقال الوزير الأميركي جون كيري في بغداد أمس إن 83 دولة تعهدت بتقديم 2.3 مليار دولار حتى نهاية 2018"
ENGLISH = "Secretary John Kerry said in Baghdad on Monday that 83 states pledged $2.3 billion by the end of 2018"
FRENCH = "Le ministre Jean-Yves Le Drian a déclaré lundi à Paris que 83 États ont promis 2,3 milliards d'euros"

# A piece to be repeated, and how often so that it is longer than any sentence.
HOSTILE = [
    pytest.param("ar", f"{ARABIC} ", 60, id="Arabic without full stops"),
    pytest.param("en", f"{ENGLISH} ", 60, id="English without full stops"),
    pytest.param("fr", f"{FRENCH} ", 60, id="French without full stops"),
    pytest.param("ar", f"{ARABIC}.\n", 60, id="Arabic lines"),
    pytest.param("ar", '"', 1500, id="straight marks"),
    pytest.param("ar", 'قال " ', 500, id="straight marks after a verb"),
    pytest.param("ar", "قال «", 500, id="marks that nobody closes"),
    pytest.param("ar", "»", 1500, id="marks that nobody opened"),
    pytest.param("fr", "dit « oui » ", 400, id="pairs of marks"),
    pytest.param("en", "the ' ", 600, id="apostrophes"),
    pytest.param("ar", "\n", 3000, id="line ends"),
    pytest.param("ar", "قال\n", 600, id="a word a line"),
    pytest.param("ar", "1,", 3000, id="digits with commas"),
    pytest.param("ar", "9", 3000, id="one number"),
    pytest.param("fr", "100 ", 700, id="numbers in a row"),
    pytest.param("ar", "مليون ", 700, id="scales in a row"),
    pytest.param("ar", "(", 1500, id="brackets"),
    pytest.param("en", "( the ) ", 500, id="pairs of brackets"),
    pytest.param("ar", "جون كيري ", 500, id="one name, Arabic"),
    pytest.param("en", "John Kerry ", 500, id="one name, English"),
    pytest.param("ar", "قال ", 800, id="he said, Arabic"),
    pytest.param("en", "he said that ", 400, id="he said, English"),
    pytest.param("fr", "a dit que ", 400, id="he said, French"),
    pytest.param("ar", "دعا إلى ", 500, id="calls, Arabic"),
    pytest.param("en", "called on ", 500, id="calls, English"),
    pytest.param("ar", "تعهد بتقديم ", 500, id="pledges, Arabic"),
    pytest.param("en", "we will ", 500, id="promises, English"),
    pytest.param("ar", "العراق وسوريا، ", 400, id="states"),
    pytest.param("ar", "اجتماع الكويت ", 500, id="meetings"),
    pytest.param("ar", "التحالف الدولي ضد داعش ", 300, id="coalitions"),
    pytest.param("en", "Ministry of ", 500, id="ministries"),
    pytest.param("fr", "le ministère de la ", 300, id="ministries, French"),
    pytest.param("en", "the President Abcd ", 400, id="presidents"),
    pytest.param("ar", "الوزير محمد عبد الله بن ", 300, id="long names"),
    pytest.param("ar", "83 عضوا ", 500, id="members"),
    pytest.param("ar", "أمس ", 700, id="days"),
    pytest.param("en", "June ", 700, id="months"),
    pytest.param("ar", "\u202eقال\u202c ", 800, id="bidi overrides"),
    pytest.param("ar", "ً", 3000, id="vowel marks without a letter"),
    pytest.param("ar", "ﷺ ", 600, id="ligatures of many letters"),
    pytest.param("en", "a", 3000, id="one word"),
    pytest.param("ar", "..", 1000, id="dots"),
    pytest.param("en", "😀 ", 600, id="pictures"),
]


@pytest.mark.parametrize(("language", "piece", "times"), HOSTILE)
def test_a_hostile_text_is_read(language, piece, times):
    read_and_prove(piece * times, language)


def test_a_hundred_thousand_signs_of_one_kind_are_read():
    for sign in '"«»(\n.،1\u202e':
        read_and_prove(sign * 100_000, "ar")


def steps(document):
    """How many lines of Python a reading runs through: its work, on any machine."""
    count = 0

    def line(frame, event, argument):
        nonlocal count
        count += event == "line"
        return line

    before = sys.gettrace()
    sys.settrace(line)
    try:
        read(document)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(("language", "piece", "times"), HOSTILE)
def test_twice_the_text_is_not_much_more_than_twice_the_work(language, piece, times):
    read(Document("warm", piece, PUBLISHED, language))

    once = steps(Document("once", piece * times, PUBLISHED, language))
    twice = steps(Document("twice", piece * 2 * times, PUBLISHED, language))

    # Four times would be the square; what stands only once in a text is small.
    assert twice <= 2.6 * once + 2_000
