"""The custody log of a document: who or what had it, when, from where."""

from django.conf import settings

from marsad.desk.documents.models import Custody, Document
from marsad.desk.safeguards.acts import Actor
from marsad.desk.safeguards.models import Person


def note_custody(
    document: Document,
    event: Custody.Event,
    *,
    by: Actor,
    origin: str = "",
    because: str = "",
) -> Custody:
    """Write one line of a document's custody; call it inside an act."""
    return Custody.objects.create(
        document=document,
        event=event,
        by=f"{by.name} ({by.username})" if isinstance(by, Person) else by.name,
        person=by if isinstance(by, Person) else None,
        origin=origin[:2000],
        version=settings.VERSION,
        because=because,
    )
