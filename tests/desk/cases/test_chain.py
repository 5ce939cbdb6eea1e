"""Captures prove what posts were, and go on doing so when the key of accounts changes."""

import pytest

from desk.content_makers import a_director, make_case, make_post
from desk.posts.test_receive import a_post, take
from marsad.desk.cases.chain import Circumstances, broken, record_of, sealed
from marsad.desk.cases.models import Capture
from marsad.desk.posts.models import Post, Stream
from marsad.desk.posts.rotate import rotate


@pytest.fixture
def captured(tmp_path, settings, db):
    """A case of a post that names accounts in its words, captured as the worker does."""
    settings.ACCOUNT_KEYS = tmp_path / "accounts.keys"
    settings.ERASURES = tmp_path / "erasures.jsonl"
    stream = make_post().stream
    said = "قالت @cook_one إن الشوربة جاهزة: https://t.me/cook_one/7"
    take(Stream.objects.get(pk=stream.pk), a_post("2", text=said))
    post = Post.objects.order_by("pk").last()
    case = make_case(post, captured=False)
    how = Circumstances(post.received_at, "a test")
    Capture.objects.create(
        case=case,
        post=post,
        at=how.at,
        by=how.by,
        tool=how.tool,
        sha256=sealed(record_of(post, []), how, ""),
    )
    return case


@pytest.mark.django_db(transaction=True)
def test_a_capture_holds_after_the_key_of_accounts_was_changed(captured):
    assert broken(captured) == []
    before = captured.captures.get().post.text

    rotate(by=a_director(), because="a year is over")

    assert captured.captures.get().post.text != before
    assert broken(captured) == []


@pytest.mark.django_db
def test_a_capture_breaks_when_the_words_of_its_post_are_changed(captured):
    Post.objects.filter(pk=captured.captures.get().post_id).update(text="other words")

    assert [one.case for one in broken(captured)] == [captured]
