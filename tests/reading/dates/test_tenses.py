"""Whether a date without a year, or a bare weekday, lies ahead or behind."""

from datetime import date

import pytest

from marsad.collecting.documents import Document
from marsad.reading.findings import DateMention
from marsad.reading.pipeline import read

# A Tuesday.
PUBLISHED = date(2021, 6, 29)


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        pytest.param("The ministers will gather in Lusaka on Friday.", "en", "2021-07-02", id="will"),
        pytest.param("The ministers gathered in Lusaka on Friday.", "en", "2021-06-25", id="past"),
        pytest.param("Talks on the dam resume on Friday.", "en", "2021-07-02", id="present of a plan"),
        pytest.param("He said on Friday it will open.", "en", "2021-06-25", id="day of saying"),
        pytest.param("She vowed to hand it over by Friday.", "en", "2021-07-02", id="by a day"),
        pytest.param("The truce held until Friday.", "en", "2021-06-25", id="until, in the past"),
        pytest.param("The road stays shut until Friday.", "en", "2021-07-02", id="until, to come"),
        pytest.param("Les ministres se réunissent vendredi à Oran.", "fr", "2021-07-02", id="présent"),
        pytest.param("Les ministres se sont réunis vendredi à Oran.", "fr", "2021-06-25", id="passé"),
        pytest.param("La réunion est programmée vendredi à Oran.", "fr", "2021-07-02", id="programmée"),
        pytest.param("Il s'est engagé à revenir vendredi à Oran.", "fr", "2021-07-02", id="infinitif"),
        pytest.param("Le ministre a déclaré vendredi qu'il viendra.", "fr", "2021-06-25", id="déclaré"),
        pytest.param("La liste sera complétée vendredi.", "fr", "2021-07-02", id="sera complétée"),
        pytest.param("يلتقون في جدة الجمعة", "ar", "2021-07-02", id="imperfect"),
        pytest.param("استقبل الملك في جدة الجمعة نظيره", "ar", "2021-06-25", id="perfect"),
        pytest.param("سنفتح المعبر يوم الجمعة", "ar", "2021-07-02", id="future with sin"),
        pytest.param("أعلن الوزير، الجمعة، أن بلاده ستبدأ الانسحاب", "ar", "2021-06-25", id="day of announcing"),
        pytest.param("إغلاق المطار حتى الجمعة", "ar", "2021-07-02", id="until without a verb"),
    ],
)  # fmt: skip
def test_the_verb_says_whether_a_weekday_lies_ahead(text, language, days):
    report = Document("report", text, published=PUBLISHED, language=language)

    found = [one for one in read(report) if isinstance(one, DateMention)]

    assert [one.interval.first.isoformat() for one in found] == [days]


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        pytest.param("The presidents next convene in December.", "en", "2021-12-01", id="convene"),
        pytest.param("Luxembourg had pledged the money in December.", "en", "2020-12-01", id="pledged then"),
        pytest.param("Le projet démarrera en décembre.", "fr", "2021-12-01", id="futur"),
        pytest.param("Juba s'est proposée pour l'accueillir en décembre.", "fr", "2021-12-01", id="pour accueillir"),
        pytest.param("وقد تلتقي النقابة السفيرة في كانون الأول", "ar", "2021-12-01", id="may meet"),
        pytest.param("انتصرت المدينة في كانون الأول", "ar", "2020-12-01", id="feminine perfect"),
    ],
)  # fmt: skip
def test_the_verb_says_in_which_year_a_month_lies(text, language, days):
    report = Document("report", text, published=PUBLISHED, language=language)

    found = [one for one in read(report) if isinstance(one, DateMention)]

    assert [one.interval.first.isoformat() for one in found] == [days]
