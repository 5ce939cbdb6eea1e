"""Check the audit trail for any change, or hand it out as a file."""

import argparse
import os
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO, Final

from marsad.errors import Refused

_HASH: Final = 64


def add_arguments(grammar: argparse.ArgumentParser) -> None:
    """What can be said to `marsad audit`."""
    deeds = grammar.add_subparsers(metavar="DEED", required=True)
    words = "walk the whole chain and name the first line that does not hold"
    verify = deeds.add_parser("verify", help=words, description=words)
    verify.add_argument(
        "--head",
        metavar="HASH",
        type=_hash,
        help="a head that was noted earlier: say whether it still stands in the chain",
    )
    verify.set_defaults(deed=_verify)
    words = "write every line with its hashes"
    export = deeds.add_parser("export", help=words, description=words)
    export.add_argument(
        "--format", choices=("jsonl", "csv"), default="jsonl", help="jsonl by default"
    )
    export.add_argument(
        "--out", type=Path, metavar="FILE", help="the file to write, or the output"
    )
    export.set_defaults(deed=_export)


def run(chosen: argparse.Namespace) -> int:
    """Open the desk and do what was asked."""
    from marsad.cli.desk_setup import open_desk

    open_desk()
    return int(chosen.deed(chosen))


def _hash(written: str) -> str:
    plain = written.strip().casefold()
    if len(plain) != _HASH or set(plain) - set("0123456789abcdef"):
        message = f"{written!r} is no hash: write its 64 signs, 0-9 and a-f"
        raise argparse.ArgumentTypeError(message)
    return plain


def _verify(chosen: argparse.Namespace) -> int:
    from marsad.desk.safeguards import stored_trail

    checked = stored_trail.check(chosen.head)
    found = checked.verified
    if found.fault is not None:
        print(f"marsad: {found.fault}", file=sys.stderr)
        print(f"the chain holds up to line {found.count - 1}, head {found.head}")
        return 1
    print(f"the chain is whole: {found.count} lines, head {found.head}")
    if chosen.head is None:
        return 0
    if checked.noted_at is None:
        fault = "stands nowhere in the chain: lines were cut off or written anew"
        print(f"marsad: head {chosen.head}: {fault}", file=sys.stderr)
        return 1
    print(f"the head that was noted stands at line {checked.noted_at}")
    return 0


def _export(chosen: argparse.Namespace) -> int:
    from marsad.cli.desk_setup import whose_console
    from marsad.desk.safeguards.acts import Worker
    from marsad.desk.safeguards.export import WRITERS, export
    from marsad.desk.safeguards.models import AuditRecord

    where = str(chosen.out) if chosen.out else "the output"
    why = f"to {where}, {whose_console()}"
    worker = Worker("command line")
    up_to = export(chosen.format, asked={}, by=worker, because=why) or 0
    rows = AuditRecord.objects.filter(number__lte=up_to).order_by("number")
    _media, write = WRITERS[chosen.format]
    with _opened(chosen.out) as out:
        for piece in write(rows):
            out.write(piece)
    return 0


def _opened(path: Path | None) -> AbstractContextManager[BinaryIO]:
    if path is None:
        return nullcontext(sys.stdout.buffer)
    try:
        # The trail tells much: the file is its owner's alone.
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    except OSError as error:
        raise Refused(str(path), f"cannot be written: {error.strerror}") from error
    return os.fdopen(made, "wb")
