import json

import pytest

from marsad.desk.entities.join import join
from marsad.desk.entities.models import Entity
from marsad.desk.entities.name import name
from marsad.desk.memberships.admit import admit
from marsad.desk.memberships.define import define
from marsad.desk.register.confirm import confirm
from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.models import AuditRecord
from marsad.marking import Marking

ADDRESS = "entities/export.ftm.jsonl"
# Of the published model: what each schema that we use may say, inherited included.
THING = {"name", "alias", "country", "wikidataId", "sourceUrl", "publisher", "topics"}
MODEL = {
    "PublicBody": THING,
    "Organization": THING,
    "Person": THING | {"position"},
    "Membership": {"member", "organization", "role", "startDate", "endDate"},
}


@pytest.fixture
def told(ask, secret):
    """What the interface tells, by id."""

    def telling(key=secret):
        answer = ask(ADDRESS, key)
        assert answer["Content-Type"] == "application/x-ndjson"
        rows = [json.loads(line) for line in answer.getvalue().splitlines()]
        assert len({one["id"] for one in rows}) == len(rows)
        return {one["id"]: one for one in rows}

    return telling


def test_every_line_speaks_the_published_model(report, told):
    for one in told().values():
        assert set(one) == {"id", "schema", "caption", "properties"}
        assert set(one["properties"]) <= MODEL[one["schema"]], one
        for values in one["properties"].values():
            assert values
            assert all(isinstance(value, str) and value for value in values)


def test_a_state_is_a_public_body_with_its_country_and_names(report, told):
    state = Entity.objects.get(kind="state", canonical="KW")

    said = told()[f"marsad-entity-{state.pk}"]

    assert (said["schema"], said["caption"]) == ("PublicBody", "Kuwait")
    assert said["properties"]["country"] == ["kw"]
    assert {"Kuwait", "الكويت"} <= set(said["properties"]["name"])


def test_a_public_person_stands_with_the_office(report, told):
    person = Entity.objects.get(kind="person")

    said = told()[f"marsad-entity-{person.pk}"]

    assert said["schema"] == "Person"
    assert said["properties"]["position"] == [person.office]


def test_where_the_register_has_somebody_from_is_said(make_document, lina, told):
    report = make_document(outlet="Al-Jarida", address="https://news.example/1")
    said_by = report.findings.filter(kind="quote", name__entity__isnull=False).first()
    confirm([said_by], by=lina, because="read in the source")

    said = told()[f"marsad-entity-{said_by.name.entity_id}"]["properties"]

    assert said["sourceUrl"] == ["https://news.example/1"]
    assert said["publisher"] == ["Al-Jarida"]


def test_a_number_of_another_register_is_kept(report, lina, told):
    state = Entity.objects.get(kind="state", canonical="KW")
    name(state, ids={"wikidata": "Q817"}, by=lina, because="looked up")

    said = told()[f"marsad-entity-{state.pk}"]["properties"]

    assert said["wikidataId"] == ["Q817"]


def test_joined_entities_are_told_as_one(report, lina, told):
    one, other = (
        Entity.objects.create(
            kind="organisation",
            canonical=said,
            name_en=said,
            known_marking=Marking.GREEN,
        )
        for said in ("Red Sea Desk", "Desk of the Red Sea")
    )
    join(one, other, by=lina, because="the same body")

    lines = told()

    assert f"marsad-entity-{one.pk}" not in lines
    assert f"marsad-entity-{other.pk}" in lines


def test_members_are_told_with_their_days(report, lina, told):
    state = Entity.objects.get(kind="state", canonical="KW")
    body = define({"en": "The Coalition"}, "coalition", by=lina, because="it is")
    found = report.findings.filter(kind="figure").first()
    member = admit(body, state, proof=found, by=lina, because="it said so")

    lines = told()

    said = lines[f"marsad-member-{member.pk}"]["properties"]
    assert said["member"] == [f"marsad-entity-{state.pk}"]
    assert said["organization"] == [f"marsad-grouping-{body.pk}"]
    assert said["startDate"] == [member.since.isoformat()]
    assert "endDate" not in said
    assert lines[f"marsad-grouping-{body.pk}"]["schema"] == "Organization"


def test_a_token_for_entities_alone_is_told_nothing_of_the_register(
    report, lina, token_of, told
):
    body = define({"en": "The Coalition"}, "coalition", by=lina, because="it is")

    assert f"marsad-grouping-{body.pk}" not in told(token_of(lina, "entities:read"))


def test_nobody_is_told_of_what_they_may_not_see(report, make_person, token_of, told):
    Entity.objects.filter(kind="person").update(marking=Marking.RED)
    partner = make_person("yusuf", Group.PARTNER, clearance=Marking.GREEN)

    schemata = {one["schema"] for one in told(token_of(partner)).values()}

    assert "Person" not in schemata
    assert "PublicBody" in schemata


def test_taking_them_out_is_written_down(report, told):
    told()

    last = AuditRecord.objects.last()
    assert (last.act, last.details["format"]) == ("exports.hand_out", "ftm")
