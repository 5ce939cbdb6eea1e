import json

import pytest
from django.urls import reverse

from marsad.desk.contradictions.keep_up import keep_up
from marsad.desk.contradictions.models import Contradiction, Standing
from marsad.desk.contradictions.queue import open_for
from marsad.desk.register.models import State
from marsad.marking import Marking

AR = "قال وزير الخارجية الكويتي إن التحالف الدولي يضم 74 عضوا.\n"
EN = "The Global Coalition now has 75 members, the spokesperson said in Kuwait.\n"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def row(rivals):
    return Contradiction.objects.get()


def test_the_queue_shows_both_sides_in_their_own_words(row, lina, sign_in):
    page = sign_in(lina).get(reverse("contradictions")).content.decode()

    for words in ("KUNA", "Reuters", "74", "75 members", 'dir="rtl"', 'dir="ltr"'):
        assert words in page
    assert "Open: <bdi>1</bdi>" in page


def test_a_person_resolves_with_a_reason_and_reopens(row, lina, sign_in):
    client = sign_in(lina)
    address = reverse("contradiction-resolve", args=[row.pk])

    refused = client.post(address, {"choice": "one", "because": " "})
    assert refused.status_code == 409
    assert 'value="one" required checked' in refused.content.decode()
    done = client.post(address, {"choice": "one", "because": "the ministry counts 74"})

    assert done.status_code == 302
    row.refresh_from_db()
    assert (row.state, row.by) == (Standing.RESOLVED, lina)
    listed = client.get(reverse("contradictions"), {"state": "resolved"})
    assert "the ministry counts 74" in listed.content.decode()
    client.post(
        reverse("contradiction-reopen", args=[row.pk]), {"because": "a new report"}
    )
    row.refresh_from_db()
    assert row.state == Standing.OPEN


def test_the_losing_side_is_retracted_only_with_the_box_ticked(row, lina, sign_in):
    client = sign_in(lina)

    client.post(
        reverse("contradiction-resolve", args=[row.pk]),
        {"choice": "one", "because": "wrong", "takes_out": "1"},
    )

    row.other.refresh_from_db()
    assert row.other.state == State.RETRACTED


def test_with_htmx_the_changed_card_comes_back(row, lina, sign_in):
    answer = sign_in(lina).post(
        reverse("contradiction-resolve", args=[row.pk]),
        {"choice": "both", "because": "with observers"},
        headers=HTMX,
    )

    assert answer.status_code == 200
    words = answer.content.decode()
    assert words.lstrip().startswith(
        f'<article class="card contradiction" id="contradiction-{row.pk}"'
    )
    assert "with observers" in words


def test_a_page_of_a_series_asks_for_its_own(row, lina, sign_in):
    answer = sign_in(lina).get(
        reverse("contradictions"), {"series": row.series}, headers=HTMX
    )

    assert reverse("contradiction", args=[row.pk]) in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_nobody_sees_a_contradiction_with_a_side_above_their_clearance(
    count_of, enter, lina, sign_in, make_person
):
    strict = count_of(EN, language="en", marking=Marking.RED)
    enter(count_of(AR), strict)
    keep_up()
    row = Contradiction.objects.get()

    client = sign_in(lina)

    assert client.get(reverse("contradiction", args=[row.pk])).status_code == 404
    assert "75 members" not in client.get(reverse("contradictions")).content.decode()
    assert open_for(lina) == 0
    assert open_for(make_person("dana", "director", clearance=Marking.RED)) == 1


def test_partners_see_no_contradictions(row, make_person, sign_in):
    partner = make_person("pia", "partner")

    assert open_for(partner) == 0
    assert sign_in(partner).get(reverse("contradictions")).status_code == 403


def test_an_auditor_reads_and_resolves_nothing(row, auditor, sign_in):
    client = sign_in(auditor)

    assert "What stands?" not in client.get(reverse("contradictions")).content.decode()
    answer = client.post(
        reverse("contradiction-resolve", args=[row.pk]),
        {"choice": "one", "because": "why not"},
    )
    assert answer.status_code == 403


def test_the_queue_is_handed_out(row, lina, sign_in):
    answer = sign_in(lina).get(reverse("contradictions"), {"format": "json"})

    [one] = json.loads(b"".join(answer.streaming_content))
    assert {one["value_1"], one["value_2"]} == {74, 75}


def test_a_full_queue_asks_as_few_questions_as_a_short_one(
    row, count_of, enter, lina, sign_in, django_assert_max_num_queries
):
    for count in range(76, 86):
        text = f"The Global Coalition now has {count} members, he said in Kuwait.\n"
        enter(count_of(text, language="en"))
    keep_up()
    assert open_for(lina) > 20
    client = sign_in(lina)
    with django_assert_max_num_queries(18):
        page = client.get(reverse("contradictions"))
    assert "after=" in page.content.decode()
