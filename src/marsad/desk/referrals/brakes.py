"""A brake of our own: where our notices were too often wrong, sending stops.

The DSA (art. 23) has platforms suspend who notifies without ground; we stop before that,
and only a director lets notices go there again.
"""

from dataclasses import dataclass
from typing import Final

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.referrals.models import Fate, Platform, Referral, Reply

# Replies that settle a notice; "received" and "asks for more" do not.
DECISIVE: Final = (
    Reply.What.REMOVED,
    Reply.What.DISABLED,
    Reply.What.DEMOTED,
    Reply.What.RESTRICTED,
    Reply.What.LABELLED,
    Reply.What.REFUSED,
    Reply.What.RESTORED,
)
# What says that the platform saw no ground, or took its step back.
AGAINST_US: Final = (Reply.What.REFUSED, Reply.What.RESTORED)
_LAST: Final = 20
_FEWEST: Final = 5


@dataclass(frozen=True, slots=True)
class Precision:
    """Of our last settled notices to a platform: how many, and how many were wrong."""

    settled: int
    wrong: int

    @property
    def is_too_low(self) -> bool:
        """Whether over half of them were refused, restored or withdrawn."""
        return self.settled >= _FEWEST and self.wrong * 2 > self.settled


def with_outcomes(rows: QuerySet[Referral]) -> QuerySet[Referral]:
    """Notices with the last reply that settles each, as ``settled_as`` and ``settled_on``."""
    last = Reply.objects.filter(referral=OuterRef("pk"), what__in=DECISIVE)
    last = last.order_by("-at", "-id")
    return rows.annotate(
        settled_as=Subquery(last.values("what")[:1]),
        settled_on=Subquery(last.values("at")[:1]),
    )


def precision(platform: Platform) -> Precision:
    """How our last twenty settled notices to a platform fared since a director looked."""
    rows = with_outcomes(Referral.objects.filter(platform=platform))
    if platform.resumed_at:
        rows = rows.filter(at__gt=platform.resumed_at)
    # A notice that was taken back before it went out was no notice.
    taken_back = Q(fate=Fate.WITHDRAWN, sent_at__isnull=False)
    settled = rows.filter(Q(settled_as__isnull=False) | taken_back)
    last = list(settled.order_by("-id")[:_LAST])
    wrong = [
        one
        for one in last
        if one.fate == Fate.WITHDRAWN or one.settled_as in AGAINST_US  # type: ignore[attr-defined]
    ]
    return Precision(len(last), len(wrong))


def brake(platform: Platform) -> bool:
    """Stop sending to a platform where our notices were too often wrong; a part of acts."""
    held = Platform.objects.select_for_update().get(pk=platform.pk)
    found = precision(held)
    if held.paused_at is not None or not found.is_too_low:
        return False
    held.paused_at = timezone.now()
    said = {"wrong": found.wrong, "settled": found.settled}
    held.paused_because = (
        _("%(wrong)s of our last %(settled)s settled notices were refused or withdrawn")
        % said
    )
    held.save()
    return True
