"""Sources: added, graded with a reason, suspended and resumed, each written down."""

import pytest

from marsad.desk.safeguards.models import AuditRecord
from marsad.desk.sources.add import add
from marsad.desk.sources.grade import grade
from marsad.desk.sources.models import Source
from marsad.desk.sources.resume import resume
from marsad.desk.sources.suspend import suspend
from marsad.errors import Refused


@pytest.fixture
def source(lina):
    return add("القبس", by=lina, because="read every morning")


def test_a_new_source_cannot_be_judged_yet(source):
    assert source.grade == "F"


def test_one_outlet_is_one_source_however_its_letters_are_written(lina):
    add("Le Monde", by=lina, because="x")

    with pytest.raises(Refused, match="source already"):
        add(" le  monde", by=lina, because="x")


def test_a_grade_is_kept_with_what_it_was_before(source, lina):
    grade(source, "B", by=lina, because="its figures held for a year")

    source.refresh_from_db()
    line = AuditRecord.objects.last()
    assert source.grade == "B"
    assert (line.details["before"], line.details["after"]) == ("F", "B")


def test_what_is_no_grade_is_refused(source, lina):
    with pytest.raises(Refused, match="no grade"):
        grade(source, "Z", by=lina, because="x")


def test_a_source_is_suspended_once_and_resumed_once(source, lina):
    suspend(source, by=lina, because="taken over")
    with pytest.raises(Refused, match="suspended already"):
        suspend(source, by=lina, because="taken over")

    resume(source, by=lina, because="in its own hands again")
    with pytest.raises(Refused, match="not suspended"):
        resume(source, by=lina, because="again")


def test_the_page_of_a_source_shows_its_grade_and_why(source, lina, sign_in):
    client = sign_in(lina)
    said = {"gradeform-grade": "C", "gradeform-because": "its figures held for a year"}

    body = client.post(f"/sources/{source.pk}/grade/", said, follow=True)

    shown = body.content.decode()
    assert "C: fairly reliable" in shown
    assert "its figures held for a year" in shown


def test_sources_are_found_by_name_and_grade(source, lina, sign_in):
    add("Le Monde", by=lina, because="x")
    client = sign_in(lina)

    body = client.get("/sources/?q=monde").content.decode()

    assert "Le Monde" in body
    assert "القبس" not in body
    assert "القبس" not in client.get("/sources/?grade=A").content.decode()


def test_a_source_is_added_on_the_page_and_a_second_time_refused(lina, sign_in):
    client = sign_in(lina)
    said = {"addform-name": "Petra", "addform-because": "the agency"}

    client.post("/sources/add/", said)
    again = client.post("/sources/add/", said)

    assert Source.objects.get().name == "Petra"
    assert again.status_code == 422
    assert "source already" in again.content.decode()


def test_the_list_asks_few_questions_however_many_sources(
    lina, sign_in, make_document, django_assert_max_num_queries
):
    for number in range(30):
        made = add(f"outlet {number:02}", by=lina, because="x")
        make_document(f"تقرير {number}", source=made)
    client = sign_in(lina)

    with django_assert_max_num_queries(10):
        body = client.get("/sources/").content.decode()

    assert "latest document" in body
