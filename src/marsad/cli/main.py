"""The door of the command line: which command, and how it ended."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import Final

from marsad.cli import (
    audit,
    backup,
    banks,
    bounces,
    check,
    demo,
    evidence,
    explain,
    match,
    pack,
    people,
    posts,
    read,
    reindex,
    releases,
    restore,
    score,
    serve,
    take_in,
)
from marsad.errors import MarsadError

# In the order in which somebody new needs them.
COMMANDS: Final = (
    demo,
    read,
    explain,
    pack,
    check,
    score,
    match,
    serve,
    take_in,
    reindex,
    posts,
    banks,
    people,
    bounces,
    releases,
    evidence,
    audit,
    backup,
    restore,
)

# What a shell expects of a program that was stopped by Ctrl-C.
STOPPED: Final = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0, 1 for a fault, 2 for misuse."""
    chosen = parser().parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except MarsadError as error:
        print(f"marsad: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("marsad: stopped", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        # Who closes the pipe has seen enough; Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def parser() -> argparse.ArgumentParser:
    """The grammar of the command line, every command with its own sentence."""
    root = argparse.ArgumentParser(
        prog="marsad",
        description="Read published reports; draft media packs whose every sentence is sourced.",
    )
    root.add_argument("--version", action="version", version=version("marsad"))
    commands = root.add_subparsers(metavar="COMMAND", required=True)
    for command in COMMANDS:
        name = command.__name__.rpartition(".")[2].replace("_", "-")
        sentence = (command.__doc__ or "").partition("\n")[0]
        grammar = commands.add_parser(name, help=sentence, description=sentence)
        command.add_arguments(grammar)
        grammar.set_defaults(run=command.run)
    return root


if __name__ == "__main__":
    sys.exit(main())
