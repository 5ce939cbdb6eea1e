"""Promises in three languages, confirmed."""

from datetime import date

import pytest

from marsad.desk.register.confirm import confirm
from marsad.desk.register.models import Kind

AR = "تعهدت الولايات المتحدة بتقديم 168 مليون دولار لدعم الاستقرار في العراق قبل يونيو 2019.\n"
EN = "The United States pledged an additional $200 million to stabilise liberated areas.\n"
FR = (
    "Le Royaume-Uni s'est engagé à verser 50 millions d'euros d'ici à la fin de 2030.\n"
)


@pytest.fixture
def promise(make_document, lina):
    """Confirm the promise that a text tells of."""

    def enter(text, *, language="ar", day=date(2018, 2, 13), **more):
        document = make_document(text, language=language, day=day, **more)
        found = document.findings.filter(kind=Kind.COMMITMENT).order_by("start")
        assert found, [(one.kind, one.quote) for one in document.findings.all()]
        [entry] = confirm([found[0]], by=lina, because="read in the source")
        return entry

    return enter


@pytest.fixture
def american(promise):
    """A promise in dollars, long due."""
    return promise(AR, outlet="KUNA")


@pytest.fixture
def british(promise):
    """A promise in euros, due in years."""
    return promise(FR, language="fr", outlet="Le Monde")


@pytest.fixture
def undated(promise):
    """A promise in dollars without a day."""
    return promise(EN, language="en", outlet="Reuters")
