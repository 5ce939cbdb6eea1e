"""A referral: what it needs, and every way round that must fail."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from desk import content_makers as content
from desk.referrals.conftest import EXPLANATION
from marsad.desk.banks.models import BankedSignal
from marsad.desk.cases.models import Capture, Case, Reading, Stage, Verdict
from marsad.desk.complaints.models import Complaint
from marsad.desk.posts import keys
from marsad.desk.referrals.models import Referral, ReferredPost, Sending
from marsad.desk.referrals.refer import refer
from marsad.desk.safeguards.acts import Worker
from marsad.desk.safeguards.issue import issue
from marsad.desk.safeguards.models import AuditRecord
from marsad.desk.web.rights import doors
from marsad.errors import Refused

pytestmark = pytest.mark.django_db
YESTERDAY = content.in_days(-1)


def test_what_two_readers_agree_on_is_written_and_waits(agreed, wanted, tala):
    made = refer(agreed, wanted(agreed), by=tala, because="two readers agree")

    agreed.refresh_from_db()
    assert agreed.stage == Stage.REFERRED
    assert (made.fate, made.round, made.by) == ("waiting", 1, tala)
    [sending] = Sending.objects.all()
    assert (sending.what, sending.route, sending.fate) == (
        "notice",
        "letter",
        "waiting",
    )
    assert made.number in made.notice
    assert EXPLANATION in made.notice


def test_the_notice_that_is_kept_holds_places_and_no_address(referred):
    made = referred()
    [row] = made.posts.all()
    address = keys.unseal(bytes(row.sealed), row.key)["address"]

    assert "{address 1}" in made.notice
    assert address.startswith("https://t.me/")
    assert address not in made.notice


def test_the_trail_says_that_addresses_were_opened_and_not_which(referred):
    made = referred()
    [row] = made.posts.all()
    address = keys.unseal(bytes(row.sealed), row.key)["address"]
    line = AuditRecord.objects.filter(act="referrals.refer").get()

    assert line.details["addresses_opened"] == 1
    everything = " ".join(
        map(str, AuditRecord.objects.values_list("details", "because"))
    )
    assert address not in everything
    assert address.rpartition("/")[2] not in everything.split()


def refused(case, wanted, by, match):
    with pytest.raises(Refused, match=match) as caught:
        refer(case, wanted, by=by, because="two readers agree")
    assert not Referral.objects.exists()
    assert not Sending.objects.exists()
    assert "t.me" not in str(caught.value)


@pytest.mark.parametrize(
    "verdicts",
    [
        pytest.param([], id="nobody"),
        pytest.param(["refer"], id="one reader alone"),
        pytest.param(["refer", "journalism"], id="two who differ"),
        pytest.param(["journalism", "research"], id="two who close it"),
    ],
)
def test_without_two_agreeing_people_nothing_is_written(wanted, tala, verdicts):
    case = content.make_case(stage=Stage.AGREED)
    for reader, verdict in zip(content.readers(), verdicts, strict=False):
        content.make_reading(case, reader, Verdict(verdict))

    refused(case, wanted(case), tala, "two people must agree")


def test_one_person_is_not_two(wanted, tala, rana):
    case = content.make_case(stage=Stage.AGREED)
    content.make_reading(case, rana)
    with pytest.raises(IntegrityError), transaction.atomic():
        content.make_reading(case, rana)
    # Nor by an earlier round.
    content.make_reading(case, rana, round=2)

    refused(case, wanted(case), tala, "two people must agree")


def test_readings_of_an_earlier_round_count_no_more(agreed, wanted, tala):
    agreed.round = 2
    agreed.save()

    refused(agreed, wanted(agreed), tala, "two people must agree")


def test_a_reading_that_was_a_sample_does_not_agree(agreed, wanted, tala):
    case = content.make_case(stage=Stage.AGREED)
    for reader in content.readers()[:2]:
        content.make_reading(case, reader, is_sample=True)

    refused(case, wanted(case), tala, "two people must agree")


def test_without_a_capture_made_before_reading_nothing_is_written(wanted, tala):
    case = content.make_agreed_case(captured=False)
    refused(case, wanted(case), tala, "not captured before")
    # One made afterwards mends nothing.
    content.make_capture(case, case.matches.get().post)
    refused(case, wanted(case), tala, "not captured before")


def test_a_capture_that_one_reader_had_not_is_none(wanted, tala):
    case = content.make_case(stage=Stage.AGREED)
    content.make_reading(case, content.readers()[0])
    second = content.make_reading(case, content.readers()[1])
    second.captures.clear()

    refused(case, wanted(case), tala, "not captured before")


@pytest.mark.parametrize("found", ["journalism", "not_seen"])
def test_a_post_that_one_reader_left_out_is_not_referred(wanted, tala, found):
    case = content.make_case()
    one, two, _ = content.readers()
    post = str(case.matches.get().post_id)
    content.make_reading(case, one)
    content.make_reading(case, two, left_out={post: found})
    Case.objects.filter(pk=case.pk).update(stage=Stage.AGREED)
    case.refresh_from_db()

    refused(case, wanted(case), tala, "something else")


def test_a_capture_dated_after_a_reading_is_none(wanted, tala):
    case = content.make_case(captured=False, stage=Stage.AGREED)
    post = case.matches.get().post
    content.make_capture(case, post, at=timezone.now() + timedelta(minutes=1))
    for reader in content.readers()[:2]:
        content.make_reading(case, reader)

    assert Capture.objects.count() == 1
    refused(case, wanted(case), tala, "not captured before")


@pytest.mark.parametrize(
    "said",
    [
        pytest.param({"purpose_seen": " "}, id="no purpose"),
        pytest.param({"exceptions": {}}, id="no exception looked at"),
        pytest.param(
            {"exceptions": {**content.EXCEPTIONS, "art": ""}}, id="one not answered"
        ),
        pytest.param(
            {"exceptions": {**content.EXCEPTIONS, "journalism": "yes"}},
            id="one that applies",
        ),
    ],
)
def test_without_the_exception_check_nothing_is_written(wanted, tala, said):
    case = content.make_case(stage=Stage.AGREED)
    content.make_reading(case, content.readers()[0])
    content.make_reading(case, content.readers()[1], **said)

    refused(case, wanted(case), tala, "lacks the exception check")


@pytest.mark.parametrize("what", ["stream", "bank", "signal"])
def test_on_an_expired_legal_basis_nothing_is_written(wanted, tala, what):
    until = dict.fromkeys(("stream", "bank", "signal"), content.in_days(9))
    until[what] = YESTERDAY
    stream = content.make_stream(until=until["stream"])
    bank = content.make_bank(until=until["bank"])
    case = content.make_agreed_case(
        post=content.make_post(stream=stream),
        signal=content.make_signal(bank, until=until["signal"]),
    )

    refused(case, wanted(case), tala, "legal basis")


def test_weak_evidence_alone_never_suffices(wanted, tala):
    case = content.make_agreed_case(has_strong_match=False)
    case.matches.update(band=1)
    refused(case, wanted(case), tala, "weak evidence")
    # Nor where the case says that it has more than it has.
    Case.objects.update(has_strong_match=True)
    refused(case, wanted(case), tala, "weak evidence")


@pytest.mark.parametrize("standing", ["disputed", "withdrawn"])
def test_a_doubted_signal_supports_nothing(agreed, wanted, tala, standing):
    BankedSignal.objects.update(standing=standing)

    refused(agreed, wanted(agreed), tala, "disputed or withdrawn")


def test_a_case_is_referred_once_to_a_platform(agreed, wanted, referred, tala, rana):
    referred(agreed)
    for person in (tala, rana):
        with pytest.raises(Refused, match="written to about it already"):
            refer(agreed, wanted(agreed), by=person, because="once more")
    assert Referral.objects.count() == 1


def test_the_database_itself_keeps_a_notice_single(agreed, telegram):
    content.make_referral(agreed, telegram)
    with pytest.raises(IntegrityError), transaction.atomic():
        content.make_referral(agreed, telegram)


def test_no_worker_refers(agreed, wanted):
    refused(agreed, wanted(agreed), Worker("carrier of notices"), "no machine may")


@pytest.mark.parametrize("group", ["analyst", "director", "auditor", "officer"])
def test_who_reads_no_cases_refers_none(agreed, wanted, group):
    person = content.make_person(f"one-{group}", group)

    refused(agreed, wanted(agreed), person, "has no right")


def test_a_person_below_its_marking_refers_nothing(wanted):
    stream = content.make_stream(marking=4)
    case = content.make_agreed_case(post=content.make_post(stream=stream))

    refused(case, wanted(case), content.readers()[2], "above your clearance")


def test_no_program_refers(agreed, telegram):
    assert [
        one.route
        for one in doors()
        if one.right == "referrals.refer" and not one.view.endswith("refer_views.refer")
    ] == []
    assert not [
        one for one in doors() if one.name.startswith("api:") and "refer" in one.route
    ]
    both = content.make_person("both", "reviewer", "analyst")
    token, _row = issue(
        both, name="a program", scopes=["register:read"], by=both, because="a test"
    )
    address = reverse("refer", kwargs={"pk": agreed.pk})
    answer = Client().post(address, headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 302
    assert "/sign-in/" in answer["Location"]
    assert not Referral.objects.exists()


def test_a_post_of_another_host_is_refused(wanted, tala):
    post = content.make_post(address="https://forum.example/t/soup-of-the-day-12")
    case = content.make_agreed_case(post=post)

    refused(case, wanted(case), tala, "not on a host of Telegram")


@pytest.mark.parametrize(
    "address",
    [
        "https://t.me/cooking",
        "https://t.me/",
        "https://t.me/s/cooking",
        "https://t.me/+abc",
    ],
)
def test_a_channel_or_a_whole_host_is_refused(wanted, tala, address):
    case = content.make_agreed_case(post=content.make_post(address=address))

    refused(case, wanted(case), tala, "page of many things")


@pytest.fixture
def library(db):
    """An archive: hosts about which a person is asked twice."""
    return content.make_platform(
        "library", name_en="Library", hosts=["archive.org"], language="fr"
    )


def test_an_archive_is_asked_about_twice(library, wanted, tala):
    post = content.make_post(
        stream=content.make_stream(platform="library"),
        address="https://archive.org/details/soup-of-our-quarter",
    )
    case = content.make_agreed_case(post=post)
    refused(case, wanted(case, library), tala, "an archive, a university")

    sure = wanted(case, library, sure_because="no library put it there")
    made = refer(case, sure, by=tala, because="two readers agree")
    assert made.sure_because == "no library put it there"
    assert made.language == "fr"


def test_a_stopped_platform_gets_nothing(agreed, wanted, telegram, tala):
    telegram.paused_at = timezone.now()
    telegram.save()

    refused(agreed, wanted(agreed), tala, "too often wrong")


def test_a_platform_without_an_address_gets_nothing(agreed, wanted, telegram, tala):
    telegram.address = ""
    telegram.save()

    refused(agreed, wanted(agreed), tala, "no address for notices")


@pytest.mark.parametrize("about", ["case", "post"])
def test_what_is_under_appeal_waits(agreed, wanted, tala, about):
    post = agreed.matches.get().post
    Complaint.objects.create(
        reference="AAAA-BBBB",
        address_mark=post.address_mark,
        words="هذه وصفة جدتي",
        language="ar",
        due_at=timezone.now(),
        **({"case": agreed} if about == "case" else {"post": post}),
    )

    refused(agreed, wanted(agreed), tala, "appeal")


def test_a_purged_post_is_left_out(agreed, wanted, tala):
    post = agreed.matches.get().post
    post.purged_at, post.sealed = timezone.now(), None
    post.save()

    refused(agreed, wanted(agreed), tala, "weak evidence|purged")


def test_a_post_of_another_case_is_not_named(agreed, wanted, tala):
    other = content.make_agreed_case().matches.get().post

    refused(agreed, wanted(agreed, posts=[other]), tala, "no strong match")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        pytest.param({"description": "bad"}, "explanation", id="no explanation"),
        pytest.param({"description": "soup " * 900}, "too long", id="too long"),
        pytest.param(
            {"description": f"{EXPLANATION} {{address 2}}"}, "place", id="a place"
        ),
        pytest.param({"category": "order"}, "category", id="no category"),
        pytest.param({"posts": []}, "names no post", id="no post"),
    ],
)
def test_a_notice_without_its_parts_is_not_written(agreed, wanted, tala, said, told):
    refused(agreed, wanted(agreed, **said), tala, told)


def test_a_site_without_a_name_writes_to_nobody(agreed, wanted, tala, settings):
    settings.MAIL_FROM = ""

    refused(agreed, wanted(agreed), tala, "names who sends it")


def test_an_address_that_was_referred_before_is_told(referred, wanted, tala):
    first = referred()
    address = "https://t.me/cooking/77"
    old = first.posts.get()
    old.address_mark = keys.address_mark(address)
    old.save()
    again = content.make_agreed_case(post=content.make_post(address=address))

    refer(again, wanted(again), by=tala, because="two readers agree")
    line = AuditRecord.objects.filter(act="referrals.refer").latest("number")
    assert line.details["referred_before"] == [first.number]


def test_what_the_database_keeps_of_a_notice_is_not_changed(referred):
    made = referred()
    for change in (
        {"notice": "another"},
        {"number": "N-1"},
        {"by": content.readers()[0]},
    ):
        with pytest.raises(Exception, match="append-only"), transaction.atomic():
            Referral.objects.filter(pk=made.pk).update(**change)
    assert ReferredPost.objects.count() == 1
    assert Reading.objects.count() == 2
