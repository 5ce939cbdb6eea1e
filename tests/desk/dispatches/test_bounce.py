"""Letters that come back, as three mail servers report them, and what follows."""

import pytest

from desk.newsroom import make_release
from marsad.cli.main import main
from marsad.desk.dispatches import mailbox
from marsad.desk.dispatches.bounce import bounce
from marsad.desk.dispatches.models import Bounce, Dispatch, Outcome, Return
from marsad.desk.dispatches.reports import Unsubscription, read_report
from marsad.desk.dispatches.send import WORKER
from marsad.desk.partners.change_contact import reopen_contact
from marsad.desk.safeguards.groups import Group
from marsad.errors import Refused
from marsad.marking import Audience, Marking

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
NUMBER = "0123456789abcdef0123456789abcdef"

# As Postfix writes it: the returned letter's headers, a status that is close.
POSTFIX = """\
Return-Path: <>
Date: Tue, 13 Feb 2018 09:00:00 +0000 (UTC)
From: MAILER-DAEMON@mx.marsad.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: returned+{number}@marsad.example
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="4Zg/mx"

This is a MIME-encapsulated message.

--4Zg/mx
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--4Zg/mx
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.marsad.example
X-Postfix-Queue-ID: 4ZgQ12
Arrival-Date: Tue, 13 Feb 2018 09:00:00 +0000 (UTC)

Final-Recipient: rfc822; press@kw.example
Original-Recipient: rfc822;press@kw.example
Action: {action}
Status: {status}
Remote-MTA: dns; mail.kw.example
Diagnostic-Code: smtp; {said}

--4Zg/mx
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

Message-ID: <{number}@marsad.example>
Subject: [TLP:GREEN] Release 2018-001

--4Zg/mx--
"""

# As Exim writes it: status 5.0.0 whatever it was, the letter returned whole.
EXIM = """\
Return-path: <>
From: Mail Delivery System <Mailer-Daemon@relay.marsad.example>
To: returned@marsad.example
Subject: Mail delivery failed: returning message to sender
Auto-Submitted: auto-replied
X-Failed-Recipients: press@kw.example
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=1518512400-exim

--1518512400-exim
Content-type: text/plain; charset=us-ascii

This message was created automatically by mail delivery software.

  press@kw.example
    host mail.kw.example [203.0.113.7]
    SMTP error from remote mail server after RCPT TO:<press@kw.example>:
    {said}

--1518512400-exim
Content-type: message/delivery-status

Reporting-MTA: dns; relay.marsad.example

Action: failed
Final-Recipient: rfc822;press@kw.example
Status: 5.0.0
Remote-MTA: dns; mail.kw.example
Diagnostic-Code: smtp; {said}

--1518512400-exim
Content-type: message/rfc822

Message-ID: <{number}@marsad.example>
From: Marsad <packs@marsad.example>
To: press@kw.example
Subject: [TLP:GREEN] Release 2018-001
MIME-Version: 1.0
Content-Type: text/plain; charset="utf-8"

TLP:GREEN
--1518512400-exim--
"""

# As Exchange writes it: HTML, long diagnoses, upper case in the number.
EXCHANGE = """\
From: <postmaster@mofa.example>
To: <RETURNED+{upper}@MARSAD.EXAMPLE>
Date: Tue, 13 Feb 2018 12:00:00 +0300
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="c1a2_mofa"
X-MS-Exchange-Message-Is-Ndr:
Content-Language: ar-SA
Subject: =?utf-8?b?2LrZitixINmC2KfYqNmEINmE2YTYqtiz2YTZitmF?=
MIME-Version: 1.0

--c1a2_mofa
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: base64

PGh0bWw+PC9odG1sPg==

--c1a2_mofa
Content-Type: message/delivery-status

Reporting-MTA: dns;EX01.mofa.example
Received-From-MTA: dns;mx.marsad.example

Final-Recipient: rfc822;press@kw.example
Action: failed
Status: {status}
Diagnostic-Code: smtp;{said}
X-Display-Name: press@kw.example

--c1a2_mofa
Content-Type: message/rfc822

Message-ID: <{number}@marsad.example>
Subject: [TLP:GREEN] Release 2018-001

--c1a2_mofa--
"""

OUT_OF_OFFICE = """\
From: press@kw.example
To: returned+{number}@marsad.example
Subject: Out of office
Auto-Submitted: auto-replied

I am away until Sunday.
"""


