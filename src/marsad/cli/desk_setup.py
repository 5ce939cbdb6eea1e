"""Open the desk's settings and database for a command that needs them."""

import getpass
import os
from pathlib import Path

from marsad.errors import Refused


def open_desk(*, migrate: bool = False) -> None:
    """Make the desk ready to be asked; with migrate, lay out or renew its tables too."""
    open_settings()
    if migrate:
        _require_finished()
        _bring_up_to_date()
    else:
        _require_up_to_date()
        _require_finished()


def open_settings() -> None:
    """Read the desk's settings, and ask nothing of its database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marsad.desk.settings")
    _set_up()


def whose_console() -> str:
    """Why an act is done from here, for the trail: who holds the console."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError):
        # In a container a number may have no name.
        name = f"user {os.getuid()}"
    return f"by {name} at the command line"


def _set_up() -> None:
    try:
        import django
        from django.conf import settings
        from django.core.exceptions import ImproperlyConfigured
        from django.utils import translation
    except ModuleNotFoundError as missing:
        raise _not_installed(missing) from missing
    try:
        django.setup()
        _ = settings.DATABASES
        # The command line speaks English, whatever the house's pages speak.
        translation.activate("en")
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("marsad"):
            raise
        raise _not_installed(missing) from missing
    except (ImproperlyConfigured, ValueError) as wrong:
        raise Refused("the desk's settings", str(wrong)) from wrong
    except OSError as error:
        where = error.filename or "the data folder"
        way_out = "name another folder in MARSAD_DATA"
        raise Refused(str(where), str(error.strerror), way_out) from error


def _not_installed(missing: ModuleNotFoundError) -> Refused:
    return Refused(
        "the desk", f"{missing.name} is not installed", "install marsad[desk]"
    )


def _require_finished() -> None:
    from django.db import DatabaseError

    from marsad.desk.safekeeping.unfinished import require_finished

    try:
        require_finished()
    except DatabaseError as error:
        raise _closed(error) from error


def _bring_up_to_date() -> None:
    from django.core.management import call_command
    from django.db import DatabaseError

    try:
        call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as error:
        raise _closed(error) from error


def _require_up_to_date() -> None:
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    name = str(connection.settings_dict["NAME"])
    # Asking SQLite for a file that is not there would make an empty one.
    in_memory = name.startswith((":memory:", "file:"))
    if connection.vendor == "sqlite" and not (in_memory or Path(name).exists()):
        way_out = "begin one with `marsad people add`, or set MARSAD_DATA"
        raise Refused(name, "there is no database", way_out)
    try:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        raise _closed(error) from error
    if plan:
        problem = "the database is older than this version of Marsad"
        raise Refused(name, problem, "`marsad serve` brings it up to date")


def _closed(error: Exception) -> Refused:
    first_line = str(error).strip().partition("\n")[0]
    way_out = "see MARSAD_DATABASE_URL and MARSAD_DATA"
    return Refused("the database", f"cannot be opened ({first_line})", way_out)
