"""What people do to members from their page: define, admit, end, undo."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marsad.desk.entities.models import Entity
from marsad.desk.entities.official_names import LANGUAGES
from marsad.desk.memberships.admit import admit
from marsad.desk.memberships.define import define
from marsad.desk.memberships.end import end
from marsad.desk.memberships.models import Grouping, Member, Ruling
from marsad.desk.memberships.undo import undo
from marsad.desk.register.models import Entry, Finding
from marsad.desk.safeguards.models import Person
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.errors import Refused


def _done(
    request: HttpRequest, grouping: int | None, deed: Callable[[Person], Any], said: str
) -> HttpResponse:
    person: Any = request.user
    try:
        deed(person)
    except Refused as refusal:
        messages.error(request, told(refusal))
    else:
        messages.success(request, said)
    address = reverse("members")
    return redirect(f"{address}?of={grouping}" if grouping else address)


def _seen(request: HttpRequest, model: Any, written: str) -> Any:
    """A row that the reader may see, by the number that a form sent."""
    if not (written.isascii() and written.isdigit()):
        raise Http404
    return get_object_or_404(model.objects.visible_to(request.user), pk=int(written))


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


@needs("memberships.define")
@require_POST
def grouping_define(request: HttpRequest) -> HttpResponse:
    """Define a grouping."""
    asked = request.POST
    parent = _seen(request, Grouping, asked["parent"]) if asked.get("parent") else None
    names = {one: asked.get(f"name_{one}", "") for one in LANGUAGES}

    def deed(by: Person) -> None:
        because = asked.get("because", "")
        define(names, asked.get("kind", ""), parent=parent, by=by, because=because)

    return _done(request, None, deed, _("The grouping stands in the list."))


@needs("memberships.admit")
@require_POST
def member_admit(request: HttpRequest, pk: int) -> HttpResponse:
    """Admit a member, from an entry, from a proposal, or since a day that is given."""
    asked = request.POST
    grouping = _seen(request, Grouping, str(pk))
    entity = _entity(request)
    if entity is None:
        problem = _("Nobody here goes by the name «%(name)s»; add the entity first.")
        messages.error(request, problem % {"name": asked.get("name", "")})
        return redirect(f"{reverse('members')}?of={grouping.pk}")
    proof = None
    if asked.get("entry"):
        proof = _seen(request, Entry, asked["entry"])
    elif asked.get("finding"):
        proof = _seen(request, Finding, asked["finding"])
    # One button is a reason enough where a report says it; else a reason is written.
    because = asked.get("because", "") or (_("the report says so") if proof else "")

    def deed(by: Person) -> None:
        since = _day(asked.get("since", ""))
        admit(grouping, entity, proof=proof, since=since, by=by, because=because)

    return _done(request, grouping.pk, deed, _("It stands among the members."))


def _entity(request: HttpRequest) -> Entity | None:
    """The entity that was chosen, or the one that bears the name that was written."""
    asked = request.POST
    if asked.get("entity"):
        chosen: Entity = _seen(request, Entity, asked["entity"])
        return chosen
    written = " ".join(asked.get("name", "").split())
    person: Any = request.user
    rows: Any = Entity.objects.visible_to(person).standing()
    for field in ("name_ar", "name_en", "name_fr", "canonical") if written else ():
        found: Entity | None = rows.filter(**{f"{field}__iexact": written}).first()
        if found:
            return found
    return None


@needs("memberships.end")
@require_POST
def member_end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a membership."""
    member = _seen(request, Member, str(pk))
    until = _day(request.POST.get("until", ""))
    because = request.POST.get("because", "")

    def deed(by: Person) -> None:
        if until is None:
            raise Refused(str(member), _("no day was given"), _("choose the day"))
        end(member, until, by=by, because=because)

    return _done(request, member.grouping_id, deed, _("The membership has ended."))


@needs("memberships.undo")
@require_POST
def ruling_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo a decision about members."""
    ruling = get_object_or_404(Ruling, pk=pk)
    _seen(request, Grouping, str(ruling.grouping_id))
    if ruling.member_id:
        _seen(request, Member, str(ruling.member_id))
    because = request.POST.get("because", "")
    return _done(
        request,
        ruling.grouping_id if ruling.member_id else None,
        lambda by: undo(ruling, by=by, because=because),
        _("It is again as it was before."),
    )
