"""Bring a site back from a backup: all of it, or nothing."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from django.apps.registry import Apps
from django.db import DataError, IntegrityError, connection, models, transaction
from django.db.migrations.executor import MigrationExecutor

from marsad.desk.documents.models import Document
from marsad.desk.originals import store
from marsad.desk.safeguards import trail
from marsad.desk.safeguards.acts import Actor, act, note
from marsad.desk.safeguards.models import AuditRecord, Person
from marsad.desk.safekeeping import belongings, unfinished
from marsad.desk.safekeeping.aside import indexes_aside, keys_unchecked
from marsad.desk.safekeeping.contents import About
from marsad.desk.safekeeping.proof import Proven, label_of, lines_in
from marsad.desk.safekeeping.sealed import Member, members_of
from marsad.desk.safekeeping.tables import Row, Table, readers_of, rows_of, tables_of
from marsad.errors import Refused, Unreadable

Advance = Callable[[int], None]
_ANOTHER: Final = "nothing was restored; see the message of the database"


def require_empty() -> None:
    """Refuse a site in which anybody has done anything."""
    if unfinished.stage() is not None:
        return
    there = connection.introspection.table_names()
    for model in (AuditRecord, Person, Document):
        if model._meta.db_table in there and model.objects.exists():
            where = str(connection.settings_dict["NAME"])
            way_out = "restore into an empty site: --into, or MARSAD_DATA"
            raise Refused(where, "there is a site here already", way_out)


def lay_out(about: About) -> Apps:
    """Bring the tables into the shape that the backup was made with."""
    executor = MigrationExecutor(connection)
    steps = set(about.migrations)
    graph = executor.loader.graph
    last = [
        step
        for step in steps & graph.nodes.keys()
        if not any(
            child.key[0] == step[0] and child.key in steps
            for child in graph.node_map[step].children
        )
    ]
    executor.migrate(last)
    apps: Apps = executor.loader.project_state(last).apps
    here = {one.label: set(one.columns) for one in tables_of(apps)}
    for table in about.tables:
        if here.get(table.label) != set(table.columns):
            problem = f"its table {table.label} has other columns than this Marsad's"
            raise Refused("the backup", problem, f"restore with Marsad {about.marsad}")
    return apps


def load(proven: Proven, apps: Apps, *, advance: Advance) -> None:
    """Put every row and every original where it was, in one transaction."""
    unfinished.reach(unfinished.BEGUN)
    try:
        with keys_unchecked(), transaction.atomic():
            _empty(proven.about.tables, apps)
            with indexes_aside(proven.about.tables, _models(apps, proven)):
                _load_members(proven, apps, advance)
            _prove_again(proven, apps.get_model("safeguards.auditrecord"))
            unfinished.reach(unfinished.LOADED)
    except (DataError, IntegrityError) as error:
        first = str(error).strip().partition("\n")[0]
        raise Unreadable(
            proven.path.name, f"does not fit ({first})", _ANOTHER
        ) from error


@act("safekeeping.restore")
def finish(proven: Proven, *, by: Actor, because: str) -> None:
    """Write down that the site was restored, and open it."""
    about, manifest = proven.about, proven.manifest
    rows = sum(manifest.rows.values())
    note(file=proven.path.name, made_at=about.made_at, made_by=about.marsad, rows=rows)
    unfinished.finish()


def _models(apps: Apps, proven: Proven) -> list[type[models.Model]]:
    return [apps.get_model(table.label) for table in proven.about.tables]


def _empty(tables: Sequence[Table], apps: Apps) -> None:
    """Take away what laying out the tables put into them, and into those beside them."""
    kept = [table.name for table in tables]
    # What is not kept points at rows that are: it cannot stay either.
    beside = [
        one._meta.db_table
        for one in apps.get_models(include_auto_created=True)
        if one._meta.managed and not one._meta.proxy
    ]
    aside = [name for name in beside if name not in kept]
    with connection.cursor() as cursor:
        for name in (*aside, *reversed(kept)):
            cursor.execute(f'SELECT 1 FROM "{name}" LIMIT 1')  # noqa: S608
            if cursor.fetchone():
                cursor.execute(f'DELETE FROM "{name}"')  # noqa: S608
    # PostgreSQL alters no table while checks of its rows are still to come.
    connection.check_constraints()


def _load_members(proven: Proven, apps: Apps, advance: Advance) -> None:
    tables = {table.label: table for table in proven.about.tables}
    pictures = b"{}"
    for member in members_of(proven.path):
        if label := label_of(member):
            rows = rows_of(lines_in(member, proven.path.name))
            _insert(tables[label], apps.get_model(label), rows)
            advance(len(rows))
        elif member.name.startswith("originals/"):
            _keep(member, proven.path)
            advance(1)
        elif member.name == belongings.PICTURES:
            pictures = member.raw
        elif member.name.startswith((belongings.MEDIA, belongings.EVIDENCE)):
            belongings.place_beside(member.name, member.raw)
        elif member.name == belongings.KEY:
            belongings.place_key(member.raw)
    # Their bytes are among the originals, which are all there now.
    belongings.place_pictures(pictures)


def _keep(member: Member, path: Path) -> None:
    store.keep(lines_in(member, path.name))


def _insert(table: Table, model: type[models.Model], rows: list[list[Any]]) -> None:
    readers = readers_of(model, table.columns, connection.vendor)
    for row in rows:
        for place, reader in readers:
            if row[place] is not None:
                row[place] = reader(row[place])
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            _copy(cursor, table, rows)
        else:
            marks = ", ".join("?" * len(table.columns))
            query = f'INSERT INTO "{table.name}" ({table.quoted}) VALUES ({marks})'  # noqa: S608
            # The cursor beneath Django's takes rows as they are.
            with connection.wrap_database_errors:
                connection.connection.executemany(query, rows)


def _copy(cursor: Any, table: Table, rows: Sequence[Row]) -> None:
    query = f'COPY "{table.name}" ({table.quoted}) FROM STDIN'
    with cursor.copy(query) as copy:
        for row in rows:
            copy.write_row(row)


def _prove_again(proven: Proven, lines: Any) -> None:
    """The chain must hold in the new database as it did in the file."""
    found = trail.verify(lines.objects.order_by("number").iterator(2000))
    if trail_told(proven) != (found.count, found.head, found.fault or ""):
        problem = f"does not hold in the new database: {found.fault}"
        raise Unreadable("the audit trail", problem, "nothing was restored")


def require_same(proven: Proven) -> None:
    """Refuse to finish with one backup what was loaded from another."""
    found = trail.verify()
    if trail_told(proven) != (found.count, found.head, found.fault or ""):
        problem = "another backup was loaded into this site"
        raise Refused(proven.path.name, problem, "name that one, or an empty site")


def trail_told(proven: Proven) -> tuple[int, str, str]:
    """What a backup says of its trail: how many lines, the last hash, the first fault."""
    manifest = proven.manifest
    return manifest.trail_lines, manifest.trail_head, manifest.trail_fault
