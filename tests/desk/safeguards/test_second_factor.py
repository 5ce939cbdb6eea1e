from datetime import timedelta

import pytest
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from desk.seeding import PASSWORD
from marsad.desk.safeguards.models import AuditRecord

PROVE = "/sign-in/code/"
SET_UP = "/account/second-factor/"


def _again(client, person):
    client.post("/sign-out/")
    answer = client.post(
        "/sign-in/", {"username": person.username, "password": PASSWORD}
    )
    assert answer.status_code == 302


def _wait_for_the_next_code(person):
    """As if half a minute had gone by since the last code was taken."""
    device = TOTPDevice.objects.get(user=person)
    TOTPDevice.objects.update(last_t=device.last_t - 1)


def test_setting_up_shows_the_secret_as_picture_and_letters(client, lina, sign_in):
    sign_in(lina)
    client.post(SET_UP, {"begin": "1"})

    page = client.get(SET_UP).content.decode()

    assert 'src="data:image/svg+xml' in page
    assert "style=" not in page
    assert TOTPDevice.objects.get(user=lina).confirmed is False


def test_a_secret_that_no_code_confirmed_asks_for_nothing(client, lina, sign_in):
    sign_in(lina)
    client.post(SET_UP, {"begin": "1"})
    client.post(SET_UP, {"code": "000000"})

    assert client.get("/account/").status_code == 200
    assert AuditRecord.objects.count() == 0


def test_from_then_on_the_password_alone_opens_nothing(
    client, lina, secured, shown_code
):
    secured(lina)
    _again(client, lina)

    sent = client.get("/account/keys/")
    assert sent.url == f"{PROVE}?next=%2Faccount%2Fkeys%2F"
    for closed in ("/", "/account/", "/account/password/", "/account/keys/"):
        assert client.get(closed).url.startswith(PROVE)
    for closed in ("/account/keys/", "/account/second-factor/off/"):
        assert client.post(closed, {"password": PASSWORD}).url.startswith(PROVE)

    _wait_for_the_next_code(lina)
    answer = client.post(sent.url, {"code": shown_code(lina)})
    assert answer.url == "/account/keys/"
    assert client.get("/account/keys/").status_code == 200


def test_the_second_factor_cannot_be_set_up_anew_with_a_password_alone(
    client, lina, secured
):
    secured(lina)
    _again(client, lina)
    key = TOTPDevice.objects.get(user=lina).key

    assert client.post(SET_UP, {"begin": "1"}).status_code == 302

    assert TOTPDevice.objects.get(user=lina).key == key


def test_a_code_is_taken_once(client, lina, secured, shown_code):
    secured(lina)
    used = shown_code(lina)
    _again(client, lina)

    answer = client.post(PROVE, {"code": used})

    assert answer.status_code == 422
    assert "used before" in answer.content.decode()


def test_after_a_wrong_code_one_waits(client, lina, secured, shown_code):
    secured(lina)
    _wait_for_the_next_code(lina)
    _again(client, lina)
    client.post(PROVE, {"code": "000000"})

    answer = client.post(PROVE, {"code": shown_code(lina)})
    assert "wait a little" in answer.content.decode()

    past = timezone.now() - timedelta(seconds=2)
    TOTPDevice.objects.update(throttling_failure_timestamp=past)
    assert client.post(PROVE, {"code": shown_code(lina)}).status_code == 302


def test_the_wait_doubles_with_every_wrong_code(client, lina, secured):
    secured(lina)
    _again(client, lina)
    for tried in range(1, 6):
        past = timezone.now() - timedelta(hours=1)
        TOTPDevice.objects.update(throttling_failure_timestamp=past)
        client.post(PROVE, {"code": "000000"})
        device = TOTPDevice.objects.get(user=lina)
        is_open, why = device.verify_is_allowed()
        assert not is_open
        wait = why["locked_until"] - device.throttling_failure_timestamp
        assert wait == timedelta(seconds=2 ** (tried - 1))


def test_digits_of_the_other_kind_and_spaces_do_no_harm(
    client, lina, secured, shown_code
):
    secured(lina)
    _wait_for_the_next_code(lina)
    _again(client, lina)
    code = shown_code(lina).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))

    answer = client.post(PROVE, {"code": f"{code[:3]} {code[3:]}"})

    assert answer.status_code == 302


def test_a_recovery_code_opens_once(client, lina, secured):
    codes = secured(lina)
    _again(client, lina)

    assert client.post(PROVE, {"code": codes[0].upper()}).status_code == 302
    assert client.get("/account/").status_code == 200
    assert StaticToken.objects.count() == 9
    _again(client, lina)
    assert client.post(PROVE, {"code": codes[0]}).status_code == 422


def test_of_recovery_codes_only_hashes_are_kept(lina, secured):
    codes = secured(lina)

    kept = set(StaticToken.objects.values_list("token", flat=True))

    assert len(kept) == 10
    for code in codes:
        assert not {code, code.replace("-", ""), code[:16]} & kept


def test_new_recovery_codes_take_the_place_of_the_old(client, lina, secured):
    old = secured(lina)
    before = client.cookies["sessionid"].value

    page = client.post("/account/recovery-codes/", {"password": PASSWORD})

    assert page.headers["Cache-Control"].count("no-store")
    assert old[0] not in page.content.decode()
    assert StaticToken.objects.count() == 10
    assert client.cookies["sessionid"].value == before
    assert StaticDevice.objects.count() == 1


def test_proving_gives_the_session_another_key(client, lina, secured, shown_code):
    secured(lina)
    _wait_for_the_next_code(lina)
    _again(client, lina)
    before = client.cookies["sessionid"].value

    client.post(PROVE, {"code": shown_code(lina)})

    assert client.cookies["sessionid"].value != before
    assert client.get("/account/").status_code == 200


def test_taking_it_off_needs_the_password(client, lina, secured):
    secured(lina)
    client.post("/account/second-factor/off/", {"password": "wrong"})
    assert TOTPDevice.objects.count() == 1

    client.post("/account/second-factor/off/", {"password": PASSWORD})

    assert (TOTPDevice.objects.count(), StaticToken.objects.count()) == (0, 0)
    assert client.get("/account/").status_code == 200
    assert AuditRecord.objects.last().act == "account.unsecure"


@pytest.mark.parametrize("group", ["releasing", "reviewer", "director", "auditor"])
def test_who_releases_reviews_directs_or_audits_sets_one_up_first(
    client, make_person, sign_in, settings, shown_code, group
):
    rana = make_person("rana", group)
    sign_in(rana)
    settings.SECOND_FACTOR = "required"

    assert client.get("/").url.startswith(PROVE)
    assert client.get(PROVE).url.startswith(SET_UP)
    client.post(SET_UP, {"begin": "1"})
    page = client.post(SET_UP, {"code": shown_code(rana)})

    assert "Recovery codes" in page.content.decode()
    assert client.get("/account/").status_code == 200


def test_an_analyst_is_asked_for_none(client, lina, sign_in, settings):
    sign_in(lina)
    settings.SECOND_FACTOR = "required"

    assert client.get("/account/").status_code == 200
