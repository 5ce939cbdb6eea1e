"""A site that may write to platforms, a mail server, and people of the lane."""

import pytest

from desk import content_makers as content
from desk.dispatches.conftest import Postbox, mail_server
from marsad.desk.referrals import tasks
from marsad.desk.referrals.refer import Wanted, refer

EXPLANATION = (
    "The post repeats, word for word, a recipe that the kitchen council knows to be "
    "wrong, and asks others to cook it."
)


@pytest.fixture(autouse=True)
def named(settings, tmp_path):
    """The site has a name, an e-mail, and a folder for evidence."""
    settings.ADDRESS = settings.DESK_ADDRESS = "https://marsad.example"
    settings.MAIL_FROM = "Communications cell <cell@marsad.example>"
    settings.BOUNCES = ""
    settings.EVIDENCE = tmp_path / "evidence"
    settings.TIME_AUTHORITY = ""


@pytest.fixture
def rana(db):
    return content.readers()[0]


@pytest.fixture
def tala(db):
    """A reviewer who read nothing of the case."""
    return content.readers()[2]


@pytest.fixture
def dora(db):
    """A director."""
    return content.a_director()


@pytest.fixture
def telegram(db):
    """A platform that takes letters, in English."""
    return content.make_platform()


@pytest.fixture
def agreed(db):
    """A case on which two readers agree."""
    return content.make_agreed_case()


@pytest.fixture
def wanted(telegram):
    """What a person would write about a case."""

    def make(case, platform=None, **said):
        given = {
            "platform": platform or telegram,
            "posts": [match.post for match in case.matches.all()],
            "category": "terms",
            "description": EXPLANATION,
            **said,
        }
        return Wanted(**given)

    return make


@pytest.fixture
def referred(wanted, tala):
    """Refer a case as a person does."""

    def make(case=None, platform=None, **said):
        case = case or content.make_agreed_case()
        return refer(case, wanted(case, platform, **said), by=tala, because="two agree")

    return make


@pytest.fixture
def post(settings):
    """A real mail server, and what it got."""
    box = Postbox()
    with mail_server(box) as server:
        settings.SMTP = f"smtp://127.0.0.1:{server.port}"
        yield box


@pytest.fixture
def carry():
    """Do what the worker does."""
    return tasks.carry_notices.call
