"""An appeal is answered once, by somebody who took no part, with reasons."""

from datetime import timedelta

import pytest
from django.utils import timezone

from desk import content_makers as made
from marsad.desk.banks.models import Standing
from marsad.desk.cases.models import Capture, Reopening, Stage
from marsad.desk.complaints.answer import answer
from marsad.desk.complaints.lodge import Appeal, lodge
from marsad.desk.complaints.models import Complaint
from marsad.desk.complaints.strangers import involved
from marsad.desk.referrals.models import Fate, Sending
from marsad.desk.safeguards.acts import Worker
from marsad.desk.safeguards.models import AuditRecord
from marsad.desk.website.receive import WORKER
from marsad.errors import Refused
from marsad.marking import Marking

pytestmark = pytest.mark.django_db

ADDRESS = "https://t.me/soup_weekly/41"
WORDS = "نشرتُ الوصفة في مقال عن المطبخ الشعبي، ولم أدعُ أحدا إلى شيء."
ANSWER = (
    "قرأنا المقال كاملا، وهو تقرير صحفي عن المطبخ الشعبي. سحبنا الإشعار وأبلغنا المنصة."
)
NO = "قرأنا المنشور وما حوله: نُشرت الوصفة لذاتها، ولا نقل لها ولا شرح، فيبقى الإشعار قائما."


@pytest.fixture
def notice():
    """A notice about a post, on which two readers agreed and a third let it go."""
    case = made.make_agreed_case(
        post=made.make_post(address=ADDRESS),
        signal=made.make_signal(person=made.make_person("adam", "analyst")),
    )
    case.stage = Stage.REFERRED
    case.save()
    sent = made.make_referral(case, fate=Fate.SENT, sent_at=timezone.now())
    Sending.objects.create(
        referral=sent,
        what="notice",
        route="letter",
        fate="sent",
        message_id="one@marsad.example",
        let_go_by=sent.by,
    )
    return sent


@pytest.fixture
def stranger():
    """A reviewer who never saw the case."""
    return made.make_person("yara", "reviewer")


def appeal(address=ADDRESS, **said):
    said = {"address": address, "words": WORDS, "language": "ar", **said}
    return lodge(Appeal(**said), by=WORKER, because="somebody sent the form")


def say(complaint, by, words=ANSWER, outcome="upheld", because="it is journalism"):
    return answer(complaint, words, outcome=outcome, by=by, because=because)


class TestUpheld:
    """What is undone when the writer is right."""

    def test_the_notice_is_withdrawn_and_the_platform_told(self, notice, stranger):
        say(appeal(), stranger)

        notice.refresh_from_db()
        assert (notice.fate, notice.withdrawn_by) == (Fate.WITHDRAWN, stranger)
        assert "it is journalism" in notice.withdrawn_because
        assert notice.sendings.filter(what=Sending.What.WITHDRAWAL).count() == 1

    def test_the_signal_rests_and_counts_as_overturned(self, notice, stranger):
        say(appeal(), stranger)

        signal = notice.case.matches.get().signal
        assert (signal.standing, signal.overturned) == (Standing.DISPUTED, 1)
        assert signal.disputes.get().person == stranger

    def test_the_case_is_before_other_readers(self, notice, stranger):
        say(appeal(), stranger)

        notice.case.refresh_from_db()
        assert (notice.case.stage, notice.case.round) == (Stage.FIRST, 2)
        assert Reopening.objects.get().by == stranger

    def test_every_case_that_named_the_post_is_undone(self, notice, stranger):
        post = notice.posts.get().post
        other = made.make_agreed_case(post=post, signal=made.make_signal(value="مرق"))
        other.stage = Stage.REFERRED
        other.save()
        second = made.make_referral(other, fate=Fate.SENT, sent_at=timezone.now())
        say(appeal(), stranger)

        for one in (notice, second):
            one.refresh_from_db()
            one.case.refresh_from_db()
            assert (one.fate, one.case.stage) == (Fate.WITHDRAWN, Stage.FIRST)

    def test_a_reviewer_needs_no_right_to_open_cases_by_themselves(
        self, notice, stranger
    ):
        assert not stranger.may("cases.reopen")
        assert say(appeal(), stranger).outcome == "upheld"

    def test_what_others_undid_meanwhile_is_left_as_it_is(self, notice, stranger):
        first, second = appeal(), appeal()
        say(first, stranger)
        made_up = made.make_person("zaid", "reviewer")

        assert say(second, made_up).outcome == "upheld"
        notice.case.refresh_from_db()
        assert notice.case.round == 2
        assert notice.case.matches.get().signal.overturned == 1

    def test_it_is_done_whole_or_not_at_all(self, notice, stranger, monkeypatch):
        def fails(*_args, **_said):
            raise Refused("the signal", "cannot rest")

        monkeypatch.setattr("marsad.desk.complaints.answer.dispute", fails)
        with pytest.raises(Refused, match="cannot rest"):
            say(appeal(), stranger)

        notice.refresh_from_db()
        notice.case.refresh_from_db()
        assert (notice.fate, notice.case.stage) == (Fate.SENT, Stage.REFERRED)
        assert Complaint.objects.get().answered_at is None
        line = AuditRecord.objects.get(act="complaints.answer")
        assert line.outcome == "refused"


