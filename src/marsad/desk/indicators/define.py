"""Define a series: its titles, its unit, and for how long its values hold."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from django.utils.translation import gettext as _

from marsad.desk.indicators.models import Indicator
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused

LONGEST_DAYS = 3650


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What people can say of a series."""

    titles: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""
    days: int | None = None
    description: str = ""
    is_followed: bool = False


@act("indicators.define")
def define(
    indicator: Indicator, definition: Definition, *, by: Person, because: str
) -> Indicator:
    """Set what a series is called and for how many days its values hold."""
    titles = {one: definition.titles.get(one, "").strip() for one in ("ar", "en", "fr")}
    if not any(titles.values()):
        raise Refused(indicator.title, _("has no title"), _("write it in one language"))
    if definition.days is not None and not 0 < definition.days <= LONGEST_DAYS:
        raise Refused(
            _("%(days)s days") % {"days": definition.days},
            _("is no life of a figure"),
            _("write 1 to %(most)s, or nothing for the rule of the house")
            % {"most": LONGEST_DAYS},
        )
    row: Indicator = Indicator.objects.select_for_update().get(pk=indicator.pk)
    note(before=asdict(definition_of(row)), after=asdict(definition))
    for language, title in titles.items():
        setattr(row, f"title_{language}", title[:200])
    row.unit = definition.unit.strip()[:40] or row.unit
    row.days, row.description = definition.days, definition.description.strip()
    row.is_followed = definition.is_followed
    row.save()
    return row


def definition_of(row: Indicator) -> Definition:
    """What is said of a series now."""
    return Definition(
        titles={one: getattr(row, f"title_{one}") for one in ("ar", "en", "fr")},
        unit=row.unit,
        days=row.days,
        description=row.description,
        is_followed=row.is_followed,
    )
