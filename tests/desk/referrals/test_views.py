"""The pages of referrals: what they show, what they hide, and what forms refuse."""

import json

import pytest
from django.urls import reverse
from django.utils import timezone

from desk import content_makers as content
from desk.referrals.conftest import EXPLANATION
from desk.seeding import PASSWORD
from marsad.desk.posts import keys
from marsad.desk.referrals.models import Check, Platform, Referral, Reply, Sealing
from marsad.desk.safeguards.models import AuditRecord

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(sign_in, tala):
    tala.set_password(PASSWORD)
    tala.save()
    return sign_in(tala)


@pytest.fixture
def desk_of(sign_in):
    def enter(person):
        person.set_password(PASSWORD)
        person.save()
        return sign_in(person)

    return enter


def said(prefix, **fields):
    return {f"{prefix}-{name}": value for name, value in fields.items()}


def referring(case, **more):
    fields = {
        "posts": [str(one.post_id) for one in case.matches.all()],
        "category": "incites",
        "description": EXPLANATION,
        "because": "two readers agree",
        **more,
    }
    return said("referform", **fields)


def test_the_form_shows_the_notice_in_both_languages_before_it_goes(
    page, agreed, telegram
):
    page.cookies["language"] = "ar"
    shown = page.get(reverse("refer", args=[agreed.pk])).content.decode()

    assert "This is a request." in shown
    assert "هذا طلب." in shown
    assert "{address 1}" in shown
    post = agreed.matches.get().post
    address = keys.unseal(bytes(post.sealed), post.key)["address"]
    assert address not in shown
    assert post.text not in shown


def test_a_notice_is_let_go_from_its_form(page, agreed, telegram, tala):
    answer = page.post(reverse("refer", args=[agreed.pk]), referring(agreed))

    made = Referral.objects.get()
    assert answer["Location"] == reverse("referral", args=[made.pk])
    assert (made.by, made.category, made.because) == (
        tala,
        "incites",
        "two readers agree",
    )


def test_a_preview_lets_nothing_go(page, agreed, telegram):
    sent = referring(agreed) | {"preview": "1"}
    answer = page.post(reverse("refer", args=[agreed.pk]), sent)

    assert answer.status_code == 200
    assert EXPLANATION in answer.content.decode()
    assert not Referral.objects.exists()


def test_a_refusal_stands_in_the_form(page, agreed, telegram):
    sent = referring(agreed, description="bad")
    answer = page.post(reverse("refer", args=[agreed.pk]), sent)

    assert answer.status_code == 409
    assert "needs an explanation" in answer.content.decode()


def test_a_case_that_may_not_be_referred_says_why(page, telegram):
    case = content.make_case()
    answer = page.get(reverse("refer", args=[case.pk]))

    assert "two people must agree" in answer.content.decode()
    assert page.post(reverse("refer", args=[case.pk]), {}).status_code == 409


def test_without_a_platform_the_page_says_so(page, agreed):
    assert (
        "No platform is open"
        in page.get(reverse("refer", args=[agreed.pk])).content.decode()
    )


def test_an_address_that_was_referred_before_is_warned_of(page, referred, telegram):
    first = referred()
    post = first.posts.get().post
    other = content.make_post(address="https://t.me/cooking/9")
    other.address_mark = post.address_mark
    other.save()
    case = content.make_agreed_case(post=other)
    shown = page.get(reverse("refer", args=[case.pk])).content.decode()

    assert first.number in shown
    assert "referred before" in shown


def test_a_post_that_may_not_be_named_says_why_and_is_no_choice(page, agreed, telegram):
    second = content.make_post()
    content.make_match(second, agreed.matches.get().signal, agreed)
    shown = page.get(reverse("refer", args=[agreed.pk])).content.decode()

    assert "was not captured before both readers read it" in shown
    assert shown.count('type="checkbox"') == 1


