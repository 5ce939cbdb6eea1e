"""The worker: killed, poisoned, refused, in trouble; nothing is lost, nothing twice."""

import io
import os
import sqlite3
import subprocess
import sys
import threading
import time
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from desk.work.working import WorkerProcess, environment
from marsad.desk import schedule
from marsad.desk.documents.models import Capture, Custody, Document
from marsad.desk.documents.take_in import Parcel
from marsad.desk.register.intake_tasks import (
    address_order,
    bytes_order,
    submit_reading,
)
from marsad.desk.register.models import Finding
from marsad.desk.safeguards import trail
from marsad.desk.safeguards.models import AuditRecord, Person
from marsad.desk.work.drop import drop
from marsad.desk.work.hands import Hands
from marsad.desk.work.leases import AdvisoryLocks, FileLocks
from marsad.desk.work.models import Batch, Fault, Job, JobState
from marsad.desk.work.reclaim import reclaim
from marsad.desk.work.retry import retry
from marsad.desk.work.submit import submit
from marsad.errors import Refused

# The long run is on one database; on the other, enough to kill in the middle of.
JOBS = 1000 if connection.vendor == "sqlite" else 200
KILLS = 20
# Now and then the keeper is killed as well, as by a power cut.
KEEPER_TOO = 2
# A machine that does other things too is slow, not wrong.
PATIENCE = 300


@pytest.fixture
def site(settings, tmp_path):
    settings.CONTENT_STORE = str(tmp_path / "content")
    return tmp_path


def report(number):
    return (
        f"قال الوزير رقم {number} إن التحالف يضم {number % 90 + 10} عضوا في روما.\n"
    ).encode()


def order(number, by, origin="a test"):
    # Days far from each other, as a year's reports are: stories stay small.
    day = date(2014, 1, 1) + timedelta(days=9 * (number % 300))
    parcel = Parcel(origin=origin, published=day)
    return bytes_order(
        report(number), f"report-{number}.txt", parcel, by=by, because="a test"
    )


def ended(batch):
    fresh = Batch.objects.get(pk=batch.pk)
    return fresh.ended_count


def wait_until(holds, seconds):
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it took too long"
        time.sleep(0.02)


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_twenty_times_takes_each_report_in_once(site, lina):
    batch = submit(
        [order(number, lina) for number in range(JOBS)], label="a night", by=lina
    )
    worker = WorkerProcess(site, hands=2)
    try:
        for kill in range(KILLS):
            goal = (kill + 1) * JOBS * 0.9 / KILLS
            wait_until(lambda goal=goal: ended(batch) >= goal, PATIENCE)
            # At another moment of a job each time.
            time.sleep(kill * 7919 % 50 / 1000)
            if kill % (KILLS // KEEPER_TOO) == 5:
                worker.kill_all()
                worker.start()
            else:
                worker.kill_hands()
        wait_until(lambda: ended(batch) == JOBS, PATIENCE)
    finally:
        worker.stop()

    assert set(batch.jobs.values_list("state", flat=True)) == {JobState.DONE}
    assert Document.objects.count() == Capture.objects.count() == JOBS
    events = Custody.objects.values_list("event", flat=True)
    assert sorted(set(events)) == ["read", "taken_in"]
    assert len(events) == 2 * JOBS
    counts = dict(Document.objects.values_list("pk", "finding_count"))
    assert all(counts.values())
    assert sum(counts.values()) == Finding.objects.count()
    assert Document.objects.filter(story__isnull=True).count() == 0
    assert AuditRecord.objects.filter(act="documents.take_in").count() == JOBS
    assert trail.verify().fault is None


def put(worker_ids, by, number=1):
    [job] = submit([order(number, by)], label="one", by=by).jobs.all()
    DBTaskResult.objects.filter(pk=job.ticket_id).update(
        status=TaskResultStatus.RUNNING, worker_ids=worker_ids
    )
    Job.objects.filter(pk=job.pk).update(state=JobState.RUNNING)
    return job


class Locks:
    """Leases of which the living are known by name."""

    def __init__(self, *living):
        self.living = set(living)

    def hold(self, name):
        self.living.add(name)
        return True

    def is_free(self, name):
        return name not in self.living


@pytest.mark.django_db
def test_what_a_dead_worker_left_waits_again_behind_the_others(site, lina):
    job = put(["dead"], lina)

    assert reclaim(Locks()) == 1

    job.refresh_from_db()
    assert (job.state, job.ticket.status) == (JobState.WAITING, "READY")
    assert job.ticket.priority == -1


@pytest.mark.django_db
def test_what_a_living_worker_has_in_hand_is_left_to_it(site, lina):
    job = put(["dead", "alive"], lina)

    assert reclaim(Locks("alive")) == 0

    job.refresh_from_db()
    assert job.state == JobState.RUNNING


@pytest.mark.django_db
def test_what_ended_three_workers_is_set_aside_with_its_reason(site, lina):
    job = put(["one", "two", "three"], lina)

    reclaim(Locks())

    job.refresh_from_db()
    assert (job.state, job.fault) == (JobState.FAILED, Fault.POISON)
    assert "ended its worker 3 times" in job.told
    assert Batch.objects.get().failed_count == 1


@pytest.mark.django_db
def test_a_failed_job_that_is_tried_again_begins_anew(site, lina):
    job = put(["one", "two", "three"], lina)
    reclaim(Locks())

    retry(job, by=lina, because="the file was mended")

    job.refresh_from_db()
    assert (job.state, job.fault, job.told) == (JobState.WAITING, "", "")
    assert job.ticket.worker_ids == []
    assert Batch.objects.get().failed_count == 0
    with pytest.raises(Refused, match="only what failed"):
        retry(job, by=lina, because="once more")


@pytest.mark.django_db
def test_a_dropped_job_is_off_the_page_and_stays_counted(site, lina):
    job = put(["one", "two", "three"], lina)
    reclaim(Locks())

    drop(job, by=lina, because="no report")

    job.refresh_from_db()
    assert job.state == JobState.DROPPED
    assert Batch.objects.get().failed_count == 1


def test_a_lock_of_a_file_is_free_when_its_process_is_gone(tmp_path):
    mine, theirs = FileLocks(tmp_path), FileLocks(tmp_path)

    assert mine.hold("a")
    assert mine.hold("a")
    assert not theirs.hold("a")
    assert not theirs.is_free("a")
    for opened in mine._held.values():
        os.close(opened)
    assert theirs.is_free("a")
    assert theirs.is_free("never there")


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="advisory locks are PostgreSQL's"
)
def test_a_lock_of_a_connection_is_free_when_the_connection_is_gone():
    mine, theirs = AdvisoryLocks(), AdvisoryLocks()
    try:
        assert mine.hold("a")
        assert not theirs.is_free("a")
        assert not theirs.hold("a")
        mine._connection.close()
        wait_until(lambda: theirs.is_free("a"), 5)
        assert mine.hold("a")
    finally:
        mine._connection.close()
        theirs._connection.close()


