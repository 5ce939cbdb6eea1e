"""For the cell: who was sent what, when, by which way, and whether it arrived."""

from typing import Any, Final

from django.core.paginator import Paginator
from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from marsad.desk.dispatches.models import Dispatch, Outcome, PartnerPack, Return
from marsad.desk.dispatches.reach import copy_of, partners_of
from marsad.desk.dispatches.reading import text_of
from marsad.desk.exports.hand_out import answer
from marsad.desk.exports.tables import Column
from marsad.desk.mailing.office import server
from marsad.desk.partners.models import Partner
from marsad.desk.releases.models import Release
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.errors import Refused

_A_PAGE: Final = 30
COLUMNS: Final = (
    Column("release", lambda one: one.release.number),
    Column("cause", lambda one: one.cause),
    Column("partner", lambda one: one.contact.partner.code),
    Column("contact", lambda one: one.contact.name),
    Column("address", lambda one: one.contact.address),
    Column("outcome", lambda one: one.outcome),
    Column("made_at", lambda one: one.made_at),
    Column("sent_at", lambda one: one.sent_at),
    Column("tries", lambda one: one.tries),
    Column("next_try_at", lambda one: one.waits_until),
    Column("said", lambda one: one.said),
)


@needs("dispatches.read")
@require_GET
def dispatches(request: HttpRequest) -> HttpResponse:
    """List releases with what became of their letters; as a file where it is asked for."""
    if "format" in request.GET:
        return answer(request, "letters", COLUMNS, _letters(request).iterator(2000))  # type: ignore[return-value]
    rows: Any = Release.objects.visible_to(_person(request)).opened()
    counted = rows.annotate(
        pack_count=Count("packs", distinct=True),
        **{f"{one}_count": _count(one) for one in Outcome.values},
    ).order_by("-opens_at", "-id")
    leaf = Paginator(counted, _A_PAGE).get_page(request.GET.get("page"))
    shown = {"leaf": leaf, "trouble": _trouble(), "has_server": bool(_server())}
    return render(request, "dispatches/dispatches.html", shown)


@needs("dispatches.read")
@require_GET
def dispatch(request: HttpRequest, number: str) -> HttpResponse:
    """Show one release: each partner's pack, its letters, and who took it."""
    release = _release(request, number)
    letters = _letters(request).filter(release=release)
    if "format" in request.GET:
        return answer(request, f"letters-{number}", COLUMNS, letters.iterator(2000))  # type: ignore[return-value]
    packs = release.packs.select_related("partner").order_by("partner__code")
    handings = release.handings.select_related("person", "partner").order_by("-id")
    shown = {
        "release": release,
        "recall": getattr(release, "recall", None),
        "packs": packs,
        "without": _without(release, packs),
        "letters": list(letters[:1000]),
        "handings": list(handings[:200]),
        "trouble": _trouble(),
    }
    return render(request, "dispatches/dispatch.html", shown)


@needs("dispatches.read")
@require_GET
def preview(request: HttpRequest, number: str, code: str) -> HttpResponse:
    """Show a release as a partner takes it, or would take it with its settings of today."""
    release = _release(request, number)
    partner = get_object_or_404(Partner, code=code)
    frozen = PartnerPack.objects.filter(release=release, partner=partner).first()
    shown: dict[str, Any] = {"release": release, "partner": partner, "frozen": frozen}
    is_frozen = frozen is not None and request.GET.get("as") != "now"
    copy = copy_of(release.frozen, partner)
    edition = frozen.adapted if frozen and is_frozen else copy.edition
    if edition is not None:
        shown["text"] = text_of(edition, request.GET.get("language", ""))
    shown |= {"copy": copy, "is_frozen": is_frozen}
    shown["is_reached"] = partners_of(release).filter(pk=partner.pk).exists()
    return render(request, "dispatches/preview.html", shown)


def _person(request: HttpRequest) -> Any:
    return request.user


def _letters(request: HttpRequest) -> QuerySet[Dispatch]:
    seen: Any = Release.objects.visible_to(_person(request))
    rows = Dispatch.objects.filter(release__in=seen)
    related = ("release", "contact__partner")
    returns = Prefetch("returns", queryset=Return.objects.order_by("id"))
    return rows.select_related(*related).prefetch_related(returns).order_by("-id")


def _release(request: HttpRequest, number: str) -> Release:
    rows: Any = Release.objects.visible_to(_person(request))
    found: Release = get_object_or_404(
        rows.select_related("recall", "corrects", "corrected_by"), number=number
    )
    return found


def _without(release: Release, packs: QuerySet[PartnerPack]) -> list[Partner]:
    """The partners in the circle of a release for which no pack was made."""
    had = packs.values("partner_id")
    return list(partners_of(release).exclude(pk__in=had).order_by("code"))


def _count(outcome: str) -> Count:
    only = Q(dispatches__outcome=outcome)
    return Count("dispatches", filter=only, distinct=True)


def _server() -> str:
    try:
        found = server()
    except Refused:
        return ""
    return str(found) if found else ""


def _trouble() -> str:
    """What is wrong with how mail is set up; nothing where all is well."""
    try:
        server()
    except Refused as refusal:
        return told(refusal)
    return ""
