"""Check a pack: every sentence against the words of its source, by hash and place."""

import argparse
import sys
from pathlib import Path


def add_arguments(grammar: argparse.ArgumentParser) -> None:
    """What can be said to `marsad check`."""
    grammar.add_argument("pack", type=Path, metavar="DIR", help="the folder of a pack")


def run(chosen: argparse.Namespace) -> int:
    """Name each fault of the pack; one altered character is one."""
    from marsad.composing.check import check_pack

    faults = check_pack(chosen.pack)
    for fault in faults:
        print(f"marsad: {fault}", file=sys.stderr)
    if faults:
        print(f"{chosen.pack}: {len(faults)} faults", file=sys.stderr)
        return 1
    print(f"{chosen.pack}: every citation stands in its source")
    return 0
