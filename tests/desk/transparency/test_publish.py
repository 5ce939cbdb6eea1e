"""One person counts a period, another lets it out, and nothing is public before."""

import io
from datetime import timedelta

import pypdf
import pytest
from django.db import DatabaseError
from django.utils import timezone

from desk import content_makers as content
from desk.transparency.examples import make_report
from marsad.desk.cases.models import Case
from marsad.desk.posts.models import Post
from marsad.desk.referrals.models import Reply
from marsad.desk.safeguards.models import AuditRecord
from marsad.desk.transparency.figures import hash_of
from marsad.desk.transparency.make import make
from marsad.desk.transparency.models import Report
from marsad.desk.transparency.printing import print_pdf
from marsad.desk.transparency.publish import publish
from marsad.desk.transparency.withdraw import withdraw
from marsad.errors import Refused

pytestmark = pytest.mark.django_db

WHY = "the quarter is over"


@pytest.fixture
def director():
    return content.a_director()


@pytest.fixture
def officer():
    """Somebody who may publish and makes no report."""
    return content.make_person("rima", "releasing")


def yesterday():
    return timezone.localdate() - timedelta(days=1)


class TestMake:
    """What is counted and frozen."""

    def test_figures_are_counted_from_the_records(self, director):
        content.make_referral(fate="sent", sent_at=timezone.now())
        early = timezone.now() - timedelta(days=2)
        Case.objects.update(started_at=early)
        Post.objects.update(received_at=early)
        report = make(
            yesterday() - timedelta(days=9), yesterday(), by=director, because=WHY
        )
        tables = {one["key"]: one["rows"] for one in report.said["tables"]}

        assert tables["posts"][-1]["cells"] == ["hidden"]
        assert tables["cases_by_category"][-1]["cells"][0] == 1
        assert hash_of(report.figures) == report.sha256

    @pytest.mark.parametrize("told", ["disabled", "refused"])
    def test_what_a_platform_said_is_counted(self, director, told, monkeypatch):
        notice = content.make_referral(fate="sent", sent_at=timezone.now())
        Reply.objects.create(
            referral=notice, what=told, at=timezone.now(), noted_by=director
        )
        today = timezone.localdate()
        # A week later the week is over.
        later = timezone.now() + timedelta(days=7)
        monkeypatch.setattr(timezone, "now", lambda: later)
        report = make(today, today, by=director, because=WHY)
        tables = {one["key"]: one["rows"] for one in report.said["tables"]}
        came = {row["of"][0]: row["cells"][0] for row in tables["outcomes"]}

        assert (came[told]["count"], came[told]["of"]) == (1, 1)

    def test_a_period_that_ends_in_the_future_is_not_counted(self, director):
        tomorrow = timezone.localdate() + timedelta(days=1)
        with pytest.raises(Refused, match="in the future"):
            make(yesterday(), tomorrow, by=director, because=WHY)

    def test_what_was_counted_on_its_last_day_is_read_at_the_desk_alone(
        self, director, officer
    ):
        report = make(yesterday(), timezone.localdate(), by=director, because=WHY)

        with pytest.raises(Refused, match="before its period was over"):
            publish(report, by=officer, because=WHY)

    def test_a_report_that_was_just_made_is_printed(self, director):
        report = make(yesterday(), yesterday(), by=director, because=WHY)

        assert print_pdf(report, "ar").startswith(b"%PDF")

    def test_a_period_ends_after_it_begins(self, director):
        with pytest.raises(Refused, match="before it begins"):
            make(yesterday(), yesterday() - timedelta(days=1), by=director, because=WHY)

    def test_only_a_director_makes_one(self, officer):
        with pytest.raises(Refused, match="no right"):
            make(yesterday(), yesterday(), by=officer, because=WHY)


class TestPublish:
    """Who lets it out."""

    def test_another_person_publishes_it(self, director, officer):
        report = publish(make_report(director), by=officer, because=WHY)

        assert report.is_public
        line = AuditRecord.objects.get(act="transparency.publish")
        assert line.details["sha256"] == report.sha256

    def test_nobody_publishes_what_they_made(self, director):
        with pytest.raises(Refused, match="you made it yourself"):
            publish(make_report(director), by=director, because=WHY)

    def test_figures_that_somebody_touched_are_not_published(self, director, officer):
        report = make_report(director, sha256="0" * 64)

        with pytest.raises(Refused, match="not those that were counted"):
            publish(report, by=officer, because=WHY)

    def test_the_database_refuses_to_change_figures(self, director):
        report = make_report(director)
        report.figures = "{}"

        with pytest.raises(DatabaseError, match="append-only"):
            report.save()

    def test_of_one_period_one_report_stands(self, director, officer):
        make_report(director, officer)

        with pytest.raises(Refused, match="another report"):
            publish(make_report(director), by=officer, because=WHY)

    def test_a_withdrawn_report_is_not_published_again(self, director, officer):
        report = withdraw(make_report(director, officer), by=director, because=WHY)

        with pytest.raises(Refused, match="was withdrawn"):
            publish(report, by=officer, because=WHY)
        with pytest.raises(Refused, match="withdrawn already"):
            withdraw(report, by=director, because=WHY)


PLACES = ("", "report.pdf", "figures.csv", "figures.json", "charts/outcomes.svg")


