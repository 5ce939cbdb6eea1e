"""Make a big site: documents, findings, entries and their trail, the same at every run.

    MARSAD_DATA=/tmp/load python benchmarks/desk_load.py
    MARSAD_DATABASE_URL=postgresql://… python benchmarks/desk_load.py --documents 1000

Writes into an empty site, which it makes where there is none; 200,000 documents with
5 million findings by itself. Names follow Zipf's law, so that one state has some hundred
thousand mentions. People named analyst1 to analyst8 sign in with the word that is printed.
"""

import argparse
import os
import sys
import time
from datetime import date
from pathlib import Path

import django
import django.core.management


def main() -> int:
    """Fill a site as it was asked."""
    grammar = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    grammar.add_argument("--documents", type=int, default=200_000)
    grammar.add_argument("--findings", type=int, default=5_000_000)
    grammar.add_argument("--entries", type=int, default=100_000)
    grammar.add_argument("--entities", type=int, default=3_000)
    grammar.add_argument("--names", type=int, default=20_000)
    grammar.add_argument("--series", type=int, default=60)
    grammar.add_argument("--seed", type=int, default=2014)
    grammar.add_argument(
        "--originals", action="store_true", help="keep each text in the content store"
    )
    grammar.add_argument("--until", type=date.fromisoformat, default=None)
    chosen = grammar.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marsad.desk.settings")
    django.setup()
    django.core.management.call_command("migrate", verbosity=0)
    return fill(chosen)


def fill(chosen: argparse.Namespace) -> int:
    """Write the rows, and say how many and how long it took."""
    # Models are there once Django is set up.
    from desk_site import PASSWORD, PEOPLE, Site  # noqa: PLC0415
    from desk_writing import heavy_writing  # noqa: PLC0415

    from marsad.desk.documents.models import Document  # noqa: PLC0415

    if Document.objects.exists():
        print("there are documents in this site already", file=sys.stderr)
        return 1
    began = time.monotonic()
    site = Site(chosen)
    with heavy_writing([table.model for table in site.tables.values()]):
        site.write()
        written = time.monotonic()
    for name, table in site.tables.items():
        print(f"{name:12} {table.count:>9,}")
    top = sorted(site.mentions().items(), key=lambda one: -one[1])[:3]
    print("most named entities:", ", ".join(f"{pk}: {count:,}" for pk, count in top))
    print(f"rows {written - began:.0f} s, indexes {time.monotonic() - written:.0f} s")
    print(f"people: {', '.join(PEOPLE)}; their password: {PASSWORD}")
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    sys.exit(main())
