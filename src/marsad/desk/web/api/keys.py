"""Who asks: a person signed in at the site, or a program with one of a person's tokens."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from ninja.throttling import BaseThrottle

from marsad.desk.safeguards.models import Token
from marsad.desk.safeguards.needs import wants_second_factor
from marsad.desk.safeguards.tokens import SCOPES, hash_of, person_of
from marsad.desk.web.api.problems import Wrong

# Ten a second: a program that reads the whole register is not held up, one that runs
# wild does not slow down the people at the desk.
A_MINUTE: Final = 600

# Where a right has no scope of its own name, the scope of what it is read with.
_SCOPE_OF: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{right: scope for scope, right in SCOPES.items()},
        "findings.read": "documents:read",
        "sources.read": "documents:read",
        "search.read": "register:read",
    }
)


def scope_of(right: str) -> str:
    """The scope that a token needs for what a right opens to its person."""
    return _SCOPE_OF[right]


class TokenKey:
    """The key of a program: Authorization: Bearer marsad_…, with the scope it needs."""

    def __call__(self, request: HttpRequest) -> Any:
        """The person behind the token; None where no token was sent."""
        secret = secret_in(request)
        if secret is None:
            return None
        right = right_of(request)
        person = person_of(secret, scope_of(right))
        if person is None:
            raise _why_not(secret, scope_of(right))
        _require(person, right)
        return person


class SessionKey:
    """The browser of a person who is signed in: what they may read, it may ask."""

    def __call__(self, request: HttpRequest) -> Any:
        """The person who is signed in; nobody is refused with the way in."""
        person: Any = request.user
        if not person.is_authenticated:
            detail = "Send a token as Authorization: Bearer marsad_…, or sign in."
            raise Wrong(401, "nobody", "Nobody is signed in", detail)
        if wants_second_factor(request) or person.must_change_password:
            detail = "Open the site and finish signing in: second factor, own password."
            raise Wrong(403, "halfway", "Signed in halfway", detail)
        _require(person, right_of(request))
        return person


def secret_in(request: HttpRequest) -> str | None:
    """The token that was sent; None where there is none, empty where it is no token."""
    kind, _, secret = request.headers.get("Authorization", "").partition(" ")
    if not kind:
        return None
    return secret.strip() if kind.lower() == "bearer" else ""


def opens(request: HttpRequest, right: str) -> bool:
    """Whether the person who asks, and the token they ask with, may do this as well."""
    asking: Any = request
    secret = secret_in(request)
    if secret is not None and person_of(secret, scope_of(right)) is None:
        return False
    return bool(asking.auth.may(right))


def right_of(request: HttpRequest) -> str:
    """The right that the address which is asked has declared."""
    match: Any = request.resolver_match
    return str(match.func.right)


def _require(person: Any, right: str) -> None:
    if not person.may(right):
        detail = f"The groups of {person.username} have no right to {right}."
        raise Wrong(403, "missing-right", "No right", detail, right=right)


def _why_not(secret: str, scope: str) -> Wrong:
    token = Token.objects.filter(secret_hash=hash_of(secret)).first()
    if token is None or not token.is_good(timezone.now()):
        detail = (
            "The token is unknown, expired or revoked; issue a new one at the site."
        )
        return Wrong(401, "bad-token", "The token opens nothing", detail)
    if scope not in token.scopes:
        detail = f"The token has no scope {scope}; issue one that has."
        return Wrong(403, "missing-scope", "The scope is missing", detail, scope=scope)
    detail = f"The person behind the token has no right to {SCOPES[scope]} now."
    return Wrong(403, "missing-right", "No right", detail, right=SCOPES[scope])


class AMinute(BaseThrottle):
    """So many requests a minute from one token or one person, counted in memory."""

    def allow_request(self, request: HttpRequest) -> bool:
        """Count this request, and say whether it is still one of those allowed."""
        key = f"api-minute:{_who(request)}"
        cache.add(key, 0, timeout=60)
        try:
            return bool(cache.incr(key) <= A_MINUTE)
        except ValueError:  # the minute ended between the two lines
            return True

    def wait(self) -> float | None:
        """When it is worth asking again, in seconds, at the latest."""
        return 60


def _who(request: HttpRequest) -> str:
    asking: Any = request
    secret = secret_in(request)
    return hash_of(secret) if secret else f"person-{asking.auth.pk}"
