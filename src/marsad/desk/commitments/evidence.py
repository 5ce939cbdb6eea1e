"""Entries that may show what became of a commitment."""

from typing import Any, Final

from django.db.models import QuerySet

from marsad.desk.register.models import Entry, State
from marsad.desk.safeguards.models import Person

_MOST: Final = 20


def suggested(entry: Entry, person: Person, words: str = "") -> list[Entry]:
    """Later entries of the party, or those with some words; the newest first."""
    rows: QuerySet[Any] = Entry.objects.visible_to(person).exclude(pk=entry.pk)
    rows = rows.filter(state=State.CURRENT, day__gte=entry.day)
    if words:
        for word in words.split()[:6]:
            rows = rows.filter(words__icontains=word)
    elif entry.actor is not None and entry.actor.entity is not None:
        rows = rows.filter(actor__in=entry.actor.entity.whole.name_ids())
    else:
        return []
    newest = rows.order_by("-day", "-pk").prefetch_related("citations__document")
    return list(newest[:_MOST])
