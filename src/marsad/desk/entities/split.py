"""Split names off an entity that mean somebody else; their findings stay."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from marsad.desk.entities.add import require_office, tidy
from marsad.desk.entities.counting import refresh
from marsad.desk.entities.join import locked
from marsad.desk.entities.models import Entity, Move, Name
from marsad.desk.entities.official_names import LANGUAGES
from marsad.desk.safeguards.acts import act, note, touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused
from marsad.marking import Marking


@act("entities.split")
def split(
    entity: Entity,
    spellings: Sequence[Name],
    names: Mapping[str, str],
    *,
    by: Person,
    because: str,
    office: str = "",
) -> Move:
    """Make another entity of some of the names that one goes by."""
    [whole] = locked(entity)
    if whole.joined_into_id:
        raise Refused(
            f"«{whole.name}»", _("is part of another now"), _("split the whole")
        )
    said = tidy(names)
    if not said:
        raise Refused(
            _("the new entity"), _("has no name"), _("write it in a language")
        )
    require_office(whole.kind, office)
    taken = _taken(whole, spellings)
    fresh = _part_of(whole, said, office)
    move = Move.objects.create(
        act="split",
        entity=fresh,
        other=whole,
        names=[[one.pk, one.entity_id] for one in taken],
        by=by,
        because=because.strip(),
    )
    Name.objects.filter(pk__in=[one.pk for one in taken]).update(entity=fresh)
    refresh([whole.pk, fresh.pk])
    note(spellings=[one.text for one in taken])
    touch(whole, fresh)
    return move


def _part_of(whole: Entity, said: Mapping[str, str], office: str) -> Entity:
    part = Entity(
        kind=whole.kind,
        # The readers do not tell the two apart: new spellings go to the old one.
        canonical="",
        office=office.strip()[:300],
        marking=int(Marking.RED),
        **{f"name_{one}": said.get(one, "") for one in LANGUAGES},
    )
    part.save()
    return part


def _taken(whole: Entity, spellings: Sequence[Name]) -> list[Name]:
    rows = Name.objects.select_for_update().filter(entity__in=whole.family())
    all_names = {one.pk: one for one in rows.order_by("pk")}
    chosen = sorted({one.pk for one in spellings})
    if not chosen:
        raise Refused(
            f"«{whole.name}»", _("no name was chosen"), _("choose one or more")
        )
    if not set(chosen) <= all_names.keys():
        raise Refused(
            f"«{whole.name}»",
            _("has lost a chosen name since"),
            _("load the page again"),
        )
    if len(chosen) == len(all_names):
        raise Refused(
            f"«{whole.name}»", _("would keep no name"), _("leave at least one of them")
        )
    return [all_names[pk] for pk in chosen]
