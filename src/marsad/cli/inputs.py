"""What every command that reads inputs can be told about them."""

import argparse
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from marsad.collecting.folders import Input

# Below this, starting worker processes takes longer than the reading.
_WORTH_A_POOL: Final = 24
_WORTH_A_POOL_BYTES: Final = 2**20


def add_inputs(grammar: argparse.ArgumentParser) -> None:
    """Inputs, their day of publication, and how many processes read them."""
    grammar.add_argument(
        "inputs",
        nargs="+",
        type=Path,
        metavar="INPUT",
        help="a file (.txt .html .md .pdf .docx .eml .json .jsonl), a folder, or - for a pipe",
    )
    grammar.add_argument(
        "--published",
        type=day,
        metavar="DATE",
        help="the day (YYYY-MM-DD) of those inputs that do not state one",
    )
    grammar.add_argument(
        "--jobs",
        type=at_least_one,
        metavar="N",
        help="read in N processes (by itself: as many as there are processors, if worth it)",
    )


def day(written: str) -> date:
    """A day as written on the command line."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        message = f"{written!r} is no date; write it as YYYY-MM-DD"
        raise argparse.ArgumentTypeError(message) from None


def at_least_one(written: str) -> int:
    """A number of processes as written on the command line."""
    if not written.isdecimal() or int(written) < 1:
        raise argparse.ArgumentTypeError(f"{written!r} is no number from 1 up")
    return int(written)


def processes(sources: Sequence[Input], asked: int | None) -> int:
    """How many processes to read with: as asked, or what the work is worth."""
    if asked:
        return asked
    worth = len(sources) >= _WORTH_A_POOL or any(
        source.path.is_file() and source.path.stat().st_size > _WORTH_A_POOL_BYTES
        for source in sources
    )
    return (os.cpu_count() or 1) if worth else 1
