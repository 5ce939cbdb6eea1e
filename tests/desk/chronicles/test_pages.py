from datetime import date, timedelta

import pytest
from django.urls import reverse

from marsad.desk.chronicles import keep_up
from marsad.desk.entities.follow import follow
from marsad.desk.entities.join import join
from marsad.desk.entities.models import Entity, Move, Name
from marsad.desk.register.models import Kind
from marsad.desk.safeguards.groups import Group
from marsad.marking import Marking


def page(client, name, *args, **asked):
    answer = client.get(reverse(name, args=args), asked)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


@pytest.fixture
def partner(make_person):
    return make_person("yusuf", Group.PARTNER, clearance=Marking.GREEN)


def test_the_list_shows_followed_ones_first(report, lina, sign_in):
    kuwait = Entity.objects.get(canonical="KW")
    follow(kuwait, by=lina, because="asked for")
    shown = page(sign_in(lina), "entities")

    assert shown.index("You follow") < shown.index("Named most")
    assert "Kuwait" in shown[: shown.index("Named most")]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("التحالف الدولى", id="final ya as alef maqsura"),
        pytest.param("الكويت", id="Arabic"),
        pytest.param("KOWEÏT", id="French in capitals"),
        pytest.param("coalition", id="English without its capital"),
    ],
)
def test_an_entity_is_found_by_any_spelling(report, lina, sign_in, words):
    shown = page(sign_in(lina), "entities", q=words)

    assert "Nobody goes by this name" not in shown
    assert "row-list" in shown


def test_the_list_goes_on_where_the_page_ended(
    make_document, lina, sign_in, monkeypatch
):
    monkeypatch.setattr("marsad.desk.chronicles.listing.PAGE", 3)
    make_document(
        "France, Italy, Spain, Iraq, Syria, Jordan and Egypt met.\n", language="en"
    )
    client = sign_in(lina)
    seen, after = [], None
    while True:
        answer = client.get(reverse("entities"), {"after": after} if after else {})
        seen += [one.pk for one in answer.context["page"].rows]
        after = answer.context["page"].older
        if not after:
            break

    assert sorted(seen) == sorted(Entity.objects.values_list("pk", flat=True))


def test_the_page_of_a_state_shows_names_numbers_and_mentions(report, lina, sign_in):
    shown = page(sign_in(lina), "entity", Entity.objects.get(canonical="KW").pk)

    for said in ("Kuwait", "الكويت", "Koweït", "ISO code", "Mentions by month"):
        assert said in shown
    assert 'lang="ar" dir="rtl"' in shown


def test_entries_stand_before_proposals_which_are_marked(english, enter, lina, sign_in):
    enter(english, Kind.COMMITMENT)
    keep_up.keep_up()
    united_states = Entity.objects.get(canonical="US")
    shown = page(sign_in(lina), "entity", united_states.pk)

    assert shown.index('class="entered"') < (shown + 'class="proposed"').index(
        'class="proposed"'
    )
    assert "200 million dollars" in shown


def test_a_partner_sees_entries_and_no_proposals(english, enter, partner, sign_in):
    enter(english, Kind.COMMITMENT)
    blinken = Entity.objects.get(canonical="Antony Blinken")
    client = sign_in(partner)

    assert 'class="proposed"' not in page(client, "entity", blinken.pk)
    assert "Italy will host" not in page(client, "entity", blinken.pk)
    shown = page(client, "entity", Entity.objects.get(canonical="US").pk)
    assert "200 million dollars" in shown
    assert "Followed by" not in shown
    assert client.get(reverse("entity-mentions", args=[blinken.pk])).status_code == 403


def test_whom_others_call_on_sees_it_in_their_timeline(english, enter, lina, sign_in):
    enter(english, Kind.CALL)
    keep_up.keep_up()
    iraq = Entity.objects.get(canonical="IQ")

    shown = page(sign_in(lina), "entity", iraq.pk, kind="call")

    assert "repatriate its citizens" in shown


def test_a_private_person_has_no_page(make_document, lina, sign_in):
    make_document("John Miller said that work would begin.\n", language="en")
    assert Name.objects.filter(kind="person").exists()

    client = sign_in(lina)

    assert not Entity.objects.filter(kind="person").exists()
    assert "Nobody goes by this name" in page(client, "entities", q="Miller")


def test_who_reads_less_sees_nothing_of_what_strict_documents_tell(
    make_document, make_person, sign_in
):
    make_document(
        "The Kuwait Ministry of Planning said that work had begun.\n",
        language="en",
        marking=Marking.AMBER,
    )
    body = Entity.objects.get(known_marking__isnull=True)
    reader = make_person("rami", Group.ANALYST, clearance=Marking.GREEN)
    client = sign_in(reader)

    assert client.get(reverse("entity", args=[body.pk])).status_code == 404
    for name in ("entity-mentions", "entity-alike"):
        assert client.get(reverse(name, args=[body.pk])).status_code == 404
    for name in ("entity-follow", "entity-name", "entity-split", "entity-join"):
        assert client.post(reverse(name, args=[body.pk])).status_code == 404
    assert body.name not in page(client, "entities", q="Planning")


def test_counts_and_spellings_are_those_of_what_the_reader_may_read(
    make_document, make_person, lina, sign_in, client
):
    make_document("Kuwait is ready.\n", language="en", marking=Marking.GREEN)
    make_document("الكويت مستعدة.\n", marking=Marking.AMBER)
    kuwait = Entity.objects.get(canonical="KW")
    reader = make_person("rami", Group.ANALYST, clearance=Marking.GREEN)

    answer = sign_in(reader).get(reverse("entity", args=[kuwait.pk]))

    assert answer.context["bearer"].mention_count == 1
    assert [one.name.text for one in answer.context["spellings"]] == ["Kuwait"]


