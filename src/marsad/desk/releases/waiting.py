"""Hold what waits for a releasing officer, so that it is decided once."""

from django.utils.translation import gettext as _

from marsad.desk.releases.models import Fate, Release, Submission
from marsad.errors import Refused


def held(submission: Submission) -> Submission:
    """The submission as it is now, locked until the act ends; refused if it is settled."""
    fresh: Submission = Submission.objects.select_for_update().get(pk=submission.pk)
    if fresh.fate != Fate.WAITING:
        said = {"fate": fresh.get_fate_display(), "who": fresh.settled_by}
        problem = _("is already %(fate)s by %(who)s") % said
        raise Refused(fresh.title, problem, _("see what became of it"))
    return fresh


def held_release(release: Release) -> Release:
    """A release, locked until the act ends: two people never take it back at once."""
    fresh: Release = Release.objects.select_for_update().get(pk=release.pk)
    return fresh
