"""Write the table of rights into docs/rights.md, as the code has it now.

`--check` changes nothing and fails where the page says something else.

    .venv/bin/python tools/write_rights.py [--check]
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

import django

PAGE = Path(__file__).parents[1] / "docs" / "rights.md"
BEGINNING = "<!-- Below: written by tools/write_rights.py, not by hand. -->\n"


def page(text: str, table: str) -> str:
    """The page with its table written anew; what people wrote above it stays."""
    said, mark, _ = text.partition(BEGINNING)
    return f"{said}{mark or BEGINNING}\n{table}"


def main() -> int:
    """Write the page, or say that it is out of date."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="only compare")
    only_compare = parser.parse_args().check
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marsad.desk.settings")
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("MARSAD_DATA", folder)
        django.setup()
        from marsad.desk.web.rights import table  # noqa: PLC0415 (after the set-up)

        before = PAGE.read_text("utf-8")
        after = page(before, table())
    if only_compare and before != after:
        sys.stderr.write("docs/rights.md is out of date: run tools/write_rights.py\n")
        return 1
    if not only_compare:
        PAGE.write_text(after, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
