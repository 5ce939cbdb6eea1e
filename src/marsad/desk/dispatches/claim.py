"""The queue of letters: which is next, who has it in hand, and what a dead worker left."""

from datetime import datetime, timedelta
from typing import Final

from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.utils import timezone

from marsad.desk.dispatches.models import RECEIVED, Cause, Dispatch, Outcome
from marsad.desk.dispatches.seeing import is_standing, packs_at, recall_of
from marsad.desk.releases.models import Release

# Longer than the server may keep any one letter waiting, with every patience used up.
DEAD_AFTER: Final = timedelta(minutes=15)
# Minutes until a letter is tried again: at once for who greylists, then ever more seldom.
_PAUSES: Final = (1, 5, 15, 30, 60, 120, 240)
# As mail servers do: RFC 5321, section 4.5.4.1, says four to five days.
GIVE_UP_AFTER: Final = timedelta(days=4)
# Who must be told that something was wrong comes before who is told something new.
_FIRST: Final = Case(
    When(cause=Cause.RECALL, then=Value(0)),
    When(cause=Cause.CORRECTION, then=Value(1)),
    default=Value(2),
    output_field=IntegerField(),
)


def waiting(at: datetime) -> QuerySet[Dispatch]:
    """The letters whose time has come."""
    return Dispatch.objects.filter(outcome=Outcome.WAITING, next_try_at__lte=at)


def claim() -> Dispatch | None:
    """Take the next letter in hand; of two workers that ask at once, one gets it.

    It is in hand, and so written down, before a word is said to the mail server: a worker
    that dies leaves a letter that nobody sends a second time unseen.
    """
    now = timezone.now()
    related = (
        "contact__partner", "release__recall", "release__corrected_by",
        "release__corrects",
    )  # fmt: skip
    while True:
        rows = waiting(now).select_related(*related).order_by(_FIRST, "pk")
        letter: Dispatch | None = rows.first()
        if letter is None:
            return None
        why = why_not(letter)
        if why:
            _drop(letter, why)
        elif _take(letter, now):
            return letter


def _take(letter: Dispatch, now: datetime) -> bool:
    # One statement: whoever changes the row first has it, on either database.
    mine = Dispatch.objects.filter(
        pk=letter.pk, outcome=Outcome.WAITING, tries=letter.tries
    ).update(outcome=Outcome.SENDING, claimed_at=now, tries=letter.tries + 1)
    letter.tries += 1
    letter.outcome = Outcome.SENDING
    return bool(mine)


def _drop(letter: Dispatch, why: str) -> None:
    Dispatch.objects.filter(pk=letter.pk, outcome=Outcome.WAITING).update(
        outcome=Outcome.DROPPED, said=why, settled_at=timezone.now()
    )


def why_not(letter: Dispatch) -> str:
    """Why a letter that waits is not to be sent any more; empty where it still is."""
    if letter.contact.stopped_at is not None:
        return "letters came back from there"
    if letter.cause == Cause.RECALL:
        return ""
    if recall_of(letter.release) is not None:
        return "what it was to bring was recalled"
    if had_before(letter):
        # Who had what was wrong is told so, whatever was agreed since.
        return ""
    if not is_standing(letter.release):
        return "what it was to bring was corrected"
    if letter.contact.unsubscribed_at is not None:
        return "unsubscribed"
    if not may_read(letter):
        return "the partner may not have it any more"
    return ""


def had_before(letter: Dispatch) -> bool:
    """Whether the contact was sent what this letter corrects."""
    older = corrected_by(letter.release)
    sent = Dispatch.objects.filter(contact=letter.contact_id, outcome__in=RECEIVED)
    return bool(older) and sent.filter(release__in=older).exists()


def corrected_by(release: Release) -> list[Release]:
    """The release that this one corrects, and the one that that one corrects, and so on."""
    older: list[Release] = []
    while release.corrects is not None:
        release = release.corrects
        older.append(release)
    return older


def may_read(letter: Dispatch) -> bool:
    """Whether the contact's partner may still read what the letter is about."""
    packs = packs_at(letter.contact.partner)
    return packs.filter(release_id=letter.release_id).exists()


def put_off(letter: Dispatch, said: str) -> None:
    """Let a letter wait again, as if it had not been taken in hand."""
    Dispatch.objects.filter(pk=letter.pk, outcome=Outcome.SENDING).update(
        outcome=Outcome.WAITING, tries=letter.tries - 1, said=said[:500]
    )


def put_off_all(said: str) -> int:
    """Let every letter wait a minute: the mail server is silent, no letter at fault."""
    now = timezone.now()
    later = now + timedelta(minutes=_PAUSES[0])
    return waiting(now).update(next_try_at=later, said=said[:500])


def next_try(letter: Dispatch, now: datetime) -> datetime | None:
    """When a letter is tried again; None once it was tried for long enough."""
    if now - letter.made_at >= GIVE_UP_AFTER:
        return None
    pause = _PAUSES[min(letter.tries, len(_PAUSES)) - 1]
    return now + timedelta(minutes=pause)


def left_behind(at: datetime) -> QuerySet[Dispatch]:
    """The letters that a worker had in hand when it died."""
    before = at - DEAD_AFTER
    return Dispatch.objects.filter(outcome=Outcome.SENDING, claimed_at__lt=before)
