"""Follow the audit trail: whoever derives something from rows learns what was touched."""

from collections.abc import Callable, Iterable

from django.db import transaction

from marsad.desk.safeguards.models import AuditRecord, Watermark


def follow(
    follower: str, keep_up: Callable[[set[str]], None], *, at_most: int = 500
) -> int:
    """Hand the rows touched since last time to a follower; say how many lines were new.

    The watermark moves after the follower has done its part: a follower that is killed
    in between sees the same lines again, so it must be able to do its part twice.
    """
    mark, _ = Watermark.objects.get_or_create(follower=follower)
    records = AuditRecord.objects.filter(number__gt=mark.number).order_by("number")
    lines = list(records.values_list("number", "outcome", "touched")[:at_most])
    if not lines:
        return 0
    keep_up({row for _, outcome, rows in lines if outcome == "done" for row in rows})
    with transaction.atomic():
        Watermark.objects.filter(pk=follower).update(number=lines[-1][0])
    return len(lines)


def ids_of(touched: Iterable[str], label: str) -> list[int]:
    """The ids of one model among the touched rows, such as "register.entry"."""
    beginning = f"{label}:"
    return sorted(
        int(row.removeprefix(beginning)) for row in touched if row.startswith(beginning)
    )
