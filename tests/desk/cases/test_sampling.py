"""Closed cases are drawn by chance for another reader, who cannot tell them from others."""

import math
from datetime import timedelta

import pytest
from django.utils import timezone

from desk.cases.test_decide import NEWS, REFER, read
from desk.content_makers import (
    a_director,
    make_account,
    make_bank,
    make_case,
    make_post,
    make_signal,
    make_stream,
    readers,
)
from marsad.desk.cases.draw import draw
from marsad.desk.cases.models import Case, Reread, Stage
from marsad.desk.cases.sampling import differing, draw_daily, missed
from marsad.desk.cases.standing import readings_for
from marsad.desk.posts.models import Post
from marsad.desk.safeguards.models import AuditRecord
from marsad.errors import Refused

pytestmark = pytest.mark.django_db


def closed_cases(count, ago=timedelta(days=1)):
    bank, stream, account = make_bank(), make_stream(), make_account()
    at = timezone.now() - ago
    return [
        make_case(
            make_post(stream=stream, account=account),
            make_signal(bank, value=f"recipe {ago} {number}"),
            stage=Stage.CLOSED,
            closed_at=at,
        )
        for number in range(count)
    ]


def a_closed_case():
    case, (one, two, _) = make_case(), readers()
    read(case, one, NEWS)
    read(case, two, NEWS)
    case.refresh_from_db()
    return case


@pytest.mark.parametrize("count", [1, 20, 41])
def test_one_in_twenty_is_drawn_and_at_least_one(count):
    closed_cases(count)

    assert len(draw(by=a_director(), because="monthly")) == math.ceil(count / 20)
    with pytest.raises(Refused, match="enough was drawn"):
        draw(by=a_director(), because="monthly")


def test_the_same_seed_draws_the_same_cases_and_is_written_down():
    closed_cases(30)
    first = {one.case_id for one in draw(17, by=a_director(), because="monthly")}
    Reread.objects.all().delete()
    again = {one.case_id for one in draw(17, by=a_director(), because="monthly")}

    assert first == again
    assert AuditRecord.objects.filter(act="cases.draw").first().details["seed"] == 17


def test_what_is_old_or_open_or_purged_is_not_drawn():
    closed_cases(3, ago=timedelta(days=40))
    make_case()
    [gone] = closed_cases(1)
    Post.objects.filter(matches__case=gone).update(purged_at=timezone.now())

    assert draw_daily() == 0


def test_a_worker_draws_each_day_what_is_missing():
    closed_cases(5)

    assert draw_daily() == 1
    assert draw_daily() == 0


def test_a_drawn_case_waits_like_a_new_one_for_who_has_not_read_it():
    case, (one, _, three) = a_closed_case(), readers()
    draw_daily()

    assert not Case.objects.for_reader(one).exists()
    [waiting] = Case.objects.for_reader(three).in_order()
    assert waiting == case
    assert waiting.waits_since > case.closed_at
    assert waiting.wants_by > timezone.now()


def test_who_could_read_a_drawn_case_sees_no_reading_of_it():
    case, (one, _, three) = a_closed_case(), readers()
    assert readings_for(case, three) == [], "nor before it was drawn"
    draw_daily()

    assert readings_for(case, three) == []
    assert len(readings_for(case, one)) == 2
    read(case, three)
    assert len(readings_for(case, three)) == 3


def test_a_director_is_told_where_a_second_look_differs():
    case, three = a_closed_case(), readers()[2]
    draw_daily()
    assert missed().rate is None
    read(case, three, REFER)

    assert [one.case for one in differing(a_director())] == [case]
    assert (missed().read, missed().rate) == (1, 1.0)
    case.refresh_from_db()
    assert case.stage == Stage.CLOSED, "a second look changes nothing"


def test_a_second_look_that_agrees_is_an_error_less():
    case, three = a_closed_case(), readers()[2]
    draw_daily()
    read(case, three, NEWS)

    assert differing(a_director()) == []
    assert missed().rate == 0.0
