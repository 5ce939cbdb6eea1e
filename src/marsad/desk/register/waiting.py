"""Documents with findings that wait for a decision, the newest first."""

from typing import Any

from django.db.models import Q, QuerySet

from marsad.desk.documents.models import Document
from marsad.desk.safeguards.models import Person


def waiting_for(person: Person) -> QuerySet[Document]:
    """The documents that wait, as a person sees them."""
    found: QuerySet[Any] = Document.objects.visible_to(person)
    return found.filter(open_count__gt=0, withdrawn_at__isnull=True).order_by(
        "-day", "-pk"
    )


def next_after(document: Document, person: Person) -> Document | None:
    """The next older document that waits; after the last one the newest again."""
    others = waiting_for(person).exclude(pk=document.pk)
    # The last condition lets an index begin at the right day.
    older = others.filter(
        Q(day__lt=document.day) | Q(day=document.day, pk__lt=document.pk),
        day__lte=document.day,
    )
    return older.first() or others.first()
