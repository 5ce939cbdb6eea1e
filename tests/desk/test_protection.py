"""What the database itself refuses, on whichever database the tests run."""

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.utils import DatabaseError

from marsad.desk.register.confirm import confirm
from marsad.desk.register.models import Finding, FindingChange
from marsad.desk.safeguards.append_only import Protect
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


def protected():
    """Every table that some migration protects."""
    migrations = MigrationLoader(connection).disk_migrations.values()
    steps = [step for one in migrations for step in one.operations]
    return {step.table for step in steps if isinstance(step, Protect)}


def triggers():
    asked = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return {name for (name,) in cursor.fetchall()}


# SQLite makes a table anew to alter a column of it, and its triggers go with the old
# one: after such a migration, protect the table once more.
@pytest.mark.django_db
def test_no_later_migration_took_a_protection_away():
    wanted = {
        f"{table}_no_{event}" for table in protected() for event in ("update", "delete")
    }
    assert wanted
    assert wanted - triggers() == set()
