"""Which story a new document belongs to: the reports of one event within a week.

1. Documents that share a key are compared: the names in them, each counting by its
   rarity; in one language the words of title and lead and of quotes; the figures; the
   days. A text of which most stands in the other is its reprint.
2. The document joins the story whose most like report is like enough, provided that
   the story as a whole agrees and still fits into a week; else it begins its own.
"""

import math
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from marsad.linking.signatures import Signature, Weights

WINDOW: Final = timedelta(days=7)
# A reprint may lose paragraphs, so the shorter of two texts must stand in the longer.
_CONTAINED: Final = 0.6
# A daily statement repeats yesterday's words with today's numbers: texts with so much in
# common, of whose numbers at most half agree, are two instalments and two stories.
_FORM: Final = 0.3
_NUMBERS: Final = 0.5
_FEWEST_NUMBERS: Final = 3
_INSTALMENT: Final = 0.4
# Of shorter texts too few runs are kept to tell.
_FEWEST_RUNS: Final = 20

# Above, two documents tell one story; set on the sets of docs/linking.md.
ALIKE: Final = 0.5
# What the other reports of a story must reach on the average, so that no chain grows.
_AGREES: Final = 0.35
# A pair of names is a weak sign however rare; about three rare ones are a full sign.
_MANY_NAMES: Final = 2.5
_MANY_FIGURES: Final = 2.0
_MANY_RUNS: Final = 4
_DISTINCT: Final = 1.0


@dataclass(frozen=True, slots=True)
class _Shares:
    """How much each kind of sign counts."""

    names: float
    words: float
    figures: float
    days: float


_ONE_LANGUAGE: Final = _Shares(names=0.45, words=0.75, figures=0.25, days=0.1)
# Words do not translate, so names, figures and days must speak for them.
_TWO_LANGUAGES: Final = _Shares(names=0.7, words=0.0, figures=0.35, days=0.1)
_OTHER_DAYS: Final = -0.15
_OTHER_FIGURES: Final = -0.1
_SAME_QUOTE: Final = 0.3
# What is told a day later is a little less likely the same.
_PER_DAY: Final = 0.02


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two documents tell one story, from 0 to 1, and what says so."""

    score: float
    why: str
    is_reprint: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """The story that a document joins, by its id, and the report that it is most like."""

    story: str
    score: float
    why: str
    is_reprint: bool
    # Other stories that it is like enough to: perhaps they are one, which people decide.
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that is already in a story."""

    story: str
    signature: Signature


def likeness(one: Signature, other: Signature) -> Likeness:
    """How likely two documents tell one story; reprints are told whatever their days."""
    share = contained(one, other)
    is_instalment = share >= _FORM and _are_renumbered(one, other)
    is_reprint = share >= _CONTAINED and not is_instalment
    if _days_apart(one, other) > WINDOW.days:
        return Likeness(0.0, "More than a week lies between the two.", is_reprint)
    if is_reprint:
        why = f"About {share:.0%} of the shorter text stands in the other."
        return Likeness(1.0, why, is_reprint=True)
    if is_instalment:
        return Likeness(_INSTALMENT, "The same words with other figures: two reports.")
    signs = _signs(one, other)
    score = sum(signs.values()) - _PER_DAY * _days_apart(one, other)
    return Likeness(round(min(max(score, 0.0), 0.99), 3), _why(one, other, signs))


def _are_renumbered(one: Signature, other: Signature) -> bool:
    numbers = [
        {figure for figure, weight in side.figures.items() if weight == _DISTINCT}
        for side in (one, other)
    ]
    fewest = min(map(len, numbers))
    shared = len(numbers[0] & numbers[1])
    return fewest >= _FEWEST_NUMBERS and shared <= _NUMBERS * fewest


def contained(one: Signature, other: Signature) -> float:
    """About how much of the shorter text stands in the longer one, from 0 to 1.

    The smallest hashes of both texts together are a fair sample of all their runs;
    the part of it that stands in both tells how many they share.
    """
    if min(one.runs, other.runs) < _FEWEST_RUNS:
        return 0.0
    first, second = set(one.sketch), set(other.sketch)
    size = min(len(first), len(second))
    sample = sorted(first | second)[:size]
    alike = sum(run in first and run in second for run in sample) / size
    shared = alike / (1 + alike) * (one.runs + other.runs)
    return min(1.0, shared / min(one.runs, other.runs))


def _days_apart(one: Signature, other: Signature) -> int:
    if one.day is None or other.day is None:
        return 0
    return abs((one.day - other.day).days)


