"""Where and when figures hold."""

from datetime import date

import pytest

from marsad.collecting.documents import Document
from marsad.reading.findings import Figure
from marsad.reading.pipeline import read

PUBLISHED = date(2023, 3, 10)


def figure(text, language):
    """The first figure of a report of a Friday that counts no time."""
    found = read(Document("report", text, published=PUBLISHED, language=language))
    figures = [one for one in found if isinstance(one, Figure)]
    return next(one for one in figures if one.unit not in ("year", "day"))


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        pytest.param("France sent 40 tonnes of flour to Syria.", "en", "SY", id="what comes behind is nearer"),
        pytest.param("Some 300 families went home in Mosul, Germany said.", "en", "IQ", id="a town with its preposition"),
        pytest.param("Le Japon a financé 12 écoles à Alep.", "fr", "SY", id="une ville"),
        pytest.param("عادت 300 عائلة إلى بيوتها في الرقة بدعم من ألمانيا.", "ar", "SY", id="مدينة"),
        pytest.param("The fund paid 20 people.", "en", None, id="no place is told"),
        pytest.param("احتفل التحالف في واشنطن بعضوه رقم 87، ويضم 87 عضوا.", "ar", None, id="members are nowhere"),
    ],
)  # fmt: skip
def test_a_figure_holds_where_its_sentence_says(text, language, place):
    assert figure(text, language).place == place


@pytest.mark.parametrize(
    ("text", "language", "as_of"),
    [
        pytest.param("In 2019 the camp held 70,000 people.", "en", "2019", id="its own year"),
        pytest.param("The camp, opened in 2016, holds 4,000 people.", "en", "2023-03-10", id="a year of something else"),
        pytest.param("The Coalition has trained 190,000 Iraqis since 2015.", "en", "2023-03-10", id="since a year, until now"),
        pytest.param("L'aide a atteint 300 familles depuis 2021.", "fr", "2023-03-10", id="depuis"),
        pytest.param("وصلت المساعدات إلى 300 عائلة منذ 2021.", "ar", "2023-03-10", id="منذ"),
        pytest.param("The minister spoke on Wednesday. He said 40 camps had closed.", "en", "2023-03-08", id="the day of the news"),
        pytest.param("The bridge will cost 7 million dollars in 2025.", "en", "2023-03-10", id="no day that has not come"),
    ],
)  # fmt: skip
def test_a_figure_holds_on_the_day_that_its_text_tells(text, language, as_of):
    assert figure(text, language).as_of == as_of
