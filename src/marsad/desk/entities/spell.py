"""Add spellings under which an entity is found, though no report has them yet."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from marsad.desk.entities.add import LONGEST
from marsad.desk.entities.models import Entity, Name
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused
from marsad.text.language import runs


@act("entities.spell")
def spell(
    entity: Entity, spellings: Sequence[str], *, by: Person, because: str
) -> Entity:
    """Let an entity be found under other spellings, too."""
    fresh: Entity = Entity.objects.select_for_update().get(pk=entity.pk)
    for spelling in spellings:
        _add_spelling(fresh, spelling)
    note(spellings=list(spellings))
    return fresh


def _add_spelling(entity: Entity, spelling: str) -> None:
    text = " ".join(spelling.split())
    if not text or len(text) > LONGEST:
        raise Refused(
            f"«{text[:40]}»", _("is no spelling"), _("write one to 200 letters")
        )
    canonical = entity.canonical or entity.name_en or entity.name
    row = Name.objects.filter(kind=entity.kind, canonical=canonical, text=text).first()
    if row is None:
        first = next(iter(runs(text, None)), None)
        language = (first.language or "")[:2] if first else ""
        row = Name(kind=entity.kind, canonical=canonical, text=text, language=language)
    elif row.entity_id and row.entity.whole.pk != entity.pk:
        raise Refused(
            f"«{text}»",
            _("is a spelling of %(name)s") % {"name": row.entity.whole.name},
            _("split it first"),
        )
    row.entity, row.is_by_hand = row.entity or entity, True
    row.save()
