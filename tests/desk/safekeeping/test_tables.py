import math
from datetime import UTC, date, datetime
from uuid import UUID

from django.apps import apps
from hypothesis import given
from hypothesis import strategies as st

from marsad.desk.safekeeping.tables import lines_of, rows_of, tables_of

values = (
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False)
)


@given(st.lists(st.lists(values, min_size=2, max_size=4)))
def test_rows_come_back_from_their_lines(rows):
    pieces = list(lines_of(rows))
    assert [row for lines, _ in pieces for row in rows_of(lines)] == rows
    assert sum(count for _, count in pieces) == len(rows)


def test_many_rows_come_in_pieces_of_a_bounded_size():
    pieces = [len(lines) for lines, _ in lines_of([["قال" * 300]] * 9000)]
    assert len(pieces) > 3
    assert max(pieces) < 2_100_000 * 3


def test_moments_days_and_keys_are_written_alike_on_both_databases():
    naive, aware = datetime(2018, 2, 13, 9), datetime(2018, 2, 13, 9, tzinfo=UTC)  # noqa: DTZ001
    key = UUID("0" * 31 + "1")
    [(lines, _)] = lines_of([[naive, aware, date(2018, 2, 13), key, math.pi]])
    [row] = rows_of(lines)
    assert row[0] == row[1] == "2018-02-13T09:00:00+00:00"
    assert row[2:] == ["2018-02-13", key.hex, math.pi]


def test_tables_come_after_those_that_they_point_at():
    labels = [one.label for one in tables_of(apps)]
    order = {label: place for place, label in enumerate(labels)}
    assert order["documents.document"] < order["register.finding"]
    assert order["register.entry"] < order["register.citation"]
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            mine, other = model._meta.label_lower, field.related_model
            there = other._meta.label_lower if other else mine
            if mine in order and there != mine:
                assert order[there] < order[mine]


def test_every_table_of_the_desk_is_kept_but_signed_in_browsers():
    ours = {
        model._meta.label_lower
        for model in apps.get_models()
        if model.__module__.startswith("marsad.desk")
    }
    assert ours - {one.label for one in tables_of(apps)} == {"safeguards.signin"}
