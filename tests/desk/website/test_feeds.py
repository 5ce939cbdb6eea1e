"""Feeds by language, topic and kind: valid, and without a copy of what was taken back."""

import json
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from desk.newsroom import WHY, officer
from desk.website import addresses
from marsad.desk.releases.recall import recall

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

ATOM = "{http://www.w3.org/2005/Atom}"
STONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
_URL = {"type": "string", "pattern": "^https?://"}
_MOMENT = {
    "type": "string",
    "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$",
}
# What JSON Feed 1.1 asks for, of the parts that we write; nothing else may be there but
# extensions, whose names begin with an underscore.
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": _URL,
        "feed_url": _URL,
        "language": {"enum": ["ar", "en", "fr"]},
        "authors": {
            "type": "array",
            "items": {"type": "object", "required": ["name"]},
        },
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_text"],
                "additionalProperties": False,
                "patternProperties": {"^_": {"type": "object"}},
                "properties": {
                    "id": {"type": "string"},
                    "url": _URL,
                    "title": {"type": "string"},
                    "content_text": {"type": "string", "minLength": 1},
                    "language": {"type": "string"},
                    "date_published": _MOMENT,
                    "date_modified": _MOMENT,
                    "tags": {"type": "array", "items": {"type": "string"}},
                },
            },
        },
    },
}


def atom(client, address):
    """A feed that holds to RFC 4287 and RFC 6721."""
    answer = client.get(address)
    assert answer["Content-Type"].startswith("application/atom+xml")
    tree = etree.fromstring(answer.content)
    schema = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
    assert schema.validate(tree), schema.error_log
    ids = [one.text for one in tree.iterfind(f"{ATOM}entry/{ATOM}id")]
    assert len(ids) == len(set(ids))
    assert tree.find(f"{ATOM}link[@rel='self']").get("href").endswith(address)
    return tree


def json_feed(client, address):
    """A feed that holds to JSON Feed 1.1."""
    answer = client.get(address)
    assert answer["Content-Type"].startswith("application/feed+json")
    told = json.loads(answer.content)
    jsonschema.validate(told, JSON_FEED)
    assert told["feed_url"].endswith(address)
    return told


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_every_feed_holds_to_its_standard(made, client, language):
    for address in addresses.feeds(language):
        (atom if address.endswith("atom") else json_feed)(client, address)


def test_a_feed_is_in_one_language(made, client):
    arabic = json_feed(client, "/ar/feed.json")
    french = json_feed(client, "/fr/feed.json")

    only = f"/ar/briefs/{made['only_arabic'].number}/"
    assert any(one["url"].endswith(only) for one in arabic["items"])
    assert not any(made["only_arabic"].number in one["id"] for one in french["items"])
    assert (
        atom(client, "/ar/feed.atom").get("{http://www.w3.org/XML/1998/namespace}lang")
        == "ar"
    )


def test_what_was_recalled_is_a_deleted_entry_and_nothing_more(made, client):
    tree = atom(client, "/en/feed.atom")
    stones = tree.findall(STONE)

    address = f"https://news.example.org/en/briefs/{made['taken'].number}/"
    assert [one.get("ref") for one in stones] == [address]
    assert address not in [one.text for one in tree.iterfind(f"{ATOM}entry/{ATOM}id")]
    assert "source was withdrawn" in etree.tostring(stones[0]).decode()


def test_a_recalled_item_holds_its_notice_alone(made, client):
    items = json_feed(client, "/en/feed.json")["items"]
    [stone] = [one for one in items if made["taken"].number in one["id"]]

    assert stone["content_text"] == "Taken back because its source was withdrawn."
    assert stone["_marsad"]["recalled"]
    assert "Quartz" not in json.dumps(items)


def test_a_recall_leaves_no_copy_in_any_feed(made, client):
    every = [
        one for language in ("ar", "en", "fr") for one in addresses.feeds(language)
    ]
    title = {"ar": "إحاطة أسبوعية", "en": "Weekly brief", "fr": "Note hebdomadaire"}
    before = [client.get(one).content.decode() for one in every]
    assert any(title["ar"] in one for one in before)

    notice = {"ar": "سُحب.", "en": "Taken back.", "fr": "Retiré."}
    recall(made["first"], notice=notice, by=officer(), because=WHY)

    for address in every:
        body = client.get(address).content.decode()
        assert not [one for one in title.values() if f"{one}:" in body], address
        assert "87 members, and a fund" not in body, address


def test_a_corrected_brief_says_so_and_is_newer_than_it_was(made, client):
    items = json_feed(client, "/en/feed.json")["items"]
    [wrong] = [one for one in items if made["wrong"].number in one["id"]]

    assert wrong["title"].startswith("Corrected: ")
    assert made["right"].number in wrong["content_text"]
    assert wrong["date_modified"] > wrong["date_published"]


def test_topics_and_kinds_have_their_own(made, client):
    topic = json_feed(client, "/en/topics/stabilisation/feed.json")["items"]
    kind = json_feed(client, "/en/kinds/weekly/feed.json")["items"]

    assert [one["title"] for one in topic] == ["Promises and days to come"]
    assert not any("Promises" in one["title"] for one in kind)
    assert client.get("/en/topics/nothing/feed.atom").status_code == 404
    assert client.get("/en/kinds/standing/feed.atom").status_code == 404


def test_corrections_and_recalls_have_a_feed_of_their_own(made, client):
    items = json_feed(client, "/en/corrections/feed.json")["items"]

    assert [one["id"].rpartition("#")[2] for one in items] == ["recalled", "correction"]
    assert "The number was wrong" in items[1]["content_text"]


def test_a_feed_without_an_entry_is_valid(client, db):
    place = "/fr/kinds/situational/feed"
    assert atom(client, f"{place}.atom").findall(f"{ATOM}entry") == []
    assert json_feed(client, f"{place}.json")["items"] == []
