"""Calls and commitments in English releases: who is bound, and what binds nobody."""

import pytest

from marsad.collecting.documents import Document
from marsad.reading.findings import Call, Commitment
from marsad.reading.pipeline import read


def found(text: str, kind: type[Call] | type[Commitment]) -> list[tuple[str, str]]:
    """Return the words and the party of the sure findings of a kind."""
    findings = read(Document("release", text, published=None, language="en"))
    return [
        (one.span.quote, str(one.party))
        for one in findings
        if isinstance(one, kind) and not one.is_doubtful
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Canada remains firmly committed to helping Ruritania.",
            [("Canada remains firmly committed to helping Ruritania", "CA")],
            id="committed to a deed",
        ),
        pytest.param(
            "Canada remains committed to peace.", [], id="committed to a good"
        ),
        pytest.param(
            "Peru, the whole Coalition and the Government of Chad are committed "
            "to ending the war and have already sent aid.",
            [
                (
                    "Peru, the whole Coalition and the Government of Chad are "
                    "committed to ending the war and have already sent aid",
                    "PE,Global Coalition,TD",
                )
            ],
            id="three who are bound",
        ),
        pytest.param(
            "Canada is committed to working—with its neighbours—on a road to Vorn.",
            [
                (
                    "Canada is committed to working—with its neighbours—on a road to Vorn",
                    "CA",
                )
            ],
            id="an aside between dashes",
        ),
        pytest.param(
            "Canada is committed to clearing the mines and has already trained guides.",
            [("Canada is committed to clearing the mines", "CA")],
            id="what was done already",
        ),
        pytest.param(
            "As part of our commitment to feed the camps, new trucks will arrive. Peru "
            "condemns the siege.",
            [("our commitment to feed the camps", "PE")],
            id="a pledge in front of its sentence",
        ),
        pytest.param(
            "Peru strongly condemns the siege of Vorn. The Department, through its "
            "envoy to Chad, will remain actively engaged in the relief effort.",
            [
                (
                    "The Department, through its envoy to Chad, will remain actively "
                    "engaged in the relief effort",
                    "PE",
                )
            ],
            id="the department of whose stand is told",
        ),
        pytest.param(
            "U.S. forces will support Jordan.",
            [("U.S. forces will support Jordan", "US")],
            id="a state's forces",
        ),
        pytest.param(
            "“We will hold the bridge,” said Maj. Gen. Bo Larsen, commander, Combined "
            "Joint Forces Land Component Command, in Baghdad, Iraq.",
            [("We will hold the bridge", "Global Coalition")],
            id="the body behind a bare title",
        ),
        pytest.param(
            "Kuwait Pledges $2 Billion for Iraqi Schools",
            [("Kuwait Pledges $2 Billion for Iraqi Schools", "KW")],
            id="a headline in capitals",
        ),
        pytest.param(
            "LIMA, Nov 14 - Peru's oil minister pledged to stop the flaring.",
            [("Peru's oil minister pledged to stop the flaring", "PE")],
            id="behind a dateline",
        ),
        pytest.param(
            "U.S. Central Command struck in Syria. “We will hold the bridge,” said Maj. "
            "Gen. Bo Larsen.",
            [("We will hold the bridge", "US")],
            id="an officer of the forces that are named",
        ),
        pytest.param(
            "Special Envoy Ann Brandt met Bahrain's minister. “We will shut the valve,” "
            "she said. Peru urges all observers to join.",
            [("We will shut the valve", "PE")],
            id="an envoy of whose stand is told",
        ),
        pytest.param(
            "Russian President Vladimir Putin and Turkish leader Tayyip Erdogan agreed "
            "on Monday to open a road.",
            [
                (
                    "Russian President Vladimir Putin and Turkish leader Tayyip Erdogan "
                    "agreed on Monday to open a road",
                    "RU,TR",
                )
            ],
            id="two leaders, on a day without a year",
        ),
        pytest.param(
            "Secretary of State John Kerry met Foreign Minister Adel al-Jubeir of Saudi "
            "Arabia. The two discussed Yemen. They agreed to keep in contact.",
            [("They agreed to keep in contact", "US,SA")],
            id="both sides of a meeting",
        ),
        pytest.param(
            "Peru strongly condemns the attack in Chad. We stand with Chad and will "
            "help its doctors.",
            [("will help its doctors", "PE")],
            id="a future that goes on with we",
        ),
        pytest.param(
            "“The Foreign Secretary met the Peruvian president to discuss Chad.\n“She "
            "noted its work. They also agreed to build a road,” a spokesman said.",
            [("They also agreed to build a road", "GB,PE")],
            id="both sides, by their offices",
        ),
        pytest.param(
            "Peru and Chad agreed that there will be work to do.", [], id="a view"
        ),
        pytest.param(
            "Peru condemns the war. The aid we have committed to Chad is late.",
            [],
            id="a clause that tells of its noun",
        ),
        pytest.param(
            "“They praise the council in its resolve to end the war,” said Peru's "
            "envoy, Bo Diaz.",
            [],
            id="somebody else's resolve",
        ),
        pytest.param(
            "Theresa May will tell Peru today that it must wait.", [], id="what is said"
        ),
        pytest.param(
            "Peru has vowed to build roads despite its debts, the paper reports.",
            [("Peru has vowed to build roads despite its debts", "PE")],
            id="up to who reports it",
        ),
        pytest.param(
            "Downing Street said Ms Ford had called. It agreed to keep in contact.",
            [("It agreed to keep in contact", "GB")],
            id="a house that speaks for its state",
        ),
        pytest.param(
            "Ann Ford of Peru Steel told analysts the company would build two ports.",
            [("the company would build two ports", "Peru Steel")],
            id="behind whom it was told",
        ),
        pytest.param(
            "We hope that every party in Libya will take the same road.",
            [],
            id="a hope",
        ),
        pytest.param(
            "Chad goes on with a reform which promises a better life.",
            [],
            id="a good omen",
        ),
        pytest.param(
            "The Security Council voted to adopt the resolution.",
            [],
            id="a vote that did what it was for",
        ),
    ],
)
def test_a_release_binds_its_state_by_what_it_will_do(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text, Commitment) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "After Iraqi forces came under fire, they requested more support from the "
            "Coalition.",
            [("they requested more support from the Coalition", "IQ")],
            id="what is requested from somebody, by those behind a conjunction",
        ),
        pytest.param(
            "Addressing the UN General Assembly, Foreign Minister Walid al-Moallem "
            "called on refugees to come home.",
            [
                (
                    "Foreign Minister Walid al-Moallem called on refugees to come home",
                    "SY",
                )
            ],
            id="whom somebody addresses does not call",
        ),
        pytest.param(
            "Germany's oldest organisation of makers, the Federation of German "
            "Industries, has called on Peru to lift the levy.",
            [
                (
                    "Germany's oldest organisation of makers, the Federation of "
                    "German Industries, has called on Peru to lift the levy",
                    "Federation of German Industries",
                )
            ],
            id="the name behind its description",
        ),
        pytest.param(
            "Iran Calls on Europe to Keep Its Promises",
            [("Iran Calls on Europe to Keep Its Promises", "IR")],
            id="a headline in capitals",
        ),
        pytest.param(
            "The Board of Appeals to Hear Case on Monday", [], id="a board's name"
        ),
        pytest.param(
            "Peru implored Chad to name an envoy and reminded it of a pledge.",
            [("Peru implored Chad to name an envoy", "PE")],
            id="another deed behind and",
        ),
        pytest.param(
            "The foreign ministers of Peru, Chad and Iran said they were sorry and "
            "called on Oman to wait.",
            [("called on Oman to wait", "PE,TD,IR")],
            id="three states in one list",
        ),
        pytest.param(
            "The mayor of London, Ann Ford, urged Peru to pay.",
            [
                (
                    "The mayor of London, Ann Ford, urged Peru to pay",
                    "London municipality",
                )
            ],
            id="a mayor",
        ),
        pytest.param(
            "Labour is angry. Shadow home secretary Ann Ford demanded that ministers "
            "publish the report.",
            [
                (
                    "Shadow home secretary Ann Ford demanded that ministers publish the "
                    "report",
                    "Labour Party",
                )
            ],
            id="the opposition",
        ),
        pytest.param(
            "The Union of Bakers urged Mrs May to cut the levy.",
            [("The Union of Bakers urged Mrs May to cut the levy", "Union of Bakers")],
            id="a name that is also a modal verb",
        ),
        pytest.param(
            "Deputy Secretary of State Ann Brandt urged Oman to pay.",
            [("Deputy Secretary of State Ann Brandt urged Oman to pay", "US")],
            id="a title of one state",
        ),
        pytest.param(
            "Canada helps the army through train, advise and assist missions to Vorn.",
            [],
            id="advising soldiers",
        ),
        pytest.param(
            "The ships that Peru ordered back in 2007 are to be sold.", [], id="ships"
        ),
    ],
)
def test_a_release_calls_for_what_its_state_asks(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text, Call) == expected


@pytest.mark.parametrize(
    "text",
    ["The council voted to", "They held a conference focused", "Said Bo Diaz,"],
)
def test_a_text_may_end_anywhere(text: str) -> None:
    assert found(text, Call) == []
