"""An empty site's database, laid out once and copied wherever a test needs a site.

Laying out takes some two hundred migrations and a dozen seconds; a site begun from the
copy finds nothing to do. What is laid out from nothing has tests of its own: the
demonstration, and a restore of an older backup.
"""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAME = "marsad.sqlite3"


def lay_out(data):
    """Put an empty site's database into a folder, and give the folder back."""
    data.mkdir(parents=True, exist_ok=True)
    lay_out_at(data / NAME)
    return data


def lay_out_at(path):
    """Put an empty site's database where it is wanted."""
    shutil.copyfile(_kept(), path)


@cache
def _kept():
    """The database of these very sources, made by whoever needs it first."""
    path = ROOT / ".cache" / f"laid-out-{_sources()}.sqlite3"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        for older in path.parent.glob("laid-out-*.sqlite3"):
            older.unlink(missing_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            _make(Path(folder))
            # At once: two runs of tests may be making it.
            (Path(folder) / NAME).replace(path)
    return path


def _sources():
    """What the shape of the tables follows from, as one hash."""
    desk = ROOT / "src" / "marsad" / "desk"
    found = hashlib.sha256((ROOT / "uv.lock").read_bytes())
    for path in sorted(desk.rglob("*.py")):
        found.update(path.relative_to(desk).as_posix().encode() + path.read_bytes())
    return found.hexdigest()[:24]


def _make(folder):
    clean = {k: v for k, v in os.environ.items() if not k.startswith("MARSAD_")}
    own = {
        "DJANGO_SETTINGS_MODULE": "marsad.desk.settings",
        "MARSAD_DATA": str(folder),
        "PYTHONPATH": str(ROOT / "src"),
    }
    command = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
    subprocess.run(command, env=clean | own, cwd=ROOT, check=True)
    # Nothing may be left in the log beside the file.
    with sqlite3.connect(folder / NAME) as rows:
        rows.execute("PRAGMA journal_mode = DELETE")
    rows.close()
