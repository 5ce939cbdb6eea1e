"""The days of a meeting: the date nearest in its sentence, or that of what is told.

A bare weekday beside a verb of the future is the next one, though reports of the past
mean the last one. A day behind «after», «until» or «by» is not the meeting's.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from marsad.reading.deeds.clauses import THAT, sentence_of
from marsad.reading.findings import DateMention, Interval
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.reading.wordsets import wordset

# A day belongs to a meeting when it stands no farther from it than this.
_REACH = 24
# What is less exact than a day has to stand nearer.
_LOOSENESS = {"season": 2, "year": 20}
_WEEK = timedelta(days=7)
# A day without a year that would be longer ago than this is the coming one.
_LONG = timedelta(days=240)
# Days before or after which something is: no days of the meeting.
_NOT_ON = frozenset(
    "before until since after prior pending avant jusqu depuis apres قبل حتي منذ بعد".split()
)
_NOW = frozenset(
    "now currently nowadays maintenant actuellement desormais الان حاليا".split()
)
# What was put off is not held on the day named with it.
_PUT_OFF = frozenset(
    """off suspended delayed originally initially suspendu suspendue suspendues suspendus
    initialement المؤجل المؤجله المعلقه founded created fonde fondee creee تاسس تاسست انشي
    انشيت""".split()
)
# With these the last weekday is meant.
_LAST = frozenset(
    """last past dernier passe derniere الماضي الماضيه الفايت المنصرم yesterday today hier
    aujourd امس اليوم ago""".split()
)
_FUTURES = wordset("futures")
_TENSES = frozenset(
    """will shall due meet meets gather gathers convene convenes resume resumes reconvene
    opens starts begins expected scheduled planned upcoming attend doit doivent
    prevue prevu fixee programmee s'ouvre aura auront tiendra مقرر المقرر المزمع المرتقب
    المنتظر المقبل المقبله القادم القادمه مرتقب مرتقبه مقبل مقبله قادم تستعد يستعد""".split()
)
_FRENCH_FUTURES = ("era", "ira", "eront", "iront", "dra", "dront", "voient", "vra")
# Verbs of meeting in the present, which tell of what is to come.
_ARABIC_PRESENT = tuple(
    """يلتقي تلتقي يلتئم تلتئم يلتيم تلتيم يجتمع تجتمع يعقد تعقد ينعقد تنعقد نلتقي نجتمع
    يستضيف تستضيف يحتضن تحتضن""".split()
)
# Futures begin with سـ; so do nouns and names: سياسة, سيناء, ستوكهولم, سنغافورة.
_ARABIC_FUTURE = re.compile(
    r"[وف]?س(?:ي(?!اس|اد|ار|طر|ناري|ناء|رج|را|بر|شل|ول|دا|دن|كول)"
    r"|ت(?!ون|وك|ود|را|ين)|ن(?!غ|وا|وي|جا|دا|تي))\w{3,}"
)
_SHORT_FORM = 4


def days_of(
    passage: Passage, found: Found, first: int, last: int, *, inside: tuple[int, int]
) -> Interval | None:
    """Return the days nearest to tokens first to last, inside a stretch of text."""
    dates = [
        (_loosely(_gap(passage, one, first, last), one), one)
        for one in within(found.dates, *inside)
        if isinstance(one.finding, DateMention)
        and not _is_edge(passage, one)
        and not _is_of_another(passage, one, last)
    ]
    if not dates:
        return None
    gap, nearest = min(dates, key=lambda one: one[0])
    if gap > _REACH:
        exact = [one for one in dates if _is_exact(one[1])] or dates
        gap, nearest = exact[0]
        if len(exact) > 1 or gap > 2 * _REACH:
            return None
    return _meant(passage, nearest, first, last)


def narrowest(told: Sequence[Interval]) -> Interval | None:
    """Return the first days told, or a day told later inside of them."""
    first = next(iter(told), None)
    for days in told:
        is_inside = first and first.first <= days.first and days.last <= first.last
        if is_inside and days.first == days.last:
            return days
    return first


def _is_of_another(passage: Passage, one: Seen, last: int) -> bool:
    """Say whether a date stands in an Arabic clause of its own behind a name: «أنه حصل»."""
    between = passage.words[last : one.first] if one.first > last else []
    return passage.language == "ar" and not THAT.isdisjoint(between)


def _is_day(one: Seen) -> bool:
    finding = one.finding
    return isinstance(finding, DateMention) and finding.precision == "day"


def _is_exact(one: Seen) -> bool:
    finding = one.finding
    return isinstance(finding, DateMention) and finding.precision != "year"


def eve_of(passage: Passage, first: int) -> Interval | None:
    """Return the day after publication for what one is «on the eve of»."""
    before = passage.words[max(0, first - 4) : first]
    if passage.published is None:
        return None
    if before[-3:] == ["قبل", "ساعات", "من"]:
        return Interval(passage.published, passage.published)
    if _EVE.isdisjoint(before):
        return None
    day = passage.published + timedelta(days=1)
    return Interval(day, day)


_EVE = frozenset(["eve", "veille", "عشيه", "عشيت"])


def live_day(passage: Passage) -> Interval | None:
    """Return the day of publication of what is told by the clock, line by line."""
    if passage.published is None or len(_CLOCK.findall(passage.text)) < _LIVE:
        return None
    return Interval(passage.published, passage.published)


# Lines that begin with a time of day, and how many make a running report.
_CLOCK = re.compile(r"(?:^|\n)\s*\d{1,2} ?[:h.] ?\d{2}\b")
_LIVE = 3


def earlier_day(passage: Passage, found: Found, token: int) -> Interval | None:
    """Return the day that the sentence before a token's tells, if it tells one only."""
    low, _ = sentence_of(passage, token)
    if low == 0:
        return None
    before, _ = sentence_of(passage, low - 1)
    if "\n" in passage.words[before:low]:
        return None
    told = [
        one.finding.interval
        for one in within(found.dates, before, low)
        if isinstance(one.finding, DateMention) and one.finding.precision == "day"
    ]
    past = [one for one in told if not _is_ahead(passage, one.first)]
    return past[0] if past and len(set(past)) == 1 else None


