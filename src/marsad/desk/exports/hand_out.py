"""Hand a list out as a file: every row of it, and a line in the trail."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.exports.tables import WRITERS, Column
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("exports.hand_out")
def hand_out(name: str, *, asked: str, form: str, by: Person, because: str) -> str:
    """Write down who took which list out of the house, and with which filters."""
    note(list=name, asked=asked, format=form)
    return name


def answer(
    request: HttpRequest, name: str, columns: Sequence[Column], rows: Iterable[Any]
) -> StreamingHttpResponse:
    """A list as the file that ?format= asks for; raises Refused for a format unknown."""
    form = request.GET.get("format", "csv")
    if form not in WRITERS:
        raise Refused(form, _("is no form of a list"), _("ask for csv, json or xlsx"))
    person: Any = request.user
    asked = request.GET.urlencode()
    hand_out(name, asked=asked, form=form, by=person, because="exported from its page")
    kind, write = WRITERS[form]
    file = f"marsad-{name}-{timezone.now():%Y%m%d}.{form}"
    return StreamingHttpResponse(
        write(columns, rows),
        content_type=kind,
        headers={"Content-Disposition": f'attachment; filename="{file}"'},
    )
