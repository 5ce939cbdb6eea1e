"""Which matches of a case could support a referral: strong ones, on grounds that hold."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.banks.models import Standing
from marsad.desk.cases.models import Case, Match
from marsad.errors import Refused
from marsad.matching.signals import Band

# A doubt about a signal rests it; one that floods was right as often as it was.
_FALLEN = (Standing.DISPUTED, Standing.WITHDRAWN)


def strong(case: Case) -> list[Match]:
    """The matches that are more than weak evidence, of posts that still have their words."""
    rows = case.matches.filter(
        band__gte=Band.SAME, harmless__isnull=True, post__purged_at__isnull=True
    )
    return list(rows.select_related("post__stream", "signal__bank").order_by("id"))


def holds(match: Match, on: date | None = None) -> bool:
    """Whether stream, bank and signal of a match stand on a legal basis that holds."""
    day = on or timezone.localdate()
    signal = match.signal
    return (
        match.post.stream.is_grounded(day)
        and signal.bank.closed_at is None
        and signal.bank.is_grounded(day)
        and (signal.until is None or signal.until >= day)
        and signal.standing not in _FALLEN
    )


def supporting(case: Case, on: date | None = None) -> list[Match]:
    """The strong matches whose grounds hold: what a referral may rest on."""
    return [match for match in strong(case) if holds(match, on)]


def check_support(case: Case) -> None:
    """Refuse a referral that nothing strong supports, or whose grounds are over."""
    found = strong(case)
    if not found:
        problem = _("only weak evidence is there, and it never suffices for a referral")
        raise Refused(str(case), problem, _("choose another verdict"))
    if not any(holds(match) for match in found):
        problem = _("the legal basis of its stream, bank or signal no longer holds")
        way_out = _("have a director renew the basis, or choose another verdict")
        raise Refused(str(case), problem, way_out)
