"""The list of parties and persons."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from marsad.desk.chronicles.listing import asked_in, entities, followed, listed
from marsad.desk.entities.models import EntityKind
from marsad.desk.exports.hand_out import answer
from marsad.desk.exports.tables import Column
from marsad.desk.safeguards.models import MARKINGS
from marsad.desk.safeguards.needs import needs

COLUMNS: Final = (
    Column("id", lambda one: one.pk),
    Column("kind", lambda one: one.kind),
    Column("name_ar", lambda one: one.name_ar),
    Column("name_en", lambda one: one.name_en),
    Column("name_fr", lambda one: one.name_fr),
    Column("office", lambda one: one.office),
    Column("external_ids", lambda one: [str(each) for each in one.external_ids.all()]),
)


@needs("entities.read")
def entity_list(request: HttpRequest) -> HttpResponse:
    """Show the parties and persons that the reader may see, followed ones first."""
    person: Any = request.user
    asked = asked_in(request.GET)
    is_beginning = asked.after is None and not asked.words
    said = {
        "asked": asked,
        "page": listed(asked, person),
        "followed": followed(person) if is_beginning else [],
        "kinds": EntityKind.choices,
        "markings": [one for one in MARKINGS if one[0] <= person.clearance],
        "may_add": person.may("entities.add"),
    }
    return render(request, "chronicles/entities.html", said)


@needs("entities.read")
def entity_export(request: HttpRequest) -> Any:
    """Hand the list out as a file, with the same filters."""
    person: Any = request.user
    rows = entities(asked_in(request.GET), person).order_by("pk")
    return answer(
        request,
        "entities",
        COLUMNS,
        rows.prefetch_related("external_ids").iterator(500),
    )