def _signs(one: Signature, other: Signature) -> Mapping[str, float]:
    is_one_language = one.language == other.language
    counts = _ONE_LANGUAGE if is_one_language else _TWO_LANGUAGES
    signs = {
        "names": counts.names * _names(one, other),
        "figures": counts.figures * _figures(one, other),
        "days": counts.days if one.days & other.days else 0.0,
    }
    if one.days and other.days and not one.days & other.days:
        signs["days"] = _OTHER_DAYS
    if _have_other_figures(one, other):
        signs["figures"] = _OTHER_FIGURES
    if is_one_language:
        signs["words"] = counts.words * _cosine(one.words, other.words)
        signs["quotes"] = _SAME_QUOTE * _part(one.quoted & other.quoted, _MANY_RUNS)
    return signs


def _names(one: Signature, other: Signature) -> float:
    mass = _mass(one.names, other.names)
    return _cosine(one.names, other.names) * min(1.0, mass / _MANY_NAMES)


def _figures(one: Signature, other: Signature) -> float:
    return min(1.0, _mass(one.figures, other.figures) / _MANY_FIGURES)


def _have_other_figures(one: Signature, other: Signature) -> bool:
    """Whether both count things and none of the numbers is the same."""
    if one.figures.keys() & other.figures.keys():
        return False
    return all(
        sum(weight == _DISTINCT for weight in side.figures.values()) > 1
        for side in (one, other)
    )


def _part(shared: Set[int], many: int) -> float:
    return min(1.0, len(shared) / many)


def _mass(one: Weights, other: Weights) -> float:
    return sum(
        min(weight, other[name]) for name, weight in one.items() if name in other
    )


def _cosine(one: Weights, other: Weights) -> float:
    shared = sum(weight * other[name] for name, weight in one.items() if name in other)
    if not shared:
        return 0.0
    lengths = sum(weight**2 for weight in one.values())
    return shared / math.sqrt(lengths * sum(weight**2 for weight in other.values()))


def _why(one: Signature, other: Signature, signs: Mapping[str, float]) -> str:
    """One sentence with what the two share, the most telling first."""
    found: list[str] = []
    if names := _shared(one.names, other.names):
        surnames = {**other.written, **one.written}
        names = [surnames.get(name, name) for name in names]
        found.append(f"names ({', '.join(names)})")
    if figures := _shared(one.figures, other.figures):
        found.append(f"figures ({', '.join(figures)})")
    if signs.get("words", 0) > 0:
        found.append("words of the lead")
    if signs.get("quotes", 0) > 0:
        found.append("words of quotes")
    if signs["days"] > 0:
        found.append("the day told of")
    against = [name for name in ("figures", "days") if signs[name] < 0]
    sentence = f"They share {', '.join(found)}" if found else "They share nothing"
    return sentence + "".join(f"; the {name} differ" for name in against) + "."


def _shared(one: Weights, other: Weights) -> list[str]:
    names = [name for name in one if name in other]
    names.sort(key=lambda name: (-one[name] * other[name], name))
    return [name.lstrip("@") for name in names[:4]]


def assign(signature: Signature, candidates: Iterable[Candidate]) -> Choice | None:
    """The story that a document joins, or None where it begins its own."""
    stories: dict[str, list[Signature]] = {}
    for candidate in candidates:
        stories.setdefault(candidate.story, []).append(candidate.signature)
    choices = [
        choice
        for story, reports in sorted(stories.items())
        if (choice := _choice(signature, story, reports)) is not None
    ]
    if not choices:
        return None
    best = max(choices, key=lambda one: one.score)
    also = tuple(one.story for one in choices if one is not best)
    return Choice(best.story, best.score, best.why, best.is_reprint, also)


def _choice(
    signature: Signature, story: str, reports: list[Signature]
) -> Choice | None:
    if not _fits([*reports, signature]):
        return None
    like = [likeness(signature, report) for report in reports]
    best = max(like, key=lambda one: one.score)
    mean = sum(one.score for one in like) / len(like)
    if best.score < ALIKE or (mean < _AGREES and not best.is_reprint):
        return None
    score = round((best.score + mean) / 2, 3)
    return Choice(story, score, best.why, best.is_reprint)


def _fits(reports: Iterable[Signature]) -> bool:
    """Whether the first and the last report lie within a week."""
    days: list[date] = [one.day for one in reports if one.day]
    return not days or max(days) - min(days) <= WINDOW
