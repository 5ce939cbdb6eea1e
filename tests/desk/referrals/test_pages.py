"""Addresses by their form: of one post, of many things, of hosts asked about twice."""

import pytest

from marsad.desk.referrals.pages import careful_kind, host_of, is_on, is_one_post


@pytest.mark.parametrize(
    "address",
    [
        "https://t.me/cooking/12",
        "https://t.me/s/cooking/12",
        "https://t.me/c/1234/56",
        "https://x.com/cook/status/1234567890",
        "https://www.facebook.com/cook/posts/123456",
        "https://www.facebook.com/permalink.php?story_fbid=123456&id=99",
        "https://www.instagram.com/p/Cabc-12_x/",
        "https://www.youtube.com/watch?v=abc-DEF_123",
        "https://youtu.be/abcDEF12345",
        "https://www.tiktok.com/@cook/video/7123456789",
        "https://bsky.app/profile/cook.example/post/3kabc",
        "https://archive.org/details/soup-of-our-quarter",
        "https://forum.example/t/soup-of-the-day/12",
        "https://blog.example/2026/11/red-lentil-soup",
        "https://blog.example/?p=123",
        "https://mastodon.example/@cook/1234567",
    ],
)
def test_the_address_of_one_post_is_known(address):
    assert is_one_post(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://t.me",
        "https://t.me/",
        "https://t.me/cooking",
        "https://t.me/s/cooking",
        "https://t.me/joinchat/abc",
        "https://x.com/cook",
        "https://x.com/search?q=soup",
        "https://x.com/hashtag/soup",
        "https://x.com/cook/followers",
        "https://www.youtube.com/@cook",
        "https://www.youtube.com/playlist?list=PL1234",
        "https://www.youtube.com/results?search_query=soup",
        "https://archive.org/",
        "https://archive.org/search?query=soup",
        "https://archive.org/details/texts?tab=collection",
        "https://web.archive.org/web/2026*/soup",
        "https://forum.example/",
        "https://forum.example/search?q=soup-of-the-day",
        "https://forum.example/tag/soup",
        "https://forum.example/category/12",
        "https://mastodon.example/@cook",
        "https://forum.example/collections",
        "https://forum.example/cook",
        "ftp://t.me/cooking/12",
        "javascript:alert(1)",
        "",
    ],
)
def test_a_page_of_many_things_is_not_one_post(address):
    assert not is_one_post(address)


@pytest.mark.parametrize(
    ("host", "kind"),
    [
        ("archive.org", "archive"),
        ("web.archive.org", "archive"),
        ("mit.edu", "university"),
        ("ku.edu.kw", "university"),
        ("ox.ac.uk", "university"),
        ("parliament.uk", "parliament"),
        ("hansard.parliament.uk", "parliament"),
        ("reuters.com", "press"),
        ("mnemonic.org", "rights"),
        ("t.me", ""),
        ("education.example", ""),
        ("notarchive.org", ""),
        ("parliamentary-soup.example", ""),
    ],
)
def test_archives_universities_parliaments_and_the_press_are_known(host, kind):
    assert careful_kind(host) == kind


def test_an_address_is_on_its_hosts_and_below_them_alone():
    assert is_on("https://t.me/cooking/12", ["t.me"])
    assert is_on("https://www.T.me/cooking/12", ["t.me"])
    assert is_on("https://m.facebook.com/a/posts/1", ["facebook.com"])
    assert not is_on("https://t.me.evil.example/cooking/12", ["t.me"])
    assert not is_on("https://evil.example/https://t.me/12", ["t.me"])
    assert not is_on("https://t.me@evil.example/12", ["t.me"])
    assert host_of("https://WWW.Example.org:443/a") == "example.org"
