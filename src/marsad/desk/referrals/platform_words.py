"""What is said of a platform, each part checked and put into its one form."""

import re
from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from marsad.collecting.fetch import is_here
from marsad.desk.partners.models import LANGUAGES
from marsad.desk.referrals.models import Platform, Route
from marsad.errors import Refused

LONGEST_NAME: Final = 200
_CODE: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_HOST: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}")


def code_of(said: str) -> str:
    """A short lasting name: small letters, digits, hyphens."""
    plain = said.strip().lower()
    if not _CODE.fullmatch(plain):
        way_out = _("write small letters, digits and hyphens, such as telegram")
        raise Refused(said[:40] or _("the code"), _("is no code"), way_out)
    return plain


def names_of(said: Mapping[str, str]) -> dict[str, str]:
    """The names by language; at least one."""
    named = {one: said.get(one, "").strip()[:LONGEST_NAME] for one, _w in LANGUAGES}
    if not any(named.values()):
        raise Refused(_("a platform"), _("needs a name"), _("write one"))
    return named


def hosts_of(said: Sequence[str], platform: Platform | None = None) -> list[str]:
    """The hosts in small letters, none of them another platform's."""
    hosts = sorted({_host(one) for one in said if one.strip()})
    if not hosts:
        problem = _("needs at least one host")
        raise Refused(_("a platform"), problem, _("write its hosts, one a line"))
    others = Platform.objects.all()
    for other in others.exclude(pk=platform.pk) if platform else others:
        taken = sorted(set(hosts) & set(other.hosts))
        if taken:
            problem = _("is a host of %(platform)s") % {"platform": other.name}
            raise Refused(taken[0], problem, _("a host has one platform"))
    return hosts


def _host(said: str) -> str:
    plain = said.strip().lower().rstrip(".")
    plain = (urlsplit(plain).hostname or "") if "://" in plain else plain
    try:
        plain = plain.removeprefix("www.").encode("idna").decode("ascii")
    except UnicodeError:
        plain = ""
    if not _HOST.fullmatch(plain):
        raise Refused(said[:80], _("is no host"), _("write it like t.me"))
    return plain


def route_of(said: str) -> str:
    """One of the ways in which a platform takes notices."""
    if said not in Route.values:
        raise Refused(said[:20], _("is no route"), _("choose one"))
    return said


def address_of(said: str, route: str) -> str:
    """Where notices go by a route: an e-mail address, an https address, or nothing."""
    plain = said.strip()
    if route == Route.LETTER:
        return _mail(plain)
    if route == Route.API:
        return _interface(plain)
    return plain[:300]


def _mail(plain: str) -> str:
    try:
        validate_email(plain)
    except ValidationError:
        problem = _("is no e-mail address")
        raise Refused(plain[:80] or "—", problem, _("write it in full")) from None
    return plain


def _interface(plain: str) -> str:
    is_safe = urlsplit(plain).scheme == "https" or (
        plain.startswith("http://") and is_here(plain)
    )
    if not is_safe or not urlsplit(plain).hostname:
        problem = _("is no address of an interface")
        raise Refused(plain[:80] or "—", problem, _("write https://host/path"))
    return plain


def language_of(said: str) -> str:
    """One of the languages that notices are written in."""
    if said not in dict(LANGUAGES):
        raise Refused(said[:20], _("is no language of notices"), _("choose one"))
    return said
