"""Tests for the support check."""

import re
import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from drafts import edition
from marsad.composing.doubts import Code
from marsad.composing.editions import Block, Media, Member, Roll, Sort
from marsad.composing.held import held_by
from marsad.composing.support import check
from marsad.marking import Audience, Marking
from supported import REGISTER, SENTENCES

ON = date(2026, 11, 22)
LANGUAGES = ("ar", "en", "fr")


def doubts_of(language, text, entries=(), sort=Sort.STATEMENT, **more):
    """What the check says of one block that cites entries of the small register."""
    block = Block("a", sort, text, entries, **more)
    return check(edition(language, [block], REGISTER), on=ON)


def codes_of(language, text, entries=(), sort=Sort.STATEMENT, **more):
    return [one.code for one in doubts_of(language, text, entries, sort, **more)]


RIGHT = [
    pytest.param(language, one, id=f"{language}: {one.text[:50]}")
    for language, sentences in SENTENCES.items()
    for one in sentences
]
SPOILT = [
    pytest.param(
        language,
        one.text.replace(old, new, 1),
        one.entries,
        code[0] if code else "number",
        id=f"{language}: {old} to {new} in {one.text[:40]}",
    )
    for language, sentences in SENTENCES.items()
    for one in sentences
    for old, new, *code in one.spoilt
]


def test_there_are_enough_sentences_in_each_language():
    for sentences in SENTENCES.values():
        assert len(sentences) >= 25
        assert sum(len(one.spoilt) for one in sentences) >= 40
        assert all(old in one.text for one in sentences for old, *_ in one.spoilt)


@pytest.mark.parametrize(("language", "sentence"), RIGHT)
def test_a_sentence_that_its_entries_bear_raises_nothing(language, sentence):
    assert not doubts_of(language, sentence.text, sentence.entries)


@pytest.mark.parametrize(("language", "text", "entries", "code"), SPOILT)
def test_a_sentence_that_says_otherwise_is_doubted(language, text, entries, code):
    assert code in codes_of(language, text, entries)


_DIGITED = [
    (language, one)
    for language, sentences in SENTENCES.items()
    for one in sentences
    if any(letter.isdecimal() for letter in one.text)
]


_ROW = re.compile(r"\d+")


def _held(numbers):
    """The digits that entries have, and the years that they are of."""
    held = held_by(one for one in REGISTER if one.number in numbers)
    return held.digits | {str(day.year) for days in held.days for day in days}


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_another_digit_anywhere_in_a_supported_sentence_is_seen(data):
    language, sentence = data.draw(st.sampled_from(_DIGITED))
    text = sentence.text
    places = [at for at, letter in enumerate(text) if letter.isdecimal()]
    place = data.draw(st.sampled_from(places))
    other = data.draw(st.integers(0, 9).filter(lambda one: one != int(text[place])))
    zero = chr(ord(text[place]) - int(text[place]))
    spoilt = text[:place] + chr(ord(zero) + other) + text[place + 1 :]
    # A number of the same entries in another's place is beyond the check.
    row = next(one for one in _ROW.finditer(spoilt) if one.start() <= place < one.end())
    assume(str(int(row[0])) not in _held(sentence.entries))

    assert doubts_of(language, spoilt, sentence.entries), spoilt


_QUOTES = [
    (one.number, part)
    for one in REGISTER
    if one.kind == "quote" and one.fields["form"] == "direct"
    for part in [one.words]
]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_words_copied_from_a_source_are_never_doubted(data):
    number, words = data.draw(st.sampled_from(_QUOTES))
    parts = words.split(" ")
    first = data.draw(st.integers(0, len(parts) - 1))
    last = data.draw(st.integers(first + 1, len(parts)))
    marks = data.draw(st.sampled_from(["«»", "“”", '""']))
    copied = f"{marks[0]}{' '.join(parts[first:last])}{marks[1]}"

    for language in LANGUAGES:
        assert not doubts_of(language, copied, (number,)), copied


def test_only_typography_may_differ_in_a_quotation():
    same = "« We  will keep up the pressure until the last cell is gone. »"
    vowelled = "«سَنُواصِلُ دعم العائديـن حتى يعود آخر نازح»"
    other = "«سنواصل دعم العائدين حتي يعود اخر نازح»"

    assert not codes_of("fr", same, (6,))
    assert not codes_of("ar", vowelled, (7,))
    assert codes_of("ar", other, (7,)) == [Code.QUOTATION]


def test_words_left_out_of_a_quotation_are_shown_and_stay_in_order():
    kept = "“We will keep up the pressure […] and 12 towns are safe today”"
    turned = "“12 towns are safe today … We will keep up the pressure”"

    assert not codes_of("en", kept, (6,))
    assert codes_of("en", turned, (6,)) == [Code.QUOTATION]


