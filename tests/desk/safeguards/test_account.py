import pytest
from django.test import Client

from desk.seeding import PASSWORD
from marsad.desk.safeguards.models import AuditRecord, SignIn

NEW = "قهوة الصباح مع الجريدة"


def _change(client, old=PASSWORD, new=NEW, again=None):
    said = {
        "old_password": old,
        "new_password1": new,
        "new_password2": again or new,
    }
    return client.post("/account/password/", said)


def test_a_new_password_ends_all_other_sessions_and_keeps_this_one(lina, sign_in):
    here, there = (sign_in(lina, into=Client()) for _ in range(2))

    assert _change(here).status_code == 302

    assert here.get("/account/").status_code == 200
    assert there.get("/account/").status_code == 302
    lina.refresh_from_db()
    assert lina.check_password(NEW)
    assert AuditRecord.objects.last().act == "account.password"
    assert NEW not in str(AuditRecord.objects.values_list("details", "because"))


@pytest.mark.parametrize(
    ("old", "new", "again", "words"),
    [
        pytest.param("wrong", NEW, None, "not your password", id="old one wrong"),
        pytest.param(PASSWORD, "kurz", None, "too short", id="too short"),
        pytest.param(PASSWORD, PASSWORD, None, "password until now", id="the same"),
        pytest.param(PASSWORD, NEW, NEW + "!", "match", id="typed differently"),
        pytest.param(PASSWORD, "1" * 20, None, "numeric", id="only digits"),
    ],
)
def test_a_password_that_will_not_do_is_told(
    client, lina, sign_in, old, new, again, words
):
    sign_in(lina)

    answer = _change(client, old, new, again)

    assert words in answer.content.decode()
    lina.refresh_from_db()
    assert lina.check_password(PASSWORD)


def test_a_stolen_session_cannot_try_passwords_for_ever(client, lina, sign_in):
    sign_in(lina)

    answers = [_change(client, old=f"guess {n}").status_code for n in range(5)]

    assert answers == [200, 200, 200, 200, 429]


def test_who_has_a_first_password_chooses_another_before_all_else(
    client, make_person, sign_in
):
    rana = make_person("rana", "analyst", must_change_password=True)
    sign_in(rana)

    sent = client.get("/account/keys/")
    assert sent.url.startswith("/account/password/?next=")
    assert client.get(sent.url).status_code == 200
    _change(client)

    rana.refresh_from_db()
    assert not rana.must_change_password
    assert client.get("/account/keys/").status_code == 200


def test_language_and_digits_are_kept_with_the_account(client, lina, sign_in):
    sign_in(lina)

    client.post("/account/", {"language": "ar", "numerals": "arabic"})

    page = client.get("/account/").content.decode()
    assert '<html lang="ar" dir="rtl">' in page
    lina.refresh_from_db()
    assert (lina.language, lina.numerals) == ("ar", "arabic")


def test_anybody_chooses_a_language_and_stays_where_they_are(client, db):
    answer = client.post("/language/", {"language": "fr", "next": "/sign-in/?next=/x"})

    assert answer.url == "/sign-in/?next=/x"
    assert client.cookies["language"].value == "fr"
    assert '<html lang="fr"' in client.get("/sign-in/").content.decode()


def test_the_language_of_who_is_signed_in_goes_with_them(client, lina, sign_in):
    sign_in(lina)

    client.post("/language/", {"language": "ar"})

    lina.refresh_from_db()
    assert lina.language == "ar"
    assert AuditRecord.objects.get().act == "account.change"


@pytest.mark.parametrize("language", ["de", "", "../../etc"])
def test_a_language_that_is_not_here_changes_nothing(client, db, language):
    answer = client.post("/language/", {"language": language, "next": "//evil.example"})

    assert answer.url == "/"
    assert "language" not in client.cookies


def test_the_page_names_the_browsers_in_words(client, lina, sign_in):
    client.defaults["HTTP_USER_AGENT"] = (
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
    )
    sign_in(lina)

    assert "Firefox, Linux" in client.get("/account/").content.decode()
    assert SignIn.objects.count() == 1
