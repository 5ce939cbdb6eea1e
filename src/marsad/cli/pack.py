"""Draft a media pack from reports: brief, figures, charts and sources."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

from marsad.cli.inputs import add_inputs
from marsad.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from marsad.reading.pipeline import Reading

LANGUAGES: Final = ("ar", "en", "fr")


def add_arguments(grammar: argparse.ArgumentParser) -> None:
    """What can be said to `marsad pack`."""
    add_inputs(grammar)
    grammar.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="the folder of the pack"
    )
    grammar.add_argument(
        "--languages",
        type=languages,
        default=("ar", "en"),
        metavar="ar,en,fr",
        help="the languages of the brief (ar,en by itself)",
    )


def run(chosen: argparse.Namespace) -> int:
    """Read all inputs and draft one pack from what was found in them."""
    from marsad.cli.batch import Batch
    from marsad.cli.work import Order

    batch = Batch(Order(chosen.published))
    readings = list(batch.read(chosen.inputs, jobs=chosen.jobs))
    status = batch.close()
    if not readings:
        raise Refused("pack", "no input could be read", "name other inputs")
    page = draft(readings, chosen.out, languages=chosen.languages)
    print(f"pack: {chosen.out}")
    print(f"page: {page}")
    return status


def draft(
    readings: "Sequence[Reading]", out: Path, *, languages: tuple[str, ...]
) -> Path:
    """Write the pack and return the page to open first."""
    try:
        from marsad.composing.pack import build_pack
    except ModuleNotFoundError as missing:
        problem = f"needs {missing.name}, which is not installed"
        raise Refused("pack", problem, 'pip install "marsad[documents]"') from None
    return build_pack(readings, out, languages=languages).first_page


def languages(written: str) -> tuple[str, ...]:
    """Languages as written on the command line, each once."""
    asked = tuple(dict.fromkeys(part.strip() for part in written.split(",")))
    unknown = [language for language in asked if language not in LANGUAGES]
    if unknown:
        message = f"{', '.join(map(repr, unknown))}: choose from {','.join(LANGUAGES)}"
        raise argparse.ArgumentTypeError(message)
    return asked
