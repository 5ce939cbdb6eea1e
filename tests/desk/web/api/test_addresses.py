"""Every address of the description answers as the description says."""

import json

import pytest
from django.core.cache import cache
from django.test import Client
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate

from desk.rights_examples import EXAMPLES, a_world
from marsad.desk.safeguards.groups import Group
from marsad.desk.web.api.addresses import api, rights
from marsad.desk.web.api.description import description, operations
from marsad.desk.web.rights import doors

SAID = description(api)
OPERATIONS = dict(operations(SAID))
NAMES = {
    door.route.replace("<int:", "{").replace(">", "}"): door.name
    for door in doors()
    if door.name.startswith("api:") and door.name[4:] in rights()
}

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """One of each thing that the interface tells of."""
    with a_world(django_db_blocker) as made:
        yield made


@pytest.fixture(scope="module")
def browser(world):
    """Somebody who may read all of it."""
    cache.clear()
    reader = world.person_of("reader", Group.ANALYST, Group.AUDITOR)
    return world.client_of(reader)


def filled(address, world):
    example = EXAMPLES.get(NAMES[address], lambda _: {})(world)
    for name, row in example.items():
        address = address.replace(f"{{{name}}}", str(getattr(row, "pk", row)))
    return address


def errors(body, content):
    schema = {**content["schema"], "components": SAID["components"]}
    checked = Draft202012Validator(schema, format_checker=FormatChecker())
    return [f"{list(one.path)}: {one.message}" for one in checked.iter_errors(body)]


def test_the_description_is_valid_openapi():
    validate(json.loads(json.dumps(SAID)))


def test_the_description_names_every_address():
    assert set(NAMES) == set(OPERATIONS)


@pytest.mark.parametrize("address", OPERATIONS)
def test_every_address_answers_what_its_description_says(address, world, browser):
    answer = browser.get(filled(address, world))

    told = answer.content if not answer.streaming else answer.getvalue()
    assert answer.status_code in (200, 503), told.decode()
    said = OPERATIONS[address]["responses"][str(answer.status_code)]["content"]
    [(kind, content)] = said.items()
    assert answer["Content-Type"].partition(";")[0] == kind
    bodies = told.splitlines() if kind == "application/x-ndjson" else [told]
    assert [
        problem for body in bodies for problem in errors(json.loads(body), content)
    ] == []
    if b'"rows"' in told:
        may_be_empty = address.endswith(("/custody", "/search"))
        assert json.loads(told)["rows"] or may_be_empty, "an empty list"


@pytest.mark.parametrize("address", OPERATIONS)
def test_no_address_answers_nobody(address, world):
    answer = Client().get(filled(address, world))

    assert answer.status_code == 401
    said = OPERATIONS[address]["responses"]["401"]["content"]
    assert errors(answer.json(), said["application/problem+json"]) == []


@pytest.mark.parametrize("address", OPERATIONS)
def test_every_question_of_an_address_is_explained(address):
    for question in OPERATIONS[address]["parameters"]:
        says = question.get("description", "")
        assert says.endswith("."), question["name"]
    assert OPERATIONS[address]["summary"].endswith(".")
    assert OPERATIONS[address]["x-scope"]


@pytest.mark.parametrize("name", SAID["components"]["schemas"])
def test_every_field_of_an_answer_is_explained(name):
    schema = SAID["components"]["schemas"][name]

    assert schema["description"].endswith(".")
    for field, said in schema["properties"].items():
        assert said.get("description", "").rstrip().endswith("."), field
        assert "\n" not in said["description"], field


@pytest.mark.parametrize("name", SAID["components"]["schemas"])
def test_every_example_is_one(name):
    for field, said in SAID["components"]["schemas"][name]["properties"].items():
        for example in said.get("examples", ()):
            assert errors(example, {"schema": said}) == [], field


def test_the_page_for_people_shows_every_address_and_no_script(world):
    answer = Client().get("/api/v1/")

    page = answer.content.decode()
    assert all(address in page for address in OPERATIONS)
    assert "script-src 'self'" in answer["Content-Security-Policy"]
    assert "<script>" not in page
    assert " style=" not in page


def test_the_description_is_open_to_every_program(world):
    answer = Client().get("/api/v1/openapi.json")

    assert answer.json()["openapi"].startswith("3.1")


def test_what_is_no_address_says_so_as_json(world, browser):
    answer = browser.get("/api/v1/nothing/here")

    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
