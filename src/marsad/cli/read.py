"""Read reports and write down what was found, each finding at its words."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from marsad.cli.inputs import add_inputs

if TYPE_CHECKING:
    from marsad.reading.models.model_endpoint import Endpoint


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
    grammar.add_argument(
        "--model-url",
        metavar="URL#MODEL",
        default=os.environ.get("MARSAD_MODEL_URL"),
        help="also ask this OpenAI-compatible endpoint (or set MARSAD_MODEL_URL; "
        "a key goes in MARSAD_MODEL_KEY)",
    )


def run(chosen: argparse.Namespace) -> int:
    """Read every input; faults are told one by one and counted at the end."""
    from marsad.cli.batch import Batch
    from marsad.cli.printing import FORMS
    from marsad.cli.readings_folder import ReadingsFolder
    from marsad.cli.work import Order

    model = _model(chosen.model_url)
    named = model.model if model else None
    folder = ReadingsFolder.at(chosen.out, model=named) if chosen.out else None
    form = chosen.format or (None if folder else "table")
    batch = Batch(
        Order(chosen.published, folder, wants_readings=form is not None, model=model)
    )
    readings = batch.read(chosen.inputs, jobs=chosen.jobs)
    try:
        for line in FORMS[form or "jsonl"](readings):
            print(line)
    except KeyboardInterrupt:
        batch.close()
        raise
    return batch.close()


def _model(setting: str | None) -> "Endpoint | None":
    """The endpoint that is asked too; a setting that cannot be used is refused at once."""
    if not setting:
        return None
    # Who sets no model does not wait for what opens the network.
    from marsad.reading.models.model_endpoint import endpoint

    return endpoint(setting, os.environ.get("MARSAD_MODEL_KEY"))
