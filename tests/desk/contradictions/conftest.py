"""Reports that contradict each other, in three languages."""

from datetime import date

import pytest

from marsad.desk.contradictions.keep_up import keep_up
from marsad.desk.register.confirm import confirm

AR = "قال وزير الخارجية الكويتي إن التحالف الدولي يضم 74 عضوا.\n"
EN = "The Global Coalition now has 75 members, the spokesperson said in Kuwait.\n"
FR = "La coalition internationale contre Daech compte désormais 76 membres.\n"
MEMBERS = "members|Global Coalition||member"


@pytest.fixture
def count_of(make_document):
    """The count of members that a text gives, as a proposed finding."""

    def find(text, *, day=date(2018, 2, 13), **more):
        document = make_document(text, day=day, **more)
        found = document.findings.filter(series=MEMBERS)
        assert found, [
            (one.kind, one.quote, one.series) for one in document.findings.all()
        ]
        return found.order_by("start").first()

    return find


@pytest.fixture
def enter(lina):
    """Confirm findings as entries of the register."""

    def enter_them(*findings):
        return confirm(list(findings), by=lina, because="read in the source")

    return enter_them


@pytest.fixture
def rivals(count_of, enter):
    """Two entries that cannot both hold, noticed."""
    entries = enter(
        count_of(AR, outlet="KUNA"), count_of(EN, outlet="Reuters", language="en")
    )
    keep_up()
    return entries
