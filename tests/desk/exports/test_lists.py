"""Every list of the site as a file: whole, with column names that programs rely on."""

import csv
import io
import json

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from desk.rights_examples import a_world
from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.models import AuditRecord
from marsad.marking import Marking

pytestmark = pytest.mark.django_db

LISTS = (
    "documents",
    "sources",
    "register",
    "indicators",
    "contradictions",
    "commitments",
    "entities-export",
    "statements-export",
    "meetings-export",
    "members-export",
)


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """One row of each list."""
    with a_world(django_db_blocker) as made:
        yield made


@pytest.fixture(scope="module")
def browser(world):
    """An analyst who may see all of it."""
    return world.client_of(world.person_of("taker", Group.ANALYST))


@pytest.fixture(scope="module")
def low_browser(world):
    """An analyst who may see none of it."""
    low = world.person_of("low-taker", Group.ANALYST, clearance=Marking.GREEN)
    return world.client_of(low)


def taken(browser, name, form, world):
    asked = {"format": form}
    if name == "members-export":
        asked["of"] = world.grouping.pk
    answer = browser.get(reverse(name), asked)
    assert answer.status_code == 200, answer.content[:500]
    assert answer["Content-Disposition"].endswith(f'.{form}"')
    return answer.getvalue()


def rows_of(raw):
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_handed_out_in_three_forms_that_say_the_same(name, world, browser):
    written = rows_of(taken(browser, name, "csv", world))
    objects = json.loads(taken(browser, name, "json", world))
    sheet = load_workbook(io.BytesIO(taken(browser, name, "xlsx", world))).active
    header, *cells = sheet.iter_rows(values_only=True)

    assert written, "the world has a row of each list"
    assert len(written) == len(objects) == len(cells)
    assert list(written[0]) == list(objects[0]) == list(header)


@pytest.mark.parametrize("name", LISTS)
def test_columns_have_names_for_programs(name, world, browser):
    columns = list(rows_of(taken(browser, name, "csv", world))[0])

    assert all(column.isascii() and column.islower() for column in columns)
    assert not any(" " in column for column in columns)
    assert len(set(columns)) == len(columns)


@pytest.mark.parametrize("name", LISTS)
def test_an_arabic_interface_hands_out_the_same_columns(name, world, browser):
    before = list(rows_of(taken(browser, name, "csv", world))[0])
    browser.cookies["language"] = "ar"
    try:
        assert list(rows_of(taken(browser, name, "csv", world))[0]) == before
    finally:
        del browser.cookies["language"]


@pytest.mark.parametrize(
    "name", [name for name in LISTS if name not in ("sources", "members-export")]
)
def test_what_one_may_not_see_is_in_no_file(name, world, low_browser):
    raw = taken(low_browser, name, "csv", world).decode()

    for secret in (world.document, world.indicator, world.entity):
        assert str(secret) not in raw
    assert world.figure.words not in raw


@pytest.mark.parametrize("name", LISTS)
def test_taking_a_list_out_is_written_down(name, world, browser):
    before = AuditRecord.objects.count()

    taken(browser, name, "csv", world)

    assert AuditRecord.objects.count() == before + 1
    assert AuditRecord.objects.last().act == "exports.hand_out"


@pytest.mark.parametrize("name", LISTS)
def test_a_form_that_is_not_written_is_said_so(name, world, browser):
    answer = browser.get(reverse(name), {"format": "doc", "of": world.grouping.pk})

    assert answer.status_code in (400, 409, 422)
    assert "csv" in answer.content.decode()
