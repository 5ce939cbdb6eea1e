from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.utils import timezone

from desk.seeding import PASSWORD
from marsad.desk.safeguards.models import Person, SignIn

PAGE = "/sign-in/"


def _try(client, username="lina", typed="wrong", **more):
    return client.post(PAGE, {"username": username, "password": typed, **more})


def test_a_wrong_password_is_told_beside_the_form(client, lina):
    answer = _try(client)

    assert answer.status_code == 200
    assert "do not open an account" in answer.content.decode()
    assert 'value="lina"' in answer.content.decode()
    assert PASSWORD not in answer.content.decode()


def test_an_unknown_name_and_a_wrong_password_look_alike(client, lina):
    known = _try(client).content.decode()
    unknown = _try(client, "nobody").content.decode()

    assert known.count("errorlist") == unknown.count("errorlist") == 1
    assert "do not open an account" in unknown


@pytest.mark.parametrize("typed", ["lina", "Lina", "LINA", " lina "])
def test_a_name_opens_whatever_its_case(client, lina, sign_in, typed):
    answer = _try(client, typed, PASSWORD)

    assert answer.status_code == 302
    assert SignIn.objects.get().person == lina


def test_one_comes_back_to_the_page_that_was_wanted(client, lina, settings):
    settings.SECOND_FACTOR = "offered"
    wanted = "/account/keys/?a=1&b=%D8%B3"
    first = client.get(wanted)
    assert first.status_code == 302

    page = client.get(first.url)
    assert page.context["next"] == wanted
    answer = _try(client, "lina", PASSWORD, next=page.context["next"])

    assert answer.url == wanted


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org", "javascript:alert(1)"]
)
def test_signing_in_never_leads_to_another_host(client, lina, elsewhere):
    assert _try(client, "lina", PASSWORD, next=elsewhere).url == "/"


def test_the_key_of_the_session_is_a_new_one(client, lina, sign_in):
    client.get(PAGE)
    session = client.session
    session["before"] = 1
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before

    sign_in(lina)

    assert client.cookies["sessionid"].value != before


def test_five_wrong_passwords_close_a_name_for_a_quarter_of_an_hour(client, lina):
    for _ in range(4):
        assert _try(client).status_code == 200
    answer = _try(client)
    assert answer.status_code == 429
    assert "quarter of an hour" in answer.content.decode()
    assert _try(client, "lina", PASSWORD).status_code == 429

    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))

    assert _try(client, "lina", PASSWORD).status_code == 302


def test_who_goes_on_trying_keeps_a_name_closed_no_longer(client, lina):
    for _ in range(5):
        _try(client)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=14))
    assert _try(client).status_code == 429
    when = AccessAttempt.objects.get().attempt_time

    assert timezone.now() - when > timedelta(minutes=13)


def test_the_case_of_the_letters_gives_no_further_tries(client, lina):
    for typed in ("lina", "Lina", "LINA", "lINA"):
        _try(client, typed)

    assert _try(client, "liNa").status_code == 429


def test_another_name_stays_open(client, lina, omar):
    for _ in range(5):
        _try(client)

    assert _try(client, "omar", PASSWORD).status_code == 302


def test_a_closed_account_is_not_told_from_an_unknown_one(client, lina):
    Person.objects.update(is_active=False)

    answer = _try(client, "lina", PASSWORD)

    assert "do not open an account" in answer.content.decode()


def test_a_session_unused_for_too_long_is_over(client, lina, sign_in, settings):
    sign_in(lina)
    idle = timedelta(seconds=settings.SESSION_IDLE_SECONDS + 1)
    SignIn.objects.update(seen_at=timezone.now() - idle)

    assert client.get("/account/").status_code == 302
    assert SignIn.objects.count() == 0


def test_a_session_in_use_is_over_after_its_greatest_age(
    client, lina, sign_in, settings
):
    sign_in(lina)
    age = timedelta(seconds=settings.SESSION_COOKIE_AGE + 1)
    SignIn.objects.update(since=timezone.now() - age)

    assert client.get("/account/").status_code == 302


def test_a_session_in_use_goes_on(client, lina, sign_in, settings):
    sign_in(lina)
    nearly = timedelta(seconds=settings.SESSION_IDLE_SECONDS - 60)
    SignIn.objects.update(seen_at=timezone.now() - nearly)

    assert client.get("/account/").status_code == 200
    assert timezone.now() - SignIn.objects.get().seen_at < timedelta(minutes=1)


def test_the_browser_unused_longest_gives_way_to_a_sixth(lina, sign_in):
    browsers = [sign_in(lina, into=Client()) for _ in range(6)]

    assert browsers[0].get("/account/").status_code == 302
    assert all(one.get("/account/").status_code == 200 for one in browsers[1:])


def test_signing_out_ends_the_session_and_forgets_the_browser(client, lina, sign_in):
    sign_in(lina)
    key = client.cookies["sessionid"].value

    client.post("/sign-out/")

    assert SignIn.objects.count() == 0
    client.cookies["sessionid"] = key
    assert client.get("/account/").status_code == 302


def test_a_person_signs_out_one_other_browser_or_all(lina, sign_in):
    here, there, yonder = (sign_in(lina, into=Client()) for _ in range(3))
    rows = list(SignIn.objects.order_by("pk"))

    here.post(f"/account/browsers/{rows[1].pk}/")
    assert there.get("/account/").status_code == 302
    assert yonder.get("/account/").status_code == 200

    here.post("/account/browsers/others/")
    assert yonder.get("/account/").status_code == 302
    assert here.get("/account/").status_code == 200


def test_nobody_signs_out_somebody_elses_browser(lina, omar, sign_in):
    mine, theirs = (sign_in(one, into=Client()) for one in (lina, omar))
    row = SignIn.objects.get(person=omar)

    assert mine.post(f"/account/browsers/{row.pk}/").status_code == 404
    assert theirs.get("/account/").status_code == 200


def test_within_a_page_the_whole_page_goes_to_signing_in(client, lina):
    answer = client.get(
        "/account/",
        headers={
            "hx-request": "true",
            "hx-current-url": "http://testserver/register/?page=2",
        },
    )

    assert answer.status_code == 200
    assert (
        answer.headers["HX-Redirect"] == "/sign-in/?next=/register/%3Fpage%3D2"
        or "next=%2Fregister" in answer.headers["HX-Redirect"]
    )
