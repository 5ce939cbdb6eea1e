"""Let a frozen edition out: by a second person, numbered, hashed and signed."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.composing.editions import Cited, Edition, sha256, to_json
from marsad.desk.releases import keys, pack_tasks
from marsad.desk.releases.carried import as_json
from marsad.desk.releases.clearing import checked_today
from marsad.desk.releases.embargo import opening_of
from marsad.desk.releases.models import Carried, Fate, Numbering, Release, Submission
from marsad.desk.releases.objections import objections
from marsad.desk.releases.waiting import held, held_release
from marsad.desk.safeguards.acts import act, note, touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("releases.release")
def release(
    submission: Submission,
    *,
    by: Person,
    because: str,
    opens_at: datetime | None = None,
    time_zone: str = "UTC",
    seen: str | None = None,
) -> Release:
    """Release what another person submitted, now or at the end of an embargo.

    ``seen`` is the hash of what the officer looked at, where it was shown on a page.
    """
    fresh = held(submission)
    if seen is not None and seen != fresh.sha256:
        problem = _("is not what you looked at")
        raise Refused(fresh.title, problem, _("open its page again"))
    corrected = fresh.corrected
    if corrected is not None:
        held_release(corrected)
    for objection in objections(fresh, by):
        raise objection
    # Seconds are enough, and the same on either database.
    now = timezone.now().replace(microsecond=0)
    opening = opening_of(opens_at, time_zone, now=now)
    if corrected is not None and opening.at > now:
        problem = _("corrects another release, and readers wait for that")
        raise Refused(fresh.title, problem, _("release it without an embargo"))
    letting = Letting(now, opening.at, opening.time_zone, by, because)
    made = let_out(fresh, letting)
    touch(fresh)
    _note(fresh, made)
    return made


@dataclass(frozen=True, slots=True)
class Letting:
    """When something is let out and seen, by whom, and why."""

    at: datetime
    opens_at: datetime
    time_zone: str
    by: Person
    because: str


def let_out(fresh: Submission, letting: Letting) -> Release:
    """Number, hash and sign what was submitted; the last part of the act, without rules."""
    number = _next_number(timezone.localtime(letting.at).year)
    edition = replace(fresh.frozen, number=number, released_at=letting.at)
    raw = to_json(edition)
    made = Release.objects.create(
        number=number,
        submission=fresh,
        kind=edition.kind,
        slug=edition.slug,
        title=fresh.title,
        languages=[one.language for one in edition.manuscripts],
        topics=list(edition.topics),
        marking=fresh.marking,
        audience=fresh.audience,
        edition=raw.decode(),
        sha256=sha256(edition),
        signature=keys.signed(raw, f"Marsad release {number}").decode(),
        public_key=keys.public_key(),
        released_by=letting.by,
        released_at=letting.at,
        because=letting.because,
        opens_at=letting.opens_at,
        time_zone=letting.time_zone,
        corrects=fresh.corrected,
    )
    made.partners.set(fresh.partners.all())
    Carried.objects.bulk_create(_carried(made, edition))
    fresh.settle(Fate.RELEASED, by=letting.by, because=letting.because)
    pack_tasks.order(made, by=letting.by)
    return made


def _next_number(year: int) -> str:
    """The next number of a year; whoever asks next waits until this act is over."""
    Numbering.objects.get_or_create(year=year)
    row = Numbering.objects.select_for_update().get(year=year)
    row.last += 1
    row.save()
    return str(row)


def _carried(made: Release, edition: Edition) -> list[Carried]:
    return [_row(made, one) for one in edition.entries]


def _row(made: Release, one: Cited) -> Carried:
    return Carried(
        release=made,
        entry_id=one.number,
        version=one.version,
        kind=one.kind,
        series=one.series,
        day=one.day,
        due_on=one.due_on,
        cited=as_json(one),
    )


def _note(fresh: Submission, made: Release) -> None:
    """Write into the trail what went out, and who answered for which doubt."""
    today = timezone.localdate()
    found = checked_today(fresh.frozen, fresh.translation_key, on=today)
    note(
        number=made.number,
        sha256=made.sha256,
        submitted=fresh.sha256,
        opens_at=made.opens_at.isoformat(),
        overrides=[
            {
                "code": str(doubt.code),
                "language": doubt.language,
                "words": doubt.words[:200],
                "by": str(override.by),
                "because": override.because,
            }
            for doubt, override in found.answered
        ],
    )
