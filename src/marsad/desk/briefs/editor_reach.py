"""How far a person's clearance reaches in the editor: which briefs, which entries."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.http import Http404
from wagtail.admin.models import EditingSession
from wagtail.models import Revision

from marsad.desk.briefs.models import Brief
from marsad.desk.indicators.models import Indicator
from marsad.desk.memberships.models import Grouping
from marsad.desk.register.models import Entry
from marsad.desk.safeguards.models import Person

_MODELS: Final[Mapping[str, Any]] = {
    "entry": Entry,
    "indicator": Indicator,
    "grouping": Grouping,
}


@dataclass(slots=True)
class Leaning:
    """What a text leans on: numbers of entries, indicators and groupings."""

    entry: set[int] = field(default_factory=set)
    indicator: set[int] = field(default_factory=set)
    grouping: set[int] = field(default_factory=set)


def leaning_of(blocks: Iterable[Mapping[str, Any]]) -> Leaning:
    """What blocks lean on, as the editor keeps them in JSON."""
    found = Leaning()
    for block in blocks:
        value = block.get("value")
        if not isinstance(value, Mapping):
            continue
        for name in _MODELS:
            if isinstance(value.get(name), int):
                getattr(found, name).add(value[name])
        for one in value.get("entries") or ():
            number = one.get("value") if isinstance(one, Mapping) else one
            if isinstance(number, int):
                found.entry.add(number)
    return found


def may_open(person: Person, page: Brief, revisions: Iterable[Revision] = ()) -> bool:
    """Whether somebody may read all that a brief, and these revisions of it, lean on."""
    kept = [one for one in (page.latest_revision, *revisions) if one is not None]
    texts = [_blocks_of(one) for one in kept] or [list(page.body.raw_data)]
    leaning = leaning_of(block for blocks in texts for block in blocks)
    return all(
        _all_seen(model, getattr(leaning, name), person)
        for name, model in _MODELS.items()
    )


def _blocks_of(revision: Revision) -> list[Mapping[str, Any]]:
    blocks: list[Mapping[str, Any]] = json.loads(revision.content.get("body") or "[]")
    return blocks


def _all_seen(model: Any, numbers: set[int], person: Person) -> bool:
    if not numbers:
        return True
    there = model.objects.filter(pk__in=numbers)
    return bool(there.count() == there.visible_to(person).count())


def refuse_above(person: Person, name: str, named: Mapping[str, Any]) -> None:
    """Answer as if a page were not there, where it leans on what somebody may not read."""
    space, _, view = name.partition(":")
    if space == "wagtailadmin_pages":
        number = named.get("page_id", named.get("pk"))
    elif view == "release":
        # Only one's own: nobody is taken for gone by another.
        own = EditingSession.objects.filter(pk=named.get("session_id"), user=person)
        if not own.exists():
            raise Http404
        return
    elif view == "ping":
        number = named.get("object_id")
        if (named.get("app_label"), named.get("model_name")) != ("wagtailcore", "page"):
            raise Http404
    else:
        return
    page = _page(str(number))
    if page is None or not may_open(person, page, _revisions(page, named)):
        raise Http404


def _page(number: str) -> Brief | None:
    if not (number.isascii() and number.isdecimal() and len(number) < 18):
        return None
    rows = Brief.objects.select_related("latest_revision")
    page: Brief | None = rows.filter(pk=int(number)).first()
    return page


def _revisions(page: Brief, named: Mapping[str, Any]) -> list[Revision]:
    """The revisions that an address names; those of other pages are not there."""
    asked = [
        str(named[name])
        for name in ("revision_id", "revision_id_a", "revision_id_b")
        if name in named
    ]
    rows: Any = page.revisions.order_by("created_at", "pk")
    found = []
    for one in asked:
        if one == "live":
            # Nothing ever went out from here.
            raise Http404
        if one in ("earliest", "latest"):
            revision = rows.first() if one == "earliest" else rows.last()
        else:
            revision = rows.filter(pk=int(one)).first() if len(one) < 18 else None
        if revision is None:
            raise Http404
        found.append(revision)
    return found
