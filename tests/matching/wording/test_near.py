import random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.errors import Unreadable
from marsad.matching.signals import Band
from marsad.matching.wording.lanes import MOST_ROWS
from marsad.matching.wording.near import WORDING
from marsad.spans import prove
from matching.wording.altered import AROUND, GREETINGS, SENTENCES, cases

ARABIC, ENGLISH, FRENCH = (SENTENCES[language] for language in ("ar", "en", "fr"))
BANK = dict(enumerate((*ARABIC, *ENGLISH, *FRENCH), 10))
ALTERED = list(cases())


@pytest.fixture(scope="module")
def index():
    return WORDING.index(BANK.items())


@pytest.mark.parametrize(
    ("banked", "met"),
    [pytest.param(banked, met, id=name) for name, banked, met in ALTERED],
)
def test_a_banked_sentence_is_known_again_in_its_places(index, banked, met):
    (likeness, *_) = index.find([met])[0]

    assert BANK[likeness.number] == banked
    assert likeness.band is Band.SAME
    assert len(likeness.ours) == len(likeness.theirs) > 0
    for ours, theirs in zip(likeness.ours, likeness.theirs, strict=True):
        prove(ours, met)
        prove(theirs, banked)


@pytest.mark.parametrize(
    ("banked", "met"),
    [pytest.param(banked, met, id=name) for name, banked, met in ALTERED[::3]],
)
def test_the_index_says_what_the_slow_way_says(index, banked, met):
    (likeness, *_) = index.find([met])[0]
    slow = WORDING.compare(banked, met)

    assert slow is not None
    assert (slow.distance, slow.band, slow.reason) == (
        likeness.distance,
        likeness.band,
        likeness.reason,
    )
    assert (slow.ours, slow.theirs) == (likeness.ours, likeness.theirs)
    assert slow.details == likeness.details


@pytest.mark.parametrize(
    ("met", "evasion"),
    [
        pytest.param(ARABIC[0].replace("ا", "اـ"), "tatweel", id="tatweel"),
        pytest.param(ARABIC[0].replace("ر", "رَ"), "marks", id="marks"),
        pytest.param(ARABIC[0].replace("س", "سسسس"), "elongated", id="elongated"),
        pytest.param(ARABIC[0].replace(" ", " 🌱 "), "emoji", id="emoji"),
        pytest.param(" ".join(ARABIC[0]), "spaced", id="spaced"),
        pytest.param(ARABIC[0].replace("ص", "ص\u200c"), "invisible", id="zero-width"),
        pytest.param(ARABIC[0].replace("ب", "ٮ"), "dotless", id="without dots"),
        pytest.param(ARABIC[0].replace("ع", "غ"), "dots", id="other dots"),
        pytest.param(ARABIC[0].replace("ك", "ک"), "look_alikes", id="Persian letters"),
        pytest.param(ENGLISH[0].replace("o", "0"), "digits", id="digits"),
        pytest.param(ENGLISH[0].replace("a", "а"), "look_alikes", id="Cyrillic"),
        pytest.param(
            " ".join(ARABIC[0].split()[8:] + ARABIC[0].split()[:8]),
            "reordered",
            id="order",
        ),
    ],
)
def test_what_was_done_to_the_text_is_said(index, met, evasion):
    assert evasion in index.find([met])[0][0].details["evasions"].split(",")


def test_an_unaltered_text_has_no_evasion(index):
    likeness = index.find([ARABIC[0]])[0][0]

    assert (likeness.details["evasions"], likeness.distance) == ("", 0)
    assert likeness.reason == "wording_exact"


@pytest.mark.parametrize(
    "met",
    [
        "nazra3 elbasal fil7a9l kol saba7 wa nas9ih bel ma2 9abl shorou9 elshams thom nagma3 el3ads fil masa2",
        "nzr3 albsl fy al7ql kl sba7 w nsqyh balma2 qbl shrwq alshms thm njm3 al3ds fy almsa2",
        "Nazra' al-basal fi al-haql kull sabah wa-nasqih bi-al-ma' qabla shuruq al-shams",
    ],
)
def test_arabic_in_latin_letters_is_known_by_its_consonants(index, met):
    (likeness,) = index.find([met])[0]

    assert BANK[likeness.number] == ARABIC[0]
    assert likeness.reason == "wording_sound"
    for ours, theirs in zip(likeness.ours, likeness.theirs, strict=True):
        prove(ours, met)
        prove(theirs, ARABIC[0])


