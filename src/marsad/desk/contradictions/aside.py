"""What contradicts an entry, shown beside it on its page."""

from typing import Any, Final

from django.db.models import Q
from django.http import HttpRequest
from django.template.loader import render_to_string

from marsad.desk.contradictions.models import Standing
from marsad.desk.contradictions.queue import card_of, seen_by, with_sides
from marsad.desk.register.models import Entry

_SHOWN: Final = 5


def contradictions_of(request: HttpRequest, entry: Entry) -> str:
    """The open contradictions of an entry as a piece of page, nothing where there is none."""
    person: Any = request.user
    of_it = Q(one=entry) | Q(other=entry)
    rows = seen_by(person).filter(of_it, state=Standing.OPEN).order_by("-id")
    cards = [card_of(row) for row in with_sides(rows)[:_SHOWN]]
    if not cards:
        return ""
    return render_to_string(
        "contradictions/aside.html", {"cards": cards, "entry": entry}, request
    )
