import pytest
from django.db import DatabaseError, connection, transaction

from marsad.desk.register.confirm import confirm
from marsad.desk.safeguards import trail
from marsad.desk.safeguards.models import AuditRecord


@pytest.fixture
def written(report, lina):
    confirm(list(report.findings.filter(kind="figure")), by=lina, because="read")
    return AuditRecord.objects.last()


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param("UPDATE safeguards_auditrecord SET because = 'x'", id="a change"),
        pytest.param("DELETE FROM safeguards_auditrecord", id="a deletion"),
    ],
)
def test_the_database_refuses_to_touch_the_trail(written, sql):
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


def test_one_changed_letter_breaks_the_chain(written):
    records = list(AuditRecord.objects.order_by("number"))
    records[0].because += "."

    assert trail.verify(iter(records)).at_number == 1


def test_a_missing_line_breaks_the_chain(written):
    records = list(AuditRecord.objects.order_by("number"))

    assert "missing" in trail.verify(iter(records[1:])).fault
