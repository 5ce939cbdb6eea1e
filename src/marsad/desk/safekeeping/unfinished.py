"""A mark in the database, from the first step of a restore until its last."""

from typing import Final

from django.db import connection

from marsad.desk.safeguards.models import Watermark
from marsad.errors import Refused

# Kept among the watermarks, so that no table is needed for it alone.
_MARK: Final = "a restore that is not finished"
BEGUN: Final = 0
LOADED: Final = 1


def stage() -> int | None:
    """How far a restore came that did not finish; None where there is none."""
    if Watermark._meta.db_table not in connection.introspection.table_names():
        return None
    mark = Watermark.objects.filter(follower=_MARK).first()
    return mark.number if mark else None


def reach(number: int) -> None:
    """Say how far the restore has come."""
    Watermark.objects.update_or_create(follower=_MARK, defaults={"number": number})


def finish() -> None:
    """Take the mark away."""
    Watermark.objects.filter(follower=_MARK).delete()


def require_finished() -> None:
    """Refuse to work on a site whose restore was broken off."""
    if stage() is not None:
        where = str(connection.settings_dict["NAME"])
        problem = "this site is being restored, or its restore was broken off"
        raise Refused(where, problem, "run `marsad restore` with the same file again")
