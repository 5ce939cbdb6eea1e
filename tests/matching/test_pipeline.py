import hashlib
from datetime import UTC, datetime

import pytest

from drawn import as_bytes, letterbox, scene
from marsad.collecting.posts.public import MediaKind, PostMedia, PublicPost
from marsad.errors import Unreadable
from marsad.matching.banked import Banked
from marsad.matching.kinds import kind_named
from marsad.matching.met import Met, MetMedia, met_of
from marsad.matching.pictures.hashing import hash_picture
from marsad.matching.pictures.variants import MIDDLE, Variant, variants_of
from marsad.matching.pipeline import match, match_many
from marsad.matching.reasons import sentence
from marsad.matching.signals import Band, Kind, Signal
from marsad.spans import prove

RECIPE = (
    "نغسل العدس الأحمر ثم نسلقه مع الجزر والبصل والكمون على نار هادئة نصف ساعة كاملة"
)
PICTURE = as_bytes(scene(4))
SHA256 = hashlib.sha256(PICTURE).hexdigest()


def signals():
    values = [
        ("sha256", SHA256),
        ("pdq", hash_picture(PICTURE).hash),
        ("url", "https://example.org/soup"),
        ("url_pattern", "t.me/soupkitchen/*"),
        ("exact_wording", RECIPE),
        ("wording", RECIPE),
    ]
    return [
        Signal(number, Kind(name), kind_named(name).canonical(value))
        for number, (name, value) in enumerate(values, start=1)
    ]


@pytest.fixture(scope="module")
def banked():
    return Banked.of(signals())


def test_a_post_meets_every_kind_and_says_why(banked):
    post = Met(
        f"{RECIPE} https://t.me/s/SoupKitchen/9",
        (
            "https://web.archive.org/web/2024/https://example.org/soup",
            "https://t.me/soupkitchen/9",
        ),
        (MetMedia(SHA256, "", variants_of(PICTURE)),),
    )

    found = match(post, banked)

    assert [(one.number, one.reason) for one in found if one.band is Band.SAME][:1] == [
        (1, "sha256_equal")
    ]
    assert {one.number for one in found} == {1, 2, 3, 4, 5, 6}
    assert [one.band for one in found] == sorted(
        (one.band for one in found), reverse=True
    )
    for one in found:
        assert "…" not in sentence(one)
        for span in one.ours:
            prove(span, post.text)
    assert [one.details["medium"] for one in found if one.kind is Kind.PDQ] == [1]


def test_an_address_is_shown_where_it_stands_in_the_words(banked):
    text = "الرابط: hxxps://t[.]me/s/SoupKitchen/9، شكراً"
    post = PublicPost("x", "1", "cook", text, datetime.now(UTC))

    [found] = match(met_of(post), banked)

    assert [span.quote for span in found.ours] == ["hxxps://t[.]me/s/SoupKitchen/9"]
    assert found.band is Band.LOOK


def test_a_letterbox_is_seen_through_and_a_guess_is_no_more_than_a_look(banked):
    boxed = MetMedia(pictures=variants_of(as_bytes(letterbox(scene(4)))))
    middle = MetMedia(pictures=(Variant(MIDDLE, hash_picture(PICTURE).hash),))

    [same], [look] = match_many([Met(media=(boxed,)), Met(media=(middle,))], banked)

    assert (same.band, same.reason, same.details["variant"]) == (
        Band.SAME,
        "picture_within",
        "trimmed",
    )
    assert (look.band, look.reason) == (Band.LOOK, "picture_within")


def test_a_crop_is_no_more_than_a_look(banked):
    whole = scene(4)
    cropped = whole.crop((13, 10, whole.width - 13, whole.height - 10))
    post = Met(media=(MetMedia(pictures=variants_of(as_bytes(cropped))[8:]),))

    [look] = match(post, banked)

    assert (look.band, look.reason) == (Band.LOOK, "picture_part")


def test_weaker_likeness_is_found_only_where_it_is_asked_for(banked):
    far = f"{int(hash_picture(PICTURE).hash, 16) ^ (1 << 40) - 1:064x}"
    post = Met(media=(MetMedia(pictures=(Variant("upright", far),)),))

    assert match(post, banked) == ()
    [look] = match(post, banked, is_wide=True)
    assert (look.band, look.reason, look.distance) == (Band.LOOK, "picture_like", 40)


def test_many_posts_at_once_are_what_each_is_alone(banked):
    posts = [
        Met(RECIPE),
        Met(),
        Met("مطر غزير غداً في الشمال"),
        Met(media=(MetMedia(sha256=SHA256), MetMedia(pictures=variants_of(PICTURE)))),
        Met("", ("https://example.org/soup",)),
    ]

    assert match_many(posts, banked) == [match(post, banked) for post in posts]
    assert match_many([], banked) == []


def test_one_signal_found_in_two_ways_is_told_once_by_the_stronger(banked):
    turned = variants_of(PICTURE)
    post = Met(media=(MetMedia(pictures=(Variant(MIDDLE, turned[0].hash), *turned)),))

    [found] = match(post, banked)

    assert (found.band, found.reason) == (Band.SAME, "picture_same")


def test_what_is_saved_answers_alike_and_damage_is_told(banked, tmp_path):
    post = Met(RECIPE, ("https://example.org/soup",))
    banked.save(tmp_path)
    banked.save(tmp_path)
    opened = Banked.opened(tmp_path)

    assert len(list(tmp_path.iterdir())) == 2
    assert len(opened) == len(banked) == 6
    assert match(post, opened) == match(post, banked)
    opened.drop([3, 5, 6])
    assert match(post, opened) == ()
    (tmp_path / "current.json").write_text("{}", "utf-8")
    with pytest.raises(Unreadable, match="build the indexes again"):
        Banked.opened(tmp_path)


def test_a_post_brings_its_own_address_and_those_it_names():
    media = (PostMedia(MediaKind.PICTURE, sha256=SHA256, pdq="0" * 64),)
    post = PublicPost(
        "telegram",
        "9",
        "cook",
        "see example.org/soup and example.org/soup",
        datetime.now(UTC),
        address="https://t.me/s/soupkitchen/9",
        media=media,
    )

    met = met_of(post)

    assert met.addresses == ("https://t.me/soupkitchen/9", "https://example.org/soup")
    assert met.media == (MetMedia(SHA256, "", (Variant("upright", "0" * 64),)),)
