from datetime import date

import pytest

from marsad.cli import work as working
from marsad.cli.work import Order, work
from marsad.collecting.documents import Document


def test_the_day_of_the_order_fills_only_a_gap():
    dated = Document("dated", "Rome.", published=date(2014, 10, 28))
    undated = Document("undated", "Rome.")

    outcome = work((dated, undated), Order(published=date(2021, 6, 28)))

    days = [reading.document.published for reading in outcome.readings]
    assert days == [date(2014, 10, 28), date(2021, 6, 28)]


def test_a_reader_that_fails_is_a_fault_of_its_document_alone(monkeypatch):
    whole = working.read

    def failing(document):
        if document.id == "odd":
            raise ZeroDivisionError("a number of none")
        return whole(document)

    monkeypatch.setattr(working, "read", failing)

    outcome = work((Document("odd", "Rome."), Document("even", "Rome.")), Order())

    assert outcome.documents == 1
    assert str(outcome.faults[0]).startswith(
        "odd: stopped its reader (ZeroDivisionError"
    )


@pytest.mark.parametrize("wants", [True, False])
def test_readings_travel_back_only_when_they_are_wanted(wants):
    outcome = work((Document("a", "Rome."),), Order(wants_readings=wants))

    assert (outcome.documents, len(outcome.readings)) == (1, int(wants))
