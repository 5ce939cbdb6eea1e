"""Look at what arrived: compare posts with the banks, and put what matches before people."""

import logging
import time
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from django.conf import settings
from django.db import DataError, IntegrityError

from marsad.desk.banks.searching import held
from marsad.desk.cases.likenesses import likenesses
from marsad.desk.cases.start import pass_by, start
from marsad.desk.cases.weighing import Found
from marsad.desk.posts.hash_media import hash_kept
from marsad.desk.posts.models import Arrival, Medium, Post
from marsad.desk.safeguards.acts import Worker
from marsad.errors import MarsadError

log = logging.getLogger(__name__)

FOLLOWER: Final = "matching"
# So many posts are asked of the indexes at once; an arrival is never parted.
_AT_ONCE: Final = 2000
_ARRIVALS: Final = 100
# Others follow the trail in the same thread: after so long they get their turn.
_SECONDS: Final = 5.0
_WHY: Final = "compared with the banks"
# What is wrong with one arrival, and not with the site: others are not kept waiting.
_OF_ONE: Final = (MarsadError, DataError, IntegrityError)
# Arrivals that could not be looked at; they stay waiting, for a worker that starts anew.
_troubled: set[int] = set()


def keep_up() -> int:
    """Look at the arrivals that wait, in their order; say how many were looked at."""
    count, end = 0, time.monotonic() + _SECONDS
    while time.monotonic() < end:
        batch = _next()
        if not batch:
            break
        count += _looked_at(batch)
    return count


def _looked_at(batch: Sequence[Arrival]) -> int:
    """Look at arrivals together; where one is at fault, at each by itself."""
    try:
        look_at(batch)
    except _OF_ONE:
        return sum(map(_is_looked_at, batch))
    return len(batch)


def _is_looked_at(arrival: Arrival) -> bool:
    try:
        look_at([arrival])
    except _OF_ONE:
        log.exception("arrival %s could not be looked at", arrival.pk)
        _troubled.add(arrival.pk)
        return False
    return True


def _next() -> list[Arrival]:
    """Whole arrivals, the longest waiting first, until their posts are enough."""
    waiting = Arrival.objects.filter(looked_at__isnull=True).order_by("id")
    waiting = waiting.exclude(pk__in=_troubled)
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
    posts = list(rows.only("arrival", "text", "addresses", "sealed", "key"))
    media = list(Medium.objects.filter(post__arrival__in=keys).order_by("pk"))
    hash_kept(media)
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
