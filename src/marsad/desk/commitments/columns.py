"""The columns in which commitments are handed out."""

from typing import Final

from marsad.desk.commitments.ledger import Row
from marsad.desk.exports.tables import Column


def _shown_by(row: Row) -> object:
    if row.outcome is None:
        return None
    return row.outcome.evidence_id or row.outcome.document_id or row.outcome.address


COLUMNS: Final = (
    Column("entry", lambda row: row.entry.pk),
    Column("party", lambda row: row.entry.fields.get("party")),
    Column("words", lambda row: row.entry.words),
    Column("language", lambda row: row.entry.language),
    Column("amount", lambda row: row.entry.value),
    Column("unit", lambda row: row.entry.unit),
    Column("promised_on", lambda row: row.entry.day),
    Column("due_on", lambda row: row.entry.due_on),
    Column("state", lambda row: row.state),
    Column("outlets", lambda row: row.outlets),
    Column("source_grade", lambda row: row.entry.source_grade),
    Column("information_grade", lambda row: row.entry.information_grade),
    Column("evidence", _shown_by),
    Column("because", lambda row: row.outcome.because if row.outcome else None),
)
