"""Parties: states, governments, bodies and armed groups, and later mentions of them."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.reading.findings import Party
from marsad.reading.names.parties import read_parties
from marsad.reading.passage import Found, Passage

# The first reading loads the lexicons, which takes longer than any text.
UNHURRIED = settings(deadline=None)


def parties(text: str, language: str) -> list[Party]:
    """Read the parties of a text in the order of the text."""
    passage = Passage(text, language, published=None)
    findings = (one.finding for one in read_parties(passage, Found()))
    return [one for one in findings if isinstance(one, Party)]


def named(text: str, language: str) -> list[tuple[str, str]]:
    """Return the words of each mention with the party that it names."""
    return [(one.span.quote, one.canonical) for one in parties(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param(
            "وصل الوفد إلى سورية والعراق وأميركا",
            "ar",
            [("سورية", "SY"), ("العراق", "IQ"), ("أميركا", "US")],
            id="arabic names with proclitics cut off",
        ),
        pytest.param(
            "قدمت اليابان دعما للولايات المتحدة",
            "ar",
            [("اليابان", "JP"), ("لولايات المتحدة", "US")],
            id="the first of two lams cut off",
        ),
        pytest.param(
            "قصف سلاح المدفعية الشمالي مواقع في شمالي المدينة",
            "ar",
            [],
            id="no state found inside a word",
        ),
        pytest.param(
            "The U.S. told us that the UK and Turkey agreed.",
            "en",
            [("U.S.", "US"), ("UK", "GB"), ("Turkey", "TR")],
            id="the state and not the pronoun",
        ),
        pytest.param(
            "Les États-Unis et la Côte d'Ivoire ont signé.",
            "fr",
            [("États-Unis", "US"), ("Côte d'Ivoire", "CI")],
            id="french names without their articles",
        ),
        pytest.param(
            "Fishermen on Lake Chad fear the rains in New Mexico.",
            "en",
            [],
            id="waters and provinces are no states",
        ),
        pytest.param(
            "قدم البنك دعما ماليا، وانتشرت القوات في مالي",
            "ar",
            [("مالي", "ML")],
            id="mali and not financial",
        ),
        pytest.param(
            "تنتشر القوات السعودية قرب الحدود، وقالت السعودية إنها ستبقى",
            "ar",
            [("القوات السعودية", "Saudi forces"), ("السعودية", "SA")],
            id="the adjective and the state",
        ),
    ],
)
def test_states_are_named_by_their_code(
    text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    """A state has its ISO code in any language and spelling."""
    assert named(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param(
            "رحبت الحكومة العراقية والوفد الأميركي بالاتفاق",
            "ar",
            [("الحكومة العراقية", "IQ"), ("الوفد الأميركي", "US")],
            id="arabic government and delegation",
        ),
        pytest.param(
            "The Iraqi government met envoys of the Asad regime.",
            "en",
            [("Iraqi government", "IQ"), ("Asad regime", "SY")],
            id="english government and regime of a person",
        ),
        pytest.param(
            "Le gouvernement malien a écrit aux autorités turques.",
            "fr",
            [("gouvernement malien", "ML"), ("autorités turques", "TR")],
            id="french government and authorities",
        ),
        pytest.param(
            "Officials in Moscow slept while Ankara accused rebels near Paris.",
            "en",
            [("Ankara", "TR")],
            id="a capital that acts and two that are places",
        ),
        pytest.param(
            "أعلنت واشنطن أن اجتماعا سيعقد في باريس",
            "ar",
            [("واشنطن", "US")],
            id="an arabic capital that acts",
        ),
    ],
)
def test_governments_and_acting_capitals_stand_for_their_states(
    text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    """Who acts for a state is a mention of that state."""
    assert named(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param(
            "اجتمع أعضاء التحالف الدولي ضد تنظيم «داعش» أمس",
            "ar",
            [("أعضاء التحالف الدولي ضد تنظيم «داعش»", "Global Coalition")],
            id="members, enemy and marks inside",
        ),
        pytest.param(
            'ضربات ضد تنظيم "الدولة الإسلامية" الإرهابي',
            "ar",
            [('تنظيم "الدولة الإسلامية" الإرهابي', "Daesh")],
            id="a group in marks with a judgement",
        ),
        pytest.param(
            "Nearly all members of the Coalition agreed to go on against ISIL.",
            "en",
            [("members of the Coalition", "Global Coalition"), ("ISIL", "Daesh")],
            id="english members",
        ),
        pytest.param(
            "La coalition internationale contre Daech frappe l'État islamique.",
            "fr",
            [
                ("coalition internationale contre Daech", "Global Coalition"),
                ("État islamique", "Daesh"),
            ],
            id="french coalition and its enemy",
        ),
    ],
)
def test_the_coalition_and_its_enemy_are_named_in_all_forms(
    text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    """Of two that overlap the longer mention is kept."""
    assert named(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param(
            "أعلنت وزارة الداخلية التونسية توقيف ثلاثة أشخاص",
            "ar",
            ("وزارة الداخلية التونسية", "Tunisia Ministry of Interior", "office"),
            id="arabic ministry",
        ),
        pytest.param(
            "قالت الخارجية الأميركية إنها تتابع الوضع",
            "ar",
            ("الخارجية الأميركية", "US Department of State", "office"),
            id="a ministry by its field",
        ),
        pytest.param(
            "A judge sits on the Board of Harbour Appeals here.",
            "en",
            ("Board of Harbour Appeals", "Board of Harbour Appeals", "organisation"),
            id="english board",
        ),
        pytest.param(
            "La Communauté des ports libres (CPL) siège ici.",
            "fr",
            (
                "Communauté des ports libres (CPL)",
                "Free Ports Community",
                "organisation",
            ),
            id="a name spelt out before its initials",
        ),
        pytest.param(
            "La maison des ports libres siège ici.",
            "fr",
            None,
            id="no head, no body",
        ),
        pytest.param(
            "Selon l'Association des ports libres (APL), le trafic baisse.",
            "fr",
            (
                "Association des ports libres (APL)",
                "Free Ports Association",
                "organisation",
            ),
            id="french association with its short form",
        ),
        pytest.param(
            "L'armée turque avance.",
            "fr",
            ("armée turque", "Turkish army", "organisation"),
            id="french troops",
        ),
    ],
)
def test_bodies_are_put_together_from_head_and_field(
    text: str, language: str, expected: tuple[str, str, str] | None
) -> None:
    """A body without an entry is named in English as far as its words are known."""
    found = [
        (one.span.quote, one.canonical, one.type) for one in parties(text, language)
    ]
    assert found == ([expected] if expected else [])


def test_the_minister_is_no_ministry() -> None:
    """A masculine adjective belongs to the minister, not to his ministry."""
    assert named("وصل وزير الخارجية الأميركي إلى المدينة", "ar") == []


@pytest.mark.parametrize(
    ("text", "language", "quote", "canonical"),
    [
        pytest.param(
            "هاجم تنظيم داعش القرية. ثم انسحب التنظيم المتشدد منها.",
            "ar",
            "التنظيم المتشدد",
            "Daesh",
            id="arabic group",
        ),
        pytest.param(
            "The Houthis fired again. The rebel group denied it.",
            "en",
            None,
            None,
            id="an adjective that is no judgement",
        ),
        pytest.param(
            "Boko Haram attacked. The terrorist group fled.",
            "en",
            "terrorist group",
            "Boko Haram",
            id="english group with a judgement",
        ),
        pytest.param(
            "La Syrie brûle. Le pays compte ses morts.",
            "fr",
            "pays",
            "SY",
            id="french country",
        ),
    ],
)
def test_a_class_word_leads_back_to_what_was_named(
    text: str, language: str, quote: str | None, canonical: str | None
) -> None:
    """A later mention is resolved only where its class was named before."""
    later = [one for one in parties(text, language) if one.mention == "nominal"]
    found = [(one.span.quote, one.canonical) for one in later]
    assert found == ([(quote, canonical)] if quote else [])


def test_a_class_word_without_a_name_before_it_is_no_party() -> None:
    """Nobody is guessed."""
    assert named("The group met on Monday.", "en") == []


@UNHURRIED
@given(st.text(max_size=200), st.sampled_from(["ar", "en", "fr"]))
def test_any_text_gives_spans_that_prove_their_words(text: str, language: str) -> None:
    """Every mention is found where its span says, and none overlaps another."""
    found = parties(text, language)
    for one in found:
        assert text[one.span.start : one.span.end] == one.span.quote
        assert 0 <= one.score <= 1
    for one, after in pairwise(found):
        assert one.span.end <= after.span.start


_PIECES = st.sampled_from(
    "the of and for ( ) « » ' - . , \n US Iraq Iraqi government Coalition ISIL Ministry Board "
    "le la de l État islamique ministère armée pays groupe "
    "التحالف الدولي ضد تنظيم داعش وزارة الخارجية الأميركية حكومة العراق أعضاء لل البلاد".split(
        " "
    )
)


@UNHURRIED
@given(st.lists(_PIECES, max_size=30), st.sampled_from(["ar", "en", "fr"]))
def test_any_row_of_known_words_gives_spans_that_prove_their_words(
    pieces: list[str], language: str
) -> None:
    """Words that the reader knows, in any order, do not confuse it."""
    text = " ".join(pieces)
    for one in parties(text, language):
        assert text[one.span.start : one.span.end] == one.span.quote


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Syrian Arab Coalition met our Coalition partners near ISIL lines.",
            [
                ("Syrian Arab Coalition", "Syrian Arab Coalition"),
                ("Coalition partners", "Global Coalition"),
                ("ISIL", "Daesh"),
            ],
            id="a longer name that ends like another coalition",
        ),
        pytest.param(
            "ISIL lost it to a coalition airstrike and the international anti-ISIL coalition.",
            [
                ("ISIL", "Daesh"),
                ("coalition", "Global Coalition"),
                ("international anti-ISIL coalition", "Global Coalition"),
            ],
            id="a coalition before its noun, and behind an adjective",
        ),
        pytest.param(
            "The U.S.-led\ncoalition\nstruck ISIL.",
            [("U.S.-led\ncoalition", "Global Coalition"), ("ISIL", "Daesh")],
            id="a coalition over the end of a line",
        ),
        pytest.param(
            "NAVCENT and the Fifth Fleet serve Operation Steel Gate.",
            [
                ("NAVCENT", "US Naval Forces Central Command"),
                ("Fifth Fleet", "US Fifth Fleet"),
            ],
            id="commands and fleets, and no operation",
        ),
    ],
)
def test_military_names_of_english_releases(text, expected):
    assert named(text, "en") == expected