def test_a_part_of_a_text_is_weaker_evidence(index):
    words = ARABIC[2].split()
    (likeness,) = index.find([" ".join([*words[:7], AROUND["ar"]])])[0]

    assert likeness.band is Band.LOOK
    assert likeness.reason == "wording_part"
    assert likeness.details["share"] < 50


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_a_shared_greeting_is_no_likeness(language):
    first, second = SENTENCES[language][:2]
    greeting = GREETINGS[language]

    assert WORDING.compare(f"{greeting} {first}", f"{greeting} {second}") is None
    assert not WORDING.index([(1, f"{greeting} {first}")]).find([greeting])[0]


def test_a_long_prayer_before_a_short_text_counts_for_nothing():
    prayer = "بسم الله الرحمن الرحيم الحمد لله رب العالمين والصلاة والسلام على سيدنا محمد وعلى آله وصحبه أجمعين"
    banked = f"{prayer} نزرع البصل في الحقل كل صباح"
    index = WORDING.index([(1, banked)])

    assert not index.find([f"{prayer} تأجلت مباراة الغد بسبب المطر"])[0]
    assert index.find(["نزرع البصل في الحقل كل صباح ونسقيه"])[0]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("", "0 letters", id="empty"),
        pytest.param("🌱🌱🌱", "0 letters", id="emoji only"),
        pytest.param("شوربة العدس جاهزة", "too few to be told", id="a short phrase"),
        pytest.param(
            "السلام عليكم ورحمة الله وبركاته", "0 letters", id="only a greeting"
        ),
        pytest.param("مطر وريح وبرد " * 800, "more than 5000", id="a book"),
    ],
)
def test_what_cannot_be_told_from_ordinary_words_is_refused(text, problem):
    with pytest.raises(Unreadable, match=problem) as refused:
        WORDING.canonical(text)

    assert "bank" in refused.value.way_out


@pytest.mark.parametrize(
    "met", ["", " ", "🌱", "\ud800", "\u200b" * 50, "#", "@", "http://"]
)
def test_a_post_without_words_resembles_nothing(index, met):
    assert index.find([met]) == [()]


def test_a_quotation_in_a_very_long_post_is_found_in_its_place(index):
    before = (AROUND["ar"] + " ") * 400
    met = before + "\ud83d" + ARABIC[1] + AROUND["ar"] * 600

    (likeness,) = index.find([met])[0]

    assert likeness.distance == 0
    assert likeness.ours[0].start == len(before) + 1
    prove(likeness.ours[0], met)


def test_a_long_banked_text_is_found_across_stretches():
    draw = random.Random(3)  # noqa: S311 (a fixed draw)
    words = " ".join(ARABIC).split()
    banked = " ".join(draw.choice(words) + draw.choice(words) for _ in range(350))
    met = f"{AROUND['ar'] * 30} {banked} {AROUND['ar'] * 30}"

    (likeness,) = WORDING.index([(4, banked)]).find([met])[0]

    assert likeness.details["share"] > 99
    assert WORDING.compare(banked, met).distance == likeness.distance


def test_what_was_added_is_found_and_what_was_dropped_is_not():
    index = WORDING.index(BANK.items())
    index.add([(99, AROUND["ar"]), (10, AROUND["en"])])
    index.drop([11, 12345])

    assert len(index) == len(BANK)
    assert [one.number for one in index.find([AROUND["ar"]])[0]] == [99]
    assert [one.number for one in index.find([AROUND["en"]])[0]] == [10]
    assert index.find([ARABIC[0], ARABIC[1]]) == [(), ()]
    assert index.find([ARABIC[2]])[0][0].number == 12


