"""What comes back: answers, looks, withdrawals; and the brake that they pull."""

from datetime import timedelta

import pytest
from django.utils import timezone

from desk import content_makers as content
from marsad.desk.cases.models import Capture
from marsad.desk.referrals.brakes import precision
from marsad.desk.referrals.check import check
from marsad.desk.referrals.models import (
    Check,
    Platform,
    Referral,
    ReferredPost,
    Reply,
    Sending,
)
from marsad.desk.referrals.note_reply import Answered, note_reply
from marsad.desk.referrals.outcomes import outcomes_of
from marsad.desk.referrals.resume import resume
from marsad.desk.referrals.timeline import dots, events, time_to_answer
from marsad.desk.referrals.withdraw import withdraw
from marsad.desk.safeguards.acts import Worker
from marsad.desk.safeguards.models import AuditRecord
from marsad.errors import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(telegram):
    """A notice that was sent so many hours ago."""

    def make(hours=10, **said):
        at = timezone.now() - timedelta(hours=hours)
        return content.make_referral(
            platform=telegram, fate="sent", sent_at=at, at=at, **said
        )

    return make


def answered(made, what, by, hours_ago=1, **said):
    at = timezone.now() - timedelta(hours=hours_ago)
    return note_reply(
        made, Answered(what, at, **said), by=by, because="their letter says so"
    )


def test_an_answer_is_kept_in_the_words_of_the_dsa(sent, tala):
    made = sent()
    row = answered(made, "removed", tala, ground="terms", words="Rule 3.")

    assert (row.what, row.ground, row.words) == ("removed", "terms", "Rule 3.")
    assert row.noted_by == tala
    assert time_to_answer(made) == "9\xa0hours"


def test_what_was_received_settles_nothing(sent, tala):
    made = sent()
    answered(made, "received", tala)

    assert time_to_answer(made) == ""
    assert precision(made.platform).settled == 0


