"""The demonstration's own site: the samples taken in, a register begun, a person to be."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from marsad.cli import demo_content
from marsad.cli.desk_setup import open_desk

if TYPE_CHECKING:
    from marsad.desk.register.models import Finding
    from marsad.desk.safeguards.models import Person

# User name, name, groups. The first is in more groups than any real person; the second
# is there because nobody releases alone what they wrote.
_PEOPLE: Final = (
    ("demo", "Demonstration", ("analyst", "officer", "director", "auditor")),
    ("release", "Releasing officer of the demonstration", ("releasing",)),
)
# Whom the demonstration follows, so that the overnight page has something to say.
_FOLLOWED: Final = ("Global Coalition", "US", "KW")
_WHY: Final = "made by the demonstration"
_UNREAD: Final = "confirmed by the demonstration, unread"
# Where a site of somebody's own may be: the demonstration never touches it.
_OTHERS: Final = (
    "MARSAD_DATABASE_URL",
    "MARSAD_CONTENT_STORE",
    "MARSAD_SEARCH_INDEX",
    "MARSAD_SECRET",
)


@dataclass(frozen=True, slots=True)
class SignIn:
    """How to enter the demonstration."""

    username: str
    password: str


def load(samples: Path, content: Path, folder: Path) -> list[SignIn]:
    """Fill a site of its own with the samples; doing it again adds nothing twice."""
    for name in _OTHERS:
        os.environ.pop(name, None)
    os.environ["MARSAD_DATA"] = str(folder.resolve())
    os.environ["MARSAD_SECOND_FACTOR"] = "offered"
    open_desk(migrate=True)
    people = [_person(*one) for one in (*_PEOPLE, *demo_content.READERS)]
    person = people[0][0]
    _take_in(samples, person)
    _begin_register(person)
    _follow(person)
    demo_content.load(content, folder, person)
    for keep_up in _followers():
        while keep_up():
            pass
    _look_for_news()
    return [SignIn(one.username, password) for one, password in people]


def _person(username: str, name: str, groups: tuple[str, ...]) -> "tuple[Person, str]":
    """One of the demonstration's people, with a new password each time."""
    from marsad.desk.safeguards.acts import Worker
    from marsad.desk.safeguards.add import add
    from marsad.desk.safeguards.first_passwords import first_password
    from marsad.desk.safeguards.models import Person
    from marsad.marking import Marking

    person = Person.objects.filter(username=username).first()
    if person is None:
        person, _ = add(
            username,
            name=name,
            groups=groups,
            clearance=int(Marking.AMBER),
            by=Worker("demonstration"),
            because=_WHY,
        )
    password = first_password()
    person.set_password(password)
    person.is_demonstration, person.must_change_password = True, False
    person.save()
    return person, password


def _take_in(samples: Path, person: "Person") -> None:
    from rich.progress import track

    from marsad.collecting.circumstances import read_sidecar
    from marsad.collecting.folders import find_inputs
    from marsad.desk.documents.take_in import Parcel
    from marsad.desk.register.intake import take_bytes
    from marsad.marking import Marking

    inputs = list(find_inputs([samples], report=print))
    for source in track(inputs, "taking in", transient=True):
        parcel = Parcel(
            origin=f"sample report {source.path.name}",
            said=read_sidecar(source.path),
            # As if they had been published: a brief for everybody may rest on them.
            marking=Marking.CLEAR,
        )
        raw = source.path.read_bytes()
        take_bytes(raw, source.path.name, parcel, by=person, because=_WHY)


def _begin_register(person: "Person") -> None:
    """Confirm figures of known indicators and what else a brief is made of, unread."""
    from marsad.desk.register.alike import proposals
    from marsad.desk.register.cite import cite
    from marsad.desk.register.confirm import confirm
    from marsad.desk.register.models import Entry, Finding, Status

    if Entry.objects.exists():
        return
    waiting = Finding.objects.filter(status=Status.PROPOSED, is_doubtful=False)
    for finding in waiting.order_by("day", "document", "start"):
        if not _is_plain(finding):
            continue
        near = proposals([finding], person).get(finding.pk, [])
        same = [one.entry for one in near if one.entry.kind == finding.kind]
        # What a report says again is one more source of an entry, not another entry.
        if same:
            cite(same[0], finding, by=person, because=_UNREAD)
        else:
            confirm([finding], by=person, because=_UNREAD)


def _is_plain(finding: "Finding") -> bool:
    """Whether it says what a newcomer sees at once: a value, words, a sum, a day."""
    fields = finding.fields
    kinds: dict[str, bool] = {
        "figure": bool(finding.series),
        "membership": bool(finding.series),
        "quote": fields.get("form") == "direct",
        "commitment": bool(fields.get("amount") or fields.get("due")),
        "meeting": bool(fields.get("city") and fields.get("from")),
    }
    return kinds.get(finding.kind, False)


def _follow(person: "Person") -> None:
    from marsad.desk.entities.follow import follow
    from marsad.desk.entities.models import Entity, Following

    if Following.objects.filter(person=person).exists():
        return
    for entity in Entity.objects.standing().filter(canonical__in=_FOLLOWED):
        follow(entity, by=person, because=_WHY)


def _look_for_news() -> None:
    """What a worker does once a day, done now."""
    from marsad.desk.watch.keep_up import look_for_news

    look_for_news()


def _followers() -> tuple[Callable[[], int], ...]:
    from marsad.desk.schedule import FOLLOWERS

    return FOLLOWERS
