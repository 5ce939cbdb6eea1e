"""The search page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from marsad.desk.catalogue.asking import (
    PAGE,
    Asked,
    Choice,
    asked_in,
    find,
    index_at,
    party_choices,
    rows_of,
)
from marsad.desk.catalogue.records import DOCUMENT, ENTITY
from marsad.desk.register.models import Kind
from marsad.desk.safeguards.needs import needs
from marsad.errors import MarsadError
from marsad.linking.moments import month
from marsad.searching.hits import Found


@needs("search.read")
def search_page(request: HttpRequest) -> HttpResponse:
    """Find documents, entries and entities by words, however they are written."""
    asked = asked_in(request.GET)
    person: Any = request.user
    if asked.is_blank:
        return render(request, "catalogue/search.html", {"asked": asked})
    try:
        found = find(asked, person)
    except MarsadError as error:
        # Opened anew at the next question: it may have been rebuilt by then.
        index_at.cache_clear()
        said = {"asked": asked, "trouble": str(error)}
        return render(request, "catalogue/search.html", said, status=503)
    said = {
        "asked": asked,
        "found": found,
        "shown": rows_of(found, asked, person),
        **_facets(found, asked),
        "earlier": asked.page - 1 if asked.page > 1 else None,
        "later": asked.page + 1 if found.total > asked.page * PAGE else None,
    }
    return render(request, "catalogue/search.html", said)


def _facets(found: Found, asked: Asked) -> dict[str, Any]:
    words = {DOCUMENT: _("Documents"), ENTITY: _("Parties and persons")}
    words |= {str(kind): str(kind.label) for kind in Kind}
    kinds = [
        Choice(kind, words.get(kind, kind), count, kind in asked.kinds)
        for kind, count in found.facets.kinds.items()
    ]
    sources = [
        Choice(name, name, count, name == asked.source)
        for name, count in list(found.facets.sources.items())[:12]
    ]
    months = [
        _month(month, count, asked)
        for month, count in list(found.facets.months.items())[:24]
    ]
    parties = party_choices(found, asked.party)
    return {"kinds": kinds, "sources": sources, "months": months, "parties": parties}


def _month(written: str, count: int, asked: Asked) -> dict[str, Any]:
    """A month of the facet, and the days by which it is asked for."""
    days = month(int(written[:4]), int(written[5:]))
    is_chosen = (asked.since, asked.until) == days
    return {
        "first": days.first,
        "last": days.last,
        "count": count,
        "is_chosen": is_chosen,
    }
