import json

import pytest
from django.core.cache import cache

from desk.content_makers import make_person, make_stream
from desk.seeding import PASSWORD
from marsad.desk.posts.models import Post
from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.issue import issue
from marsad.marking import Marking

ROW = {
    "platform": "telegram",
    "id": "1",
    "account": "cook_one",
    "text": "شوربة العدس",
    "at": "2026-03-05T17:10:00Z",
}


@pytest.fixture
def stream(db):
    cache.clear()
    return make_stream("soup")


@pytest.fixture
def secret(stream):
    person = make_person("rana", Group.REVIEWER)
    _token, made = issue(
        person, name="a stream", scopes=["posts:write"], by=person, because="a stream"
    )
    return made


def lines(*rows):
    return "\n".join(
        row if isinstance(row, str) else json.dumps(row, ensure_ascii=False)
        for row in rows
    )


def send(client, body, secret=None, to="soup"):
    headers = {"Authorization": f"Bearer {secret}"} if secret else {}
    return client.post(
        f"/api/v1/posts/{to}", body, content_type="application/jsonl", headers=headers
    )


def test_posts_are_kept_when_it_answers_and_each_line_is_answered_for(client, secret):
    answer = send(
        client, lines(ROW, "{", {**ROW, "id": "2"}, {**ROW, "id": ""}), secret
    )

    assert answer.status_code == 200, answer.content
    said = answer.json()
    assert (said["new"], said["known"], said["refused"]) == (2, 0, 2)
    assert [one["place"] for one in said["faults"]] == [[["line", 2]], [["line", 4]]]
    assert said["faults"][1]["problem"] == 'has no "id"'
    assert Post.objects.count() == 2


def test_what_was_sent_before_is_known(client, secret):
    send(client, lines(ROW), secret)

    assert send(client, lines(ROW), secret).json()["known"] == 1


def test_more_than_a_thousand_are_refused_whole(client, secret):
    rows = [{**ROW, "id": str(n)} for n in range(1001)]

    assert send(client, lines(*rows), secret).status_code == 413
    assert Post.objects.count() == 0


def test_nothing_comes_in_without_a_token_of_that_scope(client, stream, sign_in):
    person = make_person("sami", Group.REVIEWER)
    _token, other = issue(
        person, name="looks", scopes=["banks:look_up"], by=person, because="looks"
    )

    assert send(client, lines(ROW)).status_code == 401
    assert send(client, lines(ROW), "marsad_nothing").status_code == 401
    assert send(client, lines(ROW), other).status_code == 403
    person.set_password(PASSWORD)
    person.save()
    sign_in(person)
    client.handler.enforce_csrf_checks = True
    assert send(client, lines(ROW)).status_code == 403
    assert Post.objects.count() == 0


def test_a_stream_above_one_s_clearance_is_not_there(client, secret):
    make_stream("red", marking=Marking.RED)

    missing, red = (send(client, lines(ROW), secret, to=one) for one in ("no", "red"))
    assert (missing.status_code, missing.content) == (404, red.content)


def test_a_stream_without_a_legal_basis_takes_nothing(client, stream, secret):
    stream.until = "2020-01-01"
    stream.save()

    answer = send(client, lines(ROW), secret)
    assert answer.status_code == 409
    assert "legal basis ended" in answer.json()["detail"]


def test_it_is_not_read_from(client, secret):
    answer = client.get("/api/v1/posts/soup")

    assert (answer.status_code, answer["Allow"]) == (405, "POST")
