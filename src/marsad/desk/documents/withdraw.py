"""Withdraw a document: its tombstone with the reason stays, its words are shown to nobody."""

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.documents.custody import note_custody
from marsad.desk.documents.models import Custody, Document
from marsad.desk.documents.stories import refresh
from marsad.desk.entities.counting import recount
from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("documents.withdraw")
def withdraw(document: Document, *, by: Person, because: str) -> Document:
    """Hide a document's text, findings and citations; bytes and custody stay."""
    fresh = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    if fresh.withdrawn_at:
        name = _("document %(number)s") % {"number": fresh.pk}
        raise Refused(name, _("is withdrawn already"))
    fresh.withdrawn_at, fresh.withdrawn_because = timezone.now(), because
    fresh.save(update_fields=["withdrawn_at", "withdrawn_because"])
    note_custody(fresh, Custody.Event.WITHDRAWN, by=by, because=because)
    refresh(fresh.story_id)
    recount(fresh.pk, is_standing=False)
    result: Document = fresh
    return result
