"""Look at what is hard to see: asked for each time, counted for the reader's own sake."""

from django.utils.translation import gettext as _

from marsad.desk.cases.exposure import load_of
from marsad.desk.cases.models import Case, Look
from marsad.desk.posts.models import Medium
from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("cases.look")
def look(case: Case, medium: Medium | None, *, by: Person, because: str) -> Look:
    """Ask to see a picture, a film or the hardest words of a case."""
    if case.marking > by.clearance:
        problem = _("is marked above your clearance")
        raise Refused(str(case), problem, _("leave it to somebody who is cleared"))
    if medium is not None and not case.matches.filter(post=medium.post_id).exists():
        raise Refused(str(case), _("this picture is not of it"), _("open its own case"))
    if not case.is_open_to(by):
        problem = _("you do not have it open")
        raise Refused(str(case), problem, _("open it first"))
    load = load_of(by)
    if load.must_rest:
        problem = _("you have seen enough for now")
        raise Refused(str(case), problem, _("take a break of ten minutes"))
    return Look.objects.create(person=by, case=case, medium=medium)
