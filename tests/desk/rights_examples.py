"""One of each thing that an address may name, and which thing each address names."""

import hashlib
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.test import Client, override_settings
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.images.models import Image
from wagtail.models import get_default_page_content_type

from composing import edition_maker
from desk import content_makers as content
from desk.banks import examples as banks
from desk.cases import examples as cases
from desk.complaints import examples as complaints
from desk.newsroom import make_brief, make_partner, make_release, make_submission
from desk.posts import examples as posts
from desk.referrals import examples as referrals
from desk.seeding import PASSWORD
from desk.transparency import examples as transparency
from desk.watch import examples as watch
from desk.website.world import small
from marsad.collecting.documents import Document as Text
from marsad.desk.banks.models import Dispute
from marsad.desk.complaints.models import Complaint
from marsad.desk.contradictions.models import Contradiction
from marsad.desk.documents.models import Capture, Document, DocumentText, Story
from marsad.desk.entities.join import join
from marsad.desk.entities.models import Entity
from marsad.desk.indicators.models import Indicator
from marsad.desk.measures.models import How, Uptake
from marsad.desk.memberships.admit import admit
from marsad.desk.memberships.define import define
from marsad.desk.memberships.models import Ruling
from marsad.desk.originals import media, store
from marsad.desk.partners.models import Contact
from marsad.desk.posts.models import Reveal
from marsad.desk.referrals.models import Sealing
from marsad.desk.register.confirm import confirm
from marsad.desk.register.record import record
from marsad.desk.releases import packs
from marsad.desk.safeguards.acts import Worker
from marsad.desk.safeguards.issue import issue
from marsad.desk.safeguards.models import AuditRecord, Person, Place
from marsad.desk.sources.models import Source
from marsad.desk.watch.models import Tally
from marsad.desk.website.entries import code_of
from marsad.desk.website.receive import Objection, receive
from marsad.desk.work.models import Batch, Job
from marsad.marking import Audience, Marking
from marsad.reading.pipeline import Reading, read

TEXT = (
    "قال وزير الخارجية الكويتي الشيخ صباح الخالد إن «التحالف الدولي ملتزم بهزيمة التنظيم».\n"
    "وأضاف أن التحالف يضم 74 عضوا، وأن 98 في المئة من الأراضي قد حررت.\n"
    "وتعهدت الكويت بتقديم 230 مليون دولار قبل يونيو 2019.\n"
    "وعقد التحالف اجتماعا وزاريا في مدينة الكويت يوم 13 فبراير 2018.\n"
)
WHY = "an example for the table of rights"


@contextmanager
def a_world(blocker):
    """A world for all tests of a module, taken back at its end."""
    offered = override_settings(SECOND_FACTOR="offered")
    with blocker.unblock(), offered, transaction.atomic():
        yield World().whole()
        transaction.set_rollback(True)


