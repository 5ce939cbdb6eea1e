"""Draw closed cases for another reader, so that what is missed can be estimated."""

import math
import random
import secrets
from datetime import timedelta
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.cases.models import Case, Reread, Stage, due_after
from marsad.desk.safeguards.acts import Actor, act, note
from marsad.errors import Refused

SHARE: Final = 0.05
WITHIN: Final = timedelta(days=30)


@act("cases.draw")
def draw(seed: int | None = None, *, by: Actor, because: str) -> list[Reread]:
    """Draw one in twenty of the cases closed within a month, at least one, by chance."""
    drawn_from = secrets.randbits(63) if seed is None else seed
    closed = sorted(_closed())
    drawn = set(Reread.objects.filter(case__in=closed).values_list("case", flat=True))
    waiting = [one for one in closed if one not in drawn]
    count = min(max(_wanted(len(closed)) - len(drawn), 0), len(waiting))
    if not count:
        way_out = _("wait until more cases were closed")
        raise Refused(_("the draw"), _("enough was drawn this month"), way_out)
    # Not a secret: with the seed of the trail anybody can draw the same again.
    chosen = random.Random(drawn_from).sample(waiting, count)  # noqa: S311
    now = timezone.now()
    note(seed=drawn_from, among=len(waiting), drawn=count)
    severities = dict(Case.objects.filter(pk__in=chosen).values_list("pk", "severity"))
    return Reread.objects.bulk_create(
        Reread(case_id=one, drawn_at=now, due_at=due_after(severities[one], now))
        for one in sorted(chosen)
    )


def is_due() -> bool:
    """Whether fewer were drawn this month than one in twenty."""
    closed = _closed()
    drawn = Reread.objects.filter(case__in=closed).values("case").distinct().count()
    return _wanted(len(closed)) > drawn


def _wanted(closed: int) -> int:
    return max(1, math.ceil(SHARE * closed)) if closed else 0


def _closed() -> list[int]:
    """Cases closed within the time whose posts still have their words."""
    rows = Case.objects.filter(
        stage=Stage.CLOSED,
        closed_at__gte=timezone.now() - WITHIN,
        matches__post__purged_at__isnull=True,
    )
    return list(rows.order_by().values_list("pk", flat=True).distinct())
