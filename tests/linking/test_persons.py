"""Tests for persons across documents and scripts."""

import pytest

from makers import document, person, reading
from marsad.linking.persons import link_persons
from marsad.linking.sounds import name_parts, sounds_like


def _read(named, text, *persons, language="ar"):
    return reading(document(text, named=named, language=language), *persons)


def test_one_person_is_behind_three_languages():
    readings = [
        _read("a", "قال الجنرال جون آلن ذلك.", person("جون آلن", "John Allen")),
        _read(
            "b",
            "General John Allen said so.",
            person("John Allen", "John Allen"),
            language="en",
        ),
        _read(
            "c",
            "Le général John Allen l'a dit.",
            person("John Allen", "John R. Allen"),
            language="fr",
        ),
    ]

    (linked,) = link_persons(readings)

    assert [one.document.id for one in linked.attestations] == ["a", "b", "c"]
    assert linked.spelling("ar") == "جون آلن"
    assert linked.spelling("fr") == "John Allen"


def test_a_surname_alone_means_the_full_name_of_its_document():
    text = "زار أنتوني بلينكن روما. وقال بلينكين إن اللقاء مثمر."
    linked = link_persons(
        [
            _read(
                "a",
                text,
                person("أنتوني بلينكن", "Antony Blinken"),
                person("بلينكين", "Blinken"),
            )
        ]
    )

    assert [one.canonical for one in linked] == ["Antony Blinken"]


def test_two_people_of_one_surname_stay_two():
    linked = link_persons(
        [
            _read(
                "a",
                "قال صباح الأحمد الصباح.",
                person("صباح الأحمد الصباح", "Sabah Al-Ahmad Al-Sabah"),
            ),
            _read(
                "b",
                "قال صباح الخالد الصباح.",
                person("صباح الخالد الصباح", "Sabah Al-Khalid Al-Sabah"),
            ),
        ]
    )

    assert len(linked) == 2


def test_a_surname_alone_joins_another_document_only_with_evidence():
    full = _read(
        "a",
        "Secretary of State Rex Tillerson spoke.",
        person("Rex Tillerson", "Rex Tillerson", role="Secretary of State"),
        language="en",
    )
    bare = _read(
        "b", "Tillerson spoke.", person("Tillerson", "Tillerson"), language="en"
    )
    known = _read(
        "c",
        "Secretary of State Tillerson spoke.",
        person("Tillerson", "Tillerson", role="Secretary of State"),
        language="en",
    )

    assert len(link_persons([full, bare])) == 2
    assert len(link_persons([full, known])) == 1


def test_a_surname_with_two_bearers_joins_neither():
    readings = [
        _read("a", "قال جورج بوش.", person("جورج بوش", "George Bush", party="US")),
        _read("b", "قال جيب بوش.", person("جيب بوش", "Jeb Bush", party="US")),
        _read("c", "قال بوش.", person("بوش", "Bush", party="US")),
    ]

    assert len(link_persons(readings)) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Blinken", "Blinkin", id="a vowel"),
        pytest.param("Antony", "Anthony", id="a silent h"),
        pytest.param("Tillerson", "Tilerson", id="a doubled letter"),
        pytest.param("Mohammed", "Muhammad", id="Arabic vowels"),
        pytest.param("Sergei", "Serguei", id="French gu"),
    ],
)
def test_usual_spellings_sound_alike(one, other):
    assert sounds_like(one.lower(), other.lower())


def test_particles_are_no_part_of_a_name():
    assert name_parts("Faisal bin Farhan Al-Saud") == ("faisal", "farhan", "saud")
