"""Signs that people add to a bank: canonical, once, marked, and never back from the dead."""

import pytest

from desk.banks.conftest import WHY, last
from desk.content_makers import in_days
from marsad.desk.banks.add import add
from marsad.desk.banks.models import Bank, BankedSignal, Standing
from marsad.desk.banks.signs import Sign
from marsad.desk.banks.turning import last_turn
from marsad.desk.banks.withdraw import by_references, withdraw
from marsad.errors import Refused
from marsad.marking import Marking

pytestmark = pytest.mark.django_db
MD5 = "9e107d9d372bb6826bd81d3542a419d6"


def test_a_sign_is_kept_in_its_one_form_with_who_added_it_and_why(bank, rana):
    before = last_turn()[0]
    [made] = add(bank, [Sign("md5", f" MD5:{MD5.upper()} ")], by=rana, because=WHY)

    assert (made.value, made.kind, made.standing) == (MD5, "md5", Standing.LIVE)
    assert (made.person, made.because) == (rana, WHY)
    assert made.provenance == bank.provenance
    assert made.turn == last_turn()[0] == before + 1
    assert (last().act, last().subject) == ("banks.add", f"banks.bank:{bank.pk}")


def test_signs_of_one_thing_share_their_content(bank, rana):
    signs = [Sign("sha256", "a" * 64), Sign("md5", MD5)]
    one, other = add(bank, signs, by=rana, because=WHY)

    assert one.content == other.content


def test_the_same_sign_stands_in_a_bank_once(bank, rana):
    add(bank, [Sign("md5", MD5)], by=rana, because=WHY)

    with pytest.raises(Refused, match="in this bank already"):
        add(bank, [Sign("md5", MD5.upper())], by=rana, because=WHY)
    made = add(bank, [Sign("md5", MD5), Sign("sha256", "b" * 64)], by=rana, because=WHY)
    assert [row.kind for row in made] == ["sha256"]


@pytest.mark.parametrize(
    ("sign", "problem"),
    [
        pytest.param(Sign("md5", "soup"), "no MD5", id="no hash"),
        pytest.param(Sign("smell", "soup"), "no kind", id="no kind"),
        pytest.param(Sign("md5", MD5, until=in_days(-1)), "valid until", id="over"),
        pytest.param(
            Sign("md5", MD5, marking=Marking.RED), "above your own", id="too strict"
        ),
    ],
)
def test_what_cannot_be_a_signal_is_refused_with_the_way_out(bank, rana, sign, problem):
    with pytest.raises(Refused, match=problem) as refusal:
        add(bank, [sign], by=rana, because=WHY)
    assert refusal.value.way_out
    assert not BankedSignal.objects.exists()


def test_a_bank_without_a_legal_basis_takes_nothing_in(bank, rana):
    Bank.objects.filter(pk=bank.pk).update(until=in_days(-1))

    with pytest.raises(Refused, match="held until"):
        add(bank, [Sign("md5", MD5)], by=rana, because=WHY)


def test_what_is_withdrawn_leaves_its_place_and_never_comes_back(bank, rana, dalia):
    [made] = add(bank, [Sign("md5", MD5, reference="7")], by=rana, because=WHY)
    withdraw(bank, by_references(bank, ["7"]), by=dalia, because="its source said so")

    made.refresh_from_db()
    assert (made.standing, made.value) == (Standing.WITHDRAWN, "")
    assert made not in BankedSignal.objects.searched()
    with pytest.raises(Refused, match="was withdrawn"):
        add(bank, [Sign("md5", MD5)], by=rana, because=WHY)
    with pytest.raises(Refused, match="nothing to withdraw"):
        withdraw(bank, [made], by=dalia, because=WHY)


def test_a_source_withdraws_all_its_numbers_or_none(bank, rana, dalia):
    for number, digit in enumerate("abc"):
        sign = Sign("sha256", digit * 64, reference=f"r{number}")
        add(bank, [sign], by=rana, because=WHY)

    with pytest.raises(Refused, match="r9: is no number"):
        withdraw(bank, by_references(bank, ["r0", "r9"]), by=dalia, because=WHY)
    gone = withdraw(bank, by_references(bank, ["r0", "r1"]), by=dalia, because=WHY)
    assert len(gone) == 2
    assert BankedSignal.objects.searched().count() == 1
