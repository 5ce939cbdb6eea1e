"""Look at what arrived: compare posts with the banks, and put what matches before people."""

import time
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from django.conf import settings

from marsad.desk.banks.searching import held
from marsad.desk.cases.likenesses import likenesses
from marsad.desk.cases.start import pass_by, start
from marsad.desk.cases.weighing import Found
from marsad.desk.posts.models import Arrival, Medium, Post
from marsad.desk.safeguards.acts import Worker

FOLLOWER: Final = "matching"
# So many posts are asked of the indexes at once; an arrival is never parted.
_AT_ONCE: Final = 2000
_ARRIVALS: Final = 100
# Others follow the trail in the same thread: after so long they get their turn.
_SECONDS: Final = 5.0
_WHY: Final = "compared with the banks"


def keep_up() -> int:
    """Look at the arrivals that wait, in their order; say how many were looked at."""
    count, end = 0, time.monotonic() + _SECONDS
    while time.monotonic() < end:
        batch = _next()
        if not batch:
            break
        look_at(batch)
        count += len(batch)
    return count


def _next() -> list[Arrival]:
    """Whole arrivals, the longest waiting first, until their posts are enough."""
    waiting = Arrival.objects.filter(looked_at__isnull=True).order_by("id")
    batch, posts = [], 0
    for arrival in waiting[:_ARRIVALS]:
        batch.append(arrival)
        posts += arrival.new
        if posts >= _AT_ONCE:
            break
    return batch


def look_at(arrivals: Sequence[Arrival]) -> None:
    """Compare the posts of these arrivals; what is alike starts cases, arrival by arrival.

    Killed between two of them, the next worker goes on with those that are left.
    """
    keys = [one.pk for one in arrivals]
    rows = Post.objects.standing().filter(arrival__in=keys).order_by("pk")
    posts = list(rows.only("arrival", "text", "addresses"))
    media = list(Medium.objects.filter(post__arrival__in=keys).order_by("pk"))
    found = likenesses(posts, media, held())
    of_arrivals: dict[int, dict[int, list[Found]]] = defaultdict(dict)
    for post in posts:
        if post.pk in found:
            of_arrivals[post.arrival_id][post.pk] = found[post.pk]
    worker = Worker(f"{FOLLOWER} {settings.VERSION}")
    for arrival in arrivals:
        if arrival.pk in of_arrivals:
            start(arrival, of_arrivals[arrival.pk], by=worker, because=_WHY)
    pass_by([one for one in arrivals if one.pk not in of_arrivals])
