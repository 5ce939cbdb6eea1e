"""Make people, entries, briefs and releases quickly, by the real acts where they can.

    release = make_release()                     # Arabic and English, to everybody
    make_release(languages=("fr",), opens_at=tomorrow, time_zone="Asia/Kuwait")
    make_release(audience=Audience.CLIENTS, partners=[kuwait], marking=Marking.AMBER)
    make_release(edition_maker.edition())        # an edition of your own, as it is
    make_release(make_brief(...))                # a brief of your own

They need the database (`@pytest.mark.django_db`) and ask for no fixture.
"""

import hashlib
from dataclasses import replace
from datetime import date
from uuid import NAMESPACE_URL, uuid4, uuid5

from django.conf import settings
from django.utils import timezone
from wagtail.models import Collection, Locale, Page

from desk.seeding import PASSWORD
from marsad.composing.editions import Edition, sha256, to_json
from marsad.desk.briefs.accept import accept
from marsad.desk.briefs.draft import Beginning, draft
from marsad.desk.briefs.freeze import newest, pages_of
from marsad.desk.briefs.models import Brief, BriefKind
from marsad.desk.documents.models import Capture, Document, DocumentText
from marsad.desk.originals import store
from marsad.desk.partners.models import Partner
from marsad.desk.register.models import Citation, Entry
from marsad.desk.releases.models import Release, Submission
from marsad.desk.releases.release import Letting, let_out, release
from marsad.desk.releases.submit import submit
from marsad.desk.safeguards.models import Person, Place
from marsad.marking import Audience, Marking

WHY = "for a test of the newsroom"
DAY = date(2018, 2, 13)
# What the brief of make_brief says, and the entry that bears it.
SENTENCES = {
    "ar": "يضم التحالف الدولي 74 عضوا.",
    "en": "The Global Coalition has 74 members.",
    "fr": "La Coalition mondiale compte 74 membres.",
}
TITLES = {
    "ar": "إحاطة اليوم",
    "en": "Brief of the day",
    "fr": "Note du jour",
}


def make_somebody(username, *groups, clearance=Marking.AMBER):
    """A person of some groups, or the one who is there already."""
    known = {"name": username.title(), "clearance": int(clearance)}
    person, is_new = Person.objects.get_or_create(username=username, defaults=known)
    if is_new:
        person.set_password(PASSWORD)
        person.save()
        for group in groups:
            Place.objects.create(person=person, group=group)
    return person


def writer():
    """Who drafts and submits."""
    return make_somebody("karim", "officer", "analyst")


def officer():
    """Who releases, and wrote nothing."""
    return make_somebody("rima", "releasing")


def make_partner(code="kw", ceiling=Marking.AMBER, **more):
    """A partner that reads up to a marking."""
    known = {
        "name_en": code.upper(),
        "ceiling": int(ceiling),
        "languages": ["ar", "en"],
        **more,
    }
    return Partner.objects.get_or_create(code=code, defaults=known)[0]


def make_document(text, *, language="en", day=DAY, marking=Marking.CLEAR, **more):
    """A document with its text, without findings."""
    raw = f"{text}{uuid4()}".encode()
    capture = Capture.objects.create(
        sha256=store.keep(raw), size=len(raw), name="a.txt"
    )
    document = Document.objects.create(
        capture=capture,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=text[:60],
        language=language,
        published=day,
        day=day,
        marking=int(marking),
        outlet=more.pop("outlet", "Harbour Wire"),
        address=more.pop("address", "https://harbour.example.org/1"),
        **more,
    )
    DocumentText.objects.create(document=document, text=text)
    return document


def make_entry(words=None, *, language="en", marking=Marking.CLEAR, **more):
    """A confirmed entry that rests on the words of a document of its own.

    Without words: a count of 74 members, in whichever of the three languages.
    """
    fields = {}
    if words is None:
        words = SENTENCES[language]
        more = {"kind": "membership", "value": 74, "unit": "member", **more}
        more = {"bound": "exact", **more}
        fields = {"count": 74, "subject": "global_coalition"}
    document = make_document(words, language=language, marking=marking)
    entry = Entry.objects.create(
        kind=more.pop("kind", "figure"),
        words=words,
        language=language,
        fields=more.pop("fields", fields),
        day=more.pop("day", DAY),
        marking=int(marking),
        **more,
    )
    Citation.objects.create(
        entry=entry, document=document, start=0, end=len(words), quote=words
    )
    return entry


def statement(text, *entries, name=None):
    """A statement as the editor keeps it."""
    cited = [{"type": "item", "value": one.pk, "id": str(uuid4())} for one in entries]
    value = {"text": text, "entries": cited}
    return {"type": "statement", "value": value, "id": name or str(uuid4())}


