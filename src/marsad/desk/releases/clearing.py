"""What the register says today of an edition that waits: its doubts, its entries."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from marsad.composing.editions import Cited, Edition
from marsad.desk.briefs.checking import Checked, checked
from marsad.desk.briefs.citing import cited


def checked_today(edition: Edition, translation_key: UUID, *, on: date) -> Checked:
    """The doubts about the same words on the entries as they are now, and the answers."""
    return checked(as_of_today(edition), translation_key, on=on)


def as_of_today(edition: Edition) -> Edition:
    """The same words on the entries as the register has them now."""
    return replace(edition, entries=cited(one.number for one in edition.entries))


def changed_entries(edition: Edition) -> Iterator[tuple[Cited, Cited | None]]:
    """The entries that are not any more what the edition says of them; then and now."""
    now = as_of_today(edition).by_number
    for one in edition.entries:
        today = now.get(one.number)
        if today is None or _standing(today) != _standing(one):
            yield one, today


def _standing(one: Cited) -> tuple[object, ...]:
    return one.version, one.state, one.marking
