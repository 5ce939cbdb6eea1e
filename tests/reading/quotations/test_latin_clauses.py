"""Where reported clauses begin and end in English and French."""

import pytest

from heard import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The army has, officials say, retaken four villages.",
            [("The army has, officials say, retaken four villages", "officials")],
            id="an attribution only interrupts",
        ),
        pytest.param(
            "Reporters were told by a police spokesman that six men had been held.",
            [("six men had been held", "police spokesman")],
            id="a passive with its agent",
        ),
        pytest.param(
            "State television cited a ministry official as saying the bridge would reopen.",
            [("the bridge would reopen", "ministry official")],
            id="a source that is cited",
        ),
        pytest.param(
            "The Ministers,\nConvinced that no state can act alone,\n1. Decide to set up a joint cell.",
            [("no state can act alone", "Ministers")],
            id="the preamble of a declaration",
        ),
        pytest.param(
            "Our correspondent Mina Orlov writes: People here were told to leave. Many did not.",
            [("People here were told to leave. Many did not", "Mina Orlov")],
            id="a statement of two sentences",
        ),
        pytest.param(
            "Cairo, Doha and Washington said the truce would hold.",
            [("the truce would hold", "Cairo, Doha and Washington")],
            id="speakers that are joined",
        ),
    ],
)
def test_english_clauses_have_their_bounds(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert said(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Les ministres ont annoncé la nouvelle à Rome : la frontière rouvrira en mai.",
            [("la frontière rouvrira en mai", "ministres")],
            id="an object before the colon",
        ),
        pytest.param(
            "Aucune date n’est fixée, indique-t-on au ministère de la Justice.",
            [("Aucune date n’est fixée", "ministère de la Justice")],
            id="what one says at a ministry",
        ),
        pytest.param(
            "La ministre ne cesse de répéter que les comptes sont justes.",
            [("les comptes sont justes", "ministre")],
            id="an infinitive of saying",
        ),
        pytest.param(
            "Et le maire de répondre : « Revenez demain. »",
            [("Revenez demain", "maire")],
            id="an infinitive that narrates",
        ),
        pytest.param(
            "Les habitants ont été informés par la mairie que l’eau serait coupée.",
            [("l’eau serait coupée", "mairie")],
            id="a passive with its agent",
        ),
        pytest.param(
            "Si le budget le permettait, a fait valoir Jeanne Morin, 10 millions iraient aux écoles.",
            [
                (
                    "Si le budget le permettait, a fait valoir Jeanne Morin, 10 millions iraient aux écoles",
                    "Jeanne Morin",
                )
            ],
            id="an attribution only interrupts",
        ),
        pytest.param(
            "Selon la loi, le maire est élu pour six ans. Selon les régions, le prix varie du simple au double.",
            [],
            id="a law and a range are no sources",
        ),
    ],
)
def test_french_clauses_have_their_bounds(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert said(text, "fr") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "In the past two days, the rebels took three villages near Vorn, Bo Li said.",
            [
                (
                    "In the past two days, the rebels took three villages near Vorn",
                    "Bo Li",
                )
            ],
            id="a clause that opens with a time and has an irregular verb",
        ),
        pytest.param(
            "The raids hit four trucks; damaged two bridges; and closed a road, he said.",
            [],
            id="nobody is meant",
        ),
        pytest.param(
            "Bo Li spoke to reporters. The raids hit four trucks; damaged two bridges; "
            "and closed a road, Li said.",
            [
                (
                    "The raids hit four trucks; damaged two bridges; and closed a road",
                    "Li",
                )
            ],
            id="semicolons between verbs of one subject",
        ),
        pytest.param(
            "Also in the past day, Bo Li said, the \ncoalition\n conducted two raids.",
            [("the \ncoalition\n conducted two raids", "Bo Li")],
            id="a sentence wrapped over lines",
        ),
        pytest.param(
            "With the work done in Rome, the group continues to build a road.",
            [],
            id="what somebody goes on to do",
        ),
        pytest.param(
            "Prime Minister Theresa May said the plan was good.",
            [("the plan was good", "Theresa May")],
            id="a name that is also a modal verb",
        ),
    ],
)
def test_what_stands_in_front_of_its_verb_is_told_from_what_does_not(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert said(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "Gen. Ann Ford, commander of U.S. Central Command said the town was held.",
            "Ann Ford",
            id="a title without article and without its second comma",
        ),
        pytest.param(
            "In talks with Ann Ford, President Bo Diaz said the town was held.",
            "Bo Diaz",
            id="a title of the next name",
        ),
        pytest.param(
            "Walid al-Amri spoke on Friday. Al-Amri said the town was held.",
            "Al-Amri",
            id="an article at the head of a sentence",
        ),
    ],
)
def test_the_speaker_in_front_of_a_verb(text: str, speaker: str) -> None:
    assert said(text, "en") == [("the town was held", speaker)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Bo Diaz spoke after accusing Peru of a plot, a charge Peru denies.",
            [],
            id="a charge that somebody denies",
        ),
        pytest.param(
            "As Peru continues to build roads, which promise jobs, it can count on us.",
            [],
            id="what goes on is no report",
        ),
        pytest.param(
            "Bo Diaz, who last year threatened to “shut” the port, praised its staff.",
            [("“shut” the port", "Bo Diaz")],
            id="a relative clause ends at its comma",
        ),
        pytest.param(
            "Ann Ford said the talks were not “a show,” although she left.",
            [("the talks were not “a show,”", "Ann Ford")],
            id="a comma inside the marks",
        ),
        pytest.param(
            "They praise the new port road, which according to Ann Ford, made Vorn rich.",
            [("made Vorn rich", "Ann Ford")],
            id="a source behind which",
        ),
        pytest.param(
            "Bo Diaz referred to Peru as a “good friend” on Friday.",
            [("Peru as a “good friend” on Friday", "Bo Diaz")],
            id="what somebody is referred to as",
        ),
        pytest.param(
            "Ann Ford told the government to prepare a plan.",
            [],
            id="what one is told to do",
        ),
        pytest.param(
            "Peru plans a port, according to a draft seen by Reuters.",
            [("Peru plans a port", "draft seen by Reuters")],
            id="a document that somebody has seen",
        ),
        pytest.param(
            "The UN has confirmed reports that nine people were shot in Vorn.",
            [("reports that nine people were shot in Vorn", "UN")],
            id="reports are a noun behind a verb",
        ),
    ],
)
def test_what_belongs_to_a_report_and_what_does_not(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert said(text, "en") == expected


def test_a_nickname_in_marks_is_part_of_a_speakers_name() -> None:
    text = "“It held,” said Col. John “J.D.” Diaz, the spokesman, on Friday."
    assert said(text, "en") == [("It held", "John “J.D.” Diaz")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The raids, Peruvian officials said, destroyed a depot near Vorn.",
            [
                (
                    "The raids, Peruvian officials said, destroyed a depot near Vorn",
                    "Peruvian officials",
                )
            ],
            id="a subject in front of its attribution",
        ),
        pytest.param(
            "Peruvian jets, according to the ministry, hit nine targets on Tuesday.",
            [
                (
                    "Peruvian jets, according to the ministry, hit nine targets on "
                    "Tuesday",
                    "ministry",
                )
            ],
            id="a past that may be a noun",
        ),
        pytest.param(
            "The depot was hit by rebels, the ministry said in a statement posted on "
            "its website Friday.",
            [("The depot was hit by rebels", "ministry")],
            id="where a statement was posted",
        ),
        pytest.param(
            "Peru has retaken the airport, state television reported Thursday.",
            [("Peru has retaken the airport", "state television")],
            id="what a state's television reports",
        ),
        pytest.param(
            "A witness, who gave only one name, Ahmed, said the blast hurt him.",
            [("the blast hurt him", "witness")],
            id="a witness with one name",
        ),
        pytest.param(
            "No one was hurt, spokeswoman Ann Ford said. The suspect is held, she said.",
            [("No one was hurt", "Ann Ford"), ("The suspect is held", "Ann Ford")],
            id="a pronoun is not the subject of what is said",
        ),
    ],
)
def test_attributions_of_the_wire(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text, "en") == expected
