"""What is to be changed among the contradictions after rows were touched."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import Q

from marsad.desk.contradictions.models import Contradiction, Standing
from marsad.desk.contradictions.neighbours import (
    current,
    entries_near,
    proposals_near,
    proposals_of,
)
from marsad.desk.contradictions.sides import (
    Side,
    disagreement_of,
    side_of_entry,
    side_of_finding,
)
from marsad.desk.safeguards.following import ids_of

_WITH_SIDES: Final = (
    "one",
    "other",
    "finding__document__source",
    "finding__name",
    "decision__undone_by",
)


@dataclass(frozen=True, slots=True)
class Change:
    """One contradiction to be written: the row it is now, and what it becomes."""

    key: str
    becomes: dict[str, Any]
    # The state in which the row was seen; None where there is no row yet.
    was: str | None = None


@dataclass(slots=True)
class Seen:
    """What was looked at already: pairs and matters, and the rows that settle now."""

    keys: set[str] = field(default_factory=set)
    settling: set[str] = field(default_factory=set)


def changes_for(touched: set[str]) -> list[Change]:
    """What is new, what settled itself and what is open again, in the order of rows."""
    entries = ids_of(touched, "register.entry")
    findings = ids_of(touched, "register.finding")
    documents = ids_of(touched, "documents.document")
    known = _known(entries, findings, documents)
    changes = [change for row in known if (change := _again(row))]
    settling = {one.key for one in changes if one.becomes["state"] == Standing.SETTLED}
    seen = Seen({row.key for row in known}, settling)
    # Where one side is rejected or retracted, another may say the same.
    again = {
        pk
        for row in known
        for pk in (row.one_id, row.other_id)
        if pk and row.key in settling
    }
    for side in current(sorted(again.union(entries))):
        changes += _new(side, entries_near(side), seen)
        changes += _new(side, proposals_near(side), seen)
    for side in proposals_of(documents, findings):
        changes += _new(side, entries_near(side), seen)
    return changes


def _known(
    entries: list[int], findings: list[int], documents: list[int]
) -> list[Contradiction]:
    touched = Q(one__in=entries) | Q(other__in=entries) | Q(finding__in=findings)
    if documents:
        touched |= Q(finding__document__in=documents)
    rows = Contradiction.objects.filter(touched).select_related(*_WITH_SIDES)
    return list(
        rows.prefetch_related(
            "one__citations__document", "other__citations__document"
        ).order_by("id")
    )


def _again(row: Contradiction) -> Change | None:
    """What becomes of a contradiction whose sides were touched."""
    one, other = side_of_entry(row.one), _other_side(row)
    found = disagreement_of(one, other) if one and other else None
    if found is None or one is None or other is None:
        is_open = row.state == Standing.OPEN
        settled = Change(row.key, {"state": Standing.SETTLED}, row.state)
        return settled if is_open else None
    becomes: dict[str, Any] = {
        **_said(one, other),
        "about": found.about,
        "why": found.why[:300],
        "state": Standing.OPEN,
    }
    if row.state == Standing.OPEN:
        is_as_it_was = all(getattr(row, name) == becomes[name] for name in becomes)
        return None if is_as_it_was else Change(row.key, becomes, row.state)
    if row.state == Standing.RESOLVED and not _is_overtaken(row, becomes["compared"]):
        return None
    return Change(row.key, {**becomes, **_UNDECIDED}, row.state)


_UNDECIDED: Final[dict[str, Any]] = {
    "choice": "",
    "by": None,
    "because": "",
    "resolved_at": None,
    "decision": None,
}


def _is_overtaken(row: Contradiction, compared: str) -> bool:
    """Whether what was resolved is another matter now, or its decision was undone."""
    if row.decision is not None:
        return hasattr(row.decision, "undone_by")
    return row.compared != compared


def _other_side(row: Contradiction) -> Side | None:
    if row.other is not None:
        return side_of_entry(row.other)
    return side_of_finding(row.finding) if row.finding else None


def _new(side: Side, near: Iterable[Side], seen: Seen) -> Iterator[Change]:
    for other in near:
        entry, rival = _in_order(side, other)
        key = f"{entry.name}-{rival.name}"
        if key in seen.keys:
            continue
        seen.keys.add(key)
        found = disagreement_of(entry, rival)
        if found and not _is_told(entry, rival, seen):
            becomes = {
                "about": found.about,
                "why": found.why[:300],
                "state": Standing.OPEN,
                "one_id": entry.said.pk,
                "other_id": None if rival.finding else rival.said.pk,
                "finding_id": rival.finding.pk if rival.finding else None,
                **_said(entry, rival),
            }
            yield Change(key, becomes)


def _in_order(side: Side, other: Side) -> tuple[Side, Side]:
    """The entry before the proposal; of two entries the older first."""
    if side.finding is not None:
        return other, side
    if other.finding is not None or side.said.pk < other.said.pk:
        return side, other
    return other, side


def _said(one: Side, other: Side) -> dict[str, Any]:
    return {
        "compared": f"{one.gist} | {other.gist}"[:300],
        "series": one.said.series,
        "day": max(one.said.day, other.said.day),
        "marking": max(one.said.marking, other.said.marking),
    }


def _is_told(entry: Side, rival: Side, seen: Seen) -> bool:
    """Whether the queue has this matter already under another pair of names.

    Thirty reports with one rival value are one matter, and a proposal that was resolved
    and then confirmed is the same matter as an entry. A side that left the register and
    comes back in another report is told again.
    """
    rows = Contradiction.objects.exclude(key__in=seen.settling)
    rows = rows.exclude(state=Standing.SETTLED).filter(decision=None)
    matter = f"{entry.name} {rival.gist}"
    if rival.finding is not None:
        told = Q(one=entry.said, finding__isnull=False)
        told &= Q(compared__endswith=f"| {rival.gist}")
    elif entry.said.series:
        gists = sorted((entry.gist, rival.gist))
        matter = f"{entry.said.series} {gists}"
        pairs = [" | ".join(gists), " | ".join(reversed(gists))]
        both = Q(finding=None) | Q(finding__entry=rival.said)
        told = both & Q(series=entry.said.series, compared__in=pairs)
    else:
        return False
    if matter in seen.keys:
        return True
    seen.keys.add(matter)
    return rows.filter(told).exists()
