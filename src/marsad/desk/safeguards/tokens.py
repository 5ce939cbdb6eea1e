"""The keys of people's programs: what they may ask, and whose they are."""

import hashlib
import secrets
from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from marsad.desk.safeguards.models import Person, Token

# What a key may be given for, and the right that its person must have as well.
SCOPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "register:read": "register.read",
        "documents:read": "documents.read",
        "entities:read": "entities.read",
        "packs:read": "packs.read",
        "audit:read": "audit.read",
        "posts:write": "posts.receive",
        "banks:look_up": "banks.use",
    }
)
SCOPE_WORDS: Final[Mapping[str, Promise]] = MappingProxyType(
    {
        "register:read": _("Read the register"),
        "documents:read": _("Read documents"),
        "entities:read": _("Read parties and persons"),
        "packs:read": _("Read the packs of one's partner"),
        "audit:read": _("Read the audit trail"),
        "posts:write": _("Bring public posts in"),
        "banks:look_up": _("Look up what a bank knows"),
    }
)

DAYS_BY_DEFAULT: Final = 90
MOST_DAYS: Final = 365
BEGINNING: Final = "marsad_"
# 30 random bytes make 40 letters that are safe in an address.
_BYTES: Final = 30
_SHOWN: Final = 12
_LONGEST: Final = 80
_USED_AGAIN_AFTER: Final = timedelta(minutes=1)


def new_secret() -> str:
    """A key of 240 bits, which scanners of leaked secrets know by its beginning."""
    return BEGINNING + secrets.token_urlsafe(_BYTES)


def hash_of(secret: str) -> str:
    """What is kept of a key; it is random, so one round of SHA-256 hides it."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def shown_beginning(secret: str) -> str:
    """As much of a key as tells it from others."""
    return secret[:_SHOWN]


def person_of(secret: str, scope: str) -> Person | None:
    """Whose key this is, if it is good, opens this scope, and they have its right."""
    if scope not in SCOPES:
        raise KeyError(f"{scope} is no scope of keys")
    if not secret.startswith(BEGINNING) or len(secret) > _LONGEST:
        return None
    rows = Token.objects.select_related("person")
    token = rows.filter(secret_hash=hash_of(secret)).first()
    now = timezone.now()
    if token is None or not token.is_good(now) or scope not in token.scopes:
        return None
    person: Person = token.person
    if person.must_change_password or not person.may(SCOPES[scope]):
        return None
    if token.used_at is None or now - token.used_at > _USED_AGAIN_AFTER:
        Token.objects.filter(pk=token.pk).update(used_at=now)
    return person