class World:
    """One row of each sort, of the strictest marking where it has one."""

    def whole(self):
        """The world with everything in it: what a test makes is gone after the test."""
        for name, one in vars(World).items():
            if isinstance(one, cached_property):
                assert getattr(self, name), f"the world has no {name}"
        return self

    @cached_property
    def analyst(self):
        """Who makes what only people make."""
        return self.person_of("maker", "analyst")

    def person_of(self, username, *groups, clearance=Marking.RED):
        """A person of some groups."""
        person = Person(username=username, name=username.title(), clearance=clearance)
        person.set_password(PASSWORD)
        person.save()
        for group in groups:
            Place.objects.create(person=person, group=group)
        return person

    def client_of(self, person):
        """A browser in which somebody is signed in."""
        client = Client(raise_request_exception=False)
        said = {"username": person.username, "password": PASSWORD}
        assert client.post("/sign-in/", said).status_code == 302
        return client

    @cached_property
    def document(self):
        """A document with findings of several kinds."""
        raw = TEXT.encode()
        day = date(2018, 2, 13)
        capture = Capture.objects.create(
            sha256=hashlib.sha256(raw).hexdigest(), size=len(raw), name="a.txt"
        )
        document = Document.objects.create(
            capture=capture,
            text_sha256=capture.sha256,
            title="بيان",
            language="ar",
            published=day,
            day=day,
            outlet="وكالة المرفأ",
            source=self.source,
            story=self.story,
            marking=Marking.RED,
        )
        DocumentText.objects.create(document=document, text=TEXT)
        text = Text(id="1", text=TEXT, published=day, language="ar", outlet=None)
        worker = Worker(f"reader {settings.VERSION}")
        return record(document, Reading(text, read(text)), by=worker, because=WHY)

    @cached_property
    def source(self):
        """A source."""
        return Source.objects.create(name="وكالة المرفأ", grade="C")

    @cached_property
    def story(self):
        """A story."""
        day = date(2018, 2, 13)
        return Story.objects.create(
            title="بيان", first_day=day, last_day=day, marking=Marking.RED
        )

    @cached_property
    def finding(self):
        """A finding that waits for a decision."""
        waiting = self.document.findings.filter(kind="quote", status="proposed")
        return waiting.order_by("-id").first()

    def entry_of(self, **said):
        """An entry made of the first finding that says this."""
        found = self.document.findings.filter(status="proposed", **said)[:1]
        [entry] = confirm(list(found), by=self.analyst, because=WHY)
        return entry

    @cached_property
    def entry(self):
        """A figure with its series."""
        return self.entry_of(series__gt="")

    @cached_property
    def indicator(self):
        """A series with one value."""
        assert self.entry.series
        return Indicator.objects.get_or_create(
            key=self.entry.series, defaults={"marking": Marking.RED}
        )[0]

    @cached_property
    def contradiction(self):
        """A contradiction between an entry and a proposal."""
        return Contradiction.objects.create(
            key="e1 f2",
            about="value",
            day=self.entry.day,
            one=self.entry,
            finding=self.finding,
            why="98 and 95 percent",
            compared="98 95",
            marking=Marking.RED,
        )

    @cached_property
    def entity(self):
        """Somebody of whom only the strictest clearance knows."""
        assert self.document
        found = Entity.objects.filter(kind="person").first()
        found.marking = found.known_marking = Marking.RED
        found.save()
        return found

    @cached_property
    def state(self):
        """A state, of which everybody knows."""
        assert self.document
        return Entity.objects.filter(kind="state").first()

    @cached_property
    def move(self):
        """A join of two bodies that only the strictest clearance knows."""
        one, other = (
            Entity.objects.create(
                kind="organisation",
                canonical=f"Body {number}",
                name_en=f"Body {number}",
                marking=Marking.RED,
                known_marking=Marking.RED,
            )
            for number in (1, 2)
        )
        return join(one, other, by=self.analyst, because=WHY)

    @cached_property
    def statement(self):
        """A statement."""
        return self.entry_of(kind="quote")

    @cached_property
    def figure(self):
        """A figure."""
        return self.entry_of(kind="figure")

    @cached_property
    def commitment(self):
        """A commitment."""
        return self.entry_of(kind="commitment")

    @cached_property
    def meeting(self):
        """A meeting."""
        return self.entry_of(kind="meeting")

    @cached_property
    def decision(self):
        """A decision that can be taken back."""
        return self.figure.versions.get().decision

    @cached_property
    def grouping(self):
        """A grouping that has members."""
        names = {"en": "A line of effort"}
        made = define(names, "line", by=self.analyst, because=WHY)
        made.marking = Marking.RED
        made.save()
        return made

    @cached_property
    def member(self):
        """A member."""
        day = date(2018, 2, 13)
        return admit(self.grouping, self.state, since=day, by=self.analyst, because=WHY)

    @cached_property
    def ruling(self):
        """A decision about a member."""
        return Ruling.objects.get(member=self.member)

    @cached_property
    def brief(self):
        """A brief for one partner, which cites what only the strictest clearance reads."""
        return make_brief(marking=Marking.RED, audience=Audience.CLIENTS)

    @cached_property
    def editing_session(self):
        """Somebody's open form of a brief."""
        return EditingSession.objects.create(
            user=self.analyst,
            content_type=get_default_page_content_type(),
            object_id=self.brief.pk,
            last_seen_at=timezone.now(),
        )

    @cached_property
    def picture(self):
        """A picture of the editor's, with the smaller copy that its dialogue shows."""
        folder = Path(settings.MEDIA_ROOT) / "original_images"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "example.png").write_bytes(b"nothing to see")
        image = Image.objects.create(
            title="a bridge", file="original_images/example.png", width=9, height=6
        )
        image.renditions.create(
            filter_spec="max-165x165", file="images/example.png", width=9, height=6
        )
        return image

    @cached_property
    def submission(self):
        """What waits for a releasing officer."""
        partner = make_partner("waits", Marking.AMBER)
        brief = make_brief(marking=Marking.AMBER, audience=Audience.CLIENTS)
        return make_submission(brief, partners=[partner])

    @cached_property
    def release(self):
        """What went out to readers of the strictest clearance, with a picture."""
        store.keep(edition_maker.PICTURE)
        return make_release(edition_maker.edition("en", marking=Marking.RED))

    @cached_property
    def uptake(self):
        """A line of the release that stands in the document."""
        return Uptake.objects.create(
            release=self.release,
            block="b1",
            language="ar",
            line="يضم التحالف 74 عضوا.",
            document=self.document,
            how=How.EDITED,
            start=0,
            end=20,
            quote=TEXT[:20],
            score=0.9,
            changes=[{"what": "number", "before": "74", "after": "75"}],
            marking=Marking.RED,
        )

    @cached_property
    def public(self):
        """What everybody reads, with its pack."""
        release = make_release(small("موجز للجميع", "تضم الرابطة 87 عضوا.", 1))
        packs.build(release)
        return release

    @cached_property
    def appeal(self):
        """What a reader objected to."""
        said = Objection(about="wrong", words="It is 86.", language="en")
        return receive(said, by=Worker("website"), because=WHY)

    @cached_property
    def partner(self):
        """A partner."""
        return make_partner("example", Marking.GREEN)

    @cached_property
    def contact(self):
        """An office that letters came back from."""
        return Contact.objects.create(
            partner=self.partner,
            name="Press office",
            address="press@example.org",
            language="ar",
            token="t" * 43,
            stopped_at=self.partner.added_at,
        )

    @cached_property
    def other_person(self):
        """Somebody with an account."""
        return self.person_of("target", "analyst")

    @cached_property
    def key(self):
        """Somebody's key."""
        token, _ = issue(
            self.analyst,
            name="a program",
            scopes=["register:read"],
            by=self.analyst,
            because=WHY,
        )
        return token

    @cached_property
    def audit_record(self):
        """A line of the trail."""
        assert self.entry
        return AuditRecord.objects.last()

    @cached_property
    def job(self):
        """A job that failed."""
        batch = Batch.objects.create(label="a.txt", by="a test", marking=Marking.RED)
        return Job.objects.create(
            batch=batch, subject="a.txt", state="failed", marking=Marking.RED
        )

    # The lane of content.

    @cached_property
    def stream(self):
        """Public posts for one purpose."""
        return content.make_stream(marking=Marking.RED)

    @cached_property
    def arrival(self):
        """Posts that came together."""
        return content.make_arrival(self.stream)

    @cached_property
    def post(self):
        """A post without a name."""
        return content.make_post(stream=self.stream, arrival=self.arrival)

    @cached_property
    def medium(self):
        """A picture of a post."""
        return content.make_medium(self.post)

    @cached_property
    def reveal(self):
        """That somebody asks who an account is."""
        grounds = {**content.grounded()}
        del grounds["until"]
        account = self.post.account
        return Reveal.objects.create(
            account=account,
            pseudonym=account.pseudonym,
            asked_by=self.analyst,
            **grounds,
        )

    @cached_property
    def bank(self):
        """Known content."""
        return content.make_bank(marking=Marking.RED)

    @cached_property
    def signal(self):
        """One sign of it."""
        return content.make_signal(self.bank)

    @cached_property
    def dispute(self):
        """A doubt about a signal."""
        return Dispute.objects.create(signal=self.signal, by="Rana", because=WHY)

    @cached_property
    def case(self):
        """A post put before people."""
        return content.make_agreed_case(post=self.post, signal=self.signal)

    @cached_property
    def attachment(self):
        """What a person attached to it."""
        kept = media.keep(b"%PDF-1.7 a recipe")
        return content.make_capture(self.case, self.post, attached=kept)

    @cached_property
    def platform(self):
        """A host of posts."""
        return content.make_platform()

    @cached_property
    def referral(self):
        """A notice to it."""
        return content.make_referral(self.case, self.platform)

    @cached_property
    def referred(self):
        """A post that the notice names."""
        return self.referral.posts.get()

    @cached_property
    def sealing(self):
        """The evidence of a case in one file."""
        return Sealing.objects.create(
            case=self.case,
            by=self.analyst,
            because=WHY,
            keep_until=content.in_days(100),
            sha256="0" * 64,
            size=1,
        )

    @cached_property
    def complaint(self):
        """An appeal against the notice."""
        return Complaint.objects.create(
            reference="2345-6789-2345",
            address_mark="a" * 26,
            case=self.case,
            referral=self.referral,
            words="هذه وصفة جدتي",
            language="ar",
            due_at=timezone.now(),
        )

    @cached_property
    def tally(self):
        """A count over posts."""
        return Tally.objects.create(
            stretch="day",
            starts=timezone.localdate(),
            theme="حساء",
            marking=int(Marking.GREEN),
            posts=12,
            accounts=12,
            is_shown=True,
        )

    @cached_property
    def report(self):
        """The public account of a period."""
        return transparency.make_report(self.analyst, self.other_person)


