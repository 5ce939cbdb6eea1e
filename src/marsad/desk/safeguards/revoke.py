"""Revoke the keys of programs."""

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.safeguards.acts import act, note, touch
from marsad.desk.safeguards.four_eyes import only_oneself
from marsad.desk.safeguards.models import Person, Token
from marsad.errors import Refused


@act("tokens.revoke")
def revoke(token: Token, *, by: Person, because: str) -> Token:
    """Let a key open nothing from this moment on."""
    only_oneself(token.person, by)
    held: Token = Token.objects.select_for_update().get(pk=token.pk)
    if held.revoked_at is not None:
        raise Refused(held.name, _("was revoked already"))
    held.revoked_at = timezone.now()
    held.save(update_fields=["revoked_at"])
    note(name=held.name, beginning=held.beginning)
    return held


def revoke_all(person: Person) -> int:
    """Revoke every key of a person, within the act that closes or resets them."""
    held = list(person.tokens.select_for_update().filter(revoked_at=None))
    touch(*held)
    person.tokens.filter(pk__in=[one.pk for one in held]).update(
        revoked_at=timezone.now()
    )
    return len(held)
