"""Change what a stream stands on, and how long its posts are kept."""

from django.utils.translation import gettext as _

from marsad.desk.posts.begin import (
    Ground,
    put_ground,
    require_ground,
    require_retention,
    told,
)
from marsad.desk.posts.models import Stream
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("posts.change")
def change(
    stream: Stream, ground: Ground, *, retention_days: int, by: Person, because: str
) -> Stream:
    """Renew or change a stream's legal basis and its retention; what was is written down."""
    row: Stream = Stream.objects.select_for_update().get(pk=stream.pk)
    if row.ended_at is not None:
        raise Refused(row.code, _("this stream has ended"), _("begin another stream"))
    before = told(row)
    require_ground(row.code, ground)
    require_retention(row.code, retention_days)
    put_ground(row, ground)
    row.retention_days = retention_days
    row.save()
    note(before=before, after=told(row))
    return row
