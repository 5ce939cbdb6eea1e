"""Add a source: an outlet or a feed that documents come from."""

from django.utils.translation import gettext as _

from marsad.desk.safeguards.acts import Actor, act
from marsad.desk.sources.models import Source
from marsad.errors import Refused


@act("sources.add")
def add(name: str, address: str = "", *, by: Actor, because: str) -> Source:
    """Add an outlet under its name; it is graded F until people judge it."""
    name = " ".join(name.split())[:200]
    if not name:
        raise Refused(
            _("the source"), _("has no name"), _("write the name of the outlet")
        )
    if Source.objects.filter(name__iexact=name).exists():
        raise Refused(name, _("is a source already"), _("open its page"))
    return Source.objects.create(name=name, address=address[:500])
