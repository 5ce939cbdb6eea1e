from datetime import date

import pytest
from django.urls import reverse

from marsad.desk.meetings.calendar import held, meetings, planned
from marsad.desk.meetings.record import Known, record
from marsad.desk.register.confirm import confirm
from marsad.desk.register.merge import merge
from marsad.desk.register.models import Entry, Kind
from marsad.desk.safeguards.groups import Group
from marsad.errors import Refused
from marsad.marking import Marking

HELD = (
    "عقد التحالف الدولي اجتماعا وزاريا في روما يوم 28 يونيو 2021 بحضور 40 وزيرا.\n"
    "وقال وزير الخارجية الأميركي أنتوني بلينكن: «سنواصل دعم شركائنا في العراق».\n"
    "وشاركت فرنسا وإيطاليا في الاجتماع.\n"
)
PLANNED = "وسيعقد التحالف الدولي اجتماعه الوزاري القادم في مراكش في مايو 2022.\n"


@pytest.fixture
def enter(lina):
    def confirmed(document, kind=Kind.MEETING):
        found = list(document.findings.filter(kind=kind).order_by("start"))
        assert found, list(document.findings.values_list("kind", "quote"))
        return confirm(found, by=lina, because="read in the source")

    return confirmed


@pytest.fixture
def rome(make_document, enter):
    """A meeting that was held, entered from one report."""
    document = make_document(HELD, day=date(2021, 6, 29), outlet="Al-Jarida")
    return enter(document)[0]


@pytest.fixture
def marrakesh(make_document, enter):
    """A meeting that is planned."""
    document = make_document(PLANNED, day=date(2021, 6, 30), outlet="Le Matin")
    return enter(document)[0]


def test_planned_meetings_stand_before_those_that_were_held(rome, marrakesh, lina):
    rows, today = meetings(lina), date(2021, 7, 1)

    assert planned(rows, today) == [marrakesh]
    assert list(held(rows, today).rows) == [rome]
    assert planned(rows, date(2022, 5, 15)) == [marrakesh]
    assert list(held(rows, date(2022, 6, 1)).rows) == [marrakesh, rome]


def test_older_meetings_follow_without_gap_or_repetition(
    make_document, enter, lina, monkeypatch
):
    monkeypatch.setattr("marsad.desk.meetings.calendar.PAGE", 2)
    for number in range(5):
        enter(make_document(HELD + "\n" * number, day=date(2021, 6, 29)))
    rows, today = meetings(lina), date(2022, 1, 1)
    seen, after = [], ""
    while True:
        page = held(rows, today, after)
        seen += [one.pk for one in page.rows]
        after = page.older
        if not after:
            break

    assert sorted(seen) == sorted(rows.values_list("pk", flat=True))


def test_the_page_shows_who_counted_whom_and_what_was_said(rome, lina, sign_in):
    answer = sign_in(lina).get(reverse("meeting", args=[rome.pk]))

    shown = answer.content.decode()
    meeting = answer.context["meeting"]
    assert "سنواصل دعم شركائنا" in shown
    assert [one.is_entry for one in meeting.statements] == [False]
    assert meeting.documents[0].outlet == "Al-Jarida"


def test_sources_that_count_differently_are_shown_side_by_side(
    make_document, enter, lina, sign_in
):
    one = make_document(
        "عقد التحالف الدولي اجتماعا في روما بحضور 40 دولة.\n",
        day=date(2021, 6, 29),
        outlet="Al-Jarida",
    )
    other = make_document(
        "عقد التحالف الدولي اجتماعا في روما بحضور 45 دولة.\n",
        day=date(2021, 6, 29),
        outlet="Le Matin",
    )
    kept, gone = enter(one)[0], enter(other)[0]
    merge(gone, into=kept, by=lina, because="one meeting in two reports")

    answer = sign_in(lina).get(reverse("meeting", args=[kept.pk]))

    meeting = answer.context["meeting"]
    assert {one.attendance for one in meeting.counts} == {40, 45}
    assert meeting.has_rivals
    assert "The sources differ." in answer.content.decode()
    assert [one.pk for one in meeting.merged] == [gone.pk]
    client = sign_in(lina)
    assert client.get(reverse("meeting", args=[gone.pk]))["Location"] == reverse(
        "meeting", args=[kept.pk]
    )


