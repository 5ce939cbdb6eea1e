"""Take files and folders in: through the queue of the desk, or here and now."""

import argparse
import getpass
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from marsad.cli.inputs import day
from marsad.errors import MarsadError, Unreadable

if TYPE_CHECKING:
    from marsad.collecting.folders import Input
    from marsad.desk.documents.take_in import Parcel
    from marsad.desk.safeguards.acts import Worker
    from marsad.desk.sources.models import Source

_BECAUSE = "taken in from the command line"
# So many files a batch: their jobs are put into the queue in one transaction.
_BATCH = 200


def add_arguments(grammar: argparse.ArgumentParser) -> None:
    """What can be said to `marsad take-in`."""
    grammar.add_argument(
        "inputs",
        nargs="+",
        type=Path,
        metavar="PATH",
        help="a file (.txt .html .md .pdf .docx .eml .json .jsonl) or a folder",
    )
    grammar.add_argument(
        "--source", metavar="NAME", help="the outlet that all of it is from"
    )
    grammar.add_argument(
        "--marking",
        default="green",
        metavar="TLP",
        help="who may read it: clear, green, amber, amber+strict or red",
    )
    grammar.add_argument(
        "--published",
        type=day,
        metavar="DATE",
        help="the day (YYYY-MM-DD) of what does not state one",
    )
    grammar.add_argument(
        "--now", action="store_true", help="read here instead of in the worker"
    )


def run(chosen: argparse.Namespace) -> int:
    """Take every file in; what was taken in before from the same place is passed over."""
    from marsad.cli.desk_setup import open_desk
    from marsad.collecting.folders import find_inputs

    open_desk()
    faults: list[MarsadError] = []

    def report(fault: MarsadError) -> None:
        faults.append(fault)
        print(f"marsad: {fault}", file=sys.stderr)

    inputs = list(find_inputs(chosen.inputs, report=report))
    taking = Taking(chosen, report)
    taking.here(inputs) if chosen.now else taking.queue(inputs)
    if faults:
        print(f"marsad: {len(faults)} could not be taken in", file=sys.stderr)
    return 1 if faults else 0


class Taking:
    """One call of the command: where things come from, and who takes them in."""

    def __init__(
        self, chosen: argparse.Namespace, report: Callable[[MarsadError], None]
    ) -> None:
        from marsad.desk.safeguards.acts import Worker
        from marsad.marking import Marking

        self._chosen = chosen
        self._report = report
        self._marking = Marking.parse(chosen.marking)
        self._by: Worker = Worker(f"take-in ({getpass.getuser()})")
        self._source = _source(chosen.source, self._by) if chosen.source else None

    def here(self, inputs: "list[Input]") -> None:
        """Read all of it in this process, and show how far it has come."""
        from marsad.cli.progress import progressing

        counts: Counter[str] = Counter()
        with progressing(len(inputs)) as shown:
            for source, raw, parcel in self._opened(inputs):
                for told in self._take(source.path.name, raw, parcel, counts):
                    shown.tell(f"marsad: {told}")
                shown.advance(1)
        print(f"taken in: {counts['new']} new, {counts['known']} known")

    def _take(
        self, name: str, raw: bytes, parcel: "Parcel", counts: Counter[str]
    ) -> Sequence[str]:
        """Take one file in and count what it gave; what was wrong with rows is told."""
        from marsad.desk.register.intake import take_bytes

        try:
            intake = take_bytes(raw, name, parcel, by=self._by, because=_BECAUSE)
        except MarsadError as fault:
            self._report(fault)
            return ()
        counts.update(new=len(intake.new), known=len(intake.seen))
        return intake.faults

    def queue(self, inputs: "list[Input]") -> None:
        """Put all of it into the queue, a batch at a time."""
        from marsad.desk.register.intake_tasks import bytes_order
        from marsad.desk.work.submit import submit

        orders = []
        count = 0
        label = " ".join(map(str, self._chosen.inputs))
        for source, raw, parcel in self._opened(inputs):
            name = source.path.name
            orders.append(bytes_order(raw, name, parcel, by=self._by, because=_BECAUSE))
            count += 1
            if len(orders) == _BATCH:
                submit(orders, label=label, by=self._by)
                orders = []
        if orders:
            submit(orders, label=label, by=self._by)
        print(f"queued: {count}; the worker of `marsad serve` takes them in")

    def _opened(self, inputs: "list[Input]") -> "Iterator[tuple[Input, bytes, Parcel]]":
        from marsad.collecting.captures import take
        from marsad.collecting.circumstances import read_sidecar
        from marsad.collecting.limits import MEBIBYTE, Limits
        from marsad.desk.documents.take_in import Parcel

        # A file of rows may be larger than a report: each row is checked by itself.
        limits = Limits(file_bytes=512 * MEBIBYTE)
        for source in inputs:
            try:
                raw, _ = take(source.path, limits)
                said = read_sidecar(source.path)
            except Unreadable as fault:
                self._report(fault)
                continue
            yield (
                source,
                raw,
                Parcel(
                    origin=str(source.path.resolve()),
                    marking=self._marking,
                    source=self._source,
                    published=self._chosen.published,
                    said=said,
                ),
            )


def _source(name: str, by: "Worker") -> "Source":
    """The source of that name; one that is not there yet is added."""
    from marsad.desk.sources.add import add
    from marsad.desk.sources.models import Source

    known = Source.objects.filter(name__iexact=" ".join(name.split())).first()
    return known or add(name, by=by, because=_BECAUSE)