def test_a_part_leads_to_the_whole(make_document, lina, sign_in):
    make_document("France and Italy met.\n", language="en")
    part, whole = Entity.objects.order_by("pk")
    join(part, whole, by=lina, because="for the test")

    answer = sign_in(lina).get(reverse("entity", args=[part.pk]))

    assert answer.status_code == 302
    assert answer["Location"] == reverse("entity", args=[whole.pk])


def test_joins_are_made_and_undone_from_the_page(make_document, lina, sign_in):
    make_document("France and Italy met.\n", language="en")
    part, whole = Entity.objects.order_by("pk")
    client = sign_in(lina)

    client.post(
        reverse("entity-join", args=[whole.pk]),
        {"part": part.pk, "because": "one and the same"},
    )

    move = Move.objects.get()
    shown = page(client, "entity", whole.pk)
    assert "was joined to" in shown
    client.post(reverse("entity-undo", args=[whole.pk, move.pk]), {"because": "two"})
    part.refresh_from_db()
    assert part.joined_into is None


def test_a_refusal_is_said_on_the_page(report, lina, sign_in):
    kuwait = Entity.objects.get(canonical="KW")
    client = sign_in(lina)

    answer = client.post(
        reverse("entity-join", args=[kuwait.pk]),
        {"part": kuwait.pk, "because": "slip"},
        follow=True,
    )

    assert "cannot be joined to itself" in answer.content.decode()


def test_who_may_be_the_same_is_proposed_and_not_joined(make_document, lina, sign_in):
    make_document(
        "Foreign Minister Sergei Lavrov arrived. Foreign Minister Sergey Lavrov spoke.\n"
        "Foreign Minister Jean-Yves Le Drian listened.\n",
        language="en",
    )
    Entity.objects.create(
        kind="person", canonical="Serguei Lavrov", name_en="Serguei Lavrov", office="FM"
    )
    lavrov = Entity.objects.filter(canonical__contains="Lavrov").first()

    shown = page(sign_in(lina), "entity-alike", lavrov.pk)

    assert "Serguei Lavrov" in shown or "Sergey Lavrov" in shown
    assert "Le Drian" not in shown
    assert not Move.objects.exists()


def test_a_withdrawn_document_is_named_nowhere(english, lina, sign_in):
    iraq = Entity.objects.get(canonical="IQ")
    client = sign_in(lina)
    assert "The Gazette" in page(client, "entity-mentions", iraq.pk)

    type(english).objects.filter(pk=english.pk).update(withdrawn_at="2021-01-01T00:00Z")

    assert "The Gazette" not in page(client, "entity-mentions", iraq.pk)
    assert 'class="proposed"' not in page(client, "entity", iraq.pk)


def test_older_lines_follow_without_gap_or_repetition(
    make_document, lina, sign_in, monkeypatch
):
    monkeypatch.setattr("marsad.desk.chronicles.timeline.PAGE", 2)
    for number in range(7):
        make_document(
            f"Foreign Minister Sergei Lavrov said: “We shall meet {number} more times.”\n",
            language="en",
            day=date(2020, 1, 1) + timedelta(days=40 * number),
        )
    lavrov = Entity.objects.get(canonical="Sergei Lavrov")
    client = sign_in(lina)
    seen, after = [], ""
    while True:
        asked = {"after": after, "kind": "quote"}
        answer = client.get(reverse("entity", args=[lavrov.pk]), asked)
        lines = answer.context["page"].lines
        seen += [one.row.pk for one in lines]
        after = str(answer.context["page"].older or "")
        if not after:
            break

    assert len(seen) == len(set(seen)) == 7
    assert seen == sorted(seen, reverse=True)


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("الارهاب", id="without its hamza"),
        pytest.param("الإرهاب", id="as it stands"),
    ],
)
def test_statements_are_found_by_words_of_their_theme(
    make_document, enter, lina, sign_in, word
):
    document = make_document(
        "قال وزير الخارجية الكويتي الشيخ صباح الخالد إن «مكافحة الإرهاب مسؤولية الجميع».\n"
    )
    enter(document, Kind.QUOTE)

    shown = page(sign_in(lina), "statements", q=word)

    assert "مسؤولية الجميع" in shown


def test_statements_of_followed_persons(english, enter, lina, sign_in):
    enter(english, Kind.QUOTE)
    client = sign_in(lina)
    assert "Italy will host" not in page(client, "statements", followed="1")

    blinken = Entity.objects.get(canonical="Antony Blinken")
    follow(blinken, by=lina, because="asked for")

    assert "Italy will host" in page(client, "statements", followed="1")


def test_an_entity_page_asks_few_questions(
    english, enter, lina, sign_in, django_assert_max_num_queries
):
    enter(english)
    united_states = Entity.objects.get(canonical="US")
    client = sign_in(lina)

    with django_assert_max_num_queries(40):
        page(client, "entity", united_states.pk)


def test_the_list_is_handed_out_with_its_filters(report, lina, sign_in):
    answer = sign_in(lina).get(
        reverse("entities-export"), {"kind": "state", "format": "csv"}
    )

    written = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert "Kuwait" in written
    assert "Global Coalition" not in written