def test_many_small_additions_are_all_found():
    draw = random.Random(1)  # noqa: S311 (a fixed draw)
    words = " ".join((*ARABIC, *AROUND.values())).split()
    texts = [" ".join(draw.choice(words) for _ in range(14)) for _ in range(60)]
    index = WORDING.index()
    for number, text in enumerate(texts):
        index.add([(number, text)])

    found = index.find(texts)

    assert len(index) == 60
    assert all(
        number in [one.number for one in many] for number, many in enumerate(found)
    )


def test_what_was_saved_answers_the_same(tmp_path):
    index = WORDING.index(BANK.items())
    index.add([(99, AROUND["ar"])])
    index.drop([10])
    met = [AROUND["ar"], *(post for _, _, post in ALTERED[::9])]
    before = index.find(met)
    index.save(tmp_path)
    opened = WORDING.opened(tmp_path)

    assert opened.find(met) == before
    assert len(opened) == len(BANK)
    opened.add([(7, AROUND["fr"])])
    opened.drop([99])
    assert opened.find([AROUND["fr"]])[0][0].number == 7
    assert opened.find([AROUND["ar"]]) == [()]


def test_an_empty_index_finds_nothing_and_can_be_saved(tmp_path):
    WORDING.index().save(tmp_path)

    opened = WORDING.opened(tmp_path)

    assert len(opened) == 0
    assert opened.find([ARABIC[0]]) == [()]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[:-9]), id="cut"),
        pytest.param(lambda path: path.unlink(), id="gone"),
        pytest.param(lambda path: path.write_bytes(b"soup"), id="other bytes"),
    ],
)
@pytest.mark.parametrize("part", ["letters_rows", "written", "manifest"])
def test_a_damaged_index_is_refused(tmp_path, part, damage):
    WORDING.index(BANK.items()).save(tmp_path)
    damage(next(tmp_path.glob(f"{part}*")))

    with pytest.raises(Unreadable):
        WORDING.opened(tmp_path)


def test_one_text_banked_in_many_versions_is_told_and_costs_no_more():
    versions = {n: f"{ARABIC[0]} {n}" for n in range(3 * MOST_ROWS)}
    index = WORDING.index(versions.items())

    (found,) = index.find([ARABIC[0]])

    assert MOST_ROWS / 2 <= len(found) <= MOST_ROWS


letters = st.sampled_from("ابتثجحسشعغمنهوي ةىأـَ\u200babet37 .#@🌱")
sentences = st.sampled_from([*BANK.values(), *GREETINGS.values()])
posts = st.lists(
    st.one_of(st.text(letters, max_size=30), sentences, st.text(max_size=20)),
    max_size=6,
).map("".join)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(met=posts, banked=st.sampled_from([*BANK.values()]))
def test_index_and_slow_way_agree_on_any_text(index, met, banked):
    number = next(n for n, text in BANK.items() if text == banked)
    found = {one.number: one for one in index.find([met])[0]}
    slow = WORDING.compare(banked, met)

    assert (slow is None) == (number not in found)
    if slow is not None:
        assert (slow.ours, slow.details) == (found[number].ours, found[number].details)


@settings(max_examples=40, deadline=None)
@given(banked=posts, met=posts)
def test_no_text_breaks_the_comparison(banked, met):
    try:
        banked = WORDING.canonical(banked)
    except Unreadable as refused:
        assert refused.way_out
        return
    found = WORDING.index([(1, banked)]).find([met, banked])

    assert found[1][0].distance == 0
    for likeness in found[0]:
        for ours, theirs in zip(likeness.ours, likeness.theirs, strict=True):
            prove(ours, met)
            prove(theirs, banked)


def test_numbers_may_be_any_of_64_bits():
    numbers = np.iinfo(np.int64)
    index = WORDING.index([(numbers.max, ARABIC[0]), (numbers.min, ARABIC[1])])

    assert index.find([ARABIC[0]])[0][0].number == numbers.max
    assert index.find([ARABIC[1]])[0][0].number == numbers.min
