"""What a process searches by: made once, kept up with every change, opened after a kill."""

import hashlib
import json
import os
import signal as signals_of_the_system
import subprocess
import sys
import threading
import time

import pytest
from django.utils import timezone

from desk.banks.conftest import WHY, ground
from desk.content_makers import in_days, make_bank, make_signal
from marsad.desk.banks import indexes, searching
from marsad.desk.banks.add import add
from marsad.desk.banks.change import change
from marsad.desk.banks.close import close
from marsad.desk.banks.dispute import dispute
from marsad.desk.banks.models import Bank, BankedSignal
from marsad.desk.banks.settle import Outcome, settle
from marsad.desk.banks.signs import Sign
from marsad.errors import Unreadable
from marsad.matching.signals import Kind

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def index(tmp_path, settings):
    """A folder of indexes that nobody else has."""
    settings.BANK_INDEX = tmp_path / "banks"
    searching.forget()
    yield settings.BANK_INDEX
    searching.forget()


def md5(words):
    return hashlib.md5(words.encode(), usedforsecurity=False).hexdigest()


def found(words, among="known"):
    """The numbers of the signals that this file is."""
    here = getattr(searching.held(), among).by_kind[Kind.MD5]
    return [one.number for one in here.find([md5(words)])[0]]


def added(bank, rana, words="lentil soup", **said):
    [row] = add(bank, [Sign("md5", md5(words), **said)], by=rana, because=WHY)
    return row


def test_what_is_added_is_found_by_the_next_question(bank, rana):
    assert found("lentil soup") == []
    row = added(bank, rana)

    assert found("lentil soup") == [row.pk]
    assert found("lentil soup with salt") == []


def test_nothing_is_read_anew_for_one_that_was_added(bank, rana, monkeypatch):
    added(bank, rana)
    searching.held()
    monkeypatch.setattr(searching, "_made", None)

    assert found("tomato soup") == []
    row = added(bank, rana, "tomato soup")
    assert found("tomato soup") == [row.pk]


def test_harmless_look_alikes_are_searched_apart(rana):
    harmless = make_bank(is_harmless=True)
    row = added(harmless, rana)

    assert found("lentil soup") == []
    assert found("lentil soup", "harmless") == [row.pk]


def test_a_doubted_signal_is_found_no_more_until_it_is_put_back(bank, rana, dalia):
    row = added(bank, rana)
    assert found("lentil soup") == [row.pk]
    doubt = dispute(row, by=dalia, because=WHY)
    assert found("lentil soup") == []

    doubt.person = None
    doubt.save()
    settle(doubt, Outcome.KEEP, by=dalia, because=WHY)
    assert found("lentil soup") == [row.pk]


def test_a_closed_bank_is_found_no_more(bank, rana, dalia):
    added(bank, rana)
    assert found("lentil soup")
    close(bank, by=dalia, because=WHY)

    assert found("lentil soup") == []


def test_a_basis_that_is_renewed_brings_its_signals_back(bank, rana, dalia):
    row = added(bank, rana)
    Bank.objects.filter(pk=bank.pk).update(until=in_days(-1))
    searching.forget()
    assert found("lentil soup") == []

    change(bank, ground=ground(until=in_days(30)), by=dalia, because=WHY)
    assert found("lentil soup") == [row.pk]


def test_what_ends_with_a_day_is_found_no_more_though_nobody_acts(
    bank, rana, monkeypatch
):
    row = added(bank, rana, until=in_days(0))
    lasting = added(bank, rana, "tomato soup")
    assert found("lentil soup") == [row.pk]

    tomorrow = in_days(1)
    monkeypatch.setattr(timezone, "localdate", lambda *_args: tomorrow)
    assert found("lentil soup") == []
    assert found("tomato soup") == [lasting.pk]


def test_a_bank_whose_basis_ends_is_found_no_more_though_nobody_acts(rana, monkeypatch):
    short = make_bank(until=in_days(3))
    row = added(short, rana)
    assert found("lentil soup") == [row.pk]

    later = in_days(4)
    monkeypatch.setattr(timezone, "localdate", lambda *_args: later)
    assert found("lentil soup") == []