@pytest.mark.parametrize(
    ("said", "told"),
    [
        pytest.param({"what": "deleted"}, "needs an answer", id="another word"),
        pytest.param({"ground": "order"}, "needs an answer", id="another ground"),
        pytest.param({"days": 1}, "in the future", id="tomorrow"),
        pytest.param({"days": -2}, "before it was sent", id="before"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(sent, tala, said, told):
    made = sent()
    at = timezone.now() + timedelta(days=said.get("days", 0))
    one = Answered(said.get("what", "removed"), at, said.get("ground", ""))

    with pytest.raises(Refused, match=told):
        note_reply(made, one, by=tala, because="their letter says so")


def test_nobody_answers_what_was_not_sent(telegram, tala):
    made = content.make_referral(platform=telegram)
    with pytest.raises(Refused, match="was not sent"):
        answered(made, "removed", tala)


def test_a_person_and_a_configured_checker_say_what_they_saw(sent, tala):
    row = sent().posts.get()
    check(row, "public", by=tala, because="looked as anybody would")
    check(row, "gone", by=Worker("checker watcher"), because="reported")

    assert [(one.seen, one.by) for one in Check.objects.all()] == [
        ("public", "Tala (tala)"),
        ("gone", "checker watcher"),
    ]
    with pytest.raises(Refused, match="needs what was seen"):
        check(row, "burnt", by=tala, because="looked")


def test_the_platform_is_told_by_a_letter_that_answers_the_first(
    referred, carry, post, tala
):
    made = referred()
    carry()
    withdraw(made, by=tala, because="it was journalism after all")
    carry()
    carry()

    first, second = post.letters
    assert second["In-Reply-To"] == first["Message-ID"]
    assert second["References"] == first["Message-ID"]
    assert second["Message-ID"] != first["Message-ID"]
    assert made.number in second["Subject"]
    assert "take that notice back" in second.get_content()
    made.refresh_from_db()
    assert made.fate == "withdrawn"
    assert made.withdrawn_because == "it was journalism after all"
    assert made.sent_at is not None


def test_what_still_waits_is_not_sent_at_all(referred, carry, post, tala):
    made = referred()
    withdraw(made, by=tala, because="a mistake of ours")
    carry()

    assert post.letters == []
    assert [one.fate for one in Sending.objects.all()] == ["withdrawn"]
    assert made.sendings.count() == 1


def test_what_may_have_arrived_is_taken_back_too(referred, carry, post, tala):
    made = referred()
    Sending.objects.update(fate="unsure")
    Referral.objects.update(fate="unsure", sent_at=timezone.now())
    withdraw(made, by=tala, because="a mistake of ours")
    carry()

    assert len(post.letters) == 1


def test_a_withdrawal_goes_out_though_the_platform_is_stopped(
    referred, carry, post, tala, telegram
):
    made = referred()
    carry()
    Platform.objects.update(paused_at=timezone.now())
    withdraw(made, by=tala, because="a mistake of ours")
    carry()

    assert len(post.letters) == 2


def test_a_notice_is_withdrawn_once(sent, tala):
    made = sent()
    withdraw(made, by=tala, because="a mistake of ours")
    with pytest.raises(Refused, match="withdrawn already"):
        withdraw(made, by=tala, because="once more")


def test_a_reopened_case_may_be_referred_anew(referred, tala):
    case = content.make_agreed_case()
    made = referred(case)
    withdraw(made, by=tala, because="an appeal was upheld")
    case.round, case.stage = 2, "agreed"
    case.save()
    for name in ("uma", "vera"):
        content.make_reading(case, content.make_person(name, "reviewer"), round=2)

    assert referred(case).round == 2


def test_over_half_refused_stops_a_platform(sent, tala, telegram):
    notices = [sent() for _turn in range(5)]
    for made, what in zip(
        notices, ("removed", "removed", "refused", "refused"), strict=False
    ):
        answered(made, what, tala)
    telegram.refresh_from_db()
    assert telegram.paused_at is None

    answered(notices[4], "refused", tala)
    telegram.refresh_from_db()
    assert telegram.paused_at is not None
    assert "3 of our last 5" in telegram.paused_because


def test_fewer_than_five_stop_nothing(sent, tala, telegram):
    for _turn in range(4):
        answered(sent(), "refused", tala)

    telegram.refresh_from_db()
    assert telegram.paused_at is None


def test_withdrawn_and_restored_count_against_us(sent, tala, telegram):
    for _turn in range(3):
        withdraw(sent(), by=tala, because="a mistake of ours")
    restored = sent()
    answered(restored, "removed", tala, hours_ago=3)
    answered(restored, "restored", tala)
    answered(sent(), "removed", tala)

    telegram.refresh_from_db()
    assert precision(telegram).wrong == 4
    assert telegram.paused_at is not None


def test_only_the_last_twenty_count(sent, tala, telegram):
    for _turn in range(9):
        answered(sent(), "removed", tala)
    for _turn in range(4):
        answered(sent(), "refused", tala)
    assert precision(telegram).settled == 13
    for _turn in range(11):
        answered(sent(), "removed", tala)

    assert precision(telegram).settled == 20
    assert precision(telegram).wrong == 4


def test_a_director_lets_notices_go_again_and_the_count_begins_anew(
    sent, tala, dora, telegram
):
    for _turn in range(5):
        answered(sent(), "refused", tala)
    telegram.refresh_from_db()
    with pytest.raises(Refused, match="has no right"):
        resume(telegram, by=tala, because="it will be better")
    resume(telegram, by=dora, because="the signal that misled us was withdrawn")

    telegram.refresh_from_db()
    assert telegram.paused_at is None
    assert precision(telegram).settled == 0
    with pytest.raises(Refused, match="is not stopped"):
        resume(telegram, by=dora, because="once more")
    line = AuditRecord.objects.get(act="referrals.resume", outcome="done")
    assert "5 of our last 5" in line.details["paused_because"]


def test_a_platform_is_measured_by_what_it_did(sent, tala, telegram):
    answered(sent(hours=10), "removed", tala, hours_ago=8)
    answered(sent(hours=10), "disabled", tala, hours_ago=6)
    answered(sent(hours=10), "labelled", tala, hours_ago=1)
    answered(sent(hours=10), "refused", tala, hours_ago=1)
    sent()
    withdraw(sent(), by=tala, because="a mistake of ours")

    found = outcomes_of(telegram)
    assert found.sent == 6
    assert (found.removed.count, found.removed.percent) == (2, 33)
    assert (found.limited.count, found.refused.count) == (1, 1)
    assert (found.unanswered.count, found.withdrawn.count) == (1, 1)
    assert found.median_time is not None
    assert round(found.median_time.total_seconds() / 60) == 390


def test_nothing_sent_is_no_share(telegram):
    found = outcomes_of(telegram)

    assert (found.sent, found.removed.percent, found.median_time) == (0, None, None)


def test_the_life_of_a_notice_stands_in_order(referred, carry, post, tala):
    made = referred()
    carry()
    made.refresh_from_db()
    answered(made, "refused", tala, hours_ago=0)
    check(made.posts.get(), "public", by=tala, because="looked")

    made = Referral.objects.get(pk=made.pk)
    found = events(made)
    assert [one.at for one in found] == sorted(one.at for one in found)
    assert [one.side for one in found][-2:] == ["theirs", "seen"]
    assert {one.by for one in found} >= {"Rana", "Sami", "Tala"}
    assert [0 <= dot.x <= 720 for dot in dots(found)] == [True] * len(found)
    assert dots([]) == []
    assert Reply.objects.count() == 1


def test_captures_that_were_made_at_once_are_told_once(telegram):
    made = content.make_referral(platform=telegram)
    first = Capture.objects.filter(case=made.case).first()
    other = content.make_post(stream=first.post.stream)
    content.make_capture(made.case, other, at=first.at, by=first.by)
    ReferredPost.objects.create(referral=made, post=other, place=2)

    captured = [one for one in events(made) if one.what.startswith("captured")]

    assert [one.what for one in captured] == ["captured (2)"]
