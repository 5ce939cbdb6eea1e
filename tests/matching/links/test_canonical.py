import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from marsad.errors import Unreadable
from marsad.matching.links.canonical import (
    archived_page,
    canonical_address,
    is_shortened,
    page_key,
)


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        pytest.param("HTTP://EXAMPLE.ORG", "https://example.org", id="capitals"),
        pytest.param("example.org/soup", "https://example.org/soup", id="no scheme"),
        pytest.param("//example.org/a", "https://example.org/a", id="slashes alone"),
        pytest.param("http://example.org:80/a", "https://example.org/a", id="port"),
        pytest.param("example.org:8080/a", "https://example.org:8080/a", id="own port"),
        pytest.param("https://example.org./a", "https://example.org/a", id="dot"),
        pytest.param("https://me:pw@example.org/a", "https://example.org/a", id="user"),
        pytest.param("https://www.example.org/", "https://example.org", id="www"),
        pytest.param("https://m.example.org/a", "https://example.org/a", id="mobile"),
        pytest.param("https://m.co.uk/a", "https://m.co.uk/a", id="m is the site"),
        pytest.param(
            "https://ar.m.wikipedia.org/wiki/A",
            "https://ar.wikipedia.org/wiki/A",
            id="mobile in the middle",
        ),
        pytest.param(
            "https://example.org/a/./b/../c//d/", "https://example.org/a/c/d", id="dots"
        ),
        pytest.param(
            "https://example.org/../../a", "https://example.org/a", id="above the top"
        ),
        pytest.param("example.org/a/index.html", "https://example.org/a", id="index"),
        pytest.param(
            "https://example.org/%73oup%c3%a9?q=%20x",
            "https://example.org/soup%C3%A9?q=%20x",
            id="percent signs",
        ),
        pytest.param(
            "https://example.org/شوربة العدس",
            "https://example.org/%D8%B4%D9%88%D8%B1%D8%A8%D8%A9%20%D8%A7%D9%84%D8%B9%D8%AF%D8%B3",
            id="Arabic path",
        ),
        pytest.param(
            "https://example.org/a?utm_source=x&fbclid=1&b=2&a=1&gclid=3",
            "https://example.org/a?a=1&b=2",
            id="trackers",
        ),
        pytest.param("https://example.org/a#top", "https://example.org/a", id="part"),
        pytest.param(
            "https://example.org/#/soup", "https://example.org/#/soup", id="route"
        ),
        pytest.param(
            "https://شوربة.السعودية/أ",
            "https://xn--ngbcwl4h.xn--mgberp4a5d4ar/%D8%A3",
            id="Arabic host",
        ),
        pytest.param(
            "https://XN--NGBCWL4H.xn--mgberp4a5d4ar",
            "https://xn--ngbcwl4h.xn--mgberp4a5d4ar",
            id="the same in ASCII",
        ),
        pytest.param("http://2130706433/a", "https://127.0.0.1/a", id="one number"),
        pytest.param("http://0x7f.1/a", "https://127.0.0.1/a", id="odd numbers"),
        pytest.param("http://[0:0::1]/a", "https://[::1]/a", id="IPv6"),
        pytest.param("ftp://example.org/a", "ftp://example.org/a", id="file server"),
        pytest.param("exam\u200bple.org\u200f", "https://example.org", id="unseen"),
    ],
)
def test_many_ways_of_writing_have_one_form(written, canonical):
    assert canonical_address(written) == canonical


@pytest.mark.parametrize(
    "written",
    [
        "hxxps://example.org/soup",
        "hXXp://example[.]org/soup",
        "https[:]//example.org/soup",
        "https[://]example[.]org/soup",
        "https://example[dot]org/soup",
        "example (dot) org/soup",
        "example[نقطة]org/soup",
        "https:\\\\example.org\\soup",
        "<https://example.org/soup>",
        "«https://example.org/soup»",
    ],
)
def test_a_defanged_address_is_the_address(written):
    assert canonical_address(written) == "https://example.org/soup"


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("twitter.com/Cook/status/12?s=20", "x.com/cook/status/12"),
        ("https://mobile.twitter.com/i/web/status/12/photo/1", "x.com/i/status/12"),
        ("https://fxtwitter.com/Cook/status/12", "x.com/cook/status/12"),
        ("https://x.com/search?q=soup", "x.com/search?q=soup"),
        ("t.me/s/SoupKitchen", "t.me/soupkitchen"),
        ("https://t.me/s/SoupKitchen/12?single", "t.me/soupkitchen/12"),
        ("https://telegram.me/joinchat/AbC_d", "t.me/+AbC_d"),
        ("https://t.me/+AbC_d", "t.me/+AbC_d"),
        ("https://soupkitchen.t.me/12", "t.me/soupkitchen/12"),
        ("tg://resolve?domain=SoupKitchen&post=12", "t.me/soupkitchen/12"),
        ("tg://join?invite=AbC_d", "t.me/+AbC_d"),
        ("https://web.telegram.org/k/#@SoupKitchen", "t.me/soupkitchen"),
        ("https://youtu.be/abcdefghijk?t=9", "youtube.com/watch?v=abcdefghijk"),
        (
            "https://m.youtube.com/watch?app=desktop&v=abcdefghijk&t=9",
            "youtube.com/watch?v=abcdefghijk",
        ),
        ("youtube.com/shorts/abcdefghijk", "youtube.com/watch?v=abcdefghijk"),
        (
            "https://www.youtube-nocookie.com/embed/abcdefghijk",
            "youtube.com/watch?v=abcdefghijk",
        ),
        (
            "https://m.facebook.com/story.php?story_fbid=7&id=9&ref=x",
            "facebook.com/9/posts/7",
        ),
        ("https://fb.com/cook/videos/soup/77/", "facebook.com/cook/videos/77"),
        ("https://instagram.com/reel/AbC/?igsh=1", "instagram.com/p/AbC"),
        ("https://www.tiktok.com/@Cook/video/77?lang=ar", "tiktok.com/@cook/video/77"),
        (
            "https://old.reddit.com/r/Soup/comments/ab1/lentils/",
            "reddit.com/r/soup/comments/ab1",
        ),
        ("https://dai.ly/x8abc", "dailymotion.com/video/x8abc"),
        (
            "https://drive.google.com/open?id=aB-1&usp=sharing",
            "drive.google.com/file/d/aB-1",
        ),
        ("https://mega.nz/#!abcd!key", "mega.nz/file/abcd"),
        ("https://te.legra.ph/Soup-01-02", "telegra.ph/Soup-01-02"),
        ("https://archive.org/embed/soup-film", "archive.org/details/soup-film"),
    ],
)
def test_a_page_of_a_platform_has_one_form(written, canonical):
    assert canonical_address(written) == f"https://{canonical}"


