"""A notice on its way: by letter, by interface, as a file; once, whatever dies."""

import email
import io
import json
import signal
import subprocess
import sys
import threading
import time
import zipfile
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.utils import timezone

from desk import content_makers as content
from desk.work.working import environment
from marsad.desk.cases.models import Case
from marsad.desk.mailing.office import Fate, Reply
from marsad.desk.posts import keys
from marsad.desk.posts.holding import held
from marsad.desk.posts.models import Purge
from marsad.desk.posts.purge import take_away
from marsad.desk.referrals import claim, tasks
from marsad.desk.referrals.deliver import deliver
from marsad.desk.referrals.hand_out import hand_out
from marsad.desk.referrals.models import Platform, Referral, Sending
from marsad.desk.referrals.refer import refer
from marsad.desk.referrals.send import WORKER, send
from marsad.desk.referrals.send_again import send_again
from marsad.desk.safeguards.models import AuditRecord
from marsad.errors import Refused

pytestmark = pytest.mark.django_db
LET_GO = "a person let it go"


def changed(**said):
    """The platform of the posts, taking notices otherwise."""
    platform = content.make_platform()
    Platform.objects.filter(pk=platform.pk).update(**said)
    platform.refresh_from_db()
    return platform


def address_of(made):
    row = made.posts.get()
    return keys.unseal(bytes(row.sealed), row.key)["address"]


def fate_of(made):
    return Referral.objects.get(pk=made.pk).fate


def test_a_letter_arrives_with_its_addresses(referred, carry, post):
    made = referred()
    carry()

    [letter] = post.letters
    body = letter.get_content()
    assert letter["To"] == "notices@telegram.example"
    assert letter["From"] == "Communications cell <cell@marsad.example>"
    assert made.number in letter["Subject"]
    assert address_of(made) in body
    assert "{address" not in body
    assert letter["Message-ID"].strip("<>").endswith("@marsad.example")
    made.refresh_from_db()
    assert made.fate == "sent"
    assert made.sent_at is not None


def test_an_arabic_letter_is_arabic(referred, carry, post):
    made = referred(platform=changed(language="ar"))
    carry()

    [letter] = post.letters
    assert letter["Content-Language"] == "ar"
    assert "هذا طلب" in letter.get_content()
    assert "تلغرام" in letter.get_content()
    assert made.number in letter["Subject"]


def test_it_is_sent_once_however_often_the_worker_looks(referred, carry, post):
    referred()
    for _turn in range(3):
        carry()

    assert len(post.letters) == 1
    assert not claim.waiting("letter").exists()


def test_the_trail_names_no_address(referred, carry, post):
    made = referred()
    carry()
    line = AuditRecord.objects.get(act="referrals.send")

    assert line.details["addresses_opened"] == 1
    assert address_of(made) not in str(list(AuditRecord.objects.values()))


@pytest.mark.parametrize(
    "answer", ["550 5.1.1 no such user", "451 4.7.1 try again later", "554 refused"]
)
def test_what_does_not_get_through_is_shown_and_not_repeated(
    referred, carry, post, answer
):
    made = referred()
    post.answers["notices@telegram.example"] = answer
    carry()
    post.answers.clear()
    carry()

    made.refresh_from_db()
    assert post.letters == []
    assert made.fate == "failed"
    assert answer[:3] in made.said
    assert not tasks._is_due()


def test_a_person_sends_the_same_notice_again_by_hand(referred, carry, post, rana):
    made = referred()
    post.answers["notices@telegram.example"] = "451 4.7.1 later"
    carry()
    post.answers.clear()
    send_again(made, by=rana, because="their server was full")
    carry()

    [letter] = post.letters
    assert made.number in letter["Subject"]
    assert Referral.objects.count() == 1
    assert [one.fate for one in Sending.objects.order_by("id")] == ["failed", "sent"]
    assert fate_of(made) == "sent"


def test_what_got_through_is_not_sent_again(referred, carry, post, rana):
    made = referred()
    with pytest.raises(Refused, match="on its way"):
        send_again(made, by=rana, because="to be sure")
    carry()
    with pytest.raises(Refused, match="got through"):
        send_again(made, by=rana, because="to be sure")
    with pytest.raises(Refused, match="no machine may"):
        send_again(made, by=WORKER, because="to be sure")


