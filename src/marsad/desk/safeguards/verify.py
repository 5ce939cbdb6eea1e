"""Verify the trail from its page: what was found is itself written in the trail."""

from marsad.desk.safeguards.acts import Actor, act, note
from marsad.desk.safeguards.models import AuditRecord
from marsad.desk.safeguards.trail import Verified


@act("audit.verify")
def verify(found: Verified, *, by: Actor, because: str) -> Verified:
    """Write down how long the trail was, its head, and its first fault.

    The check goes before the act: it may take long, and an act holds up all others.
    """
    note(count=found.count, head=found.head, fault=found.fault)
    return found


def last_check() -> AuditRecord | None:
    """The line that says what the last check found."""
    lines = AuditRecord.objects.filter(act="audit.verify", outcome="done")
    return lines.order_by("-number").first()
