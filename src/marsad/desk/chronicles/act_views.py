"""What people do to an entity from its page: follow, name, join, split, undo, add."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marsad.desk.chronicles.page_views import seen_entity
from marsad.desk.entities.add import add
from marsad.desk.entities.follow import follow, unfollow
from marsad.desk.entities.join import join
from marsad.desk.entities.models import Entity, Move, Name
from marsad.desk.entities.name import SCHEMES, name
from marsad.desk.entities.official_names import LANGUAGES
from marsad.desk.entities.spell import spell
from marsad.desk.entities.split import split
from marsad.desk.entities.undo import undo
from marsad.desk.safeguards.models import Person
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.errors import Refused
from marsad.marking import Marking


def _names(request: HttpRequest) -> dict[str, str]:
    return {one: request.POST.get(f"name_{one}", "") for one in LANGUAGES}


def _done(
    request: HttpRequest, pk: int, deed: Callable[[Person], Any], said: str
) -> HttpResponse:
    """Do it, and go back to the page with word of what was done or why not."""
    person: Any = request.user
    try:
        deed(person)
    except Refused as refusal:
        messages.error(request, told(refusal))
    else:
        messages.success(request, said)
    return redirect("entity", pk)


@needs("entities.follow")
@require_POST
def entity_follow(request: HttpRequest, pk: int) -> HttpResponse:
    """Follow an entity."""
    one = seen_entity(request, pk).whole
    because = _("followed from its page")
    return _done(
        request,
        one.pk,
        lambda by: follow(one, by=by, because=because),
        _("What it says and does will stand on your overnight page."),
    )


@needs("entities.unfollow")
@require_POST
def entity_unfollow(request: HttpRequest, pk: int) -> HttpResponse:
    """Follow an entity no longer."""
    one = seen_entity(request, pk).whole
    because = _("no longer followed, from its page")
    return _done(
        request,
        one.pk,
        lambda by: unfollow(one, by=by, because=because),
        _("You follow it no longer."),
    )


@needs("entities.name")
@require_POST
def entity_name(request: HttpRequest, pk: int) -> HttpResponse:
    """Set names, office and numbers elsewhere."""
    one = seen_entity(request, pk)
    ids = {each: request.POST[each] for each in SCHEMES if each in request.POST}

    def deed(by: Person) -> None:
        office = request.POST.get("office")
        because = request.POST.get("because", "")
        name(one, _names(request), office=office, ids=ids, by=by, because=because)

    return _done(request, one.pk, deed, _("The names were kept."))


@needs("entities.spell")
@require_POST
def entity_spell(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a spelling under which an entity is found."""
    one = seen_entity(request, pk)
    spellings = [request.POST.get("spelling", "")]
    because = request.POST.get("because", "")
    return _done(
        request,
        one.pk,
        lambda by: spell(one, spellings, by=by, because=because),
        _("It is found under this spelling, too."),
    )


@needs("entities.join")
@require_POST
def entity_join(request: HttpRequest, pk: int) -> HttpResponse:
    """Join the entity that was chosen to this one."""
    whole = seen_entity(request, pk)
    chosen = request.POST.get("part", "")
    part = seen_entity(request, int(chosen) if chosen.isdecimal() else 0)
    because = request.POST.get("because", "")
    return _done(
        request,
        whole.pk,
        lambda by: join(part, whole, by=by, because=because),
        _("The two are one from now on; this can be undone below."),
    )


@needs("entities.split")
@require_POST
def entity_split(request: HttpRequest, pk: int) -> HttpResponse:
    """Make another entity of the spellings that were chosen."""
    one = seen_entity(request, pk)
    chosen = [pk for pk in request.POST.getlist("spelling") if pk.isdecimal()]
    person: Any = request.user
    spellings = list(Name.objects.visible_to(person).filter(pk__in=chosen))

    def deed(by: Person) -> None:
        split(
            one,
            spellings,
            _names(request),
            office=request.POST.get("office", ""),
            by=by,
            because=request.POST.get("because", ""),
        )

    said = _("The chosen names are another's from now on; this can be undone below.")
    return _done(request, one.pk, deed, said)


@needs("entities.undo")
@require_POST
def entity_undo(request: HttpRequest, pk: int, move: int) -> HttpResponse:
    """Undo a join or a split."""
    one = seen_entity(request, pk).whole
    row = get_object_or_404(Move.objects.select_related("entity", "other"), pk=move)
    for side in (row.entity, row.other):
        seen_entity(request, side.pk)
    because = request.POST.get("because", "")
    return _done(
        request,
        one.pk,
        lambda by: undo(row, by=by, because=because),
        _("It is again as it was before."),
    )


@needs("entities.add")
@require_POST
def entity_add(request: HttpRequest) -> HttpResponse:
    """Add a party or a public person."""
    person: Any = request.user
    written = request.POST.get("marking", "")
    marking = int(written) if written.isdecimal() else int(Marking.GREEN)
    try:
        made: Entity = add(
            request.POST.get("kind", ""),
            _names(request),
            office=request.POST.get("office", ""),
            marking=min(marking, person.clearance),
            by=person,
            because=request.POST.get("because", ""),
        )
    except Refused as refusal:
        messages.error(request, told(refusal))
        return redirect("entities")
    messages.success(request, _("It has a page now."))
    return redirect("entity", made.pk)
