from gates.raise_floors import fallen, renewed


def floors(figure):
    return {"ar": {"figure": {"gold": 20, "floor": figure}}}


def test_what_is_reached_now_becomes_the_floor():
    new = renewed({"floors": floors(0.9)}, floors(0.95), "marks", "")

    assert new == {"fingerprint": "marks", "floors": floors(0.95), "lowered": []}


def test_a_floor_that_would_fall_is_named_with_both_figures():
    assert fallen(floors(0.9), floors(0.85)) == {"ar figure": "0.900 to 0.850"}
    assert fallen(floors(0.9), floors(0.9)) == {}


def test_a_kind_that_is_annotated_no_more_counts_as_fallen():
    assert fallen(floors(0.9), {"ar": {}}) == {"ar figure": "0.900 to 0.000"}


def test_the_reason_for_a_fall_is_kept_for_good():
    first = renewed({"floors": floors(0.9)}, floors(0.8), "a", "interviews were added")
    second = renewed(first, floors(0.95), "b", "")

    assert second["lowered"] == [
        {"because": "interviews were added", "floors": {"ar figure": "0.900 to 0.800"}}
    ]
