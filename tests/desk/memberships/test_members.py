from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.desk.entities.join import join
from marsad.desk.entities.models import Entity
from marsad.desk.memberships.admit import admit
from marsad.desk.memberships.define import define
from marsad.desk.memberships.end import end
from marsad.desk.memberships.models import Grouping, Member, Ruling
from marsad.desk.memberships.rolls import on_day, roll_of, spells_of
from marsad.desk.memberships.undo import undo
from marsad.desk.register.confirm import confirm
from marsad.desk.register.models import Entry, Kind, Status
from marsad.desk.safeguards.groups import Group
from marsad.errors import Refused
from marsad.marking import Marking

JOINED = "وأعرب الوزراء عن ترحيبهم بالأعضاء الجدد الذين انضموا إلى التحالف، وهم موريتانيا واليمن.\n"


@pytest.fixture
def coalition(db):
    return Grouping.objects.get(kind="coalition")


@pytest.fixture
def state(db):
    def make(iso, name):
        return Entity.objects.create(
            kind="state", canonical=iso, name_en=name, marking=0, known_marking=0
        )

    return make


@pytest.fixture
def joined(make_document):
    """A finding that two states joined."""
    document = make_document(JOINED, day=date(2021, 6, 29))
    found = document.findings.filter(kind=Kind.MEMBERSHIP, fields__event="joined")
    return found.get()


def known(grouping, person, day):
    return [one.entity.canonical for one in on_day(spells_of(grouping, person), day)]


def test_the_coalition_has_its_five_lines_of_effort(coalition):
    assert coalition.parts.filter(kind="line").count() == 5
    for one in Grouping.objects.all():
        assert one.name_ar
        assert one.name_en
        assert one.name_fr


def test_who_is_a_member_depends_on_the_day(coalition, state, lina):
    france, egypt = state("FR", "France"), state("EG", "Egypt")
    admit(coalition, france, since=date(2014, 9, 1), by=lina, because="founding")
    egypts = admit(coalition, egypt, since=date(2015, 1, 1), by=lina, because="joined")
    end(egypts, date(2016, 1, 1), by=lina, because="left")

    assert known(coalition, lina, date(2014, 8, 31)) == []
    assert known(coalition, lina, date(2014, 9, 1)) == ["FR"]
    assert known(coalition, lina, date(2015, 12, 31)) == ["EG", "FR"]
    assert known(coalition, lina, date(2016, 1, 1)) == ["FR"]
    roll = roll_of(spells_of(coalition, lina), date(2017, 5, 5))
    assert (list(roll.years), list(roll.counts)) == (
        [2014, 2015, 2016, 2017],
        [1, 2, 1, 1],
    )


def test_a_member_is_admitted_once(coalition, state, lina):
    france = state("FR", "France")
    admit(coalition, france, since=date(2014, 9, 1), by=lina, because="founding")

    with pytest.raises(Refused, match="is a member since 2014-09-01"):
        admit(coalition, france, since=date(2015, 9, 1), by=lina, because="again")

    earlier = admit(
        coalition, france, since=date(2014, 8, 8), by=lina, because="earlier"
    )
    assert Member.objects.count() == 1
    assert earlier.since == date(2014, 8, 8)


def test_a_person_is_no_member(coalition, lina):
    person = Entity.objects.create(
        kind="person", canonical="John Allen", name_en="John Allen", office="Envoy"
    )

    with pytest.raises(Refused, match="members are states"):
        admit(coalition, person, since=date(2014, 9, 1), by=lina, because="slip")


def test_a_member_rests_on_the_entry_that_proves_it(coalition, joined, lina):
    [entry] = confirm([joined], by=lina, because="read in the source")
    yemen = Entity.objects.get(canonical="YE")

    member = admit(coalition, yemen, proof=entry, by=lina, because="the report says so")

    assert member.since_entry == entry
    assert member.since == entry.day