# The name of an address -> what stands in it; rows stand for their ids.
EXAMPLES = {
    "api:document": lambda w: {"document_id": w.document},
    "api:document_text": lambda w: {"document_id": w.document},
    "api:document_custody": lambda w: {"document_id": w.document},
    "api:document_findings": lambda w: {"document_id": w.document},
    "api:story": lambda w: {"story_id": w.story},
    "api:source": lambda w: {"source_id": w.source},
    "api:entry": lambda w: {"entry_id": w.entry},
    "api:entry_versions": lambda w: {"entry_id": w.entry},
    "api:indicator": lambda w: {"indicator_id": w.indicator},
    "api:indicator_points": lambda w: {"indicator_id": w.indicator},
    "api:contradiction": lambda w: {"contradiction_id": w.contradiction},
    "api:commitment": lambda w: {"entry_id": w.commitment},
    "api:meeting": lambda w: {"entry_id": w.meeting},
    "api:grouping": lambda w: {"grouping_id": w.grouping},
    "api:grouping_members": lambda w: {"grouping_id": w.grouping},
    "api:entity": lambda w: {"entity_id": w.entity},
    "api:entity_mentions": lambda w: {"entity_id": w.entity},
    "api:audit_line": lambda w: {"number": w.audit_record},
    "api:nothing": lambda w: {"rest": "nothing"},
    "work-retry": lambda w: {"pk": w.job},
    "source": lambda w: {"pk": w.source},
    "source-grade": lambda w: {"pk": w.source},
    "source-suspend": lambda w: {"pk": w.source},
    "source-resume": lambda w: {"pk": w.source},
    "document": lambda w: {"pk": w.document},
    "document-withdraw": lambda w: {"pk": w.document},
    "document-reinstate": lambda w: {"pk": w.document},
    "document-original": lambda w: {"pk": w.document},
    "document-mark": lambda w: {"pk": w.document},
    "story": lambda w: {"pk": w.story},
    "entity": lambda w: {"pk": w.entity},
    "entity-mentions": lambda w: {"pk": w.entity},
    "entity-alike": lambda w: {"pk": w.entity},
    "entity-follow": lambda w: {"pk": w.entity},
    "entity-unfollow": lambda w: {"pk": w.entity},
    "entity-name": lambda w: {"pk": w.entity},
    "entity-spell": lambda w: {"pk": w.entity},
    "entity-join": lambda w: {"pk": w.entity},
    "entity-split": lambda w: {"pk": w.entity},
    "entity-undo": lambda w: {"pk": w.move.other, "move": w.move},
    "entry": lambda w: {"pk": w.entry},
    "entry-grade": lambda w: {"pk": w.entry},
    "entry-correct": lambda w: {"pk": w.entry},
    "entry-retract": lambda w: {"pk": w.entry},
    "entry-merge": lambda w: {"pk": w.entry},
    "decision-undo": lambda w: {"pk": w.decision},
    "read": lambda w: {"pk": w.document},
    "read-next": lambda w: {"pk": w.document},
    "decide": lambda w: {"pk": w.document},
    "finding": lambda w: {"pk": w.document, "finding": w.finding},
    "finding-edit": lambda w: {"pk": w.document, "finding": w.finding},
    "contradiction": lambda w: {"pk": w.contradiction},
    "contradiction-resolve": lambda w: {"pk": w.contradiction},
    "contradiction-reopen": lambda w: {"pk": w.contradiction},
    "stale-decide": lambda w: {"pk": w.entry},
    "indicator-assign": lambda w: {"pk": w.indicator},
    "indicator": lambda w: {"pk": w.indicator},
    "indicator-chart": lambda w: {"pk": w.indicator},
    "indicator-define": lambda w: {"pk": w.indicator},
    "commitment": lambda w: {"pk": w.commitment},
    "commitment-settle": lambda w: {"pk": w.commitment},
    "commitment-reopen": lambda w: {"pk": w.commitment},
    "meeting": lambda w: {"pk": w.meeting},
    "meeting-record": lambda w: {"pk": w.meeting},
    "work-drop": lambda w: {"pk": w.job},
    "partner": lambda w: {"pk": w.partner},
    "partner-change": lambda w: {"pk": w.partner},
    "partner-close": lambda w: {"pk": w.partner},
    "partner-reopen": lambda w: {"pk": w.partner},
    "partner-seat": lambda w: {"pk": w.partner},
    "partner-unseat": lambda w: {"pk": w.partner},
    "contact-add": lambda w: {"pk": w.partner},
    "contact-change": lambda w: {"pk": w.contact},
    "contact-reopen": lambda w: {"pk": w.contact},
    "unsubscribe": lambda w: {"token": w.contact.token},
    "dispatch": lambda w: {"number": w.release.number},
    "pack-preview": lambda w: {"number": w.release.number, "code": w.partner.code},
    **{
        f"wagtailadmin_pages:{view}": lambda w: {"page_id": w.brief}
        for view in (
            *("edit", "preview_on_edit", "view_draft", "history", "history_results"),
            *("lock", "unlock"),
        )
    },
    **{
        f"wagtailadmin_pages:{view}": lambda w: {
            "page_id": w.brief,
            "revision_id": w.brief.latest_revision_id,
        }
        for view in ("revisions_view", "revisions_revert")
    },
    "wagtailadmin_pages:revisions_compare": lambda w: {
        "pk": w.brief,
        "revision_id_a": w.brief.latest_revision_id,
        "revision_id_b": w.brief.latest_revision_id,
    },
    "wagtailadmin_editing_sessions:ping": lambda w: {
        "app_label": "wagtailcore",
        "model_name": "page",
        "object_id": w.brief,
        "session_id": 1,
    },
    "wagtailimages_chooser:chosen": lambda w: {"pk": w.picture},
    "brief-picture": lambda w: {
        "folder": "original_images",
        "name": w.picture.file.name.rpartition("/")[2],
    },
    "entry_chooser:chosen": lambda w: {"pk": w.entry},
    "indicator_chooser:chosen": lambda w: {"pk": w.indicator},
    "grouping_chooser:chosen": lambda w: {"pk": w.grouping},
    "brief": lambda w: {"key": w.brief.translation_key},
    "brief-begin-language": lambda w: {"key": w.brief.translation_key},
    "brief-override": lambda w: {"key": w.brief.translation_key},
    "brief-accept": lambda w: {"key": w.brief.translation_key, "language": "ar"},
    "brief-translate": lambda w: {"key": w.brief.translation_key, "language": "ar"},
    "releases-submit": lambda w: {"key": w.brief.translation_key},
    "submission": lambda w: {"pk": w.submission},
    "submission-release": lambda w: {"pk": w.submission},
    "submission-return": lambda w: {"pk": w.submission},
    "submission-withdraw": lambda w: {"pk": w.submission},
    "submission-picture": lambda w: {
        "pk": w.release.submission,
        "sha256": edition_maker.SHA256,
    },
    "uptake": lambda w: {"number": w.uptake.release.number},
    "uptake-judge": lambda w: {"pk": w.uptake},
    "release": lambda w: {"number": w.release.number},
    "release-recall": lambda w: {"number": w.release.number},
    "release-edition": lambda w: {"number": w.release.number},
    "release-signature": lambda w: {"number": w.release.number},
    "release-pack": lambda w: {"number": w.release.number},
    "release-file": lambda w: {"number": w.release.number, "path": "edition.json"},
    "release-picture": lambda w: {
        "number": w.release.number,
        "sha256": edition_maker.SHA256,
    },
    "appeal": lambda w: {"pk": w.appeal},
    "appeal-answer": lambda w: {"pk": w.appeal},
    "member-admit": lambda w: {"pk": w.grouping},
    "member-end": lambda w: {"pk": w.member},
    "ruling-undo": lambda w: {"pk": w.ruling},
    "audit-record": lambda w: {"pk": w.audit_record},
    "person": lambda w: {"pk": w.other_person},
    "person-place": lambda w: {"pk": w.other_person},
    "person-clear": lambda w: {"pk": w.other_person},
    "person-close": lambda w: {"pk": w.other_person},
    "person-reopen": lambda w: {"pk": w.other_person},
    "person-reset": lambda w: {"pk": w.other_person},
}

