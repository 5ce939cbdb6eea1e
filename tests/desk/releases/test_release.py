"""Two people let a brief out, and nobody does it alone."""

import json
import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from desk.newsroom import (
    SENTENCES,
    WHY,
    make_brief,
    make_entry,
    make_partner,
    make_release,
    make_somebody,
    make_submission,
    statement,
    write,
)
from marsad import signing
from marsad.composing.editions import from_json, sha256, to_json
from marsad.desk.briefs.freeze import pages_of
from marsad.desk.briefs.models import Brief
from marsad.desk.contradictions.models import Contradiction
from marsad.desk.register.confirm import confirm
from marsad.desk.register.models import Entry, State
from marsad.desk.releases import keys
from marsad.desk.releases.models import Carried, Fate, Release, Submission
from marsad.desk.releases.objections import objections
from marsad.desk.releases.release import release
from marsad.desk.releases.send_back import send_back
from marsad.desk.releases.submit import submit
from marsad.desk.releases.withdraw import withdraw
from marsad.desk.safeguards.acts import Worker
from marsad.desk.safeguards.models import AuditRecord
from marsad.errors import Refused
from marsad.marking import Audience, Marking

pytestmark = pytest.mark.django_db


def let_go(submission, by):
    return release(submission, by=by, because=WHY)


def test_a_second_person_releases_what_the_first_submitted(waiting, rima):
    made = let_go(waiting, rima)

    waiting.refresh_from_db()
    year = timezone.localdate().year
    assert (made.number, made.languages) == (f"{year}-001", ["ar", "en"])
    assert (waiting.fate, waiting.settled_by, waiting.release) == (
        Fate.RELEASED, rima, made,
    )  # fmt: skip
    edition = from_json(made.edition.encode())
    assert (edition.number, edition.released_at) == (made.number, made.released_at)
    assert replace(edition, number="", released_at=None) == waiting.frozen
    assert sha256(edition) == made.sha256
    assert list(Release.objects.public().opened()) == [made]


def test_a_release_carries_its_entries_as_they_were(waiting, rima):
    made = let_go(waiting, rima)

    [row] = Carried.objects.filter(release=made)
    [cited] = made.frozen.entries
    assert (row.entry_id, row.version, row.kind) == (cited.number, 1, "membership")
    assert row.cited["value"] == 74


def test_the_trail_says_who_released_what_and_why(waiting, rima):
    made = let_go(waiting, rima)

    line = AuditRecord.objects.filter(act="releases.release").get()
    assert (line.person_id, line.because) == (rima.pk, WHY)
    assert line.details["number"] == made.number
    assert line.details["sha256"] == made.sha256
    assert line.details["submitted"] == waiting.sha256
    assert f"releases.release:{made.pk}" in line.touched


class TestNobodyAlone:
    """Whoever had a hand in it does not release it."""

    def test_not_who_submitted_it(self, brief, sami):
        mine = make_submission(brief, by=sami)

        with pytest.raises(Refused, match="submitted it: nobody releases alone"):
            let_go(mine, sami)

    def test_not_who_drafted_it(self, sami):
        theirs = make_submission(make_brief(by=sami))

        with pytest.raises(Refused, match="nobody releases their own words"):
            let_go(theirs, sami)

    def test_not_who_translated_it(self, brief, sami):
        english = next(one for one in pages_of(brief) if one.language == "en")
        same = [
            {
                "type": one.block_type,
                "value": one.get_prep_value()["value"],
                "id": one.id,
            }
            for one in english.body
        ]
        write(english, same, by=sami, title="The brief of the day")
        theirs = make_submission(brief)

        with pytest.raises(Refused, match="nobody releases their own words"):
            let_go(theirs, sami)

    def test_not_whose_older_revision_is_in_it(self, brief, sami, karim):
        body = brief.get_latest_revision_as_object().body.get_prep_value()
        write(brief, body, by=sami)
        write(brief, body, by=karim, title="إحاطة جديدة")
        theirs = make_submission(Brief.objects.get(pk=brief.pk))

        with pytest.raises(Refused, match="nobody releases their own words"):
            let_go(theirs, sami)

    def test_not_who_wrote_a_language_that_is_not_sent(self, brief, sami):
        english = next(one for one in pages_of(brief) if one.language == "en")
        body = english.get_latest_revision_as_object().body.get_prep_value()
        write(english, body, by=sami)
        theirs = make_submission(brief, languages=["ar"])

        with pytest.raises(Refused, match="nobody releases their own words"):
            let_go(theirs, sami)

    def test_not_who_may_only_write(self, waiting):
        other = make_somebody("hadi", "officer", "analyst")

        with pytest.raises(Refused, match="no right to do"):
            let_go(waiting, other)

    def test_not_a_machine(self, waiting):
        with pytest.raises(Refused, match="no machine may do"):
            let_go(waiting, Worker("a robot 1.0"))

    def test_not_who_is_not_cleared_for_it(self, rima):
        partner = make_partner("kw")
        secret = make_submission(
            make_brief(audience=Audience.CLIENTS, marking=Marking.AMBER),
            partners=[partner],
        )
        low = make_somebody("low", "releasing", clearance=Marking.GREEN)

        with pytest.raises(Refused, match="not cleared"):
            let_go(secret, low)

    def test_a_refusal_is_written_down_and_leaves_nothing(self, brief, sami):
        mine = make_submission(brief, by=sami)

        with pytest.raises(Refused):
            let_go(mine, sami)

        line = AuditRecord.objects.filter(act="releases.release").get()
        assert line.outcome == "refused"
        assert Release.objects.count() == 0
        mine.refresh_from_db()
        assert mine.fate == Fate.WAITING


