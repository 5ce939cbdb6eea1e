"""Every sentence of the interface is said in Arabic and in French, and no other one."""

import gettext
import io
import re
import sys
from html.parser import HTMLParser

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.apps import apps
from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse
from django.utils.functional import Promise
from wagtail.images.models import Image

from architecture.house import ROOT
from desk.rights_examples import EXAMPLES, ONES_OWN, a_world
from desk.seeding import PASSWORD
from marsad.desk.dispatches.make import make
from marsad.desk.dispatches.models import Cause
from marsad.desk.entities.models import Entity
from marsad.desk.indicators.models import Indicator
from marsad.desk.memberships.models import Grouping
from marsad.desk.partners.models import Contact, Partner, Seat
from marsad.desk.safeguards.acts import Worker
from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.models import Person
from marsad.desk.safeguards.subjects import KINDS
from marsad.desk.web.rights import doors
from marsad.marking import Marking

sys.path.append(str(ROOT / "tools"))
import write_messages

pytestmark = pytest.mark.django_db

LANGUAGES = ("ar", "fr")

# Formats, standards and commands that Arabic writes in Latin letters too.
KEPT = frozenset(
    """
    TLP CLEAR GREEN AMBER STRICT RED CSV JSON JSONL XLSX XML RSS API OpenAPI SHA HTML
    PDF Word ISO ETag If None Match problem json next detail marsad audit verify take
    Wagtail JavaScript https USD IQD person fighter English Français
    ZIP Atom Feed minisign edition recalled
    PDQ vPDQ MD5 HMA ThreatExchange THREATEXCHANGE TSV kind value telegram mastodon bluesky
    """.split()
)
# A name that the signs of Unicode keep apart, where no mark-up can stand.
_ISOLATED = re.compile(r"\u2068[^\u2068\u2069]*\u2069")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]{3,}")
_SPOKEN = ("placeholder", "aria-label", "title", "alt")
_UNSEEN = frozenset(("script", "style"))
_CODE = frozenset(("bdi", "code", "kbd", "pre"))
_VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()
)


def catalogue(language):
    """The translations as they are kept."""
    path = write_messages.LOCALES / language / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def said_in(message):
    """A translation, or all its plural forms."""
    return message.string if isinstance(message.string, tuple) else (message.string,)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated_with_its_placeholders(language):
    lacking = write_messages.missing(write_messages.catalogue(language))

    assert lacking == [], "say these in the catalogue; see docs/translating.md"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_holds_the_sentences_that_are_said_and_no_others(language):
    kept = {(one.context, one.id) for one in catalogue(language) if one.id}
    today = {
        (one.context, one.id) for one in write_messages.catalogue(language) if one.id
    }

    assert kept == today, "run tools/write_messages.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_pages_read_was_compiled_from_what_translators_wrote(language):
    path = write_messages.LOCALES / language / "LC_MESSAGES" / "django.mo"
    compiled = io.BytesIO()
    write_mo(compiled, catalogue(language))
    compiled.seek(0)

    with path.open("rb") as file:
        stored = gettext.GNUTranslations(file)
    assert stored._catalog == gettext.GNUTranslations(compiled)._catalog


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_counted_sentence_has_a_form_for_every_number(language):
    one = catalogue(language)
    counted = [message for message in one if isinstance(message.id, tuple)]

    assert counted
    assert [m.id[0] for m in counted if len(said_in(m)) != one.num_plurals] == []


def test_french_signs_stand_after_a_narrow_space_that_does_not_break():
    wrong = [
        text
        for message in catalogue("fr")
        if message.id
        for text in said_in(message)
        if re.search(r"[ \u00a0][:;!?»]|«[ \u00a0]|\w[;!?»]|«\w", text)
    ]

    assert wrong == []


def test_arabic_sentences_are_written_with_arabic_signs():
    wrong = [
        text
        for message in catalogue("ar")
        if message.id
        for text in said_in(message)
        if re.search(r"[\u0620-\u064a][,;?]", text)
    ]

    assert wrong == []


def test_every_row_is_called_by_words_that_are_translated():
    ours = [one for one in apps.get_models() if one.__module__.startswith("marsad.")]
    named = {
        one._meta.label_lower
        for one in ours
        if isinstance(one._meta.verbose_name, Promise)
    }

    nameless = {one._meta.label_lower for one in ours} - named
    assert sorted(nameless - set(KINDS)) == [], "say it in safeguards/subjects.py"


