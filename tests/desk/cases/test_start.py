"""Matches are put before people: grouped by content, captured first, one line an arrival."""

import pytest
from django.utils import timezone

from desk.content_makers import (
    SOUP,
    in_days,
    make_arrival,
    make_bank,
    make_medium,
    make_post,
    make_signal,
    make_stream,
    readers,
)
from marsad.desk.banks.models import BankedSignal, Severity
from marsad.desk.cases.chain import broken
from marsad.desk.cases.hold import hold
from marsad.desk.cases.models import Capture, Case, Match
from marsad.desk.cases.start import MOST_POSTS, pass_by, start
from marsad.desk.cases.weighing import Found
from marsad.desk.posts.models import Post
from marsad.desk.safeguards.acts import Worker
from marsad.desk.safeguards.models import AuditRecord
from marsad.errors import Refused
from marsad.marking import Marking
from marsad.matching.signals import Band, Kind, Likeness
from marsad.spans import Span

pytestmark = pytest.mark.django_db

WORKER = Worker("matching test")
WHY = "compared with the banks"


def found(signal, distance=0.0, band=Band.SAME, medium=None, span=(0, 20)):
    kind = Kind(signal.kind)
    at = Span(*span, SOUP[span[0] : span[1]]) if kind is Kind.WORDING else None
    spans = (at,) if at else ()
    reason = "wording_near" if at else "picture_same"
    likeness = Likeness(
        signal.pk, kind, distance, band, reason, spans, spans, {"found": 98}
    )
    return Found(likeness, medium.pk if medium else None)


def picture_signal(**said):
    return make_signal(kind="pdq", value="0" * 64, **said)


def begin(arrival, likenesses):
    return start(arrival, likenesses, by=WORKER, because=WHY)


def test_posts_of_one_content_make_one_case():
    arrival = make_arrival(make_stream())
    one = make_post(stream=arrival.stream, arrival=arrival, reach=100)
    two = make_post(stream=arrival.stream, arrival=arrival, reach=30)
    signal = make_signal()

    [case] = begin(arrival, {one.pk: [found(signal)], two.pk: [found(signal, 0.1)]})

    assert case.reach == 130
    assert case.matches.count() == 2
    assert case.captures.count() == 2
    assert case.has_strong_match
    match = case.matches.first()
    assert (match.ours, match.theirs) == ([[0, 20]], [[0, 20]])
    assert match.details == {"found": 98}
    arrival.refresh_from_db()
    assert arrival.looked_at is not None


def test_an_arrival_is_looked_at_once():
    arrival = make_arrival(make_stream())
    post = make_post(stream=arrival.stream, arrival=arrival)
    signal = make_signal()
    begin(arrival, {post.pk: [found(signal)]})

    assert begin(arrival, {post.pk: [found(signal)]}) == []
    assert Match.objects.count() == 1


def test_an_arrival_that_matched_is_one_line_of_the_trail():
    arrival = make_arrival(make_stream())
    posts = [make_post(stream=arrival.stream, arrival=arrival) for _ in range(5)]
    signal = make_signal()
    begin(arrival, {post.pk: [found(signal)] for post in posts})

    line = AuditRecord.objects.get(act="cases.start")
    assert line.details == {"posts": 5, "matches": 5, "cases": 1}
    assert len(line.touched) == 2, "the arrival and the case, and no post"


def test_an_arrival_without_a_match_is_noted_and_leaves_no_line():
    arrival = make_arrival(make_stream())

    assert pass_by([arrival]) == 1
    assert pass_by([arrival]) == 0
    arrival.refresh_from_db()
    assert arrival.looked_at is not None
    assert not AuditRecord.objects.filter(act="cases.start").exists()


def test_later_posts_join_the_case_until_somebody_opens_it():
    signal = make_signal()
    for _ in range(2):
        arrival = make_arrival(make_stream())
        post = make_post(stream=arrival.stream, arrival=arrival)
        begin(arrival, {post.pk: [found(signal)]})
    case = Case.objects.get()
    assert case.captures.count() == 2

    hold(case, by=readers()[0], because="reads it")
    arrival = make_arrival(make_stream())
    begin(
        arrival,
        {make_post(stream=arrival.stream, arrival=arrival).pk: [found(signal)]},
    )

    assert Case.objects.count() == 2
    assert case.captures.count() == 2


def test_a_case_that_holds_enough_takes_no_more():
    arrival = make_arrival(make_stream())
    account = make_post().account
    signal = make_signal()
    posts = [
        make_post(stream=arrival.stream, arrival=arrival, account=account)
        for _ in range(MOST_POSTS)
    ]
    [case] = begin(arrival, {post.pk: [found(signal)] for post in posts})

    case.refresh_from_db()
    assert not case.is_gathering


def test_captures_are_chained_and_prove_what_was_there():
    arrival = make_arrival(make_stream())
    posts = [make_post(stream=arrival.stream, arrival=arrival) for _ in range(3)]
    make_medium(posts[0])
    signal = make_signal()
    [case] = begin(arrival, {post.pk: [found(signal)] for post in posts})

    one, two, three = case.captures.all()
    assert (one.previous, two.previous) == ("", one.sha256)
    assert three.previous == two.sha256
    assert broken(case) == []
    Post.objects.filter(pk=posts[1].pk).update(text="another recipe")
    assert broken(case) == [two]


