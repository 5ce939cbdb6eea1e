"""What a figure is compared with, and per what time it counts.

"Fell from 2,000 to 200 a month" gives two figures, and neither is a change: 200 a month
now, against 2,000 a month before. "Up from 45 in 2012" looks back as well.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from marsad.reading.figures.circumstances import written_as_of
from marsad.reading.findings import DateMention, Figure
from marsad.reading.lexicon import hits_from
from marsad.reading.numbers.ranges import FROM
from marsad.reading.passage import Found, Passage, Seen, within

_TO: Final = frozenset(("to", "a", "au", "aux", "الي"))
_MOVES: Final = frozenset(
    "went moved passe passee passent passees passant passait انتقل انتقلت".split()
)
_AGAINST: Final = frozenset(
    tuple(one.split())
    for one in (
        "up from|down from|compared with|compared to|against|versus|instead of|rather than|"
        "contre|au lieu de|par rapport a|en hausse par rapport a|en baisse par rapport a|"
        "مقابل|مقارنه ب|مقارنه مع|مقارنه بنحو|بدلا من|بدل|بعدما كان|بعدما كانت|بعد ان كان|"
        "بعد ان كانت|بعد ان كانوا|صعودا من|نزولا من"
    ).split("|")
)
_LONGEST_CUE: Final = max(map(len, _AGAINST))
# Words of a bound may stand between the cue and its number.
_BOUNDS: Final = frozenset(
    "about some only just nearly around over quelque environ pres de plus d نحو حوالي قرابه ـ".split()
)
_MOST_BOUNDS: Final = 2
_VERB: Final = 12  # tokens from a verb of rising to its first figure
_APART: Final = 10  # tokens between a figure and what it is compared with
_DATE: Final = 6  # tokens from a figure to its own date
# Who voted against is no earlier count.
_NOT_COMPARED: Final = frozenset(("vote", "voice"))
_PERIODS: Final[Mapping[str, str]] = {
    "day": "day", "daily": "day", "week": "week", "weekly": "week", "month": "month",
    "monthly": "month", "year": "year", "yearly": "year", "annually": "year", "hour": "hour",
    "jour": "day", "semaine": "week", "mois": "month", "an": "year", "annee": "year",
    "heure": "hour", "quotidiens": "day", "quotidiennes": "day", "mensuels": "month",
    "mensuelles": "month", "annuels": "year", "annuelles": "year",
    "يوميا": "day", "اسبوعيا": "week", "شهريا": "month", "سنويا": "year",
    "اليوم": "day", "الاسبوع": "week", "الشهر": "month", "السنه": "year", "العام": "year",
    "الساعه": "hour", "يوم": "day", "اسبوع": "week", "شهر": "month", "عام": "year", "سنه": "year",
}  # fmt: skip
_ADVERBS: Final = frozenset(
    "daily weekly monthly yearly annually quotidiens quotidiennes mensuels mensuelles"
    " annuels annuelles يوميا اسبوعيا شهريا سنويا".split()
)
_PER: Final = frozenset("a an per each every par chaque كل لكل".split())
# «a year earlier» is a time, not a rate.
_DISTANCES: Final = frozenset("earlier ago before later since plus avant apres".split())
_HELD: Final = 2
_IN: Final = "في"  # «في الشهر», with the article


class _Pair(NamedTuple):
    """Two figures of one thing: how many now, and against how many."""

    level: int
    base: int


def compared(passage: Passage, found: Found, seen: Sequence[Seen]) -> list[Seen]:
    """Give figures what they are compared with and their period."""
    kept = [_with_period(passage, one) for one in seen]
    bases: set[int] = set()
    for index in range(len(kept) - 1):
        pair = _pair(passage, kept, index)
        if pair is None or pair.level in bases:
            continue
        bases.add(pair.base)
        _settle(passage, found, kept, pair)
    return kept


def _with_period(passage: Passage, one: Seen) -> Seen:
    # The span of "300,000 barrels a day" may hold its period already.
    period = _period(passage.words, one.last) or (
        _period(passage.words, one.last - 2) if one.last - one.first > _HELD else None
    )
    figure = one.finding
    if period is None or not isinstance(figure, Figure) or figure.unit == "percent":
        return one
    return one._replace(finding=replace(figure, per=period))


def _period(words: Sequence[str], token: int) -> str | None:
    """Return the period that follows a figure: "a month", «شهريا», «في اليوم»."""
    word, after = (*words[token : token + 2], "", "")[:2]
    if word in _ADVERBS:
        return _PERIODS[word]
    if word in _PER:
        behind = words[token + 2 : token + 4]
        return _PERIODS.get(after) if _DISTANCES.isdisjoint(behind) else None
    is_arabic = word == _IN and after.startswith("ال")
    return _PERIODS.get(after) if is_arabic else None


def _pair(passage: Passage, seen: Sequence[Seen], index: int) -> _Pair | None:
    one, other = seen[index], seen[index + 1]
    if not _are_alike(one, other) or not 0 <= other.first - one.last <= _APART:
        return None
    if other.first >= passage.sentences.of(one.first)[1]:
        return None
    if _is_from_to(passage, one, other):
        return _Pair(index + 1, index)
    if _looks_back(passage.words, one.last, other.first):
        return _Pair(index, index + 1)
    return None


def _are_alike(one: Seen, other: Seen) -> bool:
    first, second = one.finding, other.finding
    return (
        isinstance(first, Figure)
        and isinstance(second, Figure)
        and first.unit == second.unit
        and first.unit not in _NOT_COMPARED
    )


def _is_from_to(passage: Passage, one: Seen, other: Seen) -> bool:
    """Say whether a verb of rising or falling leads from one figure to the other."""
    words = passage.words
    before = words[max(0, one.first - 1 - _MOST_BOUNDS) : one.first]
    if FROM.isdisjoint(before) or _TO.isdisjoint(words[other.first - 3 : other.first]):
        return False
    reach = max(passage.sentences.of(one.first)[0], one.first - _VERB)
    verbs = words[reach : one.first]
    return not _MOVES.isdisjoint(verbs) or bool(
        hits_from(passage.hits("change"), reach, one.first)
    )


def _looks_back(words: Sequence[str], first: int, last: int) -> bool:
    """Say whether what stands between two figures compares: "up from about"."""
    end = last
    while end > first and words[end - 1] in _BOUNDS and last - end < _MOST_BOUNDS:
        end -= 1
    for size in range(1, _LONGEST_CUE + 1):
        for stop in {end, last}:
            cue = tuple(words[max(first, stop - size) : stop])
            if cue in _AGAINST:
                return True
    return False


def _settle(passage: Passage, found: Found, seen: list[Seen], pair: _Pair) -> None:
    """Write into two figures what they are to each other."""
    level, base = seen[pair.level].finding, seen[pair.base].finding
    if not isinstance(level, Figure) or not isinstance(base, Figure):
        return
    base_date = _date_behind(found, seen[pair.base], _edge(seen, pair))
    per = level.per or base.per
    now = _now(passage, found, seen, pair, base_date)
    level = replace(level, baseline=base.value, change=None, per=per, as_of=now)
    base = replace(base, change=None, per=per, as_of=_told(base_date))
    seen[pair.level] = seen[pair.level]._replace(finding=level)
    seen[pair.base] = seen[pair.base]._replace(finding=base)


def _edge(seen: Sequence[Seen], pair: _Pair) -> int:
    """Return how far the date of what was before may stand."""
    reach = seen[pair.base].last + _DATE
    is_first = pair.base < pair.level
    return min(reach, seen[pair.level].first) if is_first else reach


def _now(
    passage: Passage,
    found: Found,
    seen: Sequence[Seen],
    pair: _Pair,
    base_date: DateMention | None,
) -> str | None:
    """Return when the newer of two figures holds: its own date, else the text's."""
    one, other = seen[pair.level], seen[pair.base]
    if pair.level < pair.base:
        start, _ = passage.sentences.of(one.first)
        dates = within(found.dates, start, other.first)
    else:
        dates = within(found.dates, one.last, one.last + _DATE)
    own = [d.finding for d in dates if isinstance(d.finding, DateMention)]
    own = [date for date in own if date is not base_date]
    if own:
        return written_as_of(own[-1] if pair.level < pair.base else own[0])
    is_dated = pair.level > pair.base and base_date is None
    if is_dated and isinstance(one.finding, Figure):
        return one.finding.as_of
    return passage.published.isoformat() if passage.published else None


def _date_behind(found: Found, one: Seen, edge: int) -> DateMention | None:
    for date in within(found.dates, one.last, edge):
        if isinstance(date.finding, DateMention):
            return date.finding
    return None


def _told(date: DateMention | None) -> str | None:
    return written_as_of(date) if date else None
