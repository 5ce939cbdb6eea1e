"""How well a reading agrees with the annotation of a careful reader.

1. A finding pairs with an annotated one of its kind when their spans overlap enough,
   the best pairs first, each finding once.
2. A pair counts as `span`; where its telling fields agree too, also as `full`.
3. What two careful readers may differ on counts neither way: annotations of low
   confidence, and figures that only measure time.
"""

import difflib
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

Marked = Mapping[str, Any]

KINDS: Final = (
    "quote", "figure", "date", "commitment", "call", "meeting", "party", "person", "membership",
)  # fmt: skip
# Where a clause ends is a matter of taste; where a name ends is not.
_OVERLAP_OF_CLAUSES: Final = 0.5
_OVERLAP_OF_WORDS: Final = 0.6
_OVERLAP_OF_SPEAKERS: Final = 0.3
_CLAUSES: Final = frozenset(("quote", "commitment", "call", "membership", "meeting"))
_OF_TIME: Final = frozenset(
    ("year", "month", "week", "day", "hour", "minute", "season")
)
_LIKE_NAMES: Final = 0.8
_NOT_IN_INITIALS: Final = frozenset(("of", "the", "and", "for", "to"))
_UNITS: Final = {
    "people": "person",
    "%": "percent",
    "percentage": "percent",
    "pct": "percent",
    "us dollar": "usd",
    "dollar": "usd",
    "pound": "gbp",
    "euro": "eur",
    "country": "country",
    "countries": "country",
    "state": "country",
    "nation": "country",
}


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one kind: annotated, read, paired by span, and right in all fields."""

    gold: int = 0
    read: int = 0
    span: int = 0
    full: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.gold + other.gold,
            self.read + other.read,
            self.span + other.span,
            self.full + other.full,
        )

    def precision(self, right: int) -> float:
        """The share of what was read that is right."""
        return right / self.read if self.read else 0.0

    def recall(self, right: int) -> float:
        """The share of what is there that was read right."""
        return right / self.gold if self.gold else 0.0

    @property
    def span_f1(self) -> float:
        """The harmonic mean of precision and recall, by span."""
        return self._f1(self.span)

    @property
    def full_f1(self) -> float:
        """The harmonic mean of precision and recall, with all fields right."""
        return self._f1(self.full)

    def _f1(self, right: int) -> float:
        both = self.gold + self.read
        return 2 * right / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """A finding that was read wrong, missed, or read where nothing is."""

    kind: str
    what: Literal["wrong", "missed", "extra"]
    gold: Marked | None
    read: Marked | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far one reading agrees with its annotation, kind by kind."""

    tallies: Mapping[str, Tally]
    mistakes: tuple[Mistake, ...]


def compare(gold: Marked, reading: Marked, text: str | None = None) -> Agreement:
    """Score one reading; with the text, a speaker may also be the same words elsewhere."""
    furniture = [tuple(edges) for edges in gold.get("boilerplate", ())]
    tallies: dict[str, Tally] = {}
    mistakes: list[Mistake] = []
    for kind in KINDS:
        annotated = _of_kind(gold, kind, furniture)
        read = _of_kind(reading, kind, furniture)
        tallies[kind], of_kind = _compare_kind(kind, annotated, read, text)
        mistakes += of_kind
    return Agreement(tallies, tuple(mistakes))


def total(tallies: Iterable[Mapping[str, Tally]]) -> dict[str, Tally]:
    """The sums over documents, kind by kind, and over all kinds at the end."""
    sums = dict.fromkeys(KINDS, Tally())
    for one in tallies:
        sums = {kind: sums[kind] + one[kind] for kind in KINDS}
    return sums | {"all": sum(sums.values(), Tally())}


def outcomes(
    gold: Marked, reading: Marked, text: str | None = None
) -> Iterator[tuple[Marked, bool]]:
    """Each finding of a reading that counts, and whether it is right in all fields.

    What the annotator doubted counts neither way; what only the reader doubted counts.
    """
    furniture = [tuple(edges) for edges in gold.get("boilerplate", ())]
    for kind in KINDS:
        annotated = _of_kind(gold, kind, furniture)
        read = _of_kind(reading, kind, furniture)
        pairs = _pair(kind, annotated, read)
        for number, one in enumerate(read):
            theirs = annotated[pairs[number]] if number in pairs else None
            if not (_measures_time(one) if theirs is None else _is_optional(theirs)):
                is_right = theirs is not None and _AGREEING[kind](one, theirs, text)
                yield one, is_right


def _of_kind(
    marked: Marked, kind: str, furniture: Sequence[tuple[int, int]]
) -> list[Marked]:
    return [
        finding
        for finding in marked["findings"]
        if finding["kind"] == kind
        and not any(a <= finding["start"] and finding["end"] <= b for a, b in furniture)
    ]


