"""Pages of banks: what is known, on whose word; lists, doubts, exports and looking up."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from desk.banks.conftest import WHY, ground, last
from desk.content_makers import SOUP, in_days, make_bank, make_signal
from marsad.desk.banks import searching
from marsad.desk.banks.models import Bank, BankedSignal, Intake, Standing
from marsad.desk.safeguards.groups import Group
from marsad.marking import Marking

pytestmark = pytest.mark.django_db
MD5 = "9e107d9d372bb6826bd81d3542a419d6"
CSV = f"kind,value,title\nmd5,{MD5},وصفة شوربة\nsha256,zz,مبتورة\n".encode()


@pytest.fixture(autouse=True)
def index(tmp_path, settings):
    """A folder of indexes that nobody else has."""
    settings.BANK_INDEX = tmp_path / "banks"
    settings.LANGUAGE_CODE = "en"
    searching.forget()
    yield
    searching.forget()


def read(client, name, *args, **asked):
    answer = client.get(reverse(name, args=args), asked)
    assert answer.status_code == 200, answer.content.decode()[:500]
    return answer.content.decode()


def sent(form, /, **said):
    """What a form of a page sends."""
    return {f"{form}-{name}": value for name, value in said.items()}


def upload(raw, name="list.csv"):
    return SimpleUploadedFile(name, raw)


def test_the_list_says_what_is_in_use_until_when_and_how_often_it_was_right(
    bank, rana, sign_in
):
    make_signal(bank, upheld=3, overturned=1)
    make_signal(bank, "طقس الغد مشمس", standing=Standing.DISPUTED)
    page = read(sign_in(rana), "banks")

    assert "وصفات معروفة" in page
    assert "75%" in page
    assert f'datetime="{bank.until.isoformat()}"' in page


def test_banks_above_the_clearance_are_not_there(bank, rana, sign_in):
    strict = make_bank(marking=Marking.RED, title="سر المطبخ")
    client = sign_in(rana)

    assert "سر المطبخ" not in read(client, "banks")
    assert client.get(reverse("bank", args=[strict.pk])).status_code == 404


def test_signals_above_the_clearance_are_neither_listed_nor_counted(
    bank, rana, sign_in
):
    make_signal(bank, title="وصفة للجميع")
    make_signal(bank, "وصفة لا يقرؤها الجميع", title="سر", marking=Marking.RED)
    page = read(sign_in(rana), "bank", bank.pk)

    assert "وصفة للجميع" in page
    assert ">سر<" not in page
    assert "near wording <bdi>2</bdi>" not in page


def test_a_director_opens_a_bank_by_its_form(dalia, sign_in):
    said = {
        "code": "weather",
        "title": "طقس معروف",
        "provenance": "the list of the weather office",
        "severity": 2,
        "marking": 1,
        **ground(until=in_days(30).isoformat()),
        "flood_limit": 100,
        "least_precision": 0.5,
        "because": WHY,
    }
    client = sign_in(dalia)
    refused = client.post(
        reverse("bank-open"), sent("openform", **(said | {"purpose": ""}))
    )
    assert refused.status_code == 422
    answer = client.post(reverse("bank-open"), sent("openform", **said))

    made = Bank.objects.get(code="weather")
    assert answer["Location"] == reverse("bank", args=[made.pk])
    assert (made.until, made.opened_by) == (in_days(30), dalia)


def test_a_director_changes_and_closes_a_bank(bank, dalia, sign_in):
    client = sign_in(dalia)
    page = read(client, "bank", bank.pk)
    assert "Change the bank" in page
    said = {
        "title": "وصفات قديمة",
        "provenance": bank.provenance,
        "severity": 3,
        "marking": bank.marking,
        **ground(until=bank.until.isoformat()),
        "flood_limit": bank.flood_limit,
        "least_precision": bank.least_precision,
        "because": WHY,
    }
    address = reverse("bank-change", args=[bank.pk])
    assert client.post(address, sent("changeform", **said)).status_code == 302
    assert client.post(address, sent("changeform", **said)).status_code == 409
    client.post(reverse("bank-close", args=[bank.pk]), sent("closeform", because=WHY))

    bank.refresh_from_db()
    assert (bank.title, bank.severity) == ("وصفات قديمة", 3)
    assert bank.closed_at is not None


def test_signals_are_found_by_words_number_hash_kind_and_standing(bank, rana, sign_in):
    make_signal(bank, MD5, kind="md5", title="وصفة أولى", reference="A-1")
    make_signal(bank, "b" * 64, kind="sha256", title="وصفة ثانية")
    client = sign_in(rana)

    for asked in ({"q": "أولى"}, {"q": "A-1"}, {"q": MD5.upper()}, {"kind": "md5"}):
        page = read(client, "bank", bank.pk, **asked)
        assert "وصفة أولى" in page, asked
        assert "وصفة ثانية" not in page, asked
    page = read(client, "bank", bank.pk, standing="withdrawn")
    assert "No signal is like that" in page


def test_a_long_list_of_signals_goes_on_after_the_last_one(bank, rana, sign_in):
    rows = [make_signal(bank, f"{number:032x}", kind="md5") for number in range(51)]
    client = sign_in(rana)
    page = read(client, "bank", bank.pk)

    assert f"after={rows[1].pk}" in page
    assert f"/signals/{rows[0].pk}/" in read(client, "bank", bank.pk, after=rows[1].pk)


def test_a_text_is_added_by_its_form(bank, rana, sign_in):
    address = reverse("bank-add", args=[bank.pk])
    client = sign_in(rana)
    said = sent("addform", kind="wording", value=SOUP, title="الشوربة", because=WHY)
    answer = client.post(address, said)

    made = BankedSignal.objects.get()
    assert answer["Location"] == reverse("bank-signal", args=[made.pk])
    assert (made.kind, made.title, made.person) == ("wording", "الشوربة", rana)
    assert client.post(address, said).status_code == 409
    assert client.post(address, sent("addform", because=WHY)).status_code == 422


def drawn():
    picture = Image.effect_mandelbrot((200, 160), (-2, -1.2, 1, 1.2), 60)
    raw = io.BytesIO()
    picture.save(raw, "PNG")
    return raw.getvalue()


def test_a_picture_is_hashed_and_kept_nowhere(bank, rana, sign_in, settings, tmp_path):
    settings.MEDIA_STORE = str(tmp_path / "media")
    settings.CONTENT_STORE = str(tmp_path / "content")
    file = upload(drawn(), "drawn.png")
    answer = sign_in(rana).post(
        reverse("bank-add", args=[bank.pk]), sent("addform", file=file, because=WHY)
    )

    assert answer.status_code == 302
    rows = BankedSignal.objects.all()
    assert {row.kind for row in rows} == {"sha256", "md5", "pdq"}
    assert len({row.content for row in rows}) == 1
    assert not list(tmp_path.rglob("media/**/*"))


def test_a_list_is_looked_at_first_and_nothing_is_written(bank, rana, sign_in):
    address = reverse("bank-take-in", args=[bank.pk])
    client = sign_in(rana)
    answer = client.post(address, {"look": "1", **sent("takeinform", file=upload(CSV))})
    page = answer.content.decode()

    assert answer.status_code == 200
    assert "What it would bring" in page
    assert "SHA256" in page
    assert not BankedSignal.objects.exists()
    part = client.post(
        address,
        {"look": "1", **sent("takeinform", file=upload(CSV))},
        headers={"HX-Request": "true"},
    )
    assert "<html" not in part.content.decode()
    assert "SHA256" in part.content.decode()


def test_a_list_comes_in_and_its_broken_row_is_named_on_the_page(bank, rana, sign_in):
    client = sign_in(rana)
    answer = client.post(
        reverse("bank-take-in", args=[bank.pk]),
        sent("takeinform", file=upload(CSV), because=WHY),
    )
    made = Intake.objects.get()
    assert answer["Location"] == f"{reverse('bank', args=[bank.pk])}#intake-{made.pk}"
    page = read(client, "bank", bank.pk)

    assert "وصفة شوربة" in page
    assert "1 row was not taken" in page
    assert '<td class="number"><bdi>3</bdi></td>' in page


def test_what_is_no_list_is_refused_on_the_page(bank, rana, sign_in):
    answer = sign_in(rana).post(
        reverse("bank-take-in", args=[bank.pk]),
        sent("takeinform", file=upload(b"soup"), because=WHY),
    )
    assert answer.status_code == 409


def test_a_signal_shows_its_words_only_when_asked_and_its_whole_history(
    signal, rana, dalia, sign_in
):
    client = sign_in(rana)
    page = read(client, "bank-signal", signal.pk)
    assert '<details class="value"><summary>' in page
    client.post(
        reverse("bank-signal-dispute", args=[signal.pk]),
        sent("disputeform", because="هذه وصفة جدتي"),
    )
    dispute = signal.disputes.get()
    page = read(client, "bank-signal", signal.pk)
    assert "هذه وصفة جدتي" in page
    assert "Settle it" not in page, "a reviewer settles nothing"

    director = sign_in(dalia)
    address = reverse("bank-dispute-settle", args=[dispute.pk])
    assert "Settle it" in read(director, "bank-signal", signal.pk)
    said = sent("settleform", outcome="take_out", because="وصفة عائلية")
    answer = director.post(address, said)
    assert answer["Location"] == reverse("bank-signal", args=[signal.pk])
    page = read(director, "bank-signal", signal.pk)
    assert "وصفة عائلية" in page
    assert "its value is forgotten" in page
    assert director.post(address, said).status_code == 409


def test_a_reviewer_takes_a_signal_out_and_a_source_its_numbers(bank, rana, sign_in):
    one = make_signal(bank, reference="A-1")
    other = make_signal(bank, "طقس الغد مشمس", reference="A-2")
    client = sign_in(rana)
    client.post(
        reverse("bank-signal-withdraw", args=[one.pk]),
        sent("withdrawoneform", because=WHY),
    )
    address = reverse("bank-withdraw", args=[bank.pk])
    said = sent("withdrawform", references="A-2\nA-9", because=WHY)
    assert client.post(address, said).status_code == 409
    said = sent("withdrawform", references="A-2\n", because=WHY)
    assert client.post(address, said).status_code == 302

    for row in (one, other):
        row.refresh_from_db()
        assert (row.standing, row.value) == (Standing.WITHDRAWN, "")
        assert WHY in read(client, "bank-signal", row.pk), "it stands in its history"


def test_an_export_above_its_marking_is_refused_with_the_marking(bank, rana, sign_in):
    make_signal(bank, marking=Marking.AMBER)
    address = reverse("bank-export", args=[bank.pk])
    client = sign_in(rana)
    said = {"up_to": 2, "audience": 5, "form": "csv", "because": WHY}
    answer = client.post(address, sent("exportform", **said))

    assert answer.status_code == 409
    assert "TLP:AMBER must not reach world" in answer.content.decode()
    assert (last().act, last().outcome) == ("banks.export", "refused")


def test_an_export_is_written_down_and_holds_what_it_may(bank, rana, sign_in):
    make_signal(bank, title="للجميع")
    make_signal(bank, "وصفة مقيدة", title="مقيدة", marking=Marking.AMBER)
    said = {"up_to": 1, "audience": 4, "form": "csv", "because": WHY}
    answer = sign_in(rana).post(
        reverse("bank-export", args=[bank.pk]), sent("exportform", **said)
    )
    raw = b"".join(answer.streaming_content).decode("utf-8-sig")

    assert "للجميع" in raw
    assert "مقيدة" not in raw
    assert last().details == {
        "to": "community", "up_to": "TLP:GREEN", "form": "csv", "count": 1,
    }  # fmt: skip


def test_looking_up_says_what_matches_and_why_and_keeps_nothing(bank, rana, sign_in):
    make_signal(bank)
    post = f"صباح الخير جميعا. {SOUP} شاركوها مع أصدقائكم"
    client = sign_in(rana)
    before = last().number if last() else 0
    answer = client.post(reverse("bank-look-up"), {"text": post})
    page = answer.content.decode()

    assert "شوربة العدس" in page
    assert "<mark>" in page
    assert "known" in page
    assert last() is None or last().number == before
    page = client.post(reverse("bank-look-up"), {"text": "طقس الغد"}).content.decode()
    assert "It resembles nothing" in page


def test_an_address_a_hash_and_a_picture_are_looked_up(bank, rana, sign_in):
    raw = drawn()
    client = sign_in(rana)
    for said in (
        {"kind": "url", "value": "https://recipes.example/lentil"},
        {"file": upload(raw, "drawn.png")},
    ):
        client.post(
            reverse("bank-add", args=[bank.pk]), sent("addform", **said, because=WHY)
        )
    pdq = BankedSignal.objects.get(kind="pdq").value
    for asked in (
        {"address": "http://www.recipes.example/lentil?utm_source=x"},
        {"text": "انظروا recipes.example/lentil كلكم"},
        {"hash": pdq},
        {"file": upload(raw, "again.png")},
    ):
        page = client.post(reverse("bank-look-up"), asked).content.decode()
        assert "resembles nothing" not in page, asked
        assert "the same" in page, asked
    assert client.post(reverse("bank-look-up"), {"hash": "soup"}).status_code == 409
    assert client.post(reverse("bank-look-up"), {}).status_code == 422


def test_the_lists_go_out_as_files_too(bank, auditor, sign_in, make_person):
    watcher = make_person("nour", Group.AUDITOR)
    answer = sign_in(watcher).get(reverse("banks"), {"format": "csv"})

    assert b"soups" in b"".join(answer.streaming_content)
    assert last().act == "exports.hand_out"
