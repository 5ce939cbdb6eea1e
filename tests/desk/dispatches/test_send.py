"""What the mail server says, what becomes of the letter, and that none goes out twice."""

import asyncio
import socket
import ssl
import subprocess

import pytest
from django.utils import timezone

from desk.dispatches.conftest import Postbox, free_port, mail_server
from desk.newsroom import make_release, officer
from marsad.desk.dispatches import send as sending
from marsad.desk.dispatches import tasks
from marsad.desk.dispatches.claim import DEAD_AFTER, claim
from marsad.desk.dispatches.models import Dispatch, Outcome
from marsad.desk.mailing import office as post_office
from marsad.desk.releases.recall import recall
from marsad.desk.safeguards.models import AuditRecord
from marsad.errors import Refused
from marsad.marking import Audience, Marking

pytestmark = pytest.mark.django_db
NOTICE = {"ar": "كان العدد غير صحيح.", "en": "The count was wrong."}


@pytest.fixture
def green(kuwait):
    """A release for all partners."""
    return make_release(audience=Audience.COMMUNITY, marking=Marking.GREEN)


def only():
    return Dispatch.objects.select_related("contact").get()


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param("550 5.1.1 No such user here", id="postfix"),
        pytest.param("550 Unrouteable address", id="exim, without a status"),
        pytest.param("553 5.1.3 Bad address syntax", id="a broken address"),
    ],
)
def test_an_address_that_does_not_exist_is_written_to_no_more(
    green, kuwait, contact_of, post, send, answer
):
    contact = contact_of(kuwait)
    post.answers[contact.address] = answer
    send()
    letter = only()
    contact.refresh_from_db()
    assert (letter.outcome, letter.said) == (Outcome.BOUNCED, answer)
    assert contact.stopped_at is not None
    assert answer[4:] in contact.stopped_because


def test_a_policy_against_the_letter_says_nothing_of_the_address(
    green, kuwait, contact_of, post, send
):
    contact = contact_of(kuwait)
    post.answers[contact.address] = "550 5.7.1 Message refused by policy"
    send()
    contact.refresh_from_db()
    assert only().outcome == Outcome.FAILED
    assert contact.is_written_to


def test_one_bad_address_stops_no_other(
    green, kuwait, contact_of, post, send, outcomes
):
    bad, full, good = (contact_of(kuwait, name) for name in ("bad", "full", "good"))
    post.answers[bad.address] = "550 5.1.1 unknown"
    post.answers[full.address] = "452 4.2.2 mailbox full"
    send()
    assert outcomes() == {
        bad.address: "bounced",
        full.address: "waiting",
        good.address: "sent",
    }


def test_a_busy_server_is_asked_again_ever_more_seldom(
    green, kuwait, contact_of, post, send, later
):
    contact = contact_of(kuwait)
    post.answers[contact.address] = "451 4.7.1 Greylisted, try again later"
    pauses = []
    for _ in range(4):
        send()
        letter = only()
        pauses.append(round((letter.next_try_at - timezone.now()).total_seconds() / 60))
        later(minutes=pauses[-1], seconds=1)
    assert pauses == [1, 5, 15, 30]
    assert letter.said == "451 4.7.1 Greylisted, try again later"
    post.answers.clear()
    send()
    assert only().outcome == Outcome.SENT
    assert len(post.letters) == 1


def test_before_its_time_a_letter_is_not_tried_again(
    green, kuwait, contact_of, post, send
):
    contact = contact_of(kuwait)
    post.answers[contact.address] = "451 4.3.0 later"
    send()
    send()
    assert only().tries == 1


def test_after_four_days_nobody_tries_any_more(
    green, kuwait, contact_of, post, send, later
):
    contact = contact_of(kuwait)
    post.answers[contact.address] = "451 4.3.0 later"
    send()
    later(days=4, minutes=1)
    send()
    assert only().outcome == Outcome.FAILED


def test_a_silent_server_is_no_letters_fault(
    green, kuwait, contact_of, post, send, settings, later
):
    contact_of(kuwait), contact_of(kuwait, "desk")
    there = settings.SMTP
    settings.SMTP = f"smtp://127.0.0.1:{free_port()}"
    assert send()["letters"] == 0
    letters = list(Dispatch.objects.all())
    assert {(one.outcome, one.tries) for one in letters} == {("waiting", 0)}
    assert all("refused" in one.said for one in letters)
    settings.SMTP = there
    later(minutes=2)
    assert send()["letters"] == 2