def test_a_second_sending_stands_on_what_holds_today(referred, carry, post, rana):
    made = referred()
    post.answers["notices@telegram.example"] = "550 no"
    carry()
    stream = made.posts.get().post.stream
    stream.until = content.in_days(-1)
    stream.save()
    with pytest.raises(Refused, match="legal basis"):
        send_again(made, by=rana, because="once more")
    Case.objects.update(round=2)
    with pytest.raises(Refused, match="read anew"):
        send_again(made, by=rana, because="once more")


def test_without_a_mail_server_it_waits(referred, carry, settings):
    settings.SMTP = ""
    made = referred()
    carry()

    assert fate_of(made) == "waiting"
    assert tasks.keep_up() == 0


def test_a_silent_mail_server_leaves_it_waiting(referred, carry, settings):
    settings.SMTP = "smtp://127.0.0.1:9"
    made = referred()
    carry()

    assert fate_of(made) == "waiting"
    assert Sending.objects.get().fate == "waiting"


def test_the_worker_is_told_once_that_there_is_work(referred, post):
    referred()

    assert tasks.keep_up() == 1
    assert tasks.keep_up() == 0


def test_of_two_workers_one_has_it_in_hand(referred):
    referred()

    first, second = claim.claim("letter"), claim.claim("letter")
    assert first is not None
    assert second is None


def test_what_a_dead_worker_had_in_hand_is_unsure_and_never_sent_by_itself(
    referred, carry, post
):
    made = referred()
    claim.claim("letter")
    Sending.objects.update(claimed_at=timezone.now() - timedelta(minutes=16))
    carry()
    carry()

    assert post.letters == []
    assert fate_of(made) == "unsure"


def test_a_late_answer_changes_nothing_that_was_settled(referred, carry, post):
    made = referred()
    sending = claim.claim("letter")
    send(sending, Reply(Fate.TAKEN), by=WORKER, because=LET_GO)
    send(sending, Reply(Fate.REFUSED, "550 no"), by=WORKER, because=LET_GO)

    assert fate_of(made) == "sent"


def test_a_stopped_platform_is_not_written_to(referred, carry, post, telegram):
    made = referred()
    telegram.paused_at = timezone.now()
    telegram.save()
    carry()

    assert post.letters == []
    assert fate_of(made) == "waiting"


def test_a_case_that_is_read_anew_is_not_written_about(referred, carry, post):
    referred()
    Case.objects.update(round=2)
    carry()

    assert post.letters == []


@contextmanager
def interface(status=200, said=b'{"id": "77"}', silence=0.0):
    """A platform's interface on this machine, and what it was sent."""
    asked = []

    class Desk(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append((dict(self.headers), body))
            if silence:
                # Hung up on without a word.
                self.connection.close()
                return
            self.send_response(status)
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *said):
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Desk)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/notices", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def by_interface(address):
    return changed(route="api", address=address)


def test_an_interface_gets_the_notice_as_json(referred, carry, settings):
    settings.PLATFORM_KEYS = "x:other,telegram:a-secret"
    with interface() as (address, asked):
        made = referred(platform=by_interface(address))
        carry()
        carry()

    [(headers, body)] = asked
    said = json.loads(body)
    assert headers["Authorization"] == "Bearer a-secret"
    assert said["exact_electronic_locations"] == [address_of(made)]
    assert said["reference"] == made.number
    assert said["is_order"] is False
    assert said["good_faith"] is True
    assert said["sender"] == {
        "name": "Communications cell",
        "email": "cell@marsad.example",
        "is_governmental": True,
    }
    assert address_of(made) in said["text"]
    made.refresh_from_db()
    assert (made.fate, made.said) == ("sent", '200 {"id": "77"}')


