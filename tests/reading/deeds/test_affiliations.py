"""Affiliations: whom the office beside a name speaks for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.reading.deeds.affiliations import Side, side_of
from marsad.reading.passage import Found, Passage
from marsad.reading.pipeline import READERS

UNHURRIED = settings(deadline=None)


def prepared(text: str, language: str) -> tuple[Passage, Found]:
    """Read parties and persons of a text."""
    passage, found = Passage(text, language, published=None), Found()
    for kind, reader in READERS[:2]:
        getattr(found, kind).extend(sorted(reader(passage, found), key=lambda s: s[:2]))
    return passage, found


@pytest.mark.parametrize(
    ("text", "language", "party"),
    [
        pytest.param(
            "قال وزير الخارجية الأردني أيمن الصفدي إن الوضع صعب.",
            "ar",
            "JO",
            id="an arabic minister with the adjective of the state",
        ),
        pytest.param(
            "قالت مديرة برنامج الأغذية العالمي سيندي ماكين إن الجوع ينتشر.",
            "ar",
            "World Food Programme",
            id="the head of a body",
        ),
        pytest.param(
            "قال محافظ نينوى نجم الجبوري إن الإعمار متوقف.",
            "ar",
            "IQ",
            id="a governor, told by the province",
        ),
        pytest.param(
            "أنشئ برنامج الأغذية العالمي عام 1961. وقالت مديرة البرنامج سيندي ماكين إنه باق.",
            "ar",
            "World Food Programme",
            id="the head of the programme named before",
        ),
        pytest.param(
            "NATO chief Jens Stoltenberg met Filippo Grandi of UNICEF.",
            "en",
            "NATO",
            id="a chief behind the name of the alliance",
        ),
        pytest.param(
            "“Families must be told,” said Robert Mardini, director of the ICRC.",
            "en",
            "International Committee of the Red Cross",
            id="an office in apposition",
        ),
        pytest.param(
            "“We hold,” said Col. Bo Larsen, the CJTF-OIR spokesman, in Syria.",
            "en",
            "Global Coalition",
            id="a task force with a hyphen",
        ),
        pytest.param(
            "Carter, Iraqi Premier Meet\n\nDefense Secretary Ash Carter was in Baghdad.",
            "en",
            "US",
            id="a known person beside another in a headline",
        ),
        pytest.param(
            "Anne Morel, directrice de l'Unicef, est arrivée lundi.",
            "fr",
            "UNICEF",
            id="french apposition",
        ),
        pytest.param(
            "Anna Berg, who leads UNICEF, spoke. She thanked Kenya.",
            "en",
            "UNICEF",
            id="a verb of heading behind a relative",
        ),
    ],
)
def test_an_office_tells_whom_its_holder_speaks_for(
    text: str, language: str, party: str
) -> None:
    passage, found = prepared(text, language)
    person = getattr(found.persons[0].finding, "canonical", "")

    assert side_of(passage, found, person).party == party


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(
            "قال الباحث سمير خليل إن فرنسا أخطأت.", "ar", id="an arabic scholar"
        ),
        pytest.param(
            "The French researcher Anna Berg disagreed.", "en", id="a researcher"
        ),
        pytest.param("L'avocat Jean Dupont a plaidé en Belgique.", "fr", id="a lawyer"),
    ],
)
def test_a_private_calling_speaks_for_nobody_else(text: str, language: str) -> None:
    passage, found = prepared(text, language)
    person = getattr(found.persons[0].finding, "canonical", "")

    assert side_of(passage, found, person) == Side(None, is_own=True)


@UNHURRIED
@given(st.text(max_size=120), st.sampled_from(["ar", "en", "fr"]))
def test_any_text_tells_a_side_or_none(text: str, language: str) -> None:
    passage, found = prepared(text, language)
    for one in found.persons:
        name = getattr(one.finding, "canonical", "")
        assert side_of(passage, found, name).party != ""
