"""What must be true before a notice may be written: each rule refuses by itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from marsad.desk.banks.models import Standing
from marsad.desk.cases.decide import EXCEPTIONS
from marsad.desk.cases.models import Capture, Case, Match, Reading, Stage
from marsad.desk.cases.standing import NEEDED, agreeing
from marsad.desk.cases.support import holds, strong
from marsad.desk.posts.models import Post
from marsad.desk.referrals.models import Platform, Referral, ReferredPost
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused

_DOUBTED = (Standing.DISPUTED, Standing.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Ground:
    """A post that may be referred: the strong matches and the capture behind it."""

    post: Post
    matches: tuple[Match, ...]
    capture: Capture


def check_case(case: Case, by: Person) -> tuple[Reading, ...]:
    """The agreeing readings of a case that may be referred; Refused by the first rule."""
    if by.clearance < case.marking:
        problem = _("is marked above your clearance")
        raise Refused(str(case), problem, _("leave it to somebody who is cleared"))
    readings = agreeing(case)
    if len({one.reader_id for one in readings}) < NEEDED:
        problem = _("two people must agree on a referral, and they do not")
        raise Refused(str(case), problem, _("let another reader read it"))
    if case.stage not in (Stage.AGREED, Stage.REFERRED):
        raise Refused(str(case), _("is not decided"), _("wait for its readers"))
    for reading in readings:
        _check_exceptions(case, reading)
    _check_matches(case)
    _check_appeals(case)
    return readings


def _check_exceptions(case: Case, reading: Reading) -> None:
    answers = reading.exceptions
    is_whole = bool(reading.purpose_seen.strip()) and all(
        answers.get(one) == "no" for one in EXCEPTIONS
    )
    if not is_whole:
        problem = _("a reading of it lacks the exception check")
        raise Refused(str(case), problem, _("have a director open it anew"))


def _check_matches(case: Case) -> None:
    found = strong(case)
    if not found or not case.has_strong_match:
        problem = _("only weak evidence is there, and it never suffices for a referral")
        raise Refused(str(case), problem, _("look for a strong match, or close it"))
    if any(one.signal.standing in _DOUBTED for one in found):
        problem = _("a signal that it rests on is disputed or withdrawn")
        raise Refused(str(case), problem, _("wait until the dispute is settled"))
    if not any(holds(one) for one in found):
        problem = _("the legal basis of its stream, bank or signal no longer holds")
        raise Refused(str(case), problem, _("have a director renew the basis"))


def _check_appeals(case: Case) -> None:
    # Appeals stand above this app: they are reached by the rows that point here.
    if case.complaints.filter(answered_at__isnull=True).exists():
        problem = _("an appeal about it waits for its answer")
        raise Refused(str(case), problem, _("wait until the appeal is answered"))


def check_platform(case: Case, platform: Platform) -> None:
    """Refuse a platform that is stopped, cannot be reached, or was written to already."""
    earlier = Referral.objects.filter(case=case, round=case.round, platform=platform)
    if earlier.exists():
        problem = _("%(platform)s was written to about it already")
        way_out = _("who wants to write again opens the case anew")
        raise Refused(str(case), problem % {"platform": platform.name}, way_out)
    check_open(platform)


def check_open(platform: Platform) -> None:
    """Refuse a platform to which our own brake stopped all notices, or without a way."""
    if platform.paused_at is not None:
        problem = _("is stopped: our own notices to it were too often wrong")
        raise Refused(platform.name, problem, _("ask a director to look at them"))
    if platform.route != "file" and not platform.address:
        problem = _("has no address for notices")
        raise Refused(platform.name, problem, _("ask a director to write one"))


def ground(case: Case, post: Post, readings: Sequence[Reading]) -> Ground:
    """On what a post of a case may be referred; Refused by the first rule."""
    if post.purged_at is not None or post.sealed is None:
        raise Refused(name_of(post), _("was purged"), _("leave it out"))
    if any(str(post.pk) in one.left_out for one in readings):
        problem = _("a reader found it to be something else, or had not seen it")
        raise Refused(name_of(post), problem, _("leave it out"))
    matches = tuple(
        one for one in strong(case) if one.post_id == post.pk and holds(one)
    )
    if not matches:
        problem = _("has no strong match on a legal basis that holds today")
        raise Refused(name_of(post), problem, _("leave it out"))
    capture = _capture_before(post, readings)
    if capture is None:
        problem = _("was not captured before both readers read it")
        raise Refused(name_of(post), problem, _("leave it out, or read the case anew"))
    if post.complaints.filter(answered_at__isnull=True).exists():
        problem = _("an appeal about it waits for its answer")
        raise Refused(name_of(post), problem, _("leave it out until it is answered"))
    return Ground(post, matches, capture)


def _capture_before(post: Post, readings: Sequence[Reading]) -> Capture | None:
    """A capture that every reader had when they read, and that was made before."""
    rows = Capture.objects.filter(post=post)
    for reading in readings:
        rows = rows.filter(Q(at__lte=reading.at), pk__in=reading.captures.values("pk"))
    return rows.order_by("id").first()


def referred_before(case: Case, posts: Sequence[Post]) -> list[ReferredPost]:
    """Where the addresses of these posts were referred before, in other cases."""
    marks = [one.address_mark for one in posts if one.address_mark]
    rows = ReferredPost.objects.filter(address_mark__in=marks)
    rows = rows.exclude(referral__case=case).select_related("referral", "post")
    return list(rows.order_by("referral_id", "place"))


def name_of(post: Post) -> str:
    """How a post is named where its address may not stand."""
    return _("post %(number)s") % {"number": post.pk}
