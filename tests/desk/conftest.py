"""People, documents and findings for the tests of the desk."""

import hashlib
from datetime import date

import pytest
from django.conf import settings as django_settings
from django.db import connection
from django.test import TransactionTestCase

from desk import browser as browsing
from desk.seeding import PASSWORD
from marsad.collecting.documents import Document as Text
from marsad.desk.documents.models import Capture, Document, DocumentText
from marsad.desk.register.record import record
from marsad.desk.safeguards.acts import Worker
from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.models import Person, Place
from marsad.marking import Marking
from marsad.reading.pipeline import Reading, read

# The rows that the database protects cannot be emptied between tests, unless the tests
# take the protection away and put it back.
_teardown = TransactionTestCase._fixture_teardown


def _unprotected_teardown(self):
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # As a replica the server fires no trigger, TRUNCATE's included.
            cursor.execute("SET session_replication_role = replica")
            try:
                _teardown(self)
            finally:
                cursor.execute("SET session_replication_role = DEFAULT")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        try:
            _teardown(self)
        finally:
            for _, sql in triggers:
                cursor.execute(sql)


TransactionTestCase._fixture_teardown = _unprotected_teardown


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Tests with a browser come last: its loop changes Django's connections for good."""
    items.sort(key=lambda item: "browser" in getattr(item, "fixturenames", ()))


@pytest.fixture
def make_person(db):
    """Make a person of some groups, who reads up to a marking."""

    def make(username, *groups, clearance=Marking.AMBER, name=None, **more):
        person = Person(
            username=username,
            name=name or username.title(),
            clearance=clearance,
            **more,
        )
        person.set_password(PASSWORD)
        person.save()
        for group in groups:
            Place.objects.create(person=person, group=group)
        return person

    return make


@pytest.fixture
def lina(make_person):
    """An analyst."""
    return make_person("lina", Group.ANALYST, name="Lina")


@pytest.fixture
def omar(make_person):
    """Another analyst."""
    return make_person("omar", Group.ANALYST, name="Omar")


@pytest.fixture
def auditor(make_person):
    """An auditor."""
    return make_person("nadia", Group.AUDITOR, name="Nadia")


@pytest.fixture
def sign_in(client, settings):
    """Sign a person in through the page, as they would."""
    settings.SECOND_FACTOR = "offered"

    def enter(person, into=client):
        answer = into.post(
            "/sign-in/", {"username": person.username, "password": PASSWORD}
        )
        assert answer.status_code == 302, answer.content.decode()[:2000]
        return into

    return enter


REPORT = (
    "قال وزير الخارجية الكويتي الشيخ صباح الخالد إن «التحالف الدولي ملتزم بهزيمة التنظيم».\n"
    "وأضاف أن التحالف يضم 74 عضوا، وأن 98 في المئة من الأراضي قد حررت.\n"
    "وتعهدت الكويت بتقديم 200 مليون دولار قبل يونيو 2019.\n"
)


@pytest.fixture
def make_document(db):
    """Take a text in and record what the readers find in it, without the queue."""

    def make(text=REPORT, *, day=date(2018, 2, 13), marking=Marking.GREEN, **more):
        sha = hashlib.sha256(text.encode()).hexdigest()
        capture = Capture.objects.create(
            sha256=sha, size=len(text.encode()), name="a.txt"
        )
        language = more.pop("language", "ar")
        document = Document.objects.create(
            capture=capture,
            text_sha256=sha,
            title=more.pop("title", text[:60]),
            language=language,
            published=day,
            day=day,
            marking=marking,
            **more,
        )
        DocumentText.objects.create(document=document, text=text)
        source = Text(
            id=str(document.pk),
            text=text,
            published=day,
            language=language,
            outlet=document.outlet or None,
        )
        reading = Reading(source, read(source))
        worker = Worker(f"reader {django_settings.VERSION}")
        return record(document, reading, by=worker, because="taken in by a test")

    return make


@pytest.fixture
def report(make_document):
    """One Arabic report with its findings."""
    return make_document(outlet="Al-Jarida")


@pytest.fixture(scope="session")
def seeded(tmp_path_factory):
    """A folder with a whole site in it: people, and the sample reports with findings."""
    return browsing.seed(tmp_path_factory.mktemp("seeded") / "data")


@pytest.fixture(scope="module")
def running_site(seeded, browser, tmp_path_factory):
    """One server for the tests of a module, on a copy of the seeded data."""
    data = browsing.copied(seeded, tmp_path_factory.mktemp("site") / "data")
    with browsing.running(data, browser) as site:
        yield site


@pytest.fixture
def site(running_site):
    """The running site; its pages are closed after each test, and asked nobody else."""
    yield running_site
    running_site.close_pages()
    assert running_site.outside() == []
