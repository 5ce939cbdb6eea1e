"""Which counts may be shown without telling of a small group."""

from hypothesis import given
from hypothesis import strategies as st

from marsad.measuring.disclosure import shown


def test_a_cell_of_nine_accounts_is_hidden_and_one_of_ten_is_not():
    assert shown({"nine": 9, "ten": 10}, []) == {"ten"}


def test_a_cell_of_nobody_is_shown():
    assert shown({"none": 0}, []) == {"none"}


def test_one_hidden_part_takes_the_next_smallest_with_it():
    accounts = {"all": 100, "ar": 60, "en": 35, "fr": 5}

    assert shown(accounts, [("all", ["ar", "en", "fr"])]) == {"all", "ar"}


def test_two_hidden_parts_that_are_enough_together_leave_the_rest_shown():
    accounts = {"all": 100, "ar": 86, "en": 8, "fr": 7}

    assert shown(accounts, [("all", ["ar", "en", "fr"])]) == {"all", "ar"}


def test_a_total_that_is_its_hidden_parts_is_hidden():
    accounts = {"all": 12, "ar": 6, "en": 7}

    found = shown(accounts, [("all", ["ar", "en"])])

    assert found == {"all"}, "together they are thirteen"
    assert shown({"all": 11, "ar": 11, "en": 0}, [("all", ["ar", "en"])]) >= {"all"}


def test_what_is_hidden_in_a_week_is_not_left_over_in_its_days():
    accounts = {"week": 80, "mon": 20, "tue": 4, "wed": 30, "thu": 40}

    found = shown(accounts, [("week", ["mon", "tue", "wed", "thu"])])

    assert found == {"week", "wed", "thu"}


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8))
def test_no_sum_leaves_one_hidden_part_over(counts):
    parts = [f"part {place}" for place in range(len(counts))]
    accounts = dict(zip(parts, counts, strict=True)) | {"all": sum(counts)}

    seen = shown(accounts, [("all", parts)])

    hidden = [accounts[part] for part in parts if part not in seen]
    assert not any(0 < accounts[one] < 10 for one in seen)
    if "all" in seen and hidden:
        assert len(hidden) > 1
        assert sum(hidden) >= 10
