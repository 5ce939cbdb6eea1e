"""Nobody gets more out of the editor than to read, to write and to save a draft."""

import ast
import json
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Revision

from architecture.house import PACKAGE, modules, tree
from desk.briefs.editor_examples import (
    a_brief,
    a_plain_entry,
    in_language,
    sent,
    statement,
)
from marsad.desk.briefs.editor import OPENINGS
from marsad.desk.briefs.editor_powers import lent
from marsad.desk.briefs.models import Brief, Shelf
from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused
from marsad.marking import Marking

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

ACTIONS = (
    "action-publish",
    "action-submit",
    "action-restart-workflow",
    "action-cancel-workflow",
    "action-workflow-action",
    "action-unpublish",
    "action-delete",
    "action-copy",
    "workflow-action-name",
    "overwrite_revision_id",
)
# What a page keeps and no form of the editor may change.
KEPT = {
    "live": "on",
    "go_live_at": "2018-03-02 10:00",
    "expire_at": "2018-03-03 10:00",
    "owner": "1",
    "locale": "2",
    "path": "0001",
    "depth": "1",
    "slug": "elsewhere",
    "translation_key": "00000000-0000-0000-0000-000000000000",
    "stands_for": "{}",
    "by_machine": "[]",
    "begun_by": "1",
    "original": "fr",
    "kind": "standing",
    "place": "mission",
    "topics": "[]",
    "locked": "on",
    "locked_by": "1",
    "alias_of": "1",
    "content_type": "1",
    "latest_revision": "1",
    "live_revision": "1",
    "approved_schedule": "on",
    "first_published_at": "2018-03-02 10:00",
    "seo_title": "x",
    "show_in_menus": "on",
    "url_path": "/x/",
}


def patterns(resolver=None, before="", space=""):
    """Every address of the editor: its name, how it is written, its view."""
    if resolver is None:
        whole = get_resolver().url_patterns
        resolver = next(one for one in whole if str(one.pattern) == "editing/")
        before = "editing/"
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from patterns(one, f"{before}{one.pattern}", inner)
        else:
            yield f"{space}{one.name or ''}", f"{before}{one.pattern}", one.callback


ALL = list(patterns())
METHODS = frozenset("GET HEAD POST PUT PATCH DELETE OPTIONS TRACE".split())
OPEN = [(name, view) for name, _, view in ALL if name in OPENINGS]


def written(route, page):
    """An address with real numbers in it."""
    if route.endswith("^.*/$"):
        return "/editing/anything/at/all/"
    route = route.replace(r"^(?P<pk>\d+)", str(page.pk)).rstrip("$")
    route = route.replace(r"(?P<revision_id_a>live|earliest|\d+)\.\.\.", "earliest...")
    route = route.replace(r"(?P<revision_id_b>live|latest|\d+)", "latest")
    parts = []
    for part in route.split("<"):
        if ">" not in part:
            parts.append(part)
            continue
        named, _, rest = part.partition(">")
        parts.append(_value(named, page) + rest)
    return "/" + "".join(parts).replace("^", "").replace("\\", "")


def _value(named, page):
    if "app" in named:
        return "wagtailcore"
    if "model" in named:
        return "page"
    if "action" in named:
        return "delete"
    if "revision" in named:
        return str(page.latest_revision_id)
    if "filter_spec" in named:
        return "max-10x10"
    return str(page.pk)


@pytest.fixture
def karim(make_person):
    """A communications officer."""
    return make_person("karim", Group.OFFICER, name="Karim")


@pytest.fixture
def entry(db):
    """An entry that may be cited."""
    return a_plain_entry()


@pytest.fixture
def page(lina, entry):
    """A brief that cites it."""
    return a_brief(lina, statement("قال الوزير إن التحالف ملتزم.", entry))


@pytest.fixture
def desk(sign_in, karim):
    """A browser in which an officer is signed in."""
    return sign_in(karim)


def state(page):
    """All that is known of a page but its words, and of its tree."""
    row = Brief.objects.get(pk=page.pk)
    kept = {name: str(getattr(row, name)) for name in KEPT if hasattr(row, name)}
    kept.pop("latest_revision")
    return kept, Page.objects.count(), Shelf.objects.count(), _restrictions()


