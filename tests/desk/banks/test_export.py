"""Exports: to whom a marking lets them go, written down, and refused above it."""

import pytest

from desk.banks.conftest import WHY, last
from desk.content_makers import in_days, make_signal
from desk.newsroom import make_partner
from marsad.desk.banks.dispute import dispute
from marsad.desk.banks.export import export, written
from marsad.desk.banks.models import Bank
from marsad.errors import Refused
from marsad.marking import Audience, Marking

pytestmark = pytest.mark.django_db


def taken(bank, by, to, up_to=Marking.RED, form="csv"):
    return export(bank, to=to, up_to=up_to, form=form, by=by, because=WHY)


@pytest.mark.parametrize(
    ("marking", "audience", "may"),
    [
        (Marking.CLEAR, Audience.WORLD, True),
        (Marking.GREEN, Audience.WORLD, False),
        (Marking.GREEN, Audience.COMMUNITY, True),
        (Marking.AMBER, Audience.COMMUNITY, False),
        (Marking.AMBER, Audience.CLIENTS, True),
        (Marking.AMBER_STRICT, Audience.CLIENTS, False),
        (Marking.AMBER_STRICT, Audience.ORGANISATION, True),
        (Marking.RED, Audience.ORGANISATION, False),
        (Marking.RED, Audience.RECIPIENT, True),
    ],
)
def test_a_signal_goes_as_far_as_its_marking_lets_it(
    bank, dalia, marking, audience, may
):
    Bank.objects.filter(pk=bank.pk).update(marking=min(marking, Marking.GREEN))
    bank.refresh_from_db()
    make_signal(bank, marking=marking)

    if may:
        assert taken(bank, dalia, audience).count() == 1
        return
    with pytest.raises(Refused, match=f"{marking!s}".replace("+", r"\+")):
        taken(bank, dalia, audience)
    assert (last().act, last().outcome) == ("banks.export", "refused")


def test_a_partner_gets_what_it_may_read(bank, dalia):
    make_signal(bank, marking=Marking.AMBER)
    low, high = make_partner("low", Marking.GREEN), make_partner("high", Marking.AMBER)

    with pytest.raises(Refused, match="TLP:AMBER must not reach low"):
        taken(bank, dalia, low)
    assert taken(bank, dalia, high).count() == 1
    assert last().details["to"] == "high"


def test_one_strict_signal_holds_the_whole_file_back_unless_it_is_left_out(bank, dalia):
    make_signal(bank)
    make_signal(bank, "وصفة مقيدة", marking=Marking.RED)

    with pytest.raises(Refused, match="TLP:RED"):
        taken(bank, dalia, Audience.COMMUNITY)
    assert taken(bank, dalia, Audience.COMMUNITY, Marking.GREEN).count() == 1


def test_nothing_goes_out_above_the_clearance_of_who_takes_it(bank, rana):
    make_signal(bank)
    make_signal(bank, "وصفة مقيدة", marking=Marking.RED)

    assert taken(bank, rana, Audience.ORGANISATION).count() == 1


def test_what_rests_or_stands_on_no_basis_does_not_go_out(bank, signal, rana, dalia):
    dispute(signal, by=rana, because=WHY)
    with pytest.raises(Refused, match="nothing in it"):
        taken(bank, dalia, Audience.COMMUNITY)
    make_signal(bank, "طقس الغد مشمس")
    Bank.objects.filter(pk=bank.pk).update(until=in_days(-1))
    bank.refresh_from_db()
    with pytest.raises(Refused, match="legal basis is over"):
        taken(bank, dalia, Audience.COMMUNITY)


def test_a_cell_that_a_spreadsheet_would_reckon_with_is_stopped(bank, dalia):
    make_signal(bank, "=وصفة العدس مع الأرز والبصل", title="=1+1")
    rows = taken(bank, dalia, Audience.COMMUNITY)

    assert b"'=1+1" in b"".join(written(rows, "csv", bank))
