import os

import pytest

from marsad.cli.pool import work_all
from marsad.cli.work import Order
from marsad.collecting.folders import Input


class Deadly(Input):
    """An input that ends whatever process opens it."""

    def __reduce__(self):
        return os._exit, (1,)


@pytest.fixture
def inputs(tmp_path):
    made = []
    for number in range(6):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"The coalition has {number + 60} members.\n")
        made.append(Input(path, path.stem))
    return made


def ids(outcomes):
    return [reading.document.id for outcome in outcomes for reading in outcome.readings]


@pytest.mark.parametrize("processes", [1, 2])
def test_outcomes_come_in_the_order_of_the_tasks(inputs, processes):
    assert ids(work_all(inputs, Order(), processes=processes)) == list("012345")


def test_a_process_that_dies_takes_only_its_own_task_with_it(inputs):
    deadly = Deadly(inputs[2].path, "deadly")
    tasks = [*inputs[:2], deadly, *inputs[3:]]

    outcomes = list(work_all(tasks, Order(), processes=2))

    assert ids(outcomes) == list("01345")
    [fault] = [fault for outcome in outcomes for fault in outcome.faults]
    assert "ended the process that read it" in str(fault)


def test_tasks_are_asked_for_only_as_they_are_needed(inputs):
    asked = []

    def tasks():
        for number in range(1000):
            asked.append(number)
            yield inputs[number % 6]

    outcomes = work_all(tasks(), Order(), processes=2)
    next(outcomes)
    outcomes.close()

    assert len(asked) <= 8
