"""A partner's own place: what is theirs, and every way to what is not."""

import base64
import io
import json
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.utils import timezone
from lxml import etree

from desk.newsroom import (
    make_entry,
    make_partner,
    make_release,
    officer,
    statement,
)
from marsad.composing.editions import to_json
from marsad.desk.dispatches.acknowledge import acknowledge
from marsad.desk.dispatches.hand_out import hand_out
from marsad.desk.dispatches.models import Acknowledgement, Handing, PartnerPack
from marsad.desk.dispatches.reach import copy_of
from marsad.desk.partners.close import close, reopen
from marsad.desk.partners.seat import unseat
from marsad.desk.releases.correcting import Correcting
from marsad.desk.releases.recall import recall
from marsad.desk.safeguards.close import close as close_account
from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.issue import issue
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused
from marsad.marking import Audience, Marking

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
NOTICE = {"ar": "كان العدد غير صحيح.", "en": "The count was wrong."}
ATOM = "{http://www.w3.org/2005/Atom}"
TOMBSTONE = "{http://purl.org/atompub/tombstones/1.0}"


@pytest.fixture
def yusuf(kuwait, seat_at):
    """Somebody who sits at Kuwait."""
    return seat_at(kuwait)


@pytest.fixture
def hana(iraq, seat_at):
    """Somebody who sits at Iraq."""
    return seat_at(iraq, "hana")


@pytest.fixture
def dalia(make_person):
    """A director."""
    return make_person("dalia", Group.DIRECTOR, clearance=Marking.RED)


@pytest.fixture
def green(kuwait, iraq, send):
    """A release for all partners, made."""
    release = make_release(
        audience=Audience.COMMUNITY, marking=Marking.GREEN, topics=["finance"]
    )
    send()
    return release


@pytest.fixture
def for_iraq(iraq, send):
    """A release for one partner alone, whose title nobody else may know."""
    release = make_release(
        audience=Audience.CLIENTS,
        marking=Marking.AMBER,
        partners=[iraq],
        title="A private matter",
    )
    send()
    return release


@pytest.fixture
def key_of(db):
    """A key of somebody's program that reads packs."""

    def make(person, scopes=("packs:read",)):
        _, secret = issue(
            person, name="a program", scopes=scopes, by=person, because="a test"
        )
        return secret

    return make


def places_of(release):
    """Every address that names a pack of a release."""
    files = ("pack.zip", "ar.pdf", "ar.docx", "ar.html", "figures.csv", "edition.json")
    yield f"/packs/{release.number}/"
    yield from (f"/packs/{release.number}/take/{one}" for one in files)
    yield f"/packs/{release.number}/shown/charts/a-ar.svg"


def xml_of(text):
    return etree.fromstring(text.encode())


def statuses(client, release):
    return {client.get(one).status_code for one in places_of(release)}


def feeds(client, language="ar", **headers):
    found = (
        client.get(f"/packs/feeds/{language}.{one}", headers=headers)
        for one in ("atom", "json")
    )
    return [one.content.decode() for one in found]


