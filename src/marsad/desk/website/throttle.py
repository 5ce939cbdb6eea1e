"""How often one address of the net may write to us; no address is kept for that.

Each process counts by itself, under a hash with a salt of its own that dies with it. Behind
several processes a flood is a few times larger, and the count of the whole hour stops it.
"""

import hashlib
import secrets
import time
from collections import defaultdict, deque
from datetime import timedelta
from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from marsad.desk.complaints.models import Complaint
from marsad.desk.website.models import Appeal

AN_HOUR: Final = 3600.0
FROM_ONE: Final = 5
FROM_ALL: Final = 200
_MOST_KNOWN: Final = 10_000

_SALT: Final = secrets.token_bytes(16)
_SEEN: Final[dict[str, deque[float]]] = defaultdict(deque)


def is_too_often(request: HttpRequest) -> bool:
    """Note that somebody writes, and say whether it is too much for this hour."""
    address, now = _address(request), time.monotonic()
    if len(_SEEN) > _MOST_KNOWN:
        _SEEN.clear()
    seen = _SEEN[hashlib.blake2s(address.encode(), key=_SALT).hexdigest()]
    while seen and seen[0] < now - AN_HOUR:
        seen.popleft()
    if len(seen) >= FROM_ONE or _of_all() >= FROM_ALL:
        return True
    seen.append(now)
    return False


def forget() -> None:
    """Forget who wrote."""
    _SEEN.clear()


def _address(request: HttpRequest) -> str:
    """Where somebody writes from: behind a proxy, what the proxy itself saw."""
    seen: str = request.META.get("REMOTE_ADDR", "")
    if settings.IS_HTTPS:
        # What stands before the last comma anybody may have written.
        forwarded = request.headers.get("X-Forwarded-For", "")
        return forwarded.rpartition(",")[2].strip() or seen
    return seen


def _of_all() -> int:
    since = timezone.now() - timedelta(seconds=AN_HOUR)
    return sum(
        rows.objects.filter(at__gte=since).count() for rows in (Appeal, Complaint)
    )
