import json
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from marsad.desk.commitments.models import Outcome
from marsad.desk.commitments.timeline import months_of
from marsad.desk.register.models import Entry
from marsad.marking import Marking


def test_the_ledger_puts_what_is_due_first_in_its_own_words(
    american, british, undated, lina, sign_in
):
    page = sign_in(lina).get(reverse("commitments")).content.decode()

    assert page.index(american.words[:40]) < page.index("Royaume-Uni")
    assert page.index("Royaume-Uni") < page.index(undated.words[:20])
    assert "days over" in page
    assert "$168 million" in page
    assert "€50 million" in page


def test_the_timeline_stands_in_a_table_as_well(american, lina, sign_in):
    due = timezone.localdate() + timedelta(days=40)
    Entry.objects.filter(pk=american.pk).update(due_on=due)

    page = sign_in(lina).get(reverse("commitments")).content.decode()

    assert page.count("<circle") == 1
    assert 'id="coming-table"' in page


def test_time_runs_from_right_to_left_in_arabic(american, db):
    today = date(2026, 11, 22)
    Entry.objects.filter(pk=american.pk).update(due_on=date(2026, 12, 5))
    rows = Entry.objects.filter(pk=american.pk)

    with translation.override("ar"):
        arabic = months_of(rows, today)
    with translation.override("en"):
        english = months_of(rows, today)

    assert arabic[0].x > arabic[-1].x
    assert english[0].x < english[-1].x
    assert [one.count for one in arabic] == [one.count for one in english]
    assert sum(one.count for one in english) == 1
    assert [one.first.month for one in english] == [11, 12, *range(1, 11)]


def test_a_commitment_is_settled_and_reopened_on_its_page(american, lina, sign_in):
    client = sign_in(lina)
    settle = reverse("commitment-settle", args=[american.pk])

    refused = client.post(settle, {"status": "kept", "because": "everybody knows"})
    assert refused.status_code == 409
    assert "everybody knows" in refused.content.decode()
    client.post(
        settle,
        {"status": "kept", "because": "paid", "address": "https://example.org/paid"},
    )

    page = client.get(reverse("commitment", args=[american.pk])).content.decode()
    assert "https://example.org/paid" in page
    client.post(
        reverse("commitment-reopen", args=[american.pk]), {"because": "half of it"}
    )
    page = client.get(reverse("commitment", args=[american.pk])).content.decode()
    assert "taken back" in page
    assert Outcome.objects.count() == 2


def test_later_entries_of_the_party_are_offered_as_evidence(
    american, promise, lina, sign_in
):
    text = "وقالت الولايات المتحدة إنها ستقدم 20 مليون دولار إضافية للعراق.\n"
    later = promise(text, day=date(2019, 3, 1))

    page = sign_in(lina).get(reverse("commitment", args=[american.pk])).content.decode()

    assert f'name="evidence" value="{later.pk}"' in page


def test_evidence_above_a_clearance_is_not_shown(
    american, promise, lina, sign_in, make_person
):
    director = make_person("dana", "analyst", clearance=Marking.RED)
    strict = promise(
        "وقالت الولايات المتحدة إنها ستقدم 20 مليون دولار إضافية للعراق.\n",
        marking=Marking.RED,
    )
    client = sign_in(lina)
    settle = reverse("commitment-settle", args=[american.pk])
    guessed = client.post(
        settle, {"status": "kept", "because": "x", "evidence": str(strict.pk)}
    )
    assert guessed.status_code == 404
    client.post("/sign-out/")
    sign_in(director, client).post(
        settle, {"status": "kept", "because": "x", "evidence": str(strict.pk)}
    )
    client.post("/sign-out/")

    page = sign_in(lina, client).get(reverse("commitment", args=[american.pk]))

    assert "an entry that you may not see" in page.content.decode()
    assert strict.words not in page.content.decode()


def test_what_one_may_not_see_is_not_there(promise, lina, sign_in):
    text = "تعهدت الكويت بتقديم 100 مليون دولار قبل يونيو 2019.\n"
    strict = promise(text, marking=Marking.RED)

    client = sign_in(lina)

    assert client.get(reverse("commitment", args=[strict.pk])).status_code == 404
    assert "100 million" not in client.get(reverse("commitments")).content.decode()


def test_the_ledger_is_handed_out(american, british, lina, sign_in):
    answer = sign_in(lina).get(reverse("commitments"), {"format": "json"})

    rows = json.loads(b"".join(answer.streaming_content))
    assert [row["state"] for row in rows] == ["due", "open"]


def test_pages_follow_each_other_without_loss(american, lina, sign_in):
    one = Entry.objects.get(pk=american.pk)
    for number in range(60):
        one.pk, one.due_on = None, date(2019, 1, 1) if number % 2 else None
        one.words = f"promise number {number}."
        one.save(force_insert=True)
    client, seen, asked = sign_in(lina), "", {}
    for _ in range(2):
        answer = client.get(reverse("commitments"), asked)
        seen += answer.content.decode()
        asked = {"after": answer.context["page"].next}

    assert asked == {"after": ""}
    for number in range(60):
        assert seen.count(f"promise number {number}.") == 1


def test_pages_ask_few_questions(
    american, lina, sign_in, django_assert_max_num_queries
):
    one = Entry.objects.get(pk=american.pk)
    for _ in range(40):
        one.pk = None
        one.save(force_insert=True)
    client = sign_in(lina)
    with django_assert_max_num_queries(20):
        client.get(reverse("commitments"))
    with django_assert_max_num_queries(20):
        client.get(reverse("commitment", args=[american.pk]))


@pytest.mark.parametrize("asked", ["d.x.y", "n.2019-13-01.5", "zzz"])
def test_a_cursor_that_is_not_ours_shows_the_beginning(asked, american, lina, sign_in):
    answer = sign_in(lina).get(reverse("commitments"), {"after": asked})

    assert american.words[:30] in answer.content.decode()
