"""Add a party or a public person whom no report has named yet."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext as _

from marsad.desk.entities.counting import refresh
from marsad.desk.entities.models import Entity, EntityKind, ExternalId, Name
from marsad.desk.entities.official_names import LANGUAGES, is_state, official
from marsad.desk.safeguards.acts import Actor, act
from marsad.errors import Refused
from marsad.marking import Marking
from marsad.text.normalise import fold

LONGEST: Final = 200


@act("entities.add")
def add(
    kind: str,
    names: Mapping[str, str],
    *,
    by: Actor,
    because: str,
    office: str = "",
    marking: int = int(Marking.GREEN),
) -> Entity:
    """Make an entity of its names by language; a person only with a public office."""
    if kind not in EntityKind.values:
        raise Refused(
            f"«{kind}»", _("is no kind of entity"), _("choose one of the list")
        )
    said = tidy(names)
    if not said:
        raise Refused(
            _("the new entity"), _("has no name"), _("write it in a language")
        )
    require_office(kind, office)
    canonical = _canonical(kind, said)
    _require_new(kind, canonical, said)
    known = official(kind, canonical)
    entity = Entity(
        kind=kind,
        canonical=canonical,
        office=office.strip()[:300],
        marking=marking,
        known_marking=int(Marking.CLEAR) if known else marking,
        **{f"name_{one}": said.get(one, "") for one in LANGUAGES},
    )
    entity.save()
    if known and known.iso:
        ExternalId.objects.create(entity=entity, scheme="iso", value=known.iso)
    # What reports said before of somebody whom nobody had called public is theirs now.
    waiting = Name.objects.filter(kind=kind, canonical=canonical, entity__isnull=True)
    waiting.update(entity=entity)
    refresh([entity.pk])
    entity.refresh_from_db()
    return entity


def tidy(names: Mapping[str, str]) -> dict[str, str]:
    """Names by language without spaces around or twice inside; empty ones left out."""
    unknown = names.keys() - set(LANGUAGES)
    if unknown:
        raise Refused(
            ", ".join(sorted(unknown)),
            _("is no language of this desk"),
            _("use Arabic, English or French"),
        )
    bare = {one: " ".join(name.split()) for one, name in names.items()}
    for name in bare.values():
        if len(name) > LONGEST:
            problem = _("is longer than %(most)s letters") % {"most": LONGEST}
            raise Refused(f"«{name[:40]}…»", problem, _("write the short name"))
    return {one: name for one, name in bare.items() if name}


def require_office(kind: str, office: str) -> None:
    """Refuse a page about somebody who holds no public office."""
    if kind == EntityKind.PERSON and not office.strip():
        raise Refused(
            _("a person without a public office"),
            _("gets no page: private persons are not profiled"),
            _("say which public office the person holds or held"),
        )


def _canonical(kind: str, said: Mapping[str, str]) -> str:
    """The readers' name for it, so that what they find from now on belongs to it."""
    written = said.get("en") or next(iter(said.values()))
    if kind != EntityKind.STATE:
        return written
    return written.upper() if is_state(written.upper()) else written


def _require_new(kind: str, canonical: str, said: Mapping[str, str]) -> None:
    same = Entity.objects.filter(kind=kind, canonical=canonical).first()
    if same is None:
        folded = {fold(one) for one in said.values()}
        alike = Entity.objects.standing().filter(kind=kind)
        for name in sorted(folded):
            found = alike.filter(folded__contains=name)
            same = same or next(
                (one for one in found if name in one.folded.split("\n")), None
            )
    if same is not None:
        raise Refused(
            f"«{same.whole.name}»",
            _("is there already"),
            _("give it the other name, too"),
        )
