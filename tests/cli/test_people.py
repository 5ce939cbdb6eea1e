import pytest

from marsad.cli.main import main
from marsad.desk.safeguards.models import AuditRecord, Person
from marsad.marking import Marking

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def laid_out(monkeypatch):
    """The tables of the tests are there already."""
    monkeypatch.setattr(
        "marsad.cli.desk_setup.open_desk", lambda *, migrate=False: None
    )


def _add(*more):
    return main(["people", "add", *more])


def test_the_first_director_is_added_without_anybody_who_could(capsys):
    code = _add("Huda", "--name", "هدى", "--group", "director", "--clearance", "red")

    assert code == 0
    huda = Person.objects.get(username="huda")
    assert (huda.name, huda.tlp) == ("هدى", Marking.RED)
    shown = capsys.readouterr().out
    password = shown.partition("first password  ")[2].split()[0]
    assert huda.check_password(password)
    assert huda.must_change_password
    assert password not in str(AuditRecord.objects.values())


def test_somebody_may_be_in_several_groups():
    _add("omar", "--group", "analyst", "--group", "officer", "--clearance", "TLP:AMBER")

    assert Person.objects.get().in_groups == {"analyst", "officer"}


@pytest.mark.parametrize(
    ("more", "words"),
    [
        pytest.param(["--group", "chief"], "is no group", id="group"),
        pytest.param(
            ["--group", "analyst", "--clearance", "secret"], "no TLP", id="marking"
        ),
    ],
)
def test_what_is_not_known_is_refused_in_one_line(capsys, more, words):
    assert _add("omar", *more) == 1

    assert words in capsys.readouterr().err
    assert not Person.objects.exists()


def test_all_are_listed_with_what_they_are(capsys):
    _add("omar", "--group", "analyst")
    _add("huda", "--group", "director", "--clearance", "red")
    capsys.readouterr()

    main(["people", "list"])

    first, second = capsys.readouterr().out.splitlines()
    assert first.split("\t")[:4] == ["huda", "director", "TLP:RED", "open"]
    assert second.startswith("omar\tanalyst\tTLP:GREEN")


def test_a_reset_gives_a_new_first_password(capsys):
    _add("huda", "--group", "director", "--clearance", "red")
    capsys.readouterr()

    assert main(["people", "reset", "HUDA", "--second-factor"]) == 0

    password = capsys.readouterr().out.partition("first password  ")[2].split()[0]
    assert Person.objects.get().check_password(password)
    assert AuditRecord.objects.last().act == "people.reset"


def test_who_has_no_account_cannot_be_reset(capsys):
    assert main(["people", "reset", "nobody"]) == 1

    assert "has no account" in capsys.readouterr().err
