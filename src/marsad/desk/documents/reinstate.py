"""Reinstate a document that was withdrawn."""

from django.utils.translation import gettext as _

from marsad.desk.documents.custody import note_custody
from marsad.desk.documents.models import Custody, Document
from marsad.desk.documents.stories import refresh
from marsad.desk.entities.counting import recount
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("documents.reinstate")
def reinstate(document: Document, *, by: Person, because: str) -> Document:
    """Show a document again; the custody log keeps that it was withdrawn, and why."""
    fresh = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    if fresh.withdrawn_at is None:
        name = _("document %(number)s") % {"number": fresh.pk}
        raise Refused(name, _("is not withdrawn"))
    note(was_withdrawn_because=fresh.withdrawn_because)
    fresh.withdrawn_at, fresh.withdrawn_because = None, ""
    fresh.save(update_fields=["withdrawn_at", "withdrawn_because"])
    note_custody(fresh, Custody.Event.REINSTATED, by=by, because=because)
    refresh(fresh.story_id)
    recount(fresh.pk, is_standing=True)
    result: Document = fresh
    return result
