"""Two readers decide, blind; what must not be decided is refused."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from desk.content_makers import (
    EXCEPTIONS,
    a_director,
    in_days,
    make_bank,
    make_capture,
    make_case,
    make_match,
    make_post,
    make_reading,
    make_signal,
    make_stream,
    readers,
)
from marsad.desk.banks.models import Standing
from marsad.desk.cases.decide import Finding, decide, is_upheld
from marsad.desk.cases.models import Reading, Reread, Stage, Verdict
from marsad.desk.cases.standing import agreeing, readings_for
from marsad.desk.safeguards.acts import Worker
from marsad.desk.safeguards.models import AuditRecord
from marsad.errors import Refused
from marsad.marking import Marking

pytestmark = pytest.mark.django_db

REFER = Finding(
    verdict="refer",
    words="وصفة معروفة تنشر لذاتها.",
    purpose_seen="It spreads the recipe.",
    exceptions=EXCEPTIONS,
)
NEWS = Finding(verdict="journalism", words="Un reportage sur la soupe.")
OTHER = Finding(verdict="not_the_same", words="It is another soup.")


def read(case, person, finding=REFER):
    return decide(case, finding, by=person, because="read it")


def stage_of(case):
    case.refresh_from_db()
    return case.stage


def test_two_readers_who_agree_decide_on_a_referral():
    case, (one, two, _) = make_case(), readers()

    read(case, one)
    assert stage_of(case) == Stage.SECOND
    assert agreeing(case) == ()
    read(case, two)

    assert stage_of(case) == Stage.AGREED
    assert [reading.reader for reading in agreeing(case)] == [one, two]
    assert case.closed_at is None, "a referral still waits on it"


def test_two_readers_who_see_no_ground_close_a_case():
    case, (one, two, _) = make_case(), readers()

    read(case, one, NEWS)
    read(case, two, OTHER)

    assert stage_of(case) == Stage.CLOSED
    assert case.closed_at is not None
    assert agreeing(case) == ()


@pytest.mark.parametrize(
    ("last", "stage", "who"),
    [
        pytest.param(REFER, Stage.AGREED, 2, id="the third refers"),
        pytest.param(OTHER, Stage.CLOSED, 0, id="the third does not"),
    ],
)
def test_a_third_decides_where_two_differ(last, stage, who):
    case, (one, two, three) = make_case(), readers()

    read(case, one)
    read(case, two, NEWS)
    assert stage_of(case) == Stage.THIRD
    read(case, three, last)

    assert stage_of(case) == stage
    assert len(agreeing(case)) == who


def test_nobody_reads_a_case_twice():
    case, (one, _, _) = make_case(), readers()
    read(case, one)

    with pytest.raises(Refused, match="you have read it already"):
        read(case, one)
    assert stage_of(case) == Stage.SECOND


def test_a_case_without_a_capture_is_decided_by_nobody():
    case = make_case(captured=False)

    with pytest.raises(Refused, match="was not captured before"):
        read(case, readers()[0])


def test_every_post_needs_its_capture():
    case = make_case()
    signal = case.matches.get().signal
    make_match(make_post("وصفة ثانية"), signal, case)

    with pytest.raises(Refused, match="was not captured before"):
        read(case, readers()[0])


def test_a_reading_names_the_captures_that_were_there():
    case, (one, _, _) = make_case(), readers()
    made = read(case, one)

    assert list(made.captures.all()) == list(case.captures.all())


def test_what_came_after_the_page_was_opened_is_looked_at_first():
    case, (one, _, _) = make_case(), readers()
    seen = case.captures.get().pk
    post = make_post("وصفة ثانية")
    make_match(post, case.matches.get().signal, case)
    make_capture(case, post)

    finding = Finding("no_action", "weather", seen=seen)
    with pytest.raises(Refused, match="was added to it since"):
        read(case, one, finding)


@pytest.mark.parametrize(
    ("finding", "told"),
    [
        pytest.param(
            Finding("refer", "known", "", EXCEPTIONS),
            "exception check is missing",
            id="what the posts are for is not said",
        ),
        pytest.param(
            Finding("refer", "known", "it spreads it"),
            "exception check is missing",
            id="no exception is answered",
        ),
        pytest.param(
            Finding("refer", "known", "it spreads it", {**EXCEPTIONS, "art": ""}),
            "exception check is missing",
            id="one exception is left open",
        ),
        pytest.param(
            Finding("refer", "known", "a lesson", {**EXCEPTIONS, "education": "yes"}),
            "an exception applies",
            id="it teaches",
        ),
        pytest.param(Finding("", "known"), "needs a verdict", id="no verdict"),
        pytest.param(Finding("remove", "known"), "needs a verdict", id="an order"),
        pytest.param(Finding("no_action", " "), "needs a reason", id="no reason"),
    ],
)
def test_a_finding_is_whole_or_refused(finding, told):
    case = make_case()

    with pytest.raises(Refused, match=told):
        read(case, readers()[0], finding)
    assert not Reading.objects.exists()


def over(what):
    """A case of which one ground of law is over."""
    over_since = in_days(-1)
    stream = make_stream(until=over_since) if what == "stream" else make_stream()
    bank = make_bank(until=over_since) if what == "bank" else make_bank()
    said = {"until": over_since} if what == "signal" else {}
    return make_case(make_post(stream=stream), make_signal(bank, **said))


@pytest.mark.parametrize("what", ["stream", "bank", "signal"])
def test_nothing_is_referred_on_a_legal_basis_that_is_over(what):
    case = over(what)

    with pytest.raises(Refused, match="legal basis"):
        read(case, readers()[0])
    assert read(case, readers()[0], NEWS).verdict == Verdict.JOURNALISM


@pytest.mark.parametrize("standing", [Standing.DISPUTED, Standing.WITHDRAWN])
def test_a_signal_that_fell_supports_no_referral(standing):
    case = make_case(signal=make_signal(standing=standing))

    with pytest.raises(Refused, match="legal basis"):
        read(case, readers()[0])


def test_weak_evidence_alone_is_never_referred():
    case = make_case()
    case.matches.update(band=1)

    with pytest.raises(Refused, match="only weak evidence"):
        read(case, readers()[0])


def test_a_harmless_likeness_supports_nothing():
    case = make_case()
    make_capture(case, case.matches.get().post)
    case.matches.update(harmless=make_signal(value="حساء آخر"))

    with pytest.raises(Refused, match="only weak evidence"):
        read(case, readers()[0])


def test_what_somebody_else_has_open_is_left_to_them():
    one, two, _ = readers()
    soon = timezone.now() + timedelta(minutes=5)
    case = make_case(held_by=one, held_until=soon)

    with pytest.raises(Refused, match="somebody else has it open"):
        read(case, two)
    read(case, one)
    case.refresh_from_db()
    assert case.held_by is None


def test_a_decided_case_is_read_no_more():
    case, (one, two, three) = make_case(), readers()
    read(case, one)
    read(case, two)

    with pytest.raises(Refused, match="it is decided"):
        read(case, three)


def test_a_machine_decides_nothing():
    with pytest.raises(Refused, match="no machine may"):
        decide(make_case(), REFER, by=Worker("reader 1"), because="it is clear")
    assert not Reading.objects.exists()


def test_a_director_decides_nothing():
    with pytest.raises(Refused, match="has no right"):
        read(make_case(), a_director())


def test_what_is_marked_above_a_readers_clearance_is_not_theirs():
    case = make_case(marking=Marking.RED)

    with pytest.raises(Refused, match="above your clearance"):
        read(case, readers()[0])


def test_nobody_sees_another_reading_before_the_case_is_decided():
    case, (one, two, three) = make_case(), readers()
    read(case, one)

    assert readings_for(case, two) == []
    assert readings_for(case, a_director()) == []
    assert [reading.reader for reading in readings_for(case, one)] == [one]
    read(case, two)
    case.refresh_from_db()
    assert len(readings_for(case, two)) == 2
    assert readings_for(case, three) == [], "they may read it, should it be opened anew"
    assert len(readings_for(case, a_director())) == 2


def test_the_trail_does_not_say_what_a_reader_found():
    case, (one, _, _) = make_case(), readers()
    made = read(case, one)
    line = AuditRecord.objects.get(act="cases.decide")

    said = f"{line.because} {line.details} {line.touched}"
    assert f"cases.reading:{made.pk}" in line.touched
    assert REFER.words not in said
    assert "refer" not in said


def test_a_second_look_changes_nothing_and_is_kept():
    case, (one, two, three) = make_case(), readers()
    read(case, one, NEWS)
    read(case, two, NEWS)
    reread = Reread.objects.create(case=case)

    made = read(case, three)

    reread.refresh_from_db()
    assert made.is_sample
    assert reread.reading == made
    assert stage_of(case) == Stage.CLOSED
    assert agreeing(case) == ()


@pytest.mark.parametrize(
    ("verdicts", "upheld"),
    [
        pytest.param(("refer", "refer"), True, id="both refer"),
        pytest.param(("journalism", "research"), True, id="its use is lawful"),
        pytest.param(("not_the_same", "not_the_same"), False, id="both: another thing"),
        pytest.param(("not_the_same", "satire"), None, id="one of two"),
        pytest.param(
            ("refer", "not_the_same", "not_the_same"), False, id="two of three"
        ),
        pytest.param(("refer", "not_the_same", "no_action"), True, id="one of three"),
    ],
)
def test_only_not_the_same_speaks_against_a_signal(verdicts, upheld):
    assert is_upheld([Reading(verdict=one) for one in verdicts]) is upheld


def test_a_reading_of_an_earlier_round_does_not_count():
    case, (one, two, _) = make_case(), readers()
    make_reading(case, one)
    case.round = 2
    case.save()
    read(case, two)

    assert stage_of(case) == Stage.SECOND
    assert agreeing(case) == ()


class TestPostsThatAreSomethingElse:
    """A case holds copies and the newspaper that quotes them; each post is itself."""

    @pytest.fixture
    def two_posts(self):
        case = make_case()
        report = make_post("تقرير عن الوصفة: «" + case.matches.get().post.text + "»")
        make_match(report, case.matches.get().signal, case)
        make_capture(case, report)
        copy = case.matches.exclude(post=report).get().post
        return case, copy, report

    def test_what_a_reader_leaves_out_is_kept_with_what_they_found_it_to_be(
        self, two_posts
    ):
        case, copy, report = two_posts

        made = read(
            case,
            readers()[0],
            replace(REFER, posts={copy.pk: "", report.pk: "journalism"}),
        )

        assert made.left_out == {str(report.pk): "journalism"}

    def test_a_post_that_was_not_on_the_page_is_left_out(self, two_posts):
        case, copy, report = two_posts

        made = read(case, readers()[0], replace(REFER, posts={copy.pk: ""}))

        assert made.left_out == {str(report.pk): "not_seen"}

    def test_a_referral_of_no_post_is_refused(self, two_posts):
        case, copy, report = two_posts
        nothing = {copy.pk: "satire", report.pk: "journalism"}

        with pytest.raises(Refused, match="each of its posts is something else"):
            read(case, readers()[0], replace(REFER, posts=nothing))

    @pytest.mark.parametrize("code", ["refer", "nonsense"])
    def test_a_post_is_not_found_to_be_what_there_is_not(self, two_posts, code):
        case, copy, _report = two_posts

        with pytest.raises(Refused, match="what there is not"):
            read(case, readers()[0], replace(REFER, posts={copy.pk: code}))

    def test_a_post_of_another_case_is_refused(self, two_posts):
        with pytest.raises(Refused, match="what there is not"):
            read(
                two_posts[0],
                readers()[0],
                replace(REFER, posts={make_post().pk: ""}),
            )
