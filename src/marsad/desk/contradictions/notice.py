"""Notice that lines of the register contradict each other, or no longer do."""

from collections.abc import Sequence

from marsad.desk.contradictions.models import Contradiction
from marsad.desk.contradictions.noticing import Change
from marsad.desk.safeguards.acts import Worker, act, touch


@act("contradictions.notice")
def notice(
    changes: Sequence[Change], *, by: Worker, because: str
) -> list[Contradiction]:
    """Write down what was noticed; what somebody decided meanwhile stays as it is."""
    written = [_write(change) for change in changes]
    rows = [row for row in written if row is not None]
    touch(*rows)
    return rows


def _write(change: Change) -> Contradiction | None:
    if change.was is None:
        row, is_new = Contradiction.objects.get_or_create(
            key=change.key, defaults=change.becomes
        )
        return row if is_new else None
    rows = Contradiction.objects.filter(key=change.key, state=change.was)
    is_changed = rows.update(**change.becomes)
    return Contradiction.objects.get(key=change.key) if is_changed else None