class TestAnApprovalDoesNotSurviveAChange:
    """What an officer looked at is what goes out, or nothing does."""

    @pytest.mark.parametrize("language", ["ar", "en"])
    def test_of_any_page(self, waiting, brief, rima, karim, language):
        page = next(one for one in pages_of(brief) if one.language == language)
        body = page.get_latest_revision_as_object().body.get_prep_value()
        write(page, body, by=karim, title="عنوان آخر")

        with pytest.raises(Refused, match="was edited since it was submitted"):
            let_go(waiting, rima)

    def test_of_the_original_of_a_translation_that_is_sent_alone(self, brief, rima):
        alone = make_submission(brief, languages=["en"])
        body = brief.get_latest_revision_as_object().body.get_prep_value()
        body[0]["value"]["text"] = "يضم التحالف الدولي اليوم 74 عضوا."
        write(brief, body, by=alone.submitted_by)

        with pytest.raises(Refused, match="was edited since"):
            let_go(alone, rima)

    def test_of_the_stored_edition(self, waiting, rima):
        forged = waiting.edition.replace("74", "75")
        with pytest.raises(DatabaseError), transaction.atomic():
            Submission.objects.filter(pk=waiting.pk).update(edition=forged)
        waiting.edition = forged

        found = [str(one) for one in objections(waiting, rima)]

        assert any("its hash is another" in one for one in found)

    def test_of_the_audience(self, waiting, brief, rima, karim):
        page = brief.get_latest_revision_as_object()
        page.audience = int(Audience.COMMUNITY)
        page.save_revision(user=karim)

        with pytest.raises(Refused, match="was edited since"):
            let_go(waiting, rima)

    def test_but_a_returned_one_is_submitted_again(self, waiting, brief, rima, karim):
        send_back(waiting, by=rima, because="the title says too much")
        body = brief.get_latest_revision_as_object().body.get_prep_value()
        write(brief, body, by=karim, title="إحاطة")

        made = let_go(make_submission(Brief.objects.get(pk=brief.pk)), rima)

        assert made.title == "إحاطة"


class TestTheRegisterMovesOn:
    """An entry that fell since the submission keeps the brief back."""

    @pytest.fixture
    def entry(self, waiting):
        return Entry.objects.get(pk=waiting.frozen.entries[0].number)

    def test_a_retracted_entry(self, waiting, entry, rima):
        Entry.objects.filter(pk=entry.pk).update(state=State.RETRACTED)

        with pytest.raises(Refused, match="retracted or merged since"):
            let_go(waiting, rima)

    def test_an_entry_that_is_marked_more_strictly(self, waiting, entry, rima):
        Entry.objects.filter(pk=entry.pk).update(marking=int(Marking.AMBER))

        with pytest.raises(Refused, match="is marked TLP:AMBER since"):
            let_go(waiting, rima)

    def test_a_corrected_entry(self, waiting, entry, rima):
        Entry.objects.filter(pk=entry.pk).update(value=75, version=2)

        with pytest.raises(Refused, match="was changed in the register since"):
            let_go(waiting, rima)

    def test_an_expired_entry(self, waiting, entry, rima):
        gone = timezone.localdate() - timedelta(days=1)
        Entry.objects.filter(pk=entry.pk).update(expires_on=gone)

        with pytest.raises(Refused, match="doubt"):
            let_go(waiting, rima)

    def test_a_contradicted_entry(self, waiting, entry, rima):
        Contradiction.objects.create(
            key="x", about="value", day=entry.day, one=entry,
            other=make_entry("The Coalition has 75 members.", value=75, unit="member"),
            why="74 and 75", compared="74 75",
        )  # fmt: skip

        with pytest.raises(Refused, match="doubt"):
            let_go(waiting, rima)


