"""Take a release back: it stays, and says everywhere that it was taken back, and why."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from marsad.desk.releases import pack_tasks
from marsad.desk.releases.correcting import require_notice
from marsad.desk.releases.models import Recall, Release
from marsad.desk.releases.waiting import held_release
from marsad.desk.safeguards.acts import act, note, touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("releases.recall")
def recall(
    release: Release, *, notice: Mapping[str, str], by: Person, because: str
) -> Recall:
    """Recall a release with a notice in each of its languages."""
    fresh = held_release(release)
    earlier = Recall.objects.filter(release=fresh).select_related("by").first()
    if earlier is not None:
        problem = _("was recalled already by %(who)s") % {"who": earlier.by}
        raise Refused(fresh.number, problem)
    said = {key: words.strip() for key, words in notice.items() if words.strip()}
    require_notice(fresh.number, said, set(fresh.languages))
    touch(fresh)
    note(number=fresh.number, notice=said)
    made = Recall.objects.create(release=fresh, by=by, because=because, notice=said)
    # Who takes the pack from now on reads in it that it was recalled.
    pack_tasks.order(fresh, by=by)
    return made
