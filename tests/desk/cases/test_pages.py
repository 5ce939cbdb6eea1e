"""The pages of cases: what waits, what is shown to whom, and what stays hidden."""

import pytest
from django.test import Client

from desk.cases.seeding import drawn
from desk.cases.test_decide import NEWS, REFER, read
from desk.cases.test_sampling import a_closed_case
from desk.content_makers import (
    EXCEPTIONS,
    a_director,
    make_bank,
    make_case,
    make_medium,
    make_person,
    make_post,
    make_signal,
    readers,
)
from desk.seeding import PASSWORD
from marsad.desk.cases import stills
from marsad.desk.cases.models import Capture, Case, Look, Reading, Stage
from marsad.desk.cases.sampling import draw_daily
from marsad.desk.originals import media
from marsad.desk.safeguards.models import AuditRecord, Place
from marsad.desk.web.rights import doors
from marsad.marking import Marking

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_store(settings, tmp_path):
    settings.MEDIA_STORE = str(tmp_path / "media")
    settings.SECOND_FACTOR = "offered"
    stills._opened.cache_clear()


def browser_of(person):
    client = Client()
    person.set_password(PASSWORD)
    person.save()
    client.post("/sign-in/", {"username": person.username, "password": PASSWORD})
    return client


@pytest.fixture
def rana():
    return browser_of(readers()[0])


@pytest.fixture
def sami():
    return browser_of(readers()[1])


@pytest.fixture
def tala():
    return browser_of(readers()[2])


@pytest.fixture
def director():
    return browser_of(a_director())


def said(**more):
    answers = {f"exception-{name}": answer for name, answer in EXCEPTIONS.items()}
    return {
        "verdict": "refer",
        "because": "the known recipe",
        "purpose_seen": "it spreads it",
        **answers,
        **more,
    }


def test_a_reader_sees_nothing_of_a_case_before_it_is_open_to_them(rana):
    case = make_case()
    page = rana.get(f"/cases/{case.pk}/").content.decode()
    assert "شوربة" not in page

    answer = rana.post(f"/cases/{case.pk}/hold/", follow=True)

    assert "شوربة" in answer.content.decode()
    assert "<mark>" in answer.content.decode()


def test_next_opens_the_gravest_that_nobody_else_has_open(rana, sami):
    mild = make_case(signal=make_signal(value="a mild soup"), severity=1)
    grave = make_case(signal=make_signal(value="a grave soup"), severity=4)

    assert rana.post("/cases/next/")["Location"] == f"/cases/{grave.pk}/"
    assert sami.post("/cases/next/")["Location"] == f"/cases/{mild.pk}/"
    grave.refresh_from_db()
    assert grave.held_by == readers()[0]


def test_next_keeps_to_the_filters(rana):
    make_case(signal=make_signal(value="a grave soup"), severity=4)
    bank = make_bank("salads")
    salad = make_case(signal=make_signal(bank, "a salad"), severity=1)

    answer = rana.post("/cases/next/", {"bank": "salads"})

    assert answer["Location"] == f"/cases/{salad.pk}/"


def test_two_decide_on_the_pages(rana, sami):
    case = make_case()
    for client in (rana, sami):
        client.post(f"/cases/{case.pk}/hold/")
        client.post(f"/cases/{case.pk}/decide/", said())

    case.refresh_from_db()
    assert case.stage == Stage.AGREED
    assert "the known recipe" in rana.get(f"/cases/{case.pk}/").content.decode()


def test_what_was_typed_stays_where_a_finding_is_refused(rana):
    case = make_case()
    rana.post(f"/cases/{case.pk}/hold/")
    answer = rana.post(f"/cases/{case.pk}/decide/", said(**{"exception-art": "yes"}))

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "the known recipe" in page
    assert not Reading.objects.exists()


def test_no_page_that_a_reader_opens_shows_another_reading_before_theirs(rana, sami):
    case = make_case()
    rana.post(f"/cases/{case.pk}/hold/")
    rana.post(f"/cases/{case.pk}/decide/", said(because="a very telling reason"))
    places = [
        *("/cases/", "/cases/decided/", "/cases/agreement/", "/cases/exposure/"),
        *("/cases/decided/?format=csv", "/cases/decided/?format=json"),
        f"/cases/{case.pk}/",
    ]
    for place in places:
        answer = sami.get(place)
        body = answer.getvalue() if answer.streaming else answer.content
        assert b"telling" not in body, place
    assert sami.get("/audit/").status_code == 403
    sami.post(f"/cases/{case.pk}/hold/")
    assert b"telling" not in sami.get(f"/cases/{case.pk}/").content