class TestWhatMayNotEvenBeSubmitted:
    """The support check stands before the officer."""

    def test_a_sentence_without_an_entry(self, karim):
        body = {"en": [statement("The Coalition has 74 members.")]}
        brief = make_brief(body, languages=("en",))

        with pytest.raises(Refused, match="doubt"):
            make_submission(brief)

    def test_an_altered_number(self, karim):
        body = {"en": [statement("The Global Coalition has 75 members.", make_entry())]}
        brief = make_brief(body, languages=("en",))

        with pytest.raises(Refused, match="doubt"):
            make_submission(brief)

    def test_an_entry_above_the_audience(self, karim):
        brief = make_brief(marking=Marking.GREEN)

        with pytest.raises(Refused, match="TLP:GREEN, which may not reach"):
            make_submission(brief)

    def test_an_empty_brief(self, karim):
        brief = make_brief({"en": []}, languages=("en",))

        with pytest.raises(Refused, match="nothing in it"):
            make_submission(brief)

    def test_named_partners_without_names(self, karim):
        brief = make_brief(audience=Audience.CLIENTS)

        with pytest.raises(Refused, match="none is named"):
            make_submission(brief)

    def test_a_partner_who_reads_less(self, karim):
        brief = make_brief(audience=Audience.CLIENTS, marking=Marking.AMBER)

        with pytest.raises(Refused, match="reads up to TLP:GREEN"):
            make_submission(brief, partners=[make_partner("kw", Marking.GREEN)])

    def test_a_partner_that_was_closed(self, karim):
        brief = make_brief(audience=Audience.CLIENTS)
        gone = make_partner("kw", closed_at=timezone.now())

        with pytest.raises(Refused, match="partner no longer"):
            make_submission(brief, partners=[gone])

    def test_partners_by_name_where_it_is_for_all(self, brief):
        with pytest.raises(Refused, match="goes to all of its audience"):
            make_submission(brief, partners=[make_partner("kw")])

    def test_one_brief_twice(self, waiting, brief):
        with pytest.raises(Refused, match="waits for a releasing officer already"):
            make_submission(brief)

    def test_one_brief_twice_at_one_moment(self, waiting):
        twice = Submission(
            translation_key=waiting.translation_key, title="x", kind="daily",
            audience=5, edition="{}", sha256="0", because=WHY,
            submitted_by=waiting.submitted_by,
        )  # fmt: skip

        with pytest.raises(IntegrityError), transaction.atomic():
            twice.save()

    def test_by_who_may_only_analyse(self, brief, lina):
        with pytest.raises(Refused, match="no right to do"):
            submit(brief, by=lina, because=WHY)


class TestWithdrawingAndReturning:
    """A submission that did not go out."""

    def test_is_withdrawn_by_who_submitted_it(self, waiting, karim):
        gone = withdraw(waiting, by=karim, because="a better figure came in")

        assert (gone.fate, gone.settled_because) == (
            Fate.WITHDRAWN, "a better figure came in",
        )  # fmt: skip

    def test_is_not_withdrawn_by_somebody_else(self, waiting):
        other = make_somebody("hadi", "officer")

        with pytest.raises(Refused, match="was submitted by Karim"):
            withdraw(waiting, by=other, because=WHY)

    def test_cannot_be_released_after(self, waiting, rima):
        send_back(waiting, by=rima, because="too long")

        with pytest.raises(Refused, match="is already returned by Rima"):
            let_go(waiting, rima)

    def test_a_release_is_not_repeated(self, waiting, rima):
        let_go(waiting, rima)

        with pytest.raises(Refused, match="already released by Rima"):
            let_go(waiting, rima)
        assert Release.objects.count() == 1


