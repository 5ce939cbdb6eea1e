"""The page of one entity, its mentions, and whoever may be the same."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from marsad.desk.chronicles.alike import alike
from marsad.desk.chronicles.bars import picture_of
from marsad.desk.chronicles.bearers import Bearer, bearer_of, spellings_of
from marsad.desk.chronicles.cursors import Cursor
from marsad.desk.chronicles.doors import doors
from marsad.desk.chronicles.listing import Asked, entities
from marsad.desk.chronicles.mentions import mentions
from marsad.desk.chronicles.timeline import KINDS, timeline
from marsad.desk.entities.models import Entity, ExternalId, Following, Move
from marsad.desk.safeguards.models import Person
from marsad.desk.safeguards.needs import needs

_NEWEST_MENTIONS = 30
_MOST_FOUND = 10


def seen_entity(request: HttpRequest, pk: int) -> Entity:
    """The entity, if the reader may see it and the whole that it is part of."""
    person: Any = request.user
    rows = Entity.objects.visible_to(person).select_related("joined_into")
    entity: Entity = get_object_or_404(rows, pk=pk)
    whole = entity.whole
    if not whole.has_page or whole.marking > person.clearance:
        raise Http404
    return entity


@needs("entities.read")
def entity(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is known of an entity; a part of another leads to the whole."""
    one = seen_entity(request, pk)
    if one.joined_into_id:
        return redirect("entity", one.whole.pk, permanent=False)
    person: Any = request.user
    bearer = bearer_of(one, person)
    asked = _asked(request)
    page = timeline(bearer, person, **asked)
    said: dict[str, Any] = {
        "entity": one,
        "bearer": bearer,
        "page": page,
        "asked": asked,
        "kinds": [(str(kind), kind.label) for kind in KINDS],
        "is_first": asked["after"] is None,
        **doors(person),
    }
    if request.GET.get("part") == "timeline":
        return render(request, "chronicles/timeline.html", said)
    return render(
        request, "chronicles/entity.html", said | _about(bearer, person, request)
    )


def _asked(request: HttpRequest) -> dict[str, Any]:
    kind = request.GET.get("kind", "")
    try:
        since = date.fromisoformat(request.GET.get("since", ""))
    except ValueError:
        since = None
    return {
        "kind": kind if kind in KINDS else "",
        "after": Cursor.parse(request.GET.get("after", "")),
        "since": since,
    }


def _about(bearer: Bearer, person: Person, request: HttpRequest) -> dict[str, Any]:
    entity = bearer.entity
    followers = Following.objects.filter(entity__in=bearer.family)
    said: dict[str, Any] = {
        "spellings": spellings_of(bearer, person),
        "picture": picture_of(bearer.months),
        "ids": ExternalId.objects.filter(entity__in=bearer.family),
        "is_followed": followers.filter(person=person).exists(),
        "names": [(one, getattr(entity, f"name_{one}")) for one in ("ar", "en", "fr")],
    }
    if person.may("findings.read"):
        said["recent"] = mentions(bearer, person, count=_NEWEST_MENTIONS)
        said["followers"] = {
            one.person.name for one in followers.select_related("person")
        }
        said["moves"] = moves_of(bearer, person)
    words = " ".join(request.GET.get("same", "").split())[:100]
    if words and person.may("entities.join"):
        found = entities(Asked(words=words), person).exclude(pk=entity.pk)
        said["same"] = found.order_by("-mention_count", "-id")[:_MOST_FOUND]
        said["same_words"] = words
    return said


def moves_of(bearer: Bearer, person: Person) -> list[Move]:
    """The joins and splits of an entity, as far as the reader may see the other side."""
    rows = Move.objects.filter(other__in=bearer.family) | Move.objects.filter(
        entity__in=bearer.family
    )
    rows = rows.filter(entity__marking__lte=person.clearance)
    seen = rows.filter(other__marking__lte=person.clearance)
    return list(seen.select_related("entity", "other", "by").distinct()[:50])


@needs("findings.read")
def entity_mentions(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the documents that name an entity, with the words that name it."""
    one = seen_entity(request, pk).whole
    person: Any = request.user
    bearer = bearer_of(one, person)
    page = mentions(bearer, person, after=Cursor.parse(request.GET.get("after", "")))
    said = {"entity": one, "bearer": bearer, "page": page, **doors(person)}
    return render(request, "chronicles/mentions.html", said)


@needs("entities.join")
def entity_alike(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who may be the same under another name: proposals, for a person to join."""
    one = seen_entity(request, pk).whole
    person: Any = request.user
    found = alike(bearer_of(one, person), person)
    return render(request, "chronicles/alike.html", {"entity": one, "found": found})
