"""Read a mailbox of returned letters: a file, a folder of files, or the input."""

import mailbox
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final

from marsad.desk.dispatches.bounce import bounce
from marsad.desk.dispatches.reports import Unsubscription, read_report
from marsad.desk.partners.models import Contact
from marsad.desk.partners.unsubscribe import unsubscribe
from marsad.desk.safeguards.acts import Worker
from marsad.errors import MarsadError, Unreadable

_WORKER: Final = Worker("reader of returned letters")
_FOLDERS: Final = ("new", "cur")


@dataclass(slots=True)
class Count:
    """What a mailbox held."""

    reports: int = 0
    unsubscribed: int = 0
    others: int = 0
    faults: list[str] = field(default_factory=list)


def letters_in(path: Path) -> Iterator[tuple[str, bytes]]:
    """Every letter of a Maildir, of a file in mbox format, or of a file with one letter."""
    if path.is_dir():
        yield from _maildir(path)
        return
    try:
        with path.open("rb") as file:
            is_mbox = file.read(5) == b"From "
            file.seek(0)
            if not is_mbox:
                yield path.name, file.read()
                return
    except OSError as error:
        raise Unreadable(str(path), str(error.strerror)) from error
    box = mailbox.mbox(path, create=False)
    try:
        for key in box.iterkeys():
            yield f"{path.name}:{key}", box.get_bytes(key)
    finally:
        box.close()


def _maildir(path: Path) -> Iterator[tuple[str, bytes]]:
    folders = [path / one for one in _FOLDERS if (path / one).is_dir()] or [path]
    for folder in folders:
        for file in sorted(one for one in folder.iterdir() if one.is_file()):
            yield file.name, file.read_bytes()


def letter_in(stream: BinaryIO) -> Iterator[tuple[str, bytes]]:
    """The one letter that a mail server hands to a program."""
    yield "the input", stream.read()


def take(letters: Iterable[tuple[str, bytes]], *, because: str) -> Count:
    """Record every report among some letters; one that is broken stops no other."""
    count = Count()
    for name, raw in letters:
        try:
            _one(raw, count, because)
        except MarsadError as error:
            count.faults.append(f"{name}: {error}")
    return count


def _one(raw: bytes, count: Count, because: str) -> None:
    found = read_report(raw)
    if found is None:
        count.others += 1
    elif isinstance(found, Unsubscription):
        contact = Contact.objects.filter(token=found.token).first()
        if contact is None:
            raise Unreadable("a letter that unsubscribes", "names no contact of ours")
        unsubscribe(contact, by=_WORKER, because=f"by a letter; {because}")
        count.unsubscribed += 1
    else:
        bounce(found, raw, by=_WORKER, because=because)
        count.reports += 1