def dsn(form, number=NUMBER, **said):
    known = {"action": "failed", "status": "5.1.1", "said": "550 5.1.1 No such user"}
    filled = form.format(number=number, upper=number.upper(), **{**known, **said})
    return filled.encode()


@pytest.mark.parametrize(
    ("raw", "kind", "status"),
    [
        pytest.param(dsn(POSTFIX), "hard", "5.1.1", id="postfix: no such user"),
        pytest.param(
            dsn(POSTFIX, status="5.2.2", said="552 5.2.2 Mailbox full"),
            "soft", "5.2.2", id="postfix: a full mailbox",
        ),
        pytest.param(
            dsn(POSTFIX, status="4.4.1", said="connect to mail.kw.example: timed out"),
            "soft", "4.4.1", id="postfix: gave up",
        ),
        pytest.param(
            dsn(POSTFIX, action="delayed", status="4.4.1", said="timed out"),
            "late", "4.4.1", id="postfix: goes on trying",
        ),
        pytest.param(
            dsn(POSTFIX, status="5.7.1", said="554 5.7.1 Blocked by policy"),
            "soft", "5.7.1", id="postfix: a policy",
        ),
        pytest.param(
            dsn(EXIM, said="550 5.1.1 User unknown"), "hard", "5.1.1",
            id="exim: the far server's own status",
        ),
        pytest.param(
            dsn(EXIM, said="550 Unrouteable address"), "hard", "5.1.0",
            id="exim: no status at all",
        ),
        pytest.param(
            dsn(EXIM, said="552 Quota exceeded"), "soft", "5.0.0", id="exim: a quota",
        ),
        pytest.param(
            dsn(EXCHANGE, status="5.1.10",
                said="550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found"),
            "hard", "5.1.10", id="exchange: not found",
        ),
        pytest.param(
            dsn(EXCHANGE, status="5.2.2", said="554 5.2.2 mailbox full;STOREDRV"),
            "soft", "5.2.2", id="exchange: full",
        ),
    ],
)  # fmt: skip
def test_reports_of_three_servers_are_read(raw, kind, status):
    found = read_report(raw)
    assert (found.number, found.bounce, found.status) == (NUMBER, kind, status)


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(OUT_OF_OFFICE.format(number=NUMBER).encode(), id="out of office"),
        pytest.param(b"", id="nothing"),
        pytest.param(b"\x00\xff\xfe broken", id="no letter at all"),
        pytest.param(dsn(POSTFIX, action="delivered"), id="it did arrive"),
        pytest.param(
            dsn(POSTFIX).replace(NUMBER.encode(), b"somebody"), id="none of our letters"
        ),
        pytest.param(dsn(POSTFIX)[:700], id="cut off"),
        pytest.param(
            b"Content-Type: multipart/report; boundary=a\n\n--a\nContent-Type: message/delivery-status\n\n",
            id="an empty report",
        ),
    ],
)
def test_other_letters_are_no_reports(raw):
    assert read_report(raw) is None


def test_a_request_to_unsubscribe_is_read():
    raw = b"To: returned@marsad.example\nSubject: Unsubscribe " + b"t" * 43 + b"\n\n"
    assert read_report(raw) == Unsubscription("t" * 43)


@pytest.fixture
def letter(kuwait, contact_of, post, send):
    """A letter that was sent."""
    contact_of(kuwait)
    make_release(audience=Audience.COMMUNITY, marking=Marking.GREEN)
    send()
    return Dispatch.objects.select_related("contact").get()


def record(raw):
    return bounce(read_report(raw), raw, by=WORKER, because="read by a test")


def test_a_hard_bounce_stops_the_contact_with_its_reason(letter):
    record(dsn(POSTFIX, letter.message_id))
    letter.refresh_from_db()
    letter.contact.refresh_from_db()
    assert letter.outcome == Outcome.BOUNCED
    assert not letter.contact.is_written_to
    assert "No such user" in letter.contact.stopped_because


def test_a_late_letter_is_noted_and_still_counts_as_sent(letter):
    record(dsn(POSTFIX, letter.message_id, action="delayed", status="4.4.1"))
    letter.refresh_from_db()
    assert letter.outcome == Outcome.SENT
    assert Return.objects.get().bounce == Bounce.LATE


