"""Publish a transparency report: another person than who made it lets it out."""

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.desk.transparency.figures import hash_of
from marsad.desk.transparency.models import Report
from marsad.errors import Refused


@act("transparency.publish")
def publish(report: Report, *, by: Person, because: str) -> Report:
    """Let everybody read a report that somebody else made."""
    held = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if held.withdrawn_at is not None:
        problem = _("was withdrawn")
        raise Refused(str(held), problem, _("make a report of the period anew"))
    if held.published_at is not None:
        raise Refused(str(held), _("is public already"))
    if held.made_by_id == by.pk:
        problem = _("you made it yourself")
        raise Refused(str(held), problem, _("have somebody else publish it"))
    if timezone.localdate(held.made_at) <= held.ends:
        problem = _("was counted before its period was over")
        raise Refused(str(held), problem, _("make a report of the period anew"))
    if hash_of(held.figures) != held.sha256:
        problem = _("its figures are not those that were counted")
        raise Refused(str(held), problem, _("make a report of the period anew"))
    _only_one(held)
    held.published_by, held.published_at = by, timezone.now()
    held.save(update_fields=["published_by", "published_at"])
    note(sha256=held.sha256)
    return held


def _only_one(report: Report) -> None:
    """Of one period one report stands: else nobody would know which one holds."""
    same = Report.objects.public().filter(begins=report.begins, ends=report.ends)
    if same.exists():
        problem = _("another report of this period is public")
        raise Refused(str(report), problem, _("withdraw that one first"))
