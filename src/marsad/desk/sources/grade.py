"""Grade a source: how reliable it has been, A to F."""

from django.utils.translation import gettext as _

from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.desk.sources.models import Source, SourceGrade
from marsad.errors import Refused


@act("sources.grade")
def grade(source: Source, letter: str, *, by: Person, because: str) -> Source:
    """Set the grade of a source; what was entered before keeps the grade it had then."""
    if letter not in SourceGrade.values:
        raise Refused(letter or _("nothing"), _("is no grade"), _("write A to F"))
    fresh = Source.objects.select_for_update().get(pk=source.pk)
    note(before=fresh.grade, after=letter)
    fresh.grade = letter
    fresh.save(update_fields=["grade"])
    return fresh