def test_even_who_reads_the_trail_learns_no_reading_from_it(rana):
    both = readers()[1]
    Place.objects.create(person=both, group="director")
    both.forget_groups()
    case = make_case()
    rana.post(f"/cases/{case.pk}/hold/")
    rana.post(f"/cases/{case.pk}/decide/", said(because="a very telling reason"))
    client = browser_of(both)

    pages = [client.get("/audit/")]
    pages += [
        client.get(f"/audit/{one.number}/")
        for one in AuditRecord.objects.filter(act__startswith="cases.")
    ]
    for page in pages:
        assert page.status_code == 200
        assert b"telling" not in page.content
        assert b"it spreads it" not in page.content


@pytest.mark.parametrize("group", ["director", "auditor"])
def test_who_oversees_sees_readings_once_a_case_is_decided(group, rana, sami):
    overseer = browser_of(make_person(f"over-{group}", group))
    case = make_case()
    rana.post(f"/cases/{case.pk}/hold/")
    rana.post(f"/cases/{case.pk}/decide/", said(because="a very telling reason"))
    assert b"telling" not in overseer.get(f"/cases/{case.pk}/").content

    sami.post(f"/cases/{case.pk}/hold/")
    sami.post(f"/cases/{case.pk}/decide/", said())
    assert b"telling" in overseer.get(f"/cases/{case.pk}/").content


def test_who_could_read_it_anew_sees_no_reading_of_a_decided_case(rana, sami, tala):
    case = make_case()
    for reader in (rana, sami):
        reader.post(f"/cases/{case.pk}/hold/")
        reader.post(f"/cases/{case.pk}/decide/", said(because="a very telling reason"))

    page = tala.get(f"/cases/{case.pk}/")
    assert b"telling" not in page.content
    assert b"it may be opened anew" in page.content
    assert b"telling" in rana.get(f"/cases/{case.pk}/").content


def test_a_drawn_case_looks_like_one_that_is_new():
    case, tala = a_closed_case(), readers()[2]
    other = make_case(signal=make_signal(value="another recipe"))
    draw_daily()
    client = browser_of(tala)
    page = client.get("/cases/").content.decode()

    assert f"/cases/{case.pk}/" in page
    assert "overdue</strong>" not in page
    assert f"/cases/{case.pk}/" not in client.get("/cases/decided/").content.decode()
    shown = [client.get(f"/cases/{one.pk}/").content.decode() for one in (case, other)]
    for page in shown:
        assert "soupe" not in page
        assert "closed without" not in page


def test_a_case_above_ones_clearance_is_not_there(rana):
    case = make_case(marking=Marking.RED)

    assert rana.get(f"/cases/{case.pk}/").status_code == 404
    assert f"/cases/{case.pk}/" not in rana.get("/cases/").content.decode()


def kept_picture(kind="picture"):
    raw = drawn("crimson")
    post = make_post()
    medium = make_medium(post, raw, is_kept=True, kind=kind)
    media.keep(raw)
    return make_case(post), medium


def test_a_picture_is_drawn_anew_and_blurred(rana):
    case, medium = kept_picture()
    answer = rana.get(f"/cases/{case.pk}/media/{medium.pk}/blurred/")

    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Cache-Control"] == "no-store"
    assert answer.content != drawn("crimson")
    assert len(answer.content) < 10_000


def test_a_clear_picture_is_given_after_a_counted_look_alone(rana, sami):
    case, medium = kept_picture()
    clear = f"/cases/{case.pk}/media/{medium.pk}/"
    rana.post(f"/cases/{case.pk}/hold/")
    assert rana.get(clear).status_code == 409

    rana.post(f"/cases/{case.pk}/look/", {"medium": medium.pk})

    assert Look.objects.get().medium == medium
    assert rana.get(clear)["Content-Type"] == "image/jpeg"
    assert sami.get(clear).status_code == 409