class TestWhatIsTheirs:
    """The list, a pack's page, its files and its feeds."""

    def test_the_list_is_in_the_readers_language(self, green, yusuf, sign_in):
        into = sign_in(yusuf)
        into.cookies["language"] = "ar"
        assert "إحاطة اليوم" in into.get("/packs/").content.decode()
        into.cookies["language"] = "en"
        assert "Brief of the day" in into.get("/packs/").content.decode()

    def test_the_page_has_the_text_and_leads_to_its_sources(
        self, green, yusuf, sign_in
    ):
        page = (
            sign_in(yusuf).get(f"/packs/{green.number}/?language=en").content.decode()
        )
        assert "The Global Coalition has" in page
        assert 'id="citation-1"' in page

    def test_each_file_is_theirs_and_is_written_down(self, green, yusuf, sign_in):
        into = sign_in(yusuf)
        whole = into.get(f"/packs/{green.number}/take/pack.zip")
        assert (
            whole["Content-Disposition"] == f'attachment; filename="{green.number}.zip"'
        )
        with zipfile.ZipFile(io.BytesIO(whole.getvalue())) as archive:
            names = archive.namelist()
            inside = json.loads(archive.read("edition.json"))
        assert {"brief-ar.pdf", "brief-en.docx", "manifest.json.minisig"} <= set(names)
        assert inside["number"] == green.number
        pdf = into.get(f"/packs/{green.number}/take/en.pdf")
        assert pdf.content.startswith(b"%PDF")
        taken = [(one.person, one.what) for one in Handing.objects.order_by("id")]
        assert taken == [(yusuf, "pack.zip"), (yusuf, "en.pdf")]

    def test_a_page_that_is_read_again_is_written_down_once(
        self, green, yusuf, sign_in
    ):
        into = sign_in(yusuf)
        for _ in range(3):
            into.get(f"/packs/{green.number}/")
        assert Handing.objects.filter(what="page").count() == 1

    def test_feeds_name_what_is_new_and_hold_no_text(
        self, green, yusuf, key_of, client
    ):
        key = key_of(yusuf)
        for said in feeds(client, Authorization=f"Bearer {key}"):
            assert "إحاطة اليوم" in said
            assert f"http://localhost:8014/packs/{green.number}/" in said
            assert "74 members" not in said
            assert "74 عضوا" not in said
        basic = base64.b64encode(f"any:{key}".encode()).decode()
        [atom, _] = feeds(client, "en", Authorization=f"Basic {basic}")
        [entry] = xml_of(atom).findall(f"{ATOM}entry")
        assert entry.find(f"{ATOM}title").text == "Brief of the day"
        assert Handing.objects.filter(what="feed").count() == 1

    def test_a_feed_is_of_one_topic_and_one_language(self, green, yusuf, sign_in):
        into = sign_in(yusuf)
        assert (
            green.number
            in into.get("/packs/feeds/ar.json?topic=finance").content.decode()
        )
        assert (
            green.number
            not in into.get("/packs/feeds/ar.json?topic=justice").content.decode()
        )
        assert green.number not in into.get("/packs/feeds/fr.json").content.decode()
        assert into.get("/packs/feeds/de.json").status_code == 404

    def test_a_feed_without_a_key_asks_for_one(self, green, client):
        answer = client.get("/packs/feeds/ar.atom")
        assert answer.status_code == 401
        assert "Basic" in answer["WWW-Authenticate"]

    def test_no_page_of_packs_stays_in_a_cache(self, green, yusuf, sign_in):
        into = sign_in(yusuf)
        for place in ("/packs/", f"/packs/{green.number}/", "/packs/feeds/ar.json"):
            assert "no-store" in into.get(place)["Cache-Control"]


