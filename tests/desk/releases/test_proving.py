"""Whoever holds the database can prove every release, and see what is missing."""

import pytest
from django.utils import timezone

from desk.newsroom import make_release
from marsad.cli import main as command
from marsad.desk.releases.models import Numbering, Release
from marsad.desk.releases.proving import fault_of, faults

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def test_releases_are_proven():
    make_release()
    make_release()

    assert list(faults()) == []


@pytest.mark.parametrize(
    ("name", "change", "told"),
    [
        pytest.param(
            "edition", lambda one: one.replace("74", "75", 1), "not that of its hash",
            id="one digit of its text",
        ),
        pytest.param("sha256", lambda _one: "0" * 64, "not that of its hash", id="its hash"),
        pytest.param(
            "signature", lambda one: one.replace("Marsad release", "Marsad releasE"),
            "does not hold", id="one letter of its signature",
        ),
    ],
)  # fmt: skip
def test_a_changed_release_is_told(name, change, told):
    made = make_release()
    setattr(made, name, change(getattr(made, name)))

    assert told in fault_of(made)


def test_a_number_without_a_release_is_told():
    make_release()
    Numbering.objects.update(last=2)

    year = timezone.localdate().year
    assert list(faults()) == [
        (f"{year}-002", "was given, and there is no such release")
    ]


@pytest.fixture
def at_the_console(monkeypatch):
    """The command line on the database of the test."""
    monkeypatch.setattr("marsad.cli.desk_setup.open_desk", lambda: None)


def test_the_command_line_lists_and_proves(at_the_console, capsys):
    made = make_release()

    assert command.main(["releases", "list"]) == 0
    assert command.main(["releases", "verify"]) == 0
    assert command.main(["releases", "verify", made.number]) == 0
    assert command.main(["releases", "verify", "1999-001"]) == 1

    told = capsys.readouterr()
    assert made.number in told.out
    assert "1 releases: every hash and every signature holds" in told.out
    assert "1999-001: there is no such release" in told.err
    assert Release.objects.count() == 1
