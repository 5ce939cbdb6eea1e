"""Back a whole site up into one file, while people work."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

# Enough to look into; their whole list is in the file.
_NAMED: Final = 3


def add_arguments(grammar: argparse.ArgumentParser) -> None:
    """What can be said to `marsad backup`."""
    grammar.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help="the file to write; it must not be there",
    )


def run(chosen: argparse.Namespace) -> int:
    """Write the file, and say what went into it and what did not."""
    from marsad.cli.desk_setup import open_desk, whose_console

    open_desk()
    from marsad.cli.progress import progressing
    from marsad.desk.safeguards.acts import Worker
    from marsad.desk.safekeeping.backup import back_up, size_of_site

    with progressing(size_of_site(), doing="backing up", what="rows") as shown:
        made = back_up(
            chosen.file,
            by=Worker("command line"),
            because=whose_console(),
            advance=shown.advance,
        )
    size = made.size / 1_000_000
    print(
        f"{made.path}: {made.rows:,} rows, {made.originals:,} originals, {size:,.1f} MB"
    )
    if made.has_key:
        words = "the key that releases are signed with is in it: keep it as you keep the key"
        print(f"marsad: {words}", file=sys.stderr)
    faults = lost_told(made.lost, "are not in the content store")
    if made.trail_fault:
        faults.append(f"the audit trail is broken: {made.trail_fault}")
    for fault in faults:
        print(f"marsad: {fault}; all else is in the backup", file=sys.stderr)
    return 1 if faults else 0


def lost_told(lost: Sequence[str], what: str) -> list[str]:
    """What to say of originals that are not there: how many, and the first of them."""
    if not lost:
        return []
    named = ", ".join(lost[:_NAMED]) + (", …" if len(lost) > _NAMED else "")
    return [f"{len(lost):,} originals {what} ({named})"]