def test_what_cannot_be_drawn_is_grey_and_breaks_nothing(rana):
    post = make_post()
    raw = b"\x89PNG\r\n\x1a\n" + b"broken" * 50
    medium = make_medium(post, raw, is_kept=True)
    media.keep(raw)
    case = make_case(post)
    rana.post(f"/cases/{case.pk}/hold/")
    rana.post(f"/cases/{case.pk}/look/", {"medium": medium.pk})

    for place in ("blurred/", ""):
        address = f"/cases/{case.pk}/media/{medium.pk}/{place}"
        assert rana.get(address)["Content-Type"] == "image/jpeg"


def test_words_of_the_gravest_kind_are_folded_until_asked(rana):
    case = make_case(severity=4)
    rana.post(f"/cases/{case.pk}/hold/")
    assert "شوربة العدس المشهورة" not in rana.get(f"/cases/{case.pk}/").content.decode()

    rana.post(f"/cases/{case.pk}/look/")

    assert "شوربة العدس المشهورة" in rana.get(f"/cases/{case.pk}/").content.decode()


def test_words_of_a_post_are_never_markup(rana):
    post = make_post("<script>alert(1)</script> شوربة العدس")
    signal = make_signal(value="<b>شوربة</b>")
    case = make_case(post, signal)
    rana.post(f"/cases/{case.pk}/hold/")
    page = rana.get(f"/cases/{case.pk}/").content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_a_file_is_attached_and_handed_out_as_a_file(rana, tmp_path):
    case = make_case()
    path = tmp_path / "page.pdf"
    path.write_bytes(b"%PDF-1.7 a recipe")
    with path.open("rb") as file:
        form = {
            "post": case.matches.get().post_id,
            "file": file,
            "because": "the page",
        }
        rana.post(f"/cases/{case.pk}/capture/", form)
    made = Capture.objects.exclude(attached="").get()
    answer = rana.get(f"/cases/{case.pk}/attached/{made.pk}/")

    assert answer.content == b"%PDF-1.7 a recipe"
    assert answer["Content-Disposition"].startswith("attachment")


def test_a_director_opens_a_case_anew_on_its_page(director):
    case = a_closed_case()
    director.post(f"/cases/{case.pk}/reopen/", {"because": "its cook complains"})

    assert Case.objects.get().round == 2


def test_a_director_is_told_of_a_second_look_that_differs(director):
    case, tala = a_closed_case(), readers()[2]
    draw_daily()
    assert b"Second looks that found" not in director.get("/cases/").content
    read(case, tala, REFER)

    director.cookies["language"] = "en"
    assert b"Second looks that found" in director.get("/cases/").content
    page = director.get("/cases/agreement/")
    assert page.context["missed"].rate == 1.0
    assert f'href="/cases/{case.pk}/"' in page.content.decode()


def test_agreement_counts_the_first_two_readings_alone(director):
    director.cookies["language"] = "en"
    for number, way in enumerate([(REFER, REFER), (NEWS, NEWS), (REFER, NEWS, REFER)]):
        case = make_case(signal=make_signal(value=f"recipe {number}"))
        for person, finding in zip(readers(), way, strict=False):
            read(case, person, finding)

    page = director.get("/cases/agreement/")
    whole = page.context["whole"]
    assert whole.outcome.units == 3
    # By hand: o(refer) 2, o(not) 2, n 6 of which 3 each: (5 * 4 - 12) / (30 - 12).
    assert whole.outcome.alpha == pytest.approx(8 / 18)
    assert b"too few to lean on" in page.content


def test_decided_cases_go_out_without_words_or_names(director):
    a_closed_case()
    answer = director.get("/cases/decided/?format=csv")
    body = b"".join(answer.streaming_content).decode()

    assert "closed" in body
    assert "شوربة" not in body
    assert "Rana" not in body


def test_no_address_of_the_api_decides():
    api = [door for door in doors() if door.name.startswith("api:")]
    assert api, "there is an API"
    assert not [door for door in api if (door.right or "").startswith("cases.")]
    assert not [door for door in api if "marsad.desk.cases" in door.view]


@pytest.mark.parametrize("deed", ["decide", "hold", "look", "reopen", "capture"])
def test_a_key_for_programs_opens_none_of_the_acts_on_a_case(deed):
    case = make_case()
    answer = Client(headers={"Authorization": "Bearer anything"}).post(
        f"/cases/{case.pk}/{deed}/", said()
    )

    assert answer.status_code == 302
    assert "/sign-in/" in answer["Location"]
    assert not Reading.objects.exists()
