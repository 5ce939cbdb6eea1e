"""The doors that a reader's groups open, in the order of the work."""

from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from marsad.desk.safeguards.models import Person

# name of the address, words, right
DOORS: Final[tuple[tuple[str, str | Promise, str], ...]] = (
    ("home", _("Overnight"), "home.read"),
    ("documents", _("Documents"), "documents.read"),
    ("register", _("Register"), "register.read"),
    ("briefs", _("Briefs"), "briefs.read"),
    ("releases", _("Releases"), "releases.read"),
    ("indicators", _("Indicators"), "register.read"),
    ("contradictions", _("Contradictions"), "findings.read"),
    ("commitments", _("Commitments"), "register.read"),
    ("meetings", _("Meetings"), "register.read"),
    ("members", _("Members"), "register.read"),
    ("entities", _("Parties and persons"), "entities.read"),
    ("sources", _("Sources"), "sources.read"),
    ("packs", _("Packs"), "packs.read"),
    ("partners", _("Partners"), "partners.read"),
    ("dispatches", _("Letters"), "dispatches.read"),
    ("uptakes", _("Uptake"), "measures.read"),
    ("search", _("Search"), "search.read"),
)
BACK_ROOM: Final[tuple[tuple[str, str | Promise, str], ...]] = (
    ("appeals", _("Appeals"), "appeals.read"),
    ("work", _("Work in hand"), "work.read"),
    ("audit", _("Audit trail"), "audit.read"),
    ("people", _("People"), "people.read"),
)


def navigation(request: HttpRequest) -> dict[str, Any]:
    """What every page shows around its own: doors, languages, version."""
    person: Any = getattr(request, "user", None)
    is_in = person is not None and person.is_authenticated
    return {
        "doors": _open(DOORS, person, request) if is_in else [],
        "back_room": _open(BACK_ROOM, person, request) if is_in else [],
        "languages": settings.LANGUAGES,
        "version": settings.VERSION,
    }


def _open(
    doors: tuple[tuple[str, str | Promise, str], ...],
    person: Person,
    request: HttpRequest,
) -> list[dict[str, Any]]:
    found = []
    for name, words, right in doors:
        try:
            address = reverse(name)
        except NoReverseMatch:
            continue
        if person.may(right):
            is_here = (
                request.path.startswith(address)
                if address != "/"
                else request.path == "/"
            )
            found.append({"address": address, "words": words, "is_here": is_here})
    return found
