"""There and back: what was kept is what comes back, whichever database it goes to."""

import pytest

from desk.safekeeping.conftest import rows_in

pytestmark = pytest.mark.one_database
LOOK = """
from django.db import connection
from marsad.desk.originals import store
from marsad.desk.documents.models import Capture
from marsad.desk.register.models import Decision, Finding
from marsad.desk.safeguards import trail
from marsad.desk.safeguards.models import AuditRecord, Person
refused = []
for rows, change in ((AuditRecord, {"act": "x"}), (Decision, {"act": "x"}), (Finding, {"quote": "x"})):
    try:
        rows.objects.update(**change)
    except Exception as error:
        refused.append("append-only" in str(error))
new = Person.objects.create(username="new", name="New")
last = AuditRecord.objects.filter(act="safekeeping.restore").last()
print(json.dumps({
    "refused": refused,
    "fault": trail.verify().fault,
    "because": last.because[:3],
    "is_new": new.pk > 7,
    "originals": all(store.verify(one.sha256) for one in Capture.objects.all()),
    "vendor": connection.vendor,
}))
"""
WHOLE = {
    "refused": [True] * 3, "fault": None, "because": "by ",
    "is_new": True, "originals": True,
}  # fmt: skip
# What a restore and a backup write themselves, and what they tell of the index.
OWN = {"safeguards.auditrecord", "safeguards.watermark"}


def same(one, other):
    assert one.keys() - OWN == other.keys() - OWN
    return [label for label in one.keys() - OWN if one[label] != other[label]] == []


def test_a_site_moves_from_sqlite_to_postgresql_and_back(
    kept, empty, empty_postgres, tmp_path
):
    told = empty_postgres.marsad("restore", kept)
    assert told.returncode == 0, told.stderr
    again = tmp_path / "again.marsad"
    assert empty_postgres.marsad("backup", again).returncode == 0
    assert same(rows_in(kept), rows_in(again))
    told = empty.marsad("restore", again)
    assert told.returncode == 0, told.stderr
    third = tmp_path / "third.marsad"
    assert empty.marsad("backup", third).returncode == 0
    assert same(rows_in(kept), rows_in(third))
    assert empty_postgres.ask(LOOK) == WHOLE | {"vendor": "postgresql"}
    assert empty.ask(LOOK) == WHOLE | {"vendor": "sqlite"}


def test_what_came_back_is_found_by_search(kept, empty):
    assert empty.marsad("restore", kept, "--into", empty.folder).returncode == 0
    found = empty.ask(
        "from marsad.desk.catalogue.keep_up import size\n"
        "from django.conf import settings\n"
        "print(json.dumps([size() > 0, any(settings.SEARCH_INDEX.iterdir())]))"
    )
    assert found == [True, True]


def test_the_lines_of_the_trail_stay_as_they_were(kept, empty):
    assert empty.marsad("restore", kept).returncode == 0
    told = empty.marsad("audit", "verify")
    assert told.returncode == 0
    before = rows_in(kept)["safeguards.auditrecord"]
    assert f"{len(before) + 1} lines" in told.stdout
