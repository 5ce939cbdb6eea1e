"""The changes of banks, one after the other, so that who searches sees what changed."""

import secrets
from collections.abc import Iterable
from typing import Final

from django.db.models import Max

from marsad.desk.banks.models import BankedSignal, Turn

_MARK_BYTES: Final = 8
# SQLite takes only so many values in one question.
_AT_ONCE: Final = 500


def next_turn() -> int:
    """Open the next turn within the running act; until it ends, nobody opens another."""
    Turn.objects.get_or_create(number=0)
    # Held before the last number is read, so that turns are seen in their order.
    Turn.objects.select_for_update().get(number=0)
    last = Turn.objects.aggregate(last=Max("number"))["last"]
    mark = secrets.token_hex(_MARK_BYTES)
    return int(Turn.objects.create(number=last + 1, mark=mark).number)


def turned(signals: Iterable[BankedSignal] = ()) -> int:
    """Say within an act that the banks changed, and that these signals of them did."""
    turn, changed = next_turn(), list(signals)
    for row in changed:
        row.turn = turn
    for start in range(0, len(changed), _AT_ONCE):
        keys = [row.pk for row in changed[start : start + _AT_ONCE]]
        BankedSignal.objects.filter(pk__in=keys).update(turn=turn)
    return turn


def last_turn() -> tuple[int, str]:
    """The number and the mark of the last change; (0, "") before the first."""
    last = Turn.objects.order_by("-number").values_list("number", "mark").first()
    return last or (0, "")


def happened(number: int, mark: str) -> bool:
    """Whether a turn is one of this database's, and not of one before a restore.

    Before the first turn nothing can be told apart, and there is next to nothing to read.
    """
    return number > 0 and Turn.objects.filter(number=number, mark=mark).exists()
