"""Where people are signed in: how long at most, how long unused, in how many browsers."""

import hashlib
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from marsad.desk.safeguards.models import Person, SignIn

# A page a minute is enough to know that somebody is there.
_SEEN_AGAIN_AFTER = timedelta(minutes=1)


def session_hash(request: HttpRequest) -> str:
    """What is kept of a session's key."""
    key = request.session.session_key or ""
    return hashlib.sha256(key.encode("ascii")).hexdigest()


def begin(request: HttpRequest, person: Person) -> SignIn:
    """Note a new browser; where there are too many, the one unused longest is closed."""
    if request.session.session_key is None:
        request.session.create()
    browser = request.headers.get("User-Agent", "")[:200]
    now = SignIn.objects.create(
        person=person, session_hash=session_hash(request), browser=browser
    )
    kept = person.sign_ins.values_list("pk", flat=True)[: settings.SESSIONS_A_PERSON]
    person.sign_ins.exclude(pk__in=list(kept)).delete()
    return now


def renew_key(request: HttpRequest) -> None:
    """Give this browser's session another key, as after each new proof of who it is."""
    before = session_hash(request)
    request.session.cycle_key()
    moved(before, request)


def moved(before: str, request: HttpRequest) -> None:
    """Note that a browser's session has another key than before."""
    now = session_hash(request)
    SignIn.objects.filter(session_hash=before).update(session_hash=now)


def finish(request: HttpRequest) -> None:
    """Close this browser's session."""
    SignIn.objects.filter(session_hash=session_hash(request)).delete()
    logout(request)


def end(person: Person, *, but: str = "", only: int | None = None) -> int:
    """Close a person's browsers: all, all but one session's, or a single one."""
    chosen = person.sign_ins.exclude(session_hash=but)
    if only is not None:
        chosen = chosen.filter(pk=only)
    count, _ = chosen.delete()
    return count


class SessionLimits:
    """End a session that is too old, unused for too long, or closed from elsewhere."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let a good session pass and sign everybody else out."""
        if request.user.is_authenticated and not _is_good(request):
            logout(request)
        return self.get_response(request)


def _is_good(request: HttpRequest) -> bool:
    here = SignIn.objects.filter(session_hash=session_hash(request)).first()
    now = timezone.now()
    if here is None or here.person_id != request.user.pk:
        return False
    age = (now - here.since).total_seconds()
    idle = (now - here.seen_at).total_seconds()
    if age > settings.SESSION_COOKIE_AGE or idle > settings.SESSION_IDLE_SECONDS:
        here.delete()
        return False
    if now - here.seen_at > _SEEN_AGAIN_AFTER:
        SignIn.objects.filter(pk=here.pk).update(seen_at=now)
    return True
