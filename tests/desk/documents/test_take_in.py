"""Taking in: one document or many, once, whole, with custody, findings and story."""

import json
import threading
from datetime import date

import pytest
from django.db import close_old_connections, connection

from marsad.collecting.circumstances import Circumstances
from marsad.desk.documents.models import Capture, Custody, Document, Story
from marsad.desk.documents.reinstate import reinstate
from marsad.desk.documents.take_in import Parcel
from marsad.desk.documents.withdraw import withdraw
from marsad.desk.originals import store
from marsad.desk.register.intake import read_again, take_bytes
from marsad.desk.register.models import Finding
from marsad.desk.safeguards.acts import Worker
from marsad.desk.safeguards.models import AuditRecord
from marsad.desk.sources.models import Source
from marsad.desk.sources.suspend import suspend
from marsad.errors import Refused, Unreadable
from marsad.marking import Marking

ARABIC = (
    "الكويت: التحالف يضم 74 عضوا\n\n"
    "قال وزير الخارجية الكويتي الشيخ صباح الخالد إن «التحالف الدولي ملتزم بهزيمة التنظيم».\n"
    "وتعهدت الكويت بتقديم 200 مليون دولار قبل يونيو 2019.\n"
)
FRENCH = (
    "Le ministre Jean-Yves Le Drian a déclaré : « La coalition compte 74 membres. »\n"
)
PARCEL = Parcel(origin="uploaded", published=date(2018, 2, 13))


@pytest.fixture
def taking(db, lina):
    def take(raw, name="report.txt", parcel=PARCEL, by=lina):
        raw = raw.encode() if isinstance(raw, str) else raw
        intake = take_bytes(raw, name, parcel, by=by, because="read this morning")
        return intake, list(Document.objects.filter(pk__in=intake.new + intake.seen))

    return take


def test_bytes_become_a_document_with_text_findings_custody_and_story(taking):
    _, [document] = taking(ARABIC)

    assert store.open(document.capture.sha256).decode() == ARABIC
    assert document.wording.text == ARABIC
    assert (document.language, document.day) == ("ar", date(2018, 2, 13))
    assert document.title == "الكويت: التحالف يضم 74 عضوا"
    assert document.finding_count == document.findings.count() > 3
    assert document.story.document_count == 1
    assert [line.event for line in document.custody.all()] == ["taken_in", "read"]
    first = document.custody.first()
    assert (first.by, first.origin) == ("Lina (lina)", "uploaded")
    acts = set(AuditRecord.objects.values_list("act", flat=True))
    assert {"documents.take_in", "register.record"} <= acts
    line = AuditRecord.objects.get(act="documents.take_in")
    assert f"documents.document:{document.pk}" in line.touched


def test_the_same_bytes_again_are_a_sighting_and_no_document(taking):
    _, [document] = taking(ARABIC)

    again, [same] = taking(ARABIC, "copy.txt", Parcel(origin="by mail"))

    assert (same.pk, again.new, again.seen) == (document.pk, [], [document.pk])
    assert Finding.objects.filter(document=document).count() == document.finding_count
    last = document.custody.last()
    assert (last.event, last.origin) == ("sighted", "by mail")


def test_an_order_that_is_carried_out_twice_leaves_one_line_of_custody(taking):
    _, [document] = taking(ARABIC)

    taking(ARABIC)

    assert document.custody.filter(event=Custody.Event.SIGHTED).count() == 0


def test_rows_become_documents_and_a_bad_row_is_told(taking):
    rows = [
        {"id": "a", "text": ARABIC, "outlet": "القبس", "published": "2018-02-13"},
        {"id": "b", "text": FRENCH, "outlet": "Le Monde", "language": "fr"},
        {"id": "c"},
        {"id": "d", "text": "nul: \u0000"},
        {"id": "a", "text": "The minister spoke again."},
    ]
    raw = "\n".join(json.dumps(row) for row in rows)

    intake, documents = taking(raw, "rows.jsonl")

    assert sorted(one.part for one in documents) == ["a", "a (2)", "b"]
    assert len({one.capture_id for one in documents}) == 1
    assert len(intake.faults) == 2
    assert "rows.jsonl, line 3: has no text" in intake.faults[0]
    assert set(Source.objects.values_list("name", flat=True)) == {"القبس", "Le Monde"}


