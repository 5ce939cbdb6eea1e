"""What one process does: open an input, read it, keep the reading."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from marsad.cli.readings_folder import ReadingsFolder
from marsad.collecting.captures import Capture
from marsad.collecting.documents import Document
from marsad.collecting.files import open_file
from marsad.collecting.folders import Input
from marsad.errors import MarsadError, Unreadable
from marsad.reading.pipeline import Reading, read

if TYPE_CHECKING:
    from marsad.reading.models.model_endpoint import Endpoint

# One file that holds one document, or some documents that were rows of a file.
Task = Input | tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """How inputs are to be read, and what is wanted back."""

    published: date | None = None
    folder: ReadingsFolder | None = None
    wants_readings: bool = True
    model: "Endpoint | None" = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one task."""

    readings: tuple[Reading, ...] = ()
    documents: int = 0
    findings: int = 0
    skipped: int = 0
    captures: tuple[Capture, ...] = ()
    faults: tuple[MarsadError, ...] = ()
    # Why a model that should have been asked too said nothing.
    unasked: tuple[MarsadError, ...] = ()


def work(task: Task, order: Order) -> Outcome:
    """Read what the task holds; a fault is part of the outcome, never the end of it."""
    if isinstance(task, tuple):
        return _sum([_read(document, order) for document in task])
    try:
        document, capture = open_file(task)
    except MarsadError as fault:
        return Outcome(faults=(fault,))
    except Exception as error:  # noqa: BLE001 (one bad file never stops the batch)
        return Outcome(faults=(_unforeseen(str(task.path), error),))
    return replace(_read(document, order), captures=(capture,))


def _read(document: Document, order: Order) -> Outcome:
    document = replace(document, published=document.published or order.published)
    folder = order.folder
    try:
        if folder and not order.wants_readings and folder.has(document):
            return Outcome(skipped=1)
        reading, model, unasked = _reading(document, order.model)
        if folder:
            folder.keep(reading, model=model)
    except MarsadError as fault:
        return Outcome(faults=(fault,))
    except Exception as error:  # noqa: BLE001 (the same, for what a reader did not expect)
        return Outcome(faults=(_unforeseen(document.id, error),))
    wanted = (reading,) if order.wants_readings else ()
    findings = len(reading.findings)
    return Outcome(wanted, documents=1, findings=findings, unasked=unasked)


def _reading(
    document: Document, asked: "Endpoint | None"
) -> tuple[Reading, str | None, tuple[MarsadError, ...]]:
    """What the rules find, what a model adds, its name if it answered, or why not."""
    findings = read(document)
    if asked is None:
        return Reading(document, findings), None, ()
    # Only who asks a model pays for loading what opens the network.
    from marsad.reading.models.model_reader import join, model_reader

    reader = model_reader(asked)
    try:
        proposed = reader.read(document)
    except MarsadError as fault:
        return Reading(document, findings), None, (fault,)
    model = None if reader.is_given_up else reader.model
    return Reading(document, join(findings, proposed)), model, ()


def _unforeseen(subject: str, error: Exception) -> Unreadable:
    problem = f"stopped its reader ({type(error).__name__}: {error})"
    return Unreadable(subject, problem, "report it together with the input")


def _sum(outcomes: list[Outcome]) -> Outcome:
    return Outcome(
        readings=tuple(reading for one in outcomes for reading in one.readings),
        documents=sum(one.documents for one in outcomes),
        findings=sum(one.findings for one in outcomes),
        skipped=sum(one.skipped for one in outcomes),
        faults=tuple(fault for one in outcomes for fault in one.faults),
        unasked=tuple(fault for one in outcomes for fault in one.unasked),
    )
