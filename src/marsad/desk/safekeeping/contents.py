"""What a backup says about itself, at its beginning and at its end."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Self

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from marsad.desk.safekeeping.tables import Table
from marsad.errors import Unreadable

# Raised with each change that an older Marsad could not read.
FORMAT: Final = 1
ABOUT: Final = "about.json"
MANIFEST: Final = "manifest.json"


@dataclass(frozen=True, slots=True)
class About:
    """What the beginning says: which Marsad made it, when, and how its tables look."""

    format: int
    marsad: str
    made_at: str
    database: str
    migrations: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]

    def as_json(self) -> bytes:
        """As it is written."""
        return json.dumps(asdict(self), indent=1).encode() + b"\n"

    @classmethod
    def of_json(cls, raw: bytes, file: str) -> Self:
        """As it was written; of a newer form only number and version are read."""
        try:
            said = json.loads(raw)
            if said["format"] > FORMAT:
                return cls(said["format"], said["marsad"], said["made_at"], "", (), ())
            tables = tuple(
                Table(one["label"], one["name"], tuple(one["columns"]))
                for one in said.pop("tables")
            )
            steps = tuple((app, name) for app, name in said.pop("migrations"))
            return cls(tables=tables, migrations=steps, **said)
        except (ValueError, KeyError, TypeError) as error:
            raise Unreadable(file, f"was changed in {ABOUT}") from error


@dataclass(slots=True)
class Manifest:
    """What the end says: every member with its hash, and how much there is of each."""

    members: dict[str, str] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    originals: int = 0
    # Hashes of originals that the content store no longer had.
    lost: list[str] = field(default_factory=list)
    trail_lines: int = 0
    trail_head: str = ""
    # What was wrong with the trail already when the backup was made.
    trail_fault: str = ""

    def as_json(self) -> bytes:
        """As it is written."""
        return json.dumps(asdict(self), indent=1).encode() + b"\n"

    @classmethod
    def of_json(cls, raw: bytes, file: str) -> Self:
        """As it was written."""
        try:
            said: dict[str, Any] = json.loads(raw)
            return cls(**said)
        except (ValueError, TypeError) as error:
            raise Unreadable(file, f"was changed in {MANIFEST}") from error


def migrations_here() -> tuple[tuple[str, str], ...]:
    """The steps by which this database was laid out."""
    applied = MigrationRecorder(connection).applied_migrations()
    return tuple(sorted(applied))
