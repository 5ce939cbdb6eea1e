from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.desk.documents.models import Capture, Document
from marsad.desk.web.api.cursors import read, written
from marsad.desk.web.api.problems import Wrong
from marsad.marking import Marking

FIRST = date(2018, 2, 13)


def document(day):
    number = Capture.objects.count()
    capture = Capture.objects.create(sha256=f"{number:064}", size=1, name="a.txt")
    return Document.objects.create(
        capture=capture,
        text_sha256=capture.sha256,
        day=FIRST + timedelta(days=day),
        marking=Marking.GREEN,
    )


@given(
    there=st.lists(st.integers(0, 4), min_size=1, max_size=14),
    added=st.lists(st.lists(st.integers(0, 6), max_size=2), max_size=12),
    limit=st.integers(1, 5),
)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_next_after_next_gives_every_row_once_while_rows_are_added(
    ask, secret, there, added, limit
):
    cache.clear()
    begun = transaction.savepoint()
    try:
        first = {document(day).pk for day in there}
        met, address, turns = [], f"documents?limit={limit}", iter(added)
        while address:
            page = ask(address, secret).json()
            met += [row["id"] for row in page["rows"]]
            address = page["next"] and page["next"].removeprefix("http://testserver")
            for day in next(turns, []):
                document(day)
        days = dict(Document.objects.values_list("pk", "day"))
    finally:
        transaction.savepoint_rollback(begun)

    assert len(met) == len(set(met))
    assert first <= set(met)
    assert met == sorted(met, key=lambda pk: (days[pk], pk), reverse=True)


@given(st.lists(st.text(max_size=20), min_size=1, max_size=3))
def test_a_place_is_read_as_it_was_written(place):
    assert read(written(place), len(place)) == place


@given(st.text(max_size=40))
def test_a_cursor_of_somebody_else_is_refused_and_breaks_nothing(cursor):
    try:
        place = read(cursor, 2)
    except Wrong as refusal:
        assert refusal.status_code == 400
    else:
        assert len(place) == 2


@pytest.mark.parametrize(
    "cursor",
    [
        pytest.param(written(["yesterday", "1"]), id="a day that is none"),
        pytest.param(written(["2018-02-13", "x"]), id="a number that is none"),
        pytest.param(written(["2018-02-13", "9" * 40]), id="a number beyond all rows"),
        pytest.param("%00", id="nothing at all"),
    ],
)
def test_a_place_that_is_none_is_told_so(ask, secret, report, cursor):
    answer = ask(f"documents?cursor={cursor}", secret)

    assert answer.status_code in (200, 400)
    if answer.status_code == 400:
        assert answer.json()["type"] == "urn:marsad:problem:bad-cursor"


@pytest.mark.parametrize("limit", ["0", "201", "many"])
def test_a_page_has_between_one_and_two_hundred_rows(ask, secret, limit):
    answer = ask(f"documents?limit={limit}", secret)

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["name"] == "limit"


def test_a_list_is_counted_only_where_that_is_quick(ask, report, secret):
    findings = ask(f"documents/{report.pk}/findings?count=true&limit=1", secret)

    assert findings.json()["count"] == report.findings.count()
    assert ask("documents?count=true", secret).status_code == 400
