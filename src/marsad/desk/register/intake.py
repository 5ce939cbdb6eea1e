"""Take reports in: bytes become documents, are read, and find their stories.

1. The bytes are kept in the content store, and opened: one document or many.
2. Each is read outside of any transaction, for reading takes long.
3. Document, custody, findings, story and the lines of the trail are one transaction:
   a worker that is killed leaves a whole document or none.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

from django.conf import settings
from django.db import OperationalError, transaction

from marsad.collecting.documents import Document as Text
from marsad.collecting.files import open_bytes
from marsad.desk.documents.custody import note_custody
from marsad.desk.documents.models import Custody, Document
from marsad.desk.documents.stories import place
from marsad.desk.documents.take_in import (
    Original,
    Parcel,
    Taken,
    completed,
    is_done,
    known,
    one_at_a_time,
    take_in,
)
from marsad.desk.originals import store
from marsad.desk.register.record import record
from marsad.desk.safeguards.acts import Actor, Worker, check
from marsad.errors import MarsadError, Refused, Unreadable
from marsad.linking.signatures import Signature, sign
from marsad.reading.pipeline import Reading, read

_TRIES: Final = 4
# So many faults of rows are told; a file of a million bad rows tells no more.
_FAULTS_TOLD: Final = 20
_IDS_TOLD: Final = 20


@dataclass(slots=True)
class Intake:
    """What became of bytes: the documents, new and known, and what was wrong."""

    new: list[int] = field(default_factory=list)
    seen: list[int] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """What the page of work shows of it."""
        faults = self.faults[:_FAULTS_TOLD]
        if len(self.faults) > _FAULTS_TOLD:
            faults.append(f"… and {len(self.faults) - _FAULTS_TOLD} more")
        return {
            "documents": (self.new + self.seen)[:_IDS_TOLD],
            "new": len(self.new),
            "seen": len(self.seen),
            "faults": faults,
        }


def take_bytes(
    raw: bytes, name: str, parcel: Parcel, *, by: Actor, because: str
) -> Intake:
    """Keep, open, read and record bytes; one bad row does not stop the others."""
    check("documents.take_in", by)
    original = Original(store.keep(raw), len(raw), name)
    intake = Intake()

    def report(fault: MarsadError) -> None:
        intake.faults.append(str(fault))

    for text in _parts(raw, name, report):
        try:
            taken = _take_one(original, text, parcel, by=by, because=because)
        except (Unreadable, Refused) as fault:
            if not text.id:
                raise
            row = f"{name}, {text.id}, {fault.subject}"
            report(type(fault)(row, fault.problem, fault.way_out))
            continue
        (intake.new if taken.is_new else intake.seen).append(taken.document.pk)
    if not (intake.new or intake.seen):
        first = intake.faults[0] if intake.faults else "has no document in it"
        raise Unreadable(
            name, f"gave no document ({first})", "mend it or export it again"
        )
    return intake


def _parts(
    raw: bytes, name: str, report: Callable[[MarsadError], None]
) -> Iterator[Text]:
    """The texts in bytes, no two under one id."""
    met: dict[str, int] = {}
    for text in open_bytes(raw, name, report=report):
        met[text.id] = met.get(text.id, 0) + 1
        count = met[text.id]
        yield text if count == 1 else replace(text, id=f"{text.id[:180]} ({count})")


def _take_one(
    original: Original, text: Text, parcel: Parcel, *, by: Actor, because: str
) -> Taken:
    document = known(original.sha256, text.id)
    if document is not None and is_done(document, parcel):
        return Taken(document, is_new=False)
    text = completed(text, parcel)
    reading = None if document else Reading(text, read(text))
    signature = sign(reading) if reading else None

    def then(made: Document) -> None:
        if reading is not None and signature is not None:
            _follow_up(made, reading, signature)

    def one() -> Taken:
        return take_in(original, text, parcel, then=then, by=by, because=because)

    return _whole(one)


def _follow_up(document: Document, reading: Reading, signature: Signature) -> None:
    reader = Worker(f"reader {settings.VERSION}")
    record(document, reading, by=reader, because="taken in")
    note_custody(document, Custody.Event.READ, by=reader)
    place(document, signature)


def _whole(deed: Callable[[], Taken]) -> Taken:
    """Do it again where the database found two who wait for each other."""
    for attempt in range(1, _TRIES + 1):
        try:
            return deed()
        except OperationalError as error:
            if "deadlock" not in str(error) or attempt == _TRIES:
                raise
            time.sleep(0.05 * attempt)
    raise AssertionError("the last try returns or raises")


def read_again(document: Document) -> Document:
    """Read a document with the readers of today; what people decided on stays."""
    text = text_of(document)
    reading = Reading(text, read(text))
    reader = Worker(f"reader {settings.VERSION}")
    with transaction.atomic():
        one_at_a_time()
        result = record(document, reading, by=reader, because="read again")
        note_custody(document, Custody.Event.READ, by=reader, because="read again")
    return result


def text_of(document: Document) -> Text:
    """A document as the readers know it."""
    return Text(
        id=str(document.pk),
        text=document.wording.text,
        published=document.published,
        language=document.language or None,
        outlet=document.outlet or None,
        url=document.address or None,
        title=document.title or None,
    )
