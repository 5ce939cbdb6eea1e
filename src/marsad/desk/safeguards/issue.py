"""Issue a key for a program of one's own."""

from collections.abc import Collection
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.safeguards import tokens
from marsad.desk.safeguards.acts import act, note, touch
from marsad.desk.safeguards.four_eyes import only_oneself
from marsad.desk.safeguards.models import Person, Token
from marsad.errors import Refused

# As many as somebody can still tell apart.
MOST_KEYS = 20


@act("tokens.issue")
def issue(
    person: Person,
    *,
    name: str,
    scopes: Collection[str],
    days: int = tokens.DAYS_BY_DEFAULT,
    by: Person,
    because: str,
) -> tuple[Token, str]:
    """Make a key; its secret is returned once and only a hash of it is kept."""
    only_oneself(person, by)
    chosen = _checked(person, name, scopes, days)
    secret = tokens.new_secret()
    token = Token(
        person=person,
        name=name.strip(),
        beginning=tokens.shown_beginning(secret),
        secret_hash=tokens.hash_of(secret),
        scopes=chosen,
        expires_at=timezone.now() + timedelta(days=days),
    )
    token.save()
    touch(token)
    note(name=token.name, beginning=token.beginning, scopes=chosen, days=days)
    return token, secret


def _checked(
    person: Person, name: str, scopes: Collection[str], days: int
) -> list[str]:
    if not 0 < len(name.strip()) <= 80:
        raise Refused(
            _("the key"), _("has no name"), _("name it by the program that will use it")
        )
    if not scopes or set(scopes) - set(tokens.SCOPES):
        known = ", ".join(tokens.SCOPES)
        raise Refused(
            name,
            _("asks for nothing that a key opens"),
            _("choose of %(known)s") % {"known": known},
        )
    for scope in scopes:
        if not person.may(tokens.SCOPES[scope]):
            raise Refused(
                name, _("your own groups do not open %(scope)s") % {"scope": scope}
            )
    if not 1 <= days <= tokens.MOST_DAYS:
        raise Refused(
            name,
            _("lasts too long"),
            _("1 to %(most)s days") % {"most": tokens.MOST_DAYS},
        )
    good = person.tokens.filter(revoked_at=None, expires_at__gt=timezone.now())
    if good.count() >= MOST_KEYS:
        raise Refused(
            name,
            _("you have %(most)s keys") % {"most": MOST_KEYS},
            _("revoke one that is not used"),
        )
    return [scope for scope in tokens.SCOPES if scope in scopes]