def test_another_process_opens_what_was_saved_and_brings_in_the_rest(
    bank, rana, monkeypatch, index
):
    row = added(bank, rana)
    searching.rebuild()
    other = added(bank, rana, "tomato soup")
    searching.forget()
    monkeypatch.setattr(searching, "_made", None)

    assert found("lentil soup") == [row.pk]
    assert found("tomato soup") == [other.pk]
    assert len(list(index.glob("set-*"))) == 1


@pytest.mark.parametrize("harm", ["cut", "pointer", "gone"])
def test_damaged_indexes_are_made_anew(bank, rana, index, harm):
    row = added(bank, rana)
    searching.rebuild()
    if harm == "pointer":
        (index / "current.json").write_text("{", "utf-8")
    for path in index.glob("set-*/known/md5/*.npy"):
        if harm == "cut":
            path.write_bytes(path.read_bytes()[:-1])
        if harm == "gone":
            path.unlink()
    searching.forget()

    assert found("lentil soup") == [row.pk]


def test_indexes_of_a_database_that_was_restored_are_not_believed(bank, rana, index):
    added(bank, rana)
    searching.rebuild()
    said = json.loads((index / "current.json").read_text("utf-8"))
    said["seen"]["mark"] = "another"
    (index / "current.json").write_text(json.dumps(said), "utf-8")
    BankedSignal.objects.searched()
    searching.forget()
    gone = make_signal(bank, md5("tomato soup"), kind="md5")

    assert found("tomato soup") == [gone.pk]


def test_who_is_killed_while_saving_leaves_what_was_there(bank, rana, index):
    row = added(bank, rana)
    searching.rebuild()
    (index / "set-half" / "known" / "md5").mkdir(parents=True)
    (index / "set-half" / "known" / "md5" / "keys-00.npy").write_bytes(b"half")
    (index / "current.json.part").write_text("{", "utf-8")
    searching.forget()

    assert found("lentil soup") == [row.pk]
    searching.rebuild()
    assert not (index / "set-half").exists()


SAVES = """
import sys
from pathlib import Path
from marsad.desk.banks.indexes import Held, Marker, save
from marsad.matching.signals import Kind, Signal
home, held = Path(sys.argv[1]), Held()
held.known.add(Signal(n, Kind.MD5, f"{n:032x}") for n in range(20_000))
print("ready", flush=True)
number = 0
while True:
    number += 1
    save(home, held.as_seen(Marker(number, "m", "2026-01-01", 20_000, (1,))))
"""


def test_a_save_that_is_killed_at_any_moment_can_be_opened(tmp_path):
    home = tmp_path / "killed"
    for wait in (0.05, 0.11, 0.17, 0.23):
        process = subprocess.Popen(
            [sys.executable, "-c", SAVES, str(home)],
            stdout=subprocess.PIPE,
            env=os.environ | {"DJANGO_SETTINGS_MODULE": "marsad.desk.settings"},
        )
        assert process.stdout.readline() == b"ready\n"
        time.sleep(wait)
        process.send_signal(signals_of_the_system.SIGKILL)
        process.wait()
        process.stdout.close()
        try:
            held = indexes.opened(home)
        except Unreadable:
            assert not (home / "current.json").exists(), "nothing was written yet"
            continue
        assert len(held.known) == 20_000


def test_two_do_not_save_at_once(index):
    index.mkdir()
    held = indexes.Held()
    with indexes._locked(index):
        assert not indexes.save(index, held)
    assert indexes.save(index, held)


def test_indexes_are_written_again_after_many_changes(bank, rana, monkeypatch):
    added(bank, rana)
    searching.held()
    assert not searching.save_if_old()

    monkeypatch.setattr(searching, "_OLD", 1)
    added(bank, rana, "tomato soup")
    assert searching.save_if_old()


def test_a_page_does_not_wait_while_many_signals_are_read(bank, rana, monkeypatch):
    added(bank, rana)
    monkeypatch.setattr(searching, "FEW", 0)
    made = threading.Event()
    monkeypatch.setattr(searching, "_make_aside", made.set)

    assert searching.ready() is None
    assert made.is_set()
    searching.held()
    assert searching.ready() is not None
    with searching.reading() as here:
        assert here is not None


def test_a_page_reads_few_signals_at_once(bank, rana):
    row = added(bank, rana)
    here = searching.ready()

    assert (
        here.known.by_kind[Kind.MD5].find([md5("lentil soup")])[0][0].number == row.pk
    )