class TestRejected:
    """What stays when the writer is not right."""

    def test_nothing_is_undone(self, notice, stranger):
        say(appeal(), stranger, NO, "rejected")

        notice.refresh_from_db()
        notice.case.refresh_from_db()
        signal = notice.case.matches.get().signal
        assert (notice.fate, notice.case.stage) == (Fate.SENT, Stage.REFERRED)
        assert (signal.standing, signal.overturned) == (Standing.LIVE, 0)

    def test_what_is_not_ours_is_told_by_a_person(self, stranger):
        words = "لم نكتب إلى أي منصة عن منشور بهذا العنوان، وقد حُذف لسبب لا نعرفه."
        one = say(appeal(), stranger, words, "not_ours")

        assert (one.outcome, one.answered_by) == ("not_ours", stranger)


@pytest.mark.parametrize(
    "part",
    ["read it", "sent it", "attached to it", "opened it anew", "added the signal",
     "doubted the signal", "answered before"],
)  # fmt: skip
def test_nobody_answers_who_took_part(notice, stranger, part):
    director = made.a_director()
    case = notice.case
    who = {
        "read it": made.readers()[0],
        "sent it": made.readers()[2],
        "attached to it": stranger,
        "opened it anew": director,
        "added the signal": made.make_person("adam", "analyst", "reviewer"),
        "doubted the signal": stranger,
        "answered before": stranger,
    }[part]
    if part == "attached to it":
        post = case.matches.get().post
        Capture.objects.create(
            case=case, post=post, by="Yara", person=who, tool="x", sha256="0" * 64
        )
    elif part == "opened it anew":
        Reopening.objects.create(case=case, round=1, by=who, because="once more")
    elif part == "added the signal":
        who.places.create(group="reviewer")
    elif part == "doubted the signal":
        case.matches.get().signal.disputes.create(
            by="Yara", person=who, because="unsure", settled_at=timezone.now()
        )
    elif part == "answered before":
        say(appeal(), who, NO, "rejected")
    one = appeal()

    assert who.pk in involved(one)
    with pytest.raises(Refused, match="you took part"):
        say(one, who)


def test_a_reading_of_an_earlier_round_is_a_part(notice):
    case = notice.case
    case.round = 2
    case.save()

    with pytest.raises(Refused, match="you took part"):
        say(appeal(), made.readers()[1])


class TestRefused:
    """What no answer may be."""

    def test_it_is_answered_once(self, notice, stranger):
        one = say(appeal(), stranger, NO, "rejected")

        with pytest.raises(Refused, match="answered already"):
            say(one, made.make_person("zaid", "reviewer"))

    @pytest.mark.parametrize("words", ["", "  ", "لا.", "لا " * 12])
    def test_an_answer_without_reasons_is_none(self, notice, stranger, words):
        with pytest.raises(Refused, match="reasoned"):
            say(appeal(), stranger, words)

    def test_an_answer_is_in_the_language_of_its_writer(self, notice, stranger):
        words = "We read the article as a whole, and it is a report about the cooking of the street."

        with pytest.raises(Refused, match="another language"):
            say(appeal(), stranger, words)
        assert say(appeal(language="en"), stranger, words).outcome == "upheld"

    @pytest.mark.parametrize("outcome", ["", "perhaps", "not_ours"])
    def test_an_outcome_is_one_that_can_be_true(self, notice, stranger, outcome):
        with pytest.raises(Refused):
            say(appeal(), stranger, outcome=outcome)

    @pytest.mark.parametrize("outcome", ["upheld", "rejected"])
    def test_what_is_not_ours_is_neither_upheld_nor_rejected(self, stranger, outcome):
        with pytest.raises(Refused, match="no referral of ours"):
            say(appeal(), stranger, outcome=outcome)

    def test_no_machine_answers(self, notice):
        with pytest.raises(Refused, match="no machine"):
            say(appeal(), Worker("website"))

    @pytest.mark.parametrize("group", ["analyst", "officer", "releasing", "auditor"])
    def test_other_groups_answer_nobody(self, notice, group):
        with pytest.raises(Refused, match="no right"):
            say(appeal(), made.make_person("other", group))

    def test_nobody_answers_above_their_clearance(self, notice, stranger):
        notice.case.marking = Marking.RED
        notice.case.save()

        with pytest.raises(Refused, match="clearance"):
            say(appeal(), stranger, NO, "rejected")


