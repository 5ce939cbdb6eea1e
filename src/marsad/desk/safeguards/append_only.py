"""Rows that the database itself refuses to change or delete, on SQLite and PostgreSQL.

Used in migrations: the protection is in the database, so it also holds against code
that forgets it and against somebody with a console.
"""

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class Protect(Operation):
    """Refuse DELETE on a table, and UPDATE of all or of the named columns."""

    reversible = True
    reduces_to_sql = True

    def __init__(self, table: str, columns: Sequence[str] = ()) -> None:
        self.table = table
        self.columns = tuple(columns)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """How Django writes this step down."""
        return (type(self).__qualname__, [self.table], {"columns": self.columns})

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The models stay as they are."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Create the triggers."""
        vendor = schema_editor.connection.vendor
        for sql in _sqlite(self) if vendor == "sqlite" else _postgresql(self):
            schema_editor.execute(sql)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Drop the triggers."""
        on = "" if schema_editor.connection.vendor == "sqlite" else f" ON {self.table}"
        for event in ("update", "delete", "truncate"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {self.table}_no_{event}{on}")

    def describe(self) -> str:
        """What this step does, in words."""
        return f"Protect the rows of {self.table} against change"


def _message(step: Protect) -> str:
    return f"{step.table} is append-only"


def _of(step: Protect) -> str:
    # "end" is a word of SQL: every column is quoted.
    columns = ", ".join(f'"{column}"' for column in step.columns)
    return f" OF {columns}" if columns else ""


def _sqlite(step: Protect) -> list[str]:
    of = _of(step)
    refuse = f"BEGIN SELECT RAISE(ABORT, '{_message(step)}'); END"
    return [
        f"CREATE TRIGGER {step.table}_no_update BEFORE UPDATE{of} ON {step.table} {refuse}",
        f"CREATE TRIGGER {step.table}_no_delete BEFORE DELETE ON {step.table} {refuse}",
    ]


def _postgresql(step: Protect) -> list[str]:
    of = _of(step)
    name = f"{step.table}_refuse"
    return [
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_message(step)}'; END $$",
        f"CREATE TRIGGER {step.table}_no_update BEFORE UPDATE{of} ON {step.table} "
        f"FOR EACH ROW EXECUTE FUNCTION {name}()",
        f"CREATE TRIGGER {step.table}_no_delete BEFORE DELETE ON {step.table} "
        f"FOR EACH ROW EXECUTE FUNCTION {name}()",
        f"CREATE TRIGGER {step.table}_no_truncate BEFORE TRUNCATE ON {step.table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()",
    ]