@pytest.mark.parametrize(
    ("how", "fate"),
    [
        pytest.param({"status": 400}, "failed", id="refused"),
        pytest.param({"status": 503}, "failed", id="busy"),
        pytest.param({"status": 302}, "failed", id="sent elsewhere"),
        pytest.param({"silence": 1}, "unsure", id="broken off"),
    ],
)
def test_what_an_interface_does_not_take_is_not_repeated(referred, carry, how, fate):
    with interface(**how) as (address, asked):
        made = referred(platform=by_interface(address))
        carry()
        carry()
    assert len(asked) == 1
    assert fate_of(made) == fate


@pytest.fixture
def by_hand(db):
    return changed(route="file", address="", language="ar")


def test_a_file_is_taken_out_handed_over_and_said_so(referred, carry, by_hand, tala):
    made = referred(platform=by_hand)
    carry()
    assert fate_of(made) == "waiting"
    with pytest.raises(Refused, match="take the file first"):
        deliver(made, by=tala, because="by the portal")

    handed = hand_out(made, by=tala, because="for the portal")
    deliver(made, by=tala, because="uploaded at their portal")

    with zipfile.ZipFile(io.BytesIO(handed.raw)) as opened:
        text = opened.read(f"{made.number}-notice.txt").decode()
        said = json.loads(opened.read(f"{made.number}-notice.json"))
    assert address_of(made) in text
    assert said["exact_electronic_locations"] == [address_of(made)]
    assert fate_of(made) == "sent"
    line = AuditRecord.objects.get(act="referrals.hand_out")
    assert line.details == {"what": "notice", "addresses_opened": 1}
    with pytest.raises(Refused, match="waits to be handed over"):
        deliver(made, by=tala, because="once more")


def test_a_letter_that_was_sent_can_be_taken_out_as_a_file(referred, carry, post, tala):
    made = referred()
    carry()
    handed = hand_out(made, by=tala, because="for the file of the case")

    with zipfile.ZipFile(io.BytesIO(handed.raw)) as opened:
        mail = email.message_from_bytes(opened.read(f"{made.number}-notice.eml"))
    assert mail["To"] == "notices@telegram.example"


_DYING = """
import os, django
django.setup()
from marsad.desk.referrals import parcels, send
def die(*said):
    os.kill(os.getpid(), 9)
send.parcels.letter = die
from marsad.desk.referrals.tasks import carry_notices
carry_notices.call()
"""


@pytest.mark.django_db(transaction=True)
def test_kill_9_in_the_middle_sends_nothing_twice(
    referred, carry, post, settings, tmp_path
):
    made = referred()
    died = subprocess.run(
        [sys.executable, "-c", _DYING],
        env=environment(
            tmp_path,
            MARSAD_SMTP=settings.SMTP,
            MARSAD_MAIL_FROM=settings.MAIL_FROM,
            MARSAD_ACCOUNT_KEYS=str(settings.ACCOUNT_KEYS),
        ),
        check=False,
        capture_output=True,
    )
    assert died.returncode == -signal.SIGKILL, died.stderr.decode()
    assert fate_of(made) == "sending"
    carry()
    assert post.letters == []
    Sending.objects.update(claimed_at=timezone.now() - timedelta(minutes=16))
    carry()
    time.sleep(0.1)

    assert post.letters == []
    assert fate_of(made) == "unsure"


def test_what_was_purged_is_not_written_about(referred, carry, post):
    made = referred()
    take_away([made.posts.get().post_id], Purge.Why.RETENTION)
    carry()

    assert post.letters == []
    made.refresh_from_db()
    assert (made.fate, made.posts.get().sealed) == ("failed", None)
    assert "purged" in made.said


def test_a_case_that_was_referred_holds_its_posts_no_longer(referred):
    made = referred()
    post = made.posts.get().post_id

    assert held([post], content.in_days(0)) == set()


def test_a_platform_that_changed_its_address_is_written_to_there(
    referred, carry, post, telegram
):
    referred()
    Platform.objects.update(address="new@telegram.example")
    carry()

    assert [one["To"] for one in post.letters] == ["new@telegram.example"]


def test_refer_is_the_only_way_to_a_first_sending(agreed, wanted, tala):
    refer(agreed, wanted(agreed), by=tala, because="two agree")
    lines = AuditRecord.objects.filter(act__startswith="referrals.")

    assert [one.act for one in lines] == ["referrals.refer"]
