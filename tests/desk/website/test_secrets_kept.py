"""What is not open stands nowhere: on no page, in no feed, list, search or file."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from composing import edition_maker
from desk.newsroom import WHY, make_partner, make_release, officer
from desk.website import addresses, world
from marsad.desk.releases.models import Carried
from marsad.desk.releases.recall import recall
from marsad.desk.website.holdings import holdings
from marsad.marking import Audience, Marking

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

# Words that stand only in a release that was taken back, is under embargo, or is for others.
HIDDEN = ("Quartz", "Basalt", "Obsidian", "Feldspar")


def body_of(client, address):
    """What is read at an address, its headers included."""
    answer = client.get(address)
    head = "".join(f"{name}: {value}\n" for name, value in answer.headers.items())
    return head + answer.content.decode("utf-8", "replace")


def test_no_address_shows_what_is_not_open(made, client):
    for address in addresses.everything():
        body = body_of(client, address)
        shown = [word for word in HIDDEN if word in body]
        assert not shown, f"{address} shows {shown}"


@pytest.mark.parametrize("name", ["later", "partners", "community"])
def test_numbers_of_what_is_not_open_are_told_nowhere(made, client, name):
    number = made[name].number

    for address in addresses.everything():
        assert number not in body_of(client, address), address


@pytest.mark.parametrize("name", ["later", "partners", "community"])
def test_a_closed_release_answers_like_one_that_does_not_exist(made, client, name):
    number = made[name].number
    entry = made[name].carried.get().entry_id
    for address, other in (
        (f"/en/briefs/{number}/", "/en/briefs/1999-001/"),
        (f"/en/claims/{number}/{entry}/", f"/en/claims/1999-001/{entry}/"),
        (f"/files/{number}/pack.zip", "/files/1999-001/pack.zip"),
        (f"/files/{number}/edition.json", "/files/1999-001/edition.json"),
    ):
        there, nowhere = client.get(address), client.get(other)
        assert there.status_code == nowhere.status_code == 404
        assert there.content == nowhere.content
        assert dict(there.headers) == dict(nowhere.headers)


@pytest.mark.parametrize("word", HIDDEN)
def test_search_finds_nothing_that_is_not_open(made, client, word):
    for language in ("ar", "en", "fr"):
        body = client.get(f"/{language}/search/", {"q": word}).content.decode()
        # The word stands in the field of the search and in the sentence that counts.
        assert body.count(word) == body.count(f'value="{word}"') + body.count(
            f"<bdi>{word}</bdi>"
        )
        assert "/briefs/2026" not in body


def test_search_finds_arabic_words_in_another_spelling(made, client):
    body = client.get("/ar/search/", {"q": "اعضاء الرابطه"}).content.decode()

    assert made["first"].number in body


def test_an_embargo_ends_for_every_page_at_its_minute(made, client, monkeypatch):
    address = f"/en/briefs/{made['later'].number}/"
    assert client.get(address).status_code == 404

    after = made["later"].opens_at + timedelta(seconds=1)
    monkeypatch.setattr(timezone, "now", lambda: after)

    assert client.get(address).status_code == 200
    assert "Basalt" in client.get("/ar/feed.atom").content.decode()


class TestRecall:
    """A recall reaches every language and every copy at once."""

    @pytest.fixture
    def taken(self, made, client):
        """The first brief, recalled after everybody has seen it."""
        for address in addresses.everything():
            client.get(address)
        notice = {
            "ar": "سُحب.",
            "en": "Taken back.",
            "fr": "Retiré.",
        }
        recall(made["first"], notice=notice, by=officer(), because=WHY)
        return made["first"]

    def test_nothing_it_said_is_left_anywhere(self, taken, client):
        said = ("1.25", "1,25", "lac.example.org", "Amina Testa")
        for address in addresses.everything():
            body = body_of(client, address)
            assert not [words for words in said if words in body], address

    @pytest.mark.parametrize("language", ["ar", "en", "fr"])
    def test_its_page_is_gone_in_each_language_and_says_why(
        self, taken, client, language
    ):
        answer = client.get(f"/{language}/briefs/{taken.number}/")

        assert answer.status_code == 410
        said = {"ar": "سُحب.", "en": "Taken back.", "fr": "Retiré."}[language]
        assert said in answer.content.decode()
        assert 'name="robots" content="noindex"' in answer.content.decode()

    def test_its_files_are_gone(self, taken, client):
        for path in ("pack.zip", "edition.json", "figures.csv"):
            assert client.get(f"/files/{taken.number}/{path}").status_code == 410

    def test_whoever_has_the_page_is_not_told_that_it_still_holds(self, made, client):
        address = f"/en/briefs/{made['first'].number}/"
        etag = client.get(address)["ETag"]
        assert client.get(address, headers={"If-None-Match": etag}).status_code == 304

        recall(
            made["first"],
            notice={"ar": "سُحب.", "en": "Taken back.", "fr": "Retiré."},
            by=officer(),
            because=WHY,
        )

        assert client.get(address, headers={"If-None-Match": etag}).status_code == 410


def test_a_correction_under_embargo_does_not_tell_of_itself(made, client):
    # The act refuses this; should it ever come about, the page says nothing.
    first = world.make(world.small("Jet, as it was", "Jet: 86.", 1))
    later = make_release(
        world.small("Jet, put right", "Jet: 87.", 1, corrects=first.number),
        opens_at=timezone.now() + timedelta(days=1),
    )
    assert later.corrects == first

    body = client.get(f"/en/briefs/{first.number}/").content.decode()

    assert later.number not in body
    assert "This brief was corrected" not in body
    assert holdings().by_number[first.number].stands


def test_a_public_correction_names_no_release_for_partners(made, client):
    right = make_release(
        world.small(
            "What everybody may know",
            "The league has 87 members.",
            1,
            corrects=made["partners"].number,
            correction={"en": "It was wrong."},
        ),
        opens_at=world.OPENED,
    )

    body = client.get(f"/en/briefs/{right.number}/").content.decode()

    assert made["partners"].number not in body


def test_a_public_release_that_cites_more_than_it_may_is_not_shown(
    made, client, caplog
):
    # No release of ours can do so; whoever writes past the rules is still held here.
    secret = replace(edition_maker.entries()[5], marking=Marking.AMBER)
    slipped = make_release(
        world.small("Onyx slipped through", "Onyx: at least 12 towns.", secret),
        opens_at=world.OPENED,
    )

    assert client.get(f"/en/briefs/{slipped.number}/").status_code == 404
    assert "Onyx" not in client.get("/en/briefs/").content.decode()
    assert "not shown" in caplog.text


def test_a_release_with_partners_is_never_public(made):
    public = make_release(
        world.small("Jasper", "Jasper: 87.", 1), opens_at=world.OPENED
    )
    public.partners.add(make_partner("fr"))

    assert public.number not in holdings().by_number


def test_what_disagrees_is_shown_only_where_it_is_public(made, client):
    entries = {one.number: one for one in edition_maker.entries()}
    lone = replace(entries[27], number=270, rivals=(280,), series="lone|||member")
    hidden = replace(entries[28], number=280, value=990, series="lone|||member")
    open_one = make_release(
        world.small("Agate", "Agate: 87 members.", lone), opens_at=world.OPENED
    )
    make_release(
        world.small(
            "Topaz", "Topaz: 990.", hidden,
            audience=Audience.COMMUNITY, marking=Marking.GREEN,
        ),
        opens_at=world.OPENED,
    )  # fmt: skip

    body = client.get(f"/en/claims/{open_one.number}/270/").content.decode()

    assert "990" not in body
    assert Carried.objects.filter(entry=280).exists()


def test_the_page_on_a_host_of_its_own_answers_nothing_of_the_desk(
    made, client, settings
):
    settings.PUBLIC_HOSTS = ["news.example.org"]
    settings.ALLOWED_HOSTS = ["news.example.org", "testserver"]
    for address in ("/sign-in/", "/register/", "/api/v1/docs", "/audit/", "/editing/"):
        answer = client.get(address, headers={"host": "news.example.org"})
        assert answer.status_code == 404, address
        assert "sign-in" not in answer.content.decode()

    assert client.get("/en/", headers={"host": "news.example.org"}).status_code == 200
    assert client.get("/sign-in/").status_code == 200
