"""Make a transparency report: count a period so far, and freeze what was counted."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.desk.transparency.figures import canonical, figures, hash_of
from marsad.desk.transparency.models import Report
from marsad.desk.transparency.period_rows import rows_of
from marsad.errors import Refused


@act("transparency.make")
def make(begins: date, ends: date, *, by: Person, because: str) -> Report:
    """Count a period from the records and freeze the figures with their hash."""
    named = f"{begins} – {ends}"
    if ends < begins:
        raise Refused(named, _("ends before it begins"), _("turn the two days round"))
    if ends > timezone.localdate():
        problem = _("ends in the future")
        raise Refused(named, problem, _("choose today or a day that is past"))
    now = timezone.now()
    text = canonical(figures(rows_of(begins, ends, now)))
    sha256 = hash_of(text)
    note(begins=begins.isoformat(), ends=ends.isoformat(), sha256=sha256)
    return Report.objects.create(
        begins=begins,
        ends=ends,
        figures=text,
        sha256=sha256,
        made_by=by,
        made_at=now,
    )
