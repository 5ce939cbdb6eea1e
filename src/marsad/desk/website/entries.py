"""An entry as a reader of one language meets it: what it says, by whom, on which words."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from marsad.composing.calendars import as_of
from marsad.composing.counting import Quantity
from marsad.composing.drafting import capitalised
from marsad.composing.editions import Cited
from marsad.composing.figures_written import Written, moment, outlets, written
from marsad.composing.pieces import Pieces
from marsad.desk.website.holdings import Holdings, Placed, Shown, cited, today

_OPEN: Final = ("", "open", "due")


def code_of(series: str) -> str:
    """The short name of a series in addresses; its key is long and not for reading."""
    return hashlib.blake2s(series.encode(), digest_size=6).hexdigest()


@dataclass(frozen=True, slots=True)
class Told:
    """An entry with what the release says of it in the reader's language."""

    cited: Cited
    release: Shown
    reader: str
    # What the release says of it, or the source's own words where it says nothing.
    text: str
    language: str
    rivals: tuple["Told", ...] = ()

    @property
    def number(self) -> int:
        """The number of the entry."""
        return self.cited.number

    @property
    def actor(self) -> str:
        """Who speaks, promises or joins, in the reader's language."""
        return self.cited.actor.get(self.reader, "")

    @property
    def figure(self) -> Written:
        """The number with its bound."""
        return written(self.cited, self.reader)

    @property
    def series(self) -> str:
        """What is counted, in the reader's language."""
        return self.cited.series_name.get(self.reader, "") or self.text

    @property
    def as_of(self) -> Pieces:
        """The days for which it holds, in words."""
        return capitalised(as_of(moment(self.cited), self.reader), self.reader)

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who reported it."""
        return outlets([self.cited])

    @property
    def amount(self) -> Pieces:
        """Of a commitment: how much, with its unit."""
        one = self.cited
        if one.value is None:
            return ()
        return Quantity(
            one.value, one.unit, bound=one.bound or "exact", high=one.high
        ).written(self.reader)

    @property
    def place(self) -> str:
        """Of a meeting: where it was, in the reader's language."""
        country = str(self.cited.fields.get("country") or "")
        named = self.cited.names.get(country, {}).get(self.reader, "")
        city = str(self.cited.fields.get("city") or "")
        return named or city

    @property
    def code(self) -> str:
        """The short name of its series in addresses; nothing where it counts nothing."""
        key = series_of(self.cited.kind, self.cited.series, self.number)
        return code_of(key) if key else ""

    @property
    def is_old(self) -> bool:
        """Whether nobody has said for too long that the figure still holds."""
        expires = self.cited.expires_on
        return expires is not None and expires < today()

    @property
    def outcome_now(self) -> str:
        """Of a commitment: what became of it, or that its day has passed."""
        due = self.cited.due_on
        if self.cited.outcome in _OPEN and due is not None and due < today():
            return "overdue"
        return self.cited.outcome


def told(
    now: Holdings, placed: Iterable[Placed], reader: str, *, with_rivals: bool = False
) -> list[Told]:
    """Entries in the order of their lines, ready to be shown."""
    placed = list(placed)
    known = cited(placed)
    rivals: Mapping[int, Told] = {}
    if with_rivals:
        others = {number for one in known.values() for number in one.rivals}
        # What disagrees is shown where it is public itself, and only there.
        shown = [now.by_entry[one] for one in sorted(others) if one in now.by_entry]
        rivals = {one.number: one for one in told(now, shown, reader)}
    return [
        tell(known[one.line.entry], one.release, reader, rivals)
        for one in placed
        if one.line.entry in known
    ]


def tell(
    one: Cited, release: Shown, reader: str, rivals: Mapping[int, Told] | None = None
) -> Told:
    """One entry as a release tells it."""
    said = release.digest.told.get(one.number, {})
    text, language = (
        (said[reader], reader) if reader in said else (one.words, one.language)
    )
    beside = (rivals[other] for other in one.rivals if rivals and other in rivals)
    return Told(one, release, reader, text, language, tuple(beside))


def by_series(placed: Iterable[Placed]) -> dict[str, list[Placed]]:
    """Figures by their series, the newest first in each."""
    found: dict[str, list[Placed]] = {}
    for one in placed:
        if key := series_of(one.line.kind, one.line.series, one.line.entry):
            found.setdefault(key, []).append(one)
    return found


def series_of(kind: str, series: str, entry: int) -> str:
    """The series of a figure; one that no indicator claims is a series by itself."""
    return series or (f"entry|{entry}" if kind == "figure" else "")