def _restrictions():
    return PageViewRestriction.objects.count()


class TestAddresses:
    def test_every_opening_is_an_address_of_the_editor(self):
        assert set(OPENINGS) - {name for name, _, _ in ALL} == set()

    def test_there_are_far_more_addresses_than_openings(self):
        # Else the walk has missed them.
        assert len(ALL) > 150
        assert len(OPEN) == len(OPENINGS)

    @pytest.mark.parametrize("method", ["get", "post", "delete"])
    def test_all_other_addresses_are_not_there(self, method, desk, page):
        before = state(page)
        found = {}
        for name, route, _ in ALL:
            if name in OPENINGS:
                continue
            answer = getattr(desk, method)(written(route, page))
            if answer.status_code != 404:
                found[written(route, page)] = answer.status_code
        assert found == {}
        assert state(page) == before

    @pytest.mark.parametrize(
        "name",
        [
            pytest.param("wagtailadmin_home", id="its home"),
            pytest.param("wagtailadmin_account", id="accounts"),
            pytest.param("wagtailusers_users:index", id="users"),
            pytest.param("wagtailusers_groups:index", id="groups"),
            pytest.param("wagtailadmin_workflows:index", id="workflows"),
            pytest.param("wagtailadmin_reports:locked_pages", id="reports"),
            pytest.param("wagtailadmin_explore_root", id="the tree"),
            pytest.param("wagtailadmin_api:pages:listing", id="its programs' door"),
            pytest.param("wagtailadmin_login", id="a sign-in of its own"),
            pytest.param("wagtailadmin_logout", id="a sign-out of its own"),
            pytest.param("wagtailimages:add_multiple", id="many pictures at once"),
            pytest.param("wagtaildocs:index", id="documents"),
            pytest.param("wagtailadmin_block_preview", id="previews of blocks"),
            pytest.param("wagtailadmin_dismissibles", id="profiles"),
        ],
    )
    def test_what_we_have_no_use_for_is_closed(self, name):
        [view] = {view for known, _, view in ALL if known == name}

        assert view.is_closed

    def test_an_opening_answers_to_its_methods_alone(self, desk, page):
        before = state(page)
        for name, route, _ in ALL:
            methods = OPENINGS[name].methods if name in OPENINGS else METHODS
            for method in METHODS - methods:
                answer = desk.generic(method, written(route, page))
                assert answer.status_code == 404, f"{method} {route}"
        assert state(page) == before

    def test_whoever_has_no_right_is_told_so(self, page, make_person, sign_in):
        partner = sign_in(make_person("yusuf", Group.PARTNER), Client())
        auditor = sign_in(make_person("nadia", Group.AUDITOR), Client())
        for name, route, _ in ALL:
            if name not in OPENINGS:
                continue
            address, opening = written(route, page), OPENINGS[name]
            method = "GET" if "GET" in opening.methods else "POST"
            nobody = Client().generic(method, address)

            assert nobody.status_code == 302, name
            assert nobody["Location"].startswith("/sign-in/?next="), name
            assert partner.generic(method, address).status_code == 403, name
            is_told = auditor.generic(method, address).status_code == 403
            assert is_told == (opening.right != "briefs.read"), name

    def test_a_first_password_is_changed_before_anything(self, page, desk, karim):
        Person.objects.filter(pk=karim.pk).update(must_change_password=True)

        answer = desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

        assert answer.status_code == 302
        assert "password" in answer["Location"]

    def test_a_second_factor_is_asked_for_where_it_is_required(
        self, page, make_person, sign_in, settings
    ):
        both = make_person("rima", Group.OFFICER, Group.RELEASING)
        browser = sign_in(both, Client())
        settings.SECOND_FACTOR = "required"

        answer = browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

        assert answer.status_code == 302
        assert answer["Location"].startswith("/sign-in/code/")

    def test_whoever_reads_may_compare_and_not_write(self, page, make_person, sign_in):
        browser = sign_in(make_person("nadia", Group.AUDITOR), Client())
        history = reverse("wagtailadmin_pages:history", args=[page.pk])
        compare = reverse(
            "wagtailadmin_pages:revisions_compare", args=[page.pk, "earliest", "latest"]
        )
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])

        assert browser.get(history).status_code == 200
        assert browser.get(compare).status_code == 200
        assert browser.post(edit, sent(page)).status_code == 403