def is_ahead(passage: Passage, first: int, last: int) -> bool:
    """Say whether a verb or participle of the future stands in a mention or beside it."""
    inside = passage.words[first:last]
    behind = passage.words[max(0, first - 2) : first]
    told = [*behind, *inside] if passage.language == "fr" else inside
    if _is_past(passage.language, told) or not _AFTER.isdisjoint(behind):
        return False
    return _has_future(passage.language, [*_beside(passage, first, last), *inside])


_AFTER = frozenset("after following apres suite عقب بعد اثر منذ".split())


def _is_past(language: str, inside: list[str]) -> bool:
    """Say whether the verb of a mention tells what has been."""
    if language == "ar":
        return inside[0].lstrip("وف").startswith(_ARABIC_PAST)
    if not _PAST[language].isdisjoint(inside):
        return not _has_future(language, inside)
    return False


_PAST = {
    "en": frozenset("met gathered convened received reconvened sat spoke held".split()),
    "fr": frozenset("sont est ont etaient etait avaient avait".split()),
}
_ARABIC_PAST = ("اجتمع", "التقي", "التقت", "التقينا", "استقبل", "التام", "التقوا")


def _beside(passage: Passage, first: int, last: int) -> list[str]:
    """Return the words beside a mention, no farther than its clause reaches."""
    low, high = sentence_of(passage, first)
    words = passage.words
    before: list[str] = []
    for index in range(first - 1, max(low, first - _NEAR) - 1, -1):
        if words[index] in _CLAUSES:
            break
        before.append(words[index])
    after: list[str] = []
    start = last + _opens_aside(passage, last)
    for index in range(start, min(high, last + _NEAR)):
        if words[index] in _CLAUSES:
            break
        after.append(words[index])
    return before + after


def _opens_aside(passage: Passage, token: int) -> bool:
    """Say whether a comma goes on about the mention: «the talks, due to begin»."""
    words = passage.words
    if words[token : token + 1] not in ([","], ["،"]):
        return False
    is_main = words[token + 1 : token + 2] and words[token + 1] in _SUBJECTS
    return not (passage.language == "en" and is_main)


