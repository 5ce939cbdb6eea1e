from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.desk.indicators.assign import assign
from marsad.desk.indicators.define import Definition, define
from marsad.desk.indicators.expiry import expires_on
from marsad.desk.indicators.keep_up import keep_up, look
from marsad.desk.indicators.lists import stale
from marsad.desk.indicators.models import Assignment, Indicator
from marsad.desk.indicators.points import page_known, page_of
from marsad.desk.indicators.renew import renew
from marsad.desk.register.confirm import confirm
from marsad.desk.register.correct import correct
from marsad.desk.register.retract import retract
from marsad.desk.register.undo import undo
from marsad.desk.safeguards.models import AuditRecord
from marsad.errors import Refused
from marsad.linking.lasting import expires
from marsad.marking import Marking

TODAY = date(2026, 11, 22)


def values(page):
    return [one.row.value for one in page.values]


def test_a_series_is_met_once_with_titles_in_three_languages(members):
    assert (members.title_ar, members.title_en, members.title_fr) == (
        "أعضاء التحالف الدولي",
        "Members of the Global Coalition",
        "Membres de la Coalition mondiale",
    )
    keep_up()
    before = AuditRecord.objects.count()
    look({"register.entry:1", "documents.document:1"})
    assert AuditRecord.objects.count() == before


def test_a_series_appears_with_its_first_proposal(count_of):
    count_of("قال وزير الخارجية الكويتي إن التحالف الدولي يضم 74 عضوا.\n")

    keep_up()

    assert Indicator.objects.count() == 1


def test_a_confirmed_count_is_dated_by_the_rule_of_the_house(entries):
    one = entries[0]

    assert one.expires_on == expires(one.day, "members")


def test_points_stand_in_the_order_of_their_days_with_rivals_marked(members, lina):
    page = page_of(members, lina)

    assert values(page) == [67, 74, 75, 80]
    assert [one.is_rival for one in page.values] == [False, True, True, False]
    assert page.latest.row.value == 80
    assert page.latest.point.bound == "more_than"


def test_an_analyst_renews_a_figure_and_takes_it_back(members, entries, lina):
    latest = entries[3]
    until = TODAY + timedelta(days=90)

    renew(latest, until, today=TODAY, by=lina, because="the list is unchanged")

    latest.refresh_from_db()
    assert expires_on(members, latest) == until
    assert not stale(lina, TODAY)
    undo(latest.versions.last().decision, by=lina, because="wrong figure")
    latest.refresh_from_db()
    assert expires_on(members, latest) == expires(latest.day, "members")
    assert [row.latest for row in stale(lina, TODAY)] == [latest]


def test_a_correction_of_words_keeps_a_renewal(entries, lina):
    until = TODAY + timedelta(days=90)
    latest = renew(entries[3], until, today=TODAY, by=lina, because="unchanged")

    correct(latest, {**latest.fields, "event": "count"}, by=lina, because="form")

    latest.refresh_from_db()
    assert latest.expires_on == until


@pytest.mark.parametrize(
    "until",
    [
        pytest.param(TODAY, id="today"),
        pytest.param(TODAY - timedelta(days=1), id="a past day"),
        pytest.param(TODAY + timedelta(days=800), id="longer than anybody knows"),
    ],
)
def test_no_figure_is_renewed_until(until, entries, lina):
    with pytest.raises(Refused, match="renewed"):
        renew(entries[3], until, today=TODAY, by=lina, because="unchanged")


def test_the_cell_gives_a_series_another_life(members, entries, lina):
    definition = Definition(titles={"en": "Members"}, days=10)

    define(members, definition, by=lina, because="it changes every week")

    members.refresh_from_db()
    assert expires_on(members, entries[3]) == entries[3].day + timedelta(days=10)
    details = AuditRecord.objects.last().details
    assert (details["before"]["days"], details["after"]["days"]) == (None, 10)


@pytest.mark.parametrize(
    "definition",
    [
        pytest.param(Definition(titles={"en": " "}), id="no title"),
        pytest.param(Definition(titles={"en": "x"}, days=0), id="no day"),
        pytest.param(Definition(titles={"en": "x"}, days=9999), id="too many days"),
    ],
)
def test_a_series_is_not_defined_by(definition, members, lina):
    with pytest.raises(Refused):
        define(members, definition, by=lina, because="why not")


def test_an_entry_moves_to_another_series_and_back(members, entries, lina):
    other = Indicator.objects.create(key="attendance|Global Coalition||member")

    moved = assign(entries[1], other, by=lina, because="it counts those who came")

    assert values(page_of(members, lina)) == [67, 75, 80]
    assert values(page_of(other, lina)) == [74]
    assert moved.expires_on is None, "who came never grows old"
    undo(moved.versions.last().decision, by=lina, because="it does not")
    assert values(page_of(members, lina)) == [67, 74, 75, 80]
    assert page_of(other, lina).values == []


def test_a_move_is_never_rewritten(members, entries, lina):
    assign(entries[1], None, by=lina, because="it counts something else")

    with pytest.raises(DatabaseError), transaction.atomic():
        Assignment.objects.update(after="another")


def test_a_series_is_shown_as_it_was_known(members, entries, lina):
    first = entries[0].versions.get().at
    assign(entries[1], None, by=lina, because="it counts something else")
    retract(entries[2], by=lina, because="the outlet corrected itself")

    assert values(page_known(members, lina, first)) == [67, 74, 75, 80]
    assert values(page_known(members, lina, first - timedelta(days=1))) == []
    assert values(page_of(members, lina)) == [67, 80]


def test_nobody_sees_values_above_their_clearance(members, count_of, lina, make_person):
    text = "The Global Coalition now has 99 members, the spokesperson said.\n"
    secret = count_of(text, day=date(2026, 1, 1), language="en", marking=Marking.RED)
    director = make_person("dana", "analyst", clearance=Marking.RED)
    confirm([secret], by=director, because="read in the source")

    assert values(page_of(members, lina)) == [67, 74, 75, 80]
    assert values(page_of(members, director))[-1] == 99
    at = secret.document.taken_at + timedelta(days=1)
    assert 99 not in values(page_known(members, lina, at))


def test_a_partner_sees_no_series_of_proposals_alone(count_of, make_person, lina):
    count_of("قال وزير الخارجية الكويتي إن التحالف الدولي يضم 74 عضوا.\n")
    keep_up()
    partner = make_person("pia", "partner")

    assert not Indicator.objects.seen_by(partner)
    assert Indicator.objects.seen_by(lina)


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(deed=st.sampled_from(("renew", "assign")), days=st.integers(1, 700))
def test_whatever_was_done_is_undone(members, entries, lina, deed, days):
    entry = entries[3]
    entry.refresh_from_db()
    before = entry.series, entry.expires_on
    if deed == "renew":
        renew(
            entry,
            TODAY + timedelta(days=days),
            today=TODAY,
            by=lina,
            because="unchanged",
        )
    else:
        assign(entry, None, by=lina, because="it counts something else")

    undo(entry.versions.last().decision, by=lina, because="it does not")

    entry.refresh_from_db()
    assert (entry.series, entry.expires_on) == before
