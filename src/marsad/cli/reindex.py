"""Write the search index of a site anew from its database."""

import argparse


def add_arguments(grammar: argparse.ArgumentParser) -> None:
    """What can be said to `marsad reindex`."""


def run(chosen: argparse.Namespace) -> int:  # noqa: ARG001 (a command takes what was said)
    """Rebuild the index while a bar shows how far it has come."""
    from marsad.cli.desk_setup import open_desk

    open_desk()
    from rich.progress import Progress

    from marsad.desk.catalogue.keep_up import rebuild, size

    with Progress(transient=True) as progress:
        task = progress.add_task("reindex", total=size())
        count = rebuild(lambda written: progress.advance(task, written))
    print(f"reindexed: {count} records")
    return 0