# The website's: for everybody alike, and tests of their own say what is not shown.
_PARTS = {
    "number": lambda w: w.public.number,
    "entry": lambda w: w.public.carried.get().entry_id,
    "code": lambda w: code_of(w.public.carried.get().series),
    "path": lambda w: "edition.json.minisig",
    "language": lambda w: "ar",
    "form": lambda w: "atom",
    "topic": lambda w: "finance",
    "kind": lambda w: "daily",
}
_WEBSITE = {
    **dict.fromkeys(
        (
            *("home", "mission", "how-we-work", "members", "briefs", "figures"),
            *("commitments", "meetings", "timeline", "corrections", "search"),
            *("transparency", "transparency-csv", "appeals", "feeds"),
        ),
        (),
    ),
    "brief": ("number",),
    "claim": ("number", "entry"),
    "figure": ("code",),
    "figure-csv": ("code",),
    "feed": ("form",),
    "topic-feed": ("topic", "form"),
    "kind-feed": ("kind", "form"),
    "corrections-feed": ("form",),
}
for _name, _parts in _WEBSITE.items():
    EXAMPLES[f"website:{_name}"] = lambda w, parts=("language", *_parts): {
        part: _PARTS[part](w) for part in parts
    }
for _name, _parts in {"pack": ("number",), "file": ("number", "path")}.items():
    EXAMPLES[f"website:{_name}"] = lambda w, parts=_parts: {
        part: _PARTS[part](w) for part in parts
    }

