"""Undo a decision: everything it changed is again what it was before."""

from marsad.desk.register.models import (
    Decision,
    Entry,
    EntryVersion,
    Finding,
    FindingChange,
    State,
)
from marsad.desk.register.versions import (
    change,
    decide,
    keep,
    recount,
    restore,
    standing_of,
)
from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("register.undo")
def undo(decision: Decision, *, by: Person, because: str) -> Decision:
    """Take a decision back, unless later ones stand on it; an undo can be undone too."""
    decision = Decision.objects.select_for_update().get(pk=decision.pk)
    if Decision.objects.filter(undoes=decision).exists():
        raise Refused(f"decision {decision.pk}", "was already undone")
    versions = list(decision.versions.select_related("entry").order_by("entry_id"))
    changes = list(
        decision.finding_changes.select_related("finding").order_by("finding_id")
    )
    undoing = decide("undo", by=by, because=because, undoes=decision)
    findings = _unchanged_since(changes)
    # Findings let go of their citations before entries take theirs back.
    entries = [(_locked(one), one) for one in versions]
    for entry, _ in entries:
        entry.citations.all().delete()
    for entry, version in entries:
        _bring_back(entry, version, undoing)
    for finding, one in findings:
        entry_id = one.before["entry_id"]
        before = Entry.objects.get(pk=entry_id) if entry_id else None
        change(finding, undoing, one.before["status"], before)
    recount({finding.document_id for finding, _ in findings})
    return undoing


def _locked(version: EntryVersion) -> Entry:
    entry: Entry = Entry.objects.select_for_update().get(pk=version.entry_id)
    if entry.version != version.number:
        last = entry.versions.select_related("decision__by").last()
        who = last.decision if last else "somebody"
        raise Refused(
            f"entry {entry.pk}",
            f"was changed since ({who})",
            "undo the later decision first",
        )
    return entry


def _bring_back(entry: Entry, version: EntryVersion, undoing: Decision) -> None:
    if version.number > 1:
        earlier = entry.versions.get(number=version.number - 1)
        restore(entry, earlier.snapshot, undoing)
        return
    # Before its first version there was no entry: it stays, retracted, with its history.
    entry.state = State.RETRACTED
    keep(entry, undoing)


def _unchanged_since(
    changes: list[FindingChange],
) -> list[tuple[Finding, FindingChange]]:
    found = []
    for one in changes:
        finding = Finding.objects.select_for_update().get(pk=one.finding_id)
        if standing_of(finding) != one.after:
            raise Refused(
                f"«{finding.quote[:40]}»",
                "was decided on since",
                "undo the later decision first",
            )
        found.append((finding, one))
    return found
