"""Weeks of posts about soup for the tests of watch."""

import random
from datetime import UTC, datetime, timedelta

from django.utils import timezone

from desk.content_makers import make_account, make_arrival, make_stream
from marsad.desk.posts import keys
from marsad.desk.posts.models import Post

WORDS = (
    "شوربة العدس مع الليمون لذيذة في مساء بارد",
    "الطقس غائم والمطر خفيف على الساحل اليوم",
    "المباراة انتهت بالتعادل بعد وقت إضافي طويل",
)


def a_day(stream, days_ago, accounts, *, each=1, text=None, language="ar"):
    """Posts of so many accounts on a day; the accounts are the same each day."""
    at = datetime.combine(
        timezone.localdate() - timedelta(days=days_ago), datetime.min.time(), UTC
    )
    arrival = make_arrival(stream, looked_at=timezone.now(), new=accounts * each)
    rows = []
    for place in range(accounts):
        account = make_account(stream.platform, f"cook_{place}")
        for turn in range(each):
            number = f"{stream.pk}-{language}-{days_ago}-{place}-{turn}"
            rows.append(
                Post(
                    stream=stream,
                    arrival=arrival,
                    platform=stream.platform,
                    mark=keys.post_mark(stream.platform, number),
                    account=account,
                    text=text or WORDS[place % len(WORDS)],
                    language=language,
                    at=at + timedelta(hours=10, minutes=place % 60),
                    reach=100,
                    marking=stream.marking,
                    sha256=f"{len(rows):064}",
                )
            )
    return Post.objects.bulk_create(rows)


def a_month(stream=None, *, usual=30, now=90):
    """Four quiet weeks, and twice the usual since a week ago."""
    stream = stream or make_stream()
    chance = random.Random(5)  # noqa: S311 (no secret)
    for days_ago in range(35, -1, -1):
        a_day(stream, days_ago, (now if days_ago < 7 else usual) + chance.randrange(5))
    return stream