_SUBJECTS = wordset("determiners") | frozenset("he she it they we i you there".split())
_NEAR = 6
# Here a clause of its own begins, with a tense of its own.
_CLAUSES = frozenset(
    ", ، ; ؛ : . that who which and but et mais qui que dont ان الذي التي الذين لكن".split()
)


def _has_future(language: str, words: list[str]) -> bool:
    if not _FUTURES.isdisjoint(words) or not _TENSES.isdisjoint(words):
        return True
    if language == "ar":
        return any(
            word.lstrip("وف").startswith(_ARABIC_PRESENT)
            or _ARABIC_FUTURE.fullmatch(word)
            for word in words
        )
    return language == "fr" and any(
        word.endswith(_FRENCH_FUTURES) and len(word) > _SHORT_FORM for word in words
    )


def _is_ahead(passage: Passage, day: date) -> bool:
    return passage.published is not None and day > passage.published


def _loosely(gap: int, one: Seen) -> int:
    """Put what is less exact than a day farther off, unless it stands right behind."""
    finding = one.finding
    if gap < _ADJACENT or not isinstance(finding, DateMention):
        return gap
    return gap + _LOOSENESS.get(finding.precision, 0)


_ADJACENT = 3


def _is_edge(passage: Passage, one: Seen) -> bool:
    before = passage.words[max(0, one.first - 2) : one.first]
    if _NOW.issuperset(passage.words[one.first : one.last]):
        return True
    if not _PUT_OFF.isdisjoint(passage.words[max(0, one.first - 3) : one.first]):
        return True
    if passage.words[one.last : one.last + 2] == ["'", "s"]:
        return False
    return not _NOT_ON.isdisjoint(before[-1:]) or before == ["d", "'"]


def _gap(passage: Passage, one: Seen, first: int, last: int) -> int:
    """Count the tokens between a date and a name; a date in front stands farther."""
    if one.first >= last:
        between = passage.words[last : one.first]
        return len(between) + 3 * between.count(",") + 3 * between.count("،")
    if one.last <= first:
        between = passage.words[one.last : first]
        commas = between.count(",") + between.count("،")
        is_loose = not _is_day(one)
        return len(between) + len(between) // 2 + 2 + is_loose * (6 + 12 * commas)
    return 0


def _meant(passage: Passage, one: Seen, first: int, last: int) -> Interval | None:
    """Return the next weekday or year where the last was read but the future is told."""
    published, finding = passage.published, one.finding
    if not isinstance(finding, DateMention):
        return None
    days = finding.interval
    if published is None or days.last >= published:
        return days
    words = passage.words[one.first : one.last + 1]
    if not _LAST.isdisjoint(words):
        return days
    is_told_ahead = is_ahead(passage, first, last)
    inside = passage.words[first:last]
    is_exact = finding.precision != "year" and days.last < published - _LONG
    is_long_ago = is_exact and not _is_past(passage.language, inside)
    if not is_told_ahead and not is_long_ago:
        return days
    if _is_bare_weekday(passage, one):
        is_last = published - _WEEK <= days.first and days.first == days.last
        return Interval(days.first + _WEEK, days.last + _WEEK) if is_last else days
    if any(_YEAR.fullmatch(word) for word in passage.words[one.first : one.last]):
        return days
    return _next_year(days) if days.first.year >= published.year - 1 else days


_YEAR = re.compile(r"\d{4}|'?\d{2}-\d{2}-\d{2,4}")


def _next_year(days: Interval) -> Interval:
    try:
        return Interval(*(day.replace(year=day.year + 1) for day in days))
    except ValueError:
        # The 29th of February has no day a year later.
        return days


def _is_bare_weekday(passage: Passage, one: Seen) -> bool:
    words: Sequence[str] = passage.words[one.first : one.last + 1]
    named = [word for word in words if not _WEEKDAYS.isdisjoint(_plain(word))]
    has_number = any(any(sign.isdigit() for sign in word) for word in words[:-1])
    return bool(named) and not has_number


def _plain(word: str) -> tuple[str, ...]:
    return (word, word.lstrip("وفب"))


_WEEKDAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi
    vendredi samedi dimanche الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت الاحد""".split()
)