def make_brief(
    body=None,
    *,
    languages=("ar", "en"),
    audience=Audience.WORLD,
    marking=Marking.CLEAR,
    by=None,
    **more,
):
    """A brief in some languages, each translated and accepted; the original's page.

    ``body`` maps each language to its blocks, which have the same ids in each.
    """
    by = by or writer()
    _root()
    if body is None:
        entry, name = make_entry(marking=marking), str(uuid4())
        body = {one: [statement(SENTENCES[one], entry, name=name)] for one in languages}
    titles = {one: more.pop("title", TITLES[one]) for one in languages}
    first = languages[0]
    beginning = Beginning(
        title=titles[first],
        kind=more.pop("kind", BriefKind.DAILY),
        as_of=more.pop("as_of", timezone.localdate()),
        audience=audience,
        languages=languages,
        body=body[first],
        **more,
    )
    brief = draft(beginning, by=by, because=WHY)
    for page in pages_of(brief)[1:]:
        translate(page, body[page.language], title=titles[page.language], by=by)
    return Brief.objects.get(pk=brief.pk)


def _root():
    """The trees' first nodes, which a test with real transactions sweeps away."""
    Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    if Page.get_first_root_node() is None:
        Page.add_root(title="Root", slug="root")
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Root")


def translate(page, blocks, *, title, by):
    """Write a translation and accept all that the original has too."""
    write(page, blocks, title=title, by=by)
    fresh = Brief.objects.get(pk=page.pk)
    return accept(fresh, [one["id"] for one in blocks], by=by, because=WHY)


def write(page, blocks, *, by, title=None):
    """Save a page with other blocks, as the editor does."""
    latest = newest(page)
    latest.title = title or latest.title
    latest.body = blocks
    latest.save_revision(user=by)
    return Brief.objects.get(pk=page.pk)


def make_submission(brief=None, *, by=None, partners=(), **more):
    """A brief that waits for a releasing officer."""
    return submit(
        brief or make_brief(), by=by or writer(), because=WHY, partners=partners, **more
    )


def make_release(
    made_of: Brief | Submission | Edition | None = None,
    *,
    opens_at=None,
    time_zone="UTC",
    by=None,
    partners=(),
    correcting=None,
    **brief,
) -> Release:
    """A release by two people; of an edition of your own, without the support check.

    The other words are those of make_brief: audience, languages, marking, kind, body.
    A moment that is past may be given for an edition alone.
    """
    if isinstance(made_of, Edition):
        return _of_edition(made_of, opens_at, time_zone, partners)
    if not isinstance(made_of, Submission):
        made_of = make_submission(
            made_of or make_brief(**brief), partners=partners, correcting=correcting
        )
    return release(
        made_of,
        by=by or officer(),
        because=WHY,
        opens_at=opens_at,
        time_zone=time_zone,
    )


def _of_edition(edition, opens_at, time_zone, partners):
    """Let an edition out as it is: its entries become rows where there are none."""
    for cited in edition.entries:
        _entry_of(cited)
    partners = [*partners, *(make_partner(one) for one in edition.partners)]
    codes = tuple(sorted({one.code for one in partners}))
    draft_of = replace(edition, number="", released_at=None, partners=codes)
    submission = Submission.objects.create(
        translation_key=uuid5(NAMESPACE_URL, sha256(edition)),
        title=edition.manuscripts[0].title,
        kind=edition.kind,
        marking=int(edition.marking),
        audience=int(edition.audience),
        edition=to_json(draft_of).decode(),
        sha256=sha256(draft_of),
        submitted_by=writer(),
        because=WHY,
        corrects=edition.corrects,
        correction=dict(edition.correction),
    )
    submission.writers.set([writer()])
    submission.partners.set(partners)
    now = timezone.now().replace(microsecond=0)
    letting = Letting(now, opens_at or now, time_zone, officer(), WHY)
    return let_out(submission, letting)


def _entry_of(cited):
    if Entry.objects.filter(pk=cited.number).exists():
        return
    entry = Entry.objects.create(
        pk=cited.number,
        kind=cited.kind,
        version=cited.version,
        words=cited.words,
        language=cited.language,
        fields=dict(cited.fields),
        day=cited.day,
        until=cited.until,
        series=cited.series,
        value=cited.value,
        high=cited.high,
        bound=cited.bound,
        unit=cited.unit,
        expires_on=cited.expires_on,
        due_on=cited.due_on,
        marking=int(cited.marking),
    )
    for one in cited.passages:
        document = make_document(
            f"{one.before}{one.quote}{one.after}",
            language=one.language,
            day=one.published or DAY,
            outlet=one.outlet,
            address=one.address,
        )
        Citation.objects.create(
            entry=entry,
            document=document,
            start=len(one.before),
            end=len(one.before) + len(one.quote),
            quote=one.quote,
        )