def test_three_soft_bounces_stop_a_contact_and_two_do_not(letter, send):
    for turn in range(3):
        letter.contact.refresh_from_db()
        assert letter.contact.is_written_to, turn
        newest = Dispatch.objects.latest("pk")
        record(dsn(POSTFIX, newest.message_id, status="5.2.2", said="552 5.2.2 full"))
        if turn < 2:
            make_release(audience=Audience.COMMUNITY, marking=Marking.GREEN)
            send()
    letter.contact.refresh_from_db()
    assert "3 letters came back" in letter.contact.stopped_because


def test_two_reports_of_one_letter_count_as_one(letter):
    for said in ("full", "still full", "very full"):
        raw = dsn(POSTFIX, letter.message_id, status="5.2.2", said=f"552 5.2.2 {said}")
        record(raw)
    letter.contact.refresh_from_db()
    assert letter.contact.is_written_to


def test_a_person_puts_it_right_and_the_count_begins_anew(letter, make_person, send):
    raw = dsn(POSTFIX, letter.message_id)
    record(raw)
    letter.contact.refresh_from_db()
    reopen_contact(
        letter.contact, by=make_person("karim2", Group.OFFICER), because="they called"
    )
    # The same report, read again from the same mailbox, stops nothing a second time.
    record(raw)
    letter.contact.refresh_from_db()
    assert letter.contact.is_written_to
    assert Return.objects.count() == 1


def test_a_forged_number_stops_nobody(letter):
    with pytest.raises(Refused, match="no letter of ours"):
        record(dsn(POSTFIX, "f" * 32))
    letter.contact.refresh_from_db()
    assert letter.contact.is_written_to


class TestMailboxes:
    """One letter, an mbox, a Maildir; one broken letter stops no other."""

    @pytest.fixture
    def raw(self, letter):
        """A report of the letter."""
        return dsn(EXIM, letter.message_id, said="550 5.1.1 User unknown")

    def test_a_maildir(self, raw, tmp_path):
        for folder in ("new", "cur", "tmp"):
            (tmp_path / folder).mkdir()
        (tmp_path / "new" / "1").write_bytes(raw)
        (tmp_path / "cur" / "2:2,S").write_bytes(dsn(POSTFIX, "e" * 32))
        (tmp_path / "cur" / "3:2,").write_bytes(OUT_OF_OFFICE.encode())
        count = mailbox.take(mailbox.letters_in(tmp_path), because="a test")
        assert (count.reports, count.others, len(count.faults)) == (1, 1, 1)

    def test_an_mbox(self, raw, tmp_path):
        box = tmp_path / "bounces"
        lines = b"From MAILER-DAEMON Tue Feb 13 09:00:00 2018\n" + raw + b"\n"
        box.write_bytes(lines + lines.replace(b"User unknown", b"No such user"))
        count = mailbox.take(mailbox.letters_in(box), because="a test")
        assert count.reports == 2

    def test_one_letter(self, raw, tmp_path):
        path = tmp_path / "returned.eml"
        path.write_bytes(raw)
        assert mailbox.take(mailbox.letters_in(path), because="a test").reports == 1

    def test_a_letter_unsubscribes(self, letter, tmp_path):
        token = letter.contact.token
        path = tmp_path / "a.eml"
        path.write_bytes(f"To: a@b.example\nSubject: unsubscribe {token}\n\n".encode())
        mailbox.take(mailbox.letters_in(path), because="a test")
        letter.contact.refresh_from_db()
        assert letter.contact.unsubscribed_at is not None

    def test_a_letter_with_a_guess_unsubscribes_nobody(self, letter, tmp_path):
        path = tmp_path / "a.eml"
        path.write_bytes(b"Subject: unsubscribe aaaaaaaaaaaaaaaaaaaaaaaa\n\n")
        count = mailbox.take(mailbox.letters_in(path), because="a test")
        assert len(count.faults) == 1

    def test_the_command_line_says_what_was_there(
        self, raw, tmp_path, capsys, monkeypatch
    ):
        monkeypatch.setattr("marsad.cli.desk_setup.open_desk", lambda **_: None)
        (tmp_path / "1").write_bytes(raw)
        assert main(["bounces", str(tmp_path)]) == 0
        told = capsys.readouterr().out
        assert told == "1 came back, 0 unsubscribed, 0 other letters, 0 faults\n"
        assert main(["bounces", str(tmp_path / "nowhere")]) == 1
        assert "is not there" in capsys.readouterr().err
