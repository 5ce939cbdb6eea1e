"""The columns in which decided cases are handed out: no words of a post, no name."""

from typing import Final

from marsad.desk.exports.tables import Column

COLUMNS: Final = (
    Column("case", lambda one: one.pk),
    Column("bank", lambda one: one.bank.code),
    Column("severity", lambda one: one.get_severity_display()),
    Column("outcome", lambda one: one.stage),
    Column("round", lambda one: one.round),
    Column("posts", lambda one: one.posts),
    Column("reach", lambda one: one.reach),
    Column("started", lambda one: one.started_at),
    Column("closed", lambda one: one.closed_at),
    Column("has_strong_match", lambda one: one.has_strong_match),
    Column("content", lambda one: one.content),
)
