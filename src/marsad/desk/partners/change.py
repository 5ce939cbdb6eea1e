"""Change how a partner takes its packs: every change says what was and what is."""

from typing import Any, Final, TypedDict, Unpack

from django.utils.translation import gettext as _

from marsad.desk.entities.models import Entity
from marsad.desk.partners import said
from marsad.desk.partners.models import Partner
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.four_eyes import never_above_oneself
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused

_KEPT: Final = (
    "name_ar", "name_en", "name_fr", "entity_id", "ceiling", "languages", "without",
    "foreword",
)  # fmt: skip


class Wish(TypedDict, total=False):
    """What is to be changed of a partner; what is not named stays."""

    names: dict[str, str]
    entity: Entity | None
    ceiling: int
    languages: list[str]
    without: list[str]
    foreword: dict[str, str]


@act("partners.change")
def change(
    partner: Partner, *, by: Person, because: str, **wish: Unpack[Wish]
) -> Partner:
    """Change a partner's settings; what a lower ceiling forbids is closed at once."""
    held = Partner.objects.select_for_update().get(pk=partner.pk)
    before = _state(held)
    # To lower a ceiling, whoever may change partners may always.
    if wish.get("ceiling", 0) > held.ceiling:
        never_above_oneself(wish["ceiling"], by)
    for name, value in _values(wish).items():
        setattr(held, name, value)
    difference = said.changes(before, _state(held))
    if not difference["after"]:
        raise Refused(held.code, _("nothing is changed"), _("change something first"))
    held.save()
    note(**difference)
    return held


def _values(wish: Wish) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if "names" in wish:
        named = said.names_of(wish["names"])
        values |= {f"name_{language}": name for language, name in named.items()}
    if "entity" in wish:
        values["entity"] = wish["entity"]
    if "ceiling" in wish:
        values["ceiling"] = int(said.ceiling_of(wish["ceiling"]))
    if "languages" in wish:
        values["languages"] = said.languages_of(wish["languages"])
    if "without" in wish:
        values["without"] = said.without_of(wish["without"])
    if "foreword" in wish:
        values["foreword"] = said.foreword_of(wish["foreword"])
    return values


def _state(partner: Partner) -> dict[str, Any]:
    return {name: getattr(partner, name) for name in _KEPT}