def test_a_server_that_never_speaks_is_left_after_a_while(
    green, kuwait, contact_of, post, send, settings, monkeypatch
):
    monkeypatch.setattr(post_office, "_PATIENCE_SECONDS", 0.5)
    contact_of(kuwait)
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        settings.SMTP = f"smtp://127.0.0.1:{deaf.getsockname()[1]}"
        send()
    assert only().outcome == Outcome.WAITING
    assert "timed out" in only().said


class TestInDoubt:
    """The line breaks after the letter was handed over and before the answer."""

    @pytest.fixture
    def hangs(self, post, monkeypatch):
        """A server that takes a letter and then says nothing."""
        monkeypatch.setattr(post_office, "_PATIENCE_SECONDS", 0.7)

        async def wait(server, session, envelope):
            post.envelopes.append(envelope)
            await asyncio.sleep(1.5)
            return "250 taken, but late"

        post.at_data = wait

    def test_a_release_is_sent_at_most_once(
        self, green, kuwait, contact_of, hangs, post, send, later
    ):
        contact_of(kuwait)
        send()
        assert only().outcome == Outcome.UNSURE
        later(days=1)
        post.at_data = None
        send()
        assert len(post.envelopes) == 1

    def test_a_recall_is_sent_at_least_once_under_one_number(
        self, green, kuwait, contact_of, post, send, later, monkeypatch
    ):
        contact_of(kuwait)
        send()
        recall(green, notice=NOTICE, by=officer(), because="wrong count")
        monkeypatch.setattr(post_office, "_PATIENCE_SECONDS", 0.7)

        async def wait(server, session, envelope):
            post.envelopes.append(envelope)
            await asyncio.sleep(1.5)
            return "250 taken, but late"

        post.at_data = wait
        send()
        letter = Dispatch.objects.get(cause="recall")
        assert letter.outcome == Outcome.WAITING
        post.at_data = None
        later(minutes=2)
        send()
        letter.refresh_from_db()
        assert letter.outcome == Outcome.SENT
        first, second = post.letters[1:]
        assert first["Message-ID"] == second["Message-ID"]

    def test_a_worker_that_died_leaves_a_release_in_doubt(
        self, green, kuwait, contact_of, post, send, settings, later
    ):
        contact_of(kuwait)
        there, settings.SMTP = settings.SMTP, ""
        send()
        assert claim() is not None  # and the worker is killed
        settings.SMTP = there
        send()
        assert only().outcome == Outcome.SENDING
        later(seconds=DEAD_AFTER.total_seconds() + 1)
        send()
        assert only().outcome == Outcome.UNSURE
        assert not post.letters

    def test_a_worker_that_died_leaves_a_recall_to_the_next(
        self, green, kuwait, contact_of, post, send, settings, later
    ):
        contact_of(kuwait)
        send()
        recall(green, notice=NOTICE, by=officer(), because="wrong count")
        there, settings.SMTP = settings.SMTP, ""
        send()
        assert claim().cause == "recall"
        settings.SMTP = there
        later(seconds=DEAD_AFTER.total_seconds() + 1)
        send()
        later(minutes=2)
        send()
        assert len(post.letters) == 2


def test_a_recall_goes_out_before_what_is_new(
    green, kuwait, contact_of, post, send, settings
):
    contact_of(kuwait)
    send()
    make_release(audience=Audience.COMMUNITY, marking=Marking.GREEN)
    recall(green, notice=NOTICE, by=officer(), because="wrong count")
    send()
    numbers = [one["Message-ID"][1:33] for one in post.letters[1:]]
    causes = [Dispatch.objects.get(message_id=one).cause for one in numbers]
    assert causes == ["recall", "release"]


def test_who_unsubscribes_while_a_letter_waits_does_not_get_it(
    green, kuwait, contact_of, post, send, settings, outcomes
):
    contact = contact_of(kuwait)
    there, settings.SMTP = settings.SMTP, ""
    send()
    contact.unsubscribed_at = timezone.now()
    contact.save()
    settings.SMTP = there
    send()
    assert not post.letters
    assert outcomes() == {contact.address: "dropped"}


def test_a_ceiling_lowered_while_a_letter_waits_keeps_it_here(
    green, kuwait, contact_of, post, send, settings, outcomes
):
    contact = contact_of(kuwait)
    there, settings.SMTP = settings.SMTP, ""
    send()
    kuwait.ceiling = 0
    kuwait.save()
    settings.SMTP = there
    send()
    assert not post.letters
    assert outcomes() == {contact.address: "dropped"}


def test_each_letter_stands_in_the_trail(green, kuwait, contact_of, post, send):
    contact_of(kuwait)
    send()
    line = AuditRecord.objects.filter(act="dispatches.send").get()
    assert line.by == "post office"
    assert line.details["fate"] == "taken"
    made = AuditRecord.objects.get(act="dispatches.make")
    assert made.details["packs"].keys() == {"kw"}


