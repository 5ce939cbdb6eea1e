"""Lists that come in: good rows are taken, each broken one is named, twice adds nothing."""

import json

import pytest

from desk.banks.conftest import WHY, last
from desk.content_makers import in_days, make_bank
from marsad.desk.banks.export import export, written
from marsad.desk.banks.models import Bank, BankedSignal, Intake, Standing
from marsad.desk.banks.take_in import look_at, take_in
from marsad.desk.banks.turning import last_turn
from marsad.desk.banks.withdraw import by_references, withdraw
from marsad.errors import MarsadError, Refused
from marsad.marking import Audience, Marking

pytestmark = pytest.mark.django_db
MD5 = "9e107d9d372bb6826bd81d3542a419d6"
CSV = f"""kind,value,title,provenance,reference,until,marking
md5,{MD5},وصفة شوربة,قائمة المطبخ 7,A-1,{in_days(30)},TLP:GREEN
sha256,{"b" * 63},مبتورة,قائمة المطبخ 7,A-2,,
url,https://recipes.example/lentil?utm_source=x,صفحة الوصفة,,A-3,,
md5,{MD5.upper()},الوصفة نفسها,,A-4,,
smell,soup,,,A-5,,
""".encode()


def test_a_broken_row_is_named_and_nothing_else_is_lost(bank, rana):
    made = take_in(bank, CSV, by=rana, because=WHY)

    assert (made.new, made.known, made.refused) == (2, 1, 2)
    assert sorted(row.reference for row in BankedSignal.objects.all()) == ["A-1", "A-3"]
    short, smell = made.faults
    assert (short["row"], smell["row"]) == (3, 6)
    assert "SHA256" in short["problem"]
    assert short["way_out"]
    assert "no kind of signal" in smell["problem"]


def test_rows_are_kept_in_their_one_form_with_their_word_marking_and_day(bank, rana):
    take_in(bank, CSV, provenance="رسالة المجلس", by=rana, because=WHY)
    recipe = BankedSignal.objects.get(reference="A-1")
    page = BankedSignal.objects.get(reference="A-3")

    assert (recipe.value, recipe.until) == (MD5, in_days(30))
    assert recipe.provenance == "قائمة المطبخ 7"
    assert page.provenance == "رسالة المجلس"
    assert "utm_source" not in page.value
    assert (recipe.person, recipe.because) == (rana, WHY)


def test_the_same_file_twice_adds_nothing(bank, rana):
    first = take_in(bank, CSV, by=rana, because=WHY)
    turn = last_turn()

    assert take_in(bank, CSV, by=rana, because=WHY) == first
    assert last_turn() == turn
    assert (Intake.objects.count(), BankedSignal.objects.count()) == (1, 2)


def test_a_list_that_grew_brings_what_is_new(bank, rana):
    take_in(bank, CSV, by=rana, because=WHY)
    grown = CSV + f"sha256,{'c' * 64},,,A-6,,\n".encode()
    made = take_in(bank, grown, by=rana, because=WHY)

    assert (made.new, made.known) == (1, 3)


def test_looking_first_says_the_same_and_writes_nothing(bank, rana):
    looked = look_at(bank, CSV, by=rana)

    assert (len(looked.new), looked.known, looked.refused) == (2, 1, 2)
    assert not BankedSignal.objects.exists()
    assert not Intake.objects.exists()


def test_what_was_withdrawn_does_not_come_back_by_a_list(bank, rana, dalia):
    take_in(bank, CSV, by=rana, because=WHY)
    withdraw(bank, by_references(bank, ["A-1"]), by=dalia, because=WHY)
    made = take_in(bank, CSV + b"\n", by=rana, because=WHY)

    assert made.new == 0
    assert [fault["row"] for fault in made.faults] == [2, 3, 5, 6]
    assert "was withdrawn" in made.faults[0]["problem"]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        pytest.param("TLP:RED", "above your own clearance", id="above the clearance"),
        pytest.param("PINK", "no TLP", id="no marking at all"),
    ],
)
def test_a_row_with_a_marking_that_does_not_do_is_named(bank, rana, row, problem):
    raw = f"kind,value,marking\nmd5,{MD5},{row}\nsha256,{'b' * 64},\n".encode()
    made = take_in(bank, raw, by=rana, because=WHY)

    assert made.new == 1
    assert problem in made.faults[0]["problem"]


