"""Undo a decision: everything it changed is again what it was before."""

from django.utils.translation import gettext as _

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
    entry_name,
    keep,
    recount,
    restore,
    standing_of,
    words_of,
)
from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("register.undo")
def undo(decision: Decision, *, by: Person, because: str) -> Decision:
    """Take a decision back, unless later ones stand on it; an undo can be undone too."""
    decision = Decision.objects.select_for_update().get(pk=decision.pk)
    if Decision.objects.filter(undoes=decision).exists():
        raise Refused(
            _("decision %(number)s") % {"number": decision.pk}, _("was already undone")
        )
    versions = list(decision.versions.order_by("entry_id"))
    changes = list(decision.finding_changes.order_by("finding_id"))
    # Entries before findings, as everywhere: two people never wait for each other.
    entries = [(_locked(one), one) for one in versions]
    findings = _unchanged_since(changes)
    undoing = decide("undo", by=by, because=because, undoes=decision)
    # Findings let go of their citations before entries take theirs back.
    for entry, _version in entries:
        entry.citations.all().delete()
    for entry, version in entries:
        _bring_back(entry, version, undoing)
    for finding, one in findings:
        entry_id = one.before["entry_id"]
        before = Entry.objects.get(pk=entry_id) if entry_id else None
        change(finding, undoing, one.before["status"], before)
    recount({finding.document_id for finding, _change in findings})
    return undoing


def _locked(version: EntryVersion) -> Entry:
    entry: Entry = Entry.objects.select_for_update().get(pk=version.entry_id)
    if entry.version != version.number:
        last = entry.versions.select_related("decision__by").last()
        who = last.decision.by if last else _("somebody")
        raise Refused(
            entry_name(entry),
            _("was changed since by %(who)s") % {"who": who},
            _("undo the later decision first"),
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
                words_of(finding),
                _("was decided on since"),
                _("undo the later decision first"),
            )
        found.append((finding, one))
    return found
