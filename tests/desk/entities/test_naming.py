import pytest
from django.db import IntegrityError, transaction

from marsad.desk.entities.add import add
from marsad.desk.entities.counting import recount
from marsad.desk.entities.follow import follow, followed_by, unfollow
from marsad.desk.entities.join import join
from marsad.desk.entities.models import Entity, MonthCount, Name
from marsad.desk.entities.name import name
from marsad.desk.entities.spell import spell
from marsad.desk.safeguards.models import AuditRecord
from marsad.errors import Refused
from marsad.marking import Marking


def test_a_private_person_gets_no_page(lina):
    with pytest.raises(Refused, match="private persons are not profiled"):
        add("person", {"en": "Sara Haddad"}, by=lina, because="named in a report")

    assert not Entity.objects.filter(kind="person").exists()
    assert AuditRecord.objects.last().outcome == "refused"


def test_the_database_itself_refuses_a_person_without_an_office(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        Entity.objects.create(kind="person", canonical="Sara Haddad")


def test_an_office_cannot_be_taken_from_a_person(lina):
    person = add(
        "person",
        {"en": "John Allen", "ar": "جون ألن"},
        office="Special envoy",
        by=lina,
        because="the envoy of the Coalition",
    )

    with pytest.raises(Refused, match="not profiled"):
        name(person, office=" ", by=lina, because="no longer in office")


def test_a_public_person_takes_the_names_that_stood_alone(make_document, lina):
    make_document("John Miller said that work would begin.\n", language="en")
    alone = Name.objects.filter(kind="person", entity__isnull=True).first()
    assert alone is not None

    person = add(
        "person",
        {"en": alone.canonical},
        office="Mayor of Springfield",
        by=lina,
        because="elected in 2018",
    )

    alone.refresh_from_db()
    assert alone.entity == person
    assert person.mention_count == alone.mention_count > 0


def test_what_is_there_is_not_added_again(report, lina):
    with pytest.raises(Refused, match="there already"):
        add("state", {"en": "Kuwait"}, by=lina, because="missing")
    with pytest.raises(Refused, match="there already"):
        add("organisation", {"ar": "التحالف الدولي ضد داعش", "en": "Global Coalition"},
            by=lina, because="missing")  # fmt: skip


def test_an_alias_finds_the_entity_however_it_is_written(report, lina):
    coalition = Entity.objects.get(canonical="Global Coalition")

    spell(coalition, ["تحالف الأربعة والسبعين"], by=lina, because="in two papers")

    row = Name.objects.get(text="تحالف الأربعة والسبعين")
    assert row.entity == coalition
    assert row.folded == "تحالف الاربعه والسبعين"


@pytest.mark.parametrize(
    ("scheme", "value", "why"),
    [
        pytest.param("iso", "XX", "no code of a state", id="no such state"),
        pytest.param("wikidata", "817", "no number of Wikidata", id="without its Q"),
        pytest.param("twitter", "kuwait", "not kept here", id="another register"),
    ],
)
def test_an_id_that_is_none_is_refused(report, lina, scheme, value, why):
    kuwait = Entity.objects.get(canonical="KW")

    with pytest.raises(Refused, match=why):
        name(kuwait, ids={scheme: value}, by=lina, because="from the list")


def test_one_id_means_one_entity(report, lina):
    kuwait = Entity.objects.get(canonical="KW")
    name(kuwait, ids={"wikidata": "q817"}, by=lina, because="from the list")
    coalition = Entity.objects.get(canonical="Global Coalition")

    with pytest.raises(Refused, match="join the two"):
        name(coalition, ids={"wikidata": "Q817"}, by=lina, because="from the list")

    name(kuwait, ids={"wikidata": ""}, by=lina, because="a slip")
    assert not kuwait.external_ids.filter(scheme="wikidata").exists()


def test_who_follows_a_part_follows_the_whole(make_entity, lina):
    part, whole = make_entity("Anti-ISIL Coalition"), make_entity("Global Coalition")
    follow(part, by=lina, because="asked for")

    join(part, whole, by=lina, because="one body")

    assert followed_by(lina) == sorted([part.pk, whole.pk])
    unfollow(whole, by=lina, because="no longer")
    assert followed_by(lina) == []


def test_a_withdrawn_document_is_counted_no_more_and_counts_again(make_document, lina):
    text = "The Kuwait Ministry of Planning said that work had begun.\n"
    document = make_document(text, language="en")
    before = list(MonthCount.objects.values_list("name", "count"))
    [body] = Entity.objects.filter(known_marking__isnull=True)

    recount(document.pk, is_standing=False)

    body.refresh_from_db()
    assert body.mention_count == 0
    # Nothing that stands tells of it any more: nobody below the strictest sees it.
    assert body.marking == Marking.RED
    recount(document.pk, is_standing=True)
    recount(document.pk, is_standing=True)
    assert list(MonthCount.objects.values_list("name", "count")) == before


def test_a_document_that_is_marked_more_strictly_takes_its_counts_along(make_document):
    text = "The Kuwait Ministry of Planning said that work had begun.\n"
    document = make_document(text, language="en")

    recount(document.pk, marking=Marking.AMBER)

    [body] = Entity.objects.filter(known_marking__isnull=True)
    assert body.marking == Marking.AMBER
    counts = MonthCount.objects.filter(name__entity=body, count__gt=0)
    assert {one.marking for one in counts} == {Marking.AMBER}
