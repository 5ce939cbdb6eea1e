import pytest

from marsad.desk.safeguards import trail
from marsad.desk.safeguards.acts import ACTS, Worker, act, note, touch
from marsad.desk.safeguards.add import add
from marsad.desk.safeguards.change import change
from marsad.desk.safeguards.models import AuditRecord, Person
from marsad.errors import Refused


def test_an_act_and_its_line_are_written_together(lina):
    change(lina, language="fr", by=lina, because="reads French")

    line = AuditRecord.objects.get()
    assert (line.act, line.outcome, line.by) == (
        "account.change",
        "done",
        "Lina (lina)",
    )
    assert line.because == "reads French"
    assert line.subject == f"safeguards.person:{lina.pk}"
    assert line.details["after"]["language"] == "fr"


def test_a_refusal_is_written_and_changes_nothing(lina, omar):
    with pytest.raises(Refused, match="somebody else's account"):
        change(omar, language="fr", by=lina, because="reads French")

    omar.refresh_from_db()
    line = AuditRecord.objects.get()
    assert omar.language == ""
    assert (line.outcome, line.person_id) == ("refused", lina.pk)
    assert "somebody else's account" in line.details["refused"]


def test_who_has_no_right_is_refused_by_its_name(lina):
    with pytest.raises(Refused, match=r"no right to do people\.add"):
        add("rana", groups=["analyst"], clearance=1, by=lina, because="new here")

    assert AuditRecord.objects.get().outcome == "refused"


@pytest.mark.parametrize("because", ["", "  \n", None])
def test_an_act_without_a_reason_is_refused(lina, because):
    with pytest.raises(Refused, match="no reason was given"):
        change(lina, language="fr", by=lina, because=because)


@pytest.mark.parametrize("by", [None, "lina", "root"])
def test_an_act_without_a_doer_is_a_mistake_of_the_program(lina, by):
    with pytest.raises(TypeError, match="say who does it"):
        change(lina, language="fr", by=by, because="reads French")


def test_a_machine_does_only_what_machines_may(lina):
    with pytest.raises(Refused, match=r"no machine may do account\.change"):
        change(lina, language="fr", by=Worker("reader 1"), because="guessed")

    person, _ = add(
        "rana",
        groups=["director"],
        clearance=4,
        by=Worker("command line"),
        because="the first",
    )
    assert AuditRecord.objects.last().by == "command line"
    assert person.must_change_password


@act("account.change")
def _outer(person, *, then, by, because):
    """An act that does another one and goes on."""
    change(person, language="fr", by=by, because=because)
    then(person)
    return person


# The act of these tests stands in no table after it was made.
ACTS["account.change"] = change


def _refuse(person):
    raise Refused(str(person), "had enough")


def _fail(person):
    raise RuntimeError("a fault of the program")


def test_an_act_within_an_act_is_taken_back_with_it(lina):
    with pytest.raises(Refused, match="had enough"):
        _outer(lina, then=_refuse, by=lina, because="tries both")

    lina.refresh_from_db()
    assert lina.language == ""
    [line] = AuditRecord.objects.all()
    assert (line.outcome, line.details) == (
        "refused",
        {"refused": "Lina: had enough"},
    )


@pytest.mark.django_db(transaction=True)
def test_a_fault_of_the_program_leaves_nothing_half_done(make_person):
    lina = make_person("lina", "analyst")

    with pytest.raises(RuntimeError):
        _outer(lina, then=_fail, by=lina, because="tries both")

    lina.refresh_from_db()
    assert lina.language == ""
    assert AuditRecord.objects.count() == 0


def test_both_acts_have_a_line_when_the_outer_one_is_done(lina):
    _outer(lina, then=lambda person: note(more=1), by=lina, because="does both")

    inner, outer = AuditRecord.objects.order_by("number")
    assert "after" in inner.details
    assert outer.details == {"more": 1}
    assert trail.verify().fault is None


def test_rows_are_touched_in_acts_only(lina):
    with pytest.raises(RuntimeError, match="in acts only"):
        touch(lina)


def test_an_act_that_stands_in_no_table_cannot_be_written():
    with pytest.raises(KeyError, match="no table of rights"):
        act("people.delete")


def test_a_user_name_is_kept_in_one_form(make_person):
    person = make_person("  ＬＩＮＡ ")

    assert person.username == "lina"
    assert Person.objects.get_by_natural_key("Lina") == person
