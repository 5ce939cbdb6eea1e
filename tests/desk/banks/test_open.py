"""Banks: opened on a legal basis, changed with what was and what is, closed for good."""

import pytest

from desk.banks.conftest import WHY, ground, last
from desk.content_makers import in_days, make_signal
from marsad.desk.banks.add import add
from marsad.desk.banks.change import change
from marsad.desk.banks.close import close
from marsad.desk.banks.models import Bank, BankedSignal
from marsad.desk.banks.open import open_bank
from marsad.desk.banks.signs import Sign
from marsad.desk.banks.turning import last_turn
from marsad.errors import Refused
from marsad.marking import Marking

pytestmark = pytest.mark.django_db


def test_a_bank_says_on_what_it_stands_and_until_when(bank, dalia):
    assert (bank.code, bank.opened_by, bank.is_open) == ("soups", dalia, True)
    assert last().act == "banks.open"
    assert last().details["until"] == str(bank.until)


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        pytest.param({"ground": ground(purpose=" ")}, "purpose", id="no purpose"),
        pytest.param({"ground": ground(basis="whim")}, "legal basis", id="no basis"),
        pytest.param({"ground": ground(basis_words="")}, "legal basis", id="which one"),
        pytest.param({"ground": ground(until=in_days(-1))}, "end", id="over already"),
        pytest.param({"ground": ground(until=in_days(9999))}, "end", id="for ever"),
        pytest.param({"provenance": ""}, "provenance", id="from nowhere"),
        pytest.param({"title": "x" * 201}, "too long", id="a long title"),
        pytest.param({"least_precision": 2.0}, "share", id="more than all"),
        pytest.param({"flood_limit": 0}, "limit", id="no match at all"),
        pytest.param({"severity": 9}, "severity", id="no severity"),
    ],
)
def test_a_bank_without_its_parts_is_refused_and_the_refusal_kept(dalia, said, problem):
    wish = {"title": "وصفات", "provenance": "a list", "ground": ground(), **said}

    with pytest.raises(Refused, match=problem):
        open_bank("soups", by=dalia, because=WHY, **wish)
    assert (last().act, last().outcome) == ("banks.open", "refused")
    assert not Bank.objects.exists()


def test_nobody_opens_a_bank_above_their_own_clearance(dalia):
    dalia.clearance = Marking.GREEN
    with pytest.raises(Refused, match="above your own"):
        open_bank(
            "soups",
            title="وصفات",
            provenance="a list",
            marking=int(Marking.RED),
            ground=ground(),
            by=dalia,
            because=WHY,
        )


def test_two_banks_do_not_share_a_code(bank, dalia):
    with pytest.raises(Refused, match="another bank's code"):
        open_bank("SOUPS", by=dalia, because=WHY)


def test_a_change_says_what_was_and_what_is_and_opens_a_turn(bank, dalia):
    before = last_turn()
    change(bank, ground=ground(until=in_days(30)), by=dalia, because=WHY)

    assert last().details["after"] == {"until": in_days(30).isoformat()}
    assert last_turn()[0] == before[0] + 1
    with pytest.raises(Refused, match="nothing is changed"):
        change(bank, title=bank.title, by=dalia, because=WHY)


def test_a_stricter_bank_makes_its_signals_stricter(bank, signal, dalia):
    stricter = make_signal(bank, "وصفة أخرى للعدس", marking=Marking.RED)
    change(bank, marking=int(Marking.AMBER), by=dalia, because=WHY)

    signal.refresh_from_db()
    stricter.refresh_from_db()
    assert (signal.marking, stricter.marking) == (Marking.AMBER, Marking.RED)


def test_a_closed_bank_takes_nothing_in_and_is_searched_no_more(
    bank, signal, dalia, rana
):
    assert signal in BankedSignal.objects.searched()
    close(bank, by=dalia, because=WHY)

    assert signal not in BankedSignal.objects.searched()
    assert BankedSignal.objects.filter(pk=signal.pk).exists()
    with pytest.raises(Refused, match="closed already"):
        close(bank, by=dalia, because=WHY)
    with pytest.raises(Refused, match="is closed"):
        add(bank, [Sign("md5", "0" * 32)], by=rana, because=WHY)


def test_a_bank_whose_basis_is_over_matches_nothing_without_an_act(bank, signal):
    Bank.objects.filter(pk=bank.pk).update(until=in_days(-1))
    assert signal not in BankedSignal.objects.searched()