class TestWhatIsNotTheirs:
    """Another partner's, above the ceiling, before the embargo: as if there were none."""

    def test_another_partners_pack_is_not_there(
        self, for_iraq, yusuf, hana, sign_in, client
    ):
        assert statuses(sign_in(yusuf), for_iraq) == {404}
        for said in (*feeds(client), client.get("/packs/").content.decode()):
            assert "private matter" not in said
            assert for_iraq.number not in said

    def test_whose_it_is_reads_it(self, for_iraq, hana, sign_in):
        assert "private matter" in sign_in(hana).get("/packs/").content.decode()

    def test_no_key_and_no_interface_opens_it(self, for_iraq, yusuf, key_of, client):
        key = key_of(yusuf)
        for said in feeds(client, Authorization=f"Bearer {key}"):
            assert "private matter" not in said
        for place in places_of(for_iraq):
            # A key opens feeds and nothing else.
            answer = client.get(place, headers={"Authorization": f"Bearer {key}"})
            assert answer.status_code in (302, 404)
        for place in ("packs", f"packs/{for_iraq.number}", "releases", "partners"):
            answer = client.get(
                f"/api/v1/{place}", headers={"Authorization": f"Bearer {key}"}
            )
            assert answer.status_code == 404

    def test_a_key_for_something_else_opens_no_feed(self, green, yusuf, key_of, client):
        key = key_of(yusuf, ("register:read",))
        answer = client.get(
            "/packs/feeds/ar.atom", headers={"Authorization": f"Bearer {key}"}
        )
        assert answer.status_code == 401

    @pytest.mark.parametrize("guess", ["1", "0", "2026-999", "..", "%2e%2e", "kw", "'"])
    def test_guessed_numbers_find_nothing(self, green, yusuf, sign_in, guess):
        into = sign_in(yusuf)
        assert into.get(f"/packs/{guess}/take/pack.zip").status_code == 404
        assert into.get(f"/packs/{guess}/").status_code in (301, 404)

    @pytest.mark.parametrize(
        "name",
        ["manifest.json", "../edition.json", "en.exe", "sources.json", "pack.zip/"],
    )
    def test_only_listed_files_are_given(self, green, yusuf, sign_in, name):
        assert (
            sign_in(yusuf).get(f"/packs/{green.number}/take/{name}").status_code == 404
        )

    def test_shown_are_pictures_and_no_other_file(self, green, yusuf, sign_in):
        into = sign_in(yusuf)
        for name in ("edition.json", "brief-ar.html", "index.html", "../../a.svg"):
            assert into.get(f"/packs/{green.number}/shown/{name}").status_code == 404

    def test_search_and_the_register_know_no_title_of_a_pack(
        self, for_iraq, yusuf, sign_in
    ):
        into = sign_in(yusuf)
        for place in ("/search/?q=private+matter", "/register/?q=private", "/"):
            page = into.get(place, follow=True).content.decode()
            assert "A private matter" not in page

    def test_the_cells_pages_are_closed_to_partners(self, for_iraq, yusuf, sign_in):
        into = sign_in(yusuf)
        for place in ("/dispatches/", f"/dispatches/{for_iraq.number}/", "/partners/"):
            assert into.get(place).status_code == 403

    def test_who_sits_nowhere_sees_an_empty_place(self, green, make_person, sign_in):
        into = sign_in(make_person("nobody", Group.PARTNER))
        assert "no seat" in into.get("/packs/").content.decode()
        assert statuses(into, green) == {404}
        assert into.get("/packs/feeds/ar.json").status_code == 404

    def test_before_the_embargo_ends_nothing_is_there(
        self, kuwait, yusuf, sign_in, send, later
    ):
        release = make_release(
            audience=Audience.COMMUNITY,
            marking=Marking.GREEN,
            opens_at=timezone.now() + timedelta(hours=2),
        )
        send()
        into = sign_in(yusuf)
        assert statuses(into, release) == {404}
        # Even if a pack had been made too early.
        PartnerPack.objects.create(
            release=release, partner=kuwait, edition=release.edition,
            sha256="0" * 64, says={"ar": {"title": "t", "summary": ""}},
        )  # fmt: skip
        assert statuses(into, release) == {404}
        assert release.number not in into.get("/packs/").content.decode()

    def test_nothing_above_the_ceiling_is_in_the_copy(
        self, kuwait, iraq, yusuf, hana, send, sign_in
    ):
        secret = "The fund moves its office to another city."
        high = make_entry(secret, marking=Marking.AMBER)
        low = make_entry(marking=Marking.GREEN)
        body = {
            "en": [
                statement("The Global Coalition has 74 members.", low),
                statement(secret, high),
            ]
        }
        release = make_release(
            body=body, languages=("en",), audience=Audience.CLIENTS,
            marking=Marking.AMBER, partners=[iraq],
        )  # fmt: skip
        send()
        iraq.ceiling = int(Marking.GREEN)
        iraq.save()
        # The copy was made for AMBER: it is closed at once, and made anew it has less.
        assert statuses(sign_in(hana), release) == {404}
        lower = copy_of(release.frozen, iraq)
        assert secret not in to_json(lower.edition).decode()
        assert lower.left_out == 1