# Addresses of things that are nobody's but their owner's: for everybody else they are
# not there, and the owner's own tests say what they do.
ONES_OWN = {
    "browser-close": lambda w: {"pk": w.analyst.pk},
    "key-revoke": lambda w: {"pk": w.key},
    # A partner's: these people sit at none.
    "pack": lambda w: {"number": w.release.number},
    "pack-take": lambda w: {"number": w.release.number, "what": "pack.zip"},
    "pack-shown": lambda w: {"number": w.release.number, "name": "charts/a-en.svg"},
    "notice-read": lambda w: {"number": w.release.number},
    "pack-atom": lambda w: {"language": "en"},
    "pack-json": lambda w: {"language": "en"},
    "wagtailadmin_editing_sessions:release": lambda w: {
        "session_id": w.editing_session
    },
}

# What carries no marking of its own and is hidden by that of what it is about.
HIDDEN_BY_ANOTHER = frozenset(
    (
        "decision-undo",
        "ruling-undo",
        *(
            f"wagtailadmin_pages:{view}"
            for view in (
                *("edit", "preview_on_edit", "view_draft", "history"),
                *("history_results", "lock", "unlock", "revisions_view"),
                *("revisions_revert", "revisions_compare"),
            )
        ),
        "wagtailadmin_editing_sessions:ping",
        "brief",
        "brief-begin-language",
        "brief-override",
        "brief-accept",
        "brief-translate",
        "releases-submit",
        "release",
        "uptake",
        "release-recall",
        "release-edition",
        "release-signature",
        "release-pack",
        "release-file",
        "release-picture",
    )
)

# Addresses that answer 404 by themselves, whoever asks.
ALWAYS_MISSING = frozenset(("api:nothing",))

# What a form must say before an address looks at anything.
SENT = {
    "entity-join": lambda w: {"part": w.move.other.pk},
    "indicator-assign": lambda w: {"entry": f"{w.entry.pk}.{w.entry.version}"},
}

for _app in (posts, banks, cases, referrals, complaints, watch, transparency):
    EXAMPLES |= _app.EXAMPLES
    ONES_OWN |= _app.ONES_OWN
    HIDDEN_BY_ANOTHER |= _app.HIDDEN_BY_ANOTHER
    ALWAYS_MISSING |= _app.ALWAYS_MISSING
    SENT |= _app.SENT
