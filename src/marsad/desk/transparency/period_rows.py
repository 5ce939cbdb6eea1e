"""The records of a period, read from the database as plain rows that figures are made of."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, F, QuerySet, Sum
from django.utils import timezone

from marsad.desk.banks.models import BankedSignal, Dispute
from marsad.desk.cases.decide import is_upheld
from marsad.desk.cases.models import Case, Match, Reading, Reopening, Reread, Stage
from marsad.desk.cases.standing import stage_after
from marsad.desk.complaints.models import Complaint
from marsad.desk.posts.models import Arrival, Post, Purge, Reveal
from marsad.desk.referrals.models import Check, Fate, Referral, Reply
from marsad.marking import Marking

# A bank that is not for everybody is counted, and not named.
UNNAMED = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a case is counted under."""

    category: str
    bank: str
    severity: int


@dataclass(frozen=True, slots=True)
class Decision:
    """A round of readings that decided a case."""

    case: int
    round: int
    told: Told
    at: datetime
    verdicts: tuple[str, ...]
    refers: bool
    # Whether the signal was right; None where readers were split.
    is_right: bool | None


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice to a platform: what it was sent under, and what came of it."""

    platform: str
    # Of Reg. (EU) 2021/784, art. 2(7), or the platform's rules alone.
    category: str
    language: str
    route: str
    fate: str
    begun_at: datetime
    sent_at: datetime | None
    withdrawn_at: datetime | None
    # What the platform said, in its order: what, on which ground, when.
    replies: tuple[tuple[str, str, datetime], ...]
    is_overturned: bool


@dataclass(frozen=True, slots=True)
class Appeal:
    """An appeal against a notice."""

    at: datetime
    due_at: datetime
    answered_at: datetime | None
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRows:
    """All that the figures of a period are made of; no words, no names, no accounts."""

    begins: date
    ends: date
    as_of: datetime
    # (platform, language) -> posts taken in.
    posts: dict[tuple[str, str], int] = field(default_factory=dict)
    unread: int = 0
    known: int = 0
    # (kind, band, whether a harmless look-alike was nearer) -> matches.
    matches: dict[tuple[str, int, bool], int] = field(default_factory=dict)
    # platform -> posts of the period that matched something.
    matched: dict[str, int] = field(default_factory=dict)
    begun: tuple[Told, ...] = ()
    waiting: int = 0
    first_read_hours: tuple[float, ...] = ()
    decisions: tuple[Decision, ...] = ()
    # Verdict -> readings, of the two sorts.
    readings: dict[str, int] = field(default_factory=dict)
    second_looks: tuple[bool, ...] = ()
    notices: tuple[Notice, ...] = ()
    # What was last seen of referred posts -> how many.
    seen: dict[str, int] = field(default_factory=dict)
    appeals: tuple[Appeal, ...] = ()
    # (why) -> posts, accounts, media.
    purged: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    # (basis, what became of it) -> openings of accounts.
    reveals: dict[tuple[str, str], int] = field(default_factory=dict)
    added: int = 0
    # (by a machine, what became of it) -> doubts about signals.
    disputes: dict[tuple[bool, str], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Period:
    """The moments between two midnights of the house."""

    begins: date
    ends: date

    def of(self, moment: str) -> dict[str, datetime]:
        """A filter by a moment."""
        day = timedelta(days=1)
        first, last = (
            timezone.make_aware(datetime.combine(one, time()))
            for one in (self.begins, self.ends + day)
        )
        return {f"{moment}__gte": first, f"{moment}__lt": last}

    def holds(self, at: datetime | None) -> bool:
        """Whether a moment is in it."""
        if at is None:
            return False
        return self.begins <= timezone.localdate(at) <= self.ends


def rows_of(begins: date, ends: date, as_of: datetime) -> PeriodRows:
    """Read the records of a period: each counted by the day it happened."""
    period = _Period(begins, ends)
    rounds = tuple(_rounds())
    notices = Referral.objects.filter(**period.of("at"))
    return PeriodRows(
        begins=begins,
        ends=ends,
        as_of=as_of,
        posts=_counts(
            Post.objects.filter(**period.of("received_at")), "platform", "language"
        ),
        unread=_sum(Arrival.objects.filter(**period.of("at")), "refused"),
        known=_sum(Arrival.objects.filter(**period.of("at")), "known"),
        matches=_matches(period),
        matched=_matched(period),
        begun=tuple(_told(one) for one in _cases().filter(**period.of("started_at"))),
        waiting=Case.objects.waiting().count(),
        first_read_hours=tuple(_first_reads(period)),
        decisions=tuple(one for one in rounds if period.holds(one.at)),
        readings=_counts(
            Reading.objects.filter(is_sample=False, **period.of("at")), "verdict"
        ),
        second_looks=tuple(_second_looks(period)),
        notices=tuple(_notices(notices)),
        seen=_seen(notices),
        appeals=tuple(_appeals(period)),
        purged=_purged(period),
        reveals=_reveals(period),
        added=BankedSignal.objects.filter(**period.of("added_at")).count(),
        disputes=_disputes(period),
    )


def _counts(rows: QuerySet[Any], *columns: str) -> dict[Any, int]:
    counted = rows.order_by().values_list(*columns).annotate(count=Count("pk"))
    return {(one[0] if len(columns) == 1 else one[:-1]): one[-1] for one in counted}


def _sum(rows: QuerySet[Any], column: str) -> int:
    return rows.aggregate(sum=Sum(column))["sum"] or 0


def _matches(period: _Period) -> dict[tuple[str, int, bool], int]:
    found: dict[tuple[str, int, bool], int] = {}
    rows = Match.objects.filter(**period.of("at"))
    for is_harmless in (False, True):
        some = rows.filter(harmless__isnull=not is_harmless)
        for (kind, band), count in _counts(some, "kind", "band").items():
            found[kind, band, is_harmless] = count
    return found


def _matched(period: _Period) -> dict[str, int]:
    rows = Match.objects.filter(**period.of("post__received_at")).order_by()
    counted = rows.values_list("post__platform").annotate(
        count=Count("post", distinct=True)
    )
    return dict(counted)


def _cases() -> QuerySet[Case]:
    return Case.objects.select_related("bank").order_by("pk")


def _told(case: Case) -> Told:
    bank = case.bank
    is_clear = bank.marking == Marking.CLEAR
    return Told(bank.category, bank.title if is_clear else UNNAMED, case.severity)


def _first_reads(period: _Period) -> Iterator[float]:
    """Hours from the birth of a case to its first reading, of first readings of a period."""
    seen: set[int] = set()
    rows = Reading.objects.filter(round=1, is_sample=False).select_related("case")
    for one in rows.order_by("id"):
        if one.case_id not in seen:
            seen.add(one.case_id)
            if period.holds(one.at):
                yield _hours(one.case.started_at, one.at)


def _rounds() -> Iterator[Decision]:
    """Every round of every case that its readings decided."""
    rows = Reading.objects.filter(is_sample=False).select_related("case__bank")
    rounds: dict[tuple[int, int], list[Reading]] = {}
    for one in rows.order_by("id"):
        rounds.setdefault((one.case_id, one.round), []).append(one)
    for (case, number), readings in rounds.items():
        stage = stage_after(readings)
        if not stage.is_waiting:
            yield Decision(
                case=case,
                round=number,
                told=_told(readings[0].case),
                at=readings[-1].at,
                verdicts=tuple(one.verdict for one in readings),
                refers=stage == Stage.AGREED,
                is_right=is_upheld(readings),
            )


def _second_looks(period: _Period) -> Iterator[bool]:
    """Of each second look: whether it differed, and would have written to the platform."""
    rows = Reread.objects.filter(**period.of("reading__at")).select_related("reading")
    for one in rows.order_by("id"):
        if one.reading is not None:
            yield one.reading.says_refer


def _notices(rows: QuerySet[Referral]) -> Iterator[Notice]:
    opened = _opened()
    upheld = Complaint.objects.filter(outcome="upheld")
    overturned = set(upheld.values_list("post__referred__referral", flat=True))
    replies: dict[int, list[Reply]] = {}
    for reply in Reply.objects.filter(referral__in=rows).order_by("at", "id"):
        replies.setdefault(reply.referral_id, []).append(reply)
    for one in rows.select_related("case", "platform").order_by("pk"):
        said = replies.get(one.pk, [])
        yield Notice(
            platform=one.platform.code,
            category=one.category,
            language=one.language,
            route=one.route,
            fate=one.fate,
            begun_at=opened.get((one.case_id, one.round), one.case.started_at),
            sent_at=one.sent_at,
            withdrawn_at=one.withdrawn_at,
            replies=tuple((reply.what, reply.ground, reply.at) for reply in said),
            is_overturned=one.pk in overturned,
        )


def _opened() -> dict[tuple[int, int], datetime]:
    rows = Reopening.objects.values_list("case", "round", "at")
    return {(case, number): at for case, number, at in rows}


def _seen(notices: QuerySet[Referral]) -> dict[str, int]:
    """What was last seen of each post that these notices name."""
    rows = Check.objects.filter(referred__referral__in=notices).order_by("at", "id")
    # The last one of a post stays.
    last: dict[int, str] = dict(rows.values_list("referred", "seen"))
    return dict(Counter(last.values()))


def _appeals(period: _Period) -> Iterator[Appeal]:
    rows = Complaint.objects.filter(**period.of("at")).order_by("pk")
    for one in rows:
        yield Appeal(one.at, one.due_at, one.answered_at, one.outcome)


def _purged(period: _Period) -> dict[str, tuple[int, int, int]]:
    rows = Purge.objects.filter(**period.of("at")).order_by().values_list("why")
    summed = rows.annotate(Sum("posts"), Sum("accounts"), Sum("media"))
    return {why: (posts, accounts, media) for why, posts, accounts, media in summed}


def _reveals(period: _Period) -> dict[tuple[str, str], int]:
    rows = Reveal.objects.filter(**period.of("asked_at"))
    found: dict[tuple[str, str], int] = {}
    for basis, is_granted, shown in rows.values_list(
        "basis", "is_granted", F("shown_at")
    ):
        fate = "waiting" if is_granted is None else "refused"
        if is_granted:
            fate = "shown" if shown else "granted"
        found[basis, fate] = found.get((basis, fate), 0) + 1
    return found


def _disputes(period: _Period) -> dict[tuple[bool, str], int]:
    rows = Dispute.objects.filter(**period.of("at"))
    found: dict[tuple[bool, str], int] = {}
    for person, is_upheld_ in rows.values_list("person", "is_upheld"):
        fate = {None: "open", True: "upheld", False: "rejected"}[is_upheld_]
        key = (person is None, fate)
        found[key] = found.get(key, 0) + 1
    return found


def _hours(first: datetime, last: datetime) -> float:
    return (last - first).total_seconds() / 3600


def was_sent(notice: Notice) -> bool:
    """Whether a notice reached its platform; one that was withdrawn later did."""
    return notice.sent_at is not None or notice.fate == Fate.SENT
