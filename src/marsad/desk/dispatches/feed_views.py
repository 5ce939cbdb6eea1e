"""Private feeds for programs: with the key of a person who sits at the partner."""

from collections.abc import Callable
from functools import wraps
from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from marsad.desk.dispatches.feeds import Feed, as_atom, as_json
from marsad.desk.dispatches.hand_out import hand_out, not_yet_noted
from marsad.desk.dispatches.seeing import partner_of, seen_by
from marsad.desk.partners.models import LANGUAGES
from marsad.desk.safeguards.asking import person_asking
from marsad.desk.safeguards.models import Person

_SCOPE: Final = "packs:read"
_RIGHT: Final = "packs.read"
_MOST: Final = 100


def for_programs(
    view: Callable[[HttpRequest, Person, str], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Open a view to the key of a person's program, or to their browser."""

    @wraps(view)
    @require_safe
    def opened(request: HttpRequest, language: str) -> HttpResponse:
        person = person_asking(request, _SCOPE)
        if person is None:
            answer = HttpResponse("a key is needed", status=401)
            # Programs that read feeds know Basic, where the key stands as the password.
            answer["WWW-Authenticate"] = 'Bearer realm="packs", Basic realm="packs"'
            return answer
        if not person.may(_RIGHT):
            return HttpResponse("no right to read packs", status=403)
        answer = view(request, person, language)
        answer["Cache-Control"] = "private, no-store"
        return answer

    opened.right = _RIGHT  # type: ignore[attr-defined]
    return opened


@for_programs
def atom(request: HttpRequest, person: Person, language: str) -> HttpResponse:
    """The packs of the reader's partner in a language, as Atom."""
    feed = _feed(request, person, language)
    return HttpResponse(as_atom(feed), content_type="application/atom+xml")


@for_programs
def json_feed(request: HttpRequest, person: Person, language: str) -> HttpResponse:
    """The packs of the reader's partner in a language, as JSON Feed."""
    feed = _feed(request, person, language)
    return HttpResponse(as_json(feed), content_type="application/feed+json")


def _feed(request: HttpRequest, person: Person, language: str) -> Feed:
    partner = partner_of(person)
    if partner is None or language not in dict(LANGUAGES):
        raise Http404
    topic = request.GET.get("topic", "")
    rows = [
        one
        for one in seen_by(person)[: _MOST * 2]
        if language in one.says and (not topic or topic in one.release.topics)
    ][:_MOST]
    with override(language):
        title = _("Packs for %(partner)s") % {"partner": partner.name}
    address = f"{settings.DESK_ADDRESS}{request.get_full_path()}"
    feed = Feed(title, language, address, rows)
    fresh = not_yet_noted(feed.standing, "feed", person)
    if fresh and request.method == "GET":
        hand_out(fresh, "feed", by=person, because="read in a feed")
    return feed
