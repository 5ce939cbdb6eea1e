"""Corrections and recalls: for everybody who had the old release, once, and for good."""

from datetime import timedelta

import pytest
from django.utils import timezone

from desk.newsroom import (
    WHY,
    make_brief,
    make_partner,
    make_release,
    make_somebody,
    make_submission,
)
from marsad.desk.releases.correcting import Correcting
from marsad.desk.releases.models import Release
from marsad.desk.releases.recall import recall
from marsad.desk.releases.release import release
from marsad.desk.safeguards.models import AuditRecord
from marsad.errors import Refused
from marsad.marking import Audience, Marking

pytestmark = pytest.mark.django_db
SAID = {"ar": "كان العدد خاطئاً", "en": "The count was wrong."}


def correct(old, **more):
    return make_release(correcting=Correcting(old, SAID), **more)


class TestACorrection:
    """A new release that puts an old one right."""

    def test_names_what_it_corrects_and_what_was_wrong(self):
        old = make_release()

        new = correct(old)

        assert (new.corrects, old.corrected_by) == (old, new)
        assert (new.frozen.corrects, new.frozen.correction) == (old.number, SAID)
        assert list(Release.objects.standing()) == [new]
        assert list(Release.objects.public().opened()) == [new, old]

    def test_is_corrected_in_turn(self):
        first = make_release()
        second = correct(first)
        third = correct(second)

        assert list(Release.objects.standing()) == [third]
        with pytest.raises(Refused, match=f"corrected already by {second.number}"):
            correct(first)

    def test_of_what_is_being_corrected_waits(self):
        old = make_release()
        make_submission(correcting=Correcting(old, SAID))

        with pytest.raises(Refused, match="is being corrected by"):
            make_submission(correcting=Correcting(old, SAID))

    def test_says_in_each_language_what_was_wrong(self):
        old = make_release()

        with pytest.raises(Refused, match="nothing says in en what was wrong"):
            make_submission(correcting=Correcting(old, {"ar": "خطأ"}))

    def test_is_in_every_language_of_the_old_one(self):
        old = make_release(languages=("ar", "en"))
        brief = make_brief(languages=("ar",))

        with pytest.raises(Refused, match="went out in en too"):
            make_submission(brief, correcting=Correcting(old, SAID))

    def test_reaches_no_fewer_readers(self):
        old = make_release()
        brief = make_brief(audience=Audience.COMMUNITY)

        with pytest.raises(Refused, match="more readers than its correction"):
            make_submission(brief, correcting=Correcting(old, SAID))

    def test_reaches_every_partner_that_was_named(self):
        kuwait, france = make_partner("kw"), make_partner("fr")
        old = make_release(audience=Audience.CLIENTS, partners=[kuwait, france])
        brief = make_brief(audience=Audience.CLIENTS)

        with pytest.raises(Refused, match="more readers than its correction"):
            make_submission(brief, partners=[kuwait], correcting=Correcting(old, SAID))

        brief = make_brief(audience=Audience.CLIENTS)
        made = make_submission(
            brief, partners=[kuwait, france], correcting=Correcting(old, SAID)
        )
        assert made.corrected == old

    def test_is_not_put_off(self, rima):
        old = make_release()
        waiting = make_submission(correcting=Correcting(old, SAID))

        with pytest.raises(Refused, match="readers wait for that"):
            release(
                waiting,
                by=rima,
                because=WHY,
                opens_at=timezone.now() + timedelta(hours=1),
            )
        assert release(waiting, by=rima, because=WHY).corrects == old

    def test_of_a_recalled_release_takes_its_place(self, rima):
        old = make_release()
        recall(old, notice=SAID, by=rima, because=WHY)

        new = correct(old)

        assert list(Release.objects.standing()) == [new]