class Page(HTMLParser):
    """What a reader of Arabic meets in a page that is not marked as another language's."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.foreign = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        spoken = [given[name] for name in _SPOKEN if given.get(name)]
        if given.get("dir") == "ltr":
            spoken = []
        if tag == "input" and given.get("type") in ("submit", "button"):
            spoken.append(given.get("value") or "")
        for text in spoken:
            self._meet(text)
        if tag not in _VOID:
            self.open.append((tag, self._is_apart(tag, given)))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        self._meet(data)

    def _is_apart(self, tag, given):
        language, direction = given.get("lang"), given.get("dir")
        return (
            tag in _UNSEEN | _CODE
            or (language not in (None, "ar"))
            or direction in ("ltr", "auto")
            or "ltr" in (given.get("class") or "").split()
        )

    def _meet(self, text):
        if not any(apart for _tag, apart in self.open):
            words = [
                one
                for one in _LATIN.findall(_ISOLATED.sub("", text))
                if one not in KEPT
            ]
            if words:
                self.foreign.append((" ".join(text.split())[:120], words))


def foreign_words(html):
    """The texts of a page that hold words in Latin letters."""
    page = Page()
    page.feed(html)
    usernames = set(Person.objects.values_list("username", flat=True))
    names = {word for one in usernames for word in one.split("-")}
    return [(text, said) for text, said in page.foreign if set(said) - names]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """One of everything, named in Arabic where the desk writes names as words."""
    with a_world(django_db_blocker) as made:
        Indicator.objects.update(title_ar="عدد الأعضاء")
        Grouping.objects.update(name_ar="مسار الاتصالات")
        Entity.objects.filter(name_ar="").update(name_ar="هيئة")
        Partner.objects.update(name_ar="الكويت")
        Contact.objects.update(name="المكتب الصحفي")
        Image.objects.update(title="جسر")
        yield made


@pytest.fixture(scope="module")
def reader(world):
    """A browser in Arabic of a person who may open every page."""
    person = world.person_of("everything", *Group, clearance=Marking.RED)
    person.language = "ar"
    person.save()
    Person.objects.update(name="ليلى")
    Seat.objects.create(person=person, partner=world.partner)
    make(world.public, Cause.RELEASE, by=Worker("post"), because="an example")
    browser = Client(raise_request_exception=False)
    with override_settings(SECOND_FACTOR="offered"):
        browser.post("/sign-in/", {"username": "everything", "password": PASSWORD})
    return browser


def address_of(door, world):
    """The address of a page with a real thing in it."""
    if door.name == "pack":  # what the reader's own partner was given
        return reverse("pack", kwargs={"number": world.public.number})
    named = EXAMPLES.get(door.name) or ONES_OWN.get(door.name)
    said = named(world) if door.parameters else {}
    ids = {name: getattr(value, "pk", value) for name, value in said.items()}
    return reverse(door.name, kwargs=ids)


# Files without a page; and what Wagtail lets one only do, with a bare 404 for a look.
NO_PAGES = frozenset(
    (
        "pack-take",
        "pack-shown",
        # Answers of programs, and a picture that nobody asked to see.
        "hma-hash",
        "hma-lookup",
        "hma-raw-lookup",
        "case-medium",
        "watch-chart",
        "wagtailadmin_pages:lock",
        "wagtailadmin_pages:unlock",
        "wagtailadmin_editing_sessions:ping",
        "wagtailadmin_editing_sessions:release",
    )
)
PAGES = [door for door in doors() if not door.name.startswith("api:")]


@pytest.mark.parametrize("door", PAGES, ids=lambda door: door.name)
def test_no_english_stands_in_an_arabic_page(door, world, reader):
    answer = reader.get(address_of(door, world), follow=True)
    if answer.status_code == 405 or door.name in NO_PAGES:
        return  # changes things and shows nothing
    assert answer.status_code == 200, answer.status_code
    if not answer.headers["Content-Type"].startswith("text/html"):
        return
    html = answer.content.decode()

    assert "<html" not in html or re.search(r'<html lang="ar" dir="rtl"[ >]', html)
    assert foreign_words(html) == []


@pytest.mark.parametrize(
    "address", ["/sign-in/", "/nothing-is-here/", "/search/?q=التحالف", "/api/v1/"]
)
def test_no_english_stands_where_there_is_no_page_for_one(address, world, reader):
    browser = Client() if address == "/sign-in/" else reader
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = "ar"

    html = browser.get(address).content.decode()

    assert foreign_words(html) == []
