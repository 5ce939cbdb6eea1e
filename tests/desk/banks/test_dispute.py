"""Doubts: a signal rests at once, and another director settles it."""

import pytest

from desk.banks.conftest import WHY, last
from desk.content_makers import make_signal
from marsad.desk.banks.dispute import dispute
from marsad.desk.banks.models import BankedSignal, Dispute, Standing
from marsad.desk.banks.set_aside import set_aside
from marsad.desk.banks.settle import Outcome, settle
from marsad.desk.banks.turning import last_turn
from marsad.desk.banks.withdraw import withdraw
from marsad.desk.safeguards.acts import Worker
from marsad.errors import Refused

pytestmark = pytest.mark.django_db
GUARD = Worker("guard of banks")


def test_a_doubted_signal_rests_at_once(signal, rana):
    before = last_turn()[0]
    made = dispute(signal, by=rana, because="this is my grandmother's recipe")

    signal.refresh_from_db()
    assert signal.standing == Standing.DISPUTED
    assert signal not in BankedSignal.objects.searched()
    assert signal.turn == before + 1
    assert (made.person, made.because) == (rana, "this is my grandmother's recipe")
    with pytest.raises(Refused, match="rests already"):
        dispute(signal, by=rana, because=WHY)


@pytest.mark.parametrize(
    ("outcome", "standing", "is_searched"),
    [
        pytest.param(Outcome.KEEP, Standing.LIVE, True, id="the doubt was wrong"),
        pytest.param(Outcome.TAKE_OUT, Standing.WITHDRAWN, False, id="it was right"),
    ],
)
def test_a_director_settles_a_doubt(
    signal, rana, dalia, outcome, standing, is_searched
):
    made = settle(dispute(signal, by=rana, because=WHY), outcome, by=dalia, because=WHY)

    signal.refresh_from_db()
    assert (signal.standing, made.settled_by) == (standing, dalia)
    assert (signal in BankedSignal.objects.searched()) == is_searched
    assert bool(signal.value) == is_searched
    with pytest.raises(Refused, match="settled already"):
        settle(made, outcome, by=dalia, because=WHY)


def test_nobody_settles_their_own_doubt_nor_a_doubt_about_their_own_signal(
    bank, dalia, karim, rana
):
    mine = make_signal(bank, person=dalia)
    with pytest.raises(Refused, match="added this signal"):
        settle(dispute(mine, by=rana, because=WHY), Outcome.KEEP, by=dalia, because=WHY)
    other = make_signal(bank, "طقس الغد مشمس على الساحل", person=rana)
    doubt = dispute(other, by=dalia, because=WHY)
    with pytest.raises(Refused, match="doubted this signal"):
        settle(doubt, Outcome.KEEP, by=dalia, because=WHY)

    assert settle(doubt, Outcome.KEEP, by=karim, because=WHY).settled_by == karim


def test_a_machine_stops_a_signal_and_cannot_start_it(signal, dalia):
    made = set_aside(signal, Standing.FLOOD, by=GUARD, because="too many matches")

    signal.refresh_from_db()
    assert signal.standing == Standing.FLOOD
    with pytest.raises(Refused, match="no machine may"):
        settle(made, Outcome.KEEP, by=GUARD, because="it calmed down")
    with pytest.raises(Refused, match="rests already"):
        set_aside(signal, Standing.FLOOD, by=GUARD, because="again")
    settle(made, Outcome.KEEP, by=dalia, because="a match of football")
    signal.refresh_from_db()
    assert signal.standing == Standing.LIVE


def test_a_machine_sets_aside_for_two_reasons_only(signal):
    with pytest.raises(Refused, match="for a flood or for errors"):
        set_aside(signal, Standing.WITHDRAWN, by=GUARD, because="tidying")


def test_what_is_withdrawn_leaves_no_open_doubt(bank, signal, rana, dalia):
    made = dispute(signal, by=rana, because=WHY)
    withdraw(bank, [signal], by=dalia, because="its source took it back")

    made.refresh_from_db()
    assert (made.settled_by, made.is_upheld) == (dalia, True)
    with pytest.raises(Refused, match="withdrawn already"):
        dispute(signal, by=rana, because=WHY)


def test_the_trail_says_which_signal_a_settled_doubt_was_about(signal, rana, dalia):
    made = dispute(signal, by=rana, because=WHY)
    settle(made, Outcome.KEEP, by=dalia, because=WHY)

    about = {f"banks.bankedsignal:{signal.pk}", f"banks.dispute:{made.pk}"}
    assert set(last().touched) == about
    assert Dispute.objects.get().upheld_by_then == 0
