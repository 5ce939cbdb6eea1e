"""Every page in three languages: it answers, quickly, to everybody alike."""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from desk.website import addresses, world
from marsad.desk.originals import store
from marsad.desk.releases import packs

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

LANGUAGES = ("ar", "en", "fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_answers_in_its_language_and_direction(made, client, language):
    side = "rtl" if language == "ar" else "ltr"
    for address in addresses.pages(language):
        answer = client.get(address)
        gone = made["taken"].number in address
        assert answer.status_code == (410 if gone else 200), address
        body = answer.content.decode()
        assert f'<html lang="{language}" dir="{side}">' in body
        assert answer["Content-Language"] == language


def test_no_page_knows_its_reader(made, client, sign_in, lina):
    before = {one: client.get(one).content for one in addresses.pages("ar")}
    sign_in(lina)
    for address, body in before.items():
        answer = client.get(address)
        if "/appeals/" not in address:
            assert answer.content == body, address
        assert not answer.cookies, address
        assert "Cookie" not in answer.get("Vary", ""), address


def test_pages_may_be_kept_for_a_minute_and_are_asked_again_by_their_mark(made, client):
    for address in addresses.everything():
        if "/appeals/" in address:
            assert client.get(address)["Cache-Control"] == "no-store"
            continue
        answer = client.get(address)
        if answer.status_code == 410:
            continue
        assert answer["Cache-Control"] == "public, no-cache", address
        again = client.get(address, headers={"If-None-Match": answer["ETag"]})
        assert again.status_code == 304, address
        assert not again.content


def test_nothing_is_allowed_but_our_own_styles_fonts_and_pictures(made, client):
    policy = client.get("/ar/")["Content-Security-Policy"]

    assert "script-src" not in policy
    assert "default-src 'none'" in policy
    for address in addresses.pages("en"):
        body = client.get(address).content.decode()
        assert not re.search(r"<script(?! type=\"application/ld\+json\")", body), (
            address
        )
        assert " style=" not in body, address
        assert not re.search(r"\son\w+=", body), address


class TestFront:
    """The bare address leads to the website, unless one is signed in."""

    @pytest.mark.parametrize(
        ("asked", "language"),
        [
            pytest.param("fr-CA,fr;q=0.9,en;q=0.5", "fr", id="the first of ours"),
            pytest.param("de,ar;q=0.4", "ar", id="a later one of ours"),
            pytest.param("de,ja", "en", id="the house's"),
            pytest.param("", "en", id="nothing asked"),
        ],
    )
    def test_an_anonymous_visitor_is_sent_to_the_best_language(
        self, client, settings, asked, language
    ):
        settings.LANGUAGE_CODE = "en"
        answer = client.get("/", headers={"Accept-Language": asked})

        assert (answer.status_code, answer["Location"]) == (302, f"/{language}/")
        assert "Accept-Language" in answer["Vary"]

    def test_whoever_is_signed_in_finds_the_desk(self, client, sign_in, lina):
        sign_in(lina)

        assert b"overnight" in client.get("/").content


class TestBrief:
    """A brief as a page."""

    def test_each_statement_opens_to_the_words_of_its_sources(self, made, client):
        body = client.get(f"/en/briefs/{made['first'].number}/").content.decode()

        assert "<mark>fell by 70.5% in a year</mark>" in body
        assert body.count('<details class="source"') >= 8
        assert (
            '<blockquote lang="fr" dir="ltr" cite="https://lac.example.org/3">' in body
        )

    def test_arabic_words_keep_their_direction_in_an_english_page(self, made, client):
        body = client.get(f"/en/briefs/{made['first'].number}/").content.decode()

        assert '<blockquote lang="ar" dir="rtl"><p>لن يُترك أي شريك وحده' in body

    def test_numbers_in_arabic_stand_alone(self, made, client):
        body = client.get(f"/ar/briefs/{made['first'].number}/").content.decode()

        assert '<bdi dir="ltr">-70.5%</bdi>' in body
        assert "<bdi>Northgate Wire</bdi>" in body

    def test_a_corrected_brief_leads_to_what_stands_now(self, made, client):
        body = client.get(f"/en/briefs/{made['wrong'].number}/").content.decode()

        assert f"/en/briefs/{made['right'].number}/" in body
        assert "The number was wrong" in body

    def test_a_correction_says_what_was_wrong(self, made, client):
        body = client.get(f"/fr/briefs/{made['right'].number}/").content.decode()

        assert "Le chiffre était faux" in body

    def test_a_language_it_lacks_says_where_it_is_written(self, made, client):
        body = client.get(f"/fr/briefs/{made['only_arabic'].number}/").content.decode()

        assert f'href="/ar/briefs/{made["only_arabic"].number}/"' in body
        assert 'hreflang="fr" href="https' not in body

    def test_hostile_words_stay_words(self, client):
        bad = "</script><script>alert(1)</script> & <b>"
        release = world.make(world.small(bad, bad, 1))

        body = client.get(f"/en/briefs/{release.number}/").content.decode()

        assert "<script>alert" not in body
        assert "<b>" not in body


class TestFiles:
    """The pack of a brief."""

    @pytest.fixture
    def built(self, client):
        """A brief whose pack is built."""
        store.keep(world.PICTURE)
        release = world.make(world.brief("en"))
        packs.build(release)
        return release

    def test_what_is_built_is_handed_out(self, built, client):
        body = client.get(f"/en/briefs/{built.number}/").content.decode()
        links = re.findall(rf'href="(/files/{built.number}/[^"]+)"', body)

        assert {one.rpartition(".")[2] for one in links} >= {
            "zip",
            "pdf",
            "docx",
            "csv",
            "json",
        }
        for one in links:
            answer = client.get(one)
            assert answer.status_code == 200, one
            assert answer["Content-Disposition"].startswith("attachment"), one

    def test_pictures_stand_in_the_page_and_pages_of_the_pack_do_not(
        self, built, client
    ):
        picture = client.get(f"/files/{built.number}/images/hall.png")
        page = client.get(f"/files/{built.number}/brief-en.html")

        assert picture["Content-Type"] == "image/png"
        assert picture["Content-Disposition"] == "inline"
        assert page["Content-Disposition"].startswith("attachment")

    def test_the_card_is_the_picture_of_the_brief(self, built, client):
        body = client.get(f"/en/briefs/{built.number}/").content.decode()
        card = re.search(r'og:image" content="https://news.example.org([^"]+)"', body)

        assert card
        assert client.get(card[1])["Content-Type"] == "image/png"

    def test_the_signature_holds_for_the_file_beside_it(self, built, client):
        from marsad.signing import verify  # noqa: PLC0415 (of this test alone)

        raw = client.get(f"/files/{built.number}/edition.json").content
        key = client.get("/.well-known/minisign.pub").content.decode()

        signature = client.get(f"/files/{built.number}/edition.json.minisig").content

        assert built.number in verify(raw, signature, key)

    def test_a_reader_never_waits_for_a_pack_to_be_built(
        self, client, settings, tmp_path
    ):
        # Another test may have built a pack of the very same edition.
        settings.PACKS = tmp_path
        release = world.make(world.brief("en"))

        answer = client.get(f"/files/{release.number}/pack.zip")

        assert answer.status_code == 503
        assert not packs.is_built(release)

    @pytest.mark.parametrize("path", ["../marsad.sqlite3", "%2e%2e/release.key", "x"])
    def test_nothing_but_files_of_the_pack_is_found(self, built, client, path):
        assert client.get(f"/files/{built.number}/{path}").status_code == 404


class TestFigures:
    """A series with its bound, its day, its sources and what disagrees."""

    def test_what_disagrees_stands_beside_it(self, made, client):
        body = client.get("/en/figures/").content.decode()

        assert "Others say otherwise" in body
        assert ">88<" in body

    def test_a_series_is_drawn_and_listed(self, made, client):
        address = re.search(
            r"/en/figures/\w+/", client.get("/en/figures/").content.decode()
        )
        body = client.get(address[0]).content.decode()

        assert '<svg class="drawing"' in body
        assert body.count("<tr>") >= 9

    def test_time_runs_from_right_to_left_in_arabic(self, made, client):
        def ends(language):
            listed = client.get(f"/{language}/figures/").content.decode()
            address = re.search(rf"/{language}/figures/\w+/", listed)[0]
            points = re.search(
                r'points="([^"]+)"', client.get(address).content.decode()
            )
            across = [float(one.split(",")[0]) for one in points[1].split()]
            return across[0], across[-1]

        first, last = ends("en")
        assert first < last
        first, last = ends("ar")
        assert first > last

    def test_words_that_a_spreadsheet_would_run_are_inert(self, made, client):
        address = re.search(
            r"/en/figures/\w+/", client.get("/en/figures/").content.decode()
        )
        lines = client.get(f"{address[0]}series.csv").content.decode().splitlines()

        assert lines[0].lstrip("\ufeff").split(",")[:4] == [
            "day",
            "until",
            "bound",
            "value",
        ]
        assert not any(
            cell[:1] in "=@" for line in lines for cell in line.split(",") if cell
        )


def test_commitments_say_who_how_much_and_by_when(made, client):
    body = client.get("/en/commitments/").content.decode()

    assert "The league" in body
    assert "$200" in body
    assert "overdue" in body


def test_meetings_to_come_stand_apart_from_those_held(made, client):
    body = client.get("/en/meetings/").content.decode()
    coming, held = body.split('id="h-held"')

    assert f"/en/claims/{made['promises'].number}/103/" in coming
    assert f"/en/claims/{made['first'].number}/13/" in held


def test_members_are_those_of_the_newest_roll_with_their_days(made, client):
    body = client.get("/fr/members/").content.decode()

    assert body.count("<meter") == 3
    assert body.index("Irak") < body.index("Tchad")
    assert "2014-09-10" in body


def test_a_claim_tells_every_release_that_carries_it(made, client):
    body = client.get(f"/en/claims/{made['right'].number}/1/").content.decode()

    for name in ("first", "wrong", "right", "only_arabic"):
        assert made[name].number in body
    assert "has 87 members" in body
    assert re.search(r"<code dir=\"ltr\">[0-9a-f]{64}</code>", body)


def test_corrections_and_recalls_are_listed_the_newest_first(made, client):
    body = client.get("/en/corrections/").content.decode()

    assert body.index(made["taken"].number) < body.index(made["right"].number)


def test_the_mission_is_empty_until_two_people_have_released_it(made, client):
    assert (
        "Until two people have released it"
        in client.get("/en/mission/").content.decode()
    )

    world.make(world.brief(kind="standing", slug="mission"))

    body = client.get("/en/mission/").content.decode()
    assert "Until two people" not in body
    assert "at least 12 towns reopened" in body.replace('<bdi dir="ltr">', "").replace(
        "</bdi>", ""
    )


def test_how_we_work_is_told_in_each_language(client, db):
    for language, word in (("ar", "تقترح"), ("en", "propose"), ("fr", "proposent")):
        assert word in client.get(f"/{language}/how-we-work/").content.decode()


def test_the_report_counts_deeds_and_names_nobody(made, client, lina):
    body = client.get("/en/transparency/").content.decode()

    assert "Recalls" in body
    assert lina.name not in body
    lines = client.get("/en/transparency/months.csv").content.decode().splitlines()
    assert lines[0].endswith("month,measure,count,name,meaning")


class TestMachines:
    """What is told to machines."""

    def test_descriptions_are_json_that_cannot_leave_its_place(self, made, client):
        body = client.get(f"/ar/briefs/{made['first'].number}/").content.decode()
        told = re.search(
            r'<script type="application/ld\+json">(.*?)</script>', body, re.S
        )
        said = json.loads(told[1])

        assert said["@type"] == "NewsArticle"
        assert said["inLanguage"] == "ar"
        assert len(said["isBasedOn"]) >= 3
        assert said["hasPart"][0]["@type"] == "Quotation"

    def test_nobody_is_told_that_a_claim_was_reviewed(self, made, client):
        for address in addresses.pages("en"):
            assert "ClaimReview" not in client.get(address).content.decode()

    def test_each_page_names_its_other_languages_and_itself(self, made, client):
        body = client.get("/fr/figures/").content.decode()

        assert 'rel="canonical" href="https://news.example.org/fr/figures/"' in body
        for language in (*LANGUAGES, "x-default"):
            assert f'hreflang="{language}"' in body

    def test_the_map_has_the_arabic_tree_as_well(self, made, client):
        body = client.get("/sitemap.xml").content.decode()

        for language in LANGUAGES:
            place = f"<loc>https://news.example.org/{language}/"
            assert f"{place}briefs/{made['first'].number}/</loc>" in body
            assert f"{place}members/</loc>" in body
        only = made["only_arabic"].number
        assert f"/ar/briefs/{only}/</loc>" in body
        assert f"/en/briefs/{only}/</loc>" not in body
        assert made["taken"].number not in body
        assert body.count("<xhtml:link") >= 3 * body.count("<url>") - 6

    def test_robots_are_kept_from_the_desk(self, client, db):
        told = client.get("/robots.txt").content.decode()

        assert "Disallow: /\n" in told
        assert "Allow: /ar/" in told
        assert "Sitemap: https://news.example.org/sitemap.xml" in told

    def test_weaknesses_are_reported_somewhere(self, client, db):
        told = client.get("/.well-known/security.txt").content.decode()

        assert re.search(r"^Contact: https://", told, re.M)
        assert re.search(r"^Expires: \d{4}-\d\d-\d\dT", told, re.M)


MOST_QUERIES = 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_asks_the_database_a_handful_of_questions(made, client, language):
    for address in addresses.pages(language):
        client.get(address)
    for address in addresses.pages(language):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(address)
        # The home page asks for figures, disagreements, meetings and commitments.
        most = 8 if address == f"/{language}/" else MOST_QUERIES
        assert len(asked) <= most, (address, [one["sql"][:200] for one in asked])
