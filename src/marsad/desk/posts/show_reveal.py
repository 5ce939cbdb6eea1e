"""Show once, to who asked, what an account is called; the trail says so, without the name."""

from datetime import timedelta
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.posts import keys
from marsad.desk.posts.models import Reveal
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused

# What is not looked at soon is not needed.
GOOD_FOR: Final = timedelta(days=7)


@act("posts.show_reveal")
def show_reveal(asked: Reveal, *, by: Person, because: str) -> dict[str, str]:
    """Open an account that a director granted: once, to who asked, within a week."""
    row = Reveal.objects.select_for_update().get(pk=asked.pk)
    if row.asked_by_id != by.pk:
        raise Refused(row.pseudonym, _("is opened only to who asked for it"))
    if not row.is_granted or row.settled_at is None:
        raise Refused(row.pseudonym, _("was not granted"), _("wait for the answer"))
    if row.shown_at is not None:
        raise Refused(row.pseudonym, _("was shown already"), _("ask anew"))
    if timezone.now() - row.settled_at > GOOD_FOR:
        raise Refused(row.pseudonym, _("was granted too long ago"), _("ask anew"))
    if row.account is None:
        raise Refused(row.pseudonym, _("was purged: nobody can open it any more"))
    told = keys.unseal(bytes(row.account.sealed), row.account.key)
    row.shown_at = timezone.now()
    row.save(update_fields=["shown_at"])
    note(pseudonym=row.pseudonym, basis=row.basis, granted_by=row.settled_by_id)
    return {name: str(value) for name, value in told.items() if value}
