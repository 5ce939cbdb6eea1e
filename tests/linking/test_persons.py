"""Tests for persons across documents and scripts."""

import pytest

from makers import document, person, reading
from marsad.linking.persons import link_persons
from marsad.linking.sounds import name_parts
from marsad.linking.spellings import may_be_one


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
def test_usual_spellings_may_be_one_name(one, other):
    assert may_be_one(one.lower(), other.lower())


def test_particles_are_no_part_of_a_name():
    assert name_parts("Faisal bin Farhan Al-Saud") == ("faisal", "farhan", "saud")


ARABIC = "قال وزير الداخلية أحمد الصالح إن الحدود آمنة."
ENGLISH = "Ahmed al-Saleh visited the hospital."


def _two(here, there, *, company=()):
    others = [person(name, name) for name in company]
    text = " ".join([ENGLISH, *company])
    arabic = " ".join([ARABIC, *company])
    return link_persons(
        [
            _read(
                "a", arabic, person("أحمد الصالح", "Ahmed al-Saleh", **here), *others
            ),
            _read(
                "b",
                text,
                person("Ahmed al-Saleh", "Ahmed al-Saleh", **there),
                *others,
                language="en",
            ),
        ]
    )


def _of_the_name(persons):
    return [one for one in persons if one.canonical == "Ahmed al-Saleh"]


@pytest.mark.parametrize(
    ("here", "there", "company"),
    [
        pytest.param({}, {}, (), id="nothing but the name"),
        pytest.param({"role": "Mr"}, {"role": "Mr"}, (), id="a form of address"),
        pytest.param({"role": "Engineer"}, {"role": "Engineer"}, (), id="a calling"),
        pytest.param({"party": "IQ"}, {}, (), id="a state on one side only"),
        pytest.param({}, {}, ("Faisal Mekdad",), id="one person beside them"),
        pytest.param(
            {"role": "Minister", "party": "IQ"},
            {"role": "Minister", "party": "KW"},
            ("Faisal Mekdad", "Yousef Shahed"),
            id="one office in two states",
        ),
    ],
)
def test_two_people_who_share_a_name_stay_two(here, there, company):
    assert len(_of_the_name(_two(here, there, company=company))) == 2


@pytest.mark.parametrize(
    ("here", "there", "company"),
    [
        pytest.param({"party": "SY"}, {"party": "SY"}, (), id="a state"),
        pytest.param(
            {"role": "Interior Minister"},
            {"role": "interior minister"},
            (),
            id="an office",
        ),
        pytest.param({"party": "UNICEF"}, {"party": "UNICEF"}, (), id="a body"),
        pytest.param(
            {}, {}, ("Faisal Mekdad", "Yousef Shahed"), id="the company of two"
        ),
    ],
)
def test_a_second_sign_makes_one_person_of_a_shared_name(here, there, company):
    assert len(_of_the_name(_two(here, there, company=company))) == 1


def test_an_arabic_name_that_no_list_knows_meets_its_own_spelling():
    linked = link_persons(
        [
            _read(
                "a",
                "أعلن أوريول جونكيراس قراره.",
                person("أوريول جونكيراس", "Oriol Junkiras", party="ES"),
            ),
            _read(
                "b",
                "Oriol Junqueras announced his decision.",
                person("Oriol Junqueras", "Oriol Junqueras", party="ES"),
                language="en",
            ),
        ]
    )

    assert len(linked) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Hassan Amari", "Hussein Amari", id="Hassan and Hussein"),
        pytest.param("Mohammed Amari", "Mahmoud Amari", id="Mohammed and Mahmoud"),
        pytest.param("Salman Amari", "Suleiman Amari", id="Salman and Suleiman"),
    ],
)
def test_other_given_names_stay_apart_even_in_one_office(one, other):
    readings = [
        _read(
            name,
            f"{name} spoke.",
            person(name, name, role="Interior Minister", party="SY"),
            language="en",
        )
        for name in (one, other)
    ]

    assert len(link_persons(readings)) == 2
