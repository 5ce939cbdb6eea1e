"""A real worker process notices that a release has opened, and sends its letters."""

import time

import pytest

from desk.newsroom import make_release, officer
from desk.work.working import WorkerProcess
from marsad.desk.dispatches.models import Dispatch
from marsad.desk.releases.recall import recall
from marsad.marking import Audience, Marking

pytestmark = pytest.mark.django_db(transaction=True)
NOTICE = {"ar": "كان العدد غير صحيح.", "en": "The count was wrong."}


def wait_for(told, seconds=90):
    until = time.monotonic() + seconds
    while not told():
        assert time.monotonic() < until, list(Dispatch.objects.values())
        time.sleep(0.2)


def test_a_release_and_its_recall_go_out_by_themselves(
    kuwait, contact_of, post, settings, tmp_path
):
    contact = contact_of(kuwait)
    release = make_release(audience=Audience.COMMUNITY, marking=Marking.GREEN)
    worker = WorkerProcess(
        tmp_path,
        MARSAD_SMTP=settings.SMTP,
        MARSAD_MAIL_FROM=settings.MAIL_FROM,
        MARSAD_ADDRESS=settings.ADDRESS,
    )
    try:
        wait_for(lambda: Dispatch.objects.filter(outcome="sent").count() == 1)
        recall(release, notice=NOTICE, by=officer(), because="wrong count")
        wait_for(lambda: Dispatch.objects.filter(outcome="sent").count() == 2)
    finally:
        worker.process.terminate()
        worker.process.wait(40)
    assert [one["To"] for one in post.letters] == [contact.address] * 2
