"""Where and when a figure holds: the place and the day that its text tells.

A figure holds where its sentence says, and on the day that its sentence names if that
has come, else on the day of what is reported. Where a text is at home says too little: of
650 figures whose sentence names no place, 256 were annotated with it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final, NamedTuple

from marsad.reading.figures.drafts import Draft
from marsad.reading.findings import DateMention, Party
from marsad.reading.lexicon import hits_from
from marsad.reading.names.main_states import country_of
from marsad.reading.numbers.units import is_duration
from marsad.reading.passage import Found, Passage, Seen, within

_IN: Final = frozenset(
    "in at across inside throughout near within en au aux dans a chez في داخل عبر قرب".split()
)
# Dates behind these tell when something began that still holds.
_SINCE: Final = frozenset("since depuis منذ".split())
# What something was made or opened on is not the day of what it holds.
_BEGAN: Final = frozenset(
    "created founded opened built cree creee fonde fondee ouvert ouverte"
    " تاسس تاسست انشيت انشي افتتح افتتحت".split()
)
# Words that open a clause of its own, whose date is another's.
_CLAUSES: Final = _BEGAN | frozenset(
    "who which whose qui dont الذي التي الذين اللذين".split()
)
_VERB: Final = 3
# Tokens between a figure and the town in which it holds; at 4, 6, 8 and 12 alike.
_NEAR: Final = 6
# Text without stops is looked at so far on both sides, that time stays linear.
_LONGEST: Final = 160
# Members and countries are counted of a body, wherever it meets, and time goes by
# everywhere: of 133 such figures that were given a place 33 were annotated with it.
_NOWHERE: Final = frozenset(("member", "partner", "country", "state"))
# A report tells what was said or done some days ago at most.
_NEWS: Final = timedelta(days=7)
_YEAR_END: Final = (12, 31)
_YEAR_BEGIN: Final = (1, 1)


class Circumstances:
    """Where and when the figures of a passage hold."""

    __slots__ = ("_days", "found", "passage")

    def __init__(self, passage: Passage, found: Found) -> None:
        self.passage = passage
        self.found = found
        self._days = [one for one in found.dates if self._is_news(one)]

    def place(self, draft: Draft) -> str | None:
        """Return the state in which a figure holds, by its code."""
        if draft.unit in _NOWHERE or is_duration(draft.unit):
            return None
        first, last = self._sentence(draft)
        low, high = max(first, draft.first - _NEAR), min(last, draft.last + _NEAR)
        places = list(self._located(low, high)) or list(self._named(first, last))
        if not places:
            return None
        return min(places, key=lambda one: _distance(one, draft)).iso

    def _sentence(self, draft: Draft) -> tuple[int, int]:
        first, last = self.passage.sentences.of(draft.first)
        return max(first, draft.first - _LONGEST), min(last, draft.last + _LONGEST)

    def _located(self, first: int, last: int) -> Iterator["_Place"]:
        """Give the states and the cities that a word of place stands before."""
        for place in (*self._named(first, last), *self._cities(first, last)):
            before = self.passage.words[max(0, place.first - 2) : place.first]
            if not _IN.isdisjoint(before) or self._is_within(place):
                yield place

    def _is_within(self, place: "_Place") -> bool:
        word = self.passage.words[place.first]
        return self.passage.language == "ar" and word.startswith("ب") and place.clitic

    def _cities(self, first: int, last: int) -> Iterator["_Place"]:
        for hit in hits_from(self.passage.hits("city"), first, last):
            yield _Place(hit.first, country_of(self.passage, hit), hit.clitic > 0)
        for hit in hits_from(self.passage.hits("province"), first, last):
            yield _Place(hit.first, hit.row["country"], hit.clitic > 0)

    def _named(self, first: int, last: int) -> Iterator["_Place"]:
        for one in within(self.found.parties, first, last):
            party = one.finding
            if isinstance(party, Party) and party.type == "state":
                start = self.passage.span(one.first, one.first + 1).start
                is_cut = party.span.start > start
                yield _Place(one.first, party.canonical, is_cut)

    # -- when --------------------------------------------------------------------------

    def as_of(self, draft: Draft) -> str | None:
        """Return the day at which a figure holds: one that has come, not one due."""
        own = self._own_date(draft)
        if own is not None:
            return written_as_of(own)
        told = self._day_told(draft)
        published = self.passage.published
        day = told.interval.last if told else published
        return day.isoformat() if day else None

    def _own_date(self, draft: Draft) -> DateMention | None:
        first, last = self._sentence(draft)
        nearest: tuple[int, DateMention] | None = None
        for seen in within(self.found.dates, first, last):
            date = seen.finding
            if not isinstance(date, DateMention) or not self._is_of(seen, draft):
                continue
            away = min(abs(seen.first - draft.last), abs(seen.last - draft.first))
            if nearest is None or away < nearest[0]:
                nearest = (away, date)
        return nearest[1] if nearest else None

    def _is_of(self, seen: Seen, draft: Draft) -> bool:
        """Say whether a date in the sentence of a figure may be the figure's."""
        published, words = self.passage.published, self.passage.words
        date = seen.finding
        if not isinstance(date, DateMention):
            return False
        if published is not None and date.interval.first > published:
            return False
        before = words[max(0, seen.first - 2) : seen.first]
        if published is not None and not _SINCE.isdisjoint(before):
            return False
        between = words[draft.last : seen.first]
        verb = words[max(0, seen.first - _VERB) : seen.first]
        return _CLAUSES.isdisjoint(between) and _BEGAN.isdisjoint(verb)

    def _day_told(self, draft: Draft) -> DateMention | None:
        """Return the day of the news that was told last before a figure."""
        place = bisect_left(self._days, (draft.first,))
        date = self._days[place - 1].finding if place else None
        return date if isinstance(date, DateMention) else None

    def _is_news(self, one: Seen) -> bool:
        date, published = one.finding, self.passage.published
        if not isinstance(date, DateMention) or published is None:
            return False
        if date.precision != "day":
            return False
        return published - _NEWS <= date.interval.last <= published


class _Place(NamedTuple):
    """A place that a sentence tells: its token and its state."""

    first: int
    iso: str
    clitic: bool


def _distance(place: _Place, draft: Draft) -> int:
    """Say how far a place stands from a figure; what comes behind is nearer."""
    behind = place.first - draft.first
    return behind if behind >= 0 else _LONGEST - behind


def written_as_of(date: DateMention) -> str:
    """Return the day of a figure as its date tells it: a year, a month, the last day."""
    first, last = date.interval.first, date.interval.last
    written = last.isoformat()
    is_years = (first.month, first.day) == _YEAR_BEGIN and (
        last.month,
        last.day,
    ) == _YEAR_END
    if date.precision == "range" and is_years:
        return written[:4]
    return {"month": written[:7], "year": written[:4]}.get(date.precision, written)


__all__: Sequence[str] = ["Circumstances", "written_as_of"]
