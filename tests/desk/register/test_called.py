import re

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from marsad.desk.register.called import called, town


@pytest.mark.parametrize(
    ("canonical", "arabic", "french"),
    [
        pytest.param("IQ", "العراق", "Irak", id="a state by its code"),
        pytest.param("Iraq", "العراق", "Irak", id="a state by its English name"),
        pytest.param("FR,IQ", "فرنسا، العراق", "France, Irak", id="two states"),
        pytest.param(
            "Government of FR",
            "حكومة فرنسا",
            "le gouvernement de la France",
            id="a government",
        ),
        pytest.param("NATO", "الناتو", "OTAN", id="a body"),
        pytest.param("Donald Trump", "دونالد ترامب", "Donald Trump", id="a person"),
        pytest.param(
            "Global Coalition spokesperson",
            "المتحدث باسم التحالف الدولي",
            "le porte-parole de la Coalition mondiale",
            id="an office of a body",
        ),
        pytest.param(
            "Qatar Ministry of Foreign Affairs spokesperson",
            "المتحدث باسم وزارة الخارجية في قطر",
            "le porte-parole de Qatar Ministry of Foreign Affairs",
            id="an office of a ministry",
        ),
        pytest.param("officials", "المسؤولون", "responsables", id="nobody's name"),
    ],
)
def test_a_name_is_said_in_the_language_of_the_page(canonical, arabic, french):
    for language, expected in (("ar", arabic), ("fr", french)):
        with translation.override(language):
            assert re.sub("<[^>]+>", "", called(canonical, {})) == expected


def test_a_name_that_no_list_knows_stays_and_says_its_language():
    with translation.override("ar"):
        assert called("Aubrey Sons", {}) == '<bdi lang="en">Aubrey Sons</bdi>'
        assert called("مجلس قرية", {}) == "<bdi>مجلس قرية</bdi>"


def test_the_name_that_the_register_gives_comes_first():
    with translation.override("ar"):
        assert called("IQ", {"IQ": "جمهورية العراق"}) == "<bdi>جمهورية العراق</bdi>"


def test_a_town_is_called_by_its_name_in_the_language():
    with translation.override("ar"):
        assert "الكويت" in town("Kuwait City")
        assert town("Zedville") == '<bdi lang="en">Zedville</bdi>'


@given(st.text(max_size=60), st.sampled_from(("ar", "en", "fr")))
def test_any_name_is_shown_without_elements_of_its_own(name, language):
    with translation.override(language):
        page = called(name, {}) + town(name)

    assert "<" not in re.sub(r'<bdi(?: lang="en")?>|</bdi>', "", page)