def test_a_proposal_is_confirmed_as_its_member_is_admitted(coalition, joined, lina):
    yemen = Entity.objects.get(canonical="YE")

    member = admit(
        coalition, yemen, proof=joined, by=lina, because="read in the source"
    )

    joined.refresh_from_db()
    assert joined.status == Status.CONFIRMED
    assert member.since_entry == joined.entry
    mauritania = Entity.objects.get(canonical="MR")
    admit(coalition, mauritania, proof=joined.entry, by=lina, because="the same report")
    assert Entry.objects.count() == 1


def test_a_refused_member_leaves_the_proposal_as_it_was(coalition, joined, lina):
    yemen = Entity.objects.get(canonical="YE")
    admit(coalition, yemen, since=date(2014, 1, 1), by=lina, because="known")

    with pytest.raises(Refused):
        admit(coalition, yemen, proof=joined, by=lina, because="read in the source")

    joined.refresh_from_db()
    assert joined.status == Status.PROPOSED
    assert Entry.objects.count() == 0


def test_a_joined_entity_is_one_member(coalition, state, lina):
    one, other = state("FR", "France"), state("XF", "French Republic")
    admit(coalition, one, since=date(2014, 9, 1), by=lina, because="founding")
    admit(coalition, other, since=date(2014, 9, 2), by=lina, because="founding")

    join(other, one, by=lina, because="one state")

    assert known(coalition, lina, date(2015, 1, 1)) == ["FR"]
    with pytest.raises(Refused, match="is a member since"):
        admit(coalition, other, since=date(2016, 1, 1), by=lina, because="again")


def test_decisions_are_undone_from_the_last_one_back(coalition, state, lina, omar):
    france = state("FR", "France")
    member = admit(
        coalition, france, since=date(2014, 9, 1), by=lina, because="founding"
    )
    end(member, date(2016, 1, 1), by=omar, because="left")
    last, first = Ruling.objects.all()

    with pytest.raises(Refused, match="decided on again since by Omar"):
        undo(first, by=lina, because="slip")

    undo(last, by=lina, because="it stayed")
    assert known(coalition, lina, date(2017, 1, 1)) == ["FR"]
    undo(first, by=lina, because="slip")
    assert known(coalition, lina, date(2015, 1, 1)) == []
    with pytest.raises(Refused, match="already undone"):
        undo(first, by=lina, because="twice")


def test_an_end_is_not_undone_beside_a_second_membership(coalition, state, lina):
    france = state("FR", "France")
    first = admit(
        coalition, france, since=date(2014, 9, 1), by=lina, because="founding"
    )
    end(first, date(2016, 1, 1), by=lina, because="left")
    ended = Ruling.objects.first()
    admit(coalition, france, since=date(2018, 1, 1), by=lina, because="came back")

    with pytest.raises(Refused, match="admitted again since"):
        undo(ended, by=lina, because="slip")


