"""Check a pack: every sentence against the words of its source, by hash and place."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from marsad.errors import Unreadable

if TYPE_CHECKING:
    from marsad.composing.faults import Fault


def add_arguments(grammar: argparse.ArgumentParser) -> None:
    """What can be said to `marsad check`."""
    grammar.add_argument(
        "pack", type=Path, metavar="PACK", help="the folder of a pack, or its ZIP"
    )
    grammar.add_argument(
        "--key",
        metavar="KEY",
        help="the public key of who released it: its line, or the file that holds it",
    )


def run(chosen: argparse.Namespace) -> int:
    """Name each fault of the pack; one altered character is one."""
    from marsad.composing.check_edition import is_edition_pack

    if is_edition_pack(chosen.pack):
        return _released(chosen.pack, chosen.key)
    from marsad.composing.check import check_pack

    if chosen.key:
        problem = "is a draft that rules wrote, and nobody signs those"
        raise Unreadable(str(chosen.pack), problem, "leave --key out")
    status = _named(chosen.pack, check_pack(chosen.pack))
    if not status:
        print(f"{chosen.pack}: every citation stands in its source")
    return status


def _released(pack: Path, key: str | None) -> int:
    from marsad.composing.check_edition import check_edition_pack, recalled_at

    public = _public(key) if key else None
    status = _named(pack, check_edition_pack(pack, public=public))
    if status:
        return status
    print(f"{pack}: every figure and quotation stands as in edition.json")
    said = "the signature holds" if public else "the signature was not checked: --key"
    print(f"{pack}: {said}")
    if recalled := recalled_at(pack):
        print(f"{pack}: THIS RELEASE WAS RECALLED, {recalled}: do not use it")
    return 0


def _named(pack: Path, faults: "Sequence[Fault]") -> int:
    for fault in faults:
        print(f"marsad: {fault}", file=sys.stderr)
    if faults:
        print(f"{pack}: {len(faults)} faults", file=sys.stderr)
    return 1 if faults else 0


def _public(key: str) -> str:
    """A public key from its line, or from the file that is named."""
    path = Path(key)
    try:
        return path.read_text("utf-8") if path.is_file() else key
    except (OSError, ValueError) as error:
        raise Unreadable(key, "is no public key", "name the file of a key") from error
