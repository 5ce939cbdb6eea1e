"""A decided case is opened anew for other people; what was found before stays."""

import pytest

from desk.cases.test_decide import NEWS, read
from desk.content_makers import (
    a_director,
    make_agreed_case,
    make_capture,
    make_case,
    make_person,
    readers,
)
from marsad.desk.cases.models import Reading, Reopening, Stage
from marsad.desk.cases.reopen import reopen
from marsad.desk.cases.standing import agreeing, took_part
from marsad.desk.safeguards.acts import Worker
from marsad.errors import Refused
from marsad.marking import Marking

pytestmark = pytest.mark.django_db

WHY = "the cook says that it is his own recipe"


def test_a_reopened_case_begins_with_its_first_reader():
    case = make_agreed_case()
    opened = reopen(case, by=a_director(), because=WHY)

    assert (opened.stage, opened.round, opened.closed_at) == (Stage.FIRST, 2, None)
    assert Reading.objects.filter(case=case).count() == 2, "nothing is taken away"
    assert agreeing(opened) == ()
    assert Reopening.objects.get().because == WHY


def test_who_read_it_before_reads_it_no_more():
    case = make_agreed_case()
    reopen(case, by=a_director(), because=WHY)

    with pytest.raises(Refused, match="you have read it already"):
        read(case, readers()[0])
    read(case, readers()[2], NEWS)


def test_a_case_that_waits_is_not_opened_anew():
    with pytest.raises(Refused, match="is open already"):
        reopen(make_case(), by=a_director(), because=WHY)


@pytest.mark.parametrize("who", ["reviewer", "worker"])
def test_only_a_director_opens_a_case_anew(who):
    by = Worker("reader 1") if who == "worker" else readers()[2]

    with pytest.raises(Refused, match=r"no right|no machine"):
        reopen(make_agreed_case(), by=by, because=WHY)


def test_a_case_above_ones_clearance_is_not_opened():
    low = make_person("lina", "director", clearance=Marking.GREEN)

    with pytest.raises(Refused, match="above your clearance"):
        reopen(make_agreed_case(marking=Marking.AMBER), by=low, because=WHY)


def test_who_took_part_is_everybody_who_touched_it_in_any_round():
    case, (one, two, three) = make_agreed_case(), readers()
    reopen(case, by=a_director(), because=WHY)
    helper = make_person("hadi", "reviewer")
    make_capture(case, case.matches.get().post, person=helper)
    read(case, three, NEWS)

    expected = {one.pk, two.pk, three.pk, helper.pk, a_director().pk}
    assert took_part(case) == expected