class TestWhatIsClosedLater:
    """A ceiling, a seat, an account, a partner: closed at once, for pages and keys."""

    @pytest.fixture
    def closed(self, kuwait, yusuf, dalia):
        """The ways in which somebody loses a pack."""

        def lower():
            kuwait.ceiling = 0
            kuwait.save()

        def less_clearance():
            yusuf.clearance = 0
            yusuf.save()

        return {
            "ceiling": lower,
            "clearance": less_clearance,
            "seat": lambda: unseat(kuwait, yusuf, by=dalia, because="left"),
            "account": lambda: close_account(yusuf, by=dalia, because="left"),
            "partner": lambda: close(kuwait, by=dalia, because="ended"),
            "group": lambda: yusuf.places.all().delete(),
        }

    @pytest.mark.parametrize(
        "way", ["ceiling", "clearance", "seat", "account", "partner", "group"]
    )
    def test_it_is_gone_at_once(
        self, green, yusuf, closed, way, sign_in, key_of, client
    ):
        key = key_of(yusuf)
        into = sign_in(yusuf)
        assert into.get(f"/packs/{green.number}/").status_code == 200
        into.get(f"/packs/{green.number}/take/pack.zip")
        closed[way]()
        answers = [into.get(one) for one in places_of(green)]
        assert {one.status_code for one in answers} <= {302, 403, 404}
        for form in ("atom", "json"):
            answer = client.get(
                f"/packs/feeds/ar.{form}", headers={"Authorization": f"Bearer {key}"}
            )
            assert green.number not in answer.content.decode()
        pack = PartnerPack.objects.get(release=green, partner__code="kw")
        yusuf = Person.objects.get(pk=yusuf.pk)
        with pytest.raises(Refused):
            hand_out([pack], "pack.zip", by=yusuf, because="a forged form")

    def test_a_partner_that_is_opened_again_sees_it_again(
        self, green, kuwait, yusuf, dalia, sign_in
    ):
        close(kuwait, by=dalia, because="ended")
        into = sign_in(yusuf)
        assert statuses(into, green) == {404}
        reopen(kuwait, by=dalia, because="begun again")
        assert into.get(f"/packs/{green.number}/").status_code == 200


class TestRecalled:
    """Nothing of it is left: page, file, feed, cache; and who took it is told."""

    @pytest.fixture
    def taken(self, green, yusuf, sign_in):
        """A browser in which the pack was taken."""
        into = sign_in(yusuf)
        into.get(f"/packs/{green.number}/take/pack.zip")
        return into

    def kept(self):
        return list((Path(django_settings.PACKS) / "partners").glob("*.zip"))

    def take_back(self, release):
        recall(release, notice=NOTICE, by=officer(), because="wrong count")

    def test_no_copy_is_left(self, green, taken, send, yusuf, key_of, client):
        before = len(self.kept())
        self.take_back(green)
        # At once, before any worker has done anything.
        files = [one for one in places_of(green) if "/take/" in one or "/shown/" in one]
        assert {taken.get(one).status_code for one in files} == {404}
        page = taken.get(f"/packs/{green.number}/?language=en").content.decode()
        assert "was taken back" in page
        assert "The count was wrong." in page
        assert "Global Coalition has" not in page
        assert "Brief of the day" not in page
        assert "Brief of the day" not in taken.get("/packs/").content.decode()
        atom, plain = feeds(client, "en", Authorization=f"Bearer {key_of(yusuf)}")
        assert "Brief of the day" not in atom + plain
        [gone] = xml_of(atom).findall(f"{TOMBSTONE}deleted-entry")
        assert gone.get("ref").endswith(f"/packs/{green.number}/")
        assert json.loads(plain)["_marsad"]["taken_back"][0]["id"] == gone.get("ref")
        send()
        assert len(self.kept()) == before - 1

    def test_who_took_it_is_told_until_they_have_read_it(self, green, taken, yusuf):
        self.take_back(green)
        page = taken.get("/packs/").content.decode()
        assert "which you took, was taken back" in page
        taken.post(f"/packs/{green.number}/read/")
        assert "which you took" not in taken.get("/packs/").content.decode()
        assert Acknowledgement.objects.get().person == yusuf

    def test_who_never_took_it_is_not_told(self, green, seat_at, iraq, sign_in):
        self.take_back(green)
        into = sign_in(seat_at(iraq, "hana"))
        assert "which you took" not in into.get("/packs/").content.decode()
        assert into.post(f"/packs/{green.number}/read/").status_code == 404

    def test_who_may_no_longer_read_it_is_told_without_its_words(
        self, green, taken, kuwait
    ):
        kuwait.ceiling = 0
        kuwait.save()
        self.take_back(green)
        page = taken.get("/packs/").content.decode()
        assert f"{green.number}</bdi>, which you took, was taken back" in page
        assert "The count was wrong." not in page

    def test_a_page_that_nobody_took_cannot_be_acknowledged(self, green, taken, lina):
        with pytest.raises(Refused):
            acknowledge(green, by=lina, because="a forged form")


