"""The officer's pages: what waits, why not, and what a forged form does."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from desk.newsroom import (
    SENTENCES,
    make_brief,
    make_entry,
    make_partner,
    make_release,
    make_somebody,
    make_submission,
    statement,
    write,
)
from marsad.desk.briefs.models import Brief
from marsad.desk.register.models import Entry, State
from marsad.desk.releases.models import Fate, Release, Submission
from marsad.desk.releases.release import release
from marsad.desk.safeguards.models import AuditRecord
from marsad.marking import Audience, Marking

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def sent(submission, **more):
    """What the form of releasing says when nothing is forged."""
    return {
        "releaseform-seen": submission.sha256,
        "releaseform-because": "read and agreed",
        "releaseform-opens_at": "",
        "releaseform-time_zone": "Asia/Kuwait",
        **{f"releaseform-{name}": value for name, value in more.items()},
    }


def post(client, submission, **more):
    address = f"/releases/waiting/{submission.pk}/release/"
    return client.post(address, sent(submission, **more))


def words_of(answer):
    """The words of a page as they are read, without tags."""
    text = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return re.sub(r"\s+", " ", text)


class TestTheOfficersPage:
    """All that an officer must know stands on one page."""

    @pytest.fixture
    def page(self, waiting, rima, sign_in, client):
        sign_in(rima)
        return client.get(f"/releases/waiting/{waiting.pk}/")

    def test_shows_every_version_with_its_sources(self, page):
        said = page.content.decode()

        assert SENTENCES["ar"] in said
        assert SENTENCES["en"] in said
        assert f"<mark>{SENTENCES['en']}</mark>" in said
        assert "https://harbour.example.org/1" in said

    def test_says_who_wrote_what_for_whom_and_its_hash(self, page, waiting):
        said = words_of(page)

        assert waiting.sha256 in said
        assert "The public" in said
        assert "English : Karim" in said
        assert "TLP:CLEAR" in said

    def test_has_the_form_of_releasing(self, page):
        assert 'name="releaseform-seen"' in page.content.decode()

    def test_says_why_not_instead_of_a_dead_button(self, brief, sami, sign_in, client):
        mine = make_submission(brief, by=sami)
        sign_in(sami)

        page = client.get(f"/releases/waiting/{mine.pk}/")

        assert "submitted it: nobody releases alone" in words_of(page)
        assert 'name="releaseform-seen"' not in page.content.decode()

    def test_says_which_entry_fell(self, waiting, rima, sign_in, client):
        Entry.objects.update(state=State.RETRACTED)
        sign_in(rima)

        page = client.get(f"/releases/waiting/{waiting.pk}/")

        assert "was retracted or merged since" in words_of(page)
        assert 'name="releaseform-seen"' not in page.content.decode()

    def test_shows_word_by_word_what_changed_since_the_last_release(
        self, karim, rima, sign_in, client
    ):
        entry = make_entry()
        body = {"en": [statement("The Coalition has 74 members.", entry, name="a")]}
        brief = make_brief(body, languages=("en",))
        make_release(brief)
        body = [statement("The Coalition now has 74 members.", entry, name="a")]
        write(brief, body, by=karim)
        again = make_submission(Brief.objects.get(pk=brief.pk))
        sign_in(rima)

        page = client.get(f"/releases/waiting/{again.pk}/").content.decode()

        assert re.search(r"The Coalition\s*<ins>\s*now\s*</ins>\s*has 74", page)

    def test_is_not_there_for_who_is_not_cleared(self, karim, sign_in, client):
        secret = make_submission(
            make_brief(audience=Audience.CLIENTS, marking=Marking.AMBER),
            partners=[make_partner("kw")],
        )
        low = make_somebody("low", "releasing", clearance=Marking.GREEN)
        sign_in(low)

        assert client.get(f"/releases/waiting/{secret.pk}/").status_code == 404
        assert post(client, secret).status_code == 404


class TestTheFormOfReleasing:
    """What the page sends releases; nothing else does."""

    def test_releases(self, waiting, rima, sign_in, client):
        sign_in(rima)

        answer = post(client, waiting)

        made = Release.objects.get()
        assert answer["Location"] == f"/releases/{made.number}/"
        assert (made.because, made.released_by) == ("read and agreed", rima)

    def test_under_an_embargo_in_the_officers_zone(
        self, waiting, rima, sign_in, client
    ):
        sign_in(rima)
        wall = (timezone.localtime() + timedelta(days=3)).strftime("%Y-%m-%dT%H:%M")

        answer = post(client, waiting, opens_at=wall)

        made = Release.objects.get()
        assert made.time_zone == "Asia/Kuwait"
        assert made.opens_at.strftime("%H:%M") != wall[-5:]
        page = words_of(client.get(answer["Location"]))
        assert "Under embargo" in page
        assert "Asia/Kuwait" in page
        assert "UTC" in page

    @pytest.mark.parametrize(
        ("forged", "told"),
        [
            pytest.param({"seen": "0" * 64}, "not what you looked at", id="a hash"),
            pytest.param({"opens_at": "2020-01-01T10:00"}, "is past", id="the past"),
            pytest.param({"opens_at": "tomorrow"}, "no day and hour", id="no moment"),
            pytest.param(
                {"opens_at": "2099-01-01T10:00+03:00"},
                "zone of its own",
                id="two zones",
            ),
        ],
    )
    def test_refuses_what_was_forged(
        self, waiting, rima, sign_in, client, forged, told
    ):
        sign_in(rima)

        answer = post(client, waiting, **forged)

        assert answer.status_code == 409
        assert told in words_of(answer)
        assert not Release.objects.exists()

    def test_refuses_a_zone_that_is_none(self, waiting, rima, sign_in, client):
        sign_in(rima)

        answer = post(client, waiting, time_zone="../../etc/passwd")

        assert answer.status_code == 200
        assert not Release.objects.exists()

    def test_refuses_another_submission_with_the_hash_of_this_one(
        self, waiting, rima, sign_in, client
    ):
        other = make_submission(make_brief(title="إحاطة ثانية"))
        sign_in(rima)

        address = f"/releases/waiting/{other.pk}/release/"
        answer = client.post(address, sent(waiting))

        assert answer.status_code == 409
        assert not Release.objects.exists()

    def test_is_not_repeated(self, waiting, rima, sign_in, client):
        sign_in(rima)
        post(client, waiting)

        answer = post(client, waiting)

        assert answer.status_code == 409
        assert "already released by" in words_of(answer)
        assert Release.objects.count() == 1

    def test_of_who_submitted_it_releases_nothing(self, brief, sami, sign_in, client):
        mine = make_submission(brief, by=sami)
        sign_in(sami)

        answer = post(client, mine)

        assert answer.status_code == 409
        assert not Release.objects.exists()
        assert AuditRecord.objects.filter(
            act="releases.release", outcome="refused"
        ).exists()

    def test_after_an_edit_releases_nothing(
        self, waiting, brief, rima, karim, sign_in, client
    ):
        sign_in(rima)
        write(brief, brief.body.get_prep_value(), by=karim, title="عنوان آخر")

        answer = post(client, waiting)

        assert answer.status_code == 409
        assert "was edited since" in words_of(answer)
        assert not Release.objects.exists()

    @pytest.mark.parametrize("group", ["analyst", "officer", "director", "auditor"])
    def test_of_somebody_else_is_refused(self, waiting, sign_in, client, group):
        sign_in(make_somebody("other", group))

        assert post(client, waiting).status_code == 403
        assert not Release.objects.exists()

    def test_of_a_stranger_is_sent_to_sign_in(self, waiting, client):
        assert "/sign-in/" in post(client, waiting)["Location"]
        assert not Release.objects.exists()

    def test_from_another_site_is_refused(self, waiting, rima, sign_in, client):
        sign_in(rima)
        client.handler.enforce_csrf_checks = True

        assert post(client, waiting).status_code == 403
        assert not Release.objects.exists()

    def test_asked_for_as_a_page_releases_nothing(self, waiting, rima, sign_in, client):
        sign_in(rima)

        answer = client.get(f"/releases/waiting/{waiting.pk}/release/")

        assert answer.status_code == 405


class TestOtherWaysOut:
    """Neither Wagtail's nor Django's own doors let anything out."""

    @pytest.mark.parametrize(
        "button",
        [
            "action-publish",
            "action-submit",
            "action-workflow-action",
            "action-unpublish",
        ],
    )
    def test_a_button_of_the_editor(self, brief, sami, sign_in, client, button):
        sign_in(sami)

        answer = client.post(f"/editing/pages/{brief.pk}/edit/", {button: "1"})

        assert answer.status_code == 404
        assert not Brief.objects.filter(live=True).exists()

    @pytest.mark.parametrize(
        "address",
        [
            "/editing/pages/{}/publish/",
            "/editing/pages/{}/unpublish/",
            "/editing/pages/{}/workflow/confirm/publish/",
            "/editing/bulk/page/publish/?id={}",
            "/editing/api/main/pages/{}/action/publish/",
            "/admin/",
            "/django-admin/",
            "/api/v2/pages/{}/",
        ],
    )
    @pytest.mark.parametrize("method", ["get", "post"])
    def test_an_address(self, brief, sami, sign_in, client, address, method):
        sign_in(sami)

        answer = getattr(client, method)(address.format(brief.pk))

        assert answer.status_code == 404
        assert not Brief.objects.filter(live=True).exists()
        assert not Release.objects.exists()

    def test_a_brief_that_somebody_set_live_is_still_not_released(self, brief):
        Brief.objects.update(live=True)

        assert not Release.objects.exists()


class TestSubmitting:
    """The page from which a brief is put before an officer."""

    def test_says_which_doubts_are_open(self, karim, sign_in, client):
        body = {"en": [statement("The Coalition has 75 members.", make_entry())]}
        brief = make_brief(body, languages=("en",))
        sign_in(karim)

        page = client.get(f"/releases/submit/{brief.translation_key}/")

        assert "Nothing is submitted while these are open" in words_of(page)

    def test_submits(self, brief, karim, sign_in, client):
        sign_in(karim)

        answer = client.post(
            f"/releases/submit/{brief.translation_key}/",
            {"submitform-chosen": ["ar"], "submitform-because": "ready"},
        )

        made = Submission.objects.get()
        assert answer["Location"] == f"/releases/waiting/{made.pk}/"
        assert list(made.revisions) == ["ar"]

    def test_names_partners_only_where_it_is_for_them(
        self, brief, karim, sign_in, client
    ):
        make_partner("kw", name_en="Kuwait")
        make_partner("fr", Marking.GREEN, name_en="France")
        secret = make_brief(audience=Audience.CLIENTS, marking=Marking.AMBER)
        sign_in(karim)

        public = client.get(f"/releases/submit/{brief.translation_key}/")
        named = client.get(f"/releases/submit/{secret.translation_key}/")

        assert "Kuwait" not in words_of(public)
        assert "Kuwait" in words_of(named)
        assert "France" not in words_of(named)

    def test_says_that_it_waits_already(self, waiting, karim, sign_in, client):
        sign_in(karim)

        page = client.get(f"/releases/submit/{waiting.translation_key}/")

        assert "waits for a releasing officer already" in words_of(page)


class TestReturningAndWithdrawing:
    """What did not go out is told to its writers."""

    def test_returns_with_a_reason(self, waiting, rima, karim, sign_in, client):
        sign_in(rima)

        client.post(
            f"/releases/waiting/{waiting.pk}/return/",
            {"returnform-because": "the second sentence says too much"},
        )

        waiting.refresh_from_db()
        assert waiting.fate == Fate.RETURNED
        assert "the second sentence says too much" in words_of(client.get("/releases/"))

    def test_withdraws_ones_own(self, waiting, karim, sign_in, client):
        sign_in(karim)

        client.post(
            f"/releases/waiting/{waiting.pk}/withdraw/",
            {"withdrawform-because": "a better figure came in"},
        )

        waiting.refresh_from_db()
        assert waiting.fate == Fate.WITHDRAWN

    def test_needs_a_reason(self, waiting, rima, sign_in, client):
        sign_in(rima)

        client.post(f"/releases/waiting/{waiting.pk}/return/", {})

        waiting.refresh_from_db()
        assert waiting.fate == Fate.WAITING


class TestTheList:
    """What waits, and what went out."""

    def test_shows_what_waits_and_what_went_out(self, waiting, rima, sign_in, client):
        made = make_release(make_brief(title="صدرت"))
        sign_in(rima)

        said = words_of(client.get("/releases/"))

        assert waiting.title in said
        assert made.number in said
        assert "submitted by Karim" in said

    def test_says_which_release_may_be_wrong_by_now(self, rima, sign_in, client):
        make_release()
        Entry.objects.update(state=State.RETRACTED)
        sign_in(rima)

        assert "1 entry may be wrong by now" in words_of(client.get("/releases/"))

    def test_hides_what_one_is_not_cleared_for(self, sign_in, client):
        make_release(
            audience=Audience.CLIENTS, marking=Marking.AMBER,
            partners=[make_partner("kw")], title="إحاطة محدودة",
        )  # fmt: skip
        sign_in(make_somebody("low", "officer", clearance=Marking.GREEN))

        assert "إحاطة محدودة" not in words_of(client.get("/releases/"))


class TestAReleasesPage:
    """Its proof, its text, its files and what became of it."""

    @pytest.fixture
    def made(self, waiting, rima):
        return release(waiting, by=rima, because="read and agreed")

    def test_shows_its_proof(self, made, rima, sign_in, client):
        sign_in(rima)

        said = client.get(f"/releases/{made.number}/").content.decode()

        assert made.sha256 in said
        assert f"minisign -Vm marsad-{made.number}.json -P {made.public_key}" in said

    def test_hands_out_the_bytes_that_were_signed(self, made, rima, sign_in, client):
        sign_in(rima)

        edition = client.get(f"/releases/{made.number}/edition/")
        signature = client.get(f"/releases/{made.number}/signature/")
        key = client.get("/releases/key/")

        assert edition.content == made.edition.encode()
        assert signature.content == made.signature.encode()
        assert made.public_key in key.content.decode()
        assert AuditRecord.objects.filter(act="exports.hand_out").count() == 1

    def test_suggests_what_readers_are_told_of_a_recall(
        self, made, rima, sign_in, client
    ):
        sign_in(rima)

        page = client.get(f"/releases/{made.number}/?cause=figure").content.decode()

        assert "سُحب هذا الموجز لأن رقماً فيه كان خاطئاً" in page
        assert "a figure in it was wrong" in page

    def test_recalls_with_notices(self, made, rima, sign_in, client):
        sign_in(rima)

        client.post(
            f"/releases/{made.number}/recall/",
            {
                "recallform-notice_ar": "رقم خاطئ",
                "recallform-notice_en": "A figure was wrong.",
                "recallform-because": "Reuters corrected itself",
            },
        )

        said = words_of(client.get(f"/releases/{made.number}/"))
        assert "Recalled" in said
        assert "A figure was wrong." in said
        assert "Reuters corrected itself" in said

    def test_is_not_recalled_by_a_writer(self, made, karim, sign_in, client):
        sign_in(karim)

        answer = client.post(f"/releases/{made.number}/recall/", {})

        assert answer.status_code == 403

    def test_is_not_there_for_a_partner(self, made, sign_in, client):
        sign_in(make_somebody("yusuf", "partner"))

        assert client.get(f"/releases/{made.number}/").status_code == 403
        assert client.get(f"/releases/{made.number}/pack/").status_code == 403