class TestForgedForms:
    def edit(self, page):
        return reverse("wagtailadmin_pages:edit", args=[page.pk])

    def test_a_draft_is_saved(self, desk, page):
        answer = desk.post(self.edit(page), sent(page, title="نشرة المساء"))

        assert answer.status_code == 302
        assert in_language(page, "ar").title == "نشرة المساء"
        assert not Brief.objects.get(pk=page.pk).live

    @pytest.mark.parametrize("view", ["edit", "revisions_revert", "preview_on_edit"])
    def test_no_deed_but_saving_is_taken(self, desk, page, view):
        args = [page.pk]
        if view == "revisions_revert":
            args.append(page.latest_revision_id)
        address = reverse(f"wagtailadmin_pages:{view}", args=args)
        before, revisions = state(page), Revision.objects.count()
        for action in ACTIONS:
            asked = {action: str(page.latest_revision_id)}

            answer = desk.post(address, sent(page, title="خبر", **asked))

            assert answer.status_code == 404, action
        assert (state(page), Revision.objects.count()) == (before, revisions)

    def test_a_deed_in_the_address_is_none(self, desk, page):
        before = state(page)
        for action in ACTIONS:
            desk.get(self.edit(page), {action: "1"})
            desk.post(f"{self.edit(page)}?{action}=1", sent(page))

            assert state(page) == before, action

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            pytest.param("body-count", "many", id="as many blocks as words"),
            pytest.param("body-count", "999999", id="a million blocks"),
            pytest.param("body-0-order", "-1", id="a block before the first"),
            pytest.param("body-count", None, id="no blocks named"),
        ],
    )
    def test_a_form_that_no_page_of_ours_sends_is_not_understood(
        self, desk, page, name, said
    ):
        form = sent(page)
        form.pop(name) if said is None else form.update({name: said})

        assert desk.post(self.edit(page), form).status_code == 404

    def test_what_is_no_field_of_the_form_stays_as_it_was(self, desk, page):
        before = state(page)

        answer = desk.post(self.edit(page), sent(page, title="نشرة المساء", **KEPT))

        latest = in_language(page, "ar")
        assert answer.status_code == 302
        assert latest.title == "نشرة المساء"
        assert state(page) == before
        assert (latest.live, latest.go_live_at, latest.expire_at) == (False, None, None)
        assert latest.slug != "elsewhere"
        assert str(latest.begun_by) == "Lina"
        revision = latest.latest_revision
        assert revision.approved_go_live_at is None
        assert revision.content["live"] is False

    def test_a_body_of_json_changes_nothing(self, desk, page):
        before, revisions = state(page), Revision.objects.count()

        desk.post(
            self.edit(page),
            json.dumps({"title": "x", "live": True, "action-publish": 1}),
            content_type="application/json",
        )

        assert (state(page), Revision.objects.count()) == (before, revisions)

    @pytest.mark.parametrize("method", ["DELETE", "PUT", "PATCH"])
    def test_no_header_turns_one_method_into_another(self, desk, page, method):
        before = state(page)
        for header in ("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"):
            desk.post(self.edit(page), sent(page), headers={header: method})
        desk.post(self.edit(page), sent(page, _method=method))

        assert state(page) == before

    def test_an_answer_in_json_saves_a_draft_and_no_more(self, desk, page):
        answer = desk.post(
            self.edit(page), sent(page, **KEPT), headers={"Accept": "application/json"}
        )

        assert answer.status_code in (200, 302)
        assert not Brief.objects.get(pk=page.pk).live

    def test_a_page_of_no_brief_is_not_edited(self, desk, page):
        for other in (Page.get_first_root_node(), Shelf.objects.first()):
            assert desk.get(self.edit(other)).status_code == 404

    def test_the_presence_of_others_is_told_of_briefs_alone(self, desk, page, karim):
        address = reverse(
            "wagtailadmin_editing_sessions:ping",
            args=["safeguards", "person", str(karim.pk), 1],
        )

        assert desk.post(address).status_code == 404

    def test_without_the_token_of_its_form_nothing_is_saved(self, karim, sign_in, page):
        strict = sign_in(karim, Client())
        strict.handler.enforce_csrf_checks = True

        assert strict.post(self.edit(page), sent(page)).status_code == 403


