"""Define a grouping that has members."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from marsad.desk.entities.add import tidy
from marsad.desk.entities.official_names import LANGUAGES
from marsad.desk.memberships.models import Grouping, GroupingKind, Ruling
from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused
from marsad.marking import Marking


@act("memberships.define")
def define(
    names: Mapping[str, str],
    kind: str,
    *,
    by: Person,
    because: str,
    parent: Grouping | None = None,
    canonical: str = "",
) -> Grouping:
    """Make a grouping of its names by language, under another or by itself."""
    said = tidy(names)
    if not said:
        raise Refused(_("the grouping"), _("has no name"), _("write it in a language"))
    if kind not in GroupingKind.values:
        raise Refused(kind, _("is no kind of grouping"), _("choose one of the list"))
    written = {f"name_{one}": said.get(one, "") for one in LANGUAGES}
    if Grouping.objects.filter(is_void=False, parent=parent, **written).exists():
        raise Refused(next(iter(said.values())), _("is there already"))
    grouping = Grouping.objects.create(
        kind=kind,
        parent=parent,
        canonical=canonical.strip()[:200],
        marking=parent.marking if parent else int(Marking.GREEN),
        **written,
    )
    Ruling.objects.create(
        act="define", grouping=grouping, by=by, because=because.strip()
    )
    return grouping
