"""The list of documents as a table of a file."""

from typing import Final

from marsad.desk.exports.tables import Column
from marsad.marking import Marking

COLUMNS: Final = (
    Column("id", lambda one: one.pk),
    Column("day", lambda one: one.day),
    Column("published", lambda one: one.published),
    Column("title", lambda one: one.title),
    Column("outlet", lambda one: one.outlet),
    Column("source", lambda one: one.source.name if one.source else ""),
    Column("source_grade", lambda one: one.source.grade if one.source else ""),
    Column("language", lambda one: one.language),
    Column("address", lambda one: one.address),
    Column("marking", lambda one: str(Marking(one.marking))),
    Column("findings", lambda one: one.finding_count),
    Column("open", lambda one: one.open_count),
    Column("read_with", lambda one: one.read_with),
    Column("taken_at", lambda one: one.taken_at),
    Column("sha256", lambda one: one.capture.sha256),
)
