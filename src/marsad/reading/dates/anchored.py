"""Dates told from another date of the text: "un an plus tôt", "two months later"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from marsad.reading.dates import almanac
from marsad.reading.dates.mentions import Mention
from marsad.reading.dates.timewords import TimeWords
from marsad.reading.findings import Interval

_PHRASES = {
    ("plus", "tot"): -1,
    ("plus", "tard"): 1,
    ("auparavant",): -1,
    ("earlier",): -1,
    ("later",): 1,
    ("before",): -1,
}
_UNITS = {
    "year": 12, "years": 12, "an": 12, "ans": 12, "annee": 12, "annees": 12, "month": 1,
    "months": 1, "mois": 1,
}  # fmt: skip
_COUNTS = {
    "a": 1, "one": 1, "un": 1, "une": 1, "two": 2, "deux": 2, "three": 3, "trois": 3,
    "four": 4, "quatre": 4, "five": 5, "cinq": 5, "six": 6, "ten": 10, "dix": 10,
}  # fmt: skip
_ARTICLES = frozenset(["a", "one"])
_NEAR = 60


class _Phrase(NamedTuple):
    """A length of time before or after a date, in months, over its tokens."""

    first: int
    last: int
    months: int


def anchored(times: TimeWords, known: Sequence[Mention]) -> Iterator[Mention]:
    """Return the dates told from the date named before them."""
    if times.language == "ar":
        return
    ordered = sorted(known, key=_first)
    for place in times.passage.tokens_of({words[0] for words in _PHRASES}):
        phrase = _phrase(times, place)
        if phrase is None:
            continue
        before = ordered[: bisect_left(ordered, phrase.first, key=_first)]
        if before and phrase.first - before[-1].last <= _NEAR:
            yield _moved(times, phrase, before[-1])


def _first(mention: Mention) -> int:
    return mention.first


def _phrase(times: TimeWords, place: int) -> _Phrase | None:
    side = length = 0
    for words, sign in _PHRASES.items():
        if tuple(times.words[place : place + len(words)]) == words:
            side, length = sign, len(words)
    months = _UNITS.get(times.word(place - 1))
    count = _COUNTS.get(times.word(place - 2))
    follows = times.word(place + length)
    if not side or months is None or count is None:
        return None
    if times.word(place) == "before" and follows[:1].isalpha():
        # "Two years before the war".
        return None
    first = place - 2 + (times.word(place - 2) in _ARTICLES)
    return _Phrase(first, place + length, side * count * months)


def _moved(times: TimeWords, phrase: _Phrase, anchor: Mention) -> Mention:
    first = almanac.months_after(anchor.interval.first, phrase.months)
    last = almanac.months_after(anchor.interval.last, phrase.months)
    interval = Interval(first, last)
    if anchor.precision == "month":
        interval = almanac.month_of(first.year, first.month)
    return Mention(
        phrase.first, phrase.last, 0, interval, anchor.precision, "dates.anchored",
        "told from the date named before", is_doubtful=times.language == "en",
    )  # fmt: skip
