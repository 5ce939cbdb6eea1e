"""What the entries behind a block hold: numbers, days, names and exact words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from marsad.composing.editions import Cited
from marsad.composing.said import Said, said_in
from marsad.linking.moments import moment_of
from marsad.reading.findings import Interval
from marsad.text.normalise import fold

_ADVERSARY: Final = "Daesh"
_GOVERNMENT: Final = "Government of "
# The fields in which entries of all kinds keep days, and those that name somebody.
_DAYS: Final = ("as_of", "due")
_NAMES: Final = (
    "party",
    "person",
    "speaker_name",
    "addressee",
    "place",
    "country",
    "city",
)
_ACTS: Final = ("name", "action", "subject")


@dataclass(frozen=True, slots=True)
class HeldNumber:
    """A number that an entry bears, by its fields or by its words."""

    value: float
    high: float | None
    bound: str
    unit: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """All that the entries behind a block bear."""

    entries: tuple[Cited, ...]
    numbers: tuple[HeldNumber, ...]
    # Places in a row and digits of any use, which are borne as they are written.
    digits: frozenset[str]
    days: frozenset[Interval]
    names: frozenset[str]
    persons: frozenset[str]
    # All that is written in the entries, folded, for names that no reader knows.
    letters: str

    @property
    def order(self) -> tuple[int, ...]:
        """The entries by number."""
        return tuple(one.number for one in self.entries)


def held_by(entries: Iterable[Cited]) -> Held:
    """Everything that some entries bear together."""
    cited = tuple(entries)
    parts = [_held(_Whole(one)) for one in cited]
    return Held(
        entries=cited,
        numbers=tuple(number for one in parts for number in one.numbers),
        digits=frozenset().union(*(one.digits for one in parts)),
        days=frozenset().union(*(one.days for one in parts)),
        names=frozenset().union(*(one.names for one in parts)),
        persons=frozenset().union(*(one.persons for one in parts)),
        letters=" ".join(one.letters for one in parts),
    )


class _Whole:
    """An entry with equality by identity of what it says, so that it can be a key."""

    __slots__ = ("cited", "key")

    def __init__(self, cited: Cited) -> None:
        self.cited = cited
        self.key = repr(cited)

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Whole) and self.key == other.key


@lru_cache(maxsize=1024)
def _held(whole: _Whole) -> Held:
    cited = whole.cited
    read = tuple(_read(cited))
    own, told = tuple(_own_numbers(cited)), tuple(_told_numbers(read))
    if cited.fields.get("bound"):
        # The entry's own bound counts: words cut short may have lost theirs.
        told = _others(told, own)
    else:
        # Counts and sums keep no bound; their words do.
        own = _others(own, told)
    names = frozenset(_names(cited, read))
    return Held(
        entries=(cited,),
        numbers=own + told,
        digits=frozenset(_digits(read)),
        days=frozenset(_days(cited, read)),
        names=names,
        persons=frozenset(_persons(cited, read)),
        letters=fold(" ".join(_texts(cited))),
    )


def _told_numbers(read: Iterable[Said]) -> Iterator[HeldNumber]:
    for said in read:
        for one in said.numbers:
            if one.form != "order":
                yield HeldNumber(one.value, one.high, one.bound, one.unit, one.words)


def _others(
    numbers: Iterable[HeldNumber], known: Iterable[HeldNumber]
) -> tuple[HeldNumber, ...]:
    """Those numbers whose worth no other gives already."""
    worth = {(one.value, one.high) for one in known}
    return tuple(one for one in numbers if (one.value, one.high) not in worth)


def _read(cited: Cited) -> Iterator[Said]:
    """The words of an entry and of its passages, and what its fields say in words."""
    first = cited.passages[0].published if cited.passages else None
    yield said_in(cited.words, cited.language, first or cited.day)
    for passage in cited.passages:
        published = passage.published or cited.day
        yield said_in(passage.quote, passage.language or cited.language, published)
    for name in _ACTS:
        if text := cited.fields.get(name):
            yield said_in(str(text), cited.language, first or cited.day)


def _own_numbers(cited: Cited) -> Iterator[HeldNumber]:
    fields, unit = cited.fields, cited.unit
    if cited.value is not None:
        yield HeldNumber(cited.value, cited.high, cited.bound or "exact", unit)
    elif (value := _number(fields.get("value"))) is not None:
        high, bound = _number(fields.get("high")), fields.get("bound") or "exact"
        yield HeldNumber(value, high, bound, str(fields.get("unit") or unit))
    if (baseline := _number(fields.get("baseline"))) is not None:
        yield HeldNumber(baseline, None, "exact", str(fields.get("unit") or unit))
    amount = fields.get("amount")
    if isinstance(amount, Mapping) and cited.value is None:
        yield HeldNumber(
            float(amount["value"]), None, "exact", str(amount.get("unit") or "")
        )
    for name, counted in (("count", "member"), ("attendance", "")):
        value = _number(fields.get(name))
        if value is not None and value != cited.value:
            yield HeldNumber(value, None, "exact", counted)


def _number(written: Any) -> float | None:
    is_number = isinstance(written, int | float) and not isinstance(written, bool)
    return float(written) if is_number else None


def _digits(read: Iterable[Said]) -> Iterator[str]:
    for said in read:
        yield from said.digits
        yield from (f"{one.value:g}" for one in said.numbers if one.form == "order")


def _days(cited: Cited, read: Iterable[Said]) -> Iterator[Interval]:
    yield Interval(cited.day, cited.until or cited.day)
    if cited.due_on:
        yield Interval(cited.due_on, cited.due_on)
    fields = cited.fields
    for name in _DAYS:
        if written := fields.get(name):
            yield from _days_of(str(written))
    if fields.get("from"):
        yield from _days_of(f"{fields['from']}/{fields.get('to') or fields['from']}")
    for passage in cited.passages:
        if passage.published:
            yield Interval(passage.published, passage.published)
    yield from (day.days for said in read for day in said.days)


def _days_of(written: str) -> Iterator[Interval]:
    if days := moment_of(written, None):
        yield days
        # "By the end of June" is due on the last of its days.
        yield Interval(days.last, days.last)


def _names(cited: Cited, read: Iterable[Said]) -> Iterator[str]:
    fields = cited.fields
    written = [fields.get(name) for name in _NAMES]
    written += fields.get("who") or ()
    written += [*cited.names, *cited.series.split("|")[1:3]]
    for name in written:
        if isinstance(name, str) and name:
            yield from _each(name)
    said = (*read, *_callings(cited))
    yield from (one.canonical for each in said for one in each.names)
    # The house speaks of the fight against Daesh: "the group" and "they" mean it, where
    # an entry names no other.
    if not any(one.is_armed for each in said for one in each.names):
        yield _ADVERSARY


def _each(name: str) -> Iterator[str]:
    """The parties of a name: of a list of them, of a government, of one's officials."""
    for one in name.split(","):
        bare = one.strip().removeprefix(_GOVERNMENT)
        yield bare
        if len(head := bare.split(" ")[0]) == 2 and head.isupper():
            yield head


def _callings(cited: Cited) -> Iterator[Said]:
    """How the actor, the other parties and the outlets are called in each language."""
    for names in (cited.actor, cited.series_name, *cited.names.values()):
        for language, name in names.items():
            yield _called(name, language)
    for passage in cited.passages:
        yield _called(passage.outlet, passage.language or cited.language)


def _called(name: str, language: str) -> Said:
    return said_in(name, language, None)


def _persons(cited: Cited, read: Iterable[Said]) -> Iterator[str]:
    for name in ("person", "speaker_name"):
        if written := cited.fields.get(name):
            yield str(written)
    yield from cited.actor.values()
    for names in cited.names.values():
        yield from names.values()
    for said in (*read, *_callings(cited)):
        yield from (one.canonical for one in said.names if one.is_person)
        yield from (one.words for one in said.names if one.is_person)


def _texts(cited: Cited) -> Iterator[str]:
    yield cited.words
    yield from cited.actor.values()
    for names in (*cited.names.values(), cited.series_name):
        yield from names.values()
    for passage in cited.passages:
        yield from (passage.quote, passage.outlet)
    yield from (str(cited.fields.get(name) or "") for name in (*_NAMES, *_ACTS))
