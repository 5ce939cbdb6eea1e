"""Why somebody may not release a submission now; the page tells the same as the act.

An officer who let a doubt stand may release: to answer for a doubt is itself an
officer's judgement, printed with its reason, and the other pair of eyes is the writer's.
Who wrote a word of it, in whatever language and however long ago, may not: nobody sees
a mistake of their own.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.composing.editions import sha256
from marsad.desk.briefs.freeze import newest, pages_of
from marsad.desk.briefs.manuscripts import freshness
from marsad.desk.briefs.models import Brief
from marsad.desk.releases.clearing import changed_entries
from marsad.desk.releases.correcting import require_correctable, require_reaches_all
from marsad.desk.releases.models import Fate, Submission
from marsad.desk.releases.rules import require_readers, require_sound
from marsad.desk.safeguards.models import Person
from marsad.errors import MarsadError, Refused


def objections(submission: Submission, by: Person) -> Iterator[MarsadError]:
    """Everything that stands against this person's releasing it at this moment."""
    for rule in _RULES:
        try:
            rule(submission, by)
        except MarsadError as refusal:
            yield refusal


def _fate(submission: Submission, _by: Person) -> None:
    if submission.fate != Fate.WAITING:
        problem = _("is already %(fate)s") % {"fate": submission.get_fate_display()}
        raise Refused(submission.title, problem)


def _another_person(submission: Submission, by: Person) -> None:
    if submission.submitted_by_id == by.pk:
        problem = _("submitted it: nobody releases alone")
        raise Refused(str(by), problem, _("ask another releasing officer"))
    if submission.writers.filter(pk=by.pk).exists():
        problem = _("wrote some of it: nobody releases their own words")
        raise Refused(str(by), problem, _("ask another releasing officer"))


def _cleared(submission: Submission, by: Person) -> None:
    if submission.marking > by.clearance:
        raise Refused(str(by), _("is not cleared for its marking"))


def _unharmed(submission: Submission, _by: Person) -> None:
    if sha256(submission.frozen) != submission.sha256:
        problem = _("is not what was submitted: its hash is another")
        raise Refused(submission.title, problem, _("return it, and tell the auditor"))


def _unedited(submission: Submission, _by: Person) -> None:
    page = Brief.objects.filter(translation_key=submission.translation_key).first()
    problem = _("was edited since it was submitted")
    way_out = _("return it, and have it submitted again")
    if page is None:
        raise Refused(submission.title, _("its pages are gone"), way_out)
    latest = {one.language: one.latest_revision_id for one in pages_of(page)}
    for language, revision in submission.revisions.items():
        if latest.get(language) != revision:
            problem += f" ({language})"
            raise Refused(submission.title, problem, way_out)
    pages = {one.language: newest(one) for one in pages_of(page)}
    original = next((one for one in pages.values() if one.is_original), None)
    if original is not None and original.audience != submission.audience:
        problem = _("is for another audience than it was submitted for")
        raise Refused(submission.title, problem, way_out)
    if original is not None and original.language not in submission.revisions:
        _require_fresh(submission, pages, original)


def _require_fresh(
    submission: Submission, pages: Mapping[str, Brief], original: Brief
) -> None:
    """Refuse translations that go out alone once their original says something else."""
    theirs = {str(one.id): one for one in original.body}
    for manuscript in submission.frozen.manuscripts:
        page = pages[manuscript.language]
        now = {
            str(one.id): freshness(page, str(one.id), theirs.get(str(one.id)), one)
            for one in page.body
        }
        if any(now[one.id] != one.freshness for one in manuscript.blocks):
            problem = _("was edited since it was submitted")
            problem += f" ({original.language})"
            way_out = _("return it, and have it submitted again")
            raise Refused(submission.title, problem, way_out)


def _same_entries(submission: Submission, _by: Person) -> None:
    for then, now in changed_entries(submission.frozen):
        said: dict[str, object] = {"number": then.number}
        problem = _("entry %(number)s was changed in the register since") % said
        if now is not None and now.state != then.state:
            problem = _("entry %(number)s was retracted or merged since") % said
        elif now is not None and now.marking != then.marking:
            said |= {"marking": str(now.marking)}
            problem = _("entry %(number)s is marked %(marking)s since") % said
        raise Refused(submission.title, problem, _("return it to be looked at again"))


def _readers(submission: Submission, _by: Person) -> None:
    edition, partners = submission.frozen, list(submission.partners.all())
    if {one.code for one in partners} != set(edition.partners):
        problem = _("names other partners than it was submitted for")
        raise Refused(submission.title, problem, _("return it"))
    if int(edition.audience) != submission.audience:
        problem = _("is for another audience than it was submitted for")
        raise Refused(submission.title, problem, _("return it"))
    require_readers(edition, partners)
    corrected = submission.corrected
    if corrected is not None:
        require_correctable(corrected, apart_from=submission)
        require_reaches_all(corrected, edition, partners)


def _sound(submission: Submission, _by: Person) -> None:
    today = timezone.localdate()
    require_sound(submission.frozen, submission.translation_key, on=today)


_RULES: Final[tuple[Callable[[Submission, Person], None], ...]] = (
    _fate,
    _another_person,
    _cleared,
    _unharmed,
    _unedited,
    _same_entries,
    _readers,
    _sound,
)