def test_signs_of_several_contents_make_one_case_by_the_gravest():
    arrival = make_arrival(make_stream())
    post = make_post(stream=arrival.stream, arrival=arrival)
    medium = make_medium(post)
    mild = make_signal()
    grave = picture_signal(severity=Severity.THREAT, content="a" * 64)

    [case] = begin(arrival, {post.pk: [found(mild), found(grave, 12, medium=medium)]})

    assert case.content == grave.content
    assert case.severity == Severity.THREAT
    assert case.matches.count() == 2
    assert (case.due_at - timezone.now()).total_seconds() <= 3600


def test_strong_evidence_names_the_case_before_weak():
    arrival = make_arrival(make_stream())
    post = make_post(stream=arrival.stream, arrival=arrival)
    medium = make_medium(post)
    weak = picture_signal(severity=Severity.THREAT, content="a" * 64)
    strong = make_signal()

    likenesses = [found(weak, 40, Band.LOOK, medium), found(strong)]
    [case] = begin(arrival, {post.pk: likenesses})

    assert case.content == strong.content
    assert case.has_strong_match
    assert case.severity == Severity.THREAT, "what is grave is never put last"


def test_weak_evidence_alone_makes_a_case_that_says_so():
    arrival = make_arrival(make_stream())
    post = make_post(stream=arrival.stream, arrival=arrival)
    medium = make_medium(post)

    [case] = begin(arrival, {post.pk: [found(picture_signal(), 40, Band.LOOK, medium)]})

    assert not case.has_strong_match


@pytest.mark.parametrize(
    ("distance", "starts"),
    [
        pytest.param(0.0, 0, id="nearer"),
        pytest.param(0.1, 0, id="as near"),
        pytest.param(0.2, 1, id="farther"),
    ],
)
def test_a_harmless_look_alike_that_is_as_near_starts_no_case(distance, starts):
    arrival = make_arrival(make_stream())
    post = make_post(stream=arrival.stream, arrival=arrival)
    known = make_signal()
    harmless = make_signal(make_bank(is_harmless=True), value="شوربة عدس الجدة")

    cases = begin(arrival, {post.pk: [found(known, 0.1), found(harmless, distance)]})

    assert len(cases) == starts
    match = Match.objects.get()
    assert match.signal == known
    assert (match.harmless == harmless) is not bool(starts)
    assert (match.case is None) is not bool(starts)


def test_a_shared_formula_excuses_nothing_elsewhere_in_the_post():
    arrival = make_arrival(make_stream())
    post = make_post(stream=arrival.stream, arrival=arrival)
    greeting = make_signal(make_bank(is_harmless=True), value="السلام عليكم")
    likenesses = [
        found(make_signal(), 0.1, span=(10, 60)),
        found(greeting, 0.0, span=(0, 12)),
    ]

    assert len(begin(arrival, {post.pk: likenesses})) == 1


def test_a_harmless_picture_excuses_no_other_picture():
    arrival = make_arrival(make_stream())
    post = make_post(stream=arrival.stream, arrival=arrival)
    one, two = make_medium(post), make_medium(post, b"a drawn circle")
    harmless = picture_signal(bank=make_bank(is_harmless=True))
    known = picture_signal()
    likenesses = [found(known, 20, medium=one), found(harmless, 0, medium=two)]

    assert len(begin(arrival, {post.pk: likenesses})) == 1


@pytest.mark.parametrize("what", ["stream", "bank", "signal"])
def test_what_stands_on_no_basis_matches_nothing(what):
    over = in_days(-1)
    stream = make_stream(until=over) if what == "stream" else make_stream()
    bank = make_bank(until=over) if what == "bank" else make_bank()
    signal = make_signal(bank, **({"until": over} if what == "signal" else {}))
    arrival = make_arrival(stream)
    post = make_post(stream=stream, arrival=arrival)

    assert begin(arrival, {post.pk: [found(signal)]}) == []
    assert not Match.objects.exists()
    arrival.refresh_from_db()
    assert arrival.looked_at is not None


def test_a_case_is_marked_like_the_strictest_of_what_it_holds():
    arrival = make_arrival(make_stream())
    post = make_post(stream=arrival.stream, arrival=arrival)
    signal = make_signal(make_bank(marking=Marking.AMBER))

    [case] = begin(arrival, {post.pk: [found(signal)]})

    assert case.marking == Marking.AMBER


def test_signals_count_how_often_they_matched():
    arrival = make_arrival(make_stream())
    signal = make_signal()
    posts = [make_post(stream=arrival.stream, arrival=arrival) for _ in range(3)]
    begin(arrival, {post.pk: [found(signal)] for post in posts})

    assert BankedSignal.objects.get().met == 3


def test_few_questions_are_asked_whatever_an_arrival_brings(
    django_assert_max_num_queries,
):
    arrival = make_arrival(make_stream())
    account = make_post().account
    signals = [make_signal(value=f"recipe {number}") for number in range(40)]
    posts = [
        make_post(stream=arrival.stream, arrival=arrival, account=account)
        for _ in range(80)
    ]
    likenesses = {post.pk: [found(signals[at % 40])] for at, post in enumerate(posts)}

    with django_assert_max_num_queries(25):
        begin(arrival, likenesses)
    assert Case.objects.count() == 40
    assert Capture.objects.count() == 80


def test_a_person_starts_no_case():
    with pytest.raises(Refused, match="no right"):
        start(make_arrival(make_stream()), {}, by=readers()[0], because=WHY)
