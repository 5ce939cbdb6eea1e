"""What the register says since of what was released."""

from datetime import timedelta

import pytest
from django.utils import timezone

from desk.newsroom import make_brief, make_entry, make_release, make_somebody, statement
from marsad.desk.contradictions.models import Contradiction, Standing
from marsad.desk.register.models import Entry, State
from marsad.desk.releases.models import Release
from marsad.desk.releases.since import Change, changed, in_doubt
from marsad.desk.web import overnight
from marsad.marking import Marking

pytestmark = pytest.mark.django_db
SERIES = "members|Global Coalition||member"


@pytest.fixture
def entry(db):
    return make_entry(series=SERIES)


@pytest.fixture
def made(entry):
    body = {"en": [statement("The Global Coalition has 74 members.", entry)]}
    return make_release(make_brief(body, languages=("en",)))


def happened(made, person):
    return [one.change for one in changed([made.pk], person).get(made.pk, [])]


def touch(entry, **values):
    Entry.objects.filter(pk=entry.pk).update(changed_at=timezone.now(), **values)


def deny(entry, **more):
    other = make_entry("The Coalition has 75 members.", value=75, unit="member")
    return Contradiction.objects.create(
        key="x",
        about="value",
        day=entry.day,
        one=entry,
        other=other,
        why="74 and 75",
        compared="74 75",
        **more,
    )


def test_nothing_happened(made, rima):
    assert happened(made, rima) == []
    assert in_doubt(rima) == []


@pytest.mark.parametrize(
    ("values", "change"),
    [
        pytest.param({"state": State.RETRACTED}, Change.RETRACTED, id="retracted"),
        pytest.param({"value": 75, "version": 2}, Change.CORRECTED, id="corrected"),
        pytest.param({"marking": int(Marking.AMBER)}, Change.MARKED, id="marked"),
    ],
)
def test_an_entry_that_fell_asks_for_a_correction(made, entry, rima, values, change):
    touch(entry, **values)

    assert happened(made, rima) == [change]
    assert in_doubt(rima) == [made.pk]


def test_a_new_grade_alone_asks_for_none(made, entry, rima):
    touch(entry, version=2, source_grade="B")

    assert happened(made, rima) == []


def test_a_contradiction_asks_for_one_until_it_is_resolved(made, entry, rima):
    pair = deny(entry)
    assert happened(made, rima) == [Change.CONTRADICTED]
    assert in_doubt(rima, since=timezone.now() - timedelta(hours=1)) == [made.pk]

    Contradiction.objects.filter(pk=pair.pk).update(state=Standing.RESOLVED)

    assert happened(made, rima) == []


def test_a_contradiction_above_the_clearance_is_not_told(made, entry):
    deny(entry, marking=int(Marking.RED))
    low = make_somebody("low", "officer", clearance=Marking.GREEN)

    assert happened(made, low) == []


def test_what_had_expired_when_it_went_out_is_no_news(made, entry, rima):
    touch(entry, expires_on=timezone.localdate() - timedelta(days=400))

    assert happened(made, rima) == []


def test_a_newer_value_and_an_expiry_are_told_and_ask_for_nothing(made, entry, rima):
    later = make_entry(
        "The Coalition has 80 members.", value=80, unit="member",
        series=SERIES, day=entry.day + timedelta(days=90),
    )  # fmt: skip
    soon = timezone.localdate() + timedelta(days=3)
    touch(entry, expires_on=soon)

    assert happened(made, rima) == [Change.NEWER]
    expired, newer = changed([made.pk], rima, on=soon)[made.pk]
    assert expired.change == Change.EXPIRED
    assert newer.other == later
    assert in_doubt(rima) == []


def test_the_overnight_page_says_it(made, entry, rima, sign_in, client):
    touch(entry, state=State.RETRACTED)
    sign_in(rima)

    page = client.get("/").content.decode()

    assert f"/releases/{made.number}/#h-since" in page
    section = overnight.doubtful(rima, timezone.now() - timedelta(days=1))
    assert list(section.shown) == [made]


def test_what_fell_long_ago_is_not_told_each_morning(made, entry, rima):
    touch(entry, state=State.RETRACTED)
    Entry.objects.update(changed_at=timezone.now() - timedelta(days=9))

    assert (
        list(overnight.doubtful(rima, timezone.now() - timedelta(days=1)).shown) == []
    )
    assert in_doubt(rima) == [made.pk]


def test_a_page_of_releases_is_told_with_a_few_questions(
    made, rima, django_assert_max_num_queries
):
    for _ in range(3):
        make_release()
    numbers = list(Release.objects.values_list("pk", flat=True))

    with django_assert_max_num_queries(4):
        changed(numbers, rima)
