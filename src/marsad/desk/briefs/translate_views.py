"""Ask a machine for drafts of what is untranslated."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from marsad.composing.translating import Translator
from marsad.desk.briefs.act_views import done, page_in
from marsad.desk.briefs.drafting import drafts_of
from marsad.desk.briefs.translate import Drafts, translate
from marsad.desk.briefs.translator import translator
from marsad.desk.safeguards.needs import needs
from marsad.errors import MarsadError, Refused


@needs("briefs.translate")
@require_POST
def brief_translate(request: HttpRequest, key: UUID, language: str) -> HttpResponse:
    """Fill what is untranslated with a machine's drafts, for people to accept."""
    person: Any = request.user
    page = page_in(request, key, language)
    try:
        by = _translator()
        # Nothing is locked while the machine is waited for.
        drafts = drafts_of(page, by)
        because = _("asked a machine for drafts")
        filled = translate(page, drafts, by=person, because=because)
    except MarsadError as refusal:
        return done(request, key, refusal=refusal)
    return done(request, key, _told(filled, drafts))


def _translator() -> Translator:
    by = translator()
    if by is None:
        problem = _("is named by nobody in the settings")
        raise Refused(_("a translator"), problem, _("translate it by hand"))
    return by


def _told(filled: list[str], drafts: Drafts) -> str:
    words = ngettext(
        "%(count)s block was drafted by a machine.",
        "%(count)s blocks were drafted by a machine.",
        len(filled),
    ) % {"count": len(filled)}
    if drafts.kept_in:
        kept = ngettext(
            "%(count)s block may not leave the house by its marking.",
            "%(count)s blocks may not leave the house by their marking.",
            len(drafts.kept_in),
        )
        words += " " + kept % {"count": len(drafts.kept_in)}
    if drafts.failed:
        first = next(iter(drafts.failed.values()))
        words += " " + _("Some came to nothing: %(why)s") % {"why": first}
    return words
