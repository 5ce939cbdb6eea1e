"""What stops a signal by itself: a flood of matches, and readers who overturn it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from desk.banks.conftest import WHY, last
from desk.content_makers import make_bank, make_case, make_match, make_post, make_signal
from marsad.desk.banks.guards import after_matches, brake, count_verdict
from marsad.desk.banks.models import BankedSignal, Dispute, Standing
from marsad.desk.banks.settle import Outcome, settle
from marsad.desk.cases.models import Match

pytestmark = pytest.mark.django_db


@pytest.fixture
def few():
    """A signal of a bank that lets three matches an hour through."""
    return make_signal(make_bank(flood_limit=3))


def matched(signal, times, at=None):
    """Match a signal with posts, as the act of cases does, and tell the guard."""
    at = at or timezone.now()
    for _ in range(times):
        make_match(make_post(f"شوربة {timezone.now()}"), signal, at=at)
    return after_matches([signal] * times, at)


def test_matches_are_counted(few):
    matched(few, 2)
    matched(few, 1)

    few.refresh_from_db()
    assert (few.met, few.standing) == (3, Standing.LIVE)


def test_more_matches_within_an_hour_than_the_bank_lets_set_a_signal_aside(few):
    matched(few, 3)
    assert matched(few, 1) == [few]

    few.refresh_from_db()
    assert few.standing == Standing.FLOOD
    assert last().act == "banks.set_aside"
    assert last().by == "guard of banks"
    assert Dispute.objects.get(signal=few).person is None


def test_as_many_matches_over_more_than_an_hour_are_no_flood(few):
    matched(few, 3, timezone.now() - timedelta(hours=2))
    assert matched(few, 3) == []

    few.refresh_from_db()
    assert (few.met, few.standing) == (6, Standing.LIVE)


def test_a_flood_that_a_director_settled_is_counted_afresh(few, dalia):
    matched(few, 4)
    settle(Dispute.objects.get(), Outcome.KEEP, by=dalia, because=WHY)

    assert matched(few, 1) == []
    assert matched(few, 3) == [few]


def test_the_numbers_of_signals_do_as_well_as_signals(few):
    after_matches([few.pk, few.pk])
    assert BankedSignal.objects.get(pk=few.pk).met == 2


def judged(signal, *verdicts):
    """Let readers decide as many cases of a signal."""
    for upheld in verdicts:
        case = make_case(signal=signal, content=f"c{timezone.now().timestamp()}")
        count_verdict(case, upheld)
    signal.refresh_from_db()


def test_precision_is_what_readers_found(signal):
    judged(signal, True, True, False)

    assert (signal.upheld, signal.overturned) == (2, 1)
    assert signal.precision == pytest.approx(2 / 3)
    assert signal.standing == Standing.LIVE


def test_a_signal_too_often_overturned_is_set_aside_after_five_cases(signal):
    judged(signal, False, False, False, True)
    assert signal.standing == Standing.LIVE, "four cases say nothing yet"

    judged(signal, True)
    assert signal.standing == Standing.IMPRECISE
    assert not brake(signal), "it rests already"


def test_what_a_director_put_back_is_judged_afresh(signal, dalia):
    judged(signal, *[False] * 5)
    settle(Dispute.objects.get(), Outcome.KEEP, by=dalia, because=WHY)

    judged(signal, False, False, False, True)
    assert signal.standing == Standing.LIVE
    judged(signal, False)
    assert signal.standing == Standing.IMPRECISE


def test_each_signal_of_a_case_is_counted_once(bank):
    one, other = make_signal(bank), make_signal(bank, "طقس الغد مشمس على الساحل")
    case = make_case(signal=one)
    for signal in (one, other):
        make_match(make_post("شوربة العدس"), signal, case)
    count_verdict(case, True)

    assert Match.objects.filter(case=case).count() == 3
    assert set(BankedSignal.objects.values_list("upheld", flat=True)) == {1}
