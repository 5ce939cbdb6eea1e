"""Keep each state of an entry as a version, and bring an earlier one back."""

from datetime import date
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext as _

from marsad.desk.documents.models import Document
from marsad.desk.register.alike import compare_by
from marsad.desk.register.lines import SAID
from marsad.desk.register.models import (
    ENTERED,
    Citation,
    Decision,
    Entry,
    EntryVersion,
    Finding,
    FindingChange,
    State,
    Status,
)
from marsad.desk.safeguards.acts import touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


def decide(
    act: str, *, by: Any, because: str, undoes: Decision | None = None
) -> Decision:
    """Write down that a person decided; everything that follows refers to it."""
    if not isinstance(by, Person):
        raise Refused(str(by), _("only people decide on the register"))
    decision = Decision.objects.create(act=act, by=by, because=because, undoes=undoes)
    touch(decision)
    return decision


def keep(entry: Entry, decision: Decision) -> EntryVersion:
    """Save an entry as it is now, as its next version; its citations stand already."""
    is_new = not entry.versions.exists()
    entry.version = 1 if is_new else entry.version + 1
    entry.changed_at = decision.at
    compare_by(entry)
    entry.save()
    touch(entry)
    return EntryVersion.objects.create(
        entry=entry,
        number=entry.version,
        decision=decision,
        at=decision.at,
        snapshot=snapshot_of(entry),
        kind=entry.kind,
        state=entry.state,
        day=entry.day,
        actor=entry.actor,
    )


def snapshot_of(entry: Entry) -> dict[str, Any]:
    """Everything that an entry says, as plain JSON."""
    said = {name: _plain(getattr(entry, name)) for name in SAID}
    said["citations"] = list(
        entry.citations.order_by("id").values(
            "document_id", "finding_id", "start", "end", "quote"
        )
    )
    return said


def restore(entry: Entry, snapshot: dict[str, Any], decision: Decision) -> EntryVersion:
    """Make an entry say again what it said once, as a new version."""
    for name in SAID:
        setattr(entry, name, _typed(entry, name, snapshot[name]))
    entry.citations.all().delete()
    Citation.objects.bulk_create(
        Citation(entry=entry, **one) for one in snapshot["citations"]
    )
    # Its documents may have been marked more strictly since.
    entry.marking = max(entry.marking, strictest(entry))
    return keep(entry, decision)


def strictest(entry: Entry) -> int:
    """The strictest marking of the documents that an entry rests on."""
    found = entry.citations.order_by().aggregate(most=Max("document__marking"))
    return found["most"] or 0


def at_version(entry: Entry, version: int | None) -> Entry:
    """Lock an entry and check that it is still the one that the person saw."""
    fresh: Entry = Entry.objects.select_for_update().get(pk=entry.pk)
    if version is not None and fresh.version != version:
        last = fresh.versions.select_related("decision__by").last()
        who = last.decision.by if last else _("somebody")
        raise Refused(
            entry_name(entry),
            _("was changed by %(who)s since you opened it") % {"who": who},
            _("look at it again, then decide"),
        )
    return fresh


def cite(entry: Entry, finding: Finding) -> None:
    """Rest an entry on a finding's words."""
    Citation.objects.create(
        entry=entry,
        document=finding.document,
        finding=finding,
        start=finding.start,
        end=finding.end,
        quote=finding.quote,
    )


def change(
    finding: Finding, decision: Decision, status: str, entry: Entry | None
) -> None:
    """Set where a finding stands, and write down where it stood."""
    before = standing_of(finding)
    finding.status, finding.entry = status, entry
    finding.save(update_fields=["status", "entry"])
    FindingChange.objects.create(
        finding=finding, decision=decision, before=before, after=standing_of(finding)
    )
    touch(finding)


def standing_of(finding: Finding) -> dict[str, Any]:
    """Where a finding stands, as plain JSON."""
    return {"status": str(finding.status), "entry_id": finding.entry_id}


def proposed(findings: list[Finding]) -> list[Finding]:
    """Lock findings and check that each still waits for a decision."""
    ids = [finding.pk for finding in findings]
    rows = Finding.objects.select_for_update(of=("self",)).filter(pk__in=ids)
    # In one order for everybody, so that two people never wait for each other.
    fresh = list(rows.select_related("document__source", "name").order_by("pk"))
    for finding in fresh:
        if finding.status != Status.PROPOSED:
            raise Refused(
                words_of(finding), _decided(finding), _("look at it again, then decide")
            )
        if finding.document.withdrawn_at:
            raise Refused(
                _("document %(number)s") % {"number": finding.document_id},
                _("was withdrawn"),
            )
    return fresh


def _decided(finding: Finding) -> str:
    last = finding.changes.select_related("decision__by").order_by("-id").first()
    if last is None:
        return _("is already %(status)s") % {"status": finding.get_status_display()}
    said = {"status": finding.get_status_display(), "who": last.decision.by}
    return _("is already %(status)s by %(who)s") % said


def words_of(finding: Finding) -> str:
    """The beginning of a finding's words, to name it in a sentence."""
    return f"«{finding.quote[:40]}»"


def entry_name(entry: Entry) -> str:
    """An entry by its number, to name it in a sentence."""
    return _("entry %(number)s") % {"number": entry.pk}


def recount(documents: set[int]) -> None:
    """Count anew what waits for a decision in these documents."""
    # Locked first: who counts before another has finished would write an old count.
    list(
        Document.objects.select_for_update()
        .filter(pk__in=documents)
        .order_by("pk")
        .values_list("pk")
    )
    for pk in sorted(documents):
        waiting = Finding.objects.filter(
            document=pk, status=Status.PROPOSED, kind__in=ENTERED
        )
        Document.objects.filter(pk=pk).update(open_count=waiting.count())


def require_current(entry: Entry) -> None:
    """Refuse to build on an entry that was retracted or merged."""
    if entry.state != State.CURRENT:
        raise Refused(
            entry_name(entry),
            _("is %(state)s") % {"state": entry.get_state_display()},
            _("undo that first"),
        )


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _typed(entry: Entry, name: str, value: Any) -> Any:
    field: Any = entry._meta.get_field(name)
    return field.to_python(value) if value is not None else None
