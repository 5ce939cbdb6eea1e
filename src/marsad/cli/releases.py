"""List what was released, or prove every release by its hash and its signature."""

import argparse
import sys


def add_arguments(grammar: argparse.ArgumentParser) -> None:
    """What can be said to `marsad releases`."""
    deeds = grammar.add_subparsers(metavar="DEED", required=True)
    words = "list the releases, the newest first"
    listed = deeds.add_parser("list", help=words, description=words)
    listed.set_defaults(deed=_list)
    words = "prove hashes, signatures and numbers, of all or of those named"
    verify = deeds.add_parser("verify", help=words, description=words)
    verify.add_argument("number", nargs="*", metavar="NUMBER", help="such as 2026-014")
    verify.set_defaults(deed=_verify)


def run(chosen: argparse.Namespace) -> int:
    """Open the desk and do what was asked."""
    from marsad.cli.desk_setup import open_desk

    open_desk()
    return int(chosen.deed(chosen))


def _list(_chosen: argparse.Namespace) -> int:
    from marsad.desk.releases.models import Release
    from marsad.marking import Audience, Marking

    rows = Release.objects.order_by("-pk").defer("edition")
    for one in rows.select_related("recall", "corrected_by"):
        fate = "recalled" if one.is_recalled else ""
        fate = fate or (
            f"corrected by {one.corrected_by.number}" if one.is_corrected else ""
        )
        audience = Audience(one.audience).name.lower()
        opens = f"{one.opens_at:%Y-%m-%d %H:%M} UTC"
        words = [
            one.number,
            opens,
            audience,
            str(Marking(one.marking)),
            one.title,
            fate,
        ]
        print("  ".join(word for word in words if word))
    return 0


def _verify(chosen: argparse.Namespace) -> int:
    from marsad.desk.releases.models import Release
    from marsad.desk.releases.proving import fault_of, faults

    if not chosen.number:
        found = list(faults())
        count = Release.objects.count()
    else:
        rows = {
            one: Release.objects.filter(number=one).first() for one in chosen.number
        }
        told = {
            number: fault_of(row) if row else "there is no such release"
            for number, row in rows.items()
        }
        found, count = [one for one in told.items() if one[1]], len(told)
    for number, fault in found:
        print(f"marsad: {number}: {fault}", file=sys.stderr)
    if not found:
        print(f"{count:,} releases: every hash and every signature holds")
    return 1 if found else 0
