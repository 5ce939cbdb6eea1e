"""Bring a site back from a backup, on either database."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from marsad.cli.backup import lost_told
from marsad.errors import Refused

if TYPE_CHECKING:
    from marsad.desk.safekeeping.proof import Proven


def add_arguments(grammar: argparse.ArgumentParser) -> None:
    """What can be said to `marsad restore`."""
    grammar.add_argument("file", type=Path, metavar="FILE", help="the backup")
    grammar.add_argument(
        "--into",
        metavar="SITE",
        help="an empty folder, or the address of an empty database, instead of this site's",
    )
    grammar.add_argument(
        "--broken-trail",
        action="store_true",
        help="restore although the trail was broken when the backup was made",
    )


def run(chosen: argparse.Namespace) -> int:
    """Prove the file, load it whole, write the search index, and say what came back."""
    from marsad.cli.desk_setup import open_settings

    _aim(chosen.into)
    open_settings()
    from marsad.desk.safekeeping.proof import prove
    from marsad.desk.safekeeping.restore import require_empty

    require_empty()
    print(f"{chosen.file}: proving every byte", file=sys.stderr)
    proven = prove(chosen.file)
    fault = proven.manifest.trail_fault
    if fault and not chosen.broken_trail:
        way_out = "look into it; --broken-trail restores it as it is"
        raise Refused(chosen.file.name, f"its trail was broken: {fault}", way_out)
    _load(proven)
    _finish(proven)
    _tell(proven)
    return 0


def _aim(into: str | None) -> None:
    """Where the site is to be: said as the settings have it."""
    if into is None:
        return
    if "://" in into:
        os.environ["MARSAD_DATABASE_URL"] = into
    else:
        os.environ["MARSAD_DATA"] = into
        os.environ.pop("MARSAD_DATABASE_URL", None)


def _load(proven: "Proven") -> None:
    from marsad.cli.progress import progressing
    from marsad.desk.safekeeping import restore, unfinished

    if unfinished.stage() == unfinished.LOADED:
        restore.require_same(proven)
        return
    apps = restore.lay_out(proven.about)
    total = sum(proven.manifest.rows.values()) + proven.manifest.originals
    with progressing(total, doing="restoring", what="rows") as shown:
        restore.load(proven, apps, advance=shown.advance)


def _finish(proven: "Proven") -> None:
    from django.core.management import call_command

    from marsad.cli.desk_setup import whose_console
    from marsad.cli.progress import progressing
    from marsad.desk.catalogue.keep_up import rebuild, size
    from marsad.desk.posts.tidy import tidy_restored
    from marsad.desk.safeguards.acts import Worker
    from marsad.desk.safekeeping.restore import finish

    call_command("migrate", verbosity=0, interactive=False)
    with progressing(size(), doing="indexing", what="records") as shown:
        rebuild(shown.advance)
    worker = Worker("command line")
    purged = tidy_restored(worker)
    if purged.over or purged.erased:
        print(f"{purged.over} posts were over, {purged.erased} of erased accounts")
    finish(proven, by=worker, because=whose_console())


def _tell(proven: "Proven") -> None:
    about, manifest = proven.about, proven.manifest
    rows = sum(manifest.rows.values())
    print(f"{rows:,} rows and {manifest.originals:,} originals, as of {about.made_at}")
    print(
        f"the chain is whole: {manifest.trail_lines} lines, head {manifest.trail_head}"
    )
    for fault in lost_told(manifest.lost, "were lost before the backup was made"):
        print(f"marsad: {fault}", file=sys.stderr)
