"""All inputs of one command: found, read, counted, faults told as they come."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from marsad.cli.inputs import processes
from marsad.cli.pool import work_all
from marsad.cli.progress import Progressing, progressing
from marsad.cli.work import Order, Outcome, Task
from marsad.collecting.captures import STANDARD_INPUT
from marsad.collecting.documents import Document
from marsad.collecting.files import holds_rows, open_file, read_rows
from marsad.collecting.folders import Input, find_inputs
from marsad.errors import MarsadError, Unreadable
from marsad.reading.pipeline import Reading

# Rows travel to a process in parcels: a journey costs more than a short text.
_ROWS_PER_PARCEL: Final = 64
_LETTERS_PER_PARCEL: Final = 500_000


@dataclass(slots=True)
class Batch:
    """The reading of all inputs, and what came of it so far."""

    order: Order
    documents: int = 0
    findings: int = 0
    skipped: int = 0
    faults: int = 0
    unasked: int = 0
    _names: set[str] = field(default_factory=set)

    def read(self, paths: list[Path], *, jobs: int | None = None) -> Iterator[Reading]:
        """Each reading that is wanted back, in the order of the inputs."""
        early: list[Unreadable] = []
        sources = list(find_inputs(paths, report=early.append))
        self._names = {source.name for source in sources}
        rows = any(holds_rows(source.path) for source in sources)
        with progressing(None if rows else len(sources)) as progress:
            for fault in early:
                self._fault(fault, progress)
            tasks = self._tasks(sources, progress)
            many = processes(sources, jobs)
            for outcome in work_all(tasks, self.order, processes=many):
                self._count(outcome, progress)
                yield from outcome.readings

    def close(self) -> int:
        """Tell in one line what came of it all; the exit status."""
        skipped = f", {self.skipped} already read" if self.skipped else ""
        faults = f", {self.faults} could not be read" if self.faults else ""
        if self.unasked:
            faults += f", the model failed {self.unasked} times"
        folder = f" in {self.order.folder.path}" if self.order.folder else ""
        told = f"marsad: {self.documents} documents read, {self.findings} findings"
        print(f"{told}{skipped}{faults}{folder}", file=sys.stderr)
        return 1 if self.faults or self.unasked else 0

    def _tasks(self, sources: list[Input], progress: Progressing) -> Iterator[Task]:
        for source in sources:
            if holds_rows(source.path):
                yield from self._parcels(source, progress)
            elif source.path == STANDARD_INPUT:
                yield from self._piped(source, progress)
            else:
                yield source

    def _piped(self, source: Input, progress: Progressing) -> Iterator[Task]:
        # Opened here: another process does not have this one's pipe.
        try:
            yield (open_file(source)[0],)
        except Unreadable as fault:
            self._fault(fault, progress)

    def _parcels(self, source: Input, progress: Progressing) -> Iterator[Task]:
        parcel: list[Document] = []
        letters = 0
        for row in read_rows(source, report=lambda fault: self._fault(fault, progress)):
            if not self._is_new(row, source, progress):
                continue
            parcel.append(row)
            letters += len(row.text)
            if len(parcel) >= _ROWS_PER_PARCEL or letters >= _LETTERS_PER_PARCEL:
                yield tuple(parcel)
                parcel, letters = [], 0
        if parcel:
            yield tuple(parcel)

    def _is_new(self, row: Document, source: Input, progress: Progressing) -> bool:
        # The name of a file of rows is free for one of its rows.
        if row.id in self._names and row.id != source.name:
            problem = f"has a second document named {row.id!r}"
            fault = Unreadable(str(source.path), problem, "give each an id of its own")
            self._fault(fault, progress)
            return False
        self._names.add(row.id)
        return True

    def _count(self, outcome: Outcome, progress: Progressing) -> None:
        self.documents += outcome.documents
        self.findings += outcome.findings
        self.skipped += outcome.skipped
        for fault in outcome.faults:
            self._fault(fault, progress)
        for fault in outcome.unasked:
            self.unasked += 1
            progress.tell(f"marsad: {fault} (what the rules found is kept)")
        if self.order.folder and outcome.captures and outcome.documents:
            self.order.folder.note(outcome.captures)
        progress.advance(outcome.documents + outcome.skipped + len(outcome.faults))

    def _fault(self, fault: MarsadError, progress: Progressing) -> None:
        self.faults += 1
        progress.tell(f"marsad: {fault}")