def test_the_clock_puts_work_into_the_queue_once(green, kuwait, contact_of, post):
    contact_of(kuwait)
    assert [tasks.keep_up(), tasks.keep_up()] == [1, 0]


def test_without_a_mail_server_packs_are_made_and_letters_wait(
    green, kuwait, contact_of, send, settings
):
    contact_of(kuwait)
    settings.SMTP = ""
    assert send() == {"made": 1, "letters": 0}
    assert only().outcome == Outcome.WAITING
    # Nothing to do: the queue is left in peace until there is a server.
    assert tasks.keep_up() == 0


class TestServers:
    """How the server is named, and that passwords go over no open line."""

    @pytest.mark.parametrize(
        "said",
        [
            "mail.example.org",
            "http://mail.example.org",
            "smtp://mail.example.org?tls=maybe",
            "smtp://user:secret@mail.example.org",
        ],
        ids=["no scheme", "another scheme", "another tls", "a password in the open"],
    )
    def test_what_makes_no_sense_is_refused_with_the_way_out(self, settings, said):
        settings.SMTP, settings.MAIL_FROM = said, "packs@example.org"
        with pytest.raises(Refused, match="MARSAD_SMTP"):
            post_office.server()

    def test_it_needs_somebody_to_come_from(self, settings):
        settings.SMTP, settings.MAIL_FROM = "smtp://mail.example.org", ""
        with pytest.raises(Refused, match="MARSAD_MAIL_FROM"):
            post_office.server()

    def test_user_and_password_may_have_any_letters(self, settings):
        settings.MAIL_FROM = "packs@example.org"
        settings.SMTP = "smtp://us%40er:p%3Ass%2F@mail.example.org?tls=starttls"
        found = post_office.server()
        assert (found.user, found.password, found.port) == ("us@er", "p:ss/", 587)
        assert "p:ss/" not in str(found)

    def test_wrongly_set_up_letters_wait_and_the_page_says_so(
        self, green, kuwait, contact_of, send, settings, sign_in, make_person
    ):
        contact_of(kuwait)
        settings.SMTP = ""
        send()
        settings.SMTP = "ftp://mail.example.org"
        assert tasks.keep_up() == 0
        into = sign_in(make_person("omar2", "analyst"))
        assert "MARSAD_SMTP" in into.get("/dispatches/").content.decode()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for this machine that nobody else trusts."""
    folder = tmp_path_factory.mktemp("tls")
    key, cert = folder / "key.pem", folder / "cert.pem"
    subprocess.run(
        [
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
            "-keyout", key, "-out", cert, "-subj", "/CN=localhost",
            "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip
    return key, cert


class TestTls:
    """STARTTLS with a server that is whom it says it is, and with no other."""

    @pytest.fixture
    def safe_post(self, settings, certificate):
        """A server that takes letters over TLS alone."""
        key, cert = certificate
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(cert, key)
        settings.ADDRESS = settings.DESK_ADDRESS = "https://marsad.example"
        settings.MAIL_FROM, settings.BOUNCES = "packs@marsad.example", ""
        box = Postbox()
        with mail_server(box, tls_context=context, require_starttls=True) as server:
            settings.SMTP = f"smtp://localhost:{server.port}?tls=starttls"
            yield box

    def test_letters_go_over_tls(
        self, green, kuwait, contact_of, safe_post, send, certificate, monkeypatch
    ):
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate[1]))
        contact_of(kuwait)
        send()
        assert only().outcome == Outcome.SENT
        assert len(safe_post.letters) == 1
        # Nowhere for returned letters is named: they come back to the sender.
        assert safe_post.envelopes[0].mail_from == "packs@marsad.example"

    def test_a_server_that_nobody_vouches_for_gets_nothing(
        self, green, kuwait, contact_of, safe_post, send
    ):
        contact_of(kuwait)
        send()
        assert only().outcome == Outcome.WAITING
        assert "certificate" in only().said.lower()

    def test_a_server_without_tls_gets_nothing(
        self, green, kuwait, contact_of, post, send, settings
    ):
        settings.SMTP += "?tls=starttls"
        contact_of(kuwait)
        send()
        assert only().outcome == Outcome.WAITING
        assert not post.letters


def test_a_stride_ends_in_time_and_the_rest_follows(
    green, kuwait, contact_of, post, send
):
    for number in range(5):
        contact_of(kuwait, f"n{number}")
    where = post_office.server()
    for one, cause in list(tasks.due()):
        tasks.make(one, cause, by=sending.WORKER, because="due")
    assert sending.send_due(where, seconds=30, most=3) == 3
    assert sending.send_due(where, seconds=30, most=3) == 2