def test_what_is_known_of_an_address_is_over_what_the_bytes_say(taking):
    page = (
        '<html lang="fr"><head><title>Coalition</title><meta property="og:site_name" '
        f'content="Autre"></head><body><article><p>{FRENCH * 3}</p></article></body></html>'
    )
    said = Circumstances(outlet="lemonde.fr", url="https://lemonde.fr/a")

    _, [document] = taking(page, "a.html", Parcel(origin="web", said=said))

    assert (document.outlet, document.address) == ("lemonde.fr", "https://lemonde.fr/a")
    assert document.source.name == "lemonde.fr"


def test_an_address_that_is_no_web_address_is_not_kept_as_a_link(taking):
    said = Circumstances(url="javascript:alert(1)")

    _, [document] = taking(ARABIC, parcel=Parcel(origin="x", said=said))

    assert document.address == ""


def test_nothing_is_taken_in_from_a_suspended_source(taking, lina):
    source = Source.objects.create(name="القبس")
    suspend(source, by=lina, because="taken over by others")

    with pytest.raises(Refused, match="suspended"):
        taking(ARABIC, parcel=Parcel(origin="x", said=Circumstances(outlet="القبس")))

    assert Document.objects.count() == 0
    assert AuditRecord.objects.filter(outcome="refused").count() == 1


def test_who_has_no_right_takes_nothing_in(taking, auditor):
    with pytest.raises(Refused, match="no right"):
        taking(ARABIC, by=auditor)

    assert Document.objects.count() == 0


def test_a_machine_may_take_in(taking):
    _, [document] = taking(ARABIC, by=Worker("poll 1"))

    assert document.custody.first().by == "poll 1"


def test_bytes_without_a_document_are_refused(taking):
    with pytest.raises(Unreadable, match="gave no document"):
        taking('{"id": "a"}\n{"id": "b"}\n', "rows.jsonl")


def test_a_document_carries_its_marking_to_its_findings_and_its_story(taking):
    parcel = Parcel(origin="x", marking=Marking.RED)

    _, [document] = taking(ARABIC, parcel=parcel)

    assert document.marking == document.story.marking == Marking.RED
    assert set(document.findings.values_list("marking", flat=True)) == {Marking.RED}


def test_two_reports_of_one_event_are_one_story(taking):
    taking(ARABIC)
    taking(ARABIC + "\nوجاء ذلك خلال مؤتمر صحفي في الكويت.\n", "other.txt")

    story = Story.objects.get()
    assert story.document_count == 2


def test_a_story_is_titled_by_what_most_people_may_read(taking):
    taking(
        "تقرير سري أول\n" + ARABIC,
        parcel=Parcel(origin="x", marking=Marking.RED, published=date(2018, 2, 13)),
    )
    taking(ARABIC, "open.txt")

    story = Story.objects.get()
    assert (story.title, story.marking) == (
        "الكويت: التحالف يضم 74 عضوا",
        Marking.GREEN,
    )


def test_a_withdrawn_document_leaves_its_story_and_comes_back(taking, lina):
    _, [document] = taking(ARABIC)

    withdraw(document, by=lina, because="the outlet took it back")
    document.refresh_from_db()
    assert document.withdrawn_because == "the outlet took it back"
    assert document.story.document_count == 0
    with pytest.raises(Refused, match="already"):
        withdraw(document, by=lina, because="again")

    reinstate(document, by=lina, because="it stands again")
    document.refresh_from_db()
    assert document.withdrawn_at is None
    assert Story.objects.get().document_count == 1
    events = [line.event for line in document.custody.all()]
    assert events[-2:] == ["withdrawn", "reinstated"]


def test_reading_again_adds_nothing_where_readers_see_the_same(taking):
    _, [document] = taking(ARABIC)
    before = list(document.findings.values_list("key", "status").order_by("key"))

    read_again(document)

    after = list(document.findings.values_list("key", "status").order_by("key"))
    assert after == before
    assert document.custody.last().event == "read"


@pytest.mark.django_db(transaction=True)
def test_the_same_bytes_at_once_are_one_document(lina):
    barrier, errors = threading.Barrier(4), []

    def take(number):
        barrier.wait()
        try:
            take_bytes(
                ARABIC.encode(),
                "report.txt",
                Parcel(origin=f"hand {number}"),
                by=lina,
                because="at once",
            )
        except Exception as error:  # noqa: BLE001 (shown by the assertion)
            errors.append(error)
        finally:
            close_old_connections()
            connection.close()

    hands = [threading.Thread(target=take, args=(number,)) for number in range(4)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()

    assert errors == []
    document = Document.objects.get()
    assert Capture.objects.count() == 1
    events = sorted(document.custody.values_list("event", flat=True))
    assert events == ["read", "sighted", "sighted", "sighted", "taken_in"]
    assert document.findings.count() == document.finding_count
