"""The rooms and doors that a reader's groups open, in the order of the work."""

from collections.abc import Sequence
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from marsad.desk.safeguards.models import Person

# name of the address, words, right
Door = tuple[str, str | Promise, str]
# The rooms of the desk, each with its doors: two lanes, what stands above both, and what
# is behind them. A reader sees the doors of the room that they are in.
ROOMS: Final[tuple[tuple[str | Promise, tuple[Door, ...]], ...]] = (
    (_("Overnight"), (("home", _("Overnight"), "home.read"),)),
    (
        _("News"),
        (
            ("documents", _("Documents"), "documents.read"),
            ("register", _("Register"), "register.read"),
            ("indicators", _("Indicators"), "register.read"),
            ("contradictions", _("Contradictions"), "findings.read"),
            ("commitments", _("Commitments"), "register.read"),
            ("meetings", _("Meetings"), "register.read"),
            ("members", _("Members"), "register.read"),
            ("entities", _("Parties and persons"), "entities.read"),
            ("sources", _("Sources"), "sources.read"),
            ("search", _("Search"), "search.read"),
        ),
    ),
    (
        _("Newsroom"),
        (
            ("briefs", _("Briefs"), "briefs.read"),
            ("releases", _("Releases"), "releases.read"),
            ("packs", _("Packs"), "packs.read"),
            ("partners", _("Partners"), "partners.read"),
            ("dispatches", _("Letters"), "dispatches.read"),
            ("uptakes", _("Uptake"), "measures.read"),
        ),
    ),
    (
        _("Content"),
        (
            ("cases", _("Cases"), "cases.read"),
            ("referrals", _("Referrals"), "referrals.read"),
            ("complaints", _("Appeals against referrals"), "complaints.read"),
            ("posts", _("Posts"), "posts.read"),
            ("banks", _("Banks"), "banks.read"),
            ("watch", _("Watch"), "watch.read"),
        ),
    ),
    (
        _("Back room"),
        (
            ("appeals", _("Appeals"), "appeals.read"),
            ("transparency", _("Transparency"), "transparency.read"),
            ("work", _("Work in hand"), "work.read"),
            ("audit", _("Audit trail"), "audit.read"),
            ("people", _("People"), "people.read"),
        ),
    ),
)


def navigation(request: HttpRequest) -> dict[str, Any]:
    """What every page shows around its own: rooms, doors, languages, version."""
    person: Any = getattr(request, "user", None)
    is_in = person is not None and person.is_authenticated
    rooms = _rooms(person, request) if is_in else []
    here = next((room for room in rooms if room["is_here"]), None)
    return {
        "rooms": rooms,
        # A room with one door is that door.
        "doors": here["doors"] if here and len(here["doors"]) > 1 else [],
        "languages": settings.LANGUAGES,
        "version": settings.VERSION,
    }


def _rooms(person: Person, request: HttpRequest) -> list[dict[str, Any]]:
    found = []
    for words, some in ROOMS:
        doors = _open(some, person, request)
        if doors:
            is_here = any(door["is_here"] for door in doors)
            address = doors[0]["address"]
            found.append(
                {"words": words, "address": address, "is_here": is_here, "doors": doors}
            )
    return found


def _open(
    doors: Sequence[Door], person: Person, request: HttpRequest
) -> list[dict[str, Any]]:
    found = []
    for name, words, right in doors:
        try:
            address = reverse(name)
        except NoReverseMatch:
            continue
        if person.may(right):
            is_here = _is_under(request.path, address)
            found.append({"address": address, "words": words, "is_here": is_here})
    return found


def _is_under(path: str, address: str) -> bool:
    return path.startswith(address) if address != "/" else path == "/"
