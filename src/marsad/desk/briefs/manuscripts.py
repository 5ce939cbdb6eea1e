"""A page of the editor as a manuscript: its blocks as plain values."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from wagtail.images.models import Image

from marsad.composing.editions import (
    LANGUAGES,
    Block,
    Manuscript,
    Media,
    Member,
    Roll,
    Sort,
)
from marsad.desk.briefs.citing import rivals_of
from marsad.desk.briefs.models import Brief
from marsad.desk.indicators.models import Indicator
from marsad.desk.memberships.models import Grouping
from marsad.desk.memberships.models import Member as Membership
from marsad.desk.register.models import Entry
from marsad.marking import Audience, Marking

_MEDIA_TYPES: Final = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
}


def manuscript_of(page: Brief, original: Brief | None = None) -> Manuscript:
    """What a page, or a revision of it, says; `original` where it is a translation."""
    return Manuscript(
        language=page.language,
        title=page.title,
        summary=page.summary,
        blocks=tuple(_blocks(page, original)),
    )


def _blocks(page: Brief, original: Brief | None) -> Iterator[Block]:
    theirs = {str(one.id): one for one in original.body} if original is not None else {}
    for one in page.body:
        value, sort, name = one.value, Sort(one.block_type), str(one.id)
        yield Block(
            id=name,
            sort=sort,
            text=(value.get("text") or "").strip(),
            entries=tuple(_entries(page, sort, value)),
            key=value.get("key") or "",
            media=_media(sort, value),
            roll=_roll(page, value) if sort == Sort.ROLL else None,
            draft="machine" if name in page.by_machine else "",
            freshness=""
            if original is None
            else freshness(page, name, theirs.get(name), one),
        )


def freshness(page: Brief, name: str, theirs: Any, ours: Any) -> str:
    """How a translated block stands to the original's: fresh, changed or untranslated."""
    if theirs is None:
        # People may add a block in one language alone; nothing of it is behind.
        return "fresh"
    if not wording(theirs) or page.stands_for.get(name) == fingerprint(theirs):
        return "fresh"
    if name not in page.stands_for and wording(theirs) == wording(ours):
        return "untranslated"
    return "changed" if name in page.stands_for else "untranslated"


def fingerprint(block: Any) -> str:
    """The hash of all that a block says, by which a translation knows what it stands for."""
    said = json.dumps(block.get_prep_value()["value"], sort_keys=True, default=str)
    return hashlib.sha256(said.encode()).hexdigest()


def wording(block: Any) -> tuple[str, ...]:
    """The words of a block that a translator writes anew."""
    fields = ("text", "alternative", "transcript")
    return tuple(str(block.value.get(one) or "").strip() for one in fields)


def _entries(page: Brief, sort: Sort, value: Any) -> Iterator[int]:
    if value.get("entries"):
        yield from dict.fromkeys(one.pk for one in value["entries"] if one)
    if value.get("entry"):
        yield value["entry"].pk
    if sort == Sort.CHART and value.get("indicator"):
        audience = Audience(page.audience)
        yield from chart_entries(value["indicator"], audience, page.as_of)


def chart_entries(indicator: Indicator, audience: Audience, as_of: date) -> list[int]:
    """The values of a series up to a day that may reach an audience, by their days.

    None of those that another value denies and nobody has resolved: no chart takes sides.
    """
    reach = [one for one in Marking if one.may_reach(audience)]
    rows = Entry.objects.current().filter(
        series=indicator.key, value__isnull=False, day__lte=as_of
    )
    rows = rows.filter(marking__in=[int(one) for one in reach])
    values = list(rows.order_by("day", "pk").values_list("pk", flat=True))
    denied = rivals_of(values)
    return [one for one in values if one not in denied]


def _media(sort: Sort, value: Any) -> Media | None:
    if sort not in (Sort.IMAGE, Sort.VIDEO):
        return None
    image: Image | None = value.get("image")
    name = image.filename if image else ""
    ending = name.rpartition(".")[2].lower()
    return Media(
        name=f"image-{image.pk}.{ending}" if image else "",
        sha256=_sha256(image) if image else "",
        media_type=_MEDIA_TYPES.get(ending, ""),
        width=image.width if image else 0,
        height=image.height if image else 0,
        alternative=value.get("alternative") or "",
        credit=value.get("credit") or "",
        licence=value.get("licence") or "",
        address=value.get("address") or "",
        transcript=value.get("transcript") or "",
    )


def _sha256(image: Image) -> str:
    with image.open_file() as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _roll(page: Brief, value: Any) -> Roll | None:
    grouping: Grouping | None = value.get("grouping")
    if grouping is None:
        return None
    day = value.get("as_of") or page.as_of
    reach = [int(one) for one in Marking if one.may_reach(Audience(page.audience))]
    spells: Any = Membership.objects.filter(
        grouping=grouping, is_void=False, marking__in=reach, since__lte=day
    )
    spells = spells.exclude(until__lte=day).select_related("entity__joined_into")
    return Roll(
        grouping=grouping.written_names,
        kind=grouping.kind,
        as_of=day,
        members=tuple(_member(one) for one in spells.order_by("since", "pk")),
    )


def _member(spell: Membership) -> Member:
    entity = spell.entity.whole
    return Member(
        names=dict.fromkeys(LANGUAGES, entity.canonical) | entity.written_names,
        since=spell.since,
        entry=spell.since_entry_id,
    )
