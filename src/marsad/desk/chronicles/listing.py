"""The entities that a reader may see: by kind, by any spelling, the usual ones first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Q

from marsad.desk.entities.counting import roots_of
from marsad.desk.entities.follow import followed_by
from marsad.desk.entities.models import Entity, EntityKind, Name
from marsad.desk.safeguards.models import Person
from marsad.text.normalise import fold

PAGE: Final = 50
# A search shows so many at most: who finds more writes more letters.
MOST_FOUND: Final = 100
_MOST_SPELLINGS: Final = 400


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asks the list for."""

    kind: str = ""
    words: str = ""
    # The count and the id after which the next page begins.
    after: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Some entities, and where the next ones begin."""

    rows: Sequence[Entity]
    older: str = ""


def asked_in(asked: Any) -> Asked:
    """Read what was asked from an address; what is not understood is left out."""
    kind = asked.get("kind", "")
    count, _, pk = asked.get("after", "").partition("~")
    is_place = count.isascii() and count.isdigit() and pk.isascii() and pk.isdigit()
    return Asked(
        kind=kind if kind in EntityKind.values else "",
        words=" ".join(asked.get("q", "").split())[:100],
        after=(int(count), int(pk)) if is_place else None,
    )


def listed(asked: Asked, person: Person) -> Page:
    """One page of entities, those that are named most first."""
    rows = entities(asked, person).order_by("-mention_count", "-id")
    if asked.words:
        return Page(list(rows[:MOST_FOUND]))
    if asked.after is not None:
        count, pk = asked.after
        rows = rows.filter(
            Q(mention_count__lt=count) | Q(mention_count=count, pk__lt=pk),
            mention_count__lte=count,
        )
    found = list(rows[: PAGE + 1])
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Page(found[:PAGE], f"{last.mention_count}~{last.pk}" if last else "")


def entities(asked: Asked, person: Person) -> Any:
    """All entities that are asked for, in no order."""
    rows: Any = Entity.objects.visible_to(person).standing()
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.words:
        rows = rows.filter(pk__in=_found(asked.words, person))
    return rows


def _found(words: str, person: Person) -> list[int]:
    folded = fold(words)
    spelt = Name.objects.visible_to(person).filter(entity__isnull=False)
    spelt = spelt.filter(folded__contains=folded).order_by()
    named = Entity.objects.visible_to(person).filter(folded__contains=folded)
    ids = {
        *spelt.values_list("entity", flat=True)[:_MOST_SPELLINGS],
        *named.order_by("-mention_count").values_list("pk", flat=True)[
            :_MOST_SPELLINGS
        ],
    }
    return roots_of(ids)


def followed(person: Person) -> list[Entity]:
    """The entities that the reader follows, and may see."""
    rows: Any = Entity.objects.visible_to(person).standing()
    found = rows.filter(pk__in=followed_by(person))
    return list(found.order_by("-mention_count", "-id"))
