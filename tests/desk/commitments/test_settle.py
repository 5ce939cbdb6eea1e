from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.desk.commitments.ledger import (
    Asked,
    asked_for,
    commitments_of,
    due_for,
    totals_of,
    with_states,
)
from marsad.desk.commitments.models import Outcome, Status
from marsad.desk.commitments.reopen import reopen
from marsad.desk.commitments.settle import Evidence, settle, standing_of
from marsad.desk.register.confirm import confirm
from marsad.desk.register.models import Kind
from marsad.desk.register.retract import retract
from marsad.desk.safeguards.models import AuditRecord
from marsad.errors import Refused

TODAY = date(2026, 11, 22)
ADDRESS = Evidence(address="https://www.state.gov/stabilisation-funds")


def state(entry, today=TODAY):
    [row] = with_states([entry], today)
    return row.state


def test_a_commitment_is_due_from_its_last_day_on(american):
    assert american.due_on is not None
    assert state(american, american.due_on) == "due"
    assert state(american, date(2018, 3, 1)) == "open"


def test_a_commitment_without_a_day_is_never_due(undated):
    assert undated.due_on is None
    assert state(undated) == "open"


@pytest.mark.parametrize("status", [Status.KEPT, Status.BROKEN])
def test_nothing_is_said_to_be_kept_or_broken_without_evidence(status, american, lina):
    with pytest.raises(Refused, match="nothing shows"):
        settle(american, status, by=lina, because="everybody knows")

    assert not Outcome.objects.exists()


def test_the_database_itself_asks_for_evidence(american, lina):
    with pytest.raises(IntegrityError), transaction.atomic():
        Outcome.objects.create(entry=american, status="kept", by=lina, because="x")


def test_a_withdrawn_promise_needs_a_reason_alone(american, lina):
    settle(american, Status.WITHDRAWN, by=lina, because="the ministry took it back")

    assert state(american) == "withdrawn"


def test_a_kept_promise_is_shown_by_an_entry(american, undated, lina):
    settle(american, "kept", Evidence(entry=undated), by=lina, because="it was paid")

    assert state(american) == "kept"
    assert standing_of(american).evidence == undated
    touched = AuditRecord.objects.last().touched
    assert f"register.entry:{american.pk}" in touched


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        pytest.param(Evidence(address="javascript:alert(1)"), "address", id="a script"),
        pytest.param(Evidence(address="yesterday's paper"), "address", id="words"),
    ],
)
def test_an_address_is_one_of_the_web(evidence, words, american, lina):
    with pytest.raises(Refused, match=words):
        settle(american, "kept", evidence, by=lina, because="it was paid")


def test_a_promise_does_not_show_itself_nor_does_what_was_retracted(
    american, undated, lina
):
    with pytest.raises(Refused, match="does not show"):
        settle(american, "kept", Evidence(entry=american), by=lina, because="x")
    retract(undated, by=lina, because="misread")
    with pytest.raises(Refused):
        settle(american, "kept", Evidence(entry=undated), by=lina, because="x")


def test_a_second_word_is_refused_with_the_name_of_the_first(american, lina, omar):
    settle(american, "kept", ADDRESS, by=omar, because="it was paid")

    with pytest.raises(Refused, match="kept by Omar"):
        settle(american, "broken", ADDRESS, by=lina, because="it was not")


def test_what_was_said_is_taken_back_and_stays_readable(american, lina):
    first = settle(american, "kept", ADDRESS, by=lina, because="it was paid")

    reopen(american, by=lina, because="half of it was paid")

    assert state(american) == "due"
    assert first.undone_by.because == "half of it was paid"
    settle(american, "broken", ADDRESS, by=lina, because="half of it")
    assert state(american) == "broken"


def test_what_was_said_is_never_rewritten(american, lina):
    settle(american, "kept", ADDRESS, by=lina, because="it was paid")

    with pytest.raises(DatabaseError), transaction.atomic():
        Outcome.objects.update(status="broken")
    with pytest.raises(DatabaseError), transaction.atomic():
        Outcome.objects.all().delete()


def test_only_a_commitment_is_settled(make_document, lina):
    figure = make_document().findings.filter(kind=Kind.FIGURE).first()
    [entry] = confirm([figure], by=lina, because="read in the source")

    with pytest.raises(Refused, match="no commitment"):
        settle(entry, "withdrawn", by=lina, because="x")


def test_who_may_not_settle_is_refused(american, auditor):
    with pytest.raises(Refused, match="no right"):
        settle(american, "withdrawn", by=auditor, because="x")


def test_sums_never_mix_currencies(american, british, undated, lina):
    settle(undated, "kept", ADDRESS, by=lina, because="it was paid")

    totals = {one.unit: one for one in totals_of(commitments_of(lina))}

    assert totals["USD"].promised == 368_000_000
    assert (totals["USD"].kept, totals["USD"].kept_count) == (200_000_000, 1)
    assert totals["EUR"].promised == 50_000_000
    assert totals["EUR"].kept == 0


def test_filters_keep_what_they_say(american, british, undated, lina):
    def kept(**asked):
        return set(asked_for(commitments_of(lina), Asked(**asked), TODAY))

    assert kept() == {american, british, undated}
    assert kept(state="due") == {american}
    assert kept(state="open") == {british, undated}
    assert kept(until=date(2020, 1, 1)) == {american}
    assert kept(since=date(2030, 1, 1)) == {british}
    assert kept(party="no such party") == set()
    assert american in kept(party=str(american.actor.entity_id))
    assert due_for(lina, TODAY) == 1


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    steps=st.lists(
        st.sampled_from(("kept", "broken", "withdrawn", "reopen")), max_size=8
    )
)
def test_at_most_one_word_stands_whatever_is_tried(american, lina, steps):
    for step in steps:
        try:
            if step == "reopen":
                reopen(american, by=lina, because="x")
            else:
                settle(american, step, ADDRESS, by=lina, because="y")
        except Refused:
            continue
        standing = Outcome.objects.exclude(status="reopened").filter(undone_by=None)
        assert standing.count() == (step != "reopen")
    if standing_of(american):
        reopen(american, by=lina, because="x")
    assert state(american) == "due"