def test_the_list_is_filtered_and_handed_out_without_addresses(page, referred):
    made = referred()
    content.make_referral(fate="failed", sent_at=timezone.now())
    assert made.number in page.get("/referrals/?fate=waiting").content.decode()
    assert made.number not in page.get("/referrals/?fate=failed").content.decode()
    assert made.number in page.get(f"/referrals/?q={made.number[:6]}").content.decode()
    assert (
        "No notice is like that" in page.get("/referrals/?platform=x").content.decode()
    )

    file = b"".join(page.get("/referrals/?format=csv").streaming_content).decode()
    assert made.number in file
    assert "t.me" not in file
    assert AuditRecord.objects.filter(act="exports.hand_out").count() == 1


def test_one_notice_shows_its_life_and_takes_an_answer(page, referred, carry, post):
    made = referred()
    carry()
    now = timezone.localtime()
    sent = said(
        "replyform", what="removed", ground="terms", words="Rule 3.",
        at_0=now.strftime("%Y-%m-%d"), at_1=now.strftime("%H:%M:%S"),
        because="their letter says so",
    )  # fmt: skip
    answer = page.post(reverse("referral-reply", args=[made.pk]), sent)

    assert answer.status_code == 302, answer.content.decode()
    assert Reply.objects.get().what == "removed"
    shown = page.get(reverse("referral", args=[made.pk])).content.decode()
    assert "answered: removed" in shown
    assert "Rule 3." in shown
    assert "<svg" in shown


def test_a_failed_notice_offers_to_be_sent_again(page, referred, carry, post):
    made = referred()
    post.answers["notices@telegram.example"] = "550 no"
    carry()
    shown = page.get(reverse("referral", args=[made.pk])).content.decode()
    assert "Send the same notice again" in shown
    assert "550 no" in shown
    sent = said("sendagainform", because="their server was down")
    page.post(reverse("referral-send-again", args=[made.pk]), sent)
    assert made.sendings.count() == 2


def test_a_notice_is_taken_back_with_a_reason(page, referred):
    made = referred()
    address = reverse("referral-withdraw", args=[made.pk])
    assert page.post(address, said("withdrawform", because="")).status_code == 422
    page.post(address, said("withdrawform", because="a mistake of ours"))
    assert Referral.objects.get().fate == "withdrawn"


def test_a_file_leaves_as_a_file_and_is_written_down(page, referred):
    made = referred()
    sent = said("handoutform", because="for the file of the case")
    answer = page.post(reverse("referral-hand-out", args=[made.pk]), sent)

    assert answer["Content-Disposition"].endswith(f'{made.number}-notice.zip"')
    assert answer["Cache-Control"] == "no-store"
    assert AuditRecord.objects.filter(act="referrals.hand_out").count() == 1


def test_a_person_notes_what_they_saw(page, referred, carry, post):
    made = referred()
    carry()
    row = made.posts.get()
    page.post(
        reverse("referral-check", args=[row.pk]),
        said("checkform", seen="gone", because="looked without an account"),
    )
    assert Check.objects.get().seen == "gone"


