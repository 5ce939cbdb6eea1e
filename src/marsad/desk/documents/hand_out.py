"""Hand out the original bytes of a document."""

from django.utils.translation import gettext as _

from marsad.desk.documents.custody import note_custody
from marsad.desk.documents.models import Custody, Document
from marsad.desk.originals import store
from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("documents.export")
def hand_out(document: Document, *, by: Person, because: str) -> bytes:
    """The original bytes, checked against their hash; who took them is written down."""
    siblings = document.capture.documents
    if document.withdrawn_at or siblings.filter(withdrawn_at__isnull=False).exists():
        problem = _("was withdrawn, and its bytes with it")
        raise Refused(_name(document), problem, _("see its tombstone"))
    # The same bytes may hold other documents, which this person may not read.
    if siblings.filter(marking__gt=by.clearance).exists():
        problem = _("came in one file with documents above your clearance")
        raise Refused(_name(document), problem, _("ask whoever took it in"))
    raw = store.open(document.capture.sha256)
    note_custody(document, Custody.Event.EXPORTED, by=by, because=because)
    return raw


def _name(document: Document) -> str:
    return _("document %(number)s") % {"number": document.pk}
