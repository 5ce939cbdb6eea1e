import re
from datetime import timedelta

import pytest
from django.utils import timezone

from marsad.desk.safeguards import tokens
from marsad.desk.safeguards.close import close
from marsad.desk.safeguards.issue import issue
from marsad.desk.safeguards.models import AuditRecord, Token
from marsad.desk.safeguards.revoke import revoke
from marsad.errors import Refused


@pytest.fixture
def key(lina):
    return issue(
        lina,
        name="كشاف الصباح",
        scopes=["register:read"],
        by=lina,
        because="reads the register each morning",
    )


def test_a_key_opens_what_it_was_issued_for_and_nothing_else(lina, key):
    _, secret = key

    assert tokens.person_of(secret, "register:read") == lina
    assert tokens.person_of(secret, "documents:read") is None


def test_a_key_has_a_beginning_that_is_known_and_forty_letters(key):
    assert re.fullmatch(r"marsad_[A-Za-z0-9_-]{40}", key[1])


def test_of_a_key_only_a_hash_is_kept(key):
    token, secret = key

    row = str(Token.objects.values().get(pk=token.pk))
    assert secret not in row
    assert secret[12:] not in row
    assert secret not in str(AuditRecord.objects.values())


@pytest.mark.parametrize("secret", ["", "marsad_", "Bearer x", "marsad_" + "a" * 40])
def test_a_key_that_was_never_issued_opens_nothing(key, secret):
    assert tokens.person_of(secret, "register:read") is None


def test_a_key_opens_nothing_after_its_day(key):
    Token.objects.update(expires_at=timezone.now())

    assert tokens.person_of(key[1], "register:read") is None


def test_a_key_lasts_ninety_days_by_itself(key):
    lasts = key[0].expires_at - timezone.now()

    assert timedelta(days=89) < lasts <= timedelta(days=90)


def test_a_revoked_key_opens_nothing(lina, key):
    revoke(key[0], by=lina, because="not used any more")

    assert tokens.person_of(key[1], "register:read") is None
    with pytest.raises(Refused, match="revoked already"):
        revoke(key[0], by=lina, because="once more")


def test_nobody_revokes_somebody_elses_key(omar, key):
    with pytest.raises(Refused, match="somebody else"):
        revoke(key[0], by=omar, because="tidying")


def test_a_key_ends_with_its_account(lina, key, huda):
    close(lina, by=huda, because="left the cell")

    assert tokens.person_of(key[1], "register:read") is None


def test_a_key_loses_what_its_person_loses(lina, key):
    lina.places.all().delete()

    assert tokens.person_of(key[1], "register:read") is None


def test_its_use_is_noted_at_most_once_a_minute(key, django_assert_num_queries):
    tokens.person_of(key[1], "register:read")
    first = Token.objects.get().used_at
    assert first is not None

    with django_assert_num_queries(2):
        tokens.person_of(key[1], "register:read")
    assert Token.objects.get().used_at == first

    Token.objects.update(used_at=timezone.now() - timedelta(seconds=61))
    tokens.person_of(key[1], "register:read")
    assert timezone.now() - Token.objects.get().used_at < timedelta(seconds=30)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        pytest.param({"scopes": ["all:write"]}, "nothing that a key", id="scope"),
        pytest.param({"scopes": []}, "nothing that a key", id="no scope"),
        pytest.param({"scopes": ["audit:read"]}, "own groups", id="not theirs"),
        pytest.param({"days": 366}, "too long", id="too long"),
        pytest.param({"days": 0}, "too long", id="no day"),
        pytest.param({"name": " "}, "no name", id="no name"),
    ],
)
def test_a_key_is_refused_for_more_than_its_person_has(lina, more, words):
    said = {"name": "probe", "scopes": ["register:read"], "days": 30} | more

    with pytest.raises(Refused, match=words):
        issue(lina, **said, by=lina, because="asks")

    assert Token.objects.count() == 0


def test_the_page_shows_the_secret_once(client, lina, sign_in):
    sign_in(lina)
    said = {"name": "probe", "scopes": ["register:read"], "days": 30}

    page = client.post("/account/keys/", said)

    [secret] = set(re.findall(r"marsad_[A-Za-z0-9_-]{40}", page.content.decode()))
    assert tokens.person_of(secret, "register:read") == lina
    assert secret not in client.get("/account/keys/").content.decode()
    assert "no-store" in page.headers["Cache-Control"]


def test_the_page_offers_only_what_the_person_may(client, make_person, sign_in):
    sign_in(make_person("paul", "partner"))

    page = client.get("/account/keys/").content.decode()

    assert "register:read" in page
    assert "documents:read" not in page
    said = {"name": "probe", "scopes": ["documents:read"], "days": 30}
    client.post("/account/keys/", said)
    assert Token.objects.count() == 0


def test_the_page_revokes_a_key_of_ones_own(client, lina, omar, sign_in, key):
    sign_in(omar)
    assert client.post(f"/account/keys/{key[0].pk}/revoke/").status_code == 404
    sign_in(lina)
    client.post(f"/account/keys/{key[0].pk}/revoke/")

    assert Token.objects.get().revoked_at is not None
