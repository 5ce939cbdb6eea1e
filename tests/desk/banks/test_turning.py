"""Turns: in their order, and told from those of a database that was restored."""

import pytest
from django.db import transaction

from desk.content_makers import make_signal
from marsad.desk.banks.models import BankedSignal, Turn
from marsad.desk.banks.turning import happened, last_turn, next_turn, turned

pytestmark = pytest.mark.django_db


def test_before_the_first_change_there_is_no_turn():
    assert last_turn() == (0, "")
    assert not happened(0, "")


def test_each_change_is_the_next_turn_and_marks_its_rows():
    signal = make_signal()
    with transaction.atomic():
        first, second = next_turn(), turned([signal])

    assert second == first + 1 == last_turn()[0]
    assert BankedSignal.objects.get(pk=signal.pk).turn == second


def test_a_turn_that_was_undone_is_told_from_the_one_that_came_instead():
    with transaction.atomic():
        next_turn()
    number, mark = last_turn()
    Turn.objects.filter(number=number).delete()
    with transaction.atomic():
        next_turn()

    assert last_turn()[0] == number
    assert not happened(number, mark)
    assert happened(*last_turn())
