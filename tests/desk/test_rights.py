"""Every address and every act against every group: nobody gets in by trying."""

import re
from http.cookies import SimpleCookie
from urllib.parse import quote
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from architecture.house import ROOT
from desk.rights_examples import (
    ALWAYS_MISSING,
    EXAMPLES,
    HIDDEN_BY_ANOTHER,
    ONES_OWN,
    SENT,
    a_world,
)
from marsad.desk.safeguards.acts import ACTS, Worker, check
from marsad.desk.safeguards.groups import RIGHTS, WORKERS_MAY, Group
from marsad.desk.safeguards.models import AuditRecord
from marsad.desk.web.rights import acts, doors, table
from marsad.errors import Refused
from marsad.marking import Marking

DOORS = doors()
IDS = [door.name or door.route for door in DOORS]
NOWHERE = 987_654_321
WEBSITE = ("/ar/", "/en/", "/fr/")
# What differs between two renderings of one page, or names the page itself.
_CHANGING = re.compile(rb"[A-Za-z0-9]{64}|\b\d+\b")

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Everything that addresses name, made once and taken back at the end."""
    with a_world(django_db_blocker) as made:
        yield made


@pytest.fixture(scope="module")
def browsers(world):
    """A signed-in browser of one person of each group, and one of nobody."""
    people = {group: world.person_of(f"one-{group}", group) for group in Group}
    found = {group: world.client_of(person) for group, person in people.items()}
    return {**found, "nobody": Client(raise_request_exception=False)}


@pytest.fixture(scope="module")
def low_browsers(world):
    """The same people with too low a clearance for anything in this world."""
    return {
        group: world.client_of(
            world.person_of(f"low-{group}", group, clearance=Marking.GREEN)
        )
        for group in Group
    }


def ask(browser, method, address, sent=None):
    """One request, and nothing stays of what it did."""
    cookies = SimpleCookie(browser.cookies.output(header="", sep=";"))
    with transaction.atomic():
        answer = getattr(browser, method)(address, sent or {})
        body = b"" if answer.streaming else answer.content
        transaction.set_rollback(True)
    browser.cookies = cookies
    return answer, body


def address_of(door, world, elsewhere=False):
    """The address with a real thing in it, or with an id that nothing has."""
    if not door.parameters:
        return reverse(door.name)
    example = EXAMPLES.get(door.name) or ONES_OWN.get(door.name)
    assert example, (
        f"{door.route} names something: say what in EXAMPLES of rights_examples.py"
    )
    said = {name: getattr(value, "pk", value) for name, value in example(world).items()}
    if elsewhere:
        said = {name: nothing_like(value) for name, value in said.items()}
    return reverse(door.name, kwargs=said)


def nothing_like(value):
    """What is written like a thing in an address, and names none."""
    if isinstance(value, int):
        return NOWHERE
    return UUID(int=NOWHERE) if isinstance(value, UUID) else "nothing-has-this"


def is_refused(answer):
    """Whether an answer says: not you."""
    to_sign_in = answer.status_code == 302 and "/sign-in/?next=" in answer["Location"]
    # The bare address is the desk's, and sends whoever is not in to the website.
    to_website = answer.status_code == 302 and answer["Location"] in WEBSITE
    return answer.status_code in (401, 403) or to_sign_in or to_website


@pytest.mark.parametrize("door", DOORS, ids=IDS)
def test_an_address_says_which_right_opens_it(door):
    assert door.name, f"{door.route} has no name: give it one in its urls.py"
    assert door.is_open or door.right in RIGHTS, (
        f"{door.route} ({door.view}) declares no right: put @needs(...) on its view"
    )


def test_no_list_is_handed_out_to_who_may_not_open_it():
    # Everybody may take files out; which ones, the right of the list says.
    loose = [door.route for door in DOORS if door.right == "exports.hand_out"]

    assert loose == [], "declare the right of the list; the act checks the rest"


@pytest.mark.parametrize("door", DOORS, ids=IDS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_an_address_opens_to_the_groups_of_its_right_alone(
    door, method, world, browsers
):
    address = address_of(door, world)
    for group, browser in browsers.items():
        answer, _ = ask(browser, method, address)
        told = f"{method} {door.route} as {group}: {answer.status_code}"
        may = door.is_open or group in door.groups
        assert answer.status_code < 500, f"{told}: it breaks"
        if answer.status_code == 405:
            continue  # nobody asks it so
        assert may != is_refused(answer), told


@pytest.mark.parametrize(
    "door",
    [door for door in DOORS if not door.is_open and door.name not in ONES_OWN],
    ids=lambda door: door.name,
)
def test_what_is_there_is_found_by_who_may_see_it(door, world, browsers):
    address = address_of(door, world)
    sent = {"post": SENT[door.name](world)} if door.name in SENT else {}
    for group in door.groups:
        statuses = [
            ask(browsers[group], method, address, sent.get(method))[0].status_code
            for method in METHODS
        ]
        assert any(status not in (404, 405, 410) for status in statuses), (
            f"{door.route} as {group}: {statuses}; is its example a real one?"
        )


METHODS = ("get", "post")


def plain(body, address):
    """A page without its own address, which it names, and without what always changes."""
    for one in (address, quote(address, safe="")):
        body = body.replace(one.encode(), b"")
    return _CHANGING.sub(b"", body)


@pytest.mark.parametrize(
    "door",
    [
        door
        for door in DOORS
        if door.parameters
        and door.name not in ALWAYS_MISSING
        # Of the website nothing is anybody's: there is no lower clearance to ask with.
        and not door.name.startswith("website:")
    ],
    ids=lambda door: door.name,
)
@pytest.mark.parametrize("method", METHODS)
def test_what_one_may_not_see_answers_like_what_is_not_there(
    door, method, world, browsers, low_browsers
):
    there, nowhere = address_of(door, world), address_of(door, world, elsewhere=True)
    example = (EXAMPLES.get(door.name) or ONES_OWN[door.name])(world)
    is_marked = door.name in HIDDEN_BY_ANOTHER or any(
        getattr(one, "marking", 0) > Marking.GREEN for one in example.values()
    )
    for group in door.groups:
        browser = low_browsers[group]
        missing, missing_body = ask(browser, method, nowhere)
        if missing.status_code == 405:
            continue
        told = f"{method} {door.route} as {group}"
        assert missing.status_code == 404, f"{told}: nothing is there"
        if is_marked or door.name in ONES_OWN:
            hidden, hidden_body = ask(browser, method, there)
            assert hidden.status_code == 404, f"{told}: seen below its marking"
            assert plain(hidden_body, there) == plain(missing_body, nowhere), (
                f"{told}: they differ"
            )


@pytest.mark.parametrize("name", sorted(acts()))
def test_an_act_is_done_by_the_groups_of_its_right_alone(name, world):
    before = AuditRecord.objects.count()
    refused = 0
    for group in Group:
        person = world.person_of(f"{name}-{group}", group)
        if group in RIGHTS.get(name, ()):
            check(name, person)
            continue
        with pytest.raises(Refused, match="has no right"):
            ACTS[name](by=person, because="to see whether it holds")
        refused += 1
    assert AuditRecord.objects.count() == before + refused, "refusals are written down"


@pytest.mark.parametrize("name", sorted(acts()))
def test_a_machine_does_only_what_machines_may(name, world):
    if name in WORKERS_MAY:
        check(name, Worker("reader"))
    else:
        with pytest.raises(Refused, match="no machine may"):
            check(name, Worker("reader"))


def test_every_right_opens_something():
    used = {door.right for door in DOORS} | set(acts())

    assert sorted(set(RIGHTS) - used) == []


def test_machines_may_do_nothing_that_is_no_act():
    assert sorted(WORKERS_MAY - set(acts())) == []


def test_the_page_of_rights_says_what_the_code_does():
    page = (ROOT / "docs" / "rights.md").read_text("utf-8")

    assert table() in page, "run .venv/bin/python tools/write_rights.py"
