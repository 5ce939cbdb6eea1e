"""Readers object without an account and a cookie; a named officer answers."""

import re
from datetime import timedelta

import pytest
from django.core import signing
from django.utils import timezone

from desk.newsroom import officer
from marsad.desk.safeguards.models import AuditRecord
from marsad.desk.website.answer import answer
from marsad.desk.website.models import Appeal
from marsad.desk.website.receive import WORKER, Objection, receive
from marsad.errors import Refused

pytestmark = pytest.mark.django_db

WORDS = "العدد خطأ: المصدر يقول 86."


def filled(client, language="ar", **changed):
    """The form as a reader fills it in, some seconds after it was shown."""
    body = client.get(f"/{language}/appeals/").content.decode()
    token = re.search(r'name="token" value="([^"]+)"', body)[1]
    return {"token": token, "about": "wrong", "words": WORDS, **changed}


@pytest.fixture
def later(monkeypatch):
    """Time goes on while the reader writes."""
    now = [signing.time.time()]
    monkeypatch.setattr(signing.time, "time", lambda: now[0])

    def wait(seconds=30):
        now[0] += seconds

    return wait


def send(client, later, *, seconds=30, headers=None, **changed):
    """Fill the form in, wait, and send it."""
    form = filled(client, **changed)
    later(seconds)
    return client.post("/ar/appeals/", form, headers=headers or {})


class TestReader:
    """What a reader sends and asks."""

    def test_an_objection_is_taken_in_under_a_number(self, client, later):
        sent = send(client, later)
        one = Appeal.objects.get()

        assert sent.status_code == 303
        assert one.reference in sent["Location"]
        assert (one.words, one.language, one.outcome) == (WORDS, "ar", "")
        assert not sent.cookies
        shown = client.get(sent["Location"])
        assert one.reference in shown.content.decode()
        assert WORDS not in shown.content.decode()
        assert shown["Cache-Control"] == "no-store"

    def test_it_is_written_down_without_words_and_address(self, client, later):
        send(client, later, address="reader@example.org")
        record = AuditRecord.objects.get(act="appeals.receive")

        written = f"{record.because}{record.details}{record.by}"
        assert "reader@example.org" not in written
        assert WORDS not in written
        assert record.by == "website"

    def test_it_knows_the_public_brief_it_is_about(self, made, client, later):
        send(client, later, number=made["first"].number)
        later(40)
        client.post("/ar/appeals/", filled(client, number=made["later"].number))

        assert {one.release for one in Appeal.objects.all()} <= {made["first"], None}

    @pytest.mark.parametrize(
        ("seconds", "headers", "changed"),
        [
            pytest.param(
                30, {"Origin": "https://elsewhere.example"}, {}, id="another page"
            ),
            pytest.param(30, {"Origin": "null"}, {}, id="a page that hides its name"),
            pytest.param(
                30, {"Sec-Fetch-Site": "cross-site"}, {}, id="as browsers say"
            ),
            pytest.param(30, {}, {"token": "appeal:forged:x"}, id="a forged token"),
            pytest.param(30, {}, {"token": ""}, id="no token"),
            pytest.param(1, {}, {}, id="quicker than anybody reads"),
            pytest.param(2 * 24 * 3600, {}, {}, id="a token of the day before"),
        ],
    )
    def test_what_no_reader_of_ours_sent_is_refused(
        self, client, later, seconds, headers, changed
    ):
        sent = send(client, later, seconds=seconds, headers=headers, **changed)

        assert sent.status_code == 400
        assert not Appeal.objects.exists()

    def test_our_own_page_is_known_by_its_origin(self, client, later):
        sent = send(client, later, headers={"Origin": "http://testserver"})

        assert sent.status_code == 303

    def test_a_machine_that_fills_all_fields_in_is_thanked_and_forgotten(
        self, client, later
    ):
        sent = send(client, later, homepage="https://spam.example")

        assert sent.status_code == 303
        assert not Appeal.objects.exists()

    def test_a_sixth_objection_within_the_hour_waits(self, client, later):
        statuses = [send(client, later).status_code for _ in range(6)]

        assert statuses == [303] * 5 + [429]
        assert Appeal.objects.count() == 5

    def test_behind_a_proxy_each_reader_counts_alone(self, client, later, settings):
        settings.IS_HTTPS = True
        statuses = [
            # Whoever writes a header of their own stands before what the proxy adds.
            send(client, later, headers={"X-Forwarded-For": f"1.2.3.{turn}, 9.9.9.9"})
            for turn in range(6)
        ]
        other = send(client, later, headers={"X-Forwarded-For": "8.8.8.8"})

        assert [one.status_code for one in statuses] == [303] * 5 + [429]
        assert other.status_code == 303

    def test_words_are_kept_in_the_form_when_something_lacks(self, client, later):
        sent = send(client, later, address="no address")

        assert sent.status_code == 422
        assert WORDS in sent.content.decode()

    def test_no_number_tells_nothing(self, client):
        body = client.get("/en/appeals/", {"reference": "ABCD-EFGH-JKMN"}).content

        assert b"There is no objection with this number" in body


