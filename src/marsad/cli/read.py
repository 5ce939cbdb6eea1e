"""Read reports and write down what was found, each finding at its words."""

import argparse
from pathlib import Path

from marsad.cli.inputs import add_inputs


def add_arguments(grammar: argparse.ArgumentParser) -> None:
    """What can be said to `marsad read`."""
    add_inputs(grammar)
    grammar.add_argument(
        "--out", type=Path, metavar="DIR", help="write DIR/<id>.json for each document"
    )
    grammar.add_argument(
        "--format",
        choices=("table", "json", "jsonl"),
        help="print a table (so it does without --out), one JSON list, or a line each",
    )


def run(chosen: argparse.Namespace) -> int:
    """Read every input; faults are told one by one and counted at the end."""
    from marsad.cli.batch import Batch
    from marsad.cli.printing import FORMS
    from marsad.cli.readings_folder import ReadingsFolder
    from marsad.cli.work import Order

    folder = ReadingsFolder.at(chosen.out) if chosen.out else None
    form = chosen.format or (None if folder else "table")
    batch = Batch(Order(chosen.published, folder, wants_readings=form is not None))
    readings = batch.read(chosen.inputs, jobs=chosen.jobs)
    try:
        for line in FORMS[form or "jsonl"](readings):
            print(line)
    except KeyboardInterrupt:
        batch.close()
        raise
    return batch.close()
