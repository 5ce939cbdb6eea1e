"""From how many reports, of which outlets and of which days a brief is drawn."""

from collections.abc import Collection
from datetime import date

from marsad.composing.calendars import day
from marsad.composing.counting import Quantity
from marsad.composing.phrases import said
from marsad.composing.pieces import Pieces


def drawn_from(
    reports: int, outlets: Collection[str], days: Collection[date], language: str
) -> Pieces:
    """From 5 reports by 4 outlets, published between one day and another."""
    counted = Quantity(reports, "report").written(language, is_subject=False)
    if not days:
        return counted
    first, last = min(days), max(days)
    return said(
        "drawn.day" if first == last else "drawn",
        language,
        reports=counted,
        outlets=Quantity(len(outlets), "outlet").written(language),
        first=day(first, language),
        last=day(last, language),
    )