def test_a_part_of_a_word_or_number_is_no_quotation():
    assert codes_of("en", "He spoke of “ell is gone”.", (6,)) == [Code.QUOTATION]
    assert Code.QUOTATION in codes_of("en", "They gave “750 tents”.", (15,))


def test_a_mark_without_its_partner_is_doubted():
    doubt = doubts_of("en", "Karim Haddad said: “We will keep up the pressure.", (6,))[
        0
    ]

    assert (doubt.code, doubt.details["case"]) == (Code.QUOTATION, "open")


def test_a_translation_is_no_quotation_of_the_original():
    text = "«سنبقي الضغط حتى تزول آخر خلية»"

    assert codes_of("ar", text, (6,)) == [Code.QUOTATION]


def test_reported_speech_is_not_shown_as_exact_words():
    marked = "Selon Bruxelles, « la Belgique formera 400 policiers irakiens »."

    assert Code.REPORTED_AS_SAID in codes_of("fr", marked, (8,))
    assert codes_of("fr", "", (8,), Sort.QUOTATION) == [Code.REPORTED_AS_SAID]


def test_a_quotation_block_shows_its_entry_and_needs_no_text():
    assert not codes_of("ar", "", (7,), Sort.QUOTATION)
    assert not codes_of("ar", "سارة منصور من الأردن:", (7,), Sort.QUOTATION)


def test_a_quotation_block_with_altered_words_is_doubted_without_marks():
    words = "We will keep up the pressure until the very last cell is gone"

    assert codes_of("en", words, (6,), Sort.QUOTATION) == [Code.QUOTATION]


@pytest.mark.parametrize(
    "sort", [Sort.STATEMENT, Sort.FIGURE, Sort.QUOTATION, Sort.MEETING, Sort.CHART]
)
def test_a_block_of_facts_needs_an_entry(sort):
    assert Code.UNCITED in codes_of("en", "The camps are empty.", (), sort)


REMARKS = {
    "ar": (
        "إليكم إحاطة اليوم.",
        "صباح الخير، وأهلا بكم في ملخص هذا الأسبوع.",
        "ننتقل الآن إلى الالتزامات.",
        "فيما يلي أبرز التصريحات.",
        "يتناول الجزء التالي إخفاقات الخصم.",
        "نترككم مع أهم ما ورد هذا اليوم.",
    ),
    "en": (
        "Here is today's brief.",
        "Good morning, and welcome to this week's summary.",
        "We turn now to what partners do on the ground.",
        "The next part looks at the adversary's failures.",
        "On the one hand there is progress, on the other hand much is left to do.",
        "This brief is also out in Arabic and French.",
    ),
    "fr": (
        "Voici la note du jour.",
        "Passons maintenant aux engagements.",
        "La suite porte sur les échecs de l’adversaire.",
        "Un mot encore avant les chiffres.",
        "D’une part, des progrès ; d’autre part, beaucoup reste à faire.",
        "N’hésitez pas à nous écrire.",
    ),
}
NOT_REMARKS = {
    "ar": (
        "إليكم 83 سببا للمتابعة.",
        "العراق أكثر أمنا.",
        "قال الوزير إن العمل مستمر.",
        "لقد «انتصرنا».",
        "تغير الكثير منذ عام 2019.",
        "ثمانون دولة معنا.",
        "تنضم إلينا سارة منصور.",
        "تعهدت فرنسا بدعمنا.",
        "نصف الأراضي محرر.",
    ),
    "en": (
        "Here are 83 reasons to read on.",
        "Iraq is safer now.",
        "As the minister said, the work goes on.",
        "We “won”.",
        "Since 2019 much has changed.",
        "Eighty states are with us.",
        "Sara Mansour joins us.",
        "France pledged its support.",
        "Half of the land is free.",
    ),
    "fr": (
        "Voici 83 raisons de lire la suite.",
        "L’Irak est plus sûr.",
        "Le ministre a déclaré que le travail continue.",
        "Nous avons « gagné ».",
        "Depuis 2019, beaucoup a changé.",
        "Quatre-vingts États sont avec nous.",
        "Sara Mansour nous rejoint.",
        "La France s’est engagée à nous aider.",
        "La moitié du territoire est libre.",
    ),
}


@pytest.mark.parametrize(
    ("language", "text"), [(one, text) for one in REMARKS for text in REMARKS[one]]
)
def test_words_that_claim_nothing_are_a_remark(language, text):
    assert not codes_of(language, text, sort=Sort.REMARK)


