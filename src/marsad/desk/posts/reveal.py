"""Say that an account may be opened to who asked: a director who did not ask."""

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.posts.models import Reveal
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("posts.reveal")
def reveal(asked: Reveal, *, by: Person, because: str) -> Reveal:
    """Grant that an account is opened, once, to who asked."""
    row = unsettled(asked, by)
    if row.account_id is None:
        raise Refused(row.pseudonym, _("was purged: nobody can open it any more"))
    return settle(row, by, is_granted=True)


def unsettled(asked: Reveal, by: Person) -> Reveal:
    """The request as it is now, held until the act ends; never one's own."""
    row: Reveal = Reveal.objects.select_for_update().get(pk=asked.pk)
    if row.settled_at is not None:
        raise Refused(row.pseudonym, _("was answered already"))
    if row.asked_by_id == by.pk:
        way_out = _("another director answers it")
        raise Refused(row.pseudonym, _("nobody answers their own request"), way_out)
    return row


def settle(row: Reveal, by: Person, *, is_granted: bool) -> Reveal:
    """Write the answer down; a part of the acts that grant and refuse."""
    row.settled_by, row.settled_at, row.is_granted = by, timezone.now(), is_granted
    row.save(update_fields=["settled_by", "settled_at", "is_granted"])
    note(pseudonym=row.pseudonym, basis=row.basis, basis_words=row.basis_words)
    return row
