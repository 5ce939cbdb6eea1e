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
