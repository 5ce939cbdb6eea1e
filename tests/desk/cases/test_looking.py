"""What is hard to see is asked for, counted, and stopped by a break."""

from datetime import timedelta

import pytest
from django.utils import timezone

from desk.content_makers import (
    a_director,
    make_case,
    make_medium,
    make_post,
    make_signal,
    readers,
)
from marsad.desk.cases.exposure import (
    ASK_AFTER,
    STOP_AFTER,
    load_of,
    may_show,
    weeks_of,
)
from marsad.desk.cases.hold import hold
from marsad.desk.cases.look import look
from marsad.desk.cases.models import Look, Rest
from marsad.desk.cases.rest import rest
from marsad.errors import Refused

pytestmark = pytest.mark.django_db

WHY = "to tell whether it is the known picture"


@pytest.fixture
def opened():
    """A case with a picture, open to its reader."""
    post = make_post()
    medium = make_medium(post)
    case, reader = make_case(post), readers()[0]
    return hold(case, by=reader, because="reads it"), medium, reader


def looks(reader, case, count, ago=timedelta(0)):
    at = timezone.now() - ago
    Look.objects.bulk_create(
        Look(person=reader, case=case, at=at) for _ in range(count)
    )


def test_a_picture_is_shown_to_who_asked_and_for_a_while(opened):
    case, medium, reader = opened
    assert not may_show(reader, case, medium)
    look(case, medium, by=reader, because=WHY)

    assert may_show(reader, case, medium)
    assert not may_show(readers()[1], case, medium)
    assert not may_show(reader, case, medium, timezone.now() + timedelta(hours=1))


def test_words_and_pictures_are_asked_for_apart(opened):
    case, medium, reader = opened
    look(case, None, by=reader, because=WHY)

    assert may_show(reader, case, None)
    assert not may_show(reader, case, medium)


def test_who_does_not_hold_a_case_looks_at_nothing_of_it(opened):
    case, medium, _ = opened

    with pytest.raises(Refused, match="do not have it open"):
        look(case, medium, by=readers()[1], because=WHY)


def test_a_picture_of_another_case_is_not_shown(opened):
    case, _, reader = opened
    other = make_medium(make_post(), b"a drawn circle")

    with pytest.raises(Refused, match="not of it"):
        look(case, other, by=reader, because=WHY)


def test_after_many_looks_a_break_is_asked_for_then_taken(opened):
    case, medium, reader = opened
    looks(reader, case, ASK_AFTER)
    assert load_of(reader).wants_rest
    assert not load_of(reader).must_rest
    looks(reader, case, STOP_AFTER - ASK_AFTER)

    with pytest.raises(Refused, match="seen enough"):
        look(case, medium, by=reader, because=WHY)


def test_looks_of_an_hour_ago_weigh_no_more(opened):
    case, _, reader = opened
    looks(reader, case, STOP_AFTER, ago=timedelta(hours=2))

    assert load_of(reader).looks == 0


def test_during_a_break_nothing_is_shown_and_after_it_one_begins_anew(opened):
    case, medium, reader = opened
    looks(reader, case, STOP_AFTER, ago=timedelta(minutes=5))
    rest(reader, by=reader, because="a walk")
    hold(case, by=reader, because="reads on")

    with pytest.raises(Refused, match="seen enough"):
        look(case, medium, by=reader, because=WHY)
    Rest.objects.update(until=timezone.now() - timedelta(seconds=1))
    look(case, medium, by=reader, because=WHY)
    assert load_of(reader).looks == 1


def test_a_break_gives_back_what_one_had_open(opened):
    case, _, reader = opened
    rest(reader, by=reader, because="a walk")
    case.refresh_from_db()

    assert case.held_by is None
    with pytest.raises(Refused, match="on a break already"):
        rest(reader, by=reader, because="a walk")


def test_nobody_sends_somebody_else_on_a_break():
    one, two, _ = readers()

    with pytest.raises(Refused, match="somebody else's account"):
        rest(one, by=two, because="you look tired")


def test_all_together_are_counted_without_names(opened):
    case, _, reader = opened
    looks(reader, case, 3)
    looks(readers()[1], case, 2)

    [week] = weeks_of(None)
    assert (week["looks"], week["people"]) == (5, 2)
    assert [one["looks"] for one in weeks_of(reader)] == [3]
    assert weeks_of(a_director()) == []


def test_a_held_case_is_nobody_elses_for_a_quarter_of_an_hour(opened):
    case, _, _ = opened
    other = readers()[1]

    with pytest.raises(Refused, match="has it open"):
        hold(case, by=other, because="reads it")
    case.held_until = timezone.now() - timedelta(seconds=1)
    case.save()
    assert hold(case, by=other, because="reads it").held_by == other


def test_who_has_read_a_case_does_not_open_it_again():
    case = make_case(signal=make_signal(value="another recipe"))
    with pytest.raises(Refused, match="no right"):
        hold(case, by=a_director(), because="curious")
