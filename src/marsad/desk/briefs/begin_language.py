"""Begin a brief in one more language."""

from django.utils.translation import gettext as _

from marsad.composing.proposal import Wanted, title
from marsad.desk.briefs.draft import LANGUAGES, Version, translate_into
from marsad.desk.briefs.freeze import newest, pages_of
from marsad.desk.briefs.models import Brief, BriefKind
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused
from marsad.marking import Audience


@act("briefs.draft")
def begin_language(
    original: Brief, language: str, *, by: Person, because: str
) -> Brief:
    """Copy a brief to be written in one more language."""
    del because  # written down by the act
    if language not in LANGUAGES:
        problem = _("is to be written in no language that we write")
        raise Refused(original.title, problem, _("choose ar, en or fr"))
    if language in {one.language for one in pages_of(original)}:
        problem = _("is written in this language already")
        raise Refused(original.title, problem, _("edit that page"))
    note(language=language)
    latest = newest(original)
    version = Version(_title(latest, language), latest.body.get_prep_value())
    return translate_into(latest, language, by=by, version=version)


def _title(original: Brief, language: str) -> str:
    """The title that rules write in this language, where they wrote the original's."""
    if original.kind == BriefKind.STANDING:
        return original.title
    audience = Audience(original.audience)
    wanted = Wanted(original.kind, original.as_of, audience, (language,))
    is_by_rule = original.title == title(wanted, original.language)
    return title(wanted, language) if is_by_rule else original.title
