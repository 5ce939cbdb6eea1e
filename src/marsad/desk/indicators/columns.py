"""The columns in which series and their values are handed out."""

from typing import Final

from marsad.desk.exports.tables import Column
from marsad.desk.indicators.lists import Row
from marsad.desk.indicators.points import Shown


def _latest(row: Row, name: str) -> object:
    return getattr(row.latest, name) if row.latest else None


SERIES: Final = (
    Column("id", lambda row: row.indicator.pk),
    Column("series", lambda row: row.indicator.key),
    Column("title_ar", lambda row: row.indicator.title_ar),
    Column("title_en", lambda row: row.indicator.title_en),
    Column("title_fr", lambda row: row.indicator.title_fr),
    Column("value", lambda row: _latest(row, "value")),
    Column("high", lambda row: _latest(row, "high")),
    Column("bound", lambda row: _latest(row, "bound")),
    Column("unit", lambda row: _latest(row, "unit")),
    Column("day", lambda row: _latest(row, "day")),
    Column("until", lambda row: _latest(row, "until")),
    Column("outlets", lambda row: row.outlets),
    Column("source_grade", lambda row: _latest(row, "source_grade")),
    Column("information_grade", lambda row: _latest(row, "information_grade")),
    Column("expires_on", lambda row: row.expires_on),
    Column("is_stale", lambda row: row.is_stale),
)


def _state(one: Shown) -> str:
    if one.is_rival:
        return "disputed"
    return "latest" if one.is_latest else "superseded"


VALUES: Final = (
    Column("entry", lambda one: one.row.pk),
    Column("value", lambda one: one.row.value),
    Column("high", lambda one: one.row.high),
    Column("bound", lambda one: one.row.bound),
    Column("unit", lambda one: one.row.unit),
    Column("change", lambda one: one.point.change),
    Column("day", lambda one: one.point.moment.first),
    Column("until", lambda one: one.point.moment.last),
    Column("state", _state),
    Column("outlets", lambda one: one.outlets),
    Column("source_count", lambda one: one.source_count),
    Column("source_grade", lambda one: one.row.source_grade),
    Column("information_grade", lambda one: one.row.information_grade),
    Column("expires_on", lambda one: one.expires_on),
    Column("words", lambda one: one.row.words),
    Column("language", lambda one: one.row.language),
)
