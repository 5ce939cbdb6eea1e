"""Fill an empty site with people and the sample reports: python -m desk.seeding."""

# ruff: noqa: PLC0415 (models are there only after django.setup)

import hashlib
from datetime import date
from pathlib import Path

import django

ROOT = Path(__file__).parents[2]
PASSWORD = "correct horse battery staple"
# User name, name, groups, clearance: whom the tests of pages sign in as.
PEOPLE = (
    ("lina", "Lina", ("analyst",), "AMBER"),
    ("omar", "Omar", ("analyst",), "AMBER"),
    ("karim", "Karim", ("officer",), "AMBER"),
    ("rima", "Rima", ("releasing",), "AMBER"),
    ("dalia", "Dalia", ("director", "analyst"), "RED"),
    ("nadia", "Nadia", ("auditor",), "AMBER"),
    ("yusuf", "Yusuf", ("partner",), "GREEN"),
)


def seed_people():
    """Make one person of each group, all with one password."""
    from marsad.desk.safeguards.models import Person, Place
    from marsad.marking import Marking

    for username, name, groups, clearance in PEOPLE:
        person = Person(username=username, name=name, clearance=Marking[clearance])
        person.set_password(PASSWORD)
        person.save()
        for group in groups:
            Place.objects.create(person=person, group=group)


def seed_reports(folder=ROOT / "examples" / "reports"):
    """Take the sample reports in and record what the readers find in them."""
    from marsad.collecting.files import open_file
    from marsad.collecting.folders import find_inputs

    for source in find_inputs([folder], report=print):
        text, capture = open_file(source)
        seed_document(text, capture.sha256, capture.size, source.path.name)


def seed_document(text, sha256, size, name):
    """One document with its text and its findings, read here and now."""
    from django.conf import settings

    from marsad.desk.documents.models import Capture, Document, DocumentText
    from marsad.desk.register.record import record
    from marsad.desk.safeguards.acts import Worker
    from marsad.desk.sources.models import Source
    from marsad.marking import Marking
    from marsad.reading.pipeline import Reading, read

    capture = Capture.objects.create(sha256=sha256, size=size, name=name)
    outlet = text.outlet or ""
    known = {"language": text.language or "", "grade": "C"}
    source = Source.objects.get_or_create(name=outlet, defaults=known)[0]
    document = Document.objects.create(
        capture=capture,
        text_sha256=text.sha256,
        title=text.title or name,
        language=text.language or "",
        published=text.published,
        day=text.published or date(2018, 1, 1),
        outlet=outlet,
        address=text.url or "",
        source=source if outlet else None,
        marking=Marking.GREEN,
    )
    DocumentText.objects.create(document=document, text=text.text)
    worker = Worker(f"reader {settings.VERSION}")
    record(document, Reading(text, read(text)), by=worker, because="taken in by a test")
    return document


def seed_long_document(sentences=120):
    """A document with hundreds of findings, to feel how quick a decision is."""
    from marsad.collecting.documents import Document as Text

    lines = [
        f"قال المتحدث باسم التحالف إن {n + 20} في المئة من الأراضي حررت، "
        f"وإن التحالف يضم {n + 60} عضوا.\n"
        for n in range(sentences)
    ]
    text = Text(
        id="long",
        text="".join(lines),
        published=date(2018, 3, 1),
        language="ar",
        outlet="وكالة المرفأ",
        title="حصيلة طويلة",
    )
    raw = text.text.encode()
    return seed_document(text, hashlib.sha256(raw).hexdigest(), len(raw), "long.txt")


def main():
    """Migrate, then fill."""
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    seed_people()
    seed_reports()


if __name__ == "__main__":
    main()
