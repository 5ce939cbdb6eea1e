from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.models import Token
from marsad.desk.safeguards.revoke import revoke
from marsad.desk.web.api import keys
from marsad.marking import Marking


def test_a_token_opens_what_its_person_may_see(ask, report, secret):
    answer = ask("documents", secret)

    assert answer.status_code == 200
    assert [row["id"] for row in answer.json()["rows"]] == [report.pk]


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param("Bearer marsad_wrong", id="a token nobody issued"),
        pytest.param("Bearer ", id="no token at all"),
        pytest.param("Basic bGluYTpsaW5h", id="a name and a password"),
    ],
)
def test_a_wrong_token_is_told_so_as_json(client, lina, sent):
    answer = client.get("/api/v1/documents", headers={"Authorization": sent})

    assert answer.status_code == 401
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["WWW-Authenticate"].startswith("Bearer")
    assert answer.json()["type"] == "urn:marsad:problem:bad-token"
    assert "issue a new one" in answer.json()["detail"]


def test_an_expired_token_opens_nothing(ask, lina, secret):
    Token.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    assert ask("documents", secret).status_code == 401


def test_a_revoked_token_opens_nothing(ask, lina, secret):
    revoke(Token.objects.get(), by=lina, because="the program is gone")

    assert ask("documents", secret).status_code == 401


def test_the_token_of_a_closed_account_opens_nothing(ask, lina, secret):
    type(lina).objects.update(is_active=False)

    assert ask("documents", secret).status_code == 401


def test_a_missing_scope_is_named(ask, lina, token_of):
    answer = ask("documents", token_of(lina, "register:read"))

    assert answer.status_code == 403
    assert answer.json()["type"] == "urn:marsad:problem:missing-scope"
    assert answer.json()["scope"] == "documents:read"


def test_a_token_opens_no_more_than_the_groups_of_its_person(ask, lina, token_of):
    secret = token_of(lina)
    lina.places.all().delete()

    answer = ask("documents", secret)

    assert answer.status_code == 403
    assert answer.json()["right"] == "documents.read"


def test_a_token_reads_up_to_the_clearance_of_its_person(
    ask, make_document, make_person, token_of
):
    kept = make_document("قال الوزير إن التحالف ملتزم.\n", marking=Marking.RED)
    reader = make_person("sami", Group.ANALYST, clearance=Marking.GREEN)
    secret = token_of(reader)

    assert ask("documents", secret).json()["rows"] == []
    there, nowhere = ask(f"documents/{kept.pk}", secret), ask("documents/9999", secret)
    assert (there.status_code, there.content) == (404, nowhere.content)


def test_who_is_signed_in_asks_without_a_token(client, report, lina, sign_in):
    sign_in(lina)

    assert client.get("/api/v1/documents").status_code == 200


def test_nobody_is_told_how_to_come_in(ask, db):
    answer = ask("documents")

    assert answer.status_code == 401
    assert "Bearer" in answer.json()["detail"]


def test_who_has_not_given_the_second_factor_reads_nothing(
    client, make_person, sign_in, settings
):
    sign_in(make_person("rima", Group.DIRECTOR))
    settings.SECOND_FACTOR = "required"

    assert client.get("/api/v1/audit").status_code == 403


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_is_changed_from_here(client, secret, method):
    answer = getattr(client, method)(
        "/api/v1/entries", headers={"Authorization": f"Bearer {secret}"}
    )

    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD"


def test_a_program_that_runs_wild_is_told_to_wait(ask, secret, monkeypatch):
    cache.clear()
    monkeypatch.setattr(keys, "A_MINUTE", 3)

    answers = [ask("sources", secret) for _ in range(4)]

    assert [one.status_code for one in answers] == [200, 200, 200, 429]
    assert 0 < int(answers[3]["Retry-After"]) <= 60
    cache.clear()
