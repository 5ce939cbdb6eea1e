from datetime import date

import pytest

from marsad.desk.contradictions.keep_up import keep_up, look
from marsad.desk.contradictions.models import About, Choice, Contradiction, Standing
from marsad.desk.contradictions.notice import notice
from marsad.desk.contradictions.resolve import resolve
from marsad.desk.register.cite import cite
from marsad.desk.register.confirm import confirm
from marsad.desk.register.correct import correct
from marsad.desk.register.merge import merge
from marsad.desk.register.models import Kind
from marsad.desk.register.reject import reject
from marsad.desk.register.retract import retract
from marsad.desk.register.undo import undo
from marsad.desk.safeguards.acts import Worker
from marsad.desk.safeguards.models import AuditRecord
from marsad.errors import Refused
from marsad.marking import Marking

AR = "قال وزير الخارجية الكويتي إن التحالف الدولي يضم 74 عضوا.\n"
EN = "The Global Coalition now has 75 members, the spokesperson said in Kuwait.\n"
FR = "La coalition internationale contre Daech compte désormais 75 membres.\n"


def states():
    return list(Contradiction.objects.order_by("id").values_list("state", flat=True))


def test_two_counts_for_one_day_are_noticed_once(rivals):
    [row] = Contradiction.objects.all()

    assert (row.about, row.state) == (About.VALUE, Standing.OPEN)
    assert {row.one, row.other} == set(rivals)
    assert row.why == "74 and 75 cannot both hold on the same days."
    assert AuditRecord.objects.last().act == "contradictions.notice"


def test_looking_again_notices_nothing_more(rivals):
    keep_up()
    before = AuditRecord.objects.count()

    look({f"register.entry:{one.pk}" for one in rivals})

    assert Contradiction.objects.count() == 1
    assert AuditRecord.objects.count() == before


def test_a_later_count_supersedes_and_contradicts_nothing(count_of, enter):
    enter(count_of(AR), count_of(EN, day=date(2018, 6, 1), language="en"))

    keep_up()

    assert not Contradiction.objects.exists()


def test_a_retracted_side_settles_it_and_an_undo_opens_it_again(rivals, lina):
    retract(rivals[1], by=lina, because="the outlet corrected itself")
    keep_up()
    assert states() == [Standing.SETTLED]

    undo(rivals[1].versions.last().decision, by=lina, because="it did not")
    keep_up()

    assert states() == [Standing.OPEN]


def test_a_correction_to_the_same_value_settles_it(rivals, lina):
    fields = {**rivals[1].fields, "count": 74}
    fields = {**fields, "value": 74} if "value" in fields else fields
    correct(rivals[1], fields, by=lina, because="misread")

    keep_up()

    assert states() == [Standing.SETTLED]


def test_a_merged_side_settles_it(rivals, lina):
    merge(rivals[1], into=rivals[0], by=lina, because="one report misquotes the other")

    keep_up()

    assert states() == [Standing.SETTLED]


def test_the_desk_warns_before_a_rival_is_confirmed(count_of, enter):
    [entry] = enter(count_of(AR))
    keep_up()
    proposed = count_of(EN, language="en")

    keep_up()

    [row] = Contradiction.objects.all()
    assert (row.one, row.finding, row.other) == (entry, proposed, None)


def test_a_confirmed_rival_takes_the_place_of_the_proposal(count_of, enter):
    enter(count_of(AR))
    proposed = count_of(EN, language="en")
    keep_up()

    enter(proposed)
    keep_up()

    assert states() == [Standing.SETTLED, Standing.OPEN]


def test_one_rival_value_in_many_reports_is_one_matter(count_of, enter):
    enter(count_of(AR))
    first = count_of(EN, language="en")
    count_of(FR, language="fr")

    keep_up()

    assert [row.finding for row in Contradiction.objects.all()] == [first]


def test_where_one_proposal_is_rejected_the_next_report_is_told(count_of, enter, lina):
    enter(count_of(AR))
    first = count_of(EN, language="en")
    second = count_of(FR, language="fr")
    keep_up()

    reject([first], by=lina, because="misread")
    keep_up()

    assert states() == [Standing.SETTLED, Standing.OPEN]
    assert Contradiction.objects.last().finding == second


def test_two_entries_with_one_value_are_one_matter(count_of, enter, lina):
    enter(count_of(AR), count_of(EN, language="en"), count_of(FR, language="fr"))
    keep_up()
    [row] = Contradiction.objects.all()

    retract(row.other, by=lina, because="the outlet corrected itself")
    keep_up()

    assert states() == [Standing.SETTLED, Standing.OPEN]


def test_a_value_that_was_taken_out_and_comes_back_is_told_again(
    rivals, count_of, enter, lina
):
    row = Contradiction.objects.get()
    resolve(row, Choice.ONE, by=lina, because="the ministry counts 74", takes_out=True)
    keep_up()

    enter(count_of(FR, language="fr"))
    keep_up()

    assert states() == [Standing.RESOLVED, Standing.OPEN]


def test_what_rests_on_a_strict_text_is_as_strict(count_of, enter):
    enter(count_of(AR), count_of(EN, marking=Marking.RED, language="en"))

    keep_up()

    assert Contradiction.objects.get().marking == Marking.RED


def test_a_stricter_source_makes_the_contradiction_stricter(rivals, count_of, lina):
    text = "وأكد المتحدث أن التحالف الدولي يضم 74 عضوا في الكويت.\n"
    again = count_of(text, marking=Marking.AMBER)
    first = next(one for one in rivals if one.value == 74)
    cite(first, again, by=lina, because="the same count")

    keep_up()

    assert Contradiction.objects.get().marking == Marking.AMBER


MEETINGS = [
    pytest.param(
        "عقد الاجتماع الوزاري للتحالف الدولي في الكويت يوم 13 فبراير 2018 بمشاركة 74 دولة.\n",
        "عقد الاجتماع الوزاري للتحالف الدولي في الكويت يوم 13 فبراير 2018 بمشاركة 70 دولة.\n",
        "ar",
        id="two counts of those who took part",
    ),
]


@pytest.mark.parametrize(("one", "other", "language"), MEETINGS)
def test_one_meeting_with_two_attendances_is_noticed(
    one, other, language, make_document, lina
):
    found = [
        make_document(text, language=language)
        .findings.filter(kind=Kind.MEETING)
        .first()
        for text in (one, other)
    ]
    assert all(found)
    assert [row.fields["attendance"] for row in found] == [74, 70]

    confirm(found, by=lina, because="read in the source")
    keep_up()

    assert Contradiction.objects.get(about=About.ATTENDANCE).why.startswith(
        "One meeting"
    )


def test_no_person_and_no_other_machine_notices(lina):
    with pytest.raises(Refused):
        notice([], by=lina, because="why not")
    notice([], by=Worker("contradictions 0"), because="a test")


def test_a_look_at_a_hundred_rows_asks_few_questions(
    rivals, django_assert_max_num_queries
):
    with django_assert_max_num_queries(16):
        look({f"register.entry:{one.pk}" for one in rivals})
