"""The pages of documents: lists, one document, its tombstone, its original bytes."""

from datetime import date, timedelta

import pytest

from marsad.desk.documents.models import Custody, Document, Story
from marsad.desk.documents.take_in import Parcel
from marsad.desk.documents.withdraw import withdraw
from marsad.desk.originals import store
from marsad.desk.register.intake import take_bytes
from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.models import AuditRecord
from marsad.desk.sources.models import Source
from marsad.marking import Marking

TEXT = (
    "الكويت: التحالف يضم 74 عضوا\n\n"
    "قال وزير الخارجية الكويتي الشيخ صباح الخالد إن «التحالف الدولي ملتزم بهزيمة التنظيم».\n"
)


@pytest.fixture
def taken(lina, settings, tmp_path):
    settings.CONTENT_STORE = str(tmp_path)
    parcel = Parcel(origin="uploaded", published=date(2018, 2, 13))
    intake = take_bytes(
        TEXT.encode(), "<b>تقرير</b>.html.txt", parcel, by=lina, because="a test"
    )
    return Document.objects.get(pk=intake.new[0])


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def test_the_list_shows_newest_days_first_a_page_at_a_time(
    make_document, lina, sign_in, django_assert_max_num_queries
):
    first = date(2018, 1, 1)
    made = [
        make_document(f"تقرير رقم {number}", day=first + timedelta(days=number // 2))
        for number in range(60)
    ]
    after = f"?after=2018-01-06.{made[10].pk}"
    client = sign_in(lina)

    with django_assert_max_num_queries(12):
        top = page(client, "/documents/")
    rest = page(client, f"/documents/{after}")

    assert top.index("تقرير رقم 59") < top.index("تقرير رقم 58")
    assert "تقرير رقم 10<" in top
    assert "تقرير رقم 9<" not in top
    assert after in top
    assert "تقرير رقم 9<" in rest
    assert "تقرير رقم 10<" not in rest


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        pytest.param("since=2018-03-01", {"march"}, id="from a day"),
        pytest.param("until=2018-02-28", {"february"}, id="to a day"),
        pytest.param("language=fr", {"march"}, id="a language"),
        pytest.param("source={source}", {"february"}, id="a source"),
        pytest.param("story={story}", {"march"}, id="a story"),
        pytest.param("state=open", {"february"}, id="with open findings"),
        pytest.param("state=withdrawn", set(), id="withdrawn"),
        pytest.param(
            "since=soon&source=x&after=y", {"february", "march"}, id="nonsense"
        ),
    ],
)
def test_the_list_is_narrowed(make_document, lina, sign_in, asked, shown):
    source = Source.objects.create(name="القبس")
    day = date(2018, 3, 2)
    story = Story.objects.create(title="x", first_day=day, last_day=day)
    make_document(title="february", source=source)
    make_document("Rien.", title="march", day=day, language="fr", story=story)

    body = page(
        sign_in(lina), f"/documents/?{asked.format(source=source.pk, story=story.pk)}"
    )

    assert {name for name in ("february", "march") if name in body} == shown


def test_a_document_shows_its_custody_and_no_more_queries_for_more_findings(
    taken, lina, sign_in, django_assert_max_num_queries
):
    client = sign_in(lina)

    with django_assert_max_num_queries(14):
        body = page(client, f"/documents/{taken.pk}/")

    assert taken.capture.sha256 in body
    assert "uploaded" in body
    assert "&lt;b&gt;تقرير&lt;/b&gt;" in body


def test_the_original_goes_out_as_a_file_and_leaves_a_line(taken, lina, sign_in):
    client = sign_in(lina)

    answer = client.post(f"/documents/{taken.pk}/original/")

    assert answer.content == TEXT.encode()
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == "application/octet-stream"
    assert "<" not in answer["Content-Disposition"]
    assert taken.custody.last().event == Custody.Event.EXPORTED
    assert AuditRecord.objects.last().act == "documents.export"


def test_damaged_bytes_are_not_handed_out(taken, lina, sign_in, tmp_path):
    sha256 = taken.capture.sha256
    (tmp_path / sha256[:2] / sha256).write_bytes(b"other")

    answer = sign_in(lina).post(f"/documents/{taken.pk}/original/", follow=True)

    assert "damaged in the content store" in answer.content.decode()
    assert not taken.custody.filter(event=Custody.Event.EXPORTED).exists()


def test_bytes_that_hold_a_stricter_document_too_are_not_handed_out(
    lina, make_person, sign_in, settings, tmp_path
):
    settings.CONTENT_STORE = str(tmp_path)
    rows = (
        '{"id": "a", "text": "The minister spoke."}\n{"id": "b", "text": "Secret."}\n'
    )
    take_bytes(
        rows.encode(), "rows.jsonl", Parcel(origin="x"), by=lina, because="a test"
    )
    Document.objects.filter(part="b").update(marking=Marking.RED)
    open_one = Document.objects.get(part="a")

    answer = sign_in(lina).post(f"/documents/{open_one.pk}/original/", follow=True)

    assert "above your clearance" in answer.content.decode()


def test_a_withdrawn_document_shows_its_tombstone_and_no_bytes(taken, lina, sign_in):
    client = sign_in(lina)
    said = {"withdrawform-because": "the outlet took it back"}

    body = client.post(f"/documents/{taken.pk}/withdraw/", said, follow=True)
    original = client.post(f"/documents/{taken.pk}/original/", follow=True)

    assert "the outlet took it back" in body.content.decode()
    assert "was withdrawn" in original.content.decode()
    assert str(taken) not in page(client, "/documents/")
    assert str(taken) in page(client, "/documents/?state=withdrawn")
    client.post(f"/documents/{taken.pk}/reinstate/", {"reinstateform-because": "back"})
    assert str(taken) in page(client, "/documents/")


def test_nothing_is_withdrawn_without_a_reason(taken, lina, sign_in):
    answer = sign_in(lina).post(f"/documents/{taken.pk}/withdraw/", {})

    assert answer.status_code == 422
    taken.refresh_from_db()
    assert taken.withdrawn_at is None


def test_who_may_not_read_a_marking_finds_no_document(
    taken, make_person, sign_in, client
):
    Document.objects.update(marking=Marking.AMBER)
    low = make_person("sami", Group.ANALYST, clearance=Marking.GREEN)
    signed = sign_in(low)

    for address in (f"/documents/{taken.pk}/", f"/documents/{taken.pk}/original/"):
        asked = signed.post if "original" in address else signed.get
        assert asked(address).status_code == 404
    assert str(taken) not in page(signed, "/documents/")


def test_a_story_lists_its_reports(taken, lina, sign_in):
    other = take_bytes(
        (TEXT + "\nوجاء ذلك خلال مؤتمر صحفي.\n").encode(),
        "b.txt",
        Parcel(origin="x", published=date(2018, 2, 13)),
        by=lina,
        because="a test",
    )
    withdraw(taken, by=lina, because="a test")

    story = Document.objects.get(pk=other.new[0]).story_id
    body = page(sign_in(lina), f"/documents/stories/{story}/")

    assert f"/documents/{other.new[0]}/" in body
    assert f"/documents/{taken.pk}/" not in body


def test_the_list_is_exported_with_what_is_in_it(taken, lina, sign_in):
    answer = sign_in(lina).get("/documents/?format=csv")

    written = b"".join(answer.streaming_content).decode()
    assert taken.capture.sha256 in written
    assert store.has(taken.capture.sha256)
