import json
import tracemalloc

import pytest

from architecture.house import ROOT
from marsad.collecting.posts.forms import read_posts
from marsad.collecting.posts.fragments import words_of
from marsad.collecting.posts.public import Concern, Fault, MediaKind, PublicPost

SAMPLES = ROOT / "examples" / "posts"


def posts_of(name):
    found = read_posts(SAMPLES / name)
    return [one for one in found if isinstance(one, PublicPost)]


def test_a_long_post_of_x_is_whole_and_its_addresses_lead_somewhere():
    first, shared = posts_of("x.json")

    assert first.text.endswith("والجمهور فرح https://football.example/match/7")
    assert "&amp;" not in first.text
    assert first.reach.shares == 6
    assert [m.address for m in first.media] == [
        "https://media.example/goal.jpg",
        "https://media.example/goal.mp4",
    ]
    assert shared.text == "Two goals in the first half, and it rains."
    assert shared.shared_from == "1899999999999999999"


def test_a_post_of_x_without_its_author_says_what_to_ask_for():
    faults = [x for x in read_posts(SAMPLES / "x.json") if isinstance(x, Fault)]

    assert "tweet.fields=author_id,created_at" in str(faults[1])


def test_words_of_a_channel_come_from_texts_and_marked_pieces():
    _, second, film = posts_of("telegram-result.json")

    assert second.text == (
        "Soup #lentils: the recipe (https://recipes.example/lentils), "
        "with thanks to @user77"
    )
    assert second.media[0].path == "photos/photo_1.jpg"
    assert film.media[0].kind == MediaKind.FILM
    assert film.media[0].path == ""


@pytest.mark.parametrize(
    "kind",
    [
        "personal_chat",
        "bot_chat",
        "saved_messages",
        "private_group",
        "private_supergroup",
        "private_channel",
        "something_new",
    ],
)
def test_private_correspondence_is_refused_whole(tmp_path, kind):
    path = tmp_path / "result.json"
    whole = json.loads((SAMPLES / "telegram-result.json").read_text("utf-8"))
    path.write_text(json.dumps({**whole, "type": kind}), "utf-8")
    [fault] = read_posts(path)

    assert fault.concern == Concern.PRIVATE
    assert "private correspondence is not taken in" in str(fault)


def test_the_export_of_a_whole_account_is_refused(tmp_path):
    path = tmp_path / "result.json"
    whole = json.loads((SAMPLES / "telegram-result.json").read_text("utf-8"))
    path.write_text(json.dumps({"chats": {"about": "", "list": [whole]}}), "utf-8")
    [fault] = read_posts(path)

    assert fault.concern == Concern.PRIVATE
    assert "whole account" in str(fault)


def test_a_chat_whose_kind_stands_after_its_messages_is_refused(tmp_path):
    path = tmp_path / "result.json"
    whole = json.loads((SAMPLES / "telegram-result.json").read_text("utf-8"))
    whole["type"] = whole.pop("type")
    path.write_text(json.dumps(whole), "utf-8")
    [fault] = read_posts(path)

    assert fault.concern == Concern.PRIVATE


def test_an_export_of_any_size_is_read_with_little_memory(tmp_path):
    path = tmp_path / "result.json"
    message = {
        "id": 1,
        "type": "message",
        "date_unixtime": "1772730600",
        "from_id": "channel1",
        "text": "شوربة العدس " * 100,
    }
    one = json.dumps(message, ensure_ascii=False)
    head = '{"name": "a", "type": "public_channel", "id": 1, "messages": ['
    path.write_text(head + ",".join([one] * 5000) + "]}", "utf-8")
    tracemalloc.start()
    read = sum(isinstance(post, PublicPost) for post in read_posts(path))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert read == 5000
    assert path.stat().st_size > 10_000_000
    assert most < 2_000_000


def test_only_what_everybody_may_read_is_taken_from_mastodon():
    first, shared = posts_of("mastodon-statuses.json")

    assert first.text == (
        "Lentils & cumin,\nby @gardener_two\n\nhttps://recipes.example/soups/lentils"
    ).replace("\n\n", "\n")
    assert first.account == "cook_one@social.example"
    assert first.number == "social.example/1"
    assert shared.shared_from == "social.example/9"
    assert shared.text == "طقس الغد مشمس"


def test_an_outbox_gives_what_was_created_and_shared_in_public():
    created, shared, unlisted = posts_of("mastodon-outbox.json")

    assert created.reply_to == "social.example/1"
    assert created.media[0].path == "media_attachments/files/1/tomato.png"
    assert created.language == "ar"
    assert (shared.text, shared.shared_from) == ("", "social.example/1")
    assert unlisted.text == "Unlisted: sow in March"


def test_one_post_has_one_number_in_an_archive_and_in_an_answer(tmp_path):
    [shared] = [p for p in posts_of("mastodon-outbox.json") if p.shared_from]
    first = posts_of("mastodon-statuses.json")[0]

    assert shared.shared_from == first.number


def test_a_post_of_bluesky_has_whole_addresses_and_hashes_of_its_pictures():
    [post] = posts_of("bluesky-feed.json")
    [event] = posts_of("bluesky-jetstream.jsonl")

    assert post.text == (
        "Sunny: https://weather.example/forecast/tomorrow ask @weather.example"
    )
    assert len(post.media[0].sha256) == 64
    assert event.reply_to == post.number
    assert "aaaa" not in post.number


@pytest.mark.parametrize(
    ("fragment", "words"),
    [
        pytest.param("plain", "plain", id="no tags"),
        pytest.param("<p>a</p><p>b<br/>c</p>", "a\nb\nc", id="paragraphs"),
        pytest.param("a &lt;3 b", "a <3 b", id="escaped"),
        pytest.param("<p>a<script>x()</script></p>", "a", id="unseen"),
        pytest.param(
            '<p><a href="https://a.example/b">here</a></p>',
            "here (https://a.example/b)",
            id="words that hide an address",
        ),
        pytest.param("<p><b>unclosed", "unclosed", id="unclosed"),
    ],
)
def test_the_words_of_a_fragment_are_what_is_seen(fragment, words):
    assert words_of(fragment) == words
