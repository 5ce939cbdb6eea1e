"""Count again where posts came, now and then; and look once a day for what is new."""

import time
from datetime import UTC, date, timedelta
from typing import Final

from django.db.models import Exists, Max, OuterRef, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

from marsad.desk.cases.models import Match
from marsad.desk.posts.models import Arrival, Post, Stream
from marsad.desk.safeguards.models import Watermark
from marsad.desk.watch.count import count_week, monday_of
from marsad.desk.watch.models import Novelty
from marsad.measuring.novelty import Said, rising

FOLLOWER: Final = "watch"
# A count takes a second or two in a busy week: so often is often enough.
_SECONDS: Final = 60.0
_last = -_SECONDS
_NOW: Final = timedelta(days=7)
_BEFORE: Final = timedelta(days=28)
# More posts than these are not read for new wording: the newest are.
_MOST_NOW: Final = 20_000
_MOST_BEFORE: Final = 40_000
_MOST_TOLD: Final = 50


def keep_up() -> int:
    """Count the weeks in which posts came since last time; say how many arrivals there were."""
    global _last
    if time.monotonic() - _last < _SECONDS:
        return 0
    _last = time.monotonic()
    return catch_up()


def catch_up() -> int:
    """Count at once what is not counted yet."""
    mark, _new = Watermark.objects.get_or_create(follower=FOLLOWER)
    # Once they were looked at: what matches is counted with them.
    done = Arrival.objects.filter(pk__gt=mark.number, looked_at__isnull=False)
    waiting = Arrival.objects.filter(looked_at__isnull=True).order_by("pk").first()
    if waiting is not None:
        done = done.filter(pk__lt=waiting.pk)
    last = done.aggregate(last=Max("pk"))["last"]
    if last is None:
        return 0
    count = done.count()
    for theme, monday in sorted(_weeks(done)):
        count_week(theme, monday)
    Watermark.objects.filter(pk=FOLLOWER).update(number=last)
    return count


def _weeks(arrivals: QuerySet[Arrival]) -> set[tuple[str, date]]:
    days = (
        Post.objects.filter(arrival__in=arrivals)
        .annotate(day=TruncDate("at", tzinfo=UTC))
        .order_by()
        .values_list("stream__theme", "day")
        .distinct()
    )
    return {(theme, monday_of(day)) for theme, day in days}


def look_for_news() -> int:
    """Find wording that rises and matches nothing known, for each theme and language."""
    told = 0
    today = timezone.localdate()
    for theme, marking in _themes():
        for language in _languages(theme, marking):
            told += _look(theme, language, marking, monday_of(today))
    return told


def _themes() -> list[tuple[str, int]]:
    rows = Stream.objects.order_by().values_list("theme", "marking").distinct()
    return sorted(rows)


def _unknown(theme: str, marking: int) -> QuerySet[Post]:
    """Posts of a theme that resemble nothing that a bank knows."""
    matched = Match.objects.filter(post=OuterRef("pk"), harmless__isnull=True)
    rows = Post.objects.standing().filter(
        stream__theme=theme, stream__marking__lte=marking, account__isnull=False
    )
    return rows.exclude(Exists(matched)).order_by("-at")


def _languages(theme: str, marking: int) -> list[str]:
    since = timezone.now() - _NOW
    rows = _unknown(theme, marking).filter(at__gte=since).order_by()
    return sorted(rows.values_list("language", flat=True).distinct())


def _look(theme: str, language: str, marking: int, starts: date) -> int:
    now = timezone.now()
    rows = _unknown(theme, marking).filter(language=language)
    fresh = rows.filter(at__gte=now - _NOW)[:_MOST_NOW]
    past = rows.filter(at__lt=now - _NOW, at__gte=now - _NOW - _BEFORE)[:_MOST_BEFORE]
    found = rising(_said(fresh), _said(past))[:_MOST_TOLD]
    Novelty.objects.filter(
        theme=theme, language=language, marking=marking, starts=starts
    ).delete()
    Novelty.objects.bulk_create(
        Novelty(
            theme=theme,
            language=language,
            marking=marking,
            words=one.words[:300],
            starts=starts,
            posts=one.posts,
            accounts=one.accounts,
            rise=one.rise,
            rise_from=one.low,
            rise_to=one.high,
        )
        for one in found
    )
    return len(found)


def _said(rows: QuerySet[Post]) -> list[Said]:
    pairs = rows.values_list("account_id", "text")
    return [Said(account, text) for account, text in pairs.iterator(2000)]
