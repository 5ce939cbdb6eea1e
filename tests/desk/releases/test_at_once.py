"""Two officers at the same moment, each over a connection of their own."""

import threading

import pytest
from django.db import close_old_connections, connections
from django.utils import timezone

from desk.newsroom import (
    WHY,
    make_brief,
    make_release,
    make_somebody,
    make_submission,
    officer,
    writer,
)
from marsad.desk.releases.correcting import Correcting
from marsad.desk.releases.models import Fate, Recall, Release, Submission
from marsad.desk.releases.recall import recall
from marsad.desk.releases.release import release
from marsad.desk.releases.send_back import send_back
from marsad.desk.releases.submit import submit
from marsad.desk.safeguards import trail
from marsad.errors import Refused

pytestmark = pytest.mark.django_db(transaction=True)
SAID = {"ar": "رقم خاطئ", "en": "a wrong number"}


def together(*deeds):
    """Run each deed in a thread of its own, all begun at once; what each was told."""
    gate, told, failures = threading.Barrier(len(deeds)), [], []

    def run(deed):
        try:
            gate.wait(30)
            deed()
        except Refused as refusal:
            told.append(str(refusal))
        except Exception as error:  # noqa: BLE001 (told below, in the test's own thread)
            failures.append(error)
        else:
            told.append("done")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    close_old_connections()
    assert failures == []
    return sorted(told, key=lambda words: words == "done")


def let_go(submission, by):
    return lambda: release(submission, by=by, because=WHY)


def test_two_officers_release_one_submission_once():
    rima, other = officer(), make_somebody("hadi", "releasing")
    waiting = make_submission()

    told = together(let_go(waiting, rima), let_go(waiting, other))

    assert told[1] == "done"
    assert "already released by" in told[0]
    assert Release.objects.count() == 1
    assert trail.verify().fault is None


def test_one_releases_while_the_other_returns():
    rima, other = officer(), make_somebody("hadi", "releasing")
    waiting = make_submission()

    told = together(
        let_go(waiting, rima), lambda: send_back(waiting, by=other, because="too long")
    )

    waiting.refresh_from_db()
    assert told.count("done") == 1
    assert Release.objects.exists() == (waiting.fate == Fate.RELEASED)


def test_numbers_have_no_gap_and_no_double_though_six_go_out_at_once():
    rima, other = officer(), make_somebody("hadi", "releasing")
    waiting = [make_submission() for _ in range(6)]

    told = together(
        *(let_go(one, (rima, other)[place % 2]) for place, one in enumerate(waiting))
    )

    year = timezone.localdate().year
    numbers = sorted(Release.objects.values_list("number", flat=True))
    assert told == ["done"] * 6
    assert numbers == [f"{year}-{number:03}" for number in range(1, 7)]
    assert trail.verify().fault is None


def test_two_people_submit_one_brief_once():
    brief, other = make_brief(), make_somebody("hadi", "officer")

    told = together(
        lambda: submit(brief, by=writer(), because=WHY),
        lambda: submit(brief, by=other, because=WHY),
    )

    assert told.count("done") == 1
    assert Submission.objects.count() == 1


def test_one_release_is_corrected_once():
    old = make_release()
    correcting = Correcting(old, SAID)
    first, second = make_brief(), make_brief()

    told = together(
        lambda: make_submission(first, correcting=correcting),
        lambda: make_submission(second, correcting=correcting),
    )

    assert told.count("done") == 1
    assert "is being corrected by" in told[0]


def test_one_release_is_recalled_once():
    made = make_release()
    rima, other = officer(), make_somebody("dalia", "director")

    told = together(
        lambda: recall(made, notice=SAID, by=rima, because=WHY),
        lambda: recall(made, notice=SAID, by=other, because=WHY),
    )

    assert told[1] == "done"
    assert "was recalled already by" in told[0]
    assert Recall.objects.count() == 1
