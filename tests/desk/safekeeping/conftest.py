"""Sites in folders and databases of their own, reached as people reach them: by command."""

import json
import subprocess
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from desk.browser import environment
from desk.laid_out import lay_out
from desk.with_postgres import find_programs, serving
from marsad.desk.safekeeping.proof import label_of, lines_in
from marsad.desk.safekeeping.sealed import members_of

SEED = """
from desk import seeding
seeding.main()
from marsad.desk.originals import store
from marsad.desk.register.confirm import confirm
from marsad.desk.register.models import Finding
from marsad.desk.register.reject import reject
from marsad.desk.safeguards.models import Person
from marsad.desk.work import models
for path in (seeding.ROOT / "examples" / "reports").iterdir():
    if path.is_file():
        store.keep(path.read_bytes())
lina = Person.objects.get(username="lina")
quotes = list(Finding.objects.filter(kind="quote"))
confirm(quotes[:3], by=lina, because="يقوله التقرير")
reject(quotes[3:4], by=lina, because="it is a title")
"""


@dataclass
class Site:
    """A site of its own: its folder, and its database where it is not in it."""

    folder: Path
    url: str = ""

    @property
    def environment(self):
        """What commands on this site are started with."""
        more = {"MARSAD_DATABASE_URL": self.url} if self.url else {}
        return environment(self.folder) | more

    def marsad(self, *words):
        """Run a command of Marsad on this site."""
        return self.python("-m", "marsad.cli.main", *words)

    def python(self, *words):
        """Run Python on this site."""
        return subprocess.run(
            [sys.executable, *map(str, words)],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=180,
        )

    def ask(self, script):
        """Run a script on this site's models and read the JSON that it prints."""
        told = self.python("-c", f"import django, json; django.setup()\n{script}")
        assert told.returncode == 0, told.stderr
        return json.loads(told.stdout)


@pytest.fixture(scope="session")
def seeded(tmp_path_factory):
    """A site on SQLite with the sample reports, their originals and some decisions."""
    site = Site(lay_out(tmp_path_factory.mktemp("seeded")))
    told = site.python("-c", SEED)
    assert told.returncode == 0, told.stderr
    return site


@pytest.fixture(scope="session")
def kept(seeded, tmp_path_factory):
    """The backup of that site."""
    path = tmp_path_factory.mktemp("kept") / "site.marsad"
    told = seeded.marsad("backup", path)
    assert told.returncode == 0, told.stderr
    return path


@pytest.fixture
def nothing(tmp_path):
    """Where nothing is yet, no table either."""
    return Site(tmp_path / "nothing")


@pytest.fixture
def empty(tmp_path):
    """A site in which nobody has done anything yet."""
    return Site(lay_out(tmp_path / "site"))


@pytest.fixture(scope="session")
def server():
    """The address of a PostgreSQL of our own."""
    programs = find_programs()
    if programs is None:
        pytest.skip("NO POSTGRESQL: install it, or run .ci/postgres")
    with serving(programs) as url:
        yield url


@pytest.fixture(scope="session")
def laid_out(server, tmp_path_factory):
    """The name of a database on PostgreSQL in which the tables are and nothing else."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("CREATE DATABASE laid_out")
    site = Site(
        tmp_path_factory.mktemp("laid"), f"{server.rpartition('/')[0]}/laid_out"
    )
    told = site.python("-m", "django", "migrate", "--verbosity", "0")
    assert told.returncode == 0, told.stderr
    return "laid_out"


@pytest.fixture
def empty_postgres(server, laid_out, tmp_path):
    """A site on PostgreSQL in which nobody has done anything yet."""
    name = f"site_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {laid_out}")
        yield Site(tmp_path / "site", f"{server.rpartition('/')[0]}/{name}")
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def rows_in(path):
    """Every row of a backup, by table, whichever database it was made on."""
    found = {}
    for member in members_of(path):
        if label := label_of(member):
            lines = lines_in(member, path.name).decode().splitlines()
            rows = (tuple(map(plain, json.loads(line))) for line in lines)
            found.setdefault(label, []).extend(rows)
    return {label: sorted(rows, key=repr) for label, rows in found.items()}


def plain(value):
    """JSON that a column holds as it is, however it was spaced and ordered."""
    if isinstance(value, str) and value[:1] in "[{":
        try:
            return json.dumps(json.loads(value), sort_keys=True)
        except ValueError:
            return value
    return float(value) if isinstance(value, int | float) else value