class TestLetter:
    """What its writer gets, and what is left of where they are."""

    def test_the_writer_is_written_to_and_the_address_forgotten(
        self,
        notice,
        stranger,
        settings,
        django_capture_on_commit_callbacks,
        monkeypatch,
    ):
        settings.MAIL_FROM = "Marsad <cell@news.example.org>"
        letters = []

        def keep(letter, *, about):
            letters.append((letter, about))

        monkeypatch.setattr("marsad.desk.complaints.answer.try_once", keep)
        with django_capture_on_commit_callbacks(execute=True):
            one = say(appeal(letter_to="writer@example.org"), stranger)

        [(letter, about)] = letters
        assert letter.to == ["writer@example.org"]
        assert ANSWER in letter.body
        where = (
            f"https://news.example.org/ar/appeals/content/?reference={one.reference}"
        )
        assert where in letter.body
        assert "writer@" not in about
        one.refresh_from_db()
        assert one.address == ""
        trail = " ".join(str(line.details) for line in AuditRecord.objects.all())
        assert "writer@" not in trail

    def test_the_answer_stands_under_the_number(self, notice, stranger, client):
        one = say(appeal(), stranger)
        asked = {"reference": one.reference.lower()}
        body = client.get("/ar/appeals/content/", asked).content.decode()

        assert ANSWER in body
        assert stranger.name not in body
        assert ADDRESS not in body


class TestDesk:
    """The pages of the desk."""

    def test_what_is_due_first_stands_first_and_overdue_is_marked(
        self, notice, stranger, client, sign_in, make_person
    ):
        late = appeal()
        past = timezone.now() - timedelta(days=1)
        row = Complaint.objects.create(
            reference="LATE-LATE-LATE",
            address_mark="a" * 26,
            words="كُتب منذ شهر",
            language="ar",
            due_at=past,
        )
        sign_in(make_person("hana", "reviewer"))
        body = client.get("/complaints/").content.decode()

        assert body.index(row.reference) < body.index(late.reference)
        assert body.count(">overdue<") + body.count(">متأخر") == 1

    def test_a_stranger_answers_on_the_page(self, notice, client, sign_in, make_person):
        one = appeal(letter_to="writer@example.org")
        sign_in(make_person("hana", "reviewer"))
        page = client.get(f"/complaints/{one.pk}/").content.decode()
        assert WORDS in page
        assert "writer@example.org" not in page
        assert made.SOUP not in page

        sent = client.post(
            f"/complaints/{one.pk}/answer/",
            {"outcome": "upheld", "words": ANSWER, "because": "journalism"},
        )

        assert sent.status_code == 302
        assert (
            one.reference in client.get("/complaints/?state=answered").content.decode()
        )

    def test_who_took_part_gets_no_form_and_is_refused(
        self, notice, client, sign_in, make_person
    ):
        hana = make_person("hana", "reviewer")
        made.make_reading(notice.case, hana)
        one = appeal()
        sign_in(hana)
        assert b'name="outcome"' not in client.get(f"/complaints/{one.pk}/").content

        sent = client.post(
            f"/complaints/{one.pk}/answer/",
            {"outcome": "upheld", "words": ANSWER, "because": "journalism"},
        )

        assert sent.status_code == 409
        assert Complaint.objects.get().answered_at is None

    def test_what_is_about_a_case_above_ones_clearance_is_not_there(
        self, notice, client, sign_in, make_person
    ):
        notice.case.marking = Marking.RED
        notice.case.save()
        one = appeal()
        sign_in(make_person("hana", "reviewer"))

        assert client.get(f"/complaints/{one.pk}/").status_code == 404
        assert client.post(f"/complaints/{one.pk}/answer/").status_code == 404
        assert one.reference not in client.get("/complaints/").content.decode()
