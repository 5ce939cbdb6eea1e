"""Decide on a case: one reader's finding, made blind; two that agree settle it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marsad.desk.banks.guards import count_verdict
from marsad.desk.cases.models import Capture, Case, Reading, Stage, Verdict
from marsad.desk.cases.standing import counted, has_read, is_drawn, stage_after
from marsad.desk.cases.support import check_support
from marsad.desk.safeguards.acts import act, note, touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused

# Regulation (EU) 2021/784, art. 1(3): what is spread for one of these is no terrorist
# content, whatever it shows. Each is looked at, and answered yes or no.
EXCEPTIONS: Final[Mapping[str, str | Promise]] = {
    "education": gettext_lazy("It teaches."),
    "journalism": gettext_lazy("It is journalism."),
    "art": gettext_lazy("It is art or satire."),
    "research": gettext_lazy("It is research."),
    "counter_speech": gettext_lazy("It warns of it or speaks against it."),
    "documentation": gettext_lazy("It documents crimes."),
}
ANSWERS: Final = ("no", "yes")
# Of a post that was not on the page when the case was read.
NOT_SEEN: Final = "not_seen"
# What the trail says; the reason itself stands in the reading, which stays hidden from
# those who may read the case after this one.
READ_BLIND: Final = "read the case; the reason stands in the reading"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a reader found: the verdict, why, what the posts are for, each exception."""

    verdict: str
    words: str
    purpose_seen: str = ""
    exceptions: Mapping[str, str] = field(default_factory=dict)
    # The last capture that was on the page; None where all there are.
    seen: int | None = None
    # Of each post that was on the page, another verdict where it is something else than
    # the case, or nothing; None where the finding is about all posts alike.
    posts: Mapping[int, str] | None = None


@act("cases.decide")
def decide(case: Case, finding: Finding, *, by: Person, because: str) -> Reading:
    """Read a case without seeing other readings; two readers who agree decide it."""
    held = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    is_sample = _open_to(held, by)
    captures = _captures(held, finding)
    _whole(held, finding)
    made = Reading.objects.create(
        case=held,
        round=held.round,
        reader=by,
        verdict=finding.verdict,
        purpose_seen=finding.purpose_seen.strip(),
        exceptions=dict(finding.exceptions),
        left_out=_left_out(held, finding),
        because=finding.words.strip(),
        is_sample=is_sample,
    )
    made.captures.set(captures)
    note(round=held.round)
    held.held_by = held.held_until = None
    held.is_gathering = False
    if is_sample:
        _answer_draw(held, made)
    else:
        _move(held)
    held.save()
    return made


def _open_to(case: Case, by: Person) -> bool:
    """Whether it is a second look; raises Refused where this person may not read it."""
    if by.clearance < case.marking:
        problem = _("is marked above your clearance")
        raise Refused(str(case), problem, _("leave it to somebody who is cleared"))
    if has_read(case, by):
        problem = _("you have read it already")
        raise Refused(str(case), problem, _("leave it to somebody else"))
    if case.is_held_from(by):
        problem = _("somebody else has it open")
        raise Refused(str(case), problem, _("take the next one"))
    if Stage(case.stage).is_waiting:
        return False
    if is_drawn(case):
        return True
    problem = _("it is decided")
    raise Refused(str(case), problem, _("have a director open it anew"))


def _captures(case: Case, finding: Finding) -> list[Capture]:
    """What was captured before it was read; without that nothing is decided."""
    captures = list(case.captures.all())
    posts = set(
        case.matches.filter(harmless__isnull=True).values_list("post", flat=True)
    )
    missing = posts - {capture.post_id for capture in captures}
    if missing or not captures:
        problem = _("a post of it was not captured before it was read")
        raise Refused(str(case), problem, _("have the worker start it again"))
    if finding.seen is not None and any(one.pk > finding.seen for one in captures):
        problem = _("something was added to it since you opened it")
        raise Refused(str(case), problem, _("look at it, and decide again"))
    return captures


def _whole(case: Case, finding: Finding) -> None:
    """Refuse a finding that lacks what its verdict needs."""
    if finding.verdict not in Verdict.values:
        raise Refused(str(case), _("needs a verdict"), _("choose one"))
    if not finding.words.strip():
        raise Refused(str(case), _("needs a reason"), _("say in a few words why"))
    if Verdict(finding.verdict).refers:
        _check_exceptions(case, finding)
        check_support(case)


def _check_exceptions(case: Case, finding: Finding) -> None:
    """The exception check: what the posts are for, and none of the exceptions met."""
    if not finding.purpose_seen.strip():
        problem = _("the exception check is missing: what are the posts for?")
        raise Refused(str(case), problem, _("say what the posts are for"))
    open_ones = [
        name for name in EXCEPTIONS if finding.exceptions.get(name) not in ANSWERS
    ]
    if open_ones:
        problem = _("the exception check is missing: answer each exception")
        raise Refused(str(case), problem, _("answer each with yes or no"))
    if "yes" in finding.exceptions.values():
        problem = _("an exception applies, so it cannot be referred")
        raise Refused(str(case), problem, _("choose the verdict that says so"))


def _left_out(case: Case, finding: Finding) -> dict[str, str]:
    """The posts that a finding does not speak of; a referral needs one that it does."""
    if finding.posts is None:
        return {}
    numbers = set(case.matches.values_list("post", flat=True))
    others = {post: code for post, code in finding.posts.items() if code}
    strange = set(others.values()) - (set(Verdict.values) - {Verdict.REFER})
    if strange or not finding.posts.keys() <= numbers:
        problem = _("a post of it was found to be what there is not")
        raise Refused(str(case), problem, _("open its page again"))
    found = {str(post): NOT_SEEN for post in numbers - finding.posts.keys()}
    found |= {str(post): code for post, code in others.items()}
    if Verdict(finding.verdict).refers and len(found) == len(numbers):
        problem = _("each of its posts is something else")
        raise Refused(str(case), problem, _("choose the verdict that says so"))
    return found


def _answer_draw(case: Case, made: Reading) -> None:
    """A second look changes nothing of the case; a director sees where it differs."""
    reread = case.rereads.filter(reading__isnull=True).order_by("id").first()
    if reread is not None:
        reread.reading = made
        reread.save(update_fields=["reading"])
        touch(reread)


def _move(case: Case) -> None:
    """Where the case stands with this reading; what was found counts for its signals."""
    readings = counted(case)
    case.stage = stage_after(readings)
    if Stage(case.stage).is_waiting:
        return
    if case.stage == Stage.CLOSED:
        case.closed_at = timezone.now()
    note(outcome=case.stage)
    upheld = is_upheld(readings)
    if upheld is not None:
        count_verdict(case, upheld=upheld)


def is_upheld(readings: list[Reading]) -> bool | None:
    """Whether the signal was right; only "not the same" says that it was not.

    That a post is journalism says that the match is right and its use lawful. Where as
    many say so as do not, nothing is counted.
    """
    wrong = sum(reading.verdict == Verdict.NOT_THE_SAME for reading in readings)
    if 2 * wrong == len(readings):
        return None
    return 2 * wrong < len(readings)