class TestTheDatabaseRefuses:
    """Who forgets the acts, or has a console, changes nothing."""

    @pytest.mark.parametrize(
        "change",
        [
            pytest.param(lambda one: Release.objects.update(title="x"), id="a title"),
            pytest.param(lambda one: Release.objects.update(marking=0), id="a marking"),
            pytest.param(lambda one: one.delete(), id="deletion"),
            pytest.param(lambda one: one.submission.delete(), id="a submission"),
            pytest.param(
                lambda one: Submission.objects.update(sha256="0"), id="a hash"
            ),
            pytest.param(
                lambda one: Submission.objects.update(submitted_by=one.released_by),
                id="who submitted",
            ),
            pytest.param(lambda one: one.submission.writers.clear(), id="who wrote"),
            pytest.param(lambda one: one.carried.update(version=9), id="an entry"),
            pytest.param(lambda one: one.partners.clear(), id="the partners"),
        ],
    )
    def test_to_change(self, change):
        made = make_release(audience=Audience.CLIENTS, partners=[make_partner("kw")])

        with pytest.raises((DatabaseError, IntegrityError)), transaction.atomic():
            change(made)

    def test_a_number_that_is_taken(self):
        made = make_release()
        made.pk = None

        with pytest.raises(IntegrityError), transaction.atomic():
            made.save(force_insert=True)


class TestNumbersAndSignatures:
    """Numbers have no gaps, and every byte is proven."""

    def test_numbers_have_no_gaps_though_some_were_refused(self, sami):
        first = make_release()
        with pytest.raises(Refused):
            let_go(make_submission(by=sami), sami)
        second = make_release()

        year = timezone.localdate().year
        assert [first.number, second.number] == [f"{year}-001", f"{year}-002"]

    def test_the_signature_holds(self):
        made = make_release()

        said = signing.verify(
            made.edition.encode(), made.signature.encode(), made.public_key
        )

        assert said == f"Marsad release {made.number}"
        assert made.public_key == keys.public_key()

    def test_one_changed_byte_is_found(self):
        made = make_release()
        raw = bytearray(made.edition.encode())
        raw[raw.index(b"74")] ^= 1

        with pytest.raises(Refused, match="was changed"):
            signing.verify(bytes(raw), made.signature.encode(), made.public_key)
        assert sha256(from_json(bytes(raw))) != made.sha256

    @pytest.mark.skipif(not shutil.which("minisign"), reason="no minisign here")
    def test_minisign_itself_believes_it(self, tmp_path):
        made = make_release()
        (tmp_path / "edition.json").write_bytes(made.edition.encode())
        (tmp_path / "edition.json.minisig").write_text(made.signature, "utf-8")

        subprocess.run(
            ["minisign", "-Vm", tmp_path / "edition.json", "-P", made.public_key],
            check=True,
            capture_output=True,
        )

    def test_the_key_is_read_by_its_owner_alone(self, settings):
        make_release()

        assert settings.RELEASE_KEY.stat().st_mode & 0o777 == 0o600

    def test_the_same_key_signs_again(self):
        assert make_release().public_key == make_release().public_key

    def test_an_old_release_is_proven_after_the_key_was_lost(self, settings):
        made = make_release()
        settings.RELEASE_KEY.unlink()
        assert make_release().public_key != made.public_key

        signing.verify(made.edition.encode(), made.signature.encode(), made.public_key)

    def test_what_is_kept_is_canonical(self):
        made = make_release()

        assert to_json(made.frozen).decode() == made.edition
        assert json.loads(made.edition)["number"] == made.number


def test_a_release_rests_on_entries_that_people_confirmed(make_document, lina, rima):
    lately = timezone.localdate() - timedelta(days=10)
    document = make_document(f"{SENTENCES['ar']}\n", marking=Marking.CLEAR, day=lately)
    found = document.findings.filter(kind="membership")
    assert found, [(one.kind, one.quote) for one in document.findings.all()]
    [entry] = confirm(list(found[:1]), by=lina, because="read in the source")
    body = {"ar": [statement(SENTENCES["ar"], entry)]}

    made = make_release(languages=("ar",), body=body)

    [cited] = made.frozen.entries
    assert cited.passages[0].quote == entry.words
    assert cited.day == lately
