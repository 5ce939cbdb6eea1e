"""Write the indexes of banks anew, and bring lists in that are too large for a page."""

import argparse
import getpass
import sys
from pathlib import Path
from typing import Any

from marsad.errors import Refused, Unreadable

_SHOWN = 50


def add_arguments(grammar: argparse.ArgumentParser) -> None:
    """What can be said to `marsad banks`."""
    deeds = grammar.add_subparsers(metavar="DEED", required=True)
    words = "read all signals anew and write what they are searched by"
    deeds.add_parser("index", help=words, description=words).set_defaults(deed=_index)
    words = "bring a list into a bank; each row that is not taken is named"
    take = deeds.add_parser("import", help=words, description=words)
    take.add_argument("file", type=Path, metavar="FILE", help="CSV or JSON")
    take.add_argument(
        "--bank", required=True, metavar="CODE", help="the code of the bank"
    )
    take.add_argument(
        "--by", required=True, metavar="NAME", help="who does it; asks the password"
    )
    take.add_argument("--because", required=True, metavar="WORDS", help="why")
    take.set_defaults(deed=_import)


def run(chosen: argparse.Namespace) -> int:
    """Open the desk and do the deed."""
    from marsad.cli.desk_setup import open_desk

    open_desk()
    return int(chosen.deed(chosen))


def _index(_chosen: argparse.Namespace) -> int:
    from rich.progress import Progress

    from marsad.desk.banks.models import BankedSignal
    from marsad.desk.banks.searching import rebuild

    with Progress(transient=True) as progress:
        total = BankedSignal.objects.searched().count()
        task = progress.add_task("banks", total=total)
        held = rebuild(lambda count: progress.advance(task, count))
    print(f"indexed: {len(held.known)} known, {len(held.harmless)} harmless")
    return 0


def _import(chosen: argparse.Namespace) -> int:
    from marsad.desk.banks.models import Bank
    from marsad.desk.banks.take_in import take_in

    person = _person(chosen.by)
    bank = Bank.objects.visible_to(person).filter(code=chosen.bank).first()
    if bank is None:
        raise Refused(chosen.bank, "is no bank that you may see")
    try:
        raw = chosen.file.read_bytes()
    except OSError as fault:
        problem = f"cannot be read: {fault.strerror}"
        raise Unreadable(str(chosen.file), problem) from None
    made = take_in(bank, raw, by=person, because=chosen.because)
    for one in made.faults[:_SHOWN]:
        line = f"row {one['row']}: {one['problem']}; {one['way_out']}"
        print(line, file=sys.stderr)
    if made.refused > _SHOWN:
        print(f"and {made.refused - _SHOWN} more, on its page", file=sys.stderr)
    print(f"{made.new} new, {made.known} known already, {made.refused} not taken")
    return 0 if made.new or made.known else 1


def _person(username: str) -> Any:
    from django.contrib.auth.hashers import check_password

    from marsad.desk.safeguards.models import Person

    person: Any = Person.objects.filter(username=username, is_active=True).first()
    password = _asked("password: ")
    if person is None or not check_password(password, person.password):
        raise Refused(username, "is not known by this password")
    return person


def _asked(question: str) -> str:
    if sys.stdin.isatty():
        return getpass.getpass(question)
    return sys.stdin.readline().rstrip("\n")
