"""Days told by a number, a feast or another date, and parts told from their start."""

from datetime import date

import pytest

from marsad.collecting.documents import Document
from marsad.reading.findings import DateMention
from marsad.reading.pipeline import read

# A Tuesday.
PUBLISHED = date(2024, 7, 2)


@pytest.mark.parametrize(
    ("text", "language", "surface", "days"),
    [
        pytest.param("We go to Erbil on the 28th to see him.", "en", "28th", "2024-06-28/2024-06-28", id="the 28th"),
        pytest.param("The course ended on the 6th instant.", "en", "6th instant", "2024-07-06/2024-07-06", id="instant"),
        pytest.param("Elle aura lieu le 9.", "fr", "9", "2024-07-09/2024-07-09", id="le 9, à venir"),
        pytest.param("Verdict attendu mardi 16.", "fr", "mardi 16", "2024-07-16/2024-07-16", id="mardi 16"),
        pytest.param("Le ministre a reçu ce jour une délégation.", "fr", "jour", "2024-07-02/2024-07-02", id="ce jour"),
        pytest.param("They will be home before Easter.", "en", "Easter", "2025-04-20/2025-04-20", id="easter"),
        pytest.param("He spoke two days before Christmas.", "en", "two days before Christmas", "2023-12-23/2023-12-23", id="before a feast"),
        pytest.param("Le solde suivra au T3.", "fr", "T3", "2024-07-01/2024-09-30", id="T3"),
        pytest.param("In the first six months of 2024 it grew.", "en", "first six months of 2024", "2024-01-01/2024-06-30", id="first six months"),
        pytest.param("في الأشهر الثلاثة الأولى من العام الجاري", "ar", "الأشهر الثلاثة الأولى من العام الجاري", "2024-01-01/2024-03-31", id="first three months in arabic"),
        pytest.param("منذ فاتح يناير", "ar", "فاتح يناير", "2024-01-01/2024-01-01", id="maghreb first of the month"),
        pytest.param("في الأسبوع الأول من يوليو", "ar", "الأسبوع الأول من يوليو", "2024-07-01/2024-07-07", id="first week, not first day"),
        pytest.param("بين يونيو 2015 وصيف 2017", "ar", "بين يونيو 2015 وصيف 2017", "2015-06-01/2017-08-31", id="month to season"),
        pytest.param("entre juin 2015 et l'été 2017", "fr", "entre juin 2015 et l'été 2017", "2015-06-01/2017-08-31", id="mois à saison"),
        pytest.param("Embassy, 23.07.24, Cairo", "en", "23.07.24", "2024-07-23/2024-07-23", id="dotted with a short year"),
        pytest.param("2,3 % en février, contre 8,5 % un an plus tôt", "fr", "un an plus tôt", "2023-02-01/2023-02-28", id="un an plus tôt"),
        pytest.param("The bill was dropped three weeks ago.", "en", "three weeks ago", "2024-06-11/2024-06-11", id="weeks ago are a day"),
    ],
)  # fmt: skip
def test_a_day_is_found_by_what_stands_around_it(text, language, surface, days):
    report = Document("report", text, published=PUBLISHED, language=language)

    found = {
        one.span.quote: str(one.interval)
        for one in read(report)
        if isinstance(one, DateMention)
    }

    assert found.get(surface) == days


def test_a_day_in_the_name_of_a_group_is_no_date():
    text = "Le Collectif du 4-Mars réclame la levée du secret."
    report = Document("report", text, published=PUBLISHED, language="fr")

    assert not [one for one in read(report) if isinstance(one, DateMention)]
