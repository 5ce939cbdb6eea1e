"""The columns in which banks and their signals are handed out."""

from typing import Final

from marsad.desk.banks.models import BankedSignal
from marsad.desk.exports.tables import Column
from marsad.marking import Marking

BANKS: Final = (
    Column("code", lambda one: one.bank.code),
    Column("title", lambda one: one.bank.title),
    Column("harmless", lambda one: one.bank.is_harmless),
    Column("marking", lambda one: str(Marking(one.bank.marking))),
    Column("purpose", lambda one: one.bank.purpose),
    Column("basis", lambda one: one.bank.basis),
    Column("basis_words", lambda one: one.bank.basis_words),
    Column("until", lambda one: one.bank.until),
    Column("closed_at", lambda one: one.bank.closed_at),
    Column("in_use", lambda one: one.live),
    Column("resting", lambda one: one.resting),
    Column("upheld", lambda one: one.measured.upheld),
    Column("overturned", lambda one: one.measured.overturned),
)


def _severity(one: BankedSignal) -> int:
    return one.severity or one.bank.severity


def _told(name: str) -> Column:
    return Column(name, lambda one: one.told.get(name, ""))


# What a bank of another cell takes in again: the columns of its import.
SIGNALS: Final = (
    Column("kind", lambda one: one.kind),
    Column("value", lambda one: one.value),
    Column("title", lambda one: one.title),
    Column("provenance", lambda one: one.provenance),
    Column("reference", lambda one: one.reference),
    Column("content", lambda one: one.content),
    Column("severity", _severity),
    Column("until", lambda one: one.until or one.bank.until),
    Column("marking", lambda one: str(Marking(max(one.marking, one.bank.marking)))),
    Column("tags", lambda one: ";".join(one.told.get("tags", ()))),
    *(_told(name) for name in ("ideology", "file_type", "created", "updated")),
    Column("harmless", lambda one: "yes" if one.bank.is_harmless else ""),
    Column("upheld", lambda one: one.upheld),
    Column("overturned", lambda one: one.overturned),
)