class TestWebsite:
    """What everybody reads."""

    @pytest.mark.parametrize("place", PLACES)
    def test_nothing_is_public_before_it_was_published(self, client, director, place):
        report = make_report(director)

        asked = client.get(f"/en/transparency/{report.period}/{place}")
        assert asked.status_code == 404
        listed = client.get("/en/transparency/").content.decode()
        assert report.period not in listed
        assert report.period not in client.get("/sitemap.xml").content.decode()

    @pytest.mark.parametrize("language", ["ar", "en", "fr"])
    @pytest.mark.parametrize("place", PLACES)
    def test_what_was_published_is_there_in_every_form(
        self, client, director, officer, language, place
    ):
        report = make_report(director, officer)

        asked = client.get(f"/{language}/transparency/{report.period}/{place}")
        assert asked.status_code == 200
        assert not asked.cookies

    def test_a_page_that_somebody_keeps_changes_with_the_reports(
        self, client, director, officer
    ):
        before = client.get("/en/transparency/")
        report = make_report(director)
        kept = {"If-None-Match": before["ETag"]}
        assert client.get("/en/transparency/", headers=kept).status_code == 304
        publish(report, by=officer, because=WHY)
        after = client.get("/en/transparency/", headers=kept)

        assert after.status_code == 200
        assert report.period in after.content.decode()

    def test_a_withdrawn_report_says_so_and_hands_nothing_out(
        self, client, director, officer
    ):
        report = make_report(director, officer)
        page = f"/en/transparency/{report.period}/"
        client.get(page)
        withdraw(report, by=director, because="a platform was counted twice")

        asked = client.get(page)
        assert asked.status_code == 410
        assert "1,343" not in asked.content.decode()
        for place in PLACES[1:]:
            assert client.get(f"{page}{place}").status_code == 404
        assert report.period not in client.get("/en/transparency/").content.decode()

    def test_after_a_withdrawal_a_new_report_stands_at_the_same_place(
        self, client, director, officer
    ):
        first = make_report(director, officer)
        withdraw(first, by=director, because="a platform was counted twice")
        publish(make_report(director), by=officer, because=WHY)

        assert client.get(f"/en/transparency/{first.period}/").status_code == 200

    @pytest.mark.parametrize(
        "period", ["soup", "2026-07-01", "2026-07-01--soup", "20260701--20260930"]
    )
    def test_what_is_no_period_is_not_there(self, client, director, officer, period):
        make_report(director, officer)

        assert client.get(f"/en/transparency/{period}/").status_code == 404

    def test_the_frozen_figures_are_those_of_the_hash(self, client, director, officer):
        report = make_report(director, officer)
        raw = client.get(f"/en/transparency/{report.period}/figures.json").content

        assert hash_of(raw.decode()) == report.sha256

    def test_hidden_cells_are_hidden_in_every_form(self, client, director, officer):
        report = make_report(director, officer)
        page = f"/en/transparency/{report.period}/"
        told = client.get(f"{page}figures.csv").content.decode("utf-8-sig")

        assert "posts,telegram / fr,posts,hidden\r\n" in told
        assert "posts,telegram / en,posts,hidden\r\n" in told
        assert "not told" in client.get(page).content.decode()


class TestPrinted:
    """The report on paper."""

    @pytest.mark.parametrize(
        ("language", "words"),
        [("en", "How often we were wrong"), ("fr", "Telegram"), ("ar", "telegram")],
    )
    def test_it_is_tagged_and_in_its_language(
        self, client, director, officer, language, words
    ):
        report = make_report(director, officer)
        raw = client.get(f"/{language}/transparency/{report.period}/report.pdf").content
        pdf = pypdf.PdfReader(io.BytesIO(raw))
        root = pdf.trailer["/Root"]

        assert root["/MarkInfo"]["/Marked"]
        assert str(root["/Lang"]).startswith(language)
        assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
        text = " ".join(page.extract_text() for page in pdf.pages)
        assert words.lower() in text.lower()

    def test_the_same_figures_give_the_same_bytes(
        self, client, director, officer, settings, tmp_path
    ):
        report = make_report(director, officer)
        address = f"/ar/transparency/{report.period}/report.pdf"
        one = client.get(address).content
        settings.CHARTS = tmp_path / "elsewhere"

        assert client.get(address).content == one


class TestDesk:
    """The pages of the desk."""

    def test_a_report_is_made_by_one_and_published_by_another(
        self, client, sign_in, make_person
    ):
        sign_in(make_person("one", "director"))
        day = yesterday().isoformat()
        said = {"begins": day, "ends": day, "because": WHY}
        assert client.post("/transparency/make/", said).status_code == 302
        report = Report.objects.get()
        page = f"/transparency/{report.pk}/"
        assert client.get(page).status_code == 200
        own = client.post(f"{page}publish/", {"publish-because": WHY})
        assert own.status_code == 409

        sign_in(make_person("two", "releasing"))
        assert (
            client.post(f"{page}publish/", {"publish-because": WHY}).status_code == 302
        )
        report.refresh_from_db()
        assert report.is_public

    def test_its_files_are_written_down(self, client, sign_in, make_person, director):
        report = make_report(director)
        sign_in(make_person("one", "auditor"))
        for file in ("figures.csv", "report.pdf"):
            taken = client.get(f"/transparency/{report.pk}/{file}")
            assert taken.status_code == 200
            b"".join(taken)
        assert (
            client.get(f"/transparency/{report.pk}/charts/errors.svg").status_code
            == 200
        )
        assert (
            client.get(f"/transparency/{report.pk}/charts/soup.svg").status_code == 404
        )

        assert AuditRecord.objects.filter(act="exports.hand_out").count() == 2
