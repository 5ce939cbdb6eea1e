import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

import marsad.desk
from marsad.desk.safeguards.acts import ACTS
from marsad.desk.safeguards.groups import RIGHTS, WORKERS_MAY, Group
from marsad.desk.safeguards.needs import OPEN
from marsad.desk.safeguards.tokens import SCOPES

# The list of what machines may do. A line more is a decision of the house, not a
# detail of a change: nothing here decides, publishes, refers, shares or gives a right.
MACHINES_MAY = {
    "documents.take_in": "bring a text in as it was published",
    "entities.add": "note that a name was met which nobody knew",
    "register.record": "propose what the readers found",
    "contradictions.notice": "put two entries side by side",
    "indicators.add": "open a series for figures of one kind",
    "sources.add": "note an outlet that was met",
    # What two people released is carried out after its embargo, and answered for.
    "dispatches.make": "make each partner's pack of what was released to it",
    "dispatches.send": "send the letters of a release, a correction or a recall",
    "dispatches.bounce": "note which letters came back",
    "measures.observe": "note where a released line turned up",
    # Readers act through the site, which knows them by nothing but what they wrote.
    "contacts.unsubscribe": "write no more to who asked for it",
    "appeals.receive": "take an appeal in",
    # Content: nothing of this reads a case, agrees with a reader or writes to a platform
    # of its own accord.
    "posts.receive": "take public posts in, pseudonymised",
    "posts.purge": "take posts away whose time is over, and leave counts",
    "banks.set_aside": "stop a signal that floods or is too often wrong",
    "cases.start": "put a match before people",
    "cases.draw": "draw closed cases for another reader",
    "referrals.send": "carry a notice that a person let go",
    "referrals.check": "note what a configured checker saw",
    "referrals.expire": "take sealed evidence away whose time is over",
    "complaints.lodge": "take an appeal against a referral in",
    # These are of the command line, for whoever holds the console.
    "people.add": "open the first account of a site",
    "people.reset": "open an account that nobody can open any more",
    "audit.export": "hand the trail out",
    "safekeeping.backup": "copy the whole site into one file",
    "safekeeping.restore": "fill an empty site from such a file",
}

# What even a director does only to others stands in tests of safeguards; these no
# group but the director's has.
DIRECTORS_ALONE = {
    "people.add",
    "people.place",
    "people.clear",
    "people.close",
    "people.reopen",
    "people.reset",
}


@pytest.fixture(scope="module", autouse=True)
def everything_loaded() -> None:
    """Acts are known once their modules are imported."""
    for module in pkgutil.walk_packages(marsad.desk.__path__, "marsad.desk."):
        if ".migrations" not in module.name and not module.name.endswith(".wsgi"):
            importlib.import_module(module.name)


def views() -> Iterator[tuple[str, str | None]]:
    """Every address of the desk with the right that its view asks for."""

    def walk(patterns, before=""):
        for one in patterns:
            path = before + str(one.pattern)
            if isinstance(one, URLResolver):
                yield from walk(one.url_patterns, path)
            elif isinstance(one, URLPattern):
                yield path, getattr(one.callback, "right", None)

    yield from walk(get_resolver().url_patterns)


def test_what_machines_may_do_is_this_and_no_more():
    assert set(MACHINES_MAY) == WORKERS_MAY


def test_what_machines_may_do_is_done_by_an_act():
    assert ACTS.keys() >= WORKERS_MAY


def test_every_act_stands_in_a_table_of_rights():
    assert ACTS.keys() <= RIGHTS.keys() | WORKERS_MAY


def test_every_right_opens_a_page_or_allows_an_act():
    used = {right for _, right in views()} | ACTS.keys() | set(SCOPES.values())

    assert RIGHTS.keys() - used == set()


def test_every_page_asks_for_a_right_that_is_known_or_is_open():
    strange = {
        path: right
        for path, right in views()
        if right is not None and right != OPEN and right not in RIGHTS
    }

    assert strange == {}


@pytest.mark.parametrize("right", sorted(DIRECTORS_ALONE))
def test_accounts_are_the_directors_alone(right):
    assert RIGHTS[right] == {Group.DIRECTOR}


@pytest.mark.parametrize(
    "right",
    sorted(one for one in RIGHTS if one.startswith(("register.", "documents."))),
)
def test_an_auditor_reads_and_decides_nothing(right):
    if not right.endswith((".read", ".export")):
        assert Group.AUDITOR not in RIGHTS[right]


def test_a_partner_sees_none_of_the_proposals_of_machines():
    assert Group.PARTNER not in RIGHTS["findings.read"]
    assert Group.PARTNER not in RIGHTS["documents.read"]


def test_every_right_is_some_groups():
    assert all(RIGHTS.values())
