"""Mark a document anew: its findings, and the entries that rest on it, follow."""

from django.utils.translation import gettext as _

from marsad.desk.documents.models import Document
from marsad.desk.documents.stories import refresh
from marsad.desk.entities.counting import recount
from marsad.desk.register.models import Entry
from marsad.desk.register.versions import decide, keep, strictest
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused
from marsad.marking import Marking


@act("documents.mark")
def mark(document: Document, marking: Marking, *, by: Person, because: str) -> Document:
    """Set who may read a document; an entry is as strict as the strictest it rests on."""
    if marking > by.clearance:
        problem = _("is above your own clearance")
        raise Refused(str(marking), problem, _("ask somebody who may read it"))
    entries = Entry.objects.filter(citations__document=document)
    locked = Entry.objects.select_for_update().filter(pk__in=entries.values("pk"))
    resting = list(locked.order_by("pk"))
    fresh: Document = Document.objects.select_for_update(of=("self",)).get(
        pk=document.pk
    )
    note(before=str(Marking(fresh.marking)), after=str(marking))
    fresh.marking = int(marking)
    fresh.save(update_fields=["marking"])
    fresh.findings.update(marking=int(marking))
    _mark_entries(resting, by=by, because=because)
    refresh(fresh.story_id)
    recount(fresh.pk, marking=int(marking))
    return fresh


def _mark_entries(entries: list[Entry], *, by: Person, because: str) -> None:
    changed = [(one, strictest(one)) for one in entries]
    changed = [(one, now) for one, now in changed if one.marking != now]
    if not changed:
        return
    decision = decide("mark", by=by, because=because)
    for entry, now in changed:
        entry.marking = now
        keep(entry, decision)
