"""Where a list goes on: the day and the row after which its next page begins."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from django.db.models import Q


@dataclass(frozen=True, slots=True, order=True)
class Cursor:
    """A place in a list that goes from new to old; entries stand before proposals."""

    day: date
    # 1 for an entry, 0 for a proposal: of one day, entries come first.
    rank: int
    pk: int

    @classmethod
    def parse(cls, written: str) -> Self | None:
        """Read a cursor from an address; what is none means the beginning."""
        try:
            day, rank, pk = written.split("~")
            return cls(date.fromisoformat(day), int(rank), int(pk))
        except ValueError:
            return None

    def __str__(self) -> str:
        return f"{self.day.isoformat()}~{self.rank}~{self.pk}"

    def older(self, rank: int) -> Q:
        """Rows of a rank that come after this place, by their day and id."""
        earlier = Q(day__lt=self.day)
        if rank < self.rank:
            return Q(day__lte=self.day)
        if rank > self.rank:
            return earlier
        # The first condition says nothing new; an index of days cannot use the second.
        return Q(day__lte=self.day) & (earlier | Q(day=self.day, pk__lt=self.pk))
