"""Two workers at the same letters at the same time, each over a connection of its own."""

import threading
from collections import Counter

import pytest
from django.db import close_old_connections, connection, connections

from desk.newsroom import make_release, officer
from marsad.desk.dispatches import tasks
from marsad.desk.dispatches.make import make
from marsad.desk.dispatches.models import Cause, Dispatch, Making, Outcome, PartnerPack
from marsad.desk.dispatches.send import WORKER, send_due
from marsad.desk.mailing.office import server
from marsad.desk.releases.recall import recall
from marsad.marking import Audience, Marking

pytestmark = pytest.mark.django_db(transaction=True)
NOTICE = {"ar": "كان العدد غير صحيح.", "en": "The count was wrong."}
LETTERS = 30
WORKERS = 4


@pytest.fixture(autouse=True)
def a_real_database():
    """In memory, SQLite's tables lock each other in another way than in a file."""
    name = str(connection.settings_dict["NAME"])
    assert connection.vendor == "postgresql" or "memory" not in name


@pytest.fixture
def green(kuwait, contact_of):
    """A release for all partners, and many who are told."""
    for number in range(LETTERS):
        contact_of(kuwait, f"office{number}")
    return make_release(audience=Audience.COMMUNITY, marking=Marking.GREEN)


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


def send_all():
    while send_due(server(), seconds=60, most=200):
        pass


def test_no_letter_goes_out_twice(green, post, send):
    make(green, Cause.RELEASE, by=WORKER, because="it is open")
    together(*[send_all] * WORKERS)
    counted = Counter(one["To"] for one in post.letters)
    assert len(counted) == LETTERS
    assert set(counted.values()) == {1}
    assert not Dispatch.objects.exclude(outcome=Outcome.SENT).exists()


def test_packs_are_made_once(green, post):
    def make_it():
        make(green, Cause.RELEASE, by=WORKER, because="it is open")

    together(*[make_it] * WORKERS)
    assert Making.objects.count() == 1
    assert PartnerPack.objects.count() == 1
    assert Dispatch.objects.count() == LETTERS


def test_a_recall_amid_the_sending_reaches_just_those_who_had_it(green, post):
    make(green, Cause.RELEASE, by=WORKER, because="it is open")
    begun = threading.Event()

    async def slow(server, session, envelope):
        post.envelopes.append(envelope)
        if len(post.envelopes) == LETTERS // 3:
            begun.set()
        return "250 taken"

    post.at_data = slow

    def take_back():
        assert begun.wait(60)
        recall(green, notice=NOTICE, by=officer(), because="wrong count")

    together(send_all, send_all, take_back)
    make(green, Cause.RECALL, by=WORKER, because="it was recalled")
    send_all()
    had, told = Counter(), Counter()
    for one in post.letters:
        row = Dispatch.objects.get(message_id=one["Message-ID"][1:33])
        (told if row.cause == Cause.RECALL else had)[one["To"]] += 1
    assert len(had) >= LETTERS // 3
    assert had == told


def test_the_queue_holds_the_work_once(green, post):
    together(*[tasks.keep_up] * WORKERS)
    done = [tasks.carry_out.call() for _ in range(2)]
    assert [one["letters"] for one in done] == [LETTERS, 0]
