"""End a stream: nothing comes by it any more, and what came is kept no longer than said."""

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.posts.models import Stream
from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("posts.end")
def end(stream: Stream, *, by: Person, because: str) -> Stream:
    """End a stream."""
    row: Stream = Stream.objects.select_for_update().get(pk=stream.pk)
    if row.ended_at is not None:
        raise Refused(row.code, _("this stream has ended"), _("nothing is to be done"))
    row.ended_at = timezone.now()
    row.save(update_fields=["ended_at"])
    return row