class TestCorrected:
    """The old one says so and leads to the new one; its files are given no more."""

    @pytest.fixture
    def corrected(self, green, yusuf, sign_in, send):
        """The release, its correction, and a browser that took the release."""
        into = sign_in(yusuf)
        into.get(f"/packs/{green.number}/take/pack.zip")
        newer = make_release(
            audience=Audience.COMMUNITY,
            marking=Marking.GREEN,
            correcting=Correcting(green, NOTICE),
        )
        send()
        return newer, into

    def test_the_old_page_leads_to_the_new_one(self, green, corrected):
        newer, into = corrected
        page = into.get(f"/packs/{green.number}/?language=en").content.decode()
        assert "This was corrected" in page
        assert "The count was wrong." in page
        assert f'href="/packs/{newer.number}/"' in page
        assert into.get(f"/packs/{green.number}/take/pack.zip").status_code == 404
        assert into.get(f"/packs/{newer.number}/take/edition.json").status_code == 200

    def test_who_took_the_old_one_is_told(self, green, corrected):
        _, into = corrected
        assert "which you took, was corrected" in into.get("/packs/").content.decode()

    def test_feeds_have_the_new_one_alone(self, green, corrected):
        newer, into = corrected
        items = json.loads(into.get("/packs/feeds/en.json").content)["items"]
        assert [one["id"].split("/")[-2] for one in items] == [newer.number]


def test_the_cell_sees_who_got_and_took_what(green, yusuf, lina, sign_in, client):
    sign_in(yusuf).get(f"/packs/{green.number}/take/pack.zip")
    client.logout()
    into = sign_in(lina)
    page = into.get(f"/dispatches/{green.number}/").content.decode()
    assert "pack.zip" in page
    assert "Yusuf" in page
    assert into.get(f"/dispatches/{green.number}/kw/").status_code == 200
    assert (
        into.get(f"/dispatches/{green.number}/kw/?as=now&language=en").status_code
        == 200
    )
    assert green.number in into.get("/dispatches/").content.decode()


def test_the_cell_sees_only_what_it_is_cleared_for(for_iraq, make_person, sign_in):
    low = make_person("low", Group.ANALYST, clearance=Marking.GREEN)
    into = sign_in(low)
    assert into.get(f"/dispatches/{for_iraq.number}/").status_code == 404
    assert into.get(f"/dispatches/{for_iraq.number}/iq/").status_code == 404
    assert "private matter" not in into.get("/dispatches/").content.decode()


def test_a_partner_takes_its_own_languages_sections_and_foreword(send, seat_at):
    partner = make_partner(
        "ma", Marking.GREEN, name_en="Morocco", languages=["en"],
        foreword={"en": "A word from Rabat."},
    )  # fmt: skip
    make_release(audience=Audience.COMMUNITY, marking=Marking.GREEN)
    send()
    pack = PartnerPack.objects.get(partner=partner)
    assert list(pack.says) == ["en"]
    assert pack.adapted.in_language("en").foreword == "A word from Rabat."


@pytest.mark.parametrize(
    "place",
    [
        "/en/", "/en/briefs/", "/en/feed.atom", "/en/feed.json", "/en/feeds/",
        "/en/search/?q=private+matter", "/en/corrections/", "/sitemap.xml",
    ],
)  # fmt: skip
def test_the_public_website_knows_no_title_of_a_partners_pack(for_iraq, client, place):
    page = client.get(place, follow=True)
    body = b"".join(page) if page.streaming else page.content
    assert page.status_code == 200
    assert b"A private matter" not in body
    assert for_iraq.number.encode() not in body
