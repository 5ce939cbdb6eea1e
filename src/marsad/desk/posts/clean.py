"""That what was deleted is not left in the files of the database.

SQLite overwrites deleted rows once it is told to; a page that was written anew may still
hold old bytes, and so may its log: both are written out. PostgreSQL keeps dead rows until
VACUUM, and their bytes until VACUUM FULL writes the tables anew.
"""

from typing import Final

from django.db import connection

from marsad.desk.posts.models import Account, Medium, Post, Reveal

TABLES: Final = tuple(one._meta.db_table for one in (Post, Account, Medium, Reveal))


def overwrite_what_is_deleted() -> None:
    """Have SQLite write zeros where rows are deleted by this connection."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")


def write_out() -> None:
    """After a purge by the clock: empty the log, and let the room be used again."""
    if connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        for table in TABLES:
            cursor.execute(f'VACUUM (ANALYZE) "{table}"')


def write_anew() -> None:
    """After a purge on demand: write the tables anew, so that no old byte stays."""
    if connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        for table in TABLES:
            cursor.execute(f'VACUUM (FULL, ANALYZE) "{table}"')
