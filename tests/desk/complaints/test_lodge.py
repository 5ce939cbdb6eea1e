"""Anybody appeals without an account, and learns nothing before a person has answered."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from desk import content_makers as made
from marsad.desk.complaints.lodge import DEADLINE, Appeal, lodge
from marsad.desk.complaints.models import Complaint
from marsad.desk.posts import keys
from marsad.desk.posts.models import Purge
from marsad.desk.posts.purge import take_away
from marsad.desk.posts.rotate import rotate
from marsad.desk.referrals.models import Fate
from marsad.desk.safeguards.models import AuditRecord
from marsad.desk.website.receive import WORKER
from marsad.errors import Refused, Unreadable

pytestmark = pytest.mark.django_db

WORDS = "نشرتُ الوصفة في مقال عن المطبخ الشعبي، ولم أدعُ أحدا إلى شيء."
ADDRESS = "https://t.me/soup_weekly/41"


def referred(address=ADDRESS, **said):
    """A notice about a post of an address."""
    case = made.make_agreed_case(post=made.make_post(address=address))
    return made.make_referral(case, **said)


def appeal(address=ADDRESS, **said):
    """What somebody wrote into the form."""
    said = {"address": address, "words": WORDS, "language": "ar", **said}
    return lodge(Appeal(**said), by=WORKER, because="somebody sent the form")


class TestLodge:
    """What is kept of an appeal."""

    def test_it_finds_the_notice_by_the_address_of_the_post(self):
        notice = referred()
        one = appeal()

        assert (one.referral, one.case) == (notice, notice.case)
        assert one.post == notice.posts.get().post

    @pytest.mark.parametrize(
        ("kept", "written"),
        [
            pytest.param(ADDRESS, "t.me/soup_weekly/41", id="without https"),
            pytest.param(
                ADDRESS, "http://telegram.me/s/soup_weekly/41?single", id="another door"
            ),
            pytest.param(ADDRESS, "  hxxps://t[.]me/soup_weekly/41 ", id="defanged"),
            pytest.param(
                "https://x.com/i/status/20",
                "https://mobile.twitter.com/cook_one/status/20?s=20",
                id="with the account before it",
            ),
        ],
    )
    def test_an_address_is_known_however_it_is_written(self, kept, written):
        notice = referred(kept)

        assert appeal(written).referral == notice

    def test_an_address_of_before_the_key_was_changed_is_known(self, settings):
        notice = referred()
        path = settings.ACCOUNT_KEYS
        keys.write(path, (*keys.all_keys(), keys.new_key()))

        assert appeal().referral == notice

    def test_a_post_that_was_purged_meanwhile_is_known_by_its_notice(self):
        notice = referred()
        post = notice.posts.get().post
        notice.case.closed_at = timezone.now()
        notice.case.save()
        take_away([post.pk], Purge.Why.RETENTION)
        post.refresh_from_db()

        assert (post.address_mark, appeal().referral) == ("", notice)

    def test_after_a_change_of_keys_a_purged_post_is_known_still(self):
        notice = referred()
        take_away([notice.posts.get().post.pk], Purge.Why.RETENTION)
        rotate(by=made.a_director(), because="the keys are a year old")

        assert appeal().referral == notice

    def test_what_nobody_wrote_about_is_taken_in_alike(self):
        referred()
        one = appeal("https://t.me/soup_weekly/42")

        assert (one.referral, one.case, one.post) == (None, None, None)

    def test_a_notice_that_stands_comes_before_one_that_was_withdrawn(self):
        standing = referred()
        post = standing.posts.get().post
        later = made.make_referral(
            made.make_agreed_case(post=post, signal=made.make_signal(value="مرق")),
            fate=Fate.WITHDRAWN,
        )

        assert appeal().referral == standing
        assert set(Complaint.objects.get().cases()) == {standing.case, later.case}

    def test_two_weeks_are_given_for_the_answer(self):
        one = appeal()

        assert timedelta(days=14) == DEADLINE
        assert abs(one.due_at - timezone.now() - DEADLINE) < timedelta(minutes=1)

    def test_of_the_address_a_keyed_hash_alone_is_kept(self):
        referred()
        appeal(words=f"{WORDS} http://www.t.me/soup_weekly/41/ و t.me/soup_weekly/41")
        row = Complaint.objects.values().get()

        assert not [one for one in row.values() if "soup_weekly" in str(one)]
        assert row["words"].count("[…]") == 2
        assert WORDS in row["words"]

    def test_the_trail_has_neither_words_nor_address(self):
        appeal(letter_to="writer@example.org")
        line = AuditRecord.objects.get(act="complaints.lodge")

        written = f"{line.because}{line.details}{line.by}"
        assert "writer@example.org" not in written
        assert "soup" not in written
        assert (line.by, line.details) == ("website", {"language": "ar"})

    @pytest.mark.parametrize(
        "words",
        [
            pytest.param("  ", id="nothing"),
            pytest.param("a" * 4001, id="too long"),
        ],
    )
    def test_words_are_said_and_not_too_many(self, words):
        with pytest.raises(Refused):
            appeal(words=words)

    def test_what_is_no_address_is_refused(self):
        with pytest.raises(Unreadable):
            appeal("soup")

    def test_no_person_lodges_in_the_name_of_the_site(self):
        said = Appeal(address=ADDRESS, words=WORDS, language="ar")

        with pytest.raises(Refused, match="no right"):
            lodge(said, by=made.a_director(), because="for a friend")


def form(client, language="ar", **changed):
    """The form as somebody fills it in."""
    body = client.get(f"/{language}/appeals/content/").content.decode()
    token = re.search(r'name="token" value="([^"]+)"', body)[1]
    return {"token": token, "post": ADDRESS, "words": WORDS, **changed}


def send(client, later, *, seconds=30, headers=None, **changed):
    """Fill the form in, wait, and send it."""
    filled = form(client, **changed)
    later(seconds)
    return client.post("/ar/appeals/content/", filled, headers=headers or {})


class TestPage:
    """The page of the website."""

    @pytest.mark.parametrize("language", ["ar", "en", "fr"])
    def test_it_is_open_to_everybody_and_says_the_deadline(self, client, language):
        shown = client.get(f"/{language}/appeals/content/")

        assert shown.status_code == 200
        assert not shown.cookies
        assert "14" in shown.content.decode()
        assert (
            f"/{language}/appeals/content/"
            in client.get(f"/{language}/appeals/").content.decode()
        )

    def test_an_appeal_is_taken_in_under_a_number(self, client, later):
        referred()
        sent = send(client, later)
        one = Complaint.objects.get()

        assert (sent.status_code, sent.cookies.output()) == (303, "")
        assert one.reference in sent["Location"]
        shown = client.get(sent["Location"])
        assert one.reference in shown.content.decode()
        assert WORDS not in shown.content.decode()
        assert shown["Cache-Control"] == "no-store"

    def test_nobody_learns_from_it_what_was_referred(self, client, later):
        referred()
        told = []
        for post in (ADDRESS, "https://t.me/soup_weekly/42"):
            later()
            filled = form(client, post=post)
            later()
            with CaptureQueriesContext(connection) as asked:
                sent = client.post("/ar/appeals/content/", filled)
            reference = sent["Location"].rpartition("=")[2]
            body = client.get(sent["Location"]).content.decode()
            body = body.replace(reference, "").replace(post, "")
            body = re.sub(r'name="token" value="[^"]+"', "", body)
            forms = [re.sub(r"'[^']*'|\d+", "", one["sql"]) for one in asked]
            told.append((sent.status_code, len(forms), body))

        assert told[0] == told[1]

    @pytest.mark.parametrize(
        ("seconds", "headers", "changed"),
        [
            pytest.param(
                30, {"Origin": "https://elsewhere.example"}, {}, id="another page"
            ),
            pytest.param(30, {}, {"token": "appeal:forged:x"}, id="a forged token"),
            pytest.param(1, {}, {}, id="quicker than anybody reads"),
            pytest.param(2 * 24 * 3600, {}, {}, id="a token of the day before"),
        ],
    )
    def test_what_nobody_sent_from_our_page_is_refused(
        self, client, later, seconds, headers, changed
    ):
        sent = send(client, later, seconds=seconds, headers=headers, **changed)

        assert sent.status_code == 400
        assert not Complaint.objects.exists()

    def test_a_machine_is_thanked_and_forgotten(self, client, later):
        sent = send(client, later, homepage="https://spam.example")

        assert sent.status_code == 303
        assert not Complaint.objects.exists()

    def test_a_sixth_within_the_hour_waits(self, client, later):
        statuses = [send(client, later).status_code for _ in range(6)]

        assert statuses == [303] * 5 + [429]

    @pytest.mark.parametrize(
        "changed",
        [{"post": "soup"}, {"post": ""}, {"words": ""}, {"address": "no one"}],
    )
    def test_what_lacks_is_asked_for_and_nothing_typed_is_lost(
        self, client, later, changed
    ):
        sent = send(client, later, **changed)

        assert sent.status_code == 422
        assert not Complaint.objects.exists()
        kept = {"post": ADDRESS, "words": WORDS, **changed}
        for one in ("post", "words"):
            assert kept[one] in sent.content.decode()

    def test_no_number_tells_nothing(self, client):
        asked = {"reference": "ABCD-EFGH-JKMN"}
        body = client.get("/en/appeals/content/", asked).content

        assert b"There is no appeal with this number" in body
