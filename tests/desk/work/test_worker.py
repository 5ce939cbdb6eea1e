"""The worker: killed, poisoned, refused, in trouble; nothing is lost, nothing twice."""

import importlib.util
import random
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from marsad.desk.documents.models import Capture, Custody, Document
from marsad.desk.documents.take_in import Parcel
from marsad.desk.register.intake_tasks import bytes_order
from marsad.desk.register.models import Finding
from marsad.desk.safeguards import trail
from marsad.desk.safeguards.models import AuditRecord
from marsad.desk.work.models import Batch, Job, JobState
from marsad.desk.work.submit import submit

_SPEC = importlib.util.spec_from_file_location(
    "working", Path(__file__).with_name("working.py")
)
working = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(working)

JOBS = 1000
KILLS = 20
# Now and then the keeper is killed as well, as by a power cut.
KEEPER_TOO = 2


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
    # A seed: the same moments each time, as far as a machine has them.
    moments = random.Random(20)
    worker = working.WorkerProcess(site, hands=2)
    try:
        for kill in range(KILLS):
            goal = (kill + 1) * JOBS * 0.9 / KILLS
            wait_until(lambda goal=goal: ended(batch) >= goal, 60)
            time.sleep(moments.random() * 0.05)
            if kill % (KILLS // KEEPER_TOO) == 5:
                worker.kill_all()
                worker.start()
            else:
                worker.kill_hands()
        wait_until(lambda: ended(batch) == JOBS, 60)
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
