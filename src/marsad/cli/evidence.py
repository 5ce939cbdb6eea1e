"""Prove sealed evidence of a case: every hash, the signature, the stamp, the custody."""

import argparse
import sys
from pathlib import Path

from marsad.errors import Unreadable


def add_arguments(grammar: argparse.ArgumentParser) -> None:
    """What can be said to `marsad evidence`."""
    deeds = grammar.add_subparsers(metavar="DEED", required=True)
    words = "prove a file of sealed evidence, without a site and without a network"
    verify = deeds.add_parser("verify", help=words, description=words)
    verify.add_argument("file", type=Path, metavar="FILE", help="the ZIP")
    verify.add_argument(
        "--key",
        metavar="KEY",
        default="",
        help="the public key of who sealed it: its line, or the file that holds it",
    )
    verify.add_argument(
        "--roots",
        type=Path,
        metavar="PEM",
        help="the certificates of time authorities that you trust",
    )


def run(chosen: argparse.Namespace) -> int:
    """Name each fault; without a key of yours, say whose signature it is."""
    from marsad.sealing.proofs import prove
    from marsad.sealing.stamps import read_roots

    roots = read_roots(_read(chosen.roots)) if chosen.roots else ()
    proof = prove(_read(chosen.file), public_key=_key(chosen.key), roots=roots)
    for fault in proof.faults:
        print(f"marsad: {chosen.file}: {fault}", file=sys.stderr)
    if proof.faults:
        return 1
    print(f"{chosen.file}: {proof.files:,} files hold, sealed {proof.sealed_at}")
    whose = "your key" if chosen.key else "the key that it names itself"
    print(f"signed by {proof.key}, {whose}" if proof.key else "not signed")
    if proof.stamped_at:
        trust = "proved by your roots" if roots else "its certificate is not proved"
        print(
            f"stamped {proof.stamped_at:%Y-%m-%dT%H:%M:%SZ} by {proof.authority}, {trust}"
        )
    else:
        print("no authority stamped it")
    return 0


def _key(said: str) -> str:
    path = Path(said)
    return path.read_text("utf-8") if said and path.is_file() else said


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(str(path), str(error.strerror), "name a file") from None
