"""Let a doubt of the support check stand, by name and with a reason."""

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.composing.doubts import Doubt
from marsad.composing.editions import Edition
from marsad.desk.briefs.checking import doubts_of, open_doubts
from marsad.desk.briefs.freeze import pages_of, writers_of
from marsad.desk.briefs.models import Brief, Override
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("briefs.override")
def override(
    brief: Brief,
    key: str,
    *,
    by: Person,
    because: str,
    edition: Edition | None = None,
) -> Override:
    """Let one doubt stand, as its words and entries are now; the reason is kept."""
    _require_another(brief, by)
    found = _doubt(_open(brief, edition, by), key)
    if found is None:
        problem = _("has no such doubt that is still open")
        raise Refused(brief.title, problem, _("check the brief again"))
    if not found.may_be_overridden:
        problem = _("nobody can answer for this with a reason")
        raise Refused(found.words or found.code.value, problem, _("fix it in the text"))
    note(
        doubt=found.code.value,
        language=found.language,
        block=found.block,
        words=found.words,
        entries=list(found.entries),
        key=key,
    )
    return Override.objects.create(
        translation_key=brief.translation_key,
        key=key,
        code=found.code.value,
        language=found.language,
        words=found.words,
        by=by,
        because=because.strip(),
    )


def _require_another(brief: Brief, by: Person) -> None:
    """Nobody answers for doubts about words of their own."""
    pages = pages_of(brief)
    wrote = writers_of({one.language: one.latest_revision_id or 0 for one in pages})
    if by.pk in wrote | {one.begun_by_id for one in pages}:
        problem = _("wrote some of it: nobody answers for doubts about their own words")
        raise Refused(str(by), problem, _("ask another releasing officer"))


def _open(brief: Brief, edition: Edition | None, by: Person) -> tuple[Doubt, ...]:
    """What is open in the brief as it was last saved, or in an edition made of it."""
    if edition is None:
        return doubts_of(brief, reader=by).open
    today = timezone.localdate()
    return open_doubts(edition, brief.translation_key, on=today, reader=by)


def _doubt(doubts: tuple[Doubt, ...], key: str) -> Doubt | None:
    return next((one for one in doubts if one.key == key), None)