class TestNeverLive:
    def test_the_editors_own_deed_of_publishing_is_refused(self, page):
        revision = page.save_revision()

        with pytest.raises(Refused, match="cannot be published"):
            revision.publish()
        assert not Brief.objects.get(pk=page.pk).live

    def test_nothing_goes_out_by_the_clock(self, page):
        revision = page.save_revision()
        hour_ago = timezone.now() - timedelta(hours=1)
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=hour_ago)

        with pytest.raises(Refused, match="cannot be published"):
            call_command("publish_scheduled")
        assert not Brief.objects.get(pk=page.pk).live

    @pytest.mark.parametrize("field", ["live", "go_live_at", "expire_at"])
    def test_a_page_is_kept_as_a_draft_or_not_at_all(self, page, field):
        setattr(page, field, timezone.now() if field != "live" else True)

        with pytest.raises(Refused, match="cannot be published"):
            page.save()

    def test_a_copy_to_be_translated_is_a_draft(self, page):
        assert list(Brief.objects.filter(live=True)) == []
        assert list(Shelf.objects.filter(live=True)) == []


FILES = [path for path in modules() if PACKAGE / "desk" in path.parents]
# Deeds of the editor's own that put a page out, or let one be put out later.
PUTTING_OUT = frozenset(
    "publish unpublish approve start resume PublishPageRevisionAction "
    "PublishRevisionAction UnpublishPageAction publish_scheduled".split()
)


def test_no_code_of_ours_puts_a_page_out():
    found = []
    for path in FILES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.keyword) and node.arg in ("live", "go_live_at"):
                is_no = isinstance(node.value, ast.Constant) and not node.value.value
                found += [] if is_no else [f"{path}:{node.value.lineno}"]
            if isinstance(node, ast.Attribute) and node.attr in ("live", "go_live_at"):
                is_set = isinstance(node.ctx, ast.Store)
                found += [f"{path}:{node.lineno}"] if is_set else []
            called = node.func if isinstance(node, ast.Call) else None
            name = getattr(called, "attr", getattr(called, "id", ""))
            if name in ("publish", "unpublish") or name in PUTTING_OUT - {
                "start", "resume", "approve",
            }:  # fmt: skip
                found.append(f"{path}:{node.lineno}")
    assert found == [], "a page is never live: what goes out is a release"


class TestPowers:
    def test_they_last_while_the_page_is_made(self, page, karim):
        with lent(karim):
            assert karim.has_perm("wagtailadmin.access_admin")
            assert page.permissions_for_user(karim).can_edit()
        assert not karim.has_perm("wagtailadmin.access_admin")
        assert not page.permissions_for_user(karim).can_edit()

    def test_they_are_never_powers_to_put_out_or_take_away(self, page, karim):
        with lent(karim):
            powers = page.permissions_for_user(karim)
            assert not powers.can_publish()
            assert not powers.can_unpublish()
            assert not powers.can_submit_for_moderation()
            assert not powers.can_set_view_restrictions()
            assert not powers.can_unschedule()
            assert not karim.has_perm("wagtailimages.delete_image")
            assert not karim.has_perm("wagtailusers.change_user")

    def test_they_end_also_where_the_page_fails(self, karim, page):
        with pytest.raises(ValueError, match="torn"), lent(karim):
            raise ValueError("torn")
        assert not karim.has_perm("wagtailadmin.access_admin")

    def test_no_table_keeps_any(self, desk, page, karim):
        desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

        anew = Person.objects.get(pk=karim.pk)
        assert not anew.has_perm("wagtailadmin.access_admin")
        assert not hasattr(anew, "_page_permission_cache")
        assert anew.groups.count() == 0

    def test_nobody_who_is_not_signed_in_has_any(self):
        assert not AnonymousUser().has_perm("wagtailadmin.access_admin")


def test_a_clearance_says_nothing_of_powers(make_person):
    everything = make_person("dalia", Group.DIRECTOR, clearance=Marking.RED)

    assert not everything.may("briefs.write")
