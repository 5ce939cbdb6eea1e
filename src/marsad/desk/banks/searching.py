"""What this process searches by: opened once, kept up with every change of the banks.

A question about the banks never waits for all signals to be read anew, unless they are
few. Whoever may wait (a worker, the command line) asks `held`; a page asks `ready`, which
is told None while another thread makes the indexes.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import islice
from typing import Any, Final

from django.conf import settings
from django.db import connection
from django.db.models import Max, QuerySet
from django.utils import timezone

from marsad.desk.banks import indexes
from marsad.desk.banks.indexes import Held, Marker
from marsad.desk.banks.models import Bank, BankedSignal, Standing
from marsad.desk.banks.turning import happened, last_turn
from marsad.errors import Unreadable
from marsad.matching.signals import Kind, Signal

# So many are indexed within a second: a page may wait for it.
FEW: Final = 5_000
_READ_AT_ONCE: Final = 20_000
# Turns after which the saved set is so old that opening it takes longer than it should.
_OLD: Final = 2_000

_lock = threading.RLock()
_here: dict[str, Any] = {"held": None, "maker": None}


def held() -> Held:
    """All that is searched now; made first where it is not, however long that takes."""
    with _lock:
        now = _kept_up()
        return _anew() if now is None else _remember(now)


def ready() -> Held | None:
    """All that is searched now; None while so many signals are read for the first time."""
    if not _lock.acquire(blocking=False):
        # The maker holds it for long, everybody else for a moment.
        if _is_being_made():
            return None
        _lock.acquire()
    try:
        now = _kept_up()
        if now is not None:
            return _remember(now)
        if _are_many():
            _make_aside()
            return None
        return _anew()
    finally:
        _lock.release()


@contextmanager
def searching() -> Iterator[Held]:
    """All that is searched, however long it takes to make, while nobody changes it."""
    with _lock:
        yield held()


@contextmanager
def reading() -> Iterator[Held | None]:
    """What is ready, while nobody else changes it: for asking the indexes."""
    now = ready()
    if now is None:
        yield None
        return
    with _lock:
        yield now


def rebuild(told: Callable[[int], object] = lambda _count: None) -> Held:
    """Read all searched signals anew and write their indexes down."""
    with _lock:
        made = _made(told)
        indexes.save(settings.BANK_INDEX, made)
        return _remember(made)


def _anew() -> Held:
    # Few are read as quickly from rows as from files.
    return rebuild() if _are_many() else _remember(_made(lambda _count: None))


def _are_many() -> bool:
    return BankedSignal.objects.order_by()[FEW : FEW + 1].exists()


def save_if_old() -> bool:
    """Write the indexes down again after many changes, so that they open quickly."""
    with _lock:
        now = held()
        saved = indexes.saved_marker(settings.BANK_INDEX)
        if now.seen.number - (saved.number if saved else 0) < _OLD:
            return False
        return indexes.save(settings.BANK_INDEX, now)


def forget() -> None:
    """Hold nothing any more: the next question opens what is saved."""
    with _lock:
        _here["held"] = None


def _remember(now: Held) -> Held:
    _here["held"] = now
    return now


def _kept_up() -> Held | None:
    """What is held or saved, with all changes since; None where neither can be used."""
    now: Held | None = _here["held"]
    # What fails halfway is not held any more, and opened or made anew.
    _here["held"] = None
    if now is not None and happened(now.seen.number, now.seen.mark):
        return _refreshed(now)
    try:
        now = indexes.opened(settings.BANK_INDEX)
    except Unreadable:
        return None
    if not happened(now.seen.number, now.seen.mark):
        return None
    return _refreshed(now)


def _made(told: Callable[[int], object]) -> Held:
    made, marker = Held(), _marker_now()
    _add(made, BankedSignal.objects.searched(), told)
    return made.as_seen(_with_high(marker))


def _refreshed(now: Held) -> Held:
    """Bring in what changed since: whole banks, single signals, what ended with a day."""
    before, marker = now.seen, _marker_now()
    if (marker.number, marker.day) == (before.number, before.day):
        return now
    came = set(marker.banks) - set(before.banks)
    for bank in set(before.banks) - set(marker.banks):
        _drop(now, BankedSignal.objects.filter(bank=bank))
    _change(now, marker, set(marker.banks) - came)
    if marker.day != before.day:
        stayed = BankedSignal.objects.filter(bank__in=set(marker.banks) - came)
        _drop(now, stayed.filter(until__gte=before.day, until__lt=marker.day))
    if came:
        _add(now, BankedSignal.objects.searched().filter(bank__in=came))
    return now.as_seen(_with_high(marker))


def _change(now: Held, marker: Marker, banks: set[int]) -> None:
    """Single signals of banks that stayed: out, where they may be in, and in again."""
    # Asked by the turn alone: a database that knows no better would read whole banks.
    rows = BankedSignal.objects.filter(turn__gt=now.seen.number).order_by("turn")
    columns = "pk", "bank_id", "kind", "value", "standing", "until"
    changed = rows.values_list(*columns).iterator(_READ_AT_ONCE)
    harmless = set(Bank.objects.filter(is_harmless=True).values_list("pk", flat=True))
    while batch := list(islice(changed, _READ_AT_ONCE)):
        mine = [row for row in batch if row[1] in banks]
        for of, is_harmless in ((now.known, False), (now.harmless, True)):
            some = [row for row in mine if (row[1] in harmless) is is_harmless]
            old = [pk for pk, *_rest in some if pk <= now.seen.high]
            if old:
                of.drop(old)
            of.add(
                Signal(pk, Kind(kind), value)
                for pk, _bank, kind, value, standing, until in some
                if standing == Standing.LIVE and _lasts(until, marker.day)
            )


def _lasts(until: date | None, day: str) -> bool:
    return until is None or until.isoformat() >= day


def _add(
    now: Held, rows: QuerySet[Any], told: Callable[[int], object] = lambda _count: None
) -> None:
    for is_harmless, into in ((False, now.known), (True, now.harmless)):
        some = _signals(rows.filter(bank__is_harmless=is_harmless))
        while batch := list(islice(some, _READ_AT_ONCE)):
            into.add(batch)
            told(len(batch))


def _drop(now: Held, rows: QuerySet[Any]) -> None:
    for is_harmless, of in ((False, now.known), (True, now.harmless)):
        some = rows.filter(bank__is_harmless=is_harmless).order_by()
        of.drop(some.values_list("pk", flat=True).iterator(_READ_AT_ONCE))


def _signals(rows: QuerySet[Any]) -> Iterator[Signal]:
    columns = rows.order_by("pk").values_list("pk", "kind", "value")
    for number, kind, value in columns.iterator(_READ_AT_ONCE):
        yield Signal(number, Kind(kind), value)


def _marker_now() -> Marker:
    # The turn is read first: what changes after it is seen again with the next one.
    number, mark = last_turn()
    today = timezone.localdate()
    standing = Bank.objects.filter(closed_at__isnull=True, until__gte=today)
    banks = tuple(standing.order_by("pk").values_list("pk", flat=True))
    return Marker(number, mark, today.isoformat(), 0, banks)


def _with_high(marker: Marker) -> Marker:
    # Read last, so that whatever came meanwhile counts as one that may be in already.
    high = BankedSignal.objects.aggregate(high=Max("pk"))["high"] or 0
    return Marker(marker.number, marker.mark, marker.day, high, marker.banks)


def _is_being_made() -> bool:
    maker: threading.Thread | None = _here["maker"]
    return maker is not None and maker.is_alive()


def _make_aside() -> None:
    if not _is_being_made():
        _here["maker"] = threading.Thread(target=_make, name="banks", daemon=True)
        _here["maker"].start()


def _make() -> None:
    try:
        rebuild()
    finally:
        connection.close()
