import pytest

from marsad.desk.register.alike import line, proposals
from marsad.desk.register.cite import cite
from marsad.desk.register.confirm import confirm
from marsad.desk.register.correct import correct
from marsad.desk.register.models import Kind
from marsad.desk.register.retract import retract
from marsad.desk.safeguards.groups import Group
from marsad.linking.same import compare
from marsad.marking import Marking

LIBERATED = "وأكد التحالف الدولي أن {} في المئة من الأراضي قد حررت.\n"


@pytest.fixture
def figure_in(make_document):
    def make(text, **more):
        return make_document(text, **more).findings.get(kind=Kind.FIGURE)

    return make


@pytest.fixture
def entered(figure_in, lina):
    [entry] = confirm([figure_in(LIBERATED.format(98))], by=lina, because="read")
    return entry


def proposed(finding, person):
    found = proposals([finding], person).get(finding.pk, [])
    return [one.entry.pk for one in found]


def test_another_report_of_the_same_finds_the_entry(entered, figure_in, lina):
    again = figure_in("وقال المتحدث إن 98 في المئة من الأراضي حررت من التنظيم.\n")

    assert proposed(again, lina) == [entered.pk]


def test_another_number_finds_no_entry(entered, figure_in, lina):
    assert proposed(figure_in(LIBERATED.format(95)), lina) == []


def test_what_was_retracted_is_not_proposed(entered, figure_in, lina):
    retract(entered, by=lina, because="the outlet corrected itself")

    assert proposed(figure_in("إن 98 في المئة من الأراضي حررت.\n"), lina) == []


def test_what_a_person_may_not_see_is_not_proposed(figure_in, make_person, lina):
    chief = make_person("dalia", Group.ANALYST, clearance=Marking.RED)
    secret = figure_in(LIBERATED.format(98), marking=Marking.RED)
    confirm([secret], by=chief, because="read")

    again = figure_in("وقال المتحدث إن 98 في المئة من الأراضي حررت.\n")

    assert proposed(again, lina) == []
    assert len(proposed(again, chief)) == 1


def test_a_correction_is_found_under_what_it_says_now(entered, figure_in, lina):
    correct(entered, {**entered.fields, "value": 95}, by=lina, because="95")
    again = figure_in("وقال المتحدث إن 95 في المئة من الأراضي حررت من التنظيم.\n")

    assert proposed(again, lina) == [entered.pk]
    entered.refresh_from_db()
    assert line(entered).value.value == 95


def test_the_line_that_is_kept_compares_as_the_finding_did(entered):
    kept = line(entered)

    assert compare(kept, kept).verdict == "same"


def test_one_more_source_keeps_the_line_of_the_first(entered, figure_in, lina):
    before = entered.compared_as
    again = figure_in("وقال المتحدث إن 98 في المئة من الأراضي حررت من التنظيم.\n")

    cite(entered, again, by=lina, because="the same")

    entered.refresh_from_db()
    assert entered.compared_as == before
    assert entered.keys.count() == len(set(entered.keys.values_list("key")))


def test_what_is_counted_leaves_its_series_with_its_unit(entered, lina):
    assert entered.series

    correct(entered, {**entered.fields, "unit": "village"}, by=lina, because="villages")

    entered.refresh_from_db()
    assert "percent" not in entered.series
