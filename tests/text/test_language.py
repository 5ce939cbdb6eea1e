"""Tests for the language of paragraphs and the runs that they make."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.language import language_of, runs

ARABIC = "اجتمع وزراء دول التحالف في الكويت وأعلنوا استمرار العمل مع العراق."
ENGLISH = "The ministers of the Coalition met in Kuwait and said that the work goes on."
FRENCH = (
    "Les ministres de la coalition se sont réunis à Koweït et poursuivent leur travail."
)
PERSIAN = "وزیران کشورهای عضو ائتلاف در کویت دیدار کردند و گفتند که کار ادامه دارد."
SPANISH = (
    "Los ministros de la coalición se reunieron en Kuwait para hablar del trabajo."
)


@pytest.mark.parametrize(
    ("paragraph", "language"),
    [
        pytest.param(ARABIC, "ar", id="Arabic"),
        pytest.param("وُصُولُ الوَفْدِ إِلَى بَغْدَادَ", "ar", id="diacritised Arabic"),
        pytest.param("ﺍﺟﺘﻤﻊ ﺍﻟﻮﺯﺭﺍﺀ ﻓﻲ ﺍﻟﻜﻮﻳﺖ", "ar", id="Arabic in presentation forms"),
        pytest.param("قال جنرال من پاكستان في چاد إن الوضع هادئ", "ar", id="foreign names in Arabic"),
        pytest.param("قال الوزیر إن العمل مستمر في العراق", "ar", id="Arabic typed with a Farsi ya"),
        pytest.param("شرح المتحدث باسم ISIS Cell أن العمل مستمر", "ar", id="Latin names in Arabic"),
        pytest.param(ENGLISH, "en", id="English"),
        pytest.param(ENGLISH.upper(), "en", id="English in capitals"),
        pytest.param(FRENCH, "fr", id="French"),
        pytest.param("L’armée d’Irak n’a pas quitté l’est", "fr", id="French elisions"),
        pytest.param(PERSIAN, "und", id="Persian"),
        pytest.param("دولت از توافق تازه خبر داد که امروز امضا شد", "und", id="Persian, common letters"),
        pytest.param("وزیر خارجہ نے کہا کہ اجلاس میں اتحاد کا کام جاری رہے گا", "und", id="Urdu"),
        pytest.param("وەزیرانی هاوپەیمانی لە کوێت کۆبوونەوە و بەردەوام دەبن", "und", id="Sorani"),
        pytest.param("Wezîrên hevpeymaniyê ji bo xebatê li Kuwêtê civiyan ku bi xwe", "und", id="Kurmanji"),
        pytest.param(SPANISH, "und", id="Spanish"),
        pytest.param("Die Minister der Koalition trafen sich mit den Partnern und das ist gut", "und", id="German"),
        pytest.param("Koalisyon bakanları bir araya geldi ve bu çalışma için karar aldı", "und", id="Turkish"),
        pytest.param("Bakı, 12.10.2018", "und", id="a place and a date"),
        pytest.param("2014 – 2018", "und", id="no letters"),
        pytest.param("", "und", id="nothing"),
    ],
)  # fmt: skip
def test_the_language_of_a_paragraph(paragraph, language):
    assert language_of(paragraph) == language


def languages(text, known=None):
    return [run.language for run in runs(text, known)]


def test_each_paragraph_is_read_in_its_own_language():
    text = f"{ARABIC}\n\n{ENGLISH}\n{FRENCH}\n{ARABIC}"

    assert languages(text) == ["ar", "en", "fr", "ar"]


def test_neighbouring_paragraphs_of_one_language_are_one_run():
    assert languages(f"{ARABIC}\n{ARABIC}\n\n{ARABIC}") == ["ar"]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Reuters", id="an agency"),
        pytest.param("Le Monde", id="a newspaper with a French article"),
        pytest.param("2014 – 2018", id="years"),
        pytest.param("https://example.org/the-report", id="an address"),
        pytest.param("***", id="a rule"),
    ],
)
@pytest.mark.parametrize("text", [ARABIC, ENGLISH], ids=["Arabic", "English"])
def test_a_line_that_cannot_tell_stays_with_its_neighbours(text, line):
    assert len(languages(f"{text}\n{line}\n{text}")) == 1


def test_a_headline_that_cannot_tell_joins_the_text_below_it():
    assert languages(f"Kim Jong-un, defectors, numbers\n{ENGLISH}") == ["en"]


def test_the_stated_language_decides_where_the_words_do_not():
    assert languages("Paris, Rome, Madrid") == ["und"]
    assert languages("Paris, Rome, Madrid", "fr") == ["fr"]
    assert languages("Paris, Rome, Madrid", "fr-FR") == ["fr"]


def test_the_words_outweigh_a_wrong_statement():
    assert languages(ENGLISH, "ar") == ["en"]


def test_another_language_is_kept_apart_from_the_readable_ones():
    assert languages(f"{ARABIC}\n{PERSIAN}\n{ENGLISH}\n{SPANISH}") == [
        "ar",
        "und",
        "en",
        "und",
    ]


def test_a_list_of_names_stays_in_the_language_around_it():
    names = (
        "Albania, Belgium, Canada, Denmark, Estonia, Finland, Georgia, Hungary, Italy"
    )

    assert languages(f"{ENGLISH}\n{names}\n{ENGLISH}") == ["en"]


@given(
    st.text(st.sampled_from([*"\n\r\u2028 اپeé"]) | st.characters()),
    st.sampled_from([None, "ar", "xx"]),
)
def test_runs_cover_any_text_without_gaps(text, known):
    end = 0
    for run in runs(text, known):
        assert run.start == end < run.end
        end = run.end
    assert end == len(text)


@given(st.lists(st.sampled_from([ARABIC, ENGLISH, FRENCH, PERSIAN, "Reuters", ""])))
def test_neighbouring_runs_differ_in_language(paragraphs):
    found = languages("\n".join(paragraphs))

    assert all(one != other for one, other in itertools.pairwise(found))
