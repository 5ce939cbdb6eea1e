from datetime import date

import pytest
from django.urls import reverse

from desk.newsroom import make_entry, make_release, make_somebody, statement
from marsad.desk.documents.models import Document
from marsad.desk.measures.judge import judge
from marsad.desk.measures.keep_up import keep_up
from marsad.desk.measures.models import Uptake
from marsad.desk.measures.observe import finds_in, new_in, observe
from marsad.desk.releases.recall import recall
from marsad.desk.safeguards.acts import Worker
from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.models import AuditRecord
from marsad.errors import Refused
from marsad.marking import Marking

pytestmark = pytest.mark.django_db

ENGLISH = (
    "Kuwait will chair the working group that counters extremist messaging online "
    "until December 2027."
)
ARABIC = (
    "ستترأس الكويت حتى ديسمبر 2027 مجموعة العمل المعنية بمواجهة الدعاية المتطرفة "
    "على الإنترنت."
)


@pytest.fixture
def released():
    entry = make_entry(f"{ENGLISH} {ARABIC}", kind="statement")
    body = {"ar": ARABIC, "en": ENGLISH}
    return make_release(
        body={one: [statement(text, entry, name="a")] for one, text in body.items()}
    )


def later(make_document, text, **more):
    return make_document(text, day=date(2030, 1, 5), outlet="Harbour Daily", **more)


def test_a_line_that_is_printed_word_for_word_is_found(released, make_document):
    text = f"The ministry gave no detail. {ENGLISH} Nothing else is known.\n"
    document = later(make_document, text, language="en")

    [find] = finds_in(document)

    assert (find.how, find.quote) == ("verbatim", ENGLISH.rstrip("."))


def test_a_changed_number_is_said(released, make_document):
    document = later(make_document, ENGLISH.replace("2027", "2029"), language="en")

    [find] = finds_in(document)
    [kept] = observe(document, [find], by=Worker("uptake test"), because="seen")

    assert kept.how == "edited"
    assert {"before": "2027", "after": "2029"}.items() <= kept.changes[0].items()


def test_a_report_from_before_the_release_took_nothing_up(released, make_document):
    document = make_document(ENGLISH, day=date(2018, 1, 1), language="en")

    assert finds_in(document) == ()


def test_a_recalled_release_is_looked_for_no_more(released, make_document):
    recall(
        released,
        notice={"en": "It was wrong.", "ar": "كان خطأ."},
        by=make_somebody("rima", "releasing"),
        because="it was wrong",
    )

    assert finds_in(later(make_document, ENGLISH, language="en")) == ()


def test_the_trail_brings_each_new_document(released, make_document):
    while keep_up():
        pass
    document = later(make_document, ARABIC)
    while keep_up():
        pass

    [found] = Uptake.objects.all()
    line = AuditRecord.objects.get(act="measures.observe")
    assert (found.document, found.release) == (document, released)
    assert line.by.startswith("uptake")


def test_looking_twice_keeps_one_row(released, make_document):
    document = later(make_document, ARABIC)
    for _ in range(2):
        observe(document, finds_in(document), by=Worker("uptake"), because="seen")

    assert Uptake.objects.count() == 1


def test_what_stands_in_a_secret_report_is_as_secret(released, make_document):
    document = later(make_document, ARABIC, marking=Marking.AMBER)
    observe(document, finds_in(document), by=Worker("uptake"), because="seen")

    assert Uptake.objects.get().marking == Marking.AMBER


@pytest.fixture
def found(released, make_document):
    document = later(make_document, ARABIC)
    [one] = observe(document, finds_in(document), by=Worker("uptake"), because="seen")
    return one


def test_a_reprint_of_what_the_release_cites_was_theirs_first(released, make_document):
    source = Document.objects.get(pk=released.frozen.entries[0].passages[0].document)
    text = f"{source.wording.text}\n"
    document = later(make_document, text)

    assert finds_in(document)
    assert new_in(document, finds_in(document)) == []


def test_a_person_says_whether_it_is_our_line_and_takes_it_back(found, lina):
    judged = judge(found, "wrong", by=lina, because="from their own correspondent")
    assert (judged.judged, judged.judged_by) == ("wrong", lina)

    assert judge(found, "", by=lina, because="looked again").judged_by is None


def test_nobody_judges_in_other_words(found, lina):
    with pytest.raises(Refused):
        judge(found, "perhaps", by=lina, because="looked")


def test_an_auditor_reads_and_judges_nothing(found, auditor):
    with pytest.raises(Refused):
        judge(found, "right", by=auditor, because="looked")


def test_the_page_shows_where_when_and_how(found, lina, sign_in):
    client = sign_in(lina)

    page = client.get(reverse("uptake", args=[found.release.number])).content.decode()

    assert "Harbour Daily" in page
    assert ARABIC.rstrip(".") in page
    listed = client.get(reverse("uptakes")).content.decode()
    assert found.release.number in listed


def test_the_page_hides_what_is_above_the_readers_clearance(
    found, make_person, sign_in
):
    Uptake.objects.update(marking=int(Marking.RED))
    client = sign_in(make_person("sami", Group.ANALYST))

    page = client.get(reverse("uptake", args=[found.release.number])).content.decode()

    assert "Harbour Daily" not in page


def test_the_list_goes_along_as_a_file(found, lina, sign_in):
    answer = sign_in(lina).get(reverse("uptakes") + "?format=csv")

    assert b"Harbour Daily" in b"".join(answer.streaming_content)


def test_a_find_is_judged_on_its_page(found, lina, sign_in):
    sign_in(lina).post(reverse("uptake-judge", args=[found.pk]), {"verdict": "right"})

    found.refresh_from_db()
    assert found.judged == "right"
