"""A save of the editor is an act, and says which blocks stand for the original now."""

import re

import pytest
from django.urls import reverse

from desk.briefs.editor_examples import (
    a_brief,
    a_plain_entry,
    in_language,
    sent,
    statement,
)
from marsad.desk.briefs.freeze import freeze
from marsad.desk.briefs.manuscripts import fingerprint
from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.models import AuditRecord

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

FIRST, SECOND = "قال الوزير إن التحالف ملتزم.", "ويضم التحالف 74 عضوا."


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
    """An Arabic brief of two statements, copied into English."""
    return a_brief(
        lina, statement(FIRST, entry, key="one"), statement(SECOND, entry, key="two")
    )


@pytest.fixture
def desk(sign_in, karim):
    """A browser in which an officer is signed in."""
    return sign_in(karim)


def save(desk, page, **words):
    """Write other words into some blocks of a page, and save it."""
    blocks = page.get_latest_revision_as_object().body.get_prep_value()
    for one in blocks:
        if one["id"] in words:
            one["value"]["text"] = words[one["id"]]
    answer = desk.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), sent(page, blocks)
    )
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return page.__class__.objects.get(pk=page.pk).get_latest_revision_as_object()


def states(page, language="en"):
    """How each block of a translation stands to the original."""
    edition = freeze(page).edition
    return {one.id: one.freshness for one in edition.in_language(language).blocks}


class TestTranslations:
    def test_nothing_is_translated_at_first(self, page):
        assert states(page) == {"one": "untranslated", "two": "untranslated"}

    def test_what_is_written_anew_stands_for_the_original(self, desk, page):
        english = save(desk, in_language(page, "en"), one="The minister said so.")

        [original, _] = in_language(page, "ar").body
        assert english.stands_for == {"one": fingerprint(original)}
        assert states(page) == {"one": "fresh", "two": "untranslated"}

    def test_a_change_of_the_original_is_seen_until_it_is_followed(self, desk, page):
        save(desk, in_language(page, "en"), one="The minister said so.")
        save(desk, page, one="قال الوزير أمس إن التحالف ملتزم.")
        assert states(page)["one"] == "changed"

        save(desk, in_language(page, "en"), one="The minister said so yesterday.")

        assert states(page)["one"] == "fresh"

    def test_saving_without_a_change_says_nothing_of_the_blocks(self, desk, page):
        english = save(desk, in_language(page, "en"))

        assert english.stands_for == {}
        assert states(page) == {"one": "untranslated", "two": "untranslated"}

    def test_another_entry_beside_the_same_words_is_no_translation(self, desk, page):
        english = in_language(page, "en")
        other = a_plain_entry("قول آخر")
        blocks = [statement(FIRST, other, key="one"), statement(SECOND, key="two")]

        desk.post(
            reverse("wagtailadmin_pages:edit", args=[english.pk]), sent(english, blocks)
        )

        assert states(page) == {"one": "untranslated", "two": "untranslated"}

    def test_what_a_machine_wrote_is_nobodys_until_a_person_writes_it(
        self, desk, page, lina
    ):
        english = in_language(page, "en")
        english.by_machine = ["one", "two"]
        english.save()
        english.save_revision(user=lina)

        saved = save(desk, english, one="The minister said so.")

        assert saved.by_machine == ["two"]

    def test_a_block_that_is_gone_leaves_no_trace(self, desk, page, lina):
        english = in_language(page, "en")
        english.by_machine, english.stands_for = ["two"], {"two": "0"}
        english.save()
        english.save_revision(user=lina)
        blocks = [statement("The minister said so.", key="one")]

        desk.post(
            reverse("wagtailadmin_pages:edit", args=[english.pk]), sent(english, blocks)
        )

        saved = in_language(page, "en")
        assert saved.by_machine == []
        assert set(saved.stands_for) == {"one"}

    def test_an_older_text_brings_its_own_standing_back(self, desk, page):
        english = in_language(page, "en")
        untranslated = english.latest_revision_id
        save(desk, english, one="The minister said so.")
        latest = in_language(page, "en")
        older = latest.revisions.get(pk=untranslated).as_object()

        answer = desk.post(
            reverse(
                "wagtailadmin_pages:revisions_revert", args=[latest.pk, untranslated]
            ),
            sent(latest, older.body.get_prep_value()),
        )

        assert answer.status_code == 302
        assert states(page)["one"] == "untranslated"

    def test_the_original_stands_for_nothing(self, desk, page):
        assert save(desk, page, one="قال الوزير أمس.").stands_for == {}


