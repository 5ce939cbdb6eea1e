"""What a notice says, in three languages: all that the law asks, no order, no threat."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from marsad.desk.referrals import notices
from marsad.desk.referrals.models import Category

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
SENDER = notices.Sender(
    "Communications cell",
    "cell@marsad.example",
    "https://marsad.example/en/appeals/content/",
)
LIKENESS = notices.Likeness(
    kind="wording", distance=0.04, known="1a2b3c4d5e6f7a8b",
    ours=((0, 118), (130, 140)), theirs=((0, 118), (119, 129)),
)  # fmt: skip


def named(place=1, **said):
    given = {
        "place": place,
        "published": AT,
        "language": "ar",
        "captured_at": AT,
        "capture": "c" * 64,
        "likenesses": (LIKENESS,),
        **said,
    }
    return notices.Named(**given)


def values(**said):
    given = {
        "number": "N-7K2M-9QXD",
        "at": AT,
        "platform": "Telegram",
        "terms": "No soup without salt.",
        "category": Category.TERMS,
        "description": "The post repeats a recipe that is known to be wrong.",
        "sender": SENDER,
        "posts": (named(),),
        "read_at": (AT, AT),
        **said,
    }
    return notices.Values(**given)


LANGUAGES = ["ar", "en", "fr"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_carries_what_the_dsa_asks_of_a_notice(language):
    text = notices.compose(values(), language)

    # Art. 16(2): a reasons, b exact addresses, c name and e-mail, d good faith.
    assert "The post repeats a recipe" in text
    assert "{address 1}" in text
    assert "Communications cell <cell@marsad.example>" in text
    assert {"ar": "بحسن نية", "en": "in good faith", "fr": "de bonne foi"}[
        language
    ] in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_carries_what_a_referral_tells(language):
    text = notices.compose(values(category=Category.RECRUITS), language)

    for said in ("N-7K2M-9QXD", "2026", "09:30", "2021/784", "No soup without salt."):
        assert said in text
    ground = {
        "ar": "المادة 2(7)(ج)",
        "en": "Article 2(7)(c)",
        "fr": "article 2, point 7 c)",
    }
    checked = {
        "ar": "المادة 1(3)",
        "en": "Article 1(3)",
        "fr": "article 1er, paragraphe 3",
    }
    assert ground[language] in text
    assert checked[language] in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_asks_and_says_who_asks_and_that_it_is_no_order(language):
    text = notices.compose(values(), language)
    said = {
        "ar": ("هذا طلب", "تحالف من الحكومات", "وليس هذا أمرًا", "يطعن"),
        "en": ("This is a request", "coalition of governments", "It is not an order", "appeal"),
        "fr": ("Ceci est une demande", "coalition de gouvernements", "Ce n’est pas une injonction", "contester"),
    }  # fmt: skip

    for words in said[language]:
        assert words in text
    assert SENDER.appeals in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_threatens_nobody_and_sets_no_time(language):
    text = notices.compose(values(), language).lower()
    never = (
        "within 24", "within one hour", "must remove", "liab", "penalt", "prosecut", "failure to",
        "sous 24", "dans un délai de", "sanction", "poursuite", "mise en demeure", "responsabilité pénale",
        "خلال 24", "خلال ساعة", "يجب عليكم", "عقوب", "غرامة", "ملاحقة قضائية",
    )  # fmt: skip

    assert [words for words in never if words in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("category", list(Category))
def test_every_category_has_words_of_its_own(category, language):
    text = notices.compose(values(category=category), language)
    other = Category.TERMS if category != Category.TERMS else Category.INCITES

    assert text != notices.compose(values(category=other), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "kind",
    ["sha256", "md5", "pdq", "vpdq", "url", "url_pattern", "exact_wording", "wording"],
)
def test_what_matched_is_told_by_kind_distance_and_places(kind, language):
    one = notices.Likeness(
        kind, 12.0 if kind == "pdq" else 0.04, "1a2b", ((3, 9),), ((0, 6),)
    )
    text = notices.compose(values(posts=(named(likenesses=(one,)),)), language)

    assert "1a2b" in text
    assert "3–9" in text
    assert "0–6" in text
    assert ("12" if kind == "pdq" else "0.04") in text
    if kind == "wording":
        assert "96" in text


def test_large_places_are_written_plainly():
    one = notices.Likeness("wording", 0.0, "1a2b", ((12345, 23456),), ((0, 6),))
    for language in LANGUAGES:
        text = notices.compose(values(posts=(named(likenesses=(one,)),)), language)
        assert "12345–23456" in text


def test_addresses_come_into_their_places_and_nowhere_else():
    text = notices.compose(values(posts=(named(1), named(2))), "en")
    full = notices.filled(text, {1: "https://t.me/cook/1", 2: "https://t.me/cook/2"})

    assert "1. https://t.me/cook/1\n2. https://t.me/cook/2" in full
    assert not notices.has_places(full)
    assert notices.has_places(notices.filled(text, {1: "https://t.me/cook/1"}))


def test_words_of_people_stay_words():
    text = notices.compose(values(description="<b>a & b</b> {% now 'Y' %}"), "en")

    assert "<b>a & b</b> {% now 'Y' %}" in text


def test_it_is_the_same_whatever_language_the_page_is_in():

    with translation.override("ar"):
        one = notices.compose(values(), "en")
    with translation.override("fr"):
        other = notices.compose(values(), "en")
    assert one == other
    assert notices.subject("N-1", "en") == "Notice N-1: content for your own assessment"


@pytest.mark.parametrize("language", LANGUAGES)
def test_taking_a_notice_back_names_it_and_asks_for_a_second_look(language):
    said = {
        "number": "N-7K2M-9QXD", "at": AT, "sent": AT, "platform": "Telegram",
        "sender": SENDER, "addresses": ["https://t.me/cook/1"],
    }  # fmt: skip
    text = notices.compose_withdrawal(said, language)

    assert "N-7K2M-9QXD" in text
    assert "https://t.me/cook/1" in text