@pytest.mark.parametrize(
    ("language", "text"),
    [(one, text) for one in NOT_REMARKS for text in NOT_REMARKS[one]],
)
def test_a_remark_holds_no_fact(language, text):
    assert codes_of(language, text, sort=Sort.REMARK) == [Code.FACT_IN_REMARK]


def _with(cited, **more):
    block = Block("a", Sort.STATEMENT, "83 members.", (1,))
    return check(edition("en", [block], [cited], **more), on=ON)


MEMBERS = REGISTER[0]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"state": "retracted"}, Code.RETRACTED),
        ({"state": "merged"}, Code.RETRACTED),
        ({"expires_on": ON}, Code.EXPIRED),
        ({"rivals": (7, 9)}, Code.CONTRADICTED),
        ({"marking": Marking.AMBER}, Code.MARKING),
    ],
    ids=["retracted", "merged", "expired today", "contradicted", "marked above"],
)
def test_an_entry_that_may_not_be_used_is_doubted(change, code):
    assert [one.code for one in _with(replace(MEMBERS, **change))] == [code]


def test_an_entry_lasts_until_the_day_on_which_it_expires():
    assert not _with(replace(MEMBERS, expires_on=date(2026, 11, 23)))


@pytest.mark.parametrize(
    ("language", "text", "is_dated"),
    [
        ("en", "In {year} the Coalition had 83 members.", True),
        ("ar", "ضم التحالف 83 عضوا في عام {year}.", True),
        ("fr", "En {year}, la Coalition comptait 83 membres.", True),
        ("en", "The Coalition has 83 members.", False),
        ("ar", "يضم التحالف 83 عضوا.", False),
        ("fr", "La Coalition compte 83 membres.", False),
    ],
)
def test_a_value_stays_true_of_the_year_that_it_names(language, text, is_dated):
    text = text.format(year=MEMBERS.day.year)
    old = replace(MEMBERS, expires_on=ON)
    block = Block("a", Sort.STATEMENT, text, (1,))

    doubts = check(edition(language, [block], [old]), on=ON)

    assert [one.code for one in doubts] == ([] if is_dated else [Code.EXPIRED])


def test_a_chart_says_of_when_its_values_are():
    old = replace(MEMBERS, expires_on=ON)
    block = Block("a", Sort.CHART, "Members of the Coalition", (1,))

    assert not check(edition("en", [block], [old]), on=ON)


def test_an_entry_that_the_edition_does_not_hold_is_unknown():
    doubt = doubts_of("en", "The camps are empty.", (99,))[0]

    assert (doubt.code, doubt.entries) == (Code.UNKNOWN_ENTRY, (99,))


def test_an_edition_is_marked_as_strictly_as_what_it_cites():
    cited = replace(MEMBERS, marking=Marking.GREEN)
    within = {"audience": Audience.COMMUNITY}

    assert [one.details["case"] for one in _with(cited, **within)] == ["edition"]
    assert not _with(cited, **within, marking=Marking.GREEN)


def test_an_edition_may_not_reach_further_than_its_marking():
    doubts = _with(MEMBERS, marking=Marking.AMBER)

    assert [one.details["case"] for one in doubts] == ["audience"]


def test_an_entry_that_no_block_cites_may_not_leak_along():
    hidden = replace(REGISTER[1], marking=Marking.RED)
    block = Block("a", Sort.STATEMENT, "83 members.", (1,))
    doubts = check(edition("en", [block], [MEMBERS, hidden]), on=ON)

    assert [(one.code, one.entries) for one in doubts] == [(Code.MARKING, (2,))]


def _picture(**more):
    given = {
        "name": "camp",
        "sha256": "",
        "media_type": "image/png",
        "width": 8,
        "height": 6,
        "alternative": "A row of tents",
        "credit": "Harbour Wire",
        "licence": "CC BY 4.0",
        **more,
    }
    return Media(**given)


@pytest.mark.parametrize(
    ("sort", "change", "codes"),
    [
        (Sort.IMAGE, {}, []),
        (Sort.IMAGE, {"alternative": " "}, [Code.NO_ALTERNATIVE]),
        (Sort.IMAGE, {"credit": ""}, [Code.NO_CREDIT]),
        (Sort.IMAGE, {"licence": ""}, [Code.NO_LICENCE]),
        (Sort.VIDEO, {"address": "https://film.example/1"}, [Code.NO_ALTERNATIVE]),
        (Sort.VIDEO, {"address": "https://film.example/1", "transcript": "Hello"}, []),
    ],
)
def test_a_picture_needs_words_credit_and_licence(sort, change, codes):
    assert codes_of("en", "", sort=sort, media=_picture(**change)) == codes


def test_a_picture_without_a_file_is_empty():
    assert codes_of("en", "A caption.", sort=Sort.IMAGE)[0] == Code.EMPTY


