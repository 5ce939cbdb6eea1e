"""The columns in which contradictions are handed out."""

from typing import Final

from marsad.desk.contradictions.queue import Card
from marsad.desk.exports.tables import Column


def _of(side: int, name: str) -> Column:
    def value(card: Card) -> object:
        return getattr(card.sides[side].said, name)

    return Column(f"{name}_{side + 1}", value)


def _outlets(side: int) -> Column:
    def value(card: Card) -> object:
        return [one.outlet for one in card.sides[side].documents if one.outlet]

    return Column(f"outlets_{side + 1}", value)


COLUMNS: Final = (
    Column("id", lambda card: card.row.pk),
    Column("about", lambda card: card.row.about),
    Column("series", lambda card: card.row.series),
    Column("day", lambda card: card.row.day),
    Column("state", lambda card: card.row.state),
    *(
        _of(side, name)
        for side in (0, 1)
        for name in ("words", "value", "bound", "day")
    ),
    _outlets(0),
    _outlets(1),
    Column("why", lambda card: card.row.why),
    Column("resolution", lambda card: card.row.choice),
    Column("because", lambda card: card.row.because),
    Column("by", lambda card: card.row.by),
    Column("found_at", lambda card: card.row.found_at),
    Column("resolved_at", lambda card: card.row.resolved_at),
)
