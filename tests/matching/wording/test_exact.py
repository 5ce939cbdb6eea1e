import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.errors import Unreadable
from marsad.matching.signals import Band
from marsad.matching.wording.exact import EXACT_WORDING
from marsad.spans import prove
from matching.wording.altered import SENTENCES

SOUP = "شوربة العدس جاهزة على المائدة"


@pytest.mark.parametrize(
    "met",
    [
        pytest.param("شُورْبَةُ العَدَسِ جاهِزَةٌ عَلى المائِدَة", id="vowel marks"),
        pytest.param("شوربـــة العدس جاهـزة على المائدة", id="tatweel"),
        pytest.param("شوربه العدس جاهزه علي المائده", id="loose spelling"),
        pytest.param("شوووربة العدددس جاهزة على المائدة", id="repeated letters"),
        pytest.param("ش و ر ب ة العدس جاهزة على المائدة", id="spaced letters"),
        pytest.param("«شوربة العدس» جاهزة، على المائدة! 🍲", id="signs and emoji"),
        pytest.param(
            "@aunt شوربة العدس جاهزة على المائدة https://a.example/b",
            id="link, mention",
        ),
        pytest.param("#شوربة_العدس جاهزة على المائدة", id="a hashtag's words"),
        pytest.param("ﺷﻮﺭﺑﺔ العدس جاهزة على المائدة", id="presentation forms"),
        pytest.param("شوربة العدس جاهزة على\u200b المائدة\u200f", id="invisible signs"),
    ],
)
def test_the_same_words_are_known_however_they_are_spelt(met):
    likeness = EXACT_WORDING.compare(SOUP, met)

    assert (likeness.distance, likeness.band) == (0, Band.SAME)
    assert EXACT_WORDING.index([(0, SOUP)]).find([met]) == [(likeness,)]
    prove(likeness.ours[0], met)
    prove(likeness.theirs[0], SOUP)


@pytest.mark.parametrize(
    "met",
    [
        pytest.param(f"{SOUP} الآن", id="a word more"),
        pytest.param("شوربة العدس على المائدة جاهزة", id="another order"),
        pytest.param("شورٮة العدس جاهزة على المائدة", id="a letter without its dots"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_words_are_not_the_same(met):
    assert EXACT_WORDING.compare(SOUP, met) is None
    assert EXACT_WORDING.index([(0, SOUP)]).find([met]) == [()]


@pytest.mark.parametrize(
    "text", ["", "مطر", "🍲🍲🍲🍲🍲🍲🍲🍲🍲", "https://soup.example/lentils"]
)
def test_a_word_or_two_are_no_exact_wording(text):
    with pytest.raises(Unreadable, match="too short to be told from ordinary words"):
        EXACT_WORDING.canonical(text)


def test_what_was_added_replaced_and_dropped_is_so_at_once_and_when_opened(tmp_path):
    first, second, third = SENTENCES["ar"]
    index = EXACT_WORDING.index([(1, first), (2, second), (5, first)])
    index.add([(2, third), (9, SOUP)])
    index.drop([5, 77])
    index.save(tmp_path)

    for one in (index, EXACT_WORDING.opened(tmp_path)):
        found = [
            [like.number for like in many]
            for many in one.find([first, second, third, SOUP])
        ]
        assert found == [[1], [], [2], [9]]
        assert len(one) == 3


def test_texts_beyond_the_first_thousands_are_shown_as_they_are():
    index = EXACT_WORDING.index((n, f"{SOUP} بعد {n} دقيقة") for n in range(5000))
    index.add([(6000, SOUP)])

    (likeness,) = index.find([f"{SOUP} بعد 4321 دقيقة"])[0]

    assert (likeness.number, likeness.theirs[0].quote) == (
        4321,
        f"{SOUP} بعد 4321 دقيقة",
    )


@pytest.mark.parametrize("part", ["keys", "texts"])
def test_a_damaged_index_is_refused(tmp_path, part):
    EXACT_WORDING.index([(1, SOUP)]).save(tmp_path)
    (tmp_path / part / "manifest.json").write_text("{}")

    with pytest.raises(Unreadable):
        EXACT_WORDING.opened(tmp_path)


@settings(max_examples=80, deadline=None)
@given(banked=st.text(max_size=40), met=st.text(max_size=40))
def test_index_and_slow_way_agree_on_any_text(banked, met):
    slow = EXACT_WORDING.compare(banked, met)

    assert EXACT_WORDING.index([(0, banked)]).find([met]) == [(slow,) if slow else ()]