@pytest.fixture
def hands(site, monkeypatch):
    """A pair of hands in this process, done when nothing waits."""
    monkeypatch.setattr("marsad.desk.work.hands.leases", Locks)
    one = Hands(schedule, threading.Event())

    def work():
        while one._step():
            pass

    return work


LOCKED = pypdf.PdfWriter()
LOCKED.add_blank_page(200, 200)
LOCKED.encrypt("secret")
_LOCKED = io.BytesIO()
LOCKED.write(_LOCKED)


@pytest.mark.django_db
def test_what_cannot_be_taken_in_is_told_in_one_line_and_keeps_nobody(hands, lina):
    bad = [
        (_LOCKED.getvalue(), "locked.pdf", "locked with a password"),
        (b"\x7fELF" + bytes(90), "tool", "is a program"),
        (b"PK\x03\x04 no more", "sheet.xlsx", "sheet.xlsx"),
        (b'{"id": "a"', "row.json", "broken JSON"),
    ]
    parcel = Parcel(origin="a test")
    orders = [
        bytes_order(raw, name, parcel, by=lina, because="a test")
        for raw, name, _ in bad
    ]
    submit([*orders, order(1, lina)], label="a morning", by=lina)

    hands()

    jobs = {job.subject: job for job in Job.objects.all()}
    assert jobs.pop("report-1.txt").state == JobState.DONE
    for _, name, told in bad:
        assert jobs[name].state == JobState.FAILED
        assert told in jobs[name].told
        assert "\n" not in jobs[name].told
    assert Document.objects.count() == 1
    batch = Batch.objects.get()
    assert (batch.done_count, batch.failed_count) == (1, 4)


@pytest.mark.django_db
def test_what_was_handed_over_by_an_account_that_is_closed_is_not_taken_in(hands, lina):
    submit([order(1, lina)], label="one", by=lina)
    Person.objects.update(is_active=False)

    hands()

    assert "closed" in Job.objects.get().told
    assert Document.objects.count() == 0


@pytest.mark.django_db
def test_an_unknown_task_in_the_queue_is_not_run(hands, lina):
    [job] = submit([order(1, lina)], label="one", by=lina).jobs.all()
    DBTaskResult.objects.update(task_path="os.getcwd")

    hands()

    job.refresh_from_db()
    assert job.state == JobState.WAITING


@pytest.mark.django_db
def test_an_address_is_fetched_and_named_by_its_host(hands, lina, settings, page_host):
    settings.FETCH_PRIVATE = True
    parcel = Parcel(origin="an address")
    orders = [
        address_order(f"{page_host}/{name}", parcel, by=lina, because="a test")
        for name in ("report", "missing")
    ]
    submit(orders, label="two", by=lina)

    hands()

    document = Document.objects.get()
    assert document.address == f"{page_host}/report"
    assert document.outlet == "127.0.0.1"
    assert document.custody.first().origin == f"{page_host}/report"
    assert "answers 404" in Job.objects.get(state=JobState.FAILED).told