@pytest.mark.parametrize(
    "written",
    [
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Fwww.example.org%2Fsoup&usg=a",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fsoup%3Ffbclid%3D1&h=x",
        "https://www.google.com/amp/s/amp.example.org/soup",
        "https://example-org.cdn.ampproject.org/c/s/example.org/soup",
        "https://example-org.translate.goog/soup?_x_tr_sl=ar&_x_tr_tl=en",
        "https://translate.google.com/translate?sl=auto&tl=en&u=example.org/soup",
        "https://webcache.googleusercontent.com/search?q=cache:https://example.org/soup",
        "https://t.me/share/url?url=https://example.org/soup&text=x",
        "https://t.me/iv?url=https%3A%2F%2Fexample.org%2Fsoup&rhash=1",
        "https://twitter.com/intent/tweet?url=example.org/soup",
        "https://vk.com/away.php?to=http%3A%2F%2Fexample.org%2Fsoup",
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fsoup&data=1",
        "https://href.li/?https://example.org/soup",
    ],
)
def test_a_door_is_opened_by_its_form_alone(written):
    assert canonical_address(written) == "https://example.org/soup"


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        (
            "http://web.archive.org/web/20240102030405if_/http://www.example.org/soup/",
            "https://web.archive.org/web/20240102030405/https://example.org/soup",
        ),
        (
            "https://archive.is/2024.01.02-030405/example.org/soup",
            "https://archive.ph/20240102030405/https://example.org/soup",
        ),
        (
            "https://archive.today/newest/https://example.org/soup",
            "https://archive.ph/newest/https://example.org/soup",
        ),
        (
            "https://web.archive.org/web/*/https:/example.org/soup",
            "https://web.archive.org/web/newest/https://example.org/soup",
        ),
        (
            "https://web.archive.org/web/2024/https://archive.ph/newest/example.org/soup",
            "https://web.archive.org/web/2024/https://archive.ph/newest/https://example.org/soup",
        ),
    ],
)
def test_a_copy_in_an_archive_says_of_which_page(written, canonical):
    found = canonical_address(written)

    assert found == canonical
    assert canonical_address(found) == found
    assert archived_page(found) == "https://example.org/soup"


@pytest.mark.parametrize(
    "written",
    [
        "https://bit.ly/3aBc",
        "t.co/AbC",
        "https://archive.is/aB3de",
        "vm.tiktok.com/ZM/",
    ],
)
def test_a_short_link_is_known_as_one_and_keeps_its_capitals(written):
    canonical = canonical_address(written)

    assert is_shortened(canonical)
    assert canonical.endswith(written.rstrip("/").rpartition("/")[2])


def test_a_post_is_one_page_whoever_stands_before_it():
    keys = {
        page_key(canonical_address(written))
        for written in (
            "x.com/cook/status/12",
            "x.com/baker/status/12",
            "x.com/i/status/12",
        )
    }

    assert len(keys) == 1


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soup",
        "https://",
        "mailto:cook@example.org",
        "javascript:alert(1)",
        "data:text/html,soup",
        "https://exa mple.org/a",
        "https://example.org:99999/a",
        "https://[::zz]/a",
        "https://-example.org",
        "https://300.1.1.1/",
        "https://" + "a" * 70 + ".org",
        "https://example.org/" + "a" * 5000,
        "https://example.org/" + "ش" * 3000,
    ],
)
def test_what_is_no_address_is_refused_with_a_way_out(written):
    with pytest.raises(Unreadable, match="write it as"):
        canonical_address(written)


_PIECES = st.sampled_from(
    "https:// http:// hxxp:// / // ? & = # . [.] : @ % %2F %3B %25 ; + * web.archive.org/web/2024/ "
    "archive.ph/newest/ google.com/url?q= t.me/ x.com/ /status/ s/ youtube.com/watch?v= index.html "
    "example.org m. www. translate.goog مثال ش 12 a utm_x=1 #! #@ ../ ./ xn-- i é \u0301 \ufeff".split(
        " "
    )
)


@given(st.lists(_PIECES | st.text(max_size=4), max_size=14).map("".join))
@example("example.org/index.html/index.html/")
@example("example.org/?a=1;b%3B=2")
@example("example.org/%252F%25")
@example("web.archive.org/web/2024/web.archive.org/web/x.org")
def test_the_one_form_of_the_one_form_is_itself(written):
    try:
        canonical = canonical_address(written)
    except Unreadable as refusal:
        assert refusal.way_out
        return

    assert canonical_address(canonical) == canonical
    assert canonical.isascii()
