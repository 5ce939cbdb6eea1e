import pytest

from marsad.matching.wording.letters import kinds, plain, skeleton
from marsad.matching.wording.sounds import sounds_of
from marsad.matching.wording.streams import one_of, stream_of, streams_of

LETTERS = {kind: letter for letter, kind in kinds().items()}


def plainly(text):
    return "".join(LETTERS.get(kind, "?") for kind in stream_of(text, plain()).kinds)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        pytest.param("السَّلامُ عليـكم", "السلامعليكم", id="marks and tatweel"),
        pytest.param("جداااا 🌱 جدا", "جداجدا", id="repeats and emoji"),
        pytest.param("ﻻ ﷲ", "لاله", id="ligatures, and letters that meet"),
        pytest.param("soup (HTTPS://a.example/b?c) now", "soupnow", id="a link"),
        pytest.param("مطرhttp://a.example ثلج", "مطرثلج", id="a link without a blank"),
        pytest.param("www.a.example rain", "rain", id="a link without its scheme"),
        pytest.param("what https means", "whathtpsmeans", id="the word alone"),
        pytest.param("@one.two rain a@b", "rainab", id="a mention"),
        pytest.param("#مطر_غزير", "مطرغزير", id="a hashtag"),
        pytest.param("٢٠٢٥ 2025", "20252025", id="digits of both kinds"),
        pytest.param("Œuvre ÉTÉ", "oeuvrete", id="French letters"),
        pytest.param("𝐬𝐨𝐮𝐩 ⓢⓞⓤⓟ ｓｏｕｐ", "soupsoupsoup", id="letters of other looks"),
        pytest.param("сoup", "coup", id="a Cyrillic letter"),
        pytest.param("\ud800\U000e0041", "", id="no letters"),
    ],
)
def test_a_text_is_the_stream_of_its_letters(text, letters):
    assert plainly(text) == letters


def test_letters_that_differ_by_dots_have_one_skeleton():
    for one, other in (
        ("بيت", "ٮىٮ"),
        ("فقه", "ڡٯه"),
        ("خرج", "حرح"),
        ("غزير", "عرٮر"),
    ):
        first, second = (stream_of(text, skeleton()) for text in (one, other))
        assert first.letters.tolist() == second.letters.tolist()


def test_every_letter_knows_where_it_was_written():
    text = "مـُ🌱طـــر"
    stream = stream_of(text, skeleton())

    assert stream.first.tolist() == [0, 4, 8]
    assert stream.last.tolist() == [2, 7, 8]


def test_places_are_those_of_each_text_by_itself():
    streams = streams_of(["مطر", "", "🌱ثلج"], skeleton())

    assert one_of(streams, 0).first.tolist() == [0, 1, 2]
    assert one_of(streams, 1).first.tolist() == []
    assert one_of(streams, 2).first.tolist() == [1, 2, 3]


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("شوربة العدس", "shorbet el3adas"),
        ("خبز", "khobz"),
        ("خبز", "5obz"),
        ("غرفة", "ghorfa"),
        ("صباح", "saba7"),
        ("قمر", "qamar"),
        ("الشمس", "ash-shams"),
    ],
)
def test_consonants_are_the_same_in_both_scripts(arabic, latin):
    first, second = (
        one_of(sounds_of(streams_of([text], plain())), 0).letters.tolist()
        for text in (arabic, latin)
    )
    assert first[: len(second)] == second[: len(first)]
    assert abs(len(first) - len(second)) <= 1
