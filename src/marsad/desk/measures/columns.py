"""The columns in which uptakes are handed out."""

from typing import Final

from marsad.desk.exports.tables import Column

COLUMNS: Final = (
    Column("release", lambda one: one.release.number),
    Column("language", lambda one: one.language),
    Column("line", lambda one: one.line),
    Column("how", lambda one: one.how),
    Column("outlet", lambda one: one.document.outlet),
    Column("published", lambda one: one.document.published),
    Column("address", lambda one: one.document.address),
    Column("quote", lambda one: one.quote),
    Column("start", lambda one: one.start),
    Column("end", lambda one: one.end),
    Column("score", lambda one: one.score),
    Column(
        "changes",
        lambda one: "; ".join(
            f"{each['what']}: {each['before']} → {each['after']}"
            for each in one.changes
        ),
    ),
    Column("judged", lambda one: one.judged),
)