@pytest.mark.django_db
def test_a_closed_address_is_not_fetched(hands, lina, page_host):
    parcel = Parcel(origin="an address")
    one = address_order(f"{page_host}/report", parcel, by=lina, because="a test")
    submit([one], label="one", by=lina)

    hands()

    assert "public net" in Job.objects.get().told


class PageHost(BaseHTTPRequestHandler):
    """A host with one report."""

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        body = report(7) if self.path == "/report" else b"no"
        self.send_response(200 if self.path == "/report" else 404)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def page_host():
    server = ThreadingHTTPServer(("127.0.0.1", 0), PageHost)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.django_db
def test_documents_are_read_again_in_strides_until_none_is_left(hands, lina):
    submit([order(number, lina) for number in range(45)], label="x", by=lina)
    hands()
    Document.objects.update(read_with="0.0.9")

    batch = submit_reading(by=lina)
    hands()

    assert Document.objects.filter(read_with="0.0.9").count() == 0
    batch.refresh_from_db()
    assert (batch.total, batch.done_count) == (3, 3)
    assert submit_reading(by=lina) is None


@pytest.mark.django_db(transaction=True)
def test_a_file_that_ends_its_worker_is_set_aside_by_a_real_worker(site, lina):
    """The poison is a task of its own: no report is known that ends a worker."""
    good = submit([order(1, lina)], label="good", by=lina)
    bad = submit([order(2, lina)], label="bad", by=lina)
    DBTaskResult.objects.filter(job__batch=bad).update(
        task_path="desk.work.poison.end_the_worker"
    )
    tests = Path(__file__).parents[2]
    worker = WorkerProcess(
        site, DJANGO_SETTINGS_MODULE="desk.work.poison_settings", PYTHONPATH=str(tests)
    )
    try:
        wait_until(lambda: ended(bad) == 1 and ended(good) == 1, 40)
    finally:
        worker.stop()

    job = bad.jobs.get()
    assert (job.state, job.fault) == (JobState.FAILED, Fault.POISON)
    assert len(job.ticket.worker_ids) == 3
    assert good.jobs.get().state == JobState.DONE


needs_sqlite = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="one file, one writer: SQLite's own troubles"
)


@needs_sqlite
@pytest.mark.django_db(transaction=True)
def test_a_worker_waits_while_the_database_is_locked(site, lina, monkeypatch):
    monkeypatch.setattr("marsad.desk.work.hands.leases", Locks)
    batch = submit([order(1, lina)], label="one", by=lina)
    hands = Hands(schedule, threading.Event())
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout=100")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError, match="locked"):
        hands._step()
    other.execute("ROLLBACK")
    other.close()

    while hands._step():
        pass

    assert batch.jobs.get().state == JobState.DONE
    assert Document.objects.count() == 1


@needs_sqlite
@pytest.mark.django_db(transaction=True)
def test_a_page_says_that_a_locked_database_is_busy(site, lina, sign_in):
    client = sign_in(lina)
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout=100")
        file = SimpleUploadedFile("a.txt", report(1))
        answer = client.post("/take-in/", {"files": file, "marking": "1"})
    finally:
        other.execute("ROLLBACK")
        other.close()
        connection.close()

    assert answer.status_code == 503
    assert "busy" in answer.content.decode()
    assert Job.objects.count() == 0


FULL = """
import resource, sys
import django
django.setup()
from django.db import OperationalError, connection
from marsad.desk.documents.take_in import Parcel
from marsad.desk.register.intake import take_bytes
from marsad.desk.safeguards.acts import Worker
from marsad.desk.work.hands import is_trouble
from marsad.errors import MarsadError
with connection.cursor() as cursor:
    # What is written from here on begins the log of the database anew.
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))
taken = 0
try:
    for number in range(400):
        text = f"قال الوزير رقم {number} إن التحالف يضم {number + 10} عضوا في روما.\\n"
        raw, name = text.encode(), f"{number}.txt"
        parcel = Parcel(origin=name)
        take_bytes(raw, name, parcel, by=Worker("full"), because="a test")
        taken += 1
except (OperationalError, MarsadError) as error:
    print(taken, is_trouble(error), error)
"""


@needs_sqlite
@pytest.mark.django_db(transaction=True)
def test_a_full_disk_leaves_whole_documents_and_the_next_run_goes_on(site):
    def run(script):
        return subprocess.run(
            [sys.executable, "-c", script],
            env=environment(site),
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split(maxsplit=2)

    taken, is_trouble, told = run(FULL)

    assert 0 < int(taken) < 400
    assert is_trouble == "True"
    assert "disk" in told
    assert Document.objects.count() == int(taken)
    assert_whole(int(taken))

    run(FULL.replace("300_000", "resource.RLIM_INFINITY").replace("400", "60"))

    assert_whole(max(60, int(taken)))


def assert_whole(count):
    assert Document.objects.count() == Capture.objects.count() == count
    assert Custody.objects.count() == 2 * count
    counts = Document.objects.values_list("finding_count", flat=True)
    assert sum(counts) == Finding.objects.count()
    assert trail.verify().fault is None
