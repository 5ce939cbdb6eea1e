"""Tables of notices: what was asked of whom, what came of it, how long, how often wrongly."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from marsad.desk.referrals.models import Check, Fate
from marsad.desk.transparency.period_rows import Notice, PeriodRows, was_sent
from marsad.desk.transparency.shares import Share, times
from marsad.desk.transparency.tables import TOTAL, Maker, Row, Table, table

# What a platform may do about a post; the others are answers without a decision.
ACTED: Final = ("removed", "disabled", "demoted", "restricted", "labelled")
_TAKEN_DOWN: Final = ("removed", "disabled")
_LEFT: Final = ("refused", "restored")
_UNDECIDED: Final = ("asked", "received")
SILENT: Final = "silent"
OUTCOMES: Final = (*ACTED, *_LEFT, *_UNDECIDED, SILENT)


def outcome_of(notice: Notice) -> str:
    """What came of a notice: the last decision, or an answer without one, or silence."""
    said = [what for what, _ground, _at in notice.replies]
    decided = [what for what in said if what not in _UNDECIDED]
    if decided:
        return decided[-1]
    return next((one for one in _UNDECIDED if one in said), SILENT)


def outcomes(rows: PeriodRows) -> Table:
    """What came of the notices that reached their platforms, and on which ground."""
    sent = _sent(rows)
    told: list[Row] = []
    for one in OUTCOMES:
        own = [each for each in sent if outcome_of(each) == one]
        grounds = Counter(_ground(each) for each in own if one in ACTED)
        share = Share(len(own), len(sent)).cells()
        told.append(((one,), [share, grounds["illegal"], grounds["terms"]]))
    return table("outcomes", ("outcome",), ("notices", "illegal", "terms"), told)


def _sent(rows: PeriodRows) -> list[Notice]:
    return [one for one in rows.notices if was_sent(one)]


def _ground(notice: Notice) -> str:
    grounds = [ground for what, ground, _at in notice.replies if what in ACTED]
    return grounds[-1] if grounds else ""


def notices_by(
    name: str, key: Callable[[Notice], Any], known: Sequence[str] = ()
) -> Maker:
    """A table of notices by something that they are counted under."""

    def made(rows: PeriodRows) -> Table:
        told: list[Row] = [
            ((one,), _came([each for each in rows.notices if key(each) == one]))
            for one in (*known, *sorted({*map(key, rows.notices)} - {*known}))
        ]
        told.append(((TOTAL,), _came(rows.notices)))
        columns = ("written", "sent", "acted", "left", "open", "withdrawn")
        return table(f"notices_by_{name}", (name,), columns, told)

    return made


def _came(notices: Sequence[Notice]) -> list[int]:
    sent = [one for one in notices if was_sent(one)]
    came = Counter(map(outcome_of, sent))
    acted, left = (sum(came[one] for one in some) for some in (ACTED, _LEFT))
    withdrawn = sum(one.fate == Fate.WITHDRAWN for one in notices)
    return [len(notices), len(sent), acted, left, len(sent) - acted - left, withdrawn]


def seen(rows: PeriodRows) -> Table:
    """What was last seen of the posts that notices named."""
    told = [((one,), [rows.seen.get(one, 0)]) for one in map(str, Check.Seen.values)]
    return table("seen", ("seen",), ("posts",), told)


def waits(rows: PeriodRows) -> Table:
    """How long each step took: the middle one, and a quarter on each side."""
    sent = [one for one in rows.notices if one.sent_at is not None]
    answered = [one for one in rows.appeals if one.answered_at is not None]
    steps: tuple[tuple[str, Sequence[float]], ...] = (
        ("to_reading", rows.first_read_hours),
        ("to_notice", [_hours(one.begun_at, one.sent_at) for one in sent]),
        ("to_reply", _until(sent)),
        ("to_removal", _until(sent, *_TAKEN_DOWN)),
        ("to_answer", [_hours(one.at, one.answered_at) for one in answered]),
    )
    columns = ("count", "quarter", "median", "three_quarters")
    told = [((name,), list(times(hours).values())) for name, hours in steps]
    return table("times", ("step",), columns, told)


def _until(sent: Iterable[Notice], *what: str) -> list[float]:
    """Hours from each notice to the first such reply, of those that got one."""
    found = []
    for one in sent:
        at = next((at for said, _, at in one.replies if not what or said in what), None)
        if at is not None:
            found.append(_hours(one.sent_at, at))
    return found


def _hours(first: Any, last: Any) -> float:
    return float((last - first).total_seconds() / 3600)


def errors(rows: PeriodRows) -> Table:
    """How often we were wrong, each with its denominator and how sure it is."""
    sent = _sent(rows)
    came = Counter(map(outcome_of, sent))
    left = sum(came[one] for one in _LEFT)
    decided = left + sum(came[one] for one in ACTED)
    answered = [one.outcome for one in rows.appeals if one.outcome in _JUDGED]
    judged = [one.is_right for one in rows.decisions if one.is_right is not None]
    withdrawn = sum(one.fate == Fate.WITHDRAWN for one in sent)
    told = (
        ("second_looks", Share(sum(rows.second_looks), len(rows.second_looks))),
        ("wrong_signal", Share(judged.count(False), len(judged))),
        ("left", Share(left, decided)),
        ("overturned", Share(sum(one.is_overturned for one in sent), len(sent))),
        ("withdrawn", Share(withdrawn, len(sent))),
        ("upheld", Share(answered.count("upheld"), len(answered))),
    )
    cells = [((key,), [share.cells()]) for key, share in told]
    return table("errors", ("error",), ("share",), cells)


_JUDGED: Final = ("upheld", "rejected")