def test_a_director_opens_and_changes_a_platform(desk_of, dora):
    page = desk_of(dora)
    fields = {
        "code": "forum", "name_ar": "المنتدى", "hosts": "https://www.Forum.example/x\nforum2.example",
        "route": "letter", "address": "desk@forum.example", "language": "ar",
        "because": "posts of our stream are there",
    }  # fmt: skip
    answer = page.post("/referrals/platforms/open/", said("openplatformform", **fields))
    made = Platform.objects.get()
    assert answer["Location"] == reverse("platform", args=[made.pk])
    assert made.hosts == ["forum.example", "forum2.example"]

    del fields["code"]
    fields |= {"route": "api", "address": "http://forum.example/api"}
    address = reverse("platform-change", args=[made.pk])
    answer = page.post(address, said("changeplatformform", **fields))
    assert answer.status_code == 409
    assert "no address of an interface" in answer.content.decode()
    fields["address"] = "https://forum.example/api"
    page.post(address, said("changeplatformform", **fields))
    made.refresh_from_db()
    assert (made.route, made.address) == ("api", "https://forum.example/api")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"code": "A code!"}, "is no code"),
        ({"code": "telegram"}, "another platform"),
        ({"hosts": "t.me"}, "is a host of Telegram"),
        ({"hosts": "not a host"}, "is no host"),
        ({"name_ar": ""}, "needs a name"),
        ({"address": "nowhere"}, "no e-mail address"),
    ],
)
def test_a_platform_that_is_said_wrongly_is_not_opened(
    desk_of, dora, telegram, change, told
):
    fields = {
        "code": "forum", "name_ar": "المنتدى", "hosts": "forum.example", "route": "letter",
        "address": "desk@forum.example", "language": "ar", "because": "a try", **change,
    }  # fmt: skip
    answer = desk_of(dora).post(
        "/referrals/platforms/open/", said("openplatformform", **fields)
    )
    assert answer.status_code == 409
    assert told in answer.content.decode()
    assert Platform.objects.count() == 1


def test_a_stopped_platform_is_let_go_again_by_a_director(desk_of, dora, telegram):
    Platform.objects.update(paused_at=timezone.now(), paused_because="3 of our last 5")
    page = desk_of(dora)
    address = reverse("platform", args=[telegram.pk])
    assert "3 of our last 5" in page.get(address).content.decode()
    page.post(
        reverse("platform-resume", args=[telegram.pk]),
        said("resumeform", because="we know why"),
    )
    telegram.refresh_from_db()
    assert telegram.paused_at is None


def test_platforms_are_handed_out_as_a_list(page, referred):
    referred()
    rows = json.loads(
        b"".join(page.get("/referrals/platforms/?format=json").streaming_content)
    )
    assert [one["code"] for one in rows] == ["telegram"]


def test_a_case_is_sealed_and_its_evidence_listed(page, agreed):
    sent = said("sealform", keep_until=content.in_days(90), because="for the court")
    answer = page.post(reverse("case-seal", args=[agreed.pk]), sent)
    made = Sealing.objects.get()

    assert answer["Location"] == reverse("sealing", args=[made.pk])
    shown = page.get(answer["Location"]).content.decode()
    assert made.sha256 in shown
    assert "for the court" in shown
    assert "t.me" not in shown
    assert made.sha256[:12] in page.get("/referrals/evidence/").content.decode()
    file = page.post(
        reverse("sealing-hand-out", args=[made.pk]),
        said("handoutform", because="for the court, letter 9"),
    )
    assert file.content[:2] == b"PK"


@pytest.fixture
def watcher(settings):
    settings.CHECKERS = "watcher:a-long-secret, other:another-secret"
    return {"Authorization": "Bearer a-long-secret"}


def reported(client, body, headers):
    return client.post(
        "/referrals/checked/", body, content_type="application/json", headers=headers
    )


def test_a_configured_checker_reports_what_it_saw(
    client, watcher, referred, carry, post
):
    made = referred()
    carry()
    body = {
        "checks": [
            {"notice": made.number, "place": 1, "seen": "gone"},
            {"notice": made.number, "place": 9, "seen": "gone"},
            {"notice": made.number, "place": 1, "seen": "burnt"},
        ]
    }
    answer = reported(client, body, watcher).json()

    assert answer["noted"] == 1
    assert [one["place"] for one in answer["refused"]] == [9, 1]
    assert Check.objects.get().by == "checker watcher"


@pytest.mark.parametrize(
    "headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "Bearer "}]
)
def test_to_who_has_no_key_there_is_nothing_here(client, watcher, headers):
    assert reported(client, {"checks": []}, headers).status_code == 404


@pytest.mark.parametrize(
    "body", ["[]", "{", '{"checks": [{"notice": "N"}]}', '{"checks": 3}']
)
def test_a_report_that_cannot_be_read_is_told_so(client, watcher, body):
    assert reported(client, body, watcher).status_code == 422
