"""Who asks: the person behind a program's key, or behind a browser that is signed in."""

import base64
import binascii
from typing import Any

from django.http import HttpRequest

from marsad.desk.safeguards.models import Person
from marsad.desk.safeguards.needs import wants_second_factor
from marsad.desk.safeguards.tokens import person_of


def person_asking(request: HttpRequest, scope: str) -> Person | None:
    """The person whose key opens this scope, or who is wholly signed in; None if nobody."""
    secret = _secret_in(request)
    if secret is not None:
        return person_of(secret, scope)
    here: Any = request.user
    if not here.is_authenticated:
        return None
    is_halfway = wants_second_factor(request) or here.must_change_password
    return None if is_halfway else here


def _secret_in(request: HttpRequest) -> str | None:
    """The key that a program sent; tools that know only Basic send it as the password."""
    kind, _space, said = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() == "bearer":
        return said.strip()
    if kind.lower() != "basic":
        return None
    try:
        plain = base64.b64decode(said.strip(), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return ""
    return plain.partition(":")[2]
