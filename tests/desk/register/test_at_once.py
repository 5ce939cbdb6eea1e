"""Two people decide at the same time, each over a connection of their own."""

import threading

import pytest
from django.db import OperationalError, close_old_connections, connection, connections

from marsad.desk.register.confirm import confirm
from marsad.desk.register.models import (
    ENTERED,
    Citation,
    Entry,
    EntryVersion,
    Finding,
    FindingChange,
    Status,
)
from marsad.desk.register.undo import undo
from marsad.desk.safeguards import trail
from marsad.desk.safeguards.models import AuditRecord
from marsad.errors import Refused

pytestmark = pytest.mark.django_db(transaction=True)

SENTENCE = "وأعلن التحالف الدولي أن {} في المئة من الأراضي قد حررت.\n"


@pytest.fixture
def hundred(make_document):
    """A hundred findings of one report."""
    text = "".join(SENTENCE.format(number % 90 + 5) for number in range(120))
    document = make_document(text)
    found = list(document.findings.filter(kind__in=ENTERED).order_by("start")[:100])
    assert len(found) == 100
    return found


def together(*deeds):
    """Run each deed in a thread with a connection of its own, all begun at once."""
    gate, failures = threading.Barrier(len(deeds)), []

    def run(deed):
        try:
            gate.wait(30)
            deed()
        except Exception as error:  # noqa: BLE001 (told below, in the test's own thread)
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    close_old_connections()
    assert failures == []


def confirm_each(findings, person, done, refused):
    def deed():
        for finding in findings:
            try:
                confirm([finding], by=person, because="read in the source")
            except Refused:
                refused.append(finding.pk)
            else:
                done.append(finding.pk)

    return deed


def test_two_people_confirm_a_hundred_findings_at_once(hundred, lina, omar):
    done, refused = {lina: [], omar: []}, {lina: [], omar: []}

    together(
        *(confirm_each(hundred, who, done[who], refused[who]) for who in (lina, omar))
    )

    numbers = {one.pk for one in hundred}
    assert sorted(done[lina] + done[omar]) == sorted(numbers)
    assert set(refused[lina]) == set(done[omar])
    assert set(refused[omar]) == set(done[lina])
    assert Entry.objects.count() == 100
    assert Citation.objects.count() == 100
    assert EntryVersion.objects.filter(number=1).count() == 100
    assert FindingChange.objects.count() == 100
    confirmed = Finding.objects.filter(pk__in=numbers, status=Status.CONFIRMED)
    assert confirmed.exclude(entry=None).count() == 100
    document = hundred[0].document
    waiting = document.findings.filter(kind__in=ENTERED, status=Status.PROPOSED).count()
    document.refresh_from_db()
    assert document.open_count == waiting
    assert trail.verify().fault is None
    acts = AuditRecord.objects.filter(act="register.confirm")
    assert acts.filter(outcome="done").count() == 100
    assert acts.filter(outcome="refused").count() == 100


def test_different_findings_of_one_report_are_counted_together(hundred, lina, omar):
    mine, theirs = hundred[:20], hundred[20:40]
    done = []

    together(
        confirm_each(mine, lina, done, []),
        confirm_each(theirs, omar, done, []),
    )

    document = hundred[0].document
    waiting = document.findings.filter(kind__in=ENTERED, status=Status.PROPOSED).count()
    document.refresh_from_db()
    assert len(done) == 40
    assert document.open_count == waiting


def test_a_decision_is_undone_once_though_two_people_undo_it(hundred, lina, omar):
    [entry] = confirm(hundred[:1], by=lina, because="read in the source")
    decision = entry.versions.get().decision
    outcomes = []

    def take_back(person):
        def deed():
            try:
                undo(decision, by=person, because="wrong key")
            except Refused as refusal:
                outcomes.append(str(refusal))
            else:
                outcomes.append("done")

        return deed

    together(take_back(lina), take_back(omar))

    assert sorted(outcomes)[-1] == "done"
    assert "already undone" in sorted(outcomes)[0]
    assert entry.versions.count() == 2
    assert trail.verify().fault is None


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite has one writer")
def test_a_locked_database_is_said_plainly(hundred, lina, sign_in, client):
    sign_in(lina)
    held, let_go = threading.Event(), threading.Event()

    def hold():
        with connection.cursor() as cursor:
            cursor.execute("BEGIN IMMEDIATE")
            held.set()
            let_go.wait(30)
            cursor.execute("ROLLBACK")
        connections.close_all()

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(10)
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout=50")
        client.raise_request_exception = False
        address = f"/register/read/{hundred[0].document_id}/decide/"
        answer = client.post(address, {"one": f"confirm:{hundred[0].pk}"})
    except OperationalError as error:  # what stands before the views may fail first
        pytest.fail(f"no page was shown: {error}")
    finally:
        let_go.set()
        holder.join()
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout=20000")

    assert answer.status_code == 503
    assert "The register is busy" in answer.content.decode()
    assert Entry.objects.count() == 0
