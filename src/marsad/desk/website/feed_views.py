"""The feeds, and the page that lists them."""

from collections.abc import Callable
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from marsad.desk.briefs.models import BriefKind, Topic
from marsad.desk.website.feeds import Feed, Note, atom, json_feed, note_of
from marsad.desk.website.holdings import Holdings, Shown
from marsad.desk.website.pages import absolute, changed_at, page, public
from marsad.desk.website.register_views import amendments

# So many entries, and beside them every tombstone: a reader that comes back after a
# month must still learn what to delete.
_MOST: Final = 50
_WRITERS: Final[dict[str, tuple[Callable[[Feed], bytes], str]]] = {
    "atom": (atom, "application/atom+xml; charset=utf-8"),
    "json": (json_feed, "application/feed+json; charset=utf-8"),
}
KINDS: Final = [one for one in BriefKind.values if one != BriefKind.STANDING]


@public
def feed_list(request: HttpRequest, now: Holdings, language: str) -> HttpResponse:
    """Show which feeds there are."""
    said = {
        "topics": Topic.choices,
        "kinds": [(one, BriefKind(one).label) for one in KINDS],
    }
    return page("website/feeds.html", language, ("feeds",), said)


@public
def feed(request: HttpRequest, now: Holdings, language: str, form: str) -> HttpResponse:
    """Hand out all briefs of a language as a feed."""
    title = _("Marsad: briefs")
    return _handed(now, language, form, title, ("feed", language, form), _every)


@public
def topic_feed(
    request: HttpRequest, now: Holdings, language: str, topic: str, form: str
) -> HttpResponse:
    """Hand out the briefs on a topic as a feed."""
    if topic not in Topic.values:
        raise Http404
    title = f"{_('Marsad: briefs')} · {Topic(topic).label}"
    where = ("topic-feed", language, topic, form)
    return _handed(now, language, form, title, where, lambda one: topic in one.topics)


@public
def kind_feed(
    request: HttpRequest, now: Holdings, language: str, kind: str, form: str
) -> HttpResponse:
    """Hand out the briefs of a kind as a feed."""
    if kind not in KINDS:
        raise Http404
    title = f"{_('Marsad: briefs')} · {BriefKind(kind).label}"
    where = ("kind-feed", language, kind, form)
    return _handed(now, language, form, title, where, lambda one: kind == one.kind)


@public
def corrections_feed(
    request: HttpRequest, now: Holdings, language: str, form: str
) -> HttpResponse:
    """Hand out every correction and recall as a feed."""
    notes = [_amendment(one, language) for one in amendments(now)[:_MOST]]
    where = ("corrections-feed", language, form)
    title = _("Marsad: corrections and recalls")
    return _answer(now, notes, form, title, where)


def _every(_shown: Shown) -> bool:
    return True


def _handed(
    now: Holdings,
    language: str,
    form: str,
    title: str,
    where: tuple[str, ...],
    chosen: Callable[[Shown], bool],
) -> HttpResponse:
    mine = [one for one in now.briefs if language in one.languages and chosen(one)]
    kept = [one for place, one in enumerate(mine) if place < _MOST or one.is_recalled]
    notes = [note_of(one, language) for one in kept]
    return _answer(now, notes, form, title, where)


def _answer(
    now: Holdings, notes: list[Note], form: str, title: str, where: tuple[str, ...]
) -> HttpResponse:
    name, language = where[0], where[1]
    write, kind = _WRITERS[form]
    home = "corrections" if name == "corrections-feed" else "briefs"
    made = Feed(
        id=absolute(*where),
        title=title,
        language=language,
        home=absolute(home, language),
        notes=notes,
        updated=max((one.updated for one in notes), default=changed_at(now)),
    )
    return HttpResponse(write(made), content_type=kind)


def _amendment(one: dict[str, Any], language: str) -> Note:
    """A correction or recall is news of its own; what was taken back is not repeated."""
    of: Shown = one["of"]
    address = absolute("brief", language, of.number)
    if one["is_recall"]:
        title = _("Recalled: %(number)s") % {"number": of.number}
        told = (of.notice or {}).get(language, "")
        return Note(f"{address}#recalled", address, title, told, one["at"], one["at"])
    by: Shown = one["by"]
    title = _("%(number)s corrects %(earlier)s")
    title = title % {"number": by.number, "earlier": of.number}
    told = "" if by.is_recalled else by.digest.correction.get(language, "")
    address = absolute("brief", language, by.number)
    return Note(f"{address}#correction", address, title, told, one["at"], one["at"])
