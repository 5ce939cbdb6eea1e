"""What differs between two versions of an entry, in words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from marsad.desk.register.models import InformationGrade, State
from marsad.desk.register.wording import LABELS, Writer
from marsad.desk.sources.models import SourceGrade
from marsad.marking import Marking

Snapshot = Mapping[str, Any]

# Of decisions, what they did; the trail has the acts by their own names.
DEEDS: Final[Mapping[str, str | Promise]] = {
    "confirm": pgettext_lazy("deed", "confirmed"),
    "correct": pgettext_lazy("deed", "corrected"),
    "cite": pgettext_lazy("deed", "added a source"),
    "merge": pgettext_lazy("deed", "merged"),
    "reject": pgettext_lazy("deed", "rejected"),
    "retract": pgettext_lazy("deed", "retracted"),
    "grade": pgettext_lazy("deed", "graded"),
    "undo": pgettext_lazy("deed", "undid a decision"),
    "renew": pgettext_lazy("deed", "said that it still holds"),
    "assign": pgettext_lazy("deed", "assigned to a series"),
    "mark": pgettext_lazy("deed", "marked"),
}
_COLUMNS: Final[Mapping[str, str | Promise]] = {
    "state": _("State"),
    "actor_id": _("Who acts"),
    "series": _("Series"),
    "expires_on": _("Expires"),
    "source_grade": _("Source grade"),
    "information_grade": _("Information grade"),
    "marking": _("Marking"),
    "merged_into_id": _("Merged into"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs: what it is, what it was, what it became."""

    label: str
    before: str
    after: str


def difference(
    before: Snapshot | None, after: Snapshot, writer: Writer, names: Mapping[int, str]
) -> list[Change]:
    """What became different; everything is new in a first version, so nothing is told."""
    if before is None:
        return []
    return [
        *_fields(before, after, writer),
        *_columns(before, after, writer, names),
        *_citations(before, after),
    ]


def _fields(before: Snapshot, after: Snapshot, writer: Writer) -> Iterator[Change]:
    was = {one.field: one for one in writer.said(before["kind"], before["fields"])}
    now = {one.field: one for one in writer.said(after["kind"], after["fields"])}
    for field in dict.fromkeys((*was, *now)):
        old, new = was.get(field), now.get(field)
        if (old and old.value) != (new and new.value):
            label = str(LABELS[field])
            yield Change(label, old.value if old else "—", new.value if new else "—")


def _columns(
    before: Snapshot, after: Snapshot, writer: Writer, names: Mapping[int, str]
) -> Iterator[Change]:
    for column, label in _COLUMNS.items():
        old, new = before.get(column), after.get(column)
        if old != new:
            yield Change(
                str(label),
                _worded(column, old, writer, names),
                _worded(column, new, writer, names),
            )


def _worded(
    column: str, value: Any, writer: Writer, names: Mapping[int, str]
) -> str | SafeString:
    if value in (None, ""):
        return "—"
    choices: dict[str, Mapping[Any, Any]] = {
        "state": dict(State.choices),
        "source_grade": dict(SourceGrade.choices),
        "information_grade": dict(InformationGrade.choices),
        "actor_id": names,
    }
    words = choices.get(column, {})
    if column == "marking":
        return str(Marking(value))
    if column == "expires_on":
        return writer.days(date.fromisoformat(value).isoformat())
    return conditional_escape(words.get(value, value))


def _citations(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    was, now = _quotes(before["citations"]), _quotes(after["citations"])
    for place in dict.fromkeys((*was, *now)):
        if (place in was) != (place in now):
            label = str(_("Source added") if place in now else _("Source taken away"))
            quote = format_html("<q><bdi>{}</bdi></q>", (now | was)[place])
            yield Change(
                label, "" if place in now else quote, quote if place in now else ""
            )


def _quotes(citations: Iterable[Mapping[str, Any]]) -> dict[tuple[int, int], str]:
    return {(one["document_id"], one["start"]): one["quote"] for one in citations}


def names_in(snapshots: Iterable[Snapshot]) -> set[int]:
    """The numbers of all names that act in these versions."""
    return {one["actor_id"] for one in snapshots if one.get("actor_id")}