class TestARecall:
    """It stays, and says what became of it."""

    def test_is_kept_with_who_and_why_and_what_readers_are_told(self, rima):
        made = make_release()

        kept = recall(made, notice=SAID, by=rima, because="the source was wrong")

        assert (kept.by, kept.because, kept.notice) == (
            rima, "the source was wrong", SAID,
        )  # fmt: skip
        assert Release.objects.get() == made
        assert list(Release.objects.standing()) == []
        line = AuditRecord.objects.get(act="releases.recall")
        assert line.details["notice"] == SAID

    def test_is_told_in_every_language_of_the_release(self, rima):
        made = make_release()

        with pytest.raises(Refused, match="nothing says in ar"):
            recall(made, notice={"en": "wrong", "ar": "  "}, by=rima, because=WHY)

    def test_is_done_once(self, rima):
        made = make_release()
        recall(made, notice=SAID, by=rima, because=WHY)

        with pytest.raises(Refused, match="recalled already by Rima"):
            recall(made, notice=SAID, by=rima, because=WHY)

    def test_may_be_asked_of_the_director_alone_by_night(self):
        made = make_release()
        dalia = make_somebody("dalia", "director")

        assert recall(made, notice=SAID, by=dalia, because=WHY).by == dalia

    def test_under_embargo_means_that_nobody_ever_sees_it(self, rima):
        opens = timezone.now() + timedelta(days=2)
        made = make_release(opens_at=opens)
        recall(made, notice=SAID, by=rima, because=WHY)

        assert list(Release.objects.opened(opens + timedelta(days=1))) == []

    def test_after_it_opened_is_seen(self, rima):
        made = make_release()
        recall(made, notice=SAID, by=rima, because=WHY)

        assert list(Release.objects.opened()) == [made]


class TestAnEmbargo:
    """Before it ends, nobody outside sees anything."""

    def test_hides_from_all_until_it_ends(self):
        opens = timezone.now() + timedelta(hours=5)
        made = make_release(opens_at=opens, time_zone="Asia/Kuwait")
        partner = make_partner("kw")

        assert not made.is_open()
        assert list(Release.objects.public().opened()) == []
        assert list(Release.objects.for_partner(partner)) == []
        later = opens + timedelta(seconds=1)
        assert list(Release.objects.public().opened(later)) == [made]
        assert list(Release.objects.for_partner(partner, later)) == [made]

    def test_is_not_in_the_past(self, waiting, rima):
        with pytest.raises(Refused, match="is past already"):
            release(
                waiting,
                by=rima,
                because=WHY,
                opens_at=timezone.now() - timedelta(minutes=1),
            )

    def test_is_in_a_zone_that_there_is(self, waiting, rima):
        with pytest.raises(Refused, match="no time zone that we know"):
            release(waiting, by=rima, because=WHY, time_zone="Kuwait/City")


class TestWhoMayHaveWhat:
    """Partners have what is for all and what names them, up to their ceiling."""

    @pytest.mark.parametrize(
        ("audience", "marking", "ceiling", "has"),
        [
            pytest.param(Audience.WORLD, 0, 0, True, id="all, and it is clear"),
            pytest.param(Audience.COMMUNITY, 1, 1, True, id="partners, green"),
            pytest.param(Audience.COMMUNITY, 1, 0, False, id="above its ceiling"),
            pytest.param(Audience.CLIENTS, 2, 2, True, id="named, amber"),
        ],
    )
    def test_a_partner_has(self, audience, marking, ceiling, has):
        partner = make_partner("kw", Marking(ceiling))
        named = [partner] if audience == Audience.CLIENTS else []
        made = make_release(audience=audience, marking=Marking(marking), partners=named)

        found = list(Release.objects.for_partner(partner))

        assert found == ([made] if has else [])

    def test_another_partner_has_not_what_names_somebody_else(self):
        kuwait, france = make_partner("kw"), make_partner("fr")
        made = make_release(
            audience=Audience.CLIENTS, marking=Marking.AMBER, partners=[kuwait]
        )

        assert list(Release.objects.for_partner(kuwait)) == [made]
        assert list(Release.objects.for_partner(france)) == []
        assert list(Release.objects.public()) == []

    def test_a_closed_partner_has_nothing(self):
        make_release()
        gone = make_partner("kw", closed_at=timezone.now())

        assert list(Release.objects.for_partner(gone)) == []
