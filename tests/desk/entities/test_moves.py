"""Joins and splits: what moves, what stays, and how all of it is undone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.desk.entities.join import join
from marsad.desk.entities.models import Entity, Move, Name
from marsad.desk.entities.split import split
from marsad.desk.entities.undo import undo
from marsad.errors import Refused


def homes():
    """Which whole each name means now."""
    return {name.pk: name.entity.whole.pk for name in Name.objects.all()}


def test_a_joined_entity_leads_to_the_whole(make_entity, lina):
    part, whole = make_entity("Anti-ISIL Coalition"), make_entity("Global Coalition")

    join(part, whole, by=lina, because="one body under two names")

    part.refresh_from_db()
    assert part.whole == whole
    assert sorted(whole.family()) == sorted([part.pk, whole.pk])
    assert len(whole.name_ids()) == 2


def test_joins_never_close_to_a_ring(make_entity, lina):
    one, two, three = (make_entity(name) for name in ("Alpha", "Beta", "Gamma"))
    join(one, two, by=lina, because="one body")
    join(two, three, by=lina, because="one body")

    with pytest.raises(Refused, match="part of Gamma now"):
        join(three, one, by=lina, because="one body")
    with pytest.raises(Refused, match="itself"):
        join(three, three, by=lina, because="one body")


def test_a_person_is_not_joined_to_a_body(make_entity, lina):
    person = make_entity("John Allen", kind="person")

    with pytest.raises(Refused, match="kind"):
        join(person, make_entity("Global Coalition"), by=lina, because="slip")


def test_counts_follow_the_names(report, make_entity, lina):
    coalition = Entity.objects.get(canonical="Global Coalition")
    kuwait = Entity.objects.get(canonical="KW")
    before = (coalition.mention_count, kuwait.mention_count)

    move = join(coalition, kuwait, by=lina, because="for the sake of counting")

    kuwait.refresh_from_db()
    assert kuwait.mention_count == sum(before)
    undo(move, by=lina, because="they are two")
    kuwait.refresh_from_db()
    coalition.refresh_from_db()
    assert (coalition.mention_count, kuwait.mention_count) == before


def test_a_split_takes_names_and_leaves_findings(make_document, lina):
    document = make_document(
        "Georgia sent soldiers. The Georgian government said that it would stay.\n"
        "Tbilisi said that more would follow.\n",
        language="en",
    )
    before = list(document.findings.order_by("pk").values_list("pk", "name_id"))
    state = Entity.objects.get(canonical="GE")
    spelling = state.names.exclude(text="Georgia").first()

    move = split(
        state, [spelling], {"en": "Georgia, US"}, by=lina, because="the American one"
    )

    assert list(document.findings.order_by("pk").values_list("pk", "name_id")) == before
    spelling.refresh_from_db()
    assert spelling.entity == move.entity
    assert move.entity.canonical == ""


def test_a_split_leaves_at_least_one_name(make_entity, lina):
    body = make_entity("SDF", "Syrian Democratic Forces")

    with pytest.raises(Refused, match="keep no name"):
        split(body, list(body.names.all()), {"en": "Other"}, by=lina, because="slip")


def test_a_split_of_a_person_asks_for_an_office(make_entity, lina):
    person = make_entity("John Allen", "J. Allen", kind="person")

    with pytest.raises(Refused, match="not profiled"):
        split(
            person, person.names.all()[:1], {"en": "John Allen"}, by=lina, because="two"
        )


def test_what_later_moves_stand_on_is_not_undone(make_entity, lina, omar):
    whole = make_entity("SDF", "Syrian Democratic Forces", "QSD")
    part = make_entity("Kurdish-led forces", "Kurdish forces")
    joined = join(part, whole, by=lina, because="one body")
    name = part.names.first()
    later = split(whole, [name], {"en": "Peshmerga"}, by=omar, because="another")

    with pytest.raises(Refused, match="moved again since by Omar"):
        undo(joined, by=lina, because="two bodies")

    undo(later, by=lina, because="no")
    undo(joined, by=lina, because="two bodies")
    with pytest.raises(Refused, match="already undone"):
        undo(joined, by=lina, because="again")


def test_joins_to_one_whole_are_undone_in_any_order(make_entity, lina):
    whole, one, two = make_entity("Alpha"), make_entity("Beta"), make_entity("Gamma")
    first = join(one, whole, by=lina, because="one body")
    second = join(two, whole, by=lina, because="one body")

    undo(first, by=lina, because="two bodies")

    one.refresh_from_db()
    two.refresh_from_db()
    assert one.joined_into is None
    assert two.joined_into == whole
    undo(second, by=lina, because="two bodies")


STEPS = st.lists(
    st.tuples(
        st.sampled_from(("join", "split")), st.integers(0, 99), st.integers(0, 99)
    ),
    max_size=8,
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_all_moves_undone_in_reverse_give_the_start(make_entity, lina, steps):
    for letter in "ABC":
        make_entity(*(f"{letter}{Name.objects.count()} {n}" for n in range(3)))
    start = homes()
    moves = [one for step in steps if (one := tried(*step, lina)) is not None]

    for move in reversed(moves):
        undo(move, by=lina, because="back again")

    assert homes() == start
    assert not Move.objects.filter(undone_at__isnull=True).exists()


def tried(what, first, second, lina):
    standing = list(Entity.objects.standing().order_by("pk"))
    one, other = standing[first % len(standing)], standing[second % len(standing)]
    try:
        if what == "join":
            return join(one, other, by=lina, because="tried")
        names = list(Name.objects.filter(entity__in=one.family()).order_by("pk"))
        count = 1 + second % max(1, len(names))
        return split(one, names[:count], {"en": "Part"}, by=lina, because="tried")
    except Refused:
        return None
