"""The list of statements and calls."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from marsad.desk.chronicles.doors import doors
from marsad.desk.chronicles.statements import asked_in, page_of, statements
from marsad.desk.exports.hand_out import answer
from marsad.desk.exports.tables import Column
from marsad.desk.safeguards.needs import needs
from marsad.marking import Marking

COLUMNS: Final = (
    Column("id", lambda one: one.pk),
    Column("kind", lambda one: one.kind),
    Column("day", lambda one: one.day),
    Column("speaker", lambda one: one.actor.canonical if one.actor else ""),
    Column("words", lambda one: one.words),
    Column("language", lambda one: one.language),
    Column("grade", lambda one: f"{one.source_grade}{one.information_grade}"),
    Column("marking", lambda one: str(Marking(one.marking))),
)


@needs("register.read")
def statement_list(request: HttpRequest) -> HttpResponse:
    """Show who said what and who called on whom, as the register holds it."""
    person: Any = request.user
    asked = asked_in(request.GET, person)
    said = {"asked": asked, "page": page_of(asked, person), **doors(person)}
    return render(request, "chronicles/statements.html", said)


@needs("register.read")
def statement_export(request: HttpRequest) -> Any:
    """Hand the list out as a file, with the same filters."""
    person: Any = request.user
    rows = statements(asked_in(request.GET, person), person)
    return answer(request, "statements", COLUMNS, rows.iterator(500))
