import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.desk.contradictions.keep_up import keep_up
from marsad.desk.contradictions.models import Choice, Contradiction, Standing
from marsad.desk.contradictions.reopen import reopen
from marsad.desk.contradictions.resolve import resolve
from marsad.desk.register.models import State, Status
from marsad.desk.register.undo import undo
from marsad.desk.safeguards import trail
from marsad.errors import Refused

AR = "قال وزير الخارجية الكويتي إن التحالف الدولي يضم 74 عضوا.\n"
EN = "The Global Coalition now has 75 members, the spokesperson said in Kuwait.\n"


@pytest.fixture
def contradiction(rivals):
    return Contradiction.objects.get()


def sides(row):
    row.one.refresh_from_db()
    row.other.refresh_from_db()
    return row.one.state, row.other.state


def test_a_resolution_says_who_and_why_and_changes_no_entry(contradiction, omar):
    resolve(contradiction, Choice.ONE, by=omar, because="the ministry counts 74")

    contradiction.refresh_from_db()
    assert contradiction.state == Standing.RESOLVED
    assert (contradiction.by, contradiction.because) == (omar, "the ministry counts 74")
    assert sides(contradiction) == (State.CURRENT, State.CURRENT)
    keep_up()
    contradiction.refresh_from_db()
    assert contradiction.state == Standing.RESOLVED


def test_only_if_asked_the_losing_side_leaves_the_register(contradiction, lina):
    resolve(contradiction, Choice.OTHER, by=lina, because="wrong", takes_out=True)

    assert sides(contradiction) == (State.RETRACTED, State.CURRENT)
    assert trail.verify().fault is None


def test_reopening_brings_back_what_was_taken_out(contradiction, lina):
    resolve(contradiction, Choice.ONE, by=lina, because="wrong", takes_out=True)

    reopen(contradiction, by=lina, because="the ministry has answered")

    assert sides(contradiction) == (State.CURRENT, State.CURRENT)
    contradiction.refresh_from_db()
    assert (contradiction.state, contradiction.choice) == (Standing.OPEN, "")


def test_who_undoes_the_retraction_finds_it_open_again(contradiction, lina):
    resolve(contradiction, Choice.ONE, by=lina, because="wrong", takes_out=True)
    contradiction.refresh_from_db()
    keep_up()

    undo(contradiction.decision, by=lina, because="too early")
    keep_up()

    contradiction.refresh_from_db()
    assert contradiction.state == Standing.OPEN


def test_a_second_resolution_is_refused_with_the_name_of_the_first(
    contradiction, lina, omar
):
    resolve(contradiction, Choice.BOTH, by=omar, because="with and without observers")

    with pytest.raises(Refused, match="resolved by Omar"):
        resolve(contradiction, Choice.ONE, by=lina, because="the ministry counts 74")


def test_nothing_leaves_where_no_side_lost(contradiction, lina):
    with pytest.raises(Refused, match="no side that lost"):
        resolve(contradiction, Choice.BOTH, by=lina, because="both", takes_out=True)

    contradiction.refresh_from_db()
    assert contradiction.state == Standing.OPEN


def test_a_resolution_has_a_reason(contradiction, lina):
    with pytest.raises(Refused, match="no reason"):
        resolve(contradiction, Choice.BOTH, by=lina, because="  ")


def test_who_may_not_resolve_is_refused(contradiction, auditor):
    with pytest.raises(Refused, match="no right"):
        resolve(contradiction, Choice.BOTH, by=auditor, because="both")


def test_a_proposal_that_lost_is_rejected_if_asked(count_of, enter, lina):
    enter(count_of(AR))
    proposed = count_of(EN, language="en")
    keep_up()

    resolve(
        Contradiction.objects.get(), Choice.ONE, by=lina, because="old", takes_out=True
    )

    proposed.refresh_from_db()
    assert proposed.status == Status.REJECTED
    reopen(Contradiction.objects.get(), by=lina, because="not old")
    proposed.refresh_from_db()
    assert proposed.status == Status.PROPOSED


def test_a_resolved_proposal_is_the_same_matter_once_confirmed(count_of, enter, lina):
    enter(count_of(AR))
    proposed = count_of(EN, language="en")
    keep_up()
    resolve(Contradiction.objects.get(), Choice.BOTH, by=lina, because="observers")

    enter(proposed)
    keep_up()

    assert not Contradiction.objects.filter(state=Standing.OPEN).exists()


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("resolve"), st.sampled_from(Choice.values), st.booleans()),
        st.tuples(st.just("reopen")),
        st.tuples(st.just("look")),
    ),
    max_size=8,
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_after_any_steps_a_reopened_one_is_as_it_was(contradiction, lina, steps):
    for step in steps:
        try:
            match step:
                case ("resolve", choice, takes_out):
                    resolve(
                        contradiction, choice, by=lina, because="x", takes_out=takes_out
                    )
                case ("reopen",):
                    reopen(contradiction, by=lina, because="y")
                case _:
                    keep_up()
        except Refused:
            pass
        contradiction.refresh_from_db()
        out = [one for one in sides(contradiction) if one != State.CURRENT]
        assert bool(out) == (contradiction.decision is not None)
    if contradiction.state == Standing.RESOLVED:
        reopen(contradiction, by=lina, because="y")
    keep_up()
    contradiction.refresh_from_db()
    assert contradiction.state == Standing.OPEN
    assert sides(contradiction) == (State.CURRENT, State.CURRENT)
    assert Contradiction.objects.count() == 1
