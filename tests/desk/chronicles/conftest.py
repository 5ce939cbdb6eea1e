import pytest

from marsad.desk.register.confirm import confirm
from marsad.desk.register.models import Kind

ENGLISH = (
    "Secretary of State Antony Blinken said: “Italy will host the next meeting.”\n"
    "The United States pledged to give 200 million dollars before June 2022.\n"
    "Blinken called on Iraq to repatriate its citizens from the camps.\n"
    "Iraq joined the Global Coalition.\n"
)


@pytest.fixture
def english(make_document):
    """A report in English with a statement, a pledge, a call and a member."""
    return make_document(ENGLISH, language="en", outlet="The Gazette")


@pytest.fixture
def enter(lina):
    """Confirm all findings of a document that are of these kinds."""

    def confirmed(document, *kinds):
        asked = kinds or (Kind.QUOTE, Kind.COMMITMENT, Kind.CALL, Kind.MEMBERSHIP)
        found = list(document.findings.filter(kind__in=asked).order_by("start"))
        assert found
        return confirm(found, by=lina, because="read in the source")

    return confirmed