def _compare_kind(
    kind: str, gold: Sequence[Marked], read: Sequence[Marked], text: str | None
) -> tuple[Tally, list[Mistake]]:
    pairs = _pair(kind, gold, read)
    free = {g for g, one in enumerate(gold) if _is_optional(one)}
    spare = {
        r
        for r, one in enumerate(read)
        if (pairs[r] in free if r in pairs else _is_optional(one))
    }
    counted = {r: g for r, g in pairs.items() if g not in free}
    agrees = _AGREEING[kind]
    wrong = {r for r, g in counted.items() if not agrees(read[r], gold[g], text)}
    tally = Tally(
        gold=len(gold) - len(free),
        read=len(read) - len(spare),
        span=len(counted),
        full=len(counted) - len(wrong),
    )
    missed = set(range(len(gold))) - free - set(counted.values())
    extra = set(range(len(read))) - spare - set(counted)
    mistakes = [
        Mistake(kind, "wrong", gold[counted[r]], read[r]) for r in sorted(wrong)
    ]
    mistakes += [Mistake(kind, "missed", gold[g], None) for g in sorted(missed)]
    mistakes += [Mistake(kind, "extra", None, read[r]) for r in sorted(extra)]
    return tally, mistakes


def _pair(kind: str, gold: Sequence[Marked], read: Sequence[Marked]) -> dict[int, int]:
    """Which finding goes with which annotation, as places in the two lists."""
    needed = _OVERLAP_OF_CLAUSES if kind in _CLAUSES else _OVERLAP_OF_WORDS
    offers = sorted(
        (
            (overlap(_edges(one), _edges(other)), r, g)
            for r, one in enumerate(read)
            for g, other in enumerate(gold)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for shared, r, g in offers:
        if shared >= needed and r not in pairs and g not in taken:
            pairs[r] = g
            taken.add(g)
    return pairs


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """The share of two stretches that both cover: 1 where they are the same."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]) or 1)


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names mean the same one: alike, part of it, or its initials."""
    first, second = _plain(one), _plain(other)
    if not first or not second:
        return first == second
    words, others = set(first.split()), set(second.split())
    if words <= others or others <= words:
        return True
    if first == _initials(second) or second == _initials(first):
        return True
    likeness = difflib.SequenceMatcher(None, first, second).ratio()
    return likeness >= _LIKE_NAMES


def _plain(name: str | None) -> str:
    folded = unicodedata.normalize("NFKD", name or "").casefold()
    return "".join(sign for sign in folded if sign.isalnum() or sign == " ").strip()


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word not in _NOT_IN_INITIALS)


def _unit(written: str | None) -> str:
    unit = (written or "").strip().lower()
    if unit in _UNITS:
        return _UNITS[unit]
    singular = (
        unit[:-1] if len(unit) > 1 and unit[-1] == "s" and unit[-2] != "s" else unit
    )
    return _UNITS.get(singular, singular)


def _edges(finding: Marked) -> tuple[int, int]:
    return finding["start"], finding["end"]


def _is_optional(finding: Marked) -> bool:
    return _measures_time(finding) or finding.get("confidence") == "low"


def _measures_time(finding: Marked) -> bool:
    return finding["kind"] == "figure" and _unit(finding.get("unit")) in _OF_TIME


def _same_number(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(float(one) - float(other)) <= 1e-6 * max(1.0, abs(float(other)))


def _same_speaker(read: Marked, gold: Marked, text: str | None) -> bool:
    ours, theirs = read.get("speaker"), gold.get("speaker")
    if ours and theirs:
        if overlap(tuple(ours), tuple(theirs)) >= _OVERLAP_OF_SPEAKERS:
            return True
        named = text[slice(*theirs)] if text else ""
        if named and named in (text or "")[slice(*ours)]:
            return True
    name = gold.get("speaker_name")
    return bool(name) and same_name(read.get("speaker_name"), name)


def _same_figure(read: Marked, gold: Marked, _: str | None) -> bool:
    return (
        _same_number(read.get("value"), gold.get("value"))
        and _same_number(read.get("high"), gold.get("high"))
        and _unit(read.get("unit")) == _unit(gold.get("unit"))
        and (read.get("bound") or "exact") == (gold.get("bound") or "exact")
    )


def _same_membership(read: Marked, gold: Marked, _: str | None) -> bool:
    same_event = read.get("event") == gold.get("event")
    return same_event and _same_number(read.get("count"), gold.get("count"))


def _equal(*names: str) -> Callable[[Marked, Marked, str | None], bool]:
    return lambda read, gold, _: all(read.get(name) == gold.get(name) for name in names)


def _alike(name: str) -> Callable[[Marked, Marked, str | None], bool]:
    return lambda read, gold, _: same_name(read.get(name), gold.get(name))


# What must be right in each kind, besides the place.
_AGREEING: Final[dict[str, Callable[[Marked, Marked, str | None], bool]]] = {
    "quote": _same_speaker,
    "figure": _same_figure,
    "date": _equal("from", "to"),
    "commitment": _alike("party"),
    "call": _alike("party"),
    "meeting": _equal("country", "from"),
    "party": _alike("canonical"),
    "person": _alike("canonical"),
    "membership": _same_membership,
}
