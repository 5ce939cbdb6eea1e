"""A series of members with several points, in three languages."""

from datetime import date

import pytest

from marsad.desk.indicators.keep_up import keep_up
from marsad.desk.indicators.models import Indicator
from marsad.desk.register.confirm import confirm

MEMBERS = "members|Global Coalition||member"
REPORTS = [
    (
        "La coalition internationale contre Daech compte désormais 67 membres.\n",
        2016,
        "fr",
    ),
    ("قال وزير الخارجية الكويتي إن التحالف الدولي يضم 74 عضوا.\n", 2018, "ar"),
    ("The Global Coalition now has 75 members, the spokesperson said.\n", 2018, "en"),
    ("The Global Coalition now has more than 80 members, he said.\n", 2020, "en"),
]


@pytest.fixture
def count_of(make_document):
    """The count of members that a text gives, as a proposed finding."""

    def find(text, *, day=date(2018, 2, 13), **more):
        document = make_document(text, day=day, **more)
        return document.findings.filter(series=MEMBERS).order_by("start")[0]

    return find


@pytest.fixture
def entries(count_of, lina):
    """Four confirmed counts, two of them rivals."""
    found = [
        count_of(text, day=date(year, 2, 13), language=language, outlet=f"O {number}")
        for number, (text, year, language) in enumerate(REPORTS)
    ]
    entered = confirm(found, by=lina, because="read in the source")
    keep_up()
    return entered


@pytest.fixture
def members(entries):
    """The series of members."""
    return Indicator.objects.get(key=MEMBERS)
