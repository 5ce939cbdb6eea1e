"""What the database itself refuses, on whichever database the tests run."""

import pytest
from django.db import connection
from django.db.utils import DatabaseError

from marsad.desk.register.confirm import confirm
from marsad.desk.register.models import Finding, FindingChange
from marsad.desk.safeguards.models import AuditRecord


@pytest.fixture
def decided(report, lina):
    """A decision with all the rows that hang on it."""
    finding = Finding.objects.filter(kind="quote").first()
    confirm([finding], by=lina, because="the page says so")
    return finding


@pytest.mark.django_db(transaction=True)
class TestCommittedRows:
    """Twice, so that the second run finds what the first one's end left."""

    @pytest.mark.parametrize("turn", ["first", "second"])
    @pytest.mark.parametrize(
        "table",
        [
            pytest.param("safeguards_auditrecord", id="the trail"),
            pytest.param("register_decision", id="decisions"),
            pytest.param("register_entryversion", id="versions"),
            pytest.param("register_findingchange", id="changes of findings"),
        ],
    )
    def test_the_database_deletes_none_of_them(self, decided, table, turn):
        with (
            connection.cursor() as cursor,
            pytest.raises(DatabaseError, match="append"),
        ):
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608
        assert AuditRecord.objects.filter(act="register.confirm").count() == 1

    def test_the_words_of_a_finding_stay_and_its_status_moves(self, decided):
        with pytest.raises(DatabaseError, match="append"):
            Finding.objects.filter(pk=decided.pk).update(quote="other words")
        assert Finding.objects.filter(pk=decided.pk).update(is_doubtful=True) == 1

    def test_nobody_changes_what_a_decision_made(self, decided):
        with pytest.raises(DatabaseError, match="append"):
            FindingChange.objects.update(after={})