DECISIONS = st.lists(
    st.tuples(
        st.sampled_from(("admit", "end")), st.integers(0, 2), st.integers(0, 3000)
    ),
    max_size=8,
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(decisions=DECISIONS)
def test_all_decisions_undone_in_reverse_give_the_start(
    coalition, state, lina, decisions
):
    isos = ("FR", "EG", "IT")
    for iso in isos:
        if not Entity.objects.filter(canonical=iso).exists():
            state(iso, iso)
    begun = Ruling.objects.count()
    for what, which, days in decisions:
        day = date(2014, 1, 1) + timedelta(days=days)
        entity = Entity.objects.get(canonical=isos[which])
        try:
            if what == "admit":
                admit(coalition, entity, since=day, by=lina, because="tried")
            else:
                last = Member.objects.filter(entity=entity, is_void=False).last()
                if last:
                    end(last, day, by=lina, because="tried")
        except Refused:
            continue

    for ruling in Ruling.objects.filter(undone_at__isnull=True).order_by("-pk"):
        undo(ruling, by=lina, because="back again")

    assert not Member.objects.filter(is_void=False).exists()
    assert Ruling.objects.filter(undone_at__isnull=True).count() == 0
    assert Ruling.objects.count() >= begun


def test_what_a_source_counted_stands_beside_what_we_know(
    coalition, state, make_document, lina, sign_in
):
    document = make_document()
    [count] = document.findings.filter(kind=Kind.MEMBERSHIP, fields__count=74)
    confirm([count], by=lina, because="read in the source")
    admit(
        coalition, state("FR", "France"), since=date(2014, 9, 1), by=lina, because="x"
    )

    answer = sign_in(lina).get(reverse("members"))

    [claim] = answer.context["claims"]
    assert (claim.entry.value, claim.known, claim.agrees, claim.missing) == (
        74,
        1,
        False,
        73,
    )
    assert "73 are missing here" in answer.content.decode()


def test_one_button_admits_from_a_report(coalition, joined, lina, sign_in):
    client = sign_in(lina)
    answer = client.get(reverse("members"))
    offered = {one.entity.canonical for one in answer.context["joinings"]}
    assert offered == {"MR", "YE"}
    assert "Confirm, and admit" in answer.content.decode()

    yemen = Entity.objects.get(canonical="YE")
    client.post(
        reverse("member-admit", args=[coalition.pk]),
        {"entity": yemen.pk, "finding": joined.pk},
    )

    answer = client.get(reverse("members"))
    assert [one.entity.canonical for one in answer.context["members"]] == ["YE"]
    [left] = answer.context["joinings"]
    assert (left.entity.canonical, left.is_entry) == ("MR", True)


def test_a_partner_sees_members_and_no_proposals(
    coalition, joined, make_person, sign_in
):
    partner = make_person("yusuf", Group.PARTNER, clearance=Marking.GREEN)
    client = sign_in(partner)

    answer = client.get(reverse("members"))

    assert "joinings" not in answer.context
    assert "Admit" not in answer.content.decode()
    assert client.post(reverse("member-admit", args=[coalition.pk])).status_code == 403


def test_what_a_strict_report_proves_is_shown_to_those_who_may_read_it(
    coalition, make_document, make_person, lina, sign_in
):
    document = make_document(JOINED, day=date(2021, 6, 29), marking=Marking.AMBER)
    proof = document.findings.get(kind=Kind.MEMBERSHIP, fields__event="joined")
    yemen = Entity.objects.get(canonical="YE")
    member = admit(coalition, yemen, proof=proof, by=lina, because="read in the source")
    reader = make_person("rami", Group.ANALYST, clearance=Marking.GREEN)
    client = sign_in(reader)

    answer = client.get(reverse("members"))

    assert answer.context["members"] == []
    assert answer.context["rulings"] == []
    assert client.post(reverse("member-end", args=[member.pk])).status_code == 404
    ruling = Ruling.objects.get()
    assert client.post(reverse("ruling-undo", args=[ruling.pk])).status_code == 404


def test_the_roll_is_handed_out(coalition, state, lina, sign_in):
    admit(
        coalition, state("FR", "France"), since=date(2014, 9, 1), by=lina, because="x"
    )

    answer = sign_in(lina).get(reverse("members-export"), {"format": "csv"})

    written = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert "France" in written
    assert "2014-09-01" in written


def test_a_grouping_is_defined_and_undone(coalition, lina):
    made = define(
        {"en": "Media task force", "ar": "فريق العمل الإعلامي"},
        "group",
        parent=coalition,
        by=lina,
        because="founded in June",
    )

    undo(Ruling.objects.get(grouping=made), by=lina, because="it never met")

    made.refresh_from_db()
    assert made.is_void


def test_the_page_asks_few_questions(
    coalition, state, lina, sign_in, django_assert_max_num_queries
):
    for number, iso in enumerate(("FR", "IT", "ES", "DE", "NO", "SE")):
        day = date(2014, 9, 1 + number)
        admit(coalition, state(iso, iso), since=day, by=lina, because="founding")
    client = sign_in(lina)

    with django_assert_max_num_queries(25):
        assert client.get(reverse("members")).status_code == 200
