"""Start cases: what an arrival's posts resemble is put before people, captured first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import Count, Max
from django.utils import timezone

from marsad.desk.banks.guards import after_matches
from marsad.desk.banks.models import BankedSignal
from marsad.desk.cases.chain import TOOL, Circumstances, record_of, sealed
from marsad.desk.cases.models import Capture, Case, Match, due_after
from marsad.desk.cases.weighing import Found, Kept, weigh
from marsad.desk.posts.models import Arrival, Medium, Post
from marsad.desk.safeguards.acts import Worker, act, note
from marsad.matching.signals import Band

# A case that holds so many posts takes no more: what comes then makes another one.
MOST_POSTS: Final = 100
# SQLite takes only so many values in one question.
_AT_ONCE: Final = 500
_LONGEST_DETAILS: Final = 40


@dataclass(frozen=True, slots=True)
class _Carrier:
    """A post with what counts of its likenesses, the weightiest first."""

    post: Post
    kept: Sequence[Kept]

    @property
    def content(self) -> str:
        return self.kept[0].signal.content


@act("cases.start")
def start(
    arrival: Arrival,
    found: Mapping[int, Sequence[Found]],
    *,
    by: Worker,
    because: str,
) -> list[Case]:
    """Put what posts of an arrival resemble before people; a second time does nothing."""
    held = Arrival.objects.select_for_update(of=("self",)).select_related("stream")
    fresh: Arrival = held.get(pk=arrival.pk)
    if fresh.looked_at is not None:
        return []
    fresh.looked_at = timezone.now()
    fresh.save(update_fields=["looked_at"])
    if not fresh.stream.is_grounded():
        note(posts=0, matches=0, cases=0)
        return []
    carriers, harmless = _weighed(found)
    cases = _cases(carriers, fresh.looked_at)
    _capture(cases, carriers, Circumstances(fresh.looked_at, str(by)))
    made = [*_matches(cases, carriers, fresh.looked_at), *harmless]
    Match.objects.bulk_create(made, batch_size=_AT_ONCE)
    after_matches([one.signal_id for one in made if one.harmless_id is None])
    note(posts=len(carriers), matches=len(made), cases=len(cases))
    return list(cases.values())


def pass_by(arrivals: Iterable[Arrival]) -> int:
    """Note that nothing of these arrivals resembles anything known."""
    keys = [one.pk for one in arrivals]
    waiting = Arrival.objects.filter(pk__in=keys, looked_at__isnull=True)
    return waiting.update(looked_at=timezone.now())


def _weighed(
    found: Mapping[int, Sequence[Found]],
) -> tuple[list[_Carrier], list[Match]]:
    """Posts with what counts; and as rows, what a harmless look-alike took away."""
    posts = {one.pk: one for one in _rows(Post.objects.standing(), found)}
    numbers = {one.likeness.number for some in found.values() for one in some}
    searched = BankedSignal.objects.searched().select_related("bank")
    signals = {one.pk: one for one in _rows(searched, numbers)}
    carriers, taken_away = [], []
    for key in sorted(found.keys() & posts.keys()):
        counting, harmless = weigh(found[key], signals)
        taken_away += [_match(posts[key], one, None) for one in harmless]
        if counting:
            carriers.append(_Carrier(posts[key], counting))
    return carriers, taken_away


def _rows(rows: Any, keys: Iterable[int]) -> Iterator[Any]:
    wanted = sorted(keys)
    for at in range(0, len(wanted), _AT_ONCE):
        yield from rows.filter(pk__in=wanted[at : at + _AT_ONCE])


def _cases(carriers: Iterable[_Carrier], at: datetime) -> dict[str, Case]:
    """A case of each content: the one that gathers posts, or a new one."""
    groups: dict[str, list[_Carrier]] = defaultdict(list)
    for one in carriers:
        groups[one.content].append(one)
    cases = {one.content: one for one in _gathering(list(groups))}
    old = list(cases.values())
    for content, some in groups.items():
        case = cases.setdefault(content, _new(some[0], at))
        for one in some:
            _raise(case, one)
    _stop_full(cases, groups)
    new = [one for one in cases.values() if one._state.adding]
    Case.objects.bulk_create(new, batch_size=_AT_ONCE)
    columns = "severity", "reach", "marking", "has_strong_match", "due_at"
    if old:
        Case.objects.bulk_update(old, [*columns, "is_gathering"], batch_size=100)
    return cases


def _gathering(contents: Sequence[str]) -> Iterator[Case]:
    held = Case.objects.select_for_update(of=("self",)).filter(is_gathering=True)
    for at in range(0, len(contents), _AT_ONCE):
        yield from held.filter(content__in=contents[at : at + _AT_ONCE])


def _new(carrier: _Carrier, at: datetime) -> Case:
    return Case(
        content=carrier.content,
        bank=carrier.kept[0].signal.bank,
        severity=0,
        started_at=at,
        due_at=at,
        marking=carrier.post.marking,
        is_gathering=True,
    )


def _raise(case: Case, carrier: _Carrier) -> None:
    """A case is as grave, as far seen and as closed as the most of what it holds."""
    severity = max(one.severity for one in carrier.kept)
    if severity > case.severity:
        case.severity = severity
        due = due_after(severity, timezone.now())
        case.due_at = due if case._state.adding else min(case.due_at, due)
    case.reach += carrier.post.reach
    marks = [max(one.signal.marking, one.signal.bank.marking) for one in carrier.kept]
    case.marking = max(case.marking, carrier.post.marking, *marks)
    case.has_strong_match |= any(
        one.found.likeness.band >= Band.SAME for one in carrier.kept
    )


def _stop_full(cases: Mapping[str, Case], groups: Mapping[str, Sequence[Any]]) -> None:
    """Let a case that holds enough take no more."""
    held = [one.pk for one in cases.values() if not one._state.adding]
    counts = dict(
        Capture.objects.filter(case__in=held)
        .order_by()
        .values_list("case")
        .annotate(Count("pk"))
    )
    for content, some in groups.items():
        case = cases[content]
        if counts.get(case.pk, 0) + len(some) >= MOST_POSTS:
            case.is_gathering = False


def _capture(
    cases: Mapping[str, Case], carriers: Sequence[_Carrier], how: Circumstances
) -> None:
    """Seal what each post is now, before anybody reads it."""
    media: dict[int, list[Medium]] = defaultdict(list)
    keys = sorted(one.post.pk for one in carriers)
    for at in range(0, len(keys), _AT_ONCE):
        for one in Medium.objects.filter(post__in=keys[at : at + _AT_ONCE]):
            media[one.post_id].append(one)
    last = _last([one.pk for one in cases.values()])
    made = []
    for carrier in carriers:
        case = cases[carrier.content]
        previous = last.get(case.pk, "")
        record = record_of(carrier.post, media[carrier.post.pk])
        last[case.pk] = sealed(record, how, previous)
        made.append(
            Capture(
                case=case,
                post=carrier.post,
                at=how.at,
                by=how.by,
                tool=TOOL,
                sha256=last[case.pk],
                previous=previous,
            )
        )
    Capture.objects.bulk_create(made, batch_size=_AT_ONCE)


def _last(cases: Sequence[int]) -> dict[int, str]:
    """The hash of the last capture of each case that has one."""
    found: dict[int, str] = {}
    for at in range(0, len(cases), _AT_ONCE):
        rows = Capture.objects.filter(case__in=cases[at : at + _AT_ONCE]).order_by()
        newest = rows.values("case").annotate(newest=Max("pk")).values("newest")
        found |= dict(
            Capture.objects.filter(pk__in=newest).values_list("case", "sha256")
        )
    return found


def _matches(
    cases: Mapping[str, Case], carriers: Iterable[_Carrier], at: datetime
) -> Iterator[Match]:
    for carrier in carriers:
        for one in carrier.kept:
            match = _match(carrier.post, one, cases[carrier.content])
            match.at = at
            yield match


def _match(post: Post, kept: Kept, case: Case | None) -> Match:
    likeness = kept.found.likeness
    details = dict(list(likeness.details.items())[:_LONGEST_DETAILS])
    if kept.found.address:
        details.setdefault("address", kept.found.address)
    return Match(
        post=post,
        signal=kept.signal,
        case=case,
        medium_id=kept.found.medium,
        kind=likeness.kind,
        distance=likeness.distance,
        band=likeness.band,
        reason=likeness.reason,
        details=details,
        ours=[[span.start, span.end] for span in likeness.ours],
        theirs=[[span.start, span.end] for span in likeness.theirs],
        harmless=kept.harmless,
    )
