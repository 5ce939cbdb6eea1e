"""English meetings: how far their words reach, and which mentions are one."""

import pytest

from marsad.collecting.documents import Document
from marsad.reading.findings import Meeting
from marsad.reading.pipeline import read


def meetings(text: str) -> list[Meeting]:
    """Read the meetings of an English text."""
    found = read(Document("release", text, published=None, language="en"))
    return [one for one in found if isinstance(one, Meeting)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Gen. Ann Ford, commander, U.S. Central Command recently met with U.S. Air "
            "Force civilian employees and presented a plan.",
            "Gen. Ann Ford, commander, U.S. Central Command recently met with U.S. Air "
            "Force civilian employees",
            id="a name with its command, up to the next verb",
        ),
        pytest.param(
            "In Lima on Friday, they put off a conference focused on floods.",
            "conference focused on floods",
            id="what a conference is about",
        ),
        pytest.param(
            "Next he will meet with some U.S. Navy officials to plan.",
            "Next he will meet with some U.S. Navy officials",
            id="a phrase that a name opens",
        ),
        pytest.param(
            "Prime Minister meets Peruvian President\n\nAnn Ford met the Peruvian "
            "President, Bo Diaz in London today.",
            "Ann Ford met the Peruvian President, Bo Diaz in London",
            id="a headline of the meeting that its text tells",
        ),
        pytest.param(
            "Ford and Diaz to meet in Helsinki on July 16\n\nAnn Ford and Bo Diaz will "
            "hold a summit in Helsinki on July 16.",
            "summit in Helsinki on July 16",
            id="a summit that the headline tells by a verb",
        ),
        pytest.param(
            "Both want a second summit. Ms Ford is in Peru to prepare a second "
            "Ford-Diaz summit.",
            "second Ford-Diaz summit",
            id="the same of a row of meetings",
        ),
    ],
)
def test_the_words_of_a_meeting(text: str, expected: str) -> None:
    assert [one.span.quote for one in meetings(text)] == [expected]


def test_gathering_is_also_what_one_does_with_evidence() -> None:
    assert meetings("The board must go on gathering evidence in Lima.") == []


def test_the_next_clause_does_not_put_a_meeting_off() -> None:
    text = "As she said today at the Manama Dialogue, the state will pay."
    assert [one.held for one in meetings(text)] == ["past"]


def test_a_day_is_more_than_the_year_in_a_name() -> None:
    text = "UK-Peru Summit 2016\n\nThey met on 3 March 2016 for the Summit at Cusco."
    (meeting,) = meetings(text)
    assert meeting.interval is not None
    assert meeting.interval.first.isoformat() == "2016-03-03"


def test_a_meeting_is_in_the_town_of_a_resort() -> None:
    (meeting,) = meetings("They spoke after talks in the Black Sea resort of Sochi.")
    assert (meeting.city, meeting.country) == ("Sochi", "RU")


def test_who_meets_on_the_margins_of_a_meeting_meets_where_it_is() -> None:
    text = "Ann Ford met Bo Diaz on the margins of the UNGA meeting in New York."
    assert {one.country for one in meetings(text)} == {"US"}


def test_a_dash_ends_the_name_of_a_meeting() -> None:
    text = "After talks in Lima - Chad paid for them - nobody was pleased."
    assert [one.span.quote for one in meetings(text)] == ["talks in Lima"]


def test_two_states_that_a_hyphen_joins_are_no_place() -> None:
    (meeting,) = meetings("They signed it at the UK-Peru Summit on Monday.")
    assert meeting.country is None


def test_a_meeting_of_a_headline_is_named_by_its_text() -> None:
    text = (
        "Diaz talks with Ford may be put off again, says palace\n\nBo Diaz's high-level "
        "talks with deputy minister Ann Ford could be put off."
    )
    (meeting,) = meetings(text)
    assert meeting.span.quote.startswith("Bo Diaz's high-level talks with deputy")


def test_what_follows_a_meeting_has_a_day_of_its_own() -> None:
    text = "Following the meeting in Paris he will fly to Peru on 11 December 2016."
    (meeting,) = meetings(text)
    assert (meeting.country, meeting.interval) == ("FR", None)