def test_what_people_record_is_the_same_entry(rome, lina):
    known = Known(
        name="Ministerial meeting of the Coalition",
        city="Rome",
        country="it",
        first=date(2021, 6, 28),
        attendance=41,
    )

    record(rome, known, by=lina, because="from the invitation")

    rome.refresh_from_db()
    assert Entry.objects.count() == 1
    assert rome.version == 2
    assert (rome.day, rome.fields["country"], rome.fields["attendance"]) == (
        date(2021, 6, 28),
        "IT",
        41,
    )


@pytest.mark.parametrize(
    ("known", "why"),
    [
        pytest.param(Known(name=" "), "needs a name", id="without a name"),
        pytest.param(
            Known(name="x", first=date(2021, 6, 28), last=date(2021, 6, 1)),
            "cannot end before it begins",
            id="ends first",
        ),
        pytest.param(
            Known(name="x", last=date(2021, 6, 1)), "no first", id="no first day"
        ),
        pytest.param(
            Known(name="x", held="perhaps"), "whether it was held", id="unsure"
        ),
    ],
)
def test_what_cannot_be_is_refused(rome, lina, known, why):
    with pytest.raises(Refused, match=why):
        record(rome, known, by=lina, because="slip")


def test_a_meeting_is_recorded_from_its_page(rome, lina, sign_in):
    client = sign_in(lina)

    client.post(
        reverse("meeting-record", args=[rome.pk]),
        {
            "version": rome.version,
            "name": "Rome ministerial",
            "first": "2021-06-28",
            "held": "past",
            "because": "from the invitation",
        },
    )

    rome.refresh_from_db()
    assert rome.fields["name"] == "Rome ministerial"
    answer = client.post(
        reverse("meeting-record", args=[rome.pk]),
        {"version": "1", "name": "x", "held": "past", "because": "late"},
        follow=True,
    )
    assert "changed" in answer.content.decode()


def test_a_partner_sees_what_is_entered_and_no_proposals(rome, make_person, sign_in):
    partner = make_person("yusuf", Group.PARTNER, clearance=Marking.GREEN)
    client = sign_in(partner)

    answer = client.get(reverse("meeting", args=[rome.pk]))

    assert answer.context["meeting"].statements == []
    assert "Al-Jarida" not in answer.content.decode().split("Documents")[-1]
    assert client.post(reverse("meeting-record", args=[rome.pk])).status_code == 403


def test_who_reads_less_sees_no_strict_meeting(
    make_document, enter, make_person, sign_in
):
    [entry, *_] = enter(
        make_document(HELD, day=date(2021, 6, 29), marking=Marking.AMBER)
    )
    reader = make_person("rami", Group.ANALYST, clearance=Marking.GREEN)
    client = sign_in(reader)

    assert client.get(reverse("meeting", args=[entry.pk])).status_code == 404
    assert client.post(reverse("meeting-record", args=[entry.pk])).status_code == 404
    assert not client.get(reverse("meetings")).context["held"]


def test_a_meeting_of_a_withdrawn_document_is_shown_nowhere(rome, lina, sign_in):
    document = rome.citations.get().document
    type(document).objects.filter(pk=document.pk).update(
        withdrawn_at="2021-07-01T00:00Z"
    )
    client = sign_in(lina)

    assert not client.get(reverse("meetings")).context["held"]
    assert client.get(reverse("meeting", args=[rome.pk])).status_code == 404


def test_the_pages_ask_few_questions(
    rome, marrakesh, lina, sign_in, django_assert_max_num_queries
):
    client = sign_in(lina)
    with django_assert_max_num_queries(14):
        client.get(reverse("meetings"))
    with django_assert_max_num_queries(26):
        client.get(reverse("meeting", args=[rome.pk]))
