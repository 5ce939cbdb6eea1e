"""Handing reports over on the site, and marking a document anew."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from marsad.desk.contradictions.models import Contradiction
from marsad.desk.documents.models import Document
from marsad.desk.register.confirm import confirm
from marsad.desk.register.correct import correct
from marsad.desk.register.mark import mark
from marsad.desk.register.models import ENTERED, Entry
from marsad.desk.register.undo import undo
from marsad.desk.work.models import Batch, Job
from marsad.errors import Refused
from marsad.marking import Marking

ARABIC = "قال الوزير إن التحالف يضم 74 عضوا".encode()


@pytest.fixture(autouse=True)
def own_store(settings, tmp_path):
    settings.CONTENT_STORE = str(tmp_path / "content")


def hand_over(client, *files, **said):
    return client.post(
        "/take-in/", {"files": list(files), "marking": "1", **said}, follow=True
    )


def test_files_and_addresses_become_jobs_of_one_batch(lina, sign_in):
    files = [SimpleUploadedFile(f"{name}.txt", ARABIC) for name in "ab"]

    answer = hand_over(sign_in(lina), *files, addresses="https://example.org/a\n")

    batch = Batch.objects.get()
    assert batch.total == batch.jobs.count() == 3
    assert batch.person == lina
    assert "3 wait to be read" in answer.content.decode()


def test_bad_files_are_told_one_by_one_and_the_others_are_kept(lina, sign_in, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2**20
    files = [
        SimpleUploadedFile("empty.txt", b" \n"),
        SimpleUploadedFile("large.txt", ARABIC + b" " * 2**20),
        SimpleUploadedFile("good.txt", ARABIC),
    ]

    body = hand_over(sign_in(lina), *files).content.decode()

    assert [job.subject for job in Job.objects.all()] == ["good.txt"]
    assert "empty.txt: is empty" in body
    assert "large.txt: is larger than 1 MB" in body


def test_nothing_handed_over_is_told_and_keeps_what_was_typed(lina, sign_in):
    answer = hand_over(sign_in(lina), because="for the brief")

    assert answer.status_code == 422
    assert "Choose a file" in answer.content.decode()
    assert "for the brief" in answer.content.decode()
    assert not Batch.objects.exists()


def test_a_full_store_is_told_and_nothing_waits(lina, sign_in, settings, tmp_path):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    settings.CONTENT_STORE = str(blocked)

    answer = hand_over(sign_in(lina), SimpleUploadedFile("a.txt", ARABIC))

    assert answer.status_code == 507
    assert "nothing was kept" in answer.content.decode()
    assert not Batch.objects.exists()


def test_nobody_marks_above_what_they_may_read(lina, sign_in):
    answer = hand_over(
        sign_in(lina),
        SimpleUploadedFile("a.txt", ARABIC),
        marking=str(int(Marking.RED)),
    )

    assert answer.status_code == 422


def test_a_job_is_shown_to_those_who_may_read_what_it_is_about(lina, sign_in):
    hand_over(sign_in(lina), SimpleUploadedFile("secret.txt", ARABIC))
    Job.objects.update(marking=Marking.RED)
    Batch.objects.update(marking=Marking.RED)

    body = sign_in(lina).get(reverse("work")).content.decode()

    assert "secret.txt" not in body


def test_the_part_of_the_page_that_changes_comes_alone(lina, sign_in):
    client = sign_in(lina)
    hand_over(client, SimpleUploadedFile("a.txt", ARABIC))

    part = client.get(reverse("work"), headers={"HX-Request": "true"}).content.decode()

    assert "<html" not in part
    assert "a.txt" in part
    assert "<progress" in part


@pytest.fixture
def entry(report, lina):
    findings = report.findings.filter(kind__in=ENTERED).order_by("start")
    [made] = confirm(list(findings[:1]), by=lina, because="read in the source")
    return made


def test_a_marking_reaches_findings_and_the_entries_that_rest_on_them(
    report, entry, lina
):
    mark(report, Marking.AMBER, by=lina, because="the embassy asked")

    entry.refresh_from_db()
    assert entry.marking == Marking.AMBER
    assert set(report.findings.values_list("marking", flat=True)) == {Marking.AMBER}
    last = entry.versions.last()
    assert (last.decision.act, last.snapshot["marking"]) == ("mark", Marking.AMBER)
    assert Entry.objects.visible_to(lina).exists()
    assert not Contradiction.objects.exists()


def test_an_entry_is_as_strict_as_the_strictest_that_it_rests_on(
    report, entry, lina, make_document
):
    other = make_document(marking=Marking.AMBER, text="قال إن التحالف يضم 74 عضوا.")
    entry.citations.create(document=other, start=0, end=2, quote="قا")
    mark(report, Marking.CLEAR, by=lina, because="it was published")

    entry.refresh_from_db()
    assert entry.marking == Marking.AMBER


def test_an_undo_does_not_make_an_entry_less_strict_than_its_document(
    report, entry, lina
):
    mark(report, Marking.AMBER, by=lina, because="the embassy asked")
    entry.refresh_from_db()
    correct(entry, entry.fields, by=lina, because="a second look")
    undo(entry.versions.last().decision, by=lina, because="no")

    entry.refresh_from_db()
    assert entry.marking == Marking.AMBER


def test_nobody_marks_a_document_out_of_their_own_sight(report, lina):
    with pytest.raises(Refused, match="above your own clearance"):
        mark(report, Marking.RED, by=lina, because="the embassy asked")

    assert Document.objects.get().marking == Marking.GREEN


def test_a_document_is_marked_on_its_page(report, lina, sign_in):
    said = {"markform-marking": "2", "markform-because": "the embassy asked"}

    answer = sign_in(lina).post(f"/take-in/{report.pk}/mark/", said, follow=True)

    assert answer.status_code == 200
    assert Document.objects.get().marking == Marking.AMBER