@pytest.fixture
def appeal(db):
    """An objection with an address to answer to."""
    said = Objection(
        about="wrong", words=WORDS, language="ar", address="reader@example.org"
    )
    return receive(said, by=WORKER, because="a reader sent the form")


class TestAnswer:
    """What an officer answers."""

    def test_the_reader_sees_the_answer_and_the_address_is_forgotten(
        self, appeal, client
    ):
        answer(
            appeal,
            "صحّحنا العدد.",
            outcome="upheld",
            by=officer(),
            because="he is right",
        )
        body = client.get("/ar/appeals/", {"reference": appeal.reference.lower()})

        assert "صحّحنا العدد." in body.content.decode()
        appeal.refresh_from_db()
        assert appeal.address == ""
        assert appeal.answered_by == officer()
        trail = " ".join(str(one.details) for one in AuditRecord.objects.all())
        assert "reader@example.org" not in trail

    def test_it_is_answered_once(self, appeal):
        answer(appeal, "Yes.", outcome="partly", by=officer(), because="in part")

        with pytest.raises(Refused, match="answered already"):
            answer(
                appeal,
                "No.",
                outcome="rejected",
                by=officer(),
                because="second thought",
            )

    @pytest.mark.parametrize(
        ("words", "outcome"), [("", "upheld"), ("  ", "upheld"), ("Yes.", "perhaps")]
    )
    def test_an_answer_says_something(self, appeal, words, outcome):
        with pytest.raises(Refused):
            answer(appeal, words, outcome=outcome, by=officer(), because="why")

    def test_an_analyst_answers_nobody(self, appeal, lina):
        with pytest.raises(Refused, match="no right"):
            answer(appeal, "Yes.", outcome="upheld", by=lina, because="I can")

    def test_no_machine_answers(self, appeal):
        with pytest.raises(Refused, match="no machine"):
            answer(appeal, "Yes.", outcome="upheld", by=WORKER, because="a rule")


class TestDesk:
    """The pages of officers."""

    def test_an_officer_answers_on_a_page(self, appeal, client, sign_in):
        sign_in(officer())
        assert appeal.reference in client.get("/appeals/").content.decode()
        page = client.get(f"/appeals/{appeal.pk}/")
        assert WORDS in page.content.decode()
        assert "reader@example.org" not in page.content.decode()

        sent = client.post(
            f"/appeals/{appeal.pk}/answer/",
            {
                "outcome": "rejected",
                "words": "86 was of 2024.",
                "because": "read it again",
            },
        )

        assert sent.status_code == 302
        assert (
            appeal.reference in client.get("/appeals/?state=answered").content.decode()
        )

    def test_an_analyst_does_not_read_them(self, appeal, client, sign_in, lina):
        sign_in(lina)

        assert client.get("/appeals/").status_code == 403

    def test_a_month_of_appeals_is_counted_by_what_became_of_them(
        self, appeal, client, monkeypatch
    ):
        answer(appeal, "Yes.", outcome="upheld", by=officer(), because="right")
        tomorrow = timezone.now() + timedelta(days=1)
        monkeypatch.setattr(timezone, "now", lambda: tomorrow)

        body = client.get("/en/transparency/months.csv").content.decode()

        assert re.search(r"^\d{4}-\d\d,upheld,1,", body, re.M)
