from datetime import timedelta

import pytest
from django.utils import timezone

from marsad.desk.contradictions.keep_up import keep_up
from marsad.desk.documents.models import Document, Story
from marsad.desk.entities.models import Following
from marsad.desk.register.confirm import confirm
from marsad.desk.register.models import Entry, Finding
from marsad.desk.safeguards.groups import Group
from marsad.desk.web import overnight
from marsad.marking import Marking


@pytest.fixture
def week():
    return timezone.now() - timedelta(days=7)


def test_who_was_never_here_is_shown_a_week(lina):
    since = overnight.since_of(lina)

    assert timezone.now() - since == pytest.approx(
        timedelta(days=7), abs=timedelta(minutes=1)
    )


def test_a_second_look_in_one_morning_shows_the_night_again(lina):
    lina.seen_overnight_at = timezone.now() - timedelta(minutes=5)

    age = timezone.now() - overnight.since_of(lina)

    assert age == pytest.approx(timedelta(days=1), abs=timedelta(minutes=1))


def test_what_followed_parties_say_is_shown(report, lina, week):
    [quote, *_] = Finding.objects.filter(kind="quote", name__entity__isnull=False)
    assert not overnight.statements(overnight.reported(lina, week)).shown
    Following.objects.create(person=lina, entity=quote.name.entity)

    found = overnight.reported(lina, week)
    assert quote in overnight.statements(found).shown


def test_a_new_figure_of_the_register_is_shown(report, lina, week):
    figure = report.findings.filter(kind="figure").first()
    [entry] = confirm([figure], by=lina, because="read in the source")

    assert list(overnight.changed_figures(lina, week).shown) == [entry]


def test_nothing_above_the_clearance_is_shown(make_document, make_person, week):
    make_document(marking=Marking.RED)
    Story.objects.create(
        title="x", first_day="2018-02-13", last_day="2018-02-13", marking=Marking.RED
    )
    low = make_person("sami", Group.ANALYST, clearance=Marking.GREEN)

    assert not overnight.waiting(low, week).shown
    assert not overnight.stories(low, week).shown
    assert not overnight.reported(low, week)


def test_a_withdrawn_document_waits_for_nobody(report, lina, week):
    assert overnight.waiting(lina, week).shown
    Document.objects.update(withdrawn_at=timezone.now())

    assert not overnight.waiting(lina, week).shown


def test_the_page_opens_with_few_queries(
    report, lina, sign_in, django_assert_max_num_queries
):
    client = sign_in(lina)

    with django_assert_max_num_queries(20):
        answer = client.get("/")

    assert answer.status_code == 200
    assert "التحالف" in answer.content.decode()


def test_a_partner_sees_the_register_and_no_proposals(report, make_person, sign_in):
    page = sign_in(make_person("pierre", Group.PARTNER)).get("/").content.decode()

    assert "New and changed figures" in page
    assert "Waiting for a decision" not in page


def test_what_was_read_is_noted(report, lina, sign_in):
    answer = sign_in(lina).post("/seen/")

    assert answer.status_code == 302
    lina.refresh_from_db()
    assert lina.seen_overnight_at is not None


def test_what_contradicts_itself_is_shown_with_both_sides(make_document, lina, sign_in):
    for words in ("74", "75"):
        report = make_document(f"وأضاف أن التحالف الدولي يضم {words} عضوا.\n")
        confirm([report.findings.get(kind="membership")], by=lina, because="read")
    keep_up()

    page = sign_in(lina).get("/").content.decode()

    assert page.count('class="rivals"') == 1
    assert len(overnight.open_contradictions(lina).shown) == 1


def test_what_is_overdue_or_due_in_two_weeks_is_shown(make_document, lina):
    report = make_document("وتعهدت الكويت بتقديم 200 مليون دولار قبل يونيو 2019.\n")
    [entry] = confirm([report.findings.get(kind="commitment")], by=lina, because="read")

    assert list(overnight.due(lina).shown) == [entry]


def test_a_promise_of_somebody_unknown_is_shown(make_document, lina, sign_in):
    report = make_document("وتعهدت الكويت بتقديم 200 مليون دولار قبل يونيو 2019.\n")
    [entry] = confirm([report.findings.get(kind="commitment")], by=lina, because="read")
    Entry.objects.filter(pk=entry.pk).update(actor=None, fields={})

    assert entry.words[:20] in sign_in(lina).get("/").content.decode()
