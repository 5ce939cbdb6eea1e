import threading
from pathlib import Path

import pytest
from django.db import connection

from desk.safekeeping.conftest import rows_in
from marsad.desk.originals import store
from marsad.desk.register.confirm import confirm
from marsad.desk.register.models import Finding
from marsad.desk.safeguards import trail
from marsad.desk.safeguards.acts import Worker
from marsad.desk.safeguards.models import AuditRecord, Person
from marsad.desk.safekeeping.backup import back_up, size_of_site
from marsad.desk.safekeeping.proof import prove
from marsad.errors import Refused

HAND = {"by": Worker("command line"), "because": "by root at the command line"}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "site.marsad"


@pytest.fixture
def content(settings, tmp_path):
    settings.CONTENT_STORE = str(tmp_path / "content")


@pytest.fixture
def decided(report, lina, content):
    """A report whose original is kept, and one decision on it."""
    store.keep(report.wording.text.encode())
    confirm([Finding.objects.filter(kind="quote")[0]], by=lina, because="يقوله التقرير")
    return report


def made(path, advance=lambda count: None):
    return back_up(path, advance=advance, **HAND)


pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.one_database]


def test_the_file_proves_itself_and_says_what_it_holds(decided, path):
    done = made(path)
    proven = prove(path)
    assert proven.manifest.rows["register.finding"] == Finding.objects.count()
    assert proven.manifest.originals == done.originals == 1
    assert proven.about.database == connection.vendor
    # Its own line came after the moment that it holds.
    assert proven.manifest.trail_lines == AuditRecord.objects.count() - 1


def test_who_made_it_and_from_where_is_in_the_trail(decided, path):
    made(path)
    line = AuditRecord.objects.order_by("-number")[0]
    assert (line.act, line.by, line.because) == (
        "safekeeping.backup", "command line", "by root at the command line",
    )  # fmt: skip
    assert line.details["file"] == "site.marsad"
    assert trail.verify().fault is None


def test_signed_in_browsers_stay_out_of_it(decided, path, lina, sign_in):
    sign_in(lina)
    made(path)
    kept = rows_in(path)
    assert "safeguards.person" in kept
    assert not [one for one in kept if "session" in one or "signin" in one]


def test_what_is_written_meanwhile_is_not_in_it(decided, path):
    """Another connection commits while the backup is half-way."""
    names = iter(["first", "second", *[None] * 100])

    def write():
        name = next(names)
        if name:
            Person.objects.create(username=name, name=name)
        connection.close()

    def meanwhile(count):
        thread = threading.Thread(target=write)
        thread.start()
        # Nobody waits for the backup: not even who writes.
        thread.join(15)
        assert not thread.is_alive()

    made(path, meanwhile)
    assert Person.objects.filter(username__in=["first", "second"]).count() == 2
    assert not [row for row in rows_in(path)["safeguards.person"] if "first" in row]
    assert prove(path).manifest.rows["safeguards.person"] == 1


def test_an_original_that_is_lost_is_told_and_all_else_kept(report, content, path):
    done = made(path)
    assert done.lost == (report.capture.sha256,)
    assert prove(path).manifest.lost == [report.capture.sha256]


def test_nothing_is_left_of_a_backup_that_failed(decided, path):
    def fail(count):
        raise OSError(28, "No space left on device")

    with pytest.raises(Refused, match="No space left"):
        made(path, fail)
    assert list(path.parent.glob("site*")) == []
    # And the database is not left in the middle of something.
    assert made(path).rows > 0


def test_a_machine_that_may_not_is_refused(decided, path, lina):
    with pytest.raises(Refused):
        back_up(path, by=lina, because="to have it", advance=lambda count: None)
    assert not Path(path).exists()


def test_the_bar_comes_to_its_end(decided, path):
    counts = []
    total = size_of_site()
    made(path, counts.append)
    assert sum(counts) == total


def test_the_same_site_fills_the_same_lines(decided, path):
    made(path)
    other = path.with_name("other.marsad")
    made(other)
    one, two = rows_in(path), rows_in(other)
    assert {k for k in one if one[k] != two[k]} == {"safeguards.auditrecord"}
