"""Tests for names in the language of a brief."""

import pytest

from makers import document, party, person, reading
from marsad.composing.naming import Names
from marsad.composing.pieces import plain
from marsad.linking.persons import link_persons


@pytest.mark.parametrize(
    ("canonical", "arabic", "english", "french"),
    [
        pytest.param("US", "الولايات المتحدة", "the United States", "les États-Unis", id="a plural state"),
        pytest.param("IT", "إيطاليا", "Italy", "l’Italie", id="an elided article"),
        pytest.param("KW", "الكويت", "Kuwait", "le Koweït", id="a masculine state in French"),
        pytest.param("OM", "عُمان", "Oman", "Oman", id="no article"),
        pytest.param("IQ,SY", "العراق وسوريا", "Iraq and Syria", "Irak et Syrie", id="two states"),
        pytest.param("Government of IT", "حكومة إيطاليا", "the government of Italy", "le gouvernement de l’Italie", id="a government"),
        pytest.param("Global Coalition", "التحالف الدولي", "the Global Coalition", "la Coalition mondiale", id="a body"),
    ],
)  # fmt: skip
def test_a_name_stands_as_a_subject(canonical, arabic, english, french):
    assert plain(Names([], "ar").subject(canonical)) == arabic
    assert plain(Names([], "en").subject(canonical)) == english
    assert plain(Names([], "fr").subject(canonical)) == french


@pytest.mark.parametrize(
    ("canonical", "french"),
    [
        pytest.param("KW", "du Koweït", id="de + le"),
        pytest.param("US", "des États-Unis", id="de + les"),
        pytest.param("OM", "d’Oman", id="de before a vowel"),
        pytest.param("FR", "de la France", id="de la"),
    ],
)
def test_french_contracts_de_with_its_article(canonical, french):
    assert plain(Names([], "fr").of(canonical)) == french


def test_arabic_verbs_agree_with_the_state():
    names = Names([], "ar")

    assert names.is_feminine("US")
    assert not names.is_feminine("IQ")
    assert not names.is_feminine("Global Coalition")


def test_a_body_is_called_as_the_reports_call_it():
    text = "اجتمعت رابطة العنبر، ثم قالت رابطة العنبر إنها راضية."
    read = reading(document(text), party("رابطة العنبر", "Amber League"))

    assert plain(Names([read], "ar").party("Amber League")) == "رابطة العنبر"
    (foreign,) = Names([read], "fr").party("Amber League")
    assert (foreign.text, foreign.language) == ("Amber League", "en")


def test_an_office_is_named_with_its_body():
    speaker = "Global Coalition spokesperson"

    assert (
        plain(Names([], "ar").speaker(speaker, None)) == "المتحدث باسم التحالف الدولي"
    )
    assert (
        plain(Names([], "en").speaker(speaker, None))
        == "the Global Coalition spokesperson"
    )
    assert (
        plain(Names([], "fr").speaker(speaker, None))
        == "le porte-parole de la Coalition mondiale"
    )


def test_a_person_is_spelled_as_the_reports_of_that_language_spell_them():
    read = reading(document("قال لويجي روسي ذلك."), person("لويجي روسي", "Luigi Rossi"))
    (known,) = link_persons([read])

    assert plain(Names([read], "ar").speaker("Luigi Rossi", known)) == "لويجي روسي"
    assert plain(Names([read], "en").speaker("Luigi Rossi", known)) == "Luigi Rossi"


def test_an_office_without_a_body_is_named_as_the_text_names_it():
    names = Names([], "en")

    assert plain(names.speaker("spokesperson", None)) == "a spokesperson"
    assert (
        plain(names.speaker("spokesperson", None, "ministry spokesperson"))
        == "ministry spokesperson"
    )


@pytest.mark.parametrize(
    ("language", "written"), [("ar", "لندن"), ("en", "London"), ("fr", "Londres")]
)
def test_a_town_is_not_called_by_a_house_in_it(language, written):
    assert plain(Names([], language).town("London")) == written
