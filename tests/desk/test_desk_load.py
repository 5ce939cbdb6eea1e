"""The made-up big site of the benchmarks, in small: it is what a real site would be."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desk.laid_out import lay_out

pytestmark = pytest.mark.one_database
BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
LOAD = BENCHMARKS / "desk_load.py"
SMALL = "--documents 60 --findings 1500 --entries 200 --entities 90 --names 400".split()
LOOK = """
import django, json; django.setup()
from marsad.desk.documents.models import Document
from marsad.desk.register.models import Citation, Entry, Finding
from marsad.desk.safeguards import trail
from marsad.desk.safeguards.models import AuditRecord
astray = [
    one.pk
    for one in Finding.objects.select_related("document__wording")
    if one.document.wording.text[one.start:one.end] != one.quote
]
try:
    AuditRecord.objects.update(act="other")
    is_protected = False
except Exception:
    is_protected = True
new = Document(capture_id=1, part="2", text_sha256="0", day="2026-01-01")
new.save()
print(json.dumps({
    "findings": Finding.objects.count(), "astray": astray, "new": new.pk,
    "fault": trail.verify().fault, "is_protected": is_protected,
    "uncited": Entry.objects.filter(citations=None).count(),
    "other": Citation.objects.exclude(finding__entry_id__isnull=False).count(),
}))
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A small site, filled before the first of these tests, whichever that is."""
    place = os.environ | {
        "MARSAD_DATA": str(lay_out(tmp_path_factory.mktemp("load"))),
        "DJANGO_SETTINGS_MODULE": "marsad.desk.settings",
    }
    told = run(place, str(LOAD), *SMALL)
    assert told.returncode == 0, told.stderr
    return place


def run(site, *words):
    command = [sys.executable, *words]
    return subprocess.run(
        command, env=site, capture_output=True, text=True, check=False, timeout=120
    )


def test_a_small_site_is_filled_whole_and_only_once(site):
    seen = json.loads(run(site, "-c", LOOK).stdout)
    assert 1350 < seen.pop("findings") < 1650
    assert seen == {
        "astray": [], "new": 61, "fault": None, "is_protected": True, "uncited": 0,
        "other": 0,
    }  # fmt: skip
    again = run(site, str(LOAD), *SMALL)
    assert (again.returncode, "already" in again.stderr) == (1, True)


def test_every_page_that_is_measured_answers(site):
    told = run(
        site, str(BENCHMARKS / "desk_pages.py"),
        *"--clients 1 --rounds 1 --workers 1 --verbose".split(),
    )  # fmt: skip
    assert told.returncode == 0, told.stdout + told.stderr
    assert "reading desk" in told.stdout
