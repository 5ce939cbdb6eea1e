"""Meetings: each once, at the mention that names it best, with place and days."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.collecting.documents import Document
from marsad.reading.deeds.meetings import read_meetings
from marsad.reading.findings import Interval, Meeting
from marsad.reading.passage import Found, Passage
from marsad.reading.pipeline import read

PUBLISHED = date(2021, 6, 29)
# The first reading loads the lexicons, which takes longer than any text.
UNHURRIED = settings(deadline=None)


def meetings(text: str, language: str) -> list[Meeting]:
    """Read the meetings of a text."""
    report = Document("report", text, published=PUBLISHED, language=language)
    found = read(report)
    return [one for one in found if isinstance(one, Meeting)]


@pytest.mark.parametrize(
    ("text", "language", "surface", "city", "country"),
    [
        pytest.param(
            "عقد وزراء خارجية التحالف الدولي اجتماعا في العاصمة الإيطالية روما أمس.",
            "ar",
            "اجتماعا في العاصمة الإيطالية روما",
            "Rome",
            "IT",
            id="arabic noun with its place",
        ),
        pytest.param(
            "التقى الرئيس الفرنسي إيمانويل ماكرون في باريس نظيره المصري أمس.",
            "ar",
            "التقى الرئيس الفرنسي إيمانويل ماكرون في باريس",
            "Paris",
            "FR",
            id="arabic verb with who met",
        ),
        pytest.param(
            "The NATO summit in Madrid ended without a statement.",
            "en",
            "NATO summit in Madrid",
            "Madrid",
            "ES",
            id="english noun",
        ),
        pytest.param(
            "Antony Blinken met with Sergei Lavrov in Geneva on Monday.",
            "en",
            "Antony Blinken met with Sergei Lavrov in Geneva",
            "Geneva",
            "CH",
            id="english verb",
        ),
        pytest.param(
            "Les ministres de la Défense se sont réunis à Bruxelles lundi.",
            "fr",
            "se sont réunis à Bruxelles",
            "Brussels",
            "BE",
            id="french reflexive verb",
        ),
    ],
)
def test_a_meeting_is_named_with_its_place(
    text: str, language: str, surface: str, city: str, country: str
) -> None:
    (meeting,) = meetings(text, language)
    assert surface in meeting.span.quote
    assert (meeting.city, meeting.country) == (city, country)


def test_later_mentions_join_the_meeting_before_them() -> None:
    text = (
        "The donors' conference in Brussels opened on Monday. "
        "The conference was chaired by Norway. Ministers left the meeting early."
    )
    assert len(meetings(text, "en")) == 1


def test_the_next_meeting_is_another_one_and_planned() -> None:
    text = (
        "Ministers held a meeting of the Arab League in Cairo on 28 June 2021. "
        "The next meeting will be held in Amman in September 2021."
    )
    first, following = meetings(text, "en")
    assert (first.country, first.held) == ("EG", "past")
    assert (following.country, following.held) == ("JO", "planned")
    assert following.interval == Interval(date(2021, 9, 1), date(2021, 9, 30))


def test_what_one_speaks_of_is_no_venue() -> None:
    text = "Envoys of France held talks in Vienna on the war in Aleppo."
    (meeting,) = meetings(text, "en")
    assert meeting.country == "AT"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(
            "وقال في مؤتمر صحفي إن العمل بدأ.", "ar", id="arabic press conference"
        ),
        pytest.param(
            "He told a news conference in Oslo it was late.", "en", id="news conference"
        ),
        pytest.param("The plan does not meet the needs of Iraq.", "en", id="needs met"),
        pytest.param(
            "Il a tenu une conférence de presse à Paris.", "fr", id="press conference"
        ),
    ],
)
def test_press_conferences_and_needs_are_no_meetings(text: str, language: str) -> None:
    assert meetings(text, language) == []


def test_a_visit_is_doubtful() -> None:
    text = "وبدأ الرئيس الفرنسي إيمانويل ماكرون زيارة إلى بغداد أمس."
    assert all(one.is_doubtful for one in meetings(text, "ar"))


def only(text: str, language: str) -> Meeting:
    """Read the one meeting of a text that careful readers agree on."""
    (meeting,) = [one for one in meetings(text, language) if not one.is_doubtful]
    return meeting


@pytest.mark.parametrize(
    ("text", "language", "country"),
    [
        pytest.param(
            "ستستضيف إسبانيا الاجتماع المقبل للجنة.", "ar", "ES", id="arabic host"
        ),
        pytest.param(
            "Jordan will host a donors' conference next month.",
            "en",
            "JO",
            id="english host",
        ),
        pytest.param(
            "La Jordanie accueillera le 11 juillet une conférence des donateurs.",
            "fr",
            "JO",
            id="french host",
        ),
        pytest.param(
            "OSLO, June 28 (Agency) - Ministers of the Nordic states met on Monday.",
            "en",
            "NO",
            id="dateline",
        ),
        pytest.param(
            "القاهرة - وكالة الأخبار: اجتمع وزراء المالية العرب أمس الإثنين.",
            "ar",
            "EG",
            id="arabic dateline",
        ),
        pytest.param(
            "وصل المبعوث إلى صنعاء، حيث التقى قادة الحوثيين.", "ar", "YE", id="there"
        ),
        pytest.param(
            "Dans la capitale qatarie, les ministres se sont réunis mardi.",
            "fr",
            "QA",
            id="the capital",
        ),
        pytest.param(
            "The two presidents held talks at the Elysee Palace on Monday.",
            "en",
            "FR",
            id="a palace",
        ),
        pytest.param(
            "The ministers gathered in the Turkish border town of Yuksekova on Monday.",
            "en",
            "TR",
            id="a town told by its nation",
        ),
        pytest.param(
            "The ministers met in Bhurban, Pakistan, on Monday.",
            "en",
            "PK",
            id="a town told by its state",
        ),
        pytest.param(
            "عقد اجتماع أمني في مدينة قره حصار التركية أمس.",
            "ar",
            "TR",
            id="an arabic town told by its nation",
        ),
        pytest.param(
            "Officials of Egypt and Libya held consultations in Siwa on Sunday.",
            "en",
            "EG",
            id="a town of the lists",
        ),
    ],
)
def test_the_state_of_a_meeting_is_told_around_it(
    text: str, language: str, country: str
) -> None:
    assert only(text, language).country == country


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        pytest.param(
            "يجتمع خبراء البلدين يوم السبت في تونس العاصمة.",
            "ar",
            date(2021, 7, 3),
            id="arabic present",
        ),
        pytest.param(
            "NATO ambassadors gather in Brussels on Thursday.",
            "en",
            date(2021, 7, 1),
            id="english present",
        ),
        pytest.param(
            "Les ministres doivent se retrouver vendredi à Bruxelles.",
            "fr",
            date(2021, 7, 2),
            id="french infinitive",
        ),
        pytest.param(
            "The next meeting of the committee is planned for 14 February in Oslo.",
            "en",
            date(2022, 2, 14),
            id="a day without a year",
        ),
        pytest.param(
            "At a meeting in Vienna on Friday, ministers agreed that talks will go on.",
            "en",
            date(2021, 6, 25),
            id="what has been is past, whatever will be",
        ),
    ],
)
def test_days_of_meetings_to_come_are_the_next_ones(
    text: str, language: str, day: date
) -> None:
    interval = only(text, language).interval
    assert interval is not None
    assert interval.first == day


def test_a_heading_and_the_sentence_below_it_are_one_meeting() -> None:
    text = (
        "البيان الختامي للمؤتمر الثاني لمحافظي الساحل\n"
        "انعقد المؤتمر في نيامي يوم 28 حزيران 2021 بمشاركة ثماني دول.\n"
        "وتقرر عقد المؤتمر الثالث في داكار في كانون الثاني 2023."
    )
    first, following = meetings(text, "ar")
    assert (first.country, first.interval) == (
        "NE",
        Interval(date(2021, 6, 28), date(2021, 6, 28)),
    )
    assert following.country == "SN"


def test_the_day_over_a_communique_is_the_day_of_the_meeting() -> None:
    text = (
        "FINAL STATEMENT\nThird Conference on Coastal Security\n"
        "Tunis, 15-16 June 2021\n\nThe ministers thank the Tunisian people."
    )
    (meeting,) = meetings(text, "en")
    assert meeting.country == "TN"
    assert meeting.interval == Interval(date(2021, 6, 15), date(2021, 6, 16))


def test_it_will_be_held_tells_of_the_meeting_before() -> None:
    text = (
        "The donors of Yemen agreed on a follow-up conference. "
        "It will be held in Amman on 12 September 2021."
    )
    meeting = meetings(text, "en")[-1]
    assert (meeting.country, meeting.held) == ("JO", "planned")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("ألغي اجتماع كان مقررا اليوم في عمّان.", "ar", id="arabic"),
        pytest.param("A meeting of envoys in Oslo was cancelled.", "en", id="english"),
        pytest.param("Une réunion d'experts à Rome a été annulée.", "fr", id="french"),
    ],
)
def test_a_meeting_called_off_is_doubtful(text: str, language: str) -> None:
    assert all(one.is_doubtful for one in meetings(text, language))


def test_a_body_that_is_founded_is_no_meeting() -> None:
    text = "Kenya and Oman founded a forum for coastal villages in Muscat on Monday."
    assert meetings(text, "en") == []


def test_one_who_meets_by_video_meets_nowhere() -> None:
    text = "LONDON (Agency) - Ministers of the Nordic states met by video on Monday."
    assert only(text, "en").country is None


@UNHURRIED
@given(st.text(), st.sampled_from(["ar", "en", "fr"]))
def test_any_text_gives_meetings_whose_words_stand_there(
    text: str, language: str
) -> None:
    for one in meetings(text, language):
        assert text[one.span.start : one.span.end] == one.span.quote


_WORDS = st.lists(
    st.sampled_from(
        [
            "اجتماع",
            "في",
            "روما",
            "التقى",
            "القمة",
            "مع",
            "أمس",
            "،",
            ".",
            "met",
            "with",
            "France",
            "the",
            "'",
            "se",
            "réunis",
            "à",
            "Paris",
            "summit",
            "\n",
            "meeting",
        ]
    )
)


@UNHURRIED
@given(_WORDS, st.sampled_from(["ar", "en", "fr"]))
def test_any_row_of_meeting_words_is_read(words: list[str], language: str) -> None:
    text = " ".join(words)
    passage = Passage(text, language, published=PUBLISHED)
    for seen in read_meetings(passage, Found()):
        span = seen.finding.span
        assert text[span.start : span.end] == span.quote
