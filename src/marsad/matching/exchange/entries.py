"""One entry of a list of known content, and what is said of a row that gives none."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Final

from marsad.errors import Unreadable
from marsad.marking import Marking
from marsad.matching.kinds import kind_named
from marsad.matching.signals import Kind

LONGEST: Final = 2000
_LONGEST_VALUE: Final = 8_000_000
# Earlier and later than any list: what is beyond is a slip of the pen.
_YEARS: Final = range(1990, 2200)


@dataclass(frozen=True, slots=True)
class Entry:
    """One signal as a list gives it, with all that the list says of it.

    ``row`` is where it stands in the list, counted from 1. ``until`` is the last day on
    which it may be used. What a source took back is withdrawn, and stays in the list as
    a record of that.
    """

    row: int
    kind: Kind
    value: str
    title: str = ""
    provenance: str = ""
    reference: str = ""
    content: str = ""
    marking: Marking | None = None
    until: date | None = None
    tags: tuple[str, ...] = ()
    ideology: str = ""
    file_type: str = ""
    created: str = ""
    updated: str = ""
    is_harmless: bool = False
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """A row of a list that gives no signal: where it is, what is wrong, and the way out."""

    row: int
    problem: str
    way_out: str = ""

    def __str__(self) -> str:
        line = f"row {self.row}: {self.problem}"
        return f"{line}; {self.way_out}" if self.way_out else line


@dataclass(frozen=True, slots=True)
class Listed:
    """A list as it was read: in which form, its entries, and its faults."""

    form: str
    entries: tuple[Entry, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(slots=True)
class Taking:
    """What was read so far; a row that gives nothing never stops the list."""

    entries: list[Entry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, row: int, problem: str, way_out: str = "") -> None:
        """Note what is wrong with a row."""
        self.faults.append(Fault(row, problem, way_out))

    def done(self, form: str) -> Listed:
        """All of it."""
        return Listed(form, tuple(self.entries), tuple(self.faults))


def canonical(kind: Kind, value: object) -> str:
    """The canonical value of an entry; raises Unreadable for what is none."""
    if not isinstance(value, str) or not value.strip():
        raise Unreadable("value", "is empty", "give the hash, address or words")
    if len(value) > _LONGEST_VALUE:
        raise Unreadable("value", "is too long", "bank it in parts")
    return kind_named(kind).canonical(value)


def words(value: object) -> str:
    """What is written in a field, on as many characters as are kept."""
    if value is None or isinstance(value, bool | list | dict):
        return ""
    return str(value).strip()[:LONGEST]


def marking_of(value: object) -> Marking | None:
    """The marking of an entry, if it has one; raises Unreadable for a word that is none."""
    written = words(value)
    return Marking.parse(written) if written else None


def day_of(value: object, what: str = "day") -> date | None:
    """A day, from a date, a time or seconds since 1970; none where nothing is written."""
    written = words(value)
    # Zero is how several systems write that there is no end.
    if written in ("", "0"):
        return None
    try:
        day = _day(written)
    except (ValueError, OverflowError, OSError):
        day = None
    if day is None or day.year not in _YEARS:
        raise Unreadable(what, f"{written[:40]!r} is no day", "write it as 2027-01-31")
    return day


def _day(written: str) -> date:
    try:
        return datetime.fromtimestamp(float(written), UTC).date()
    except ValueError:
        return datetime.fromisoformat(written.replace("+0000", "+00:00")).date()
