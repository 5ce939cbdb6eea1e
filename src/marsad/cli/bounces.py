"""Read letters that came back, and stop writing to addresses that do not exist."""

import argparse
import sys
from pathlib import Path


def add_arguments(grammar: argparse.ArgumentParser) -> None:
    """What can be said to `marsad bounces`."""
    grammar.add_argument(
        "mailbox",
        metavar="FILE|-|MAILDIR",
        help="one letter, an mbox, a Maildir; - for the letter that a mail server pipes in",
    )


def run(chosen: argparse.Namespace) -> int:
    """Open the desk, read the mailbox, and say what was in it."""
    from marsad.cli.desk_setup import open_desk, whose_console
    from marsad.errors import Refused

    open_desk()
    from marsad.desk.dispatches import mailbox

    if chosen.mailbox == "-":
        letters = mailbox.letter_in(sys.stdin.buffer)
    else:
        path = Path(chosen.mailbox)
        if not path.exists():
            raise Refused(chosen.mailbox, "is not there", "name a file or a Maildir")
        letters = mailbox.letters_in(path)
    count = mailbox.take(letters, because=f"read from a mailbox, {whose_console()}")
    for fault in count.faults:
        print(f"marsad: {fault}", file=sys.stderr)
    print(
        f"{count.reports} came back, {count.unsubscribed} unsubscribed, "
        f"{count.others} other letters, {len(count.faults)} faults"
    )
    return 1 if count.faults else 0
