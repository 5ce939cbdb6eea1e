"""Dates: every expression of time that can be resolved, as an interval of days.

Months with their days and years, dates in digits, years, seasons, weekdays, yesterday
and last year. What is told from the day of the text needs that day: it is the one
published, or that of the dateline.
"""

from dataclasses import replace
from datetime import date

from marsad.reading.dates.anchored import anchored
from marsad.reading.dates.days import Clock, clock_of
from marsad.reading.dates.feasts import dated_feasts
from marsad.reading.dates.mentions import Mention
from marsad.reading.dates.monthdates import month_dates
from marsad.reading.dates.plaindates import numeric_dates, years
from marsad.reading.dates.relative import relative_dates
from marsad.reading.dates.timepieces import bare_letters, bare_pieces, with_piece
from marsad.reading.dates.timewords import TimeWords
from marsad.reading.findings import DateMention, Interval
from marsad.reading.numbers.numbers import NumberReader
from marsad.reading.passage import Found, Passage, Seen

# A dateline stands within the first words of a text.
_DATELINE = 60


def read_dates(passage: Passage, found: Found) -> list[Seen]:  # noqa: ARG001
    """Return the dates of a passage, in the order of the text."""
    times = TimeWords(passage)
    mentions = numeric_dates(times, passage.published)
    taken = _tokens(mentions)
    mentions += [
        mention
        for mention in month_dates(times, passage.published)
        if not taken & set(range(mention.first, mention.last))
    ]
    mentions += dated_feasts(times)
    mentions += years(times, _tokens(mentions))
    mentions = [with_piece(times, mention) for mention in mentions]
    mentions = _with_ranges(times, sorted(mentions, key=_place))
    published = passage.published or _dateline(mentions)
    if published is not None:
        mentions += _relative(times, published, mentions)
    return [_seen(passage, mention) for mention in sorted(mentions, key=_place)]


_TO = frozenset(
    ["الي", "حتي", "وحتي", "to", "until", "through", "till", "-", "–", "au", "a"]
)
_AND = frozenset(["and", "et", "و"])
_BETWEEN = frozenset(["between", "entre", "بين"])


def _with_ranges(times: TimeWords, mentions: list[Mention]) -> list[Mention]:
    """Join two dates into a range: "from 30 April to 3 May", «من مارس إلى يونيو»."""
    joined: list[Mention] = []
    for mention in mentions:
        if joined and _is_range(times, joined[-1], mention):
            low = joined[-1]
            interval = Interval(low.interval.first, mention.interval.last)
            first = _range_start(times, low)
            joined[-1] = replace(
                low,
                first=first,
                last=mention.last,
                interval=interval,
                precision="range",
            )
        else:
            joined.append(mention)
    return joined


# «و», "to" or "et le": more words than these part no range.
_BETWEEN_PARTS = 4


def _is_range(times: TimeWords, low: Mention, high: Mention) -> bool:
    if high.first - low.last > _BETWEEN_PARTS:
        return False
    between = [
        word for word in times.words[low.last : high.first] if word not in _ARTICLES
    ]
    if high.clitic and times.language == "ar" and not between:
        between = ["و"]
    before = {times.word(low.first - 1), times.word(low.first - 2)}
    is_told = bool(before & _BETWEEN)
    if low.precision != high.precision and not is_told:
        return False
    if low.precision not in ("day", "month") and not is_told:
        return False
    if low.interval.last >= high.interval.first or len(between) != 1:
        return False
    return between[0] in _TO or (between[0] in _AND and is_told)


def _range_start(times: TimeWords, low: Mention) -> int:
    """Return where a range begins: Arabic and French keep «بين», entre and du inside."""
    if times.language == "en" or low.clitic:
        return low.first
    before = times.word(low.first - 1)
    return low.first - (before in _KEPT)


_KEPT = frozenset(["بين", "entre", "du"])
_ARTICLES = frozenset(["the", "le", "l", "'", "la"])


def _relative(times: TimeWords, published: date, known: list[Mention]) -> list[Mention]:
    passage, taken = times.passage, _tokens(known)
    clock = clock_of(times, published, known)
    mentions = relative_dates(times, clock, taken, NumberReader(passage, taken))
    mentions = [with_piece(times, mention) for mention in mentions]
    covered = taken | _tokens(mentions)
    mentions += [
        piece
        for piece in (*bare_pieces(times, published), *bare_letters(times, published))
        if covered.isdisjoint(range(piece.first, piece.last))
    ]
    covered = taken | _tokens(mentions)
    mentions += [
        one
        for one in anchored(times, [*known, *mentions])
        if covered.isdisjoint(range(one.first, one.last))
    ]
    return mentions + _since_then(times, clock, [*known, *mentions])


def _since_then(times: TimeWords, clock: Clock, known: list[Mention]) -> list[Mention]:
    """Read «منذ ذلك الحين»: from the date named before it to the day of the text."""
    found: list[Mention] = []
    ordered = sorted(known, key=_place)
    for word in times.all("then"):
        before = [one for one in ordered if one.first < word.first]
        if before and before[-1].interval.first <= clock.published:
            interval = Interval(before[-1].interval.first, clock.published)
            found.append(
                Mention(
                    word.first,
                    word.last,
                    word.clitic,
                    interval,
                    "range",
                    "dates.then",
                    "from the date named before to the day of the text",
                    is_doubtful=times.language != "ar",
                )
            )
    return found


def _place(mention: Mention) -> tuple[int, int]:
    return mention.first, -mention.last


def _tokens(mentions: list[Mention]) -> set[int]:
    return {
        token for mention in mentions for token in range(mention.first, mention.last)
    }


def _dateline(mentions: list[Mention]) -> date | None:
    """Return the day that stands at the head of a text without a known day."""
    for mention in mentions:
        if mention.first > _DATELINE:
            return None
        if mention.precision == "day":
            return mention.interval.first
    return None


def _seen(passage: Passage, mention: Mention) -> Seen:
    finding = DateMention(
        span=passage.span(mention.first, mention.last, mention.clitic),
        reader=mention.reader,
        score=0.4 if mention.is_doubtful else 0.9,
        why=mention.why,
        is_doubtful=mention.is_doubtful,
        interval=mention.interval,
        precision=mention.precision,
    )
    return Seen(mention.first, mention.last, finding)