def test_a_row_that_was_valid_until_yesterday_is_named(bank, rana):
    raw = f"kind,value,until\nmd5,{MD5},{in_days(-1)}\n".encode()
    made = take_in(bank, raw, by=rana, because=WHY)

    assert (made.new, made.refused) == (0, 1)
    assert "valid until" in made.faults[0]["problem"]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"soup;salt\n1;2\n", id="columns of something else"),
        pytest.param(b"{", id="half of JSON"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", id="a picture"),
    ],
)
def test_what_is_no_list_is_refused_whole(bank, rana, raw):
    with pytest.raises(MarsadError) as refusal:
        take_in(bank, raw, by=rana, because=WHY)
    assert refusal.value.way_out
    assert not Intake.objects.exists()


def test_a_bank_on_an_expired_basis_takes_no_list(bank, rana):
    Bank.objects.filter(pk=bank.pk).update(until=in_days(-1))

    with pytest.raises(Refused, match="held until"):
        take_in(bank, CSV, by=rana, because=WHY)
    assert last().outcome == "refused"


def test_the_trail_says_how_many_and_of_which_file(bank, rana):
    made = take_in(bank, CSV, by=rana, because=WHY)

    assert last().act == "banks.take_in"
    assert last().details["sha256"] == made.sha256
    assert {name: last().details[name] for name in ("new", "known", "refused")} == {
        "new": 2,
        "known": 1,
        "refused": 2,
    }


@pytest.mark.parametrize("form", ["csv", "threatexchange", "hma"])
def test_an_export_of_another_cell_comes_in_again(bank, rana, dalia, form):
    take_in(bank, CSV, by=rana, because=WHY)
    said = {"to": Audience.COMMUNITY, "up_to": Marking.GREEN, "form": form}
    rows = export(bank, **said, by=dalia, because=WHY)
    raw = b"".join(written(rows, form, bank))
    made = take_in(make_bank(), raw, by=rana, because=WHY)

    assert (made.new, made.refused) == (2, 0), made.faults
    again = BankedSignal.objects.get(bank=made.bank, reference="A-1")
    assert (again.title, again.until) == ("وصفة شوربة", in_days(30))


TAT = json.dumps(
    {
        "results": [
            {
                "id": 1,
                "hash_digest": MD5,
                "algorithm": "MD5",
                "ideology": "sour soup",
                "deleted": False,
            }
        ]
    }
)


def test_what_a_list_says_besides_is_kept(bank, rana):
    made = take_in(bank, TAT.encode(), by=rana, because=WHY)
    [signal] = BankedSignal.objects.all()

    assert (made.form, made.new) == ("tat", 1)
    assert signal.told == {"ideology": "sour soup"}
    assert (signal.reference, signal.provenance) == ("1", "Tech Against Terrorism")


def test_what_a_source_took_back_goes_by_who_may_withdraw(bank, rana, lina):
    take_in(bank, TAT.encode(), by=rana, because=WHY)
    taken_back = TAT.replace("false", "true").encode()

    named = take_in(bank, taken_back, by=lina, because=WHY)
    assert named.refused == 1
    assert "taken back by its source" in named.faults[0]["problem"]
    assert BankedSignal.objects.searched().exists()

    take_in(bank, taken_back, by=rana, because=WHY)
    assert BankedSignal.objects.get().standing == Standing.WITHDRAWN


def test_harmless_look_alikes_do_not_come_into_a_bank_of_what_is_known(bank, rana):
    raw = f"kind,value,harmless\nmd5,{MD5},yes\n".encode()
    made = take_in(bank, raw, by=rana, because=WHY)

    assert (made.new, made.refused) == (0, 1)
    assert take_in(make_bank(is_harmless=True), raw, by=rana, because=WHY).new == 1