class TestTrail:
    def test_each_save_is_one_line_with_its_blocks(self, desk, page, karim):
        save(desk, page, one="قال الوزير أمس.")

        [line] = AuditRecord.objects.filter(act="briefs.write")
        assert (line.outcome, line.person_id) == ("done", karim.pk)
        assert line.subject == f"briefs.brief:{page.pk}"
        assert line.details["changed"] == ["one"]
        assert line.details["language"] == "ar"

    def test_the_revision_names_who_wrote_it(self, desk, page, karim):
        saved = save(desk, page, one="قال الوزير أمس.")

        assert saved.latest_revision.user == karim

    def test_a_form_with_a_fault_is_no_save(self, desk, page):
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])

        answer = desk.post(address, sent(page, as_of="tomorrow"))

        assert answer.status_code == 200
        assert not AuditRecord.objects.filter(act="briefs.write").exists()

    def test_looking_at_a_preview_is_no_save(self, desk, page):
        address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])

        answer = desk.post(address, sent(page, title="مسودة أخرى"))

        assert answer.json() == {"is_valid": True, "is_available": True}
        assert "مسودة أخرى" in desk.get(address).content.decode()
        assert not AuditRecord.objects.filter(act="briefs.write").exists()
        assert in_language(page, "ar").title == "نشرة اليوم"

    def test_a_locked_page_is_not_saved_by_others(self, desk, page, omar, sign_in):
        desk.post(reverse("wagtailadmin_pages:lock", args=[page.pk]))
        other = sign_in(omar, desk.__class__())
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])

        other.post(address, sent(page, title="نشرة أخرى"))

        assert in_language(page, "ar").title == "نشرة اليوم"
        assert not AuditRecord.objects.filter(act="briefs.write").exists()


class TestPreview:
    def test_it_is_the_printed_page_and_runs_nothing(self, desk, page):
        address = reverse("wagtailadmin_pages:view_draft", args=[page.pk])

        answer = desk.get(address)

        told, policy = answer.content.decode(), answer["Content-Security-Policy"]
        assert "قال الوزير إن التحالف ملتزم" in told
        assert "مسودة غير" in told
        assert "<script" not in told
        assert "script-src" not in policy
        assert "'unsafe-inline'" not in policy
        assert "frame-ancestors 'self'" in policy
        assert answer["X-Frame-Options"] == "SAMEORIGIN"

    def test_the_editor_itself_is_framed_by_nobody(self, desk, page):
        answer = desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

        policy = answer["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in policy
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy
        assert answer["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("view", ["edit", "history", "revisions_compare"])
def test_no_page_of_the_editor_carries_a_script_to_run(desk, page, view):
    args = [page.pk, *(("earliest", "latest") if "compare" in view else ())]

    told = desk.get(reverse(f"wagtailadmin_pages:{view}", args=args)).content.decode()

    scripts = re.findall(r"<script\b([^>]*)>", told)
    assert scripts
    assert [one for one in scripts if "src=" not in one and "json" not in one] == []
    assert not re.search(r"<style|\son\w+=|<[^>]+\sstyle=", told)


class TestComments:
    def test_an_answer_to_somebody_elses_comment_is_kept_and_sends_no_letter(
        self, desk, page, omar, sign_in, mailoutbox
    ):
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        said = {
            "comments-TOTAL_FORMS": "1",
            "comments-0-id": "",
            "comments-0-text": "من قال هذا؟",
            "comments-0-contentpath": "title",
            "comments-0-position": "",
            "comments-0-resolved": "",
            "comments-0-DELETE": "",
            "comments-0-replies-TOTAL_FORMS": "0",
            "comments-0-replies-INITIAL_FORMS": "0",
            "comments-0-replies-MIN_NUM_FORMS": "0",
            "comments-0-replies-MAX_NUM_FORMS": "",
        }
        desk.post(address, sent(page, **said))
        [comment] = page.wagtail_admin_comments.all()
        answer = {
            **said,
            "comments-INITIAL_FORMS": "1",
            "comments-0-id": str(comment.pk),
            "comments-0-replies-TOTAL_FORMS": "1",
            "comments-0-replies-0-id": "",
            "comments-0-replies-0-text": "الوزير نفسه",
            "comments-0-replies-0-DELETE": "",
        }

        told = sign_in(omar, desk.__class__()).post(address, sent(page, **answer))

        assert told.status_code == 302
        [reply] = comment.replies.all()
        assert (reply.user, reply.text) == (omar, "الوزير نفسه")
        assert mailoutbox == []