def test_a_caption_that_claims_something_needs_an_entry():
    caption = "Ministers of 83 states in Rome"

    assert codes_of("en", caption, sort=Sort.IMAGE, media=_picture()) == [Code.UNCITED]
    assert not codes_of("en", "A row of tents.", sort=Sort.IMAGE, media=_picture())


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"draft": "machine"}, Code.MACHINE_DRAFT),
        ({"freshness": "changed"}, Code.CHANGED_ORIGINAL),
        ({"freshness": "untranslated"}, Code.UNTRANSLATED),
    ],
)
def test_a_block_that_nobody_finished_is_doubted(change, code):
    assert codes_of("en", "83 members.", (1,), **change) == [code]


def test_a_block_without_words_is_empty():
    assert codes_of("en", "  ", (1,)) == [Code.EMPTY]
    assert codes_of("en", "", sort=Sort.REMARK) == [Code.EMPTY]


def test_a_heading_says_only_what_the_brief_cites():
    blocks = [
        Block("h", Sort.SECTION, "84 members in Iraq"),
        Block("a", Sort.STATEMENT, "83 members.", (1,)),
    ]
    doubts = check(edition("en", blocks, REGISTER), on=ON)

    assert [(one.block, one.code) for one in doubts] == [
        ("h", Code.NUMBER),
        ("h", Code.NAME),
    ]


def test_a_heading_may_bear_the_day_and_the_name_of_the_house():
    text = "Global Coalition against Daesh, 22 November 2026"
    heading = Block("h", Sort.SECTION, text)

    assert not check(edition("en", [heading], ()), on=ON)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "الإحاطة الأسبوعية، من 16 إلى 22 نوفمبر 2026"),
        ("en", "Weekly brief, 16 to 22 November 2026"),
        ("fr", "Note de novembre 2026"),
    ],
)
def test_a_heading_may_bear_the_week_or_month_of_the_brief(language, text):
    assert not codes_of(language, text, sort=Sort.SECTION)


def test_a_heading_of_another_week_is_doubted():
    assert codes_of("en", "The week from 2 to 8 November 2026", sort=Sort.SECTION)


def test_a_list_of_members_bears_its_own_count_and_day():
    roll = Roll(
        {"en": "Global Coalition"},
        "coalition",
        date(2026, 11, 20),
        tuple(Member({"en": one}, None, 14) for one in ("Kenya", "Chad", "Ghana")),
    )
    right = "The 3 members as of 20 November 2026: Chad among them"

    assert not codes_of("en", right, sort=Sort.ROLL, roll=roll)
    assert codes_of("en", "The 4 members", sort=Sort.ROLL, roll=roll) == [Code.NUMBER]


def test_members_whom_no_entry_bears_are_named():
    members = (Member({"en": "Kenya"}, None, 14), Member({"en": "Chad"}, None))
    roll = Roll({"en": "Global Coalition"}, "coalition", ON, members)
    doubt = doubts_of("en", "", sort=Sort.ROLL, roll=roll)[0]

    assert (doubt.code, doubt.words) == (Code.UNCITED, "Chad")


def test_the_same_edition_gives_the_same_doubts_in_the_order_of_its_blocks():
    blocks = [
        Block("b", Sort.STATEMENT, "84 members met Ghana.", (1,)),
        Block("a", Sort.REMARK, "Iraq and Chad agree."),
        Block("c", Sort.STATEMENT, "No entry."),
    ]
    one, other = (check(edition("en", blocks, REGISTER), on=ON) for _ in range(2))

    assert one == other
    assert [each.block for each in one] == ["b", "b", "a", "c"]


def test_only_the_languages_that_are_asked_for_are_checked():
    draft = edition("en", [Block("a", Sort.STATEMENT, "No entry.")], ())

    assert not check(draft, on=ON, languages=["ar"])
    assert check(draft, on=ON, languages=["en"])


def test_words_in_another_language_do_not_hide_the_sentence_around_them():
    long = "We will keep up the pressure until the last cell is gone"
    text = f"قال كريم حداد «{long}» أمام تسعين وفدا."

    assert codes_of("ar", text, (6,)) == [Code.NUMBER]


def test_a_brief_of_six_pages_is_checked_at_once():
    """Eighty blocks of twelve words, each read for the first time."""
    doubts_of("en", "83 members", (1,))  # the lexicons are read once
    text = "The Global Coalition counts 83 members, said number {} of the list."
    blocks = [
        Block(str(place), Sort.STATEMENT, text.format(place), (1,))
        for place in range(80)
    ]
    start = time.process_time()
    check(edition("en", blocks, REGISTER), on=ON)

    assert time.process_time() - start < 0.5
