"""Figures: a number with what it counts, how it is bounded, and where and when."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.collecting.documents import Document
from marsad.reading.findings import Figure
from marsad.reading.pipeline import read

PUBLISHED = date(2021, 6, 29)
# The first reading loads the lexicons, which takes longer than any text.
UNHURRIED = settings(deadline=None)


def figures(text: str, language: str) -> list[Figure]:
    """Read the figures of a text."""
    report = Document("report", text, published=PUBLISHED, language=language)
    return [one for one in read(report) if isinstance(one, Figure)]


@pytest.mark.parametrize(
    ("text", "language", "surface", "value", "unit"),
    [
        pytest.param("وأصيب 14 طفلا سوريا في القصف.", "ar", "14 طفلا سوريا", 14, "person",
                     id="arabic noun with its adjective"),
        pytest.param("درّبت البعثة 25,000 من أفراد القوات العراقية هذا العام.", "ar",
                     "25,000 من أفراد القوات العراقية", 25_000, "person",
                     id="out of the members of the forces"),
        pytest.param("وعقد الوزراء جلستين مغلقتين.", "ar", "جلستين", 2, "session", id="dual"),
        pytest.param("واستقبلت المنظمة عضوين جديدين.", "ar", "عضوين جديدين", 2, "member",
                     id="dual with its adjective"),
        pytest.param("استمر الاجتماع يوم واحد فقط.", "ar", "يوم واحد", 1, "day", id="one day"),
        pytest.param("اجتمع سفراء الدول الخمس في جنيف.", "ar", "الدول الخمس", 5, "country",
                     id="definite noun before its number"),
        pytest.param("بلغت المنحة 2.3 مليار جنيه إسترليني.", "ar", "2.3 مليار جنيه إسترليني",
                     2.3e9, "GBP", id="arabic money"),
        pytest.param("انخفض العدد بنسبة 58% عن العام السابق.", "ar", "58%", 58, "percent",
                     id="percent sign"),
        pytest.param("تراجع الإنتاج 12 في المئة.", "ar", "12 في المئة", 12, "percent",
                     id="percent in words"),
        pytest.param("وقُتل 8 مدنيين وأصيب 20 آخرون.", "ar", "20 آخرون", 20, "person",
                     id="others take the unit of the figure before"),
        pytest.param("بقي خُمس ما كان عليه العدد.", "ar", "خُمس", 0.2, "fraction",
                     id="a fifth by its vowel"),
        pytest.param("The raid hit two al-Qaida vehicles near the town.", "en",
                     "two al-Qaida vehicles", 2, "vehicle", id="words before the head"),
        pytest.param("He thanked the 14 donor countries.", "en", "14 donor countries", 14,
                     "country", id="the plural is the head"),
        pytest.param("Britain pledged £1.1bn to the fund.", "en", "£1.1bn", 1.1e9, "GBP",
                     id="sign before and letters behind"),
        pytest.param("It ordered a one-week inquiry.", "en", "one-week", 1, "week",
                     id="modifier with a hyphen"),
        pytest.param("It lost 40 Leopard 2 tanks in a week.", "en", "40 Leopard 2 tanks", 40,
                     "tank", id="a model between the number and its noun"),
        pytest.param("They took 14 anti-aircraft guns.", "en", "14 anti-aircraft guns", 14,
                     "gun", id="a modifier with a hyphen before the head"),
        pytest.param("Jets hit three UAV assembly plants.", "en", "three UAV assembly plants",
                     3, "plant", id="an abbreviation before the head"),
        pytest.param("It counted 23 air and missile strikes.", "en",
                     "23 air and missile strikes", 23, "strike", id="joined modifiers"),
        pytest.param("Engineers cut 11 supply routes.", "en", "11 supply routes", 11,
                     "supply route", id="a compound that is one thing"),
        pytest.param("The number of leaflets dropped since Nov. 7 rose to 412.", "en", "412",
                     412, "leaflet", id="the end of a total behind a day"),
        pytest.param("The number of convoys that reached the besieged towns now totals 135.",
                     "en", "135", 135, "convoy", id="a total far from what it counts"),
        pytest.param("Gunmen wounded at least 17.", "en", "17", 17, "person",
                     id="whom a verb harms"),
        pytest.param("The crash ended up killing three.", "en", "three", 3, "person",
                     id="a small word that a verb harms"),
        pytest.param("It is 9 km off; some 2.2 million live there.", "en", "2.2 million",
                     2.2e6, "person", id="who live somewhere"),
        pytest.param("She is 52.", "en", "52", 52, "year", id="an age without years"),
        pytest.param("It was 41C at noon.", "en", "41C", 41, "degree Celsius",
                     id="degrees by their letter"),
        pytest.param("Norway sent four F-35s.", "en", "four F-35s", 4, "aircraft",
                     id="a model of aircraft"),
        pytest.param("They parked 12 T-90 tanks.", "en", "12 T-90 tanks", 12, "tank",
                     id="a model before its noun"),
        pytest.param("A 250-pound bomb fell.", "en", "250-pound", 250, "pound",
                     id="pounds of weight"),
        pytest.param("About 30 Tutsis fled.", "en", "30 Tutsis", 30, "person",
                     id="a people that no lexicon knows"),
        pytest.param("عاد 3 آلاف من أفراد عائلاتهم.", "ar", "3 آلاف من أفراد عائلاتهم", 3000,
                     "person", id="an owned noun behind a bare one"),
        pytest.param("صوت 112 نائبا من أصل 217 لصالحه.", "ar", "217", 217, "person",
                     id="the whole behind its part"),
        pytest.param("The 7 of the 12 ships that sailed came back.", "en", "7 of the 12 ships",
                     7, "ship", id="part of a whole"),
        pytest.param("One in eight posts was empty.", "en", "One in eight", 0.125, "fraction",
                     id="one in eight"),
        pytest.param("Prices fell by a third.", "en", "third", 0.3333, "fraction",
                     id="a third without its article"),
        pytest.param("L'armée a perdu 28 soldats gouvernementaux hier.", "fr",
                     "28 soldats gouvernementaux", 28, "person", id="french adjective"),
        pytest.param("La Suède versera 620 millions de couronnes.", "fr",
                     "620 millions de couronnes", 620e6, "SEK", id="whose crowns"),
        pytest.param("Le groupe a perdu 31,5 M€ cette année.", "fr", "31,5 M€", 31.5e6, "EUR",
                     id="millions of euros as letters"),
        pytest.param("Elle financera trois centres d'accueil.", "fr", "trois centres d'accueil",
                     3, "centre", id="french complement"),
    ],
)  # fmt: skip
def test_a_figure_is_a_number_with_its_noun(text, language, surface, value, unit):
    found = {one.span.quote: one for one in figures(text, language)}

    assert surface in found
    assert (found[surface].value, found[surface].unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "language", "bound"),
    [
        pytest.param("قُتل ما يربو على 40 شخصا.", "ar", "more_than", id="arabic more than"),
        pytest.param("قُتل ما لا يقل عن 40 شخصا.", "ar", "at_least", id="arabic at least"),
        pytest.param("قُتل 40 شخصا على الأقل.", "ar", "at_least", id="at least, behind"),
        pytest.param("قُتل نحو 40 شخصا.", "ar", "about", id="arabic about"),
        pytest.param("قرض لا تزيد قيمته عن 40 مليون دولار.", "ar", "at_most",
                     id="what is bounded stands inside the bound"),
        pytest.param("No more than 40 people were killed.", "en", "at_most", id="no more than"),
        pytest.param("Some 40 people were killed.", "en", "about", id="some"),
        pytest.param("Just over 40 people were killed.", "en", "more_than", id="just over"),
        pytest.param("Près de 40 personnes ont été tuées.", "fr", "about", id="près de"),
        pytest.param("Au moins 40 personnes ont été tuées.", "fr", "at_least", id="au moins"),
        pytest.param("Une quarantaine de personnes sont mortes.", "fr", "about",
                     id="a round number"),
        pytest.param("40 personnes ont été tuées.", "fr", "exact", id="no bound"),
    ],
)  # fmt: skip
def test_bound_words_are_outside_the_span_and_in_the_bound(text, language, bound):
    found = figures(text, language)

    assert found[0].bound == bound
    assert found[0].value in (40, 40e6)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(
            "وفق القرار 2254 والمادة 51 من الميثاق.", "ar", id="resolution, article"
        ),
        pytest.param(
            "انضمت إليه كعضو رقم 82 و83.", "ar", id="ranks, and what goes on from them"
        ),
        pytest.param("وصلت مقاتلات إف 15 إلى القاعدة.", "ar", id="aircraft"),
        pytest.param("تبدأ الجلسة الساعة 10 صباحا.", "ar", id="hour"),
        pytest.param("عُقدت الدورة الـ21 للجنة.", "ar", id="the twenty-first session"),
        pytest.param(
            "طردت طالبان من المدينة.", "ar", id="a name that looks like a dual"
        ),
        pytest.param("واحدة من الدول المانحة.", "ar", id="one of the states"),
        pytest.param("They won 3-1 away from home.", "en", id="score"),
        pytest.param(
            "Resolution 2249 of 2015 applies.", "en", id="resolution and year"
        ),
        pytest.param(
            "The Nord Stream 2 pipeline is idle.", "en", id="number in a name"
        ),
        pytest.param("Day three of the talks opened.", "en", id="a day in a row"),
        pytest.param("The FTSE 100 closed lower.", "en", id="an index of shares"),
        pytest.param("Phase 3 starts in May.", "en", id="a phase that a verb follows"),
        pytest.param("It acted under Executive Order 13224.", "en", id="an order"),
        pytest.param("La séance s'ouvre à 15 heures.", "fr", id="french hour"),
    ],
)
def test_names_ranks_and_hours_are_no_figures(text, language):
    assert figures(text, language) == []


def test_a_range_keeps_both_ends():
    (found,) = figures("Between $3m and $5m was lost.", "en")

    assert (found.value, found.high, found.unit) == (3e6, 5e6, "USD")


def test_a_bare_number_borrows_the_noun_of_the_figure_before():
    found = figures("There were 1,127 defections in 2017 against 2,706 in 2011.", "en")

    assert [(one.value, one.unit) for one in found] == [
        (1127, "defection"),
        (2706, "defection"),
    ]


def test_a_dinar_is_that_of_the_state_that_the_text_names():
    (found,) = figures("رصدت تونس 5 ملايين دينار للمستشفى.", "ar")

    assert found.unit == "TND"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("عاد آلاف النازحين إلى منازلهم.", "ar", id="bare plural"),
        pytest.param("The two countries signed.", "en", id="definite pair"),
        pytest.param(
            "Des milliers de personnes ont fui.", "fr", id="french bare plural"
        ),
    ],
)
def test_vague_numbers_and_definite_pairs_are_doubtful(text, language):
    (found,) = figures(text, language)

    assert found.is_doubtful


@pytest.mark.parametrize(
    ("text", "language", "subjects"),
    [
        ("Exports rose 12% to $4.3 billion, while imports fell 3%.", "en",
         ["Exports", "Exports", "imports"]),
        ("Some 45% of Iraqis and 30% of Syrians agreed.", "en", ["Iraqis", "Syrians"]),
        ("Le PIB a reculé de 0,3 % en 2020.", "fr", ["PIB"]),
        ("شاركت 40 منظمة غير حكومية في المؤتمر.", "ar", ["منظمة غير حكومية في المؤتمر"]),
        ("تراجعت الواردات بنسبة 3%.", "ar", ["الواردات"]),
    ],
)  # fmt: skip
def test_a_figure_says_what_it_is_about(text, language, subjects):
    assert [found.subject for found in figures(text, language)] == subjects


def test_a_bound_before_a_number_is_not_that_of_the_figure_before():
    found = figures("شاركت 22 دولة وأكثر من 40 منظمة.", "ar")
    assert [figure.bound for figure in found] == ["exact", "more_than"]


def test_a_figure_tells_its_rise_and_the_date_beside_it():
    (found,) = figures("Exports fell by 12 percent in March 2020.", "en")

    assert (found.change, found.as_of) == ("decrease", "2020-03")


def test_a_figure_does_not_hold_at_a_day_that_is_only_due():
    (found,) = figures(
        "Canada pledged 40 million dollars by the end of December 2022.", "en"
    )

    assert found.as_of == PUBLISHED.isoformat()


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
@UNHURRIED
@given(text=st.text(max_size=200))
def test_any_text_gives_figures_that_quote_it(text, language):
    for one in figures(text, language):
        assert text[one.span.start : one.span.end] == one.span.quote


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
@UNHURRIED
@given(
    text=st.lists(
        st.sampled_from(
            [
                "14", "طفلا", "تونسيا", "من", "أصل", "بين", "و", "$", "£", "million", "of",
                "the", "ships", "%", "per", "cent", "d'", "de", "des", "soldats", "نصف",
                "الدول", "الخمس", "آخرين", "منهم", "(", ")", "-", "one", "in", "six", "\n",
                "1,000", "عن", "لا", "تزيد", "at", "least", "sur", "10",
            ]
        ),
        max_size=25,
    ).map(" ".join)
)  # fmt: skip
def test_any_heap_of_counting_words_gives_figures_that_quote_it(text, language):
    for one in figures(text, language):
        assert text[one.span.start : one.span.end] == one.span.quote
