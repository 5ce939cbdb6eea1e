"""The life of one notice in order of time: what we did, what came back, what was seen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Final

from django.utils import translation
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from marsad.desk.cases.models import Capture, Reading
from marsad.desk.referrals.brakes import DECISIVE
from marsad.desk.referrals.models import Check, Fate, Referral, Reply, Sending

# The width and the edges of the drawing, in its own units.
_WIDTH: Final = 720
_EDGE: Final = 14


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened: when, what, by whom, in which words; and whose it was."""

    at: datetime
    side: str
    what: str
    by: str = ""
    words: str = ""
    # How long after the notice was sent, in words; empty for what came before.
    after: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """Where an event stands in the drawing."""

    x: float
    event: Event


def events(referral: Referral) -> list[Event]:
    """Everything that happened to a notice, the earliest first."""
    found = [
        *_before(referral),
        *_ours(referral),
        *_theirs(referral),
        *_appeals(referral),
    ]
    sent = referral.sent_at
    timed = [_timed(one, sent) for one in found]
    return sorted(timed, key=lambda one: one.at)


def dots(found: list[Event]) -> list[Dot]:
    """The events on a line, as far apart as they were in time; mirrored from right to left."""
    if not found:
        return []
    first, last = found[0].at, found[-1].at
    whole = max((last - first).total_seconds(), 1.0)
    room = _WIDTH - 2 * _EDGE
    mirrored = translation.get_language_bidi()
    made = []
    for one in found:
        share = (one.at - first).total_seconds() / whole
        share = 1 - share if mirrored else share
        made.append(Dot(round(_EDGE + room * share, 1), one))
    return made


def time_to_answer(referral: Referral) -> str:
    """How long the platform took until it decided, in words; empty before it did."""
    if referral.sent_at is None:
        return ""
    settled = referral.replies.filter(what__in=DECISIVE).order_by("at").first()
    return span(referral.sent_at, settled.at) if settled else ""


def span(start: datetime, end: datetime) -> str:
    """How long it was from one moment to another, in words."""
    if (end - start).total_seconds() < 60:
        return _("less than a minute")
    return timesince(start, end, depth=2)


def _timed(one: Event, sent: datetime | None) -> Event:
    if sent is None or one.at <= sent:
        return one
    return Event(one.at, one.side, one.what, one.by, one.words, span(sent, one.at))


def _before(referral: Referral) -> Iterator[Event]:
    posts = referral.posts.values("post")
    captures = Capture.objects.filter(case=referral.case_id, post__in=posts)
    # A case captures all its posts at once: to say so of each would hide what followed.
    for (at, by), some in groupby(captures.order_by("at", "id"), key=_when_and_who):
        count = len(list(some))
        said = _("captured (%(count)s)") % {"count": count}
        yield Event(at, "ours", said if count > 1 else _("captured"), by)
    readings = Reading.objects.filter(
        case=referral.case_id,
        round=referral.round,
        is_sample=False,
        at__lte=referral.at,
    )
    for reading in readings.select_related("reader").order_by("id"):
        yield Event(
            reading.at, "ours", str(reading.get_verdict_display()), reading.reader.name
        )


def _when_and_who(capture: Capture) -> tuple[datetime, str]:
    return capture.at, capture.by


def _ours(referral: Referral) -> Iterator[Event]:
    yield Event(referral.at, "ours", _("let go"), referral.by.name, referral.because)
    for one in referral.sendings.select_related("let_go_by").order_by("id"):
        is_notice = one.what == Sending.What.NOTICE
        if one.settled_at and one.fate != Fate.WITHDRAWN:
            what = _("notice: %(fate)s") if is_notice else _("withdrawal: %(fate)s")
            said = what % {"fate": one.get_fate_display()}
            yield Event(one.settled_at, "ours", said, words=one.said)
    if referral.withdrawn_at and referral.withdrawn_by:
        yield Event(
            referral.withdrawn_at,
            "ours",
            _("withdrawn"),
            referral.withdrawn_by.name,
            referral.withdrawn_because,
        )


def _theirs(referral: Referral) -> Iterator[Event]:
    for reply in Reply.objects.filter(referral=referral):
        said = _("answered: %(what)s") % {"what": reply.get_what_display()}
        yield Event(reply.at, "theirs", said, referral.platform.name, reply.words)
    checks = Check.objects.filter(referred__referral=referral)
    for check in checks.select_related("referred"):
        said = _("address %(place)s seen: %(seen)s") % {
            "place": check.referred.place,
            "seen": check.get_seen_display(),
        }
        yield Event(check.at, "seen", said, check.by)


def _appeals(referral: Referral) -> Iterator[Event]:
    # Appeals stand above this app: they are reached by the rows that point here.
    for one in referral.complaints.all():
        yield Event(one.at, "appeal", _("an appeal came in"), words=one.reference)
        if one.answered_at is not None:
            said = _("the appeal was answered: %(outcome)s") % {
                "outcome": one.get_outcome_display()
            }
            yield Event(one.answered_at, "appeal", said)
