"""An index of a few reports in three languages."""

from datetime import date

import pytest

from marsad.searching.index import Index
from marsad.searching.records import Record

RECORDS = (
    Record(
        key="document:1",
        kind="document",
        title="بيان التحالف الدولي في الرياض",
        body="أعلن التحالف الدولي أن ٨٣ دولة شاركت في المؤتمر، وأكد المسؤولون دعمهم للمدينة.",
        language="ar",
        day=date(2021, 6, 28),
        source="وكالة الأنباء",
        parties=("state:SA", "body:coalition"),
        marking=0,
    ),
    Record(
        key="document:2",
        kind="document",
        title="Coalition ministers meet in Rome",
        body="The U.S. envoy said that ISIS’s fighters had lost their cities. Syria's displaced wait.",
        language="en",
        day=date(2021, 6, 29),
        source="Daily News",
        parties=("state:US", "body:coalition"),
        marking=1,
    ),
    Record(
        key="document:3",
        kind="document",
        title="Les médias et l’Irak",
        body="Selon la ministre, 10 000 réfugiés sont rentrés à Mossoul. L'envoyé américain s'en félicite.",
        language="fr",
        day=date(2021, 7, 1),
        source="Daily News",
        parties=("state:IQ",),
        marking=0,
    ),
    Record(
        key="quote:7",
        kind="quote",
        title="المبعوث الأمريكي",
        body="«لن نترك مدينة الموصل وحدها»",
        language="ar",
        day=date(2021, 7, 1),
        source="وكالة الأنباء",
        parties=("state:US", "state:IQ"),
        marking=3,
    ),
    Record(key="entity:9", kind="entity", title="التحالف الدولي ضد داعش", marking=0),
)


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    index = Index.open(tmp_path_factory.mktemp("index"))
    index.add(RECORDS)
    index.commit()
    return index
