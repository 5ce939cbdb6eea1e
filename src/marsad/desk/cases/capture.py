"""Capture: a person attaches a page or a picture of a post to a case, hashed and chained."""

from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.cases.chain import Circumstances, record_of, sealed
from marsad.desk.cases.models import Capture, Case, Stage
from marsad.desk.originals import media
from marsad.desk.posts.models import Post
from marsad.desk.safeguards.acts import act, note, touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused

LARGEST: Final = 50 * 1024 * 1024
# By how files of a kind begin; what they are called says nothing.
_BEGINNINGS: Final = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"PK\x03\x04": "application/wacz",
    b"%PDF-": "application/pdf",
}


@act("cases.capture")
def capture(case: Case, post: Post, raw: bytes, *, by: Person, because: str) -> Capture:
    """Attach what a post looked like to its case: a picture, a PDF or a WACZ."""
    held = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    _check(held, post, raw, by)
    last = held.captures.order_by("-id").first()
    how = Circumstances(timezone.now(), str(by)[:130], attached=media.keep(raw))
    record = record_of(post, post.media.all())
    previous = last.sha256 if last else ""
    made = Capture.objects.create(
        case=held,
        post=post,
        at=how.at,
        by=how.by,
        person=by,
        tool=how.tool,
        sha256=sealed(record, how, previous),
        previous=previous,
        attached=how.attached,
    )
    touch(held)
    note(attached=how.attached, bytes=len(raw), kind=kind_of(raw))
    return made


def _check(case: Case, post: Post, raw: bytes, by: Person) -> None:
    if case.marking > by.clearance:
        problem = _("is marked above your clearance")
        raise Refused(str(case), problem, _("leave it to somebody who is cleared"))
    if not Stage(case.stage).is_waiting:
        problem = _("it is decided, and what its readers saw stays as it is")
        raise Refused(str(case), problem, _("have a director open it anew"))
    if case.is_held_from(by):
        raise Refused(str(case), _("somebody else has it open"), _("wait for them"))
    if not case.matches.filter(post=post).exists():
        raise Refused(
            str(case), _("this post is not of it"), _("choose one of its posts")
        )
    if len(raw) > LARGEST:
        raise Refused(str(case), _("the file is too large"), _("keep to 50 MB"))
    if not kind_of(raw):
        problem = _("is no picture, PDF or WACZ")
        raise Refused(str(case), problem, _("attach a PNG, a JPEG, a PDF or a WACZ"))


def kind_of(raw: bytes) -> str:
    """What a file is, by how it begins; empty for what is not taken."""
    for beginning, kind in _BEGINNINGS.items():
        if raw.startswith(beginning):
            return kind
    return ""
