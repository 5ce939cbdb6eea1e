"""A partner's own place: what was released to it, read here or taken as files."""

from pathlib import PurePosixPath
from typing import Any, Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from marsad.desk.dispatches import archives
from marsad.desk.dispatches.acknowledge import acknowledge
from marsad.desk.dispatches.hand_out import hand_out, not_yet_noted
from marsad.desk.dispatches.models import Cause, PartnerPack
from marsad.desk.dispatches.notices import with_words
from marsad.desk.dispatches.reading import (
    SHOWN,
    WHOLE,
    files_of,
    media_type,
    text_of,
)
from marsad.desk.dispatches.seeing import (
    correction_of,
    is_standing,
    partner_of,
    recall_of,
    seen_by,
)
from marsad.desk.releases.models import Release
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.errors import Refused

_A_PAGE: Final = 25
_TOPIC: Final = "topic"


@needs("packs.read")
@never_cache
@require_GET
def packs(request: HttpRequest) -> HttpResponse:
    """List what was released to the reader's partner, newest first."""
    person: Any = request.user
    rows: Any = seen_by(person)
    # Few packs a day: topics are looked for among those that the reader may see.
    topics = sorted({one for pack in rows for one in pack.release.topics})
    topic = request.GET.get(_TOPIC, "")
    listed = [one for one in rows if not topic or topic in one.release.topics]
    leaf = Paginator(listed, _A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "partner": partner_of(person),
        "rows": [_row(one) for one in leaf],
        "leaf": leaf,
        "topics": topics,
        "topic": topic,
    }
    return render(request, "dispatches/packs.html", shown)


@needs("packs.read")
@never_cache
@require_GET
def pack(request: HttpRequest, number: str) -> HttpResponse:
    """Show one pack; of a recalled one, that it was recalled."""
    found = _seen(request, number)
    person: Any = request.user
    recall = recall_of(found.release)
    what = "notice" if recall else "page"
    if not_yet_noted([found], what, person):
        hand_out([found], what, by=person, because="opened its page")
    shown: dict[str, Any] = {"pack": found, "release": found.release, "recall": recall}
    shown["says"] = says_of(found)
    if recall is not None:
        shown["notice"] = with_words(found, Cause.RECALL)
        shown["says"] = {}
        return render(request, "dispatches/pack.html", shown)
    if correction_of(found.release) is not None:
        shown["notice"] = with_words(found, Cause.CORRECTION)
    asked = request.GET.get("language") or translation.get_language() or "en"
    shown["text"] = text_of(found.adapted, asked[:2])
    if is_standing(found.release):
        shown["files"] = list(files_of(tuple(found.says)))
    return render(request, "dispatches/pack.html", shown)


@needs("packs.read")
@never_cache
@require_GET
def take(request: HttpRequest, number: str, what: str) -> HttpResponse:
    """Give one file of a pack; what was recalled or corrected is given no more."""
    found = _seen(request, number)
    files = files_of(tuple(found.says))
    if what not in files or not is_standing(found.release):
        raise Http404
    person: Any = request.user
    is_whole = what == WHOLE
    raw = archives.whole(found) if is_whole else archives.one_file(found, files[what])
    if raw is None:
        raise Http404
    try:
        # Last of all: what was recalled while the file was built is not given out.
        hand_out([found], what, by=person, because="taken from its page")
    except Refused:
        raise Http404 from None
    name = f"{number}.zip" if is_whole else f"{number}-{what}"
    answer = HttpResponse(raw, content_type=media_type(what))
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@needs("packs.read")
@never_cache
@require_GET
def shown(request: HttpRequest, number: str, name: str) -> HttpResponse:
    """Give a chart or a picture of a pack to the page that shows it."""
    found = _seen(request, number)
    kind = SHOWN.get(PurePosixPath(name).suffix)
    if kind is None or recall_of(found.release) is not None:
        raise Http404
    raw = archives.one_file(found, name)
    if raw is None:
        raise Http404
    answer = HttpResponse(raw, content_type=kind)
    # An SVG that is opened by itself runs and loads nothing.
    answer["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
    return answer


@needs("packs.acknowledge")
@require_POST
def notice_read(request: HttpRequest, number: str) -> HttpResponse:
    """Note that the reader has read a notice."""
    person: Any = request.user
    release = get_object_or_404(
        Release.objects.filter(handings__person=person).distinct(), number=number
    )
    try:
        acknowledge(release, by=person, because="read the notice")
        messages.success(request, _("Noted: you have read it."))
    except Refused as refusal:
        messages.error(request, told(refusal))
    return redirect("packs")


def says_of(pack: PartnerPack) -> dict[str, str]:
    """Title and summary in the reader's language, or in the partner's first."""
    asked = (translation.get_language() or "en")[:2]
    known = asked if asked in pack.says else next(iter(pack.says))
    return {**pack.says[known], "language": known}


def _row(pack: PartnerPack) -> dict[str, Any]:
    recall = recall_of(pack.release)
    return {
        "pack": pack,
        "release": pack.release,
        "recall": recall,
        "correction": correction_of(pack.release),
        "says": {} if recall else says_of(pack),
    }


def _seen(request: HttpRequest, number: str) -> PartnerPack:
    """A pack of the reader's partner; of any other, as if there were none."""
    person: Any = request.user
    return get_object_or_404(seen_by(person), release__number=number)
